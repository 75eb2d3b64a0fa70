"""The set-up says in one line what is wrong, and repairs what was interrupted."""
import contextlib
import io
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

from chapters import ROOT

sys.path.insert(0, os.path.join(ROOT, "docker"))
import port  # noqa: E402
import steps  # noqa: E402


class Ports(unittest.TestCase):
    def choose(self, wish):
        with mock.patch.dict(os.environ, PORT=wish):
            return port.choose()

    def test_a_named_port_that_is_taken_is_an_error(self):
        with socket.socket() as s:
            s.bind((port.HOST, 0))
            s.listen()
            with self.assertRaises(SystemExit) as e:
                self.choose(str(s.getsockname()[1]))
            self.assertIn("is taken", str(e.exception))

    def test_senseless_ports(self):
        for wish in ("80", "x", "99999", "-1", "٣٠٠٠"):
            with self.assertRaises(SystemExit) as e:
                self.choose(wish)
            self.assertIn("is not a port", str(e.exception))

    def test_without_a_wish_the_next_free_one(self):
        with mock.patch.object(port, "taken", lambda p: p < port.FIRST + 3):
            self.assertEqual(self.choose(""), port.FIRST + 3)
        with mock.patch.object(port, "taken", lambda p: True), self.assertRaises(SystemExit):
            self.choose("")


class Steps(unittest.TestCase):
    def setUp(self):
        self.venv = pathlib.Path(tempfile.mkdtemp(prefix="ann-steps-"))
        self.addCleanup(shutil.rmtree, self.venv)

    def run_step(self, command, key="k", **more):
        done = False
        with contextlib.redirect_stdout(io.StringIO()) as out:
            s = steps.Steps(self.venv, self.venv, 1)
            with contextlib.closing(s.lock), s.step("a step", "name", key) as run:
                if run:
                    run(*command, **more)
                    done = True
        return done, out.getvalue()

    def test_a_step_runs_once_and_again_when_its_key_changes(self):
        self.assertTrue(self.run_step(["true"])[0])
        self.assertFalse(self.run_step(["true"])[0])
        self.assertTrue(self.run_step(["true"], key="other")[0])

    def test_a_failed_step_runs_again(self):
        with self.assertRaises(steps.Failed):
            self.run_step(["false"])
        self.assertTrue(self.run_step(["true"])[0])

    def test_a_failure_is_one_line(self):
        for said, want in (("x: no such host", "needs the network"), ("error: the disc is full", "the disc is full"), ("", "no message")):
            with self.assertRaises(steps.Failed) as e:
                self.run_step(["sh", "-c", f"echo '{said}'; exit 3"])
            self.assertIn(want, str(e.exception))
            self.assertNotIn("\n", str(e.exception))

    def test_progress_is_counted(self):
        pause = mock.patch.object(steps.time, "monotonic", mock.Mock(side_effect=range(0, 1000, 60)))
        with pause:
            _, said = self.run_step(["sh", "-c", "echo got 1; echo other; echo got 2"], count="got", total=2)
        self.assertIn("2 of 2", said)


class Front(unittest.TestCase):
    """docker/setup, with programs of another kind on PATH."""

    def setup_with(self, **programs):
        with tempfile.TemporaryDirectory() as bin:
            for name, text in programs.items():
                path = os.path.join(bin, name)
                with open(path, "w") as f:
                    f.write(f"#!/bin/sh\n{text}\n")
                os.chmod(path, 0o755)
            names = ("sh", "env", "sed", "dirname", "pwd", "git")
            for name in names:
                if name not in programs and shutil.which(name):
                    os.symlink(shutil.which(name), os.path.join(bin, name))
            done = subprocess.run([shutil.which("sh"), os.path.join(ROOT, "docker", "setup")], capture_output=True, text=True,
                                  env={"PATH": bin, "HOME": os.environ.get("HOME", "/")})
        self.assertNotEqual(done.returncode, 0)
        lines = done.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        return lines[0]

    def test_python_is_missing_old_or_bare(self):
        self.assertIn("Python is missing", self.setup_with())
        self.assertIn("Python 3.9 is too old", self.setup_with(python3="echo old 3.9"))
        self.assertIn("Python 3.12 has no venv module", self.setup_with(python3="echo bare 3.12"))

    def test_go_is_missing_or_old(self):
        python = f'exec "{sys.executable}" "$@"'
        self.assertIn("Go is missing", self.setup_with(python3=python))
        self.assertIn("Go 1.19 is too old", self.setup_with(python3=python, go="echo go1.19"))


if __name__ == "__main__":
    unittest.main()
