"""What is said about the Go code without running it."""
import os
import shutil
import subprocess

import pytest

from chapters import ROOT


def run(*command, **env):
    """What a command prints; the test fails if the command does."""
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode:
        pytest.fail(f"{command[0]} {command[1]}: exit code {done.returncode}\n{done.stdout}", pytrace=False)
    return done.stdout


def test_gofmt():
    other = run("gofmt", "-l", "data", "pkg")
    assert not other, f"not formatted, `make fmt` formats:\n{other}"


def test_vet():
    run("go", "vet", "./...")


def test_staticcheck():
    tool = shutil.which("staticcheck", path=os.path.join(os.environ["ANN_TEST_VENV"], "bin"))
    assert tool, "staticcheck is not installed; `make test` installs it"
    run(tool, "./...")


def test_downloads():
    """go.sum fits the downloaded modules."""
    run("go", "mod", "verify")


def test_go_mod():
    """go.mod has all that is imported. (`go mod tidy -diff` would ask the network for the tests of every dependency's
    dependencies.)"""
    lacking = run("go", "list", "-mod=readonly", "-deps", "-test", "-f", "{{with .Error}}{{.}}{{end}}", "./...", "tool", GOPROXY="off")
    assert not lacking.strip(), lacking
