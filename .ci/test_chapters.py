"""A learner's edits are neither judged nor overwritten unasked; `make reset` gives a chapter back and keeps the copy."""
import os
import shutil
import subprocess

import pytest

from chapters import ROOT, chapters

CHAPTER = "01-line.ipynb"


@pytest.fixture
def folder(tmp_path):
    """The folder notebooks/ of a repository with one chapter, in a path with spaces."""
    root = tmp_path / "a course"
    shutil.copytree(os.path.join(ROOT, "docker"), root / "docker")
    folder = root / "notebooks"
    folder.mkdir()
    (folder / CHAPTER).write_text("as it came")
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "A chapter"]):
        subprocess.run(["git", "-C", root, *words], check=True, capture_output=True)
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


def reset(folder, chapter):
    return subprocess.run(["sh", folder.parent / "docker/reset"], env=dict(os.environ, CHAPTER=chapter), capture_output=True, text=True)


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


def test_git_leaves_the_ends_of_lines(tmp_path):
    """Also where it is set, as on Windows, to end lines with \\r\\n in the folder."""
    shutil.copy(os.path.join(ROOT, ".gitattributes"), tmp_path)
    files = [tmp_path / name for name in ("01-line.ipynb", "setup", "cars.csv")]
    for file in files:
        file.write_bytes(b"one\ntwo\n")
    for words in (["init", "-q"], ["config", "core.autocrlf", "true"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "Files"]):
        subprocess.run(["git", "-C", tmp_path, *words], check=True, capture_output=True)
    for file in files:
        file.unlink()
    subprocess.run(["git", "-C", tmp_path, "checkout", "-q", "."], check=True)
    assert [file.read_bytes() for file in files] == [b"one\ntwo\n"] * 3
