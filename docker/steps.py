"""How the set-up runs its steps: stamps, lines of progress, a log, a lock, and one line about what went wrong."""
import ast
import contextlib
import fcntl
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import time

OFFLINE = re.compile(
    "name resolution|name or service not known|nodename nor servname|no such host|network is unreachable|no route to host|"
    "connection refused|i/o timeout|timed out|NewConnectionError|ProxyError|proxyconnect|lookup disabled|TLS handshake|SSLError|x509", re.I)
# Settings of pip that a network may need. All others (user, target, require-virtualenv, …) stay out.
NETWORK = {"cert", "client-cert", "index-url", "extra-index-url", "find-links", "no-index", "trusted-host", "proxy",
           "timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir", "keyring-provider"}


class Failed(Exception):
    """One line: what is wrong and what to do."""


def digest(*things):
    """A digest of strings, folders' names and files' contents; and of this code, so that a new set-up sets up anew."""
    h = hashlib.sha256()
    code = pathlib.Path(__file__)
    for thing in (code, code.with_name("setup.py"), *things):
        is_file = isinstance(thing, pathlib.Path) and thing.is_file()
        data = thing.read_bytes() if is_file else str(thing).encode()
        h.update(len(data).to_bytes(8, "big") + data)
    return h.hexdigest()


def pip_settings(pip):
    """Changes of the environment that leave pip the user's settings for the network only, from files and variables."""
    listed = subprocess.run([*pip, "config", "list"], capture_output=True, text=True).stdout
    settings = dict.fromkeys((name for name in os.environ if name.startswith("PIP_")))
    settings["PIP_CONFIG_FILE"] = os.devnull
    for scope in ("global.", "install.", ":env:."):  # a later one counts more
        for line in listed.splitlines():
            name, _, value = line.partition("=")
            short = name.removeprefix(scope)
            if short != name and short in NETWORK:
                settings["PIP_" + short.upper().replace("-", "_")] = " ".join(ast.literal_eval(value).split())
    return settings


class Steps:
    def __init__(self, root, venv, total):
        self.root, self.venv, self.total = root, venv, total
        self.number = self.done = 0
        self.log = venv / "setup.log"
        self.lock, self.locked = open(venv / "lock", "a"), False

    def take_lock(self):
        """Waits until no other set-up and no JupyterLab uses this environment."""
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting: another set-up or a JupyterLab runs in this folder. Let it end, or stop it.", flush=True)
            fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.locked = True

    @contextlib.contextmanager
    def step(self, title, name, key, whole=lambda: True):
        """Yields a function that runs commands; or None when the stamp is right and what the step makes is there."""
        self.number += 1
        stamp = self.venv / "stamps" / name

        def fresh():
            return stamp.is_file() and stamp.read_text() == key and whole()
        if not fresh() and not self.locked:
            self.take_lock()
        if fresh():  # perhaps by the one we waited for
            yield None
            return
        self.title, self.start = f"[{self.number}/{self.total}] {title}", time.monotonic()
        self.say("…")
        stamp.unlink(missing_ok=True)
        yield self.run
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(key)
        self.done += 1
        self.say("done", "\n")

    def say(self, what, end=""):
        """On a terminal one line that is written over, elsewhere a new line."""
        line = f"{self.title}: {what} ({time.monotonic() - self.start:.0f} s)"
        tty = sys.stdout.isatty()
        print(f"\r{line:78}" if tty else line, end=end if tty else "\n", flush=True)
        self.said = time.monotonic()

    def run(self, *command, env=None, count=None, total=0, lock=True):
        """Runs a command in the checkout; lines that match count are its progress. With lock, a command that outlives
        this process keeps the lock: nobody else begins to write where it writes."""
        environ = {**os.environ, **(env or {})}
        environ = {name: value for name, value in environ.items() if value is not None}
        seen, lines, pause = 0, [], 0.2 if sys.stdout.isatty() else 10
        with open(self.log, "a") as log, subprocess.Popen(
                list(map(str, command)), cwd=self.root, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, errors="replace", pass_fds=[self.lock.fileno()] if lock else []) as child:
            for line in child.stdout:
                log.write(line)
                lines.append(line.strip())
                seen += bool(count and re.match(count, line))
                if seen and time.monotonic() - self.said > pause:
                    self.say(f"{min(seen, total)} of {total}" if total else str(seen))
        if child.returncode:
            self.complain(lines)

    def complain(self, lines):
        if sys.stdout.isatty():
            print()
        if any(map(OFFLINE.search, lines)):
            raise Failed(f"{self.title} needs the network and does not reach it. Connect and try again (behind a proxy "
                         f"set HTTPS_PROXY, for certificates of your own PIP_CERT and SSL_CERT_FILE). Details: {self.log}")
        lines = list(filter(None, lines)) or ["no message"]
        why = next((line for line in reversed(lines) if "error" in line.lower()), lines[-1])
        raise Failed(f"{self.title} failed: {why[:300]} Details: {self.log}")
