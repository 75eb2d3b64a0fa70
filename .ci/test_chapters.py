"""A learner's edits are neither judged nor overwritten unasked; `make reset` gives a chapter or an exercise back and keeps the
learner's copy, and so does `make update`."""
import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from chapters import ROOT, chapters

CHAPTER = "01-line.ipynb"


def git(root, *words):
    return subprocess.run(["git", "-C", root, "-c", "user.name=a", "-c", "user.email=a@b.example", *words], check=True, capture_output=True)


def commit(root):
    git(root, "add", ".")
    git(root, "commit", "-qm", "Something")


@pytest.fixture
def folder(tmp_path):
    """The folder notebooks/ of a repository with one chapter, in a path with spaces."""
    root = tmp_path / "a course"
    shutil.copytree(os.path.join(ROOT, "docker"), root / "docker")
    shutil.copy(os.path.join(ROOT, ".gitignore"), root)
    folder = root / "notebooks"
    folder.mkdir()
    (folder / CHAPTER).write_text("as it came")
    git(root, "init", "-q")
    commit(root)
    return folder


def states(folder):
    return {c.name: c.state for c in chapters(str(folder.parent))}


def test_states(folder):
    assert states(folder) == {CHAPTER: "same"}
    (folder / CHAPTER).write_text("mine")
    for name in ("02-new.ipynb", "mine-01-line.ipynb", "01-line-Copy1.ipynb"):
        (folder / name).write_text("{}")
    assert states(folder) == {CHAPTER: "edited", "02-new.ipynb": "new"}
    (folder / CHAPTER).unlink()
    assert states(folder)[CHAPTER] == "missing"


def test_an_edited_chapter_is_judged_as_committed_unless_asked(folder):
    (folder / CHAPTER).write_text("mine")
    chapter, = chapters(str(folder.parent))
    content, note = chapter.content(edited=False)
    assert content == b"as it came"
    assert "EDITED=1" in note
    assert chapter.content(edited=True)[0] == b"mine"


def run(script, folder, **variables):
    return subprocess.run(["sh", folder.parent / "docker" / script], env=dict(os.environ, **variables), capture_output=True, text=True)


def reset(folder, chapter):
    return run("reset", folder, CHAPTER=chapter)


def test_reset_keeps_a_copy(folder):
    (folder / CHAPTER).write_text("mine")
    done = reset(folder, "1")
    assert done.returncode == 0, done.stderr
    assert (folder / CHAPTER).read_text() == "as it came"
    copy, = folder.glob("mine-01-line.*")
    assert copy.read_text() == "mine"


def test_reset_of_a_removed_and_of_an_untouched_chapter(folder):
    (folder / CHAPTER).unlink()
    assert reset(folder, "01").returncode == 0
    assert (folder / CHAPTER).read_text() == "as it came"
    assert "nothing to reset" in reset(folder, "01").stdout
    assert os.listdir(folder) == [CHAPTER]


@pytest.mark.parametrize("chapter, words", [("", "01-line.ipynb"), ("7", "there is no chapter 07"), ("x; rm", "is not a chapter's number")])
def test_reset_says_what_is_wrong(folder, chapter, words):
    (folder / CHAPTER).write_text("mine")
    done = reset(folder, chapter)
    assert done.returncode == 1
    assert words in done.stdout + done.stderr
    assert (folder / CHAPTER).read_text() == "mine"


def cells(path):
    return ["".join(cell["source"]) for cell in json.loads(path.read_text())["cells"]]


@pytest.fixture
def exercises(folder):
    """A chapter with two exercises and a word before them, and the set-up's Python."""
    sources = ["%%\nword", 'stub\n%%\nexercise.Check("1.1", f)', '%%\nexercise.Predict("1.12", nil)']
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id=f"id{i}") for i, source in enumerate(sources)])
    nbformat.write(nb, folder / CHAPTER)
    commit(folder.parent)
    (folder.parent / ".venv/bin").mkdir(parents=True)
    os.symlink(sys.executable, folder.parent / ".venv/bin/python")
    return nb


def test_reset_of_one_exercise(folder, exercises):
    came = cells(folder / CHAPTER)
    exercises.cells[0].source += "\nmine"
    exercises.cells[1].source = "my answer"  # found by its id
    exercises.cells[2].source, exercises.cells[2].id = '%%\nexercise.Predict("1.12", 7)', "other"  # found by its call
    nbformat.write(exercises, folder / CHAPTER)
    done = run("reset", folder, EXERCISE="1.1")
    assert done.returncode == 0, done.stderr
    assert cells(folder / CHAPTER) == ["%%\nword\nmine", came[1], exercises.cells[2].source]
    copy, = folder.glob("mine-*")
    assert cells(copy) == [cell.source for cell in exercises.cells]
    copy.unlink()
    assert run("reset", folder, EXERCISE="1.12").returncode == 0
    assert cells(folder / CHAPTER) == ["%%\nword\nmine", *came[1:]]


def test_reset_of_a_removed_exercise(folder, exercises):
    came = cells(folder / CHAPTER)
    del exercises.cells[1]
    nbformat.write(exercises, folder / CHAPTER)
    assert run("reset", folder, EXERCISE="1.1").returncode == 0
    assert cells(folder / CHAPTER) == came


@pytest.mark.parametrize("text, exercise, words", [
    (None, "1.2", "there is no exercise 1.2"), (None, "x", "is not an exercise's number"), ("{", "1.1", "make reset CHAPTER=1")])
def test_reset_of_an_exercise_says_what_is_wrong(folder, exercises, text, exercise, words):
    mine = text or (folder / CHAPTER).read_text() + " "
    (folder / CHAPTER).write_text(mine)
    done = run("reset", folder, EXERCISE=exercise)
    assert done.returncode == 1 and words in done.stderr, done.stderr
    assert (folder / CHAPTER).read_text() == mine
    assert os.listdir(folder) == [CHAPTER]


@pytest.fixture
def clone(folder, tmp_path):
    """The folder notebooks/ of a learner's clone, of a bare copy of that repository. Call publish() to change the latter."""
    bare, author, root = (tmp_path / name for name in ("bare", "author", "a learner's"))
    for source, target, how in ((folder.parent, bare, "--bare"), (bare, author, "-q"), (bare, root, "-q")):
        git(tmp_path, "clone", how, source, target)
    return root / "notebooks"


@pytest.fixture
def publish(clone, tmp_path):
    """Changes files of the course; None removes one."""
    def publish(files):
        for name, text in files.items():
            path = tmp_path / "author" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text) if text is not None else path.unlink()
        commit(tmp_path / "author")
        git(tmp_path / "author", "push", "-q")
    return publish


def contents(folder):
    """{name: text}, with a word in place of the time in the name of a copy."""
    return {re.sub(r"\.\d{8}-\d{6}\.", ".then.", path.name): path.read_text() for path in folder.iterdir()}


def test_update(clone, publish):
    """What both have changed is there twice; what only one has changed, once."""
    publish({"notebooks/02-b.ipynb": "b", "notebooks/03-c.ipynb": "c"})
    assert "make lab" in run("update", clone).stdout
    publish({f"notebooks/{CHAPTER}": "new", "notebooks/03-c.ipynb": "new c", "notebooks/04-d.ipynb": "d", "pkg/x.go": "x"})
    for name, text in ((CHAPTER, "mine"), ("02-b.ipynb", "my b"), ("04-d.ipynb", "my d"), ("Untitled.ipynb", "u")):
        (clone / name).write_text(text)
    (clone.parent / ".progress.json").write_text("{}")
    done = run("update", clone)
    assert done.returncode == 0, done.stderr
    assert contents(clone) == {
        CHAPTER: "new", "mine-01-line.then.ipynb": "mine", "02-b.ipynb": "my b", "03-c.ipynb": "new c",
        "04-d.ipynb": "d", "mine-04-d.then.ipynb": "my d", "Untitled.ipynb": "u"}
    assert (clone.parent / "pkg/x.go").read_text() == "x"
    assert (clone.parent / ".progress.json").exists()
    assert "You have the newest version.\n" == run("update", clone).stdout


def test_update_when_a_chapter_was_removed_or_renamed(clone, publish):
    publish({f"notebooks/{CHAPTER}": None, "notebooks/01-straight-line.ipynb": "as it came", "notebooks/02-b.ipynb": "b"})
    (clone / CHAPTER).write_text("mine")
    assert run("update", clone).returncode == 0
    assert contents(clone) == {"01-straight-line.ipynb": "as it came", "mine-01-line.then.ipynb": "mine", "02-b.ipynb": "b"}
    publish({"notebooks/02-b.ipynb": "new b"})
    (clone / "02-b.ipynb").unlink()
    assert run("update", clone).returncode == 0
    assert contents(clone)["02-b.ipynb"] == "new b"


def test_update_stops_before_it_loses_something(clone, publish):
    publish({"docker/lab": "new", f"notebooks/{CHAPTER}": "new"})
    (clone / CHAPTER).write_text("mine")
    (clone.parent / "docker/lab").write_text("mine")
    done = run("update", clone)
    assert done.returncode == 1 and "docker/lab" in done.stderr and "git stash" in done.stderr, done.stderr
    git(clone.parent, "checkout", "docker/lab")
    commit(clone.parent)
    done = run("update", clone)
    assert done.returncode == 1 and "git pull" in done.stderr, done.stderr
    assert contents(clone) == {CHAPTER: "mine"}


def test_update_where_it_is_not_possible(folder, clone, tmp_path):
    assert "does not say where it came from" in run("update", folder).stderr
    shutil.rmtree(tmp_path / "bare")
    done = run("update", clone)
    assert done.returncode == 1 and "could not fetch origin" in done.stderr, done.stderr
    shutil.rmtree(clone.parent / ".git")
    assert "not a git clone" in run("update", clone).stderr


def test_git_leaves_the_ends_of_lines(tmp_path):
    """Also where it is set, as on Windows, to end lines with \\r\\n in the folder."""
    shutil.copy(os.path.join(ROOT, ".gitattributes"), tmp_path)
    files = [tmp_path / name for name in ("01-line.ipynb", "setup", "cars.csv")]
    for file in files:
        file.write_bytes(b"one\ntwo\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.autocrlf", "true")
    commit(tmp_path)
    for file in files:
        file.unlink()
    git(tmp_path, "checkout", "-q", ".")
    assert [file.read_bytes() for file in files] == [b"one\ntwo\n"] * 3
