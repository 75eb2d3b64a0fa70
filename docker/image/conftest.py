"""The image, built once and run in many ways. Browser and notebooks are judged by the tools of .ci."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / ".ci"), str(ROOT / "docker/image")]

import engine  # noqa: E402
from labpage import PATIENCE, wait  # noqa: E402
from processes import kill_tree  # noqa: E402
from server import free_port  # noqa: E402
from test_browser import browser_context_args, browser_type_launch_args  # noqa: E402, F401

JOVYAN, ANYONE = "1000:0", "12345:0"
ADDRESS = r"(http://127\.0\.0\.1:[^\s?]*(?:\?token=(\w{20,}))?)\s"


class Server:
    """A container that serves, reached as a browser reaches it."""

    def __init__(self, process, log, port, prefix):
        self.process, self.log, self.token = process, log, ""
        self.address = f"http://127.0.0.1:{port}{prefix}"

    def said(self):
        return self.log.read_text(errors="replace")

    def ask(self, path, token=None, headers=()):
        """(status, body) of what the server answers."""
        request = urllib.request.Request(f"{self.address}/{path}", headers=dict(headers))
        if token:
            request.add_header("Authorization", f"token {token}")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                self.headers = answer.headers
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as problem:
            return problem.code, problem.read().decode(errors="replace")

    def wait_for(self):
        """How long it took until the server answered."""
        start = time.monotonic()
        while self.process.poll() is None and time.monotonic() < start + PATIENCE:
            with contextlib.suppress(OSError):
                if self.ask("api")[0] == 200:
                    return time.monotonic() - start
            time.sleep(0.05)
        raise AssertionError(f"the server does not answer within {PATIENCE} s or has ended:\n{self.said()[-3000:]}")

    def wait(self):
        """The same, for a server that makes its own token and prints it."""
        took = self.wait_for()
        self.printed, self.token = wait("the address is printed", PATIENCE, lambda: re.search(ADDRESS, self.said())).groups()
        return took


class Image:
    def __init__(self, builder):
        self.builder = builder
        start = time.monotonic()
        builder.build()
        MINUTES["build"] = (time.monotonic() - start) / 60
        self.config = builder.config

    def run(self, *arguments, text=None, limit=6 * PATIENCE, **how):
        """What a command in a container writes."""
        done = subprocess.run(self.builder.command(arguments, **how), input=text, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=limit)
        assert done.returncode == 0, f"{arguments} failed ({done.returncode}):\n{done.stdout[-5000:]}"
        return done.stdout

    @contextlib.contextmanager
    def serve(self, *arguments, prefix="", port=None, env=(), **how):
        port = port or free_port()
        arguments = arguments or ("jupyter", "lab")
        shown = {"lab": ["--LabApp.expose_app_in_browser=True"], "notebook": ["--JupyterNotebookApp.expose_app_in_browser=True"]}
        options = [f"--ServerApp.port={port}", *shown.get(arguments[-1], [])] + ([f"--ServerApp.base_url={prefix}/"] if prefix else [])
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "log")
            with open(log, "w") as out:
                process = subprocess.Popen(
                    self.builder.command([*arguments, *options], env=env, has_network=True, **how),
                    stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
            try:
                yield Server(process, log, port, prefix)
            finally:
                kill_tree(process, 15)


@pytest.fixture(scope="session")
def missing():
    """Nothing may be missing here."""
    return lambda why: pytest.fail(why, pytrace=False)


@pytest.fixture(scope="session")
def image():
    builder = engine.find()
    try:
        yield Image(builder)
    finally:
        builder.close()


@pytest.fixture(scope="session")
def tree(image, tmp_path_factory):
    """The files of the image."""
    return image.builder.tree(tmp_path_factory.mktemp("tree"))


@pytest.fixture
def home():
    """An empty volume for the home, which any uid with group 0 may write to."""
    folder = tempfile.mkdtemp(prefix="ann-home-")
    os.chown(folder, 1000, 0)
    os.chmod(folder, 0o775)
    yield pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)


def pytest_configure():
    # The image is thrown away by its fixture, not by the signal.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter):
    MINUTES["proofs"] = (time.monotonic() - STARTED) / 60 - MINUTES.get("build", 0)
    for line in [*FOUND, "minutes: " + ", ".join(f"{part} {minutes:.1f}" for part, minutes in MINUTES.items())]:
        terminalreporter.write_line(line)


STARTED, MINUTES = time.monotonic(), {}
FOUND = []  # what was measured, printed at the end


@pytest.fixture(scope="session")
def report():
    return FOUND.append
