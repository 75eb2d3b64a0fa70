"""Sets up the environment of the course inside the checkout, step by step. Run by docker/setup, in the environment of env.sh.

Each step has a stamp, a digest of all it depends on; a step whose stamp is right is skipped. The stamp goes before the
step begins and comes back when it has ended, so that an interrupted set-up is repaired by the next one.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import port
from steps import Failed, Steps, digest, pip_settings

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV, TEST = ROOT / ".venv", ROOT / ".venv-test"
KEEP = {"jupyter", "lock", "setup.log"}  # outlive a renewed environment: the learner's settings and signatures, lock, log
TOOLS = {
    "gonb": "github.com/janpfeifer/gonb",
    "goimports": "golang.org/x/tools/cmd/goimports",
    "gopls": "golang.org/x/tools/gopls",
}
MOD, SUM = ROOT / "go.mod", ROOT / "go.sum"


def go_env(name):
    """A value of `go env`, asked outside the module: an old Go refuses to read go.mod."""
    try:
        done = subprocess.run(["go", "env", name], cwd="/", capture_output=True, text=True)
    except OSError:
        raise Failed("Go is missing, or not on PATH. Install it (https://go.dev/dl/) and try again.") from None
    if done.returncode:
        raise Failed(f"Go does not work ({done.stderr.strip()[:200]}). Reinstall it (https://go.dev/dl/) and try again.")
    return done.stdout.strip()


def check_go():
    """Go's version, when it is new enough for go.mod."""
    def release(text):
        found = re.match(r"(?:go)?(\d+)\.(\d+)", text)
        return tuple(map(int, found.groups())) if found else (999,)  # a development version
    version = go_env("GOVERSION")
    wanted = re.search(r"^go (\S+)", MOD.read_text(), re.M)[1]
    if release(version) < release(wanted):
        raise Failed(f"Go {version.removeprefix('go')} is too old, {wanted} or newer is needed. Install it (https://go.dev/dl/) and try again.")
    return version


def wipe(folder):
    """Empties an environment, but for what is to stay."""
    for path in folder.iterdir():
        if path.name not in KEEP:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def python_environment(steps, folder, lock, title):
    """A virtual environment with what a lock file names. It holds absolute paths, so a moved checkout gets a new one."""
    key = digest(ROOT, os.path.realpath(sys.executable), sys.version, lock)

    def whole():
        return (folder / "bin/python").exists() and any(folder.glob("lib/python3*/site-packages/*.dist-info/RECORD"))
    with steps.step(title, f"python{folder.name}", key, whole) as run:
        if run:
            wipe(folder)
            run(sys.executable, "-m", "venv", folder)
            pip = [folder / "bin/python", "-m", "pip"]
            run(*pip, "install", "--no-input", "--disable-pip-version-check", "--require-hashes", "-r", lock,
                env=pip_settings(pip), count=r"Collecting ", total=len(re.findall(r"^\S+==", lock.read_text(), re.M)))


def go_install(steps, title, name, key, folder, tools):
    """Commands of go.mod's `tool` lines, built into folder/bin."""
    with steps.step(title, name, key, lambda: all((folder / "bin" / tool).exists() for tool in tools)) as run:
        if run:
            needed = subprocess.run(["go", "list", "-deps", *tools.values()], cwd=ROOT, capture_output=True, text=True)
            run("go", "install", "-v", *tools.values(), env={"GOBIN": str(folder / "bin")},
                count=r"\S+$", total=needed.stdout.count("\n"))


def kernel(steps, key):
    """The kernelspec: GoNB with the module as workspace, and the door to the network shut."""
    spec = VENV / "jupyter/data/kernels/gonb/kernel.json"
    goroot = go_env("GOROOT")
    with steps.step("Go kernel", "kernel", digest(key, ROOT, goroot), spec.exists) as run:
        if not run:
            return
        path = f"{VENV}/bin{os.pathsep}{goroot}/bin{os.pathsep}"
        shutil.rmtree(spec.parent, ignore_errors=True)
        run(VENV / "bin/gonb", "--install", "--go_work", ROOT, env={"PATH": path + os.environ["PATH"]})
        content = json.loads(spec.read_text())
        quiet = {  # its log goes to a file; on the terminal of JupyterLab it would alarm
            "-logtostderr": "false", "-stderrthreshold": "3", "-log_file": VENV / "jupyter/gonb.log"}
        options = [option.split("=")[0] for option in content["argv"]]
        content["argv"] = [f"{name}={quiet[name]}" if name in quiet else option for name, option in zip(options, content["argv"])]
        content["argv"][0] = str(VENV / "bin/gonb")  # not the copy that GoNB makes of itself under /tmp
        content["env"] = {
            "PATH": path + "${PATH}",
            "GOPROXY": "off",
            "GOTOOLCHAIN": "local",
            "GOFLAGS": os.environ["GOFLAGS"] + " -ldflags=-w",  # no debugging symbols: links faster
            "GOEXPERIMENT": os.environ.get("GOEXPERIMENT", ""),
            "GOWORK": "",  # not ours but GoNB's
        }
        (spec.parent / "gonb").unlink(missing_ok=True)
        spec.write_text(json.dumps(content, indent=1) + "\n")


def set_up(mode, steps):
    go = check_go()
    experiment = os.environ.get("GOEXPERIMENT", "")
    modules, cache = go_env("GOMODCACHE"), go_env("GOCACHE")
    key = digest(MOD, SUM, go, experiment)

    title = f"JupyterLab, for Python {sys.version.split()[0]} and {go.replace('go', 'Go ')}"
    python_environment(steps, VENV, ROOT / "docker/requirements.txt", title)

    downloads = pathlib.Path(modules, "cache/download/github.com/janpfeifer/gonb")
    with steps.step("Go modules", "modules", digest(key, modules), downloads.exists) as run:
        if run:
            run("go", "mod", "download", "-x", count=r"# get .*\.zip: 200", total=MOD.read_text().count("\n\t"))

    go_install(steps, "Go tools " + ", ".join(TOOLS), "tools", key, VENV, TOOLS)

    sources = sorted(path for top in ("pkg", "data") for path in (ROOT / top).rglob("*") if path.suffix in (".go", ".csv"))
    with steps.step("course packages", "packages", digest(key, cache, *sources)) as run:
        if run:
            try:
                run("go", "build", "-v", "./...", count=r"\S+$")
            except Failed as problem:  # JupyterLab is where a learner who changed the engine can repair it
                print(f"warning: {problem}")

    kernel(steps, key)

    with steps.step("first cell", "cell", digest(key, cache, ROOT)) as run:
        if run:
            run(VENV / "bin/python", ROOT / "docker/first_cell.py", lock=False)

    if mode == "test":
        python_environment(steps, TEST, ROOT / "docker/requirements-test.txt", "test packages")
        lab, = VENV.glob("lib/python3*/site-packages")
        tests, = TEST.glob("lib/python3*/site-packages")
        (tests / "lab.pth").write_text(f"{lab}\n")
        go_install(steps, "staticcheck", "staticcheck", key, TEST, {"staticcheck": "honnef.co/go/tools/cmd/staticcheck"})


def main():
    mode, start = sys.argv[1], time.monotonic()
    try:
        if mode == "lab":
            port.choose()  # to fail before the long part
        for folder in (VENV, TEST) if mode == "test" else (VENV,):
            if folder.is_symlink():
                raise Failed(f"{folder} is a link. Remove it: set-up makes a folder there.")
            folder.mkdir(exist_ok=True)
        steps = Steps(ROOT, VENV, total=8 if mode == "test" else 6)
        set_up(mode, steps)
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        sys.exit(130)
    except Failed as problem:
        sys.exit(f"error: {problem}")
    except OSError as problem:
        sys.exit(f"error: {problem.filename or ROOT}: {problem.strerror}. The course needs a folder of your own that you can write to, with 2 GB free.")
    if steps.done or not mode:
        print(f"The set-up is complete ({time.monotonic() - start:.0f} s).", flush=True)


if __name__ == "__main__":
    main()
