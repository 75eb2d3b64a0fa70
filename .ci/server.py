"""JupyterLab as `make lab` starts it, but on a copy of the notebooks and with its own settings, signatures and progress."""
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from chapters import ROOT
from processes import kill_tree

START_LIMIT = 120  # seconds


def environment():
    """What docker/env.sh makes of our environment."""
    done = subprocess.run(["sh", "-c", ". docker/env.sh && env -0"], cwd=ROOT, capture_output=True, check=True)
    return dict(line.split("=", 1) for line in os.fsdecode(done.stdout).split("\0") if "=" in line)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Lab:
    """with Lab() as lab: …  lab.folder is JupyterLab's root; fill lab.folder/notebooks before lab.start()."""

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="ann-lab-")
        self.folder = os.path.join(self.home, "course")
        self.audit = os.path.join(self.home, "audit")
        self.log = os.path.join(self.home, "log")
        os.makedirs(os.path.join(self.folder, "notebooks"))
        self.process = None
        self.token, self.port = secrets.token_hex(16), free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.env = dict(
            environment(), PORT=str(self.port), JUPYTER_TOKEN=self.token, TMPDIR=self.home,
            JUPYTER_CONFIG_DIR=self.at("config"), JUPYTER_DATA_DIR=self.at("data"), JUPYTER_RUNTIME_DIR=self.at("runtime"),
            ANN_PROGRESS=self.at("progress.json"), ANN_AUDIT=self.audit, PYTHONPATH=os.path.join(ROOT, ".ci", "audit"))
        self.env["JUPYTER_PATH"] = os.path.join(self.env["ANN_VENV"], "jupyter", "data")  # the kernel
        for name in list(self.env):  # a proxy on this machine would hide from the audit what leaves through it
            if name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "ANN_STRICT") or name.lower().endswith("_proxy"):
                del self.env[name]
        return self

    def at(self, name):
        return os.path.join(self.home, name)

    def python(self):
        return os.path.join(self.env["ANN_VENV"], "bin", "python")

    def trust(self, path):
        """Signs a notebook that is not committed: the set-up signs only those that are."""
        subprocess.run([self.python(), "-m", "jupyter", "trust", path], env=self.env, cwd=self.folder, check=True, capture_output=True)

    def start(self):
        command = [self.python(), os.path.abspath(__file__), f"--ServerApp.root_dir={self.folder}",
                   "--ServerApp.open_browser=False", "--LabApp.expose_app_in_browser=True"]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=subprocess.STDOUT, start_new_session=True)
        end = time.time() + START_LIMIT
        while time.time() < end and self.process.poll() is None:
            try:
                return self.ask("api/status")
            except (OSError, urllib.error.URLError):
                time.sleep(0.3)
        raise AssertionError(f"JupyterLab does not answer after {START_LIMIT} s or has ended:\n{self.said()}")

    def ask(self, path):
        return json.loads(self.fetch(path, 10))

    def fetch(self, path, limit=60):
        request = urllib.request.Request(f"{self.address}/{path}", headers={"Authorization": f"token {self.token}"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=limit) as answer:
            return answer.read()

    def said(self):
        with open(self.log, errors="replace") as f:
            return f.read()[-3000:]

    def audited(self, kind):
        """Lines of the audit: "watching" for each Python process, "outside" for each thing that would leave the machine."""
        if not os.path.exists(self.audit):
            return []
        with open(self.audit) as f:
            return [line.strip() for line in f if line.startswith(kind)]

    def __exit__(self, *_):
        if self.process:
            kill_tree(self.process, 15)  # politely first: JupyterLab then ends the kernels
        shutil.rmtree(self.home, ignore_errors=True)


def start_here(ours):
    """Runs docker/lab.py itself, with our options in place of its own of the same name."""
    sys.path.insert(0, os.path.join(ROOT, "docker"))
    import lab
    from jupyterlab.labapp import LabApp
    launch, taken = LabApp.launch_instance, {o.split("=")[0] for o in ours}
    LabApp.launch_instance = lambda options: launch([o for o in options if o.split("=")[0] not in taken] + ours)
    sys.argv[1:] = []
    lab.main()


if __name__ == "__main__":
    start_here(sys.argv[1:])
