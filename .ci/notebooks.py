"""Executes notebooks, compares them with their saved outputs, and saves new ones."""
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import nbformat

import compare
from chapters import ROOT, read
from execute import can_isolate, dump, normalise
from processes import kill_tree

AT_ONCE = 2
LIMIT = 900  # seconds for a notebook


class Runner:
    """Executes notebooks, AT_ONCE at a time, in processes without network where the machine allows it. A context manager:
    begins with {name: path} and ends, when it is left, what is still running."""

    def __init__(self, paths):
        self.isolated = can_isolate()
        if not self.isolated:
            warnings.warn("this machine makes no network namespace; only Go's downloads are off while notebooks run")
        self.live, self.lock, self.stopped = set(), threading.Lock(), False
        self.pool = ThreadPoolExecutor(AT_ONCE)
        self.jobs = {name: self.pool.submit(self.run, path, name.startswith("solutions/")) for name, path in paths.items()}

    def __enter__(self):
        return self

    def result(self, name):
        """(executed notebook or None, what failed)"""
        return self.jobs[name].result()

    def run(self, source, strict):
        work = tempfile.mkdtemp(prefix="ann-")
        try:
            return self.run_in(work, source, strict)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def run_in(self, work, source, strict):
        target = os.path.join(work, "out.ipynb")
        env = dict(os.environ, GOPROXY="off", TMPDIR=work, ANN_PROGRESS=os.path.join(work, "progress.json"))
        env.pop("ANN_STRICT", None)
        if strict:
            env["ANN_STRICT"] = "1"
        command = ["unshare", "-rn"] if self.isolated else []
        command += [sys.executable, os.path.join(ROOT, ".ci", "execute.py"), source, target]
        command += ["--isolated"] if self.isolated else []
        with open(os.path.join(work, "stdout"), "w+") as out, open(os.path.join(work, "stderr"), "w+") as err:
            with self.lock:
                if self.stopped:
                    return None, "interrupted"
                process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
                self.live.add(process)
            try:
                code = process.wait(LIMIT)
            except subprocess.TimeoutExpired:
                kill_tree(process)
                return None, f"not done after {LIMIT} s"
            finally:
                self.live.discard(process)
            out.seek(0), err.seek(0)
            if code == 1 and (said := out.read().strip()):
                return None, said
            if code:
                return None, f"could not be run (exit code {code}): {err.read().strip()[-1500:]}"
        return nbformat.read(target, as_version=4), ""

    def __exit__(self, *_):
        with self.lock:
            self.stopped = True
        for process in list(self.live):
            kill_tree(process)
        self.pool.shutdown(cancel_futures=True)


def label(k, cell):
    first = next((line.strip() for line in cell.source.splitlines() if line.strip() and not line.startswith("%")), "")
    return f"cell {k} ({first[:60]})"


def faults(nb):
    """What is bad in the outputs whatever was saved, cell by cell."""
    return [f"{label(k, cell)}: {why}" for k, cell in enumerate(nb.cells) if (why := compare.faults(cell))]


def differences(old, new, keep, exact):
    """What is bad and what has changed, cell by cell. keep(k, name, image) stores a picture and returns its path."""
    found = []
    for k, (a, b) in enumerate(zip(old.cells, new.cells)):
        if b.cell_type != "code":
            continue
        timing = compare.TIMING in b.metadata.get("tags", [])
        why = compare.faults(b) or compare.outputs_differ(a.outputs, b.outputs, exact and not timing, lambda n, i: keep(k, n, i))
        if why:
            found.append(f"{label(k, b)}: {why}")
    return found


def save(path, new):
    """Saves an executed notebook if it differs from what is there, and says which it did."""
    before = read(path)
    old = nbformat.reads(before.decode(), as_version=4)
    if not differences(old, new, lambda *_: "", True) and dump(normalise(old)).encode() == before:
        return "unchanged"
    write(path, dump(new))
    return "saved"


def write(path, text):
    """All or nothing: a rename after the whole text is on disk."""
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{os.getpid()}.tmp")
    try:
        with open(temporary, "w", encoding="utf-8") as f:
            f.write(text)
            f.flush()
            os.fsync(f.fileno())
        shutil.copymode(path, temporary)
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.remove(temporary)
