"""Counts what passed, failed and was skipped, and says so while it happens."""
import os
import sys

CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")


def show(text=""):
    """Prints at once, so that progress is seen through pipes too."""
    print(text, flush=True)


class Report:
    def __init__(self):
        self.passed = 0
        self.failures = []  # (name, why)
        self.skips = []

    def ok(self, name, count=1, quiet=False):
        self.passed += count
        if not quiet:
            show(f"  ok    {name}")

    def fail(self, name, why=""):
        self.failures.append((name, why))
        show(f"  FAIL  {name}" + indent(why))

    def skip(self, name, why=""):
        self.skips.append((name, why))
        show(f"  skip  {name}: {why}" if why else f"  skip  {name}")

    def missing(self, name, why):
        """Something a learner's machine may lack, but CI may not."""
        if CI:
            self.fail(name, why + " (under CI nothing may be missing)")
        else:
            self.skip(name, why)

    def last_line(self):
        return f"{self.passed} passed, {len(self.failures)} failed, {len(self.skips)} skipped"

    def end(self):
        """Prints the summary and the last line, returns the exit code."""
        if self.skips:
            show("\nSkipped:")
            for name, why in self.skips:
                show(f"  {name}: {why}" if why else f"  {name}")
        if self.failures:
            show("\nFailed:")
            for name, why in self.failures:
                show(f"  {name}" + (f": {why.strip().splitlines()[0][:200]}" if why.strip() else ""))
        show()
        show(self.last_line())
        sys.stdout.flush()
        return 1 if self.failures else 0


def indent(text):
    text = text.rstrip()
    return "\n" + "\n".join("        " + line for line in text.splitlines()) if text else ""
