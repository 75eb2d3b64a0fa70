"""The set-up says in one line what is wrong, and repairs what was interrupted."""
import contextlib
import os
import shutil
import socket
import subprocess
import sys

import pytest

from chapters import ROOT

sys.path.insert(0, os.path.join(ROOT, "docker"))
import port  # noqa: E402
import steps  # noqa: E402


@pytest.fixture
def choose(monkeypatch):
    def choose(wish):
        monkeypatch.setenv("PORT", wish)
        return port.choose()
    return choose


def test_a_named_port_that_is_taken_is_an_error(choose):
    with socket.socket() as s:
        s.bind((port.HOST, 0))
        s.listen()
        with pytest.raises(SystemExit, match="is taken"):
            choose(str(s.getsockname()[1]))


@pytest.mark.parametrize("wish", ["80", "x", "99999", "-1", "٣٠٠٠"])
def test_senseless_ports(choose, wish):
    with pytest.raises(SystemExit, match="is not a port"):
        choose(wish)


def test_without_a_wish_the_next_free_port(choose, monkeypatch):
    monkeypatch.setattr(port, "taken", lambda p: p < port.FIRST + 3)
    assert choose("") == port.FIRST + 3
    monkeypatch.setattr(port, "taken", lambda p: True)
    with pytest.raises(SystemExit):
        choose("")


@pytest.fixture
def step(tmp_path):
    """Runs one step of a set-up; returns whether it had to run."""
    def step(*command, key="k", **more):
        s = steps.Steps(tmp_path, tmp_path, 1)
        with contextlib.closing(s.lock), s.step("a step", "name", key) as run:
            if run:
                run(*command, **more)
        return bool(run)
    return step


def test_a_step_runs_once_and_again_when_its_key_changes(step):
    assert step("true")
    assert not step("true")
    assert step("true", key="other")


def test_a_failed_step_runs_again(step):
    with pytest.raises(steps.Failed):
        step("false")
    assert step("true")


@pytest.mark.parametrize("said, want", [
    ("x: no such host", "needs the network"), ("error: the disc is full", "the disc is full"), ("", "no message")])
def test_a_failed_step_says_why_in_one_line(step, said, want):
    with pytest.raises(steps.Failed, match=want) as e:
        step("sh", "-c", f"echo '{said}'; exit 3")
    assert "\n" not in str(e.value)


def test_progress_is_counted(step, monkeypatch, capsys):
    clock = iter(range(0, 1000, 60))
    monkeypatch.setattr(steps.time, "monotonic", lambda: next(clock))
    step("sh", "-c", "echo got 1; echo other; echo got 2", count="got", total=2)
    assert "2 of 2" in capsys.readouterr().out


@pytest.fixture
def front(tmp_path):
    """Runs docker/setup with programs of another kind on PATH, and returns its one line."""
    def front(**programs):
        for name in ("sh", "env", "sed", "dirname", "pwd", "git"):
            if shutil.which(name) and not (tmp_path / name).exists():
                os.symlink(shutil.which(name), tmp_path / name)
        for name, text in programs.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n")
            (tmp_path / name).chmod(0o755)
        done = subprocess.run([shutil.which("sh"), os.path.join(ROOT, "docker", "setup")], capture_output=True, text=True,
                              env={"PATH": str(tmp_path), "HOME": os.environ.get("HOME", "/")})
        assert done.returncode != 0
        line, = done.stderr.strip().splitlines()
        return line
    return front


def test_python_is_missing_old_or_bare(front):
    assert "Python is missing" in front()
    assert "Python 3.9 is too old" in front(python3="echo old 3.9")
    assert "Python 3.12 has no venv module" in front(python3="echo bare 3.12")


def test_go_is_missing_or_old(front):
    python = f'exec "{sys.executable}" "$@"'
    assert "Go is missing" in front(python3=python)
    assert "Go 1.19 is too old" in front(python3=python, go="echo go1.19")
