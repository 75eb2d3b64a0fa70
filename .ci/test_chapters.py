"""A learner's edits are neither judged nor overwritten unasked; `make reset` gives a chapter back and keeps the copy."""
import os
import shutil
import subprocess
import tempfile
import unittest

import chapters
from chapters import ROOT

CHAPTER = "01-line.ipynb"


class Checkout(unittest.TestCase):
    """A repository with one chapter, in a path with a space."""

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="ann test ")
        self.addCleanup(shutil.rmtree, self.home)
        self.root = os.path.join(self.home, "a course")
        os.makedirs(os.path.join(self.root, "notebooks"))
        shutil.copytree(os.path.join(ROOT, "docker"), os.path.join(self.root, "docker"))
        self.write(CHAPTER, "as it came")
        self.git("init", "-q")
        self.git("add", ".")
        self.git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "A chapter")

    def git(self, *words):
        subprocess.run(["git", "-C", self.root, *words], check=True, capture_output=True)

    def path(self, name):
        return os.path.join(self.root, "notebooks", name)

    def write(self, name, text):
        with open(self.path(name), "w") as f:
            f.write(text)

    def read(self, name):
        with open(self.path(name)) as f:
            return f.read()

    def reset(self, chapter):
        return subprocess.run(["sh", os.path.join(self.root, "docker", "reset")], env=dict(os.environ, CHAPTER=chapter),
                              capture_output=True, text=True)


class States(Checkout):
    def states(self):
        return {c.name: c.state for c in chapters.chapters(self.root)}

    def test_states(self):
        self.assertEqual(self.states(), {CHAPTER: "same"})
        self.write(CHAPTER, "mine")
        self.write("02-new.ipynb", "{}")
        self.write("mine-01-line.ipynb", "{}")
        self.write("01-line-Copy1.ipynb", "{}")
        self.assertEqual(self.states(), {CHAPTER: "edited", "02-new.ipynb": "new"})
        os.remove(self.path(CHAPTER))
        self.assertEqual(self.states()[CHAPTER], "missing")

    def test_an_edited_chapter_is_judged_as_committed_unless_asked(self):
        self.write(CHAPTER, "mine")
        chapter, = chapters.chapters(self.root)
        content, note = chapter.content(edited=False)
        self.assertEqual(content, b"as it came")
        self.assertIn("EDITED=1", note)
        self.assertEqual(chapter.content(edited=True)[0], b"mine")


class Reset(Checkout):
    def test_reset_keeps_a_copy(self):
        self.write(CHAPTER, "mine")
        done = self.reset("1")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.read(CHAPTER), "as it came")
        copy, = (n for n in os.listdir(self.path("")) if n.startswith("mine-01-line."))
        self.assertEqual(self.read(copy), "mine")

    def test_reset_of_a_removed_and_of_an_untouched_chapter(self):
        os.remove(self.path(CHAPTER))
        self.assertEqual(self.reset("01").returncode, 0)
        self.assertEqual(self.read(CHAPTER), "as it came")
        self.assertIn("nothing to reset", self.reset("01").stdout)
        self.assertEqual(os.listdir(self.path("")), [CHAPTER])

    def test_reset_says_what_is_wrong(self):
        self.write(CHAPTER, "mine")
        for chapter, words in (("", "01-line.ipynb"), ("7", "there is no chapter 07"), ("x; rm", "is not a chapter's number")):
            done = self.reset(chapter)
            self.assertEqual(done.returncode, 1)
            self.assertIn(words, done.stdout + done.stderr)
            self.assertEqual(self.read(CHAPTER), "mine")


if __name__ == "__main__":
    unittest.main()
