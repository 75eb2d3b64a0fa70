"""What a reader does in a browser, done by a script; each numbered proof counts one test.

    python .ci/browser.py          (in the environment that `make test` makes)

JupyterLab runs on a copy of the notebooks, so that nothing of the learner's is touched.
"""
import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time

import nbformat

from chapters import chapters, edited, stage
from report import Report, show
from server import Lab

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         # No name is looked up: what a page would fetch from outside is written down and fails.
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]


def chromium():
    """Where the browser is: what CHROMIUM= names, else the first one found, else None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)


def fill(lab, staged):
    """Copies the notebooks into JupyterLab's folder; returns chapters 00 and 01 and an untrusted copy of 01."""
    target, found = os.path.join(lab.folder, "notebooks"), chapters()
    if staged:
        shutil.copytree(staged, target, dirs_exist_ok=True)
    else:
        stage(target, found, edited())
    paths = []
    for number in ("00", "01"):
        one = [c for c in found if c.name.startswith(number) and os.path.exists(os.path.join(target, c.name))]
        assert len(one) == 1, f"there are {len(one)} chapters {number}"
        paths.append("notebooks/" + one[0].name)
        if one[0].state != "same":  # the set-up signs what is as committed
            lab.trust(os.path.join(lab.folder, paths[-1]))
    return *paths, untrusted(lab.folder, paths[1])


def untrusted(folder, path):
    """One word more in an output, and no signature fits."""
    copy = "notebooks/untrusted.ipynb"
    nb = nbformat.read(os.path.join(folder, path), as_version=4)
    output = next(o for c in nb.cells for o in c.get("outputs", []) if "text/plain" in o.get("data", {}))
    output.data["text/plain"] += " (changed)"
    nbformat.write(nb, os.path.join(folder, copy))
    return copy


def test(report, staged=None):
    program = chromium()
    if not program:
        return report.missing("browser test", "Chromium is not installed")
    shots = tempfile.mkdtemp(prefix="ann-browser-")
    show(f"  note  screenshots are in {shots}")
    with contextlib.ExitStack() as stack:
        try:
            from playwright.sync_api import sync_playwright

            from proofs import Proofs
            lab = stack.enter_context(Lab())
            paths = fill(lab, staged)
            lab.start()
            driver = stack.enter_context(sync_playwright())
            browser = driver.chromium.launch(executable_path=program, args=FLAGS, handle_sigint=False)
            stack.callback(browser.close)
            proofs = Proofs(lab, browser, shots, *paths)
        except Exception as e:
            return report.fail("browser: JupyterLab and Chromium start", f"{type(e).__name__}: {e}")
        for number, proof in enumerate(proofs.all(), 1):
            prove(report, proofs, f"browser {number}: {proof.__doc__.strip()}", proof)


def prove(report, proofs, name, proof):
    start = time.time()
    try:
        proof()
    except Exception as e:  # a failed assertion, or what Playwright did not find
        picture = proofs.shot(f"failed-{proof.__name__}")
        why = str(e) if isinstance(e, AssertionError) else f"{type(e).__name__}: {e}"
        report.fail(name, "\n".join(why.splitlines()[:20]) + (f"\nsee {picture}" if picture else ""))
    else:
        report.ok(f"{name} ({time.time() - start:.0f} s)")


def main():
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    report = Report()
    test(report)
    return report.end()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
