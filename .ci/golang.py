"""The Go tests as pytest sees them: which there are, and what `go test -json` says of each."""
import collections
import json
import os
import re
import shutil
import subprocess

from chapters import ROOT
from processes import kill_tree

TEST = re.compile(r"((Test|Fuzz|Example)(?![a-z])\w*)\(")
OUTPUT = re.compile(r"(?i)//\s*(unordered )?output:")  # an example without it is compiled, not run
TEST_FILES = '{{$p := .}}{{range .TestGoFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}\n{{end}}{{range .XTestGoFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}\n{{end}}'


def go(*words, **env):
    """What the go command prints; its error message is nothing to us, since the compiler will say it again."""
    return subprocess.run(["go", *words], cwd=ROOT, env={**os.environ, **env}, stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout


def has_c_compiler():
    compiler = go("env", "CC").split()
    return bool(compiler) and shutil.which(compiler[0]) is not None


def tests_in(text):
    """The names of the tests, fuzz tests and examples of a file that `go test` runs."""
    for function in re.split(r"(?m)^func ", text)[1:]:
        found = TEST.match(function)
        if found and found[1] != "TestMain" and (found[2] != "Example" or OUTPUT.search(function)):
            yield found[1]


class Run:
    """One way to run the Go tests: flags, packages, variables of the environment; tests holds (package, test)."""

    def __init__(self, *flags, packages=("./...",), **env):
        self.flags, self.env, self.tests = flags, env, []
        for line in go("list", "-e", "-find", "-f", TEST_FILES, *flags, *packages, **env).splitlines():
            package, path = line.split(" ", 1)
            with open(path, encoding="utf-8") as f:
                self.tests += [(package, test) for test in tests_in(f.read())]


class Events:
    """What `go test -json` has said so far."""

    def __init__(self):
        self.ended = {}  # (package, test): pass, fail or skip; test is None for the package as a whole
        self.output = collections.defaultdict(list)  # (package, top-level test or None): lines
        self.builds = collections.defaultdict(list)  # import path: the compiler's lines
        self.unbuilt = {}  # package: the import path that does not build
        self.other = []  # lines that are no events
        self.told = set()  # packages whose own failure has been told

    def take(self, line):
        try:
            event = json.loads(line)
            action = event["Action"]
        except (ValueError, TypeError, KeyError):
            self.other.append(line)
            return
        package, test = event.get("Package"), event.get("Test")
        if action == "build-output":
            self.builds[event["ImportPath"]].append(event["Output"])
        elif action == "output":
            self.output[package, test and test.split("/")[0]].append(event["Output"])
        elif action in ("pass", "fail", "skip"):
            self.ended[package, test] = action
            if "FailedBuild" in event:
                self.unbuilt[package] = event["FailedBuild"]

    def verdict(self, package, test):
        """pass, fail or skip, and what the test has printed. What did not run, failed; why is told once a package."""
        if (package, test) in self.ended:
            return self.ended[package, test], clip("".join(self.output[package, test]))
        what = "does not build" if package in self.unbuilt else "ended before this test"
        if package in self.told:
            return "fail", f"{package} {what}, as said before"
        self.told.add(package)
        return "fail", f"{package} {what}\n{self.why(package)}"

    def why(self, package):
        return clip("".join(self.builds[self.unbuilt.get(package)] + self.output[package, None] + self.other))

    def untold(self, code):
        """A failure that no test told: of a package whose tests have all passed, or of the go command itself."""
        told = self.told | {package for (package, test), action in self.ended.items() if test and action == "fail"}
        whole = [package for (package, test), action in self.ended.items() if not test and action == "fail" and package not in told]
        if whole:
            return "\n".join(f"{package}: no test of it failed, but the whole\n{self.why(package)}" for package in whole)
        return "" if not code or told else f"go test: exit code {code}\n{self.why(None)}"


def clip(text):
    lines = text.splitlines()
    return "\n".join(lines if len(lines) < 120 else [*lines[:60], "…", *lines[-60:]])


class Process:
    """One `go test` for some tests of a Run. A context manager."""

    def __init__(self, run, tests, **env):
        self.events, self.waiting = Events(), set(tests)
        packages, names = ({pair[i] for pair in tests} for i in (0, 1))
        command = ["go", "test", "-json", "-count=1", *run.flags, "-run", f"^({'|'.join(sorted(names))})$", *sorted(packages)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "GOPROXY": "off", **run.env, **env}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)

    def __enter__(self):
        return self

    def verdict(self, package, test):
        """Reads on until the test, or its package, has ended."""
        self.waiting.discard((package, test))
        while not {(package, test), (package, None)} & self.events.ended.keys() and (line := self.process.stdout.readline()):
            self.events.take(line)
        return self.events.verdict(package, test)

    def untold(self):
        """What is left to say at the end, if all tests have been asked for; else the run was stopped before its end."""
        if self.waiting:
            return ""
        for line in self.process.stdout:
            self.events.take(line)
        return self.events.untold(self.process.wait())

    def __exit__(self, *_):
        kill_tree(self.process)
        self.process.stdout.close()
