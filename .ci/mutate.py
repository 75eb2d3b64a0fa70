"""Damages the engine one place at a time and sees whether the tests notice:  python .ci/mutate.py [WORD] …

The damages lie beside the code, in testdata/damages.toml of each package. Each is done in a temporary copy of the module,
where the tests of its package must then fail. With words, only damages with one of them in their description are done.
Exit code 1 if any goes unnoticed.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
WANTED = {"what", "file", "text", "instead"}


@dataclass
class Damage:
    what: str  # what is wrong afterwards
    file: str  # below pkg
    text: str  # what stands there, exactly once
    instead: str  # what takes its place
    needs: str = ""  # "vectors": only where the set-up has chosen them and the processor has them

    @property
    def package(self):
        return os.path.dirname(self.file)


def damages(root=ROOT):
    """All of them, and what is wrong with the lists."""
    found, wrong = [], []
    for path in sorted((root / "pkg").glob("**/testdata/damages.toml")):
        package = path.parent.parent.relative_to(root / "pkg").as_posix()
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["damage"]:
            if not WANTED <= entry.keys() <= WANTED | {"needs"}:
                wrong.append(f"{package}: a damage has {sorted(entry)}, want {sorted(WANTED)}, and needs if any")
                continue
            d = Damage(**{**entry, "file": f"{package}/{entry['file']}"})
            count = (root / "pkg" / d.file).read_text(encoding="utf-8").count(d.text)
            if count != 1:
                wrong.append(f"{d.what}: {d.file} holds {count} times, want once:\n    {d.text!r}")
            elif d.instead == d.text:
                wrong.append(f"{d.what}: nothing is damaged")
            found.append(d)
    return found, wrong


def has_vectors():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            return os.environ.get("GOEXPERIMENT") == "simd" and " avx2 " in f.read()
    except OSError:
        return False


def main(words):
    found, wrong = damages()
    if wrong:
        sys.exit("\n".join(wrong))
    found = [d for d in found if not words or any(w in d.what for w in words)]
    found = [d for d in found if d.needs != "vectors" or has_vectors()]
    if not found:
        sys.exit("no damage of that name")
    with tempfile.TemporaryDirectory(prefix="ann-mutate-") as copy:
        for name in ("pkg", "data"):
            shutil.copytree(ROOT / name, os.path.join(copy, name))
        for name in ("go.mod", "go.sum"):
            shutil.copy(ROOT / name, copy)
        for package in sorted({d.package for d in found}):
            passed, text = test(copy, package)
            if not passed:
                sys.exit(f"the tests of {package} fail before any damage:\n{text}")
        noticed = sum(is_noticed(copy, d) for d in found)
    print(f"{len(found)} damages, {noticed} noticed")
    return noticed != len(found)


def is_noticed(copy, d):
    """Does one damage, prints its line of the table, and puts the file back."""
    path = os.path.join(copy, "pkg", d.file)
    with open(path, encoding="utf-8") as f:
        good = f.read()
    start = time.monotonic()
    with open(path, "w", encoding="utf-8") as f:
        f.write(good.replace(d.text, d.instead))
    try:
        passed, text = test(copy, d.package, "-short")  # notices most, and at once
        if passed:
            passed, text = test(copy, d.package)
    finally:
        with open(path, "w", encoding="utf-8") as f:
            f.write(good)
    if "[build failed]" in text or "[setup failed]" in text:
        sys.exit(f"{d.what}: does not compile, which proves nothing:\n{text}")
    by = next((line.split()[2] for line in text.splitlines() if line.strip().startswith("--- FAIL: ")), "a panic or the time limit")
    print(f"{d.file:26} {d.what:52} {'NOT NOTICED' if passed else by} ({time.monotonic() - start:.1f} s)", flush=True)
    return not passed


def test(copy, package, *flags):
    """Runs the tests of a package; whether they pass, and what they print."""
    done = subprocess.run(["go", "test", "-count=1", "-failfast", "-vet=off", "-timeout=600s", *flags, "./pkg/" + package], cwd=copy, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    return done.returncode == 0, done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
