"""Executes the chapters and compares them with their saved outputs, or saves new ones.

    python .ci/notebooks.py test [notebook …]
    python .ci/notebooks.py save [notebook …]

Your edits are safe: `test` judges the committed version of a notebook that you changed, `save` leaves it alone,
both say so, and EDITED=1 makes both take your version.
"""
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

import nbformat

import compare
from chapters import ROOT, chapters, edited, read, stage
from execute import can_isolate, dump, normalise
from procs import kill_tree
from report import Report, show

AT_ONCE = 2
LIMIT = 900  # seconds for a notebook


class Runner:
    """Executes staged notebooks, AT_ONCE at a time, in processes without network where the machine allows it."""

    def __init__(self):
        self.isolated = can_isolate()
        self.live, self.lock, self.stopped = set(), threading.Lock(), False
        show("  network off: GOPROXY=off" + (", each notebook in a network namespace without devices" if self.isolated else
             "; this machine makes no network namespace, so only Go's downloads are off"))

    def run(self, source, strict):
        """(executed notebook or None, what failed)."""
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

    def each(self, folder, found, done):
        """Runs all, calls done(chapter, executed, failure) in order. Ctrl-C ends all."""
        pool = ThreadPoolExecutor(AT_ONCE)
        jobs = [(c, pool.submit(self.run, os.path.join(folder, c.name), c.name.startswith("solutions/"))) for c in found]
        try:
            for chapter, job in jobs:
                done(chapter, *job.result())
        finally:
            with self.lock:
                self.stopped = True
            for process in list(self.live):
                kill_tree(process)
            pool.shutdown(cancel_futures=True)


def label(k, cell):
    first = next((line.strip() for line in cell.source.splitlines() if line.strip() and not line.startswith("%")), "")
    return f"cell {k} ({first[:60]})"


def differences(old, new, keep, exact):
    """What changed, cell by cell, and what is bad in the new outputs whatever was saved."""
    found = []
    for k, (a, b) in enumerate(zip(old.cells, new.cells)):
        if b.cell_type != "code":
            continue
        timing = compare.TIMING in b.metadata.get("tags", [])
        why = compare.faults(b) or compare.outputs_differ(a.outputs, b.outputs, exact and not timing, lambda n, i: keep(k, n, i))
        if why:
            found.append(f"{label(k, b)}: {why}")
    return found


class Pictures:
    """Keeps pictures that differ, in a temporary folder made when the first one comes."""
    folder = None

    def keeper(self, chapter):
        def keep(k, name, image):
            self.folder = self.folder or tempfile.mkdtemp(prefix="ann-pictures-")
            path = os.path.join(self.folder, f"{chapter.name.replace('/', '-').removesuffix('.ipynb')}-cell{k}-{name}")
            image.save(path)
            return path
        return keep


def test(report, found=None, folder=None):
    """Counts one test a notebook. folder: where stage has put them."""
    found = chapters() if found is None else found
    with tempfile.TemporaryDirectory(prefix="ann-stage-") as own:
        if folder is None:
            folder = own
            stage(folder, found, edited())
        found = [c for c in found if os.path.exists(os.path.join(folder, c.name))]
        if not found:
            return report.fail("notebooks", "there is no notebook to test")
        exact = compare.exact_machine()
        if not exact:
            show(f"  note  digits and pixels are compared on Linux on amd64 only; here ({sys.platform}, {platform.machine()}) "
                 "the claims are run and the kinds of outputs compared")
        pictures = Pictures()

        def done(chapter, new, failure):
            if failure:
                return report.fail(chapter.title, failure)
            old = nbformat.read(os.path.join(folder, chapter.name), as_version=4)
            found = differences(old, new, pictures.keeper(chapter), exact)
            if found:
                return report.fail(chapter.title, "\n".join(found))
            report.ok(chapter.title)
        Runner().each(folder, found, done)


def save(report, found):
    def done(chapter, new, failure):
        if failure:
            return report.fail(chapter.title, failure + "\nnot saved")
        bad = [f"{label(k, c)}: {why}" for k, c in enumerate(new.cells) if (why := compare.faults(c))]
        if bad:
            return report.fail(chapter.title, "\n".join(bad) + "\nnot saved")
        before = read(chapter.path)
        old = nbformat.reads(before.decode(), as_version=4)
        if not differences(old, new, lambda *_: "", True) and dump(normalise(old)).encode() == before:
            return report.ok(chapter.title + ": unchanged")
        write(chapter.path, dump(new))
        report.ok(chapter.title + ": saved")
    run = []
    for chapter in found:
        if chapter.state == "edited" and not edited():
            report.skip(chapter.title, "differs from the committed version and is kept; EDITED=1 runs and saves it")
        elif chapter.state != "missing":
            run.append(chapter)
    if not run and not report.skips:
        return report.fail("notebooks", "there is no notebook to save")
    with tempfile.TemporaryDirectory(prefix="ann-stage-") as folder:
        stage(folder, run, True)
        Runner().each(folder, run, done)


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


def main(words):
    if not words or words[0] not in ("test", "save"):
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    report = Report()
    found = chapters(ROOT, words[1:])
    (test if words[0] == "test" else save)(report, found)
    return report.end()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
