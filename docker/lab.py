"""Starts JupyterLab on chapter 00. Run by docker/lab, in the environment of docker/env.sh."""
import fcntl
import os
import pathlib
import secrets
import signal
import socket
import sys
import threading
import time

import kernels
import port as ports
import trust

ROOT = pathlib.Path(__file__).resolve().parent.parent
START = "/lab/tree/notebooks/00-start-here.ipynb"


def has_display():
    """Whether this machine can open a browser window for the person at the keyboard."""
    if "SSH_CONNECTION" in os.environ:
        return False
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def announce(port, token):
    """Prints the address as soon as the server answers."""
    while True:
        with socket.socket() as s:
            if s.connect_ex((ports.HOST, port)) == 0:
                break
        time.sleep(0.1)
    print(f"\nThe course is at  http://{ports.HOST}:{port}{START}?token={token}\nStop it with Ctrl-C.\n", flush=True)


def main():
    port = ports.choose()
    if port != ports.FIRST and not os.environ.get("PORT"):
        print(f"Port {ports.FIRST} is taken, this one uses {port}.")
    lock = open(ROOT / ".venv" / "lock", "a")
    fcntl.flock(lock, fcntl.LOCK_SH)  # no set-up renews the environment while JupyterLab runs in it
    trust.main()

    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_hex(24)
    os.environ["JUPYTER_TOKEN"] = token
    os.environ["PATH"] = f"{ROOT}/.venv/bin{os.pathsep}{os.environ['PATH']}"
    options = [
        f"--ServerApp.root_dir={ROOT}", f"--ServerApp.port={port}", f"--ServerApp.default_url={START}",
        f"--ServerApp.open_browser={has_display()}", *sys.argv[1:],
    ]
    threading.Thread(target=announce, args=(port, token), daemon=True).start()
    from jupyterlab.labapp import LabApp
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # until Jupyter has its own way to stop
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))  # the terminal was closed
    with kernels.own_tmp():
        LabApp.launch_instance(options)


if __name__ == "__main__":
    main()
