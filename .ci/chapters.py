"""Which notebooks there are, and which version of each is judged: a learner's edits are neither judged nor overwritten unasked."""
import os
import re
import subprocess
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAME = re.compile(r"(solutions/)?\d\d-[^/]*\.ipynb")


def is_chapter(path):
    """path is relative to notebooks/."""
    name = os.path.basename(path)
    return bool(NAME.fullmatch(path)) and "-Copy" not in name and "checkpoint" not in name


def git(root, *words):
    return subprocess.run(["git", "-C", root, *words], capture_output=True)


def in_git(root):
    """Whether root itself is a checkout with at least one commit."""
    try:
        top = git(root, "rev-parse", "--show-toplevel")
    except OSError:
        return False
    return (top.returncode == 0 and os.path.realpath(top.stdout.decode().rstrip("\n")) == os.path.realpath(root)
            and git(root, "rev-parse", "-q", "--verify", "HEAD").returncode == 0)


class Chapter:
    """A notebook: name is its path below notebooks/; state is same, edited, missing (from the folder) or new."""

    def __init__(self, root, name, committed):
        self.root, self.name = root, name
        self.path = os.path.join(root, "notebooks", name)
        self.title = "notebooks/" + name
        there = os.path.exists(self.path)
        if not committed:
            self.state = "new"
        elif not there:
            self.state = "missing"
        else:
            same = git(root, "diff", "--quiet", "HEAD", "--", self.title).returncode == 0
            self.state = "same" if same else "edited"

    def content(self, edited):
        """The bytes that are judged, and what to say about them."""
        if self.state == "edited" and edited:
            return read(self.path), f"{self.title}: testing your edited version"
        if self.state == "edited":
            note = f"{self.title}: you have edited it; testing the committed version; EDITED=1 tests yours"
            return git(self.root, "show", f"HEAD:{self.title}").stdout, note
        if self.state == "missing":
            note = f"{self.title}: you have removed it; testing the committed version"
            return git(self.root, "show", f"HEAD:{self.title}").stdout, note
        return read(self.path), ""


def read(path):
    with open(path, "rb") as f:
        return f.read()


def chapters(root=ROOT):
    """All chapters and solutions, those in HEAD included that the folder lacks."""
    names = set()
    for below in ("", "solutions/"):
        folder = os.path.join(root, "notebooks", below)
        if os.path.isdir(folder):
            names |= {below + n for n in os.listdir(folder)}
    committed = set()
    if in_git(root):
        listed = git(root, "ls-tree", "-rz", "--name-only", "HEAD", "notebooks/").stdout.decode()
        committed = {n.removeprefix("notebooks/") for n in listed.split("\0") if n}
    return [Chapter(root, n, n in committed) for n in sorted(names | committed) if is_chapter(n)]


def edited():
    """Whether the learner's own versions are asked for."""
    return os.environ.get("EDITED", "") not in ("", "0")


def judged():
    """The chapters that are tested."""
    return [c for c in chapters() if c.state != "missing" or not edited()]


def stage(folder):
    """Writes the versions to be judged into folder, which then looks like notebooks/."""
    os.makedirs(os.path.join(folder, "solutions"))
    for chapter in judged():
        content, note = chapter.content(edited())
        if note:
            warnings.warn(note)
        with open(os.path.join(folder, chapter.name), "wb") as f:
            f.write(content)
