"""Processes that this test run started: how much memory they hold, and their end."""
import os
import signal
import subprocess
import threading
import time


def children(root):
    """The process ids below root, nearest first."""
    try:
        table = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True).stdout
    except OSError:
        return []
    below = {}
    for line in table.splitlines():
        pid, parent = map(int, line.split())
        below.setdefault(parent, []).append(pid)
    found, rest = [], [root]
    while rest:
        kids = below.get(rest.pop(0), [])
        found += kids
        rest += kids
    return found


def kill_tree(process, patience=5):
    """Ends a subprocess.Popen and everything below it: first politely, then not."""
    if process.poll() is not None:
        return
    pids = children(process.pid)
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        pids += children(process.pid)
        process.kill()
        process.wait()
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass


def memory(pid):
    """Bytes that a process holds, its share of what it shares; 0 where /proc does not tell."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as f:
            for line in f:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


class Meter:
    """with Meter() as m: …; then m.seconds and m.peak (bytes held by all processes below this one)."""

    def __enter__(self):
        self.peak, self.start, self.done = 0, time.time(), threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()
        return self

    def watch(self):
        while not self.done.wait(1):
            if not os.path.exists("/proc/self/smaps_rollup"):
                return
            self.peak = max(self.peak, sum(map(memory, children(os.getpid()))))

    def __exit__(self, *_):
        self.done.set()
        self.seconds = time.time() - self.start
