"""Runs every test of the course:  make test,  or  python .ci/test.py [--only STEP] …

Goes on after a failure; the last line says `N passed, N failed, N skipped`, the exit code is 1 if anything failed.
"""
import argparse
import os
import signal
import sys
import tempfile
import time
import traceback
import unittest

import browser
import golang
import notebooks
from chapters import chapters, edited, stage
from procs import Meter
from report import Report, show

HERE = os.path.dirname(os.path.abspath(__file__))


def scripts(report, _):
    """The unit tests of these scripts."""
    suite = unittest.defaultTestLoader.discover(HERE, "test_*.py")
    with open(os.devnull, "w") as quiet:
        result = unittest.TextTestRunner(quiet).run(suite)
    for case, text in result.failures + result.errors:
        report.fail(case.id(), text)
    for case, why in result.skipped:
        report.skip(case.id(), why)
    good = result.testsRun - len(result.failures) - len(result.errors) - len(result.skipped)
    if result.testsRun == 0:
        return report.fail("scripts", "ran no test")
    report.ok(f"{good} unit tests of .ci", good)


def run_notebooks(report, staged):
    notebooks.test(report, chapters(), staged)


STEPS = {
    "format": golang.gofmt,
    "vet": golang.vet,
    "staticcheck": golang.staticcheck,
    "modules": golang.modules,
    "scripts": scripts,
    "go": golang.tests,
    "notebooks": run_notebooks,
    "browser": browser.test,
}


def run(report, steps):
    table = []
    with tempfile.TemporaryDirectory(prefix="ann-stage-") as staged:
        stage(staged, chapters(), edited())
        for number, name in enumerate(steps, 1):
            show(f"[{number}/{len(steps)}] {name}")
            before = report.passed, len(report.failures), len(report.skips)
            with Meter() as meter:
                try:
                    STEPS[name](report, staged)
                except Exception:
                    report.fail(name, traceback.format_exc())
            after = report.passed, len(report.failures), len(report.skips)
            table.append((name, *(b - a for a, b in zip(before, after)), meter.seconds, meter.peak / 1e6))
    return table


def show_table(table, seconds):
    show(f"\n{'step':12}{'passed':>8}{'failed':>8}{'skipped':>8}{'seconds':>9}{'peak MB':>9}")
    for row in table:
        show("{:12}{:8d}{:8d}{:8d}{:9.0f}{:9.0f}".format(*row))
    peak = max((row[-1] for row in table), default=0)
    show(f"{'all':12}{'':24}{seconds:9.0f}{peak:9.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=STEPS, metavar="STEP", help="run this step: " + ", ".join(STEPS))
    words = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    start, report = time.time(), Report()
    table = run(report, words.only or list(STEPS))
    show_table(table, time.time() - start)
    return report.end()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        show("\ninterrupted")
        sys.exit(130)
