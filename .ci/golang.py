"""The Go steps of the test: format, vet, staticcheck, modules, tests."""
import json
import os
import re
import shutil
import subprocess

from chapters import ROOT
from procs import kill_tree
from report import show


def run(*command, **more):
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", **more)


def judge(report, name, done):
    if done.returncode:
        report.fail(name, done.stdout)
    else:
        report.ok(name)


def go_files():
    for folder, below, names in os.walk(ROOT):
        below[:] = sorted(d for d in below if not d.startswith((".", "_")) and d != "testdata")
        yield from (os.path.join(folder, n) for n in sorted(names) if n.endswith(".go"))


def gofmt(report, _):
    files = list(go_files())
    done = run("gofmt", "-l", *files)
    if not files:
        return report.fail("gofmt", "there is no Go file")
    if done.returncode or done.stdout.strip():
        return report.fail("gofmt", done.stdout.replace(ROOT + os.sep, "") + "not formatted; `make fmt` formats")
    report.ok(f"gofmt ({len(files)} files)")


def vet(report, _):
    judge(report, "go vet", run("go", "vet", "./..."))


def staticcheck(report, _):
    places = [os.path.join(os.environ[v], "bin") for v in ("ANN_TEST_VENV", "ANN_VENV") if v in os.environ]
    tool = shutil.which("staticcheck", path=os.pathsep.join(places + [os.environ.get("PATH", "")]))
    if not tool:
        return report.fail("staticcheck", "is not installed; `make test` installs it")
    judge(report, "staticcheck", run(tool, "./..."))


def modules(report, _):
    """What go.sum says of the downloads, and go.mod of the imports. (`go mod tidy -diff` would ask the network for the
    tests of every dependency's dependencies.)"""
    judge(report, "go mod verify", run("go", "mod", "verify"))
    done = run("go", "list", "-mod=readonly", "-deps", "-test", "-f", "{{with .Error}}{{.}}{{end}}", "./...", "tool",
               env=dict(os.environ, GOPROXY="off"))
    done.stdout = "\n".join(line for line in done.stdout.splitlines() if line.strip())
    if done.stdout and not done.returncode:
        done.returncode = 1
    judge(report, "go.mod is complete", done)


def has_c_compiler():
    compiler = run("go", "env", "CC").stdout.split()
    return bool(compiler) and shutil.which(compiler[0]) is not None


def tests(report, staged):
    """go test -race, each top-level test counts one; then, without the race detector, the tests too slow for it; then, when
    the set-up has chosen vectors (docker/env.sh), the networks' tests without them."""
    flags = ["-race"]
    if not has_c_compiler():
        flags = []
        report.missing("go test -race", "there is no C compiler, so the tests run without the race detector")
    go_test(report, staged, *flags, "./...")
    packages, names = slow()
    if flags and packages:
        show(f"  note  {len(names)} tests that the race detector would slow too much, without it")
        go_test(report, staged, "-run", f"^({'|'.join(names)})$", *packages)
    if os.environ.get("GOEXPERIMENT"):
        show("  note  the packages of the networks, without vectors")
        go_test(report, staged, "./pkg/nn", "./pkg/train", env={"GOEXPERIMENT": "nosimd"})


def slow():
    """Packages and names of the tests in files that the race detector leaves out."""
    packages, names = set(), []
    for path in go_files():
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if path.endswith("_test.go") and text.startswith("//go:build !race\n"):
            packages.add("./" + os.path.relpath(os.path.dirname(path), ROOT))
            names += re.findall(r"(?m)^func (Test\w+)\(", text)
    return sorted(packages), names


def go_test(report, staged, *arguments, env=None):
    command = ["go", "test", "-json", "-count=1", *arguments]
    env = {**os.environ, "ANN_NOTEBOOKS": staged, "GOPROXY": "off", **(env or {})}
    counter = Counter(report)
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True) as process:
        try:
            for line in process.stdout:
                counter.take(line)
        finally:
            kill_tree(process)
    counter.end(process.returncode)


class Counter:
    """Reads the events of go test -json."""

    def __init__(self, report):
        self.report = report
        self.output = {}  # (package, test) -> lines; test None: of the package
        self.builds = {}  # import path -> lines
        self.other = []
        self.tests = self.failed = 0
        self.passed = {}
        self.broken = set()  # packages with a failure that is counted

    def take(self, line):
        try:
            event = json.loads(line)
            action = event["Action"]
        except (ValueError, TypeError, KeyError):
            self.other.append(line)
            return
        package, test = event.get("Package", ""), event.get("Test")
        if action == "build-output":
            self.builds.setdefault(event["ImportPath"], []).append(event["Output"])
        elif action == "output":
            top = test.split("/")[0] if test else None
            self.output.setdefault((package, top), []).append(event["Output"])
        elif action in ("pass", "fail", "skip") and test:
            self.one(action, package, test)
        elif action in ("pass", "fail", "skip"):
            self.package(action, package, event)

    def one(self, action, package, test):
        text = self.output.get((package, test.split("/")[0]), [])
        if action == "skip":
            self.tests += "/" not in test
            why = next((s.strip() for s in reversed(text) if "---" not in s and "===" not in s and s.strip()), "")
            self.report.skip(f"{package} {test}", why)
        elif "/" in test:
            return
        elif action == "pass":
            self.tests += 1
            self.passed[package] = self.passed.get(package, 0) + 1
        else:
            self.tests += 1
            self.fail(package, f"{package} {test}", "".join(text))

    def package(self, action, package, event):
        count = self.passed.get(package, 0)
        if count:
            self.report.ok("", count, quiet=True)
        if action == "fail" and package not in self.broken:
            text = "".join(self.builds.get(event.get("FailedBuild"), []) + self.output.get((package, None), []))
            self.fail(package, f"{package} ({'does not build' if event.get('FailedBuild') else 'no test of it failed, but the whole'})", text)
        seconds = event.get("Elapsed", 0)
        show(f"  {'FAIL' if action == 'fail' else 'ok':5} {package}: {count} tests passed, {seconds:.1f} s" if count or action != "skip"
             else f"  note  {package}: no tests")

    def fail(self, package, name, text):
        self.failed += 1
        self.broken.add(package)
        lines = text.splitlines()
        self.report.fail(name, "\n".join(lines if len(lines) < 120 else [*lines[:60], "…", *lines[-60:]]))

    def end(self, code):
        if code and not self.failed:
            rest = "".join(sum(self.builds.values(), []) + self.other)
            self.report.fail("go test", f"exit code {code}\n{rest}")
        elif not self.tests and not self.failed:
            self.report.fail("go test", "ran no test")
