"""Processes that this test run started: how much memory they hold, and their end."""
import contextlib
import subprocess
import threading
import time

import psutil


def kill_tree(process, patience=5):
    """Ends a subprocess.Popen and everything below it: first politely, then not."""
    if process.poll() is not None:
        return
    root = psutil.Process(process.pid)
    below = root.children(recursive=True)
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        below += root.children(recursive=True)
        process.kill()
        process.wait()
    for child in below:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()


def memory(process):
    """Bytes that a process holds: its share of what it shares, or on a Mac what it shares with none."""
    try:
        held = process.memory_full_info()
    except psutil.Error:  # it has ended, or is not ours
        return 0
    return getattr(held, "pss", held.uss)


class Meter:
    """with Meter() as m: …; then m.seconds and m.peak (bytes held by all processes below this one)."""

    def __enter__(self):
        self.peak, self.start, self.done = 0, time.monotonic(), threading.Event()
        threading.Thread(target=self.watch, daemon=True).start()
        return self

    def watch(self):
        while not self.done.wait(1):
            self.peak = max(self.peak, sum(map(memory, psutil.Process().children(recursive=True))))

    def __exit__(self, *_):
        self.done.set()
        self.seconds = time.monotonic() - self.start
