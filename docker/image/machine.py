"""Whether this machine can build the image and run it:  python3 machine.py

Exit code 0: it can. Where it cannot, the reason is said in one line; the exit code is NOT_TESTED under CI, whose machines
we do not choose, and 1 elsewhere."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

NOT_TESTED = 75
RELEASE = "bookworm"
DRIVERS = ("overlay", "vfs")  # how buildah may keep images; the first is small and fast, the other works on overlayfs too
PROGRAMS = ("buildah", "debootstrap", "unshare", "go")
HELLO = 'package main\n\nfunc main() { println("hello") }\n'
# What engine.py does with the image, on the smallest one.
RUN = """set -e; mount --bind "$0" "$0"; mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"
    mount -t tmpfs tmpfs "$0/tmp"; exec chroot "$0" /hello"""


def engine():
    """docker or podman, where one answers, else None."""
    for name in ("docker", "podman"):
        if shutil.which(name) and subprocess.run([name, "info"], capture_output=True).returncode == 0:
            return name
    return None


def mirror():
    """The address from which this machine gets its Debian."""
    sources = pathlib.Path("/etc/apt/sources.list.d/debian.sources")
    lines = sources.read_text().splitlines() if sources.exists() else []
    return next((line.split()[1] for line in lines if line.startswith("URIs:")), "http://deb.debian.org/debian")


def clear(folder):
    """Removes a folder in which buildah has kept its images, with what is mounted there."""
    def mounted():
        places = [line.split()[1] for line in pathlib.Path("/proc/mounts").read_text().splitlines()]
        return [place for place in reversed(places) if place.startswith(f"{folder}/")]
    for place in mounted():
        subprocess.run(["umount", "--lazy", place], capture_output=True)
    if not mounted():  # else files of others would go
        shutil.rmtree(folder, ignore_errors=True)


def lacks_programs():
    lacking = [name for name in PROGRAMS if not shutil.which(name)]
    return f"neither docker nor podman answers, and without them {' and '.join(lacking)} would be needed" if lacking else None


def lacks_root():
    return "neither docker nor podman answers, and only root can do without" if os.geteuid() else None


def place():
    """The folder to build in. Not /tmp, which may be in memory."""
    return os.environ.get("ANN_IMAGE_WORK") or os.environ.get("TMPDIR") or "/var/tmp"


def buildah(driver, folder):
    """buildah with its images in a folder, kept by a driver."""
    return ["buildah", "--storage-driver", driver, "--root", f"{folder}/storage", "--runroot", f"{folder}/run"]


def fails(driver):
    """Builds and runs the smallest image as the big one is. Returns what goes wrong."""
    os.makedirs(place(), exist_ok=True)
    folder = tempfile.mkdtemp(prefix="ann-hello-", dir=place())
    root = pathlib.Path(folder, "root")
    env = dict(os.environ, BUILDAH_ISOLATION="chroot", CGO_ENABLED="0", GO111MODULE="off", TMPDIR=folder)

    def run(*command):
        return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True, text=True).stdout.strip()
    try:
        for name in ("proc", "dev", "tmp"):
            (root / name).mkdir(parents=True)
        pathlib.Path(folder, "hello.go").write_text(HELLO)
        run("go", "build", "-o", root / "hello", "hello.go")
        made = run(*buildah(driver, folder), "from", "scratch")
        run(*buildah(driver, folder), "copy", "-q", made, root, "/")
        run(*buildah(driver, folder), "run", made, "/hello")
        run(*buildah(driver, folder), "commit", "-q", made, "hello")
        run("unshare", "-m", "-p", "-n", "--fork", "--kill-child", "--mount-proc", "sh", "-c", RUN, root)
    except subprocess.CalledProcessError as problem:
        said = problem.stderr.strip().splitlines() or ["it says nothing"]
        return f"{problem.cmd[0]} fails on the smallest image: {said[-1][:300]}"
    finally:
        clear(folder)
    return None


def driver():
    """The first of the drivers that works here, else None."""
    return next((name for name in DRIVERS if not fails(name)), None)


def cannot_build():
    for name in DRIVERS:
        reason = fails(name)
        if not reason:
            return None
    return reason


def lacks_mirror():
    address = f"{mirror()}/dists/{RELEASE}/InRelease"
    for pause in (2, 10, 0):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                answer.read(1)
                return None
        except OSError as problem:
            why = problem
        time.sleep(pause)
    return f"no Debian mirror answers ({address}: {why})"


def lack():
    """Why this machine cannot build the image, else None."""
    if engine():
        return None
    for check in (lacks_programs, lacks_root, cannot_build, lacks_mirror):
        reason = check()
        if reason:
            return reason
    return None


def verdict(reason, env):
    """(exit code, what to say)."""
    if reason is None:
        return 0, ""
    if env.get("CI", "").lower() in ("1", "true", "yes"):
        return NOT_TESTED, f"The image was not tested: {reason}."
    return 1, f"error: the image cannot be tested: {reason}. README.md, \"In a container\", says what is needed."


if __name__ == "__main__":
    code, words = verdict(lack(), os.environ)
    if words:
        print(words, file=sys.stderr if code == 1 else sys.stdout)
    sys.exit(code)
