"""The entry point of the image: prepares the home, then becomes the command that it was given.

The course stays in /opt/ann. What a learner writes to is in ~/ann: the notebooks, copied, and the progress; links lead
to the rest. Go's cache in the home begins with links to the entries that the image brings.
"""
import hashlib
import json
import os
import pathlib
import shutil
import sys

COURSE = pathlib.Path("/opt/ann")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_notebooks(home):
    """Copies the notebooks that are missing, and those of an older image that the learner did not change. Returns what
    was copied."""
    record = home / ".notebooks.json"  # the digest of each notebook as it was copied
    try:
        shipped = json.loads(record.read_text())
    except (OSError, ValueError):
        shipped = {}
    copied = []
    for source in sorted((COURSE / "notebooks").rglob("*.ipynb")):
        name = str(source.relative_to(COURSE))
        target, new = home / name, digest(source)
        if target.exists():
            old = digest(target)
            if old == new or old != shipped.get(name):
                continue  # as in the image, or the learner's
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        shutil.copyfile(source, part)
        part.replace(target)
        shipped[name] = new
        copied.append(target)
    if copied:
        part = record.with_name(record.name + ".part")
        part.write_text(json.dumps(shipped, indent=1))
        part.replace(record)
    return copied


def link(source, target):
    """Makes target a link to source, unless something of the learner's is in its place."""
    if target.is_symlink():
        if os.readlink(target) == str(source):
            return
        target.unlink()
    if not target.exists():
        target.symlink_to(source)


def link_cache(cache):
    """Fills Go's cache in the home with links, and removes those that lead nowhere since the image is another."""
    for part in sorted((COURSE / ".cache").iterdir()):
        if part.is_dir():
            folder = cache / part.name
            folder.mkdir(parents=True, exist_ok=True)
            for entry in os.scandir(folder):
                if entry.is_symlink() and not os.path.exists(entry.path):
                    os.unlink(entry.path)
            have = set(os.listdir(folder))
            for name in os.listdir(part):
                if name not in have:
                    os.symlink(part / name, folder / name)


def quiet_go(config):
    """Go's tools count on this machine how they are used, by a process of 20 MB for each kernel. Off, unless chosen."""
    mode = config / "go/telemetry/mode"
    if not mode.exists():
        mode.parent.mkdir(parents=True, exist_ok=True)
        mode.write_text("off\n")


def trust(notebooks):
    """Signs what was copied, so that its saved sliders work."""
    from nbformat import read, sign
    notary = sign.NotebookNotary()
    for path in notebooks:
        notary.sign(read(path, as_version=4))


def main():
    home = pathlib.Path(os.environ.get("HOME") or "/")
    try:
        course = home / "ann"
        course.mkdir(parents=True, exist_ok=True)
        copied = copy_notebooks(course)
        for name in ("README.md", "LICENSE", "go.mod", "pkg", "data"):
            link(COURSE / name, course / name)
        link_cache(home / ".cache/go-build")
        quiet_go(home / ".config")
        trust(copied)
    except OSError as problem:
        sys.exit(f"error: the home {home} cannot be used ({problem.strerror}: {problem.filename}). "
                 f"Mount a folder that uid {os.getuid()} can write to.")
    command = sys.argv[1:]
    try:
        os.execvp(command[0], command)
    except OSError as problem:
        sys.exit(f"error: {command[0]}: {problem.strerror}")


if __name__ == "__main__":
    main()
