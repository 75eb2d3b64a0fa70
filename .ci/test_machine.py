"""docker/test goes on only where the image can be built, and is silent about nothing."""
import os
import shutil
import subprocess
import sys

import pytest

from chapters import ROOT

sys.path.insert(0, os.path.join(ROOT, "docker/image"))
import machine  # noqa: E402

CAN = {name: lambda: None for name in ("engine", "lacks_programs", "lacks_root", "cannot_build", "lacks_mirror")}


@pytest.fixture
def given(monkeypatch):
    """Sets what each look at the machine finds."""
    def given(**found):
        for name, look in {**CAN, **{name: lambda value=value: value for name, value in found.items()}}.items():
            monkeypatch.setattr(machine, name, look)
    return given


def test_a_machine_that_can(given):
    given()
    assert machine.lack() is None
    assert machine.verdict(None, {}) == machine.verdict(None, {"CI": "true"}) == (0, "")


@pytest.mark.parametrize("look", ["lacks_programs", "lacks_root", "cannot_build", "lacks_mirror"])
def test_each_reason_counts_without_an_engine_only(given, look):
    given(**{look: "why"})
    assert machine.lack() == "why"
    given(**{look: "why", "engine": "docker"})
    assert machine.lack() is None


@pytest.mark.parametrize("env, code", [({}, 1), ({"CI": ""}, 1), ({"CI": "false"}, 1), ({"CI": "true"}, 75), ({"CI": "1"}, 75)])
def test_only_ci_goes_without(env, code):
    assert machine.verdict("why", env)[0] == code
    assert "why" in machine.verdict("why", env)[1]


@pytest.fixture
def script(tmp_path):
    """Runs docker/test in a folder of its own, where machine.py ends as it is told and the rest says that it ran."""
    (tmp_path / "docker/image").mkdir(parents=True)
    shutil.copy(os.path.join(ROOT, "docker/test"), tmp_path / "docker/test")
    (tmp_path / "docker/setup").write_text("echo went on; exit 3\n")

    def script(code):
        (tmp_path / "docker/image/machine.py").write_text(code)
        done = subprocess.run(["sh", "docker/test"], cwd=tmp_path, capture_output=True, text=True)
        return done.returncode, "went on" in done.stdout
    return script


def test_the_script_obeys(script):
    assert script("") == (3, True)
    assert script(f"raise SystemExit({machine.NOT_TESTED})") == (0, False)
    assert script("raise SystemExit(1)") == (1, False)
    assert script("a fault of its own") == (1, False)


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A folder of programs that is all there is."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def program(name, text):
        (tmp_path / name).write_text("#!/bin/sh\n" + text)
        (tmp_path / name).chmod(0o755)
    return program


def test_an_engine_must_answer(path):
    assert machine.engine() is None
    path("docker", "exit 1\n")
    assert machine.engine() is None
    path("podman", "exit 0\n")
    assert machine.engine() == "podman"


def test_programs(path):
    for name in machine.PROGRAMS:
        assert name in machine.lacks_programs()
        path(name, "exit 0\n")
    assert machine.lacks_programs() is None


def test_what_fails_is_said(path, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for name in machine.PROGRAMS:
        path(name, "exit 0\n")
    assert machine.cannot_build() is None and machine.driver() == "overlay"
    path("buildah", '[ "$2" = vfs ] || exit 1\n')
    assert machine.cannot_build() is None and machine.driver() == "vfs"
    path("unshare", "echo not permitted >&2; exit 1\n")
    assert "unshare" in machine.cannot_build() and "not permitted" in machine.cannot_build()
    path("buildah", "echo no space >&2; exit 1\n")
    assert "buildah" in machine.cannot_build() and "no space" in machine.cannot_build()
    assert not list(tmp_path.glob("ann-hello-*")), "something is left"


def test_the_mirror_must_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(machine.time, "sleep", lambda _: None)
    monkeypatch.setattr(machine, "mirror", lambda: tmp_path.as_uri())
    assert "no Debian mirror answers" in machine.lacks_mirror()
    (tmp_path / f"dists/{machine.RELEASE}").mkdir(parents=True)
    (tmp_path / f"dists/{machine.RELEASE}/InRelease").write_text("x")
    assert machine.lacks_mirror() is None
