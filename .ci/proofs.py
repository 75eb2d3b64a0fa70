"""The proofs of the browser test: what a reader does, step by step."""
import contextlib
import os
import re
import subprocess
import tempfile

from chapters import ROOT
from labpage import LabPage, Recorder, differ, is_blank, wait

RUN_LIMIT = 300  # seconds for a chapter
EXERCISE, FUNCTION = "1.1", "cost"
# The right answer turned into the wrong one, and the words by which the check knows it.
SPOIL = ("(2 * float64(len(x)))", "float64(len(x))")
MISTAKE = "the ½ is missing"


def solution():
    """The text of the right answer, from package exercise."""
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "main.go")
        with open(program, "w") as f:
            f.write(f'package main\nimport ("fmt"; "ann/pkg/exercise")\nfunc main() {{ fmt.Print(exercise.SolutionSource("{EXERCISE}")) }}\n')
        return subprocess.run(["go", "run", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout


class Proofs:
    """The proofs in their order. Each works on what those before it have left."""

    def __init__(self, lab, browser, shots, start, chapter, untrusted):
        self.lab, self.browser, self.shots = lab, browser, shots
        self.start, self.chapter, self.untrusted_copy = start, chapter, untrusted
        self.context = browser.new_context(viewport={"width": 1400, "height": 1000})
        self.seen = Recorder(self.context)
        self.page = None

    def shot(self, name):
        """Takes a picture of the page, if there is one, and returns its path."""
        path = os.path.join(self.shots, name + ".png")
        with contextlib.suppress(Exception):
            self.page.page.screenshot(path=path)
            return path

    def open(self, path):
        if self.page:
            self.page.page.close()
        self.page = LabPage(self.context, self.lab, path)

    def recorders(self):
        """the recorders of requests record: an outside address is noted, from a page and from Python"""
        context = self.browser.new_context()
        recorder = Recorder(context)
        page = context.new_page()  # an empty one: JupyterLab's own policy would forbid the requests before they are made
        page.evaluate("""async () => {
          await fetch("http://outside.invalid/a").catch(() => 0);
          const frame = document.createElement("iframe");
          frame.srcdoc = "<img src='http://outside.invalid/b'>";
          document.body.append(frame);
          await new Promise(r => { frame.onload = r; });
          new WebSocket("ws://outside.invalid/c");
        }""")
        wait("the websocket is noted", 10, lambda: page.wait_for_timeout(100) or len(recorder.outside()) > 2)
        assert sorted(u[-1] for u in recorder.outside()) == ["a", "b", "c"], recorder.outside()
        context.close()
        watched = os.path.join(self.lab.home, "audit-of-the-audit")
        code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')"
        subprocess.run([self.lab.python(), "-c", code], env=dict(self.lab.env, ANN_AUDIT=watched), capture_output=True)
        with open(watched) as f:
            assert re.search(r"outside socket\.\w+ 192\.0\.2\.1", f.read()), "the audit of Python noted nothing"
        assert self.lab.audited("watching"), "JupyterLab runs without the audit"

    def saved(self):
        """chapter 01 opens; before anything is run its figures are there and a saved slider works"""
        self.open(self.chapter)
        self.all_figures("saved")
        self.slider_by_keyboard(self.slider_cell())

    def runs(self):
        """chapter 01 runs from top to bottom without an error"""
        for i, c in self.page.clear_and_run_all(RUN_LIMIT):
            for o in c["outputs"]:
                assert o["output_type"] != "error", f"cell {i}: {o.get('ename')}: {o.get('evalue')}"
                assert o.get("name") != "stderr", f"cell {i} writes to stderr: {o['text']}"

    def figures(self):
        """every figure is visible and not blank"""
        self.all_figures("run")

    def all_figures(self, when):
        found = self.page.figures()
        assert found, "there is no figure"
        assert any(frames for _, _, frames in found), "there is no slider"
        for i, figures, frames in found:
            place = self.page.cell(i)
            wait(f"{when}: cell {i} shows {figures} figures and {frames} frames", 20, lambda: (
                place.locator("figure").count() == figures and place.locator("figure > iframe").count() == frames))
            for n, picture in enumerate(place.locator("figure > img").all()):
                self.whole(picture, f"{when}-cell{i}-figure{n}")
            for n in range(frames):
                inside = place.locator("figure > iframe").nth(n).content_frame
                self.whole(inside.locator("#frames img.on"), f"{when}-cell{i}-frame{n}")

    def whole(self, picture, name):
        """A picture that is loaded, in sight, has words, and shows something."""
        picture.scroll_into_view_if_needed()
        assert picture.is_visible(), f"{name} is not visible"
        wait(f"{name} is loaded", 20, lambda: picture.evaluate("i => i.complete && i.naturalWidth > 50"))
        assert picture.get_attribute("alt"), f"{name} has no alt text"
        png = picture.screenshot(path=os.path.join(self.shots, name + ".png"))
        assert not is_blank(png), f"{name} is blank; see {self.shots}"

    def slider_cell(self):
        return next(i for i, _, frames in self.page.figures() if frames)

    def parts(self, i):
        frame = self.page.cell(i).locator("figure > iframe").first.content_frame
        return frame.locator("#frames"), frame.locator("input[type=range]"), frame.locator("output")

    def slider_by_keyboard(self, i):
        picture, slider, label = self.parts(i)
        slider.focus()
        self.page.page.keyboard.press("Home")
        before, words, cells = picture.screenshot(), label.inner_text(), len(self.page.cells())
        self.page.page.keyboard.press("ArrowRight")
        assert slider.input_value() == "1", "the arrow key does not move the slider"
        assert label.inner_text() != words, f"the label stays {words!r}"
        assert differ(before, picture.screenshot()), "the slider moves, the picture does not change"
        assert len(self.page.cells()) == cells, "the slider's keys reach JupyterLab"

    def slider_keyboard(self):
        """the slider moves by keyboard and the picture changes"""
        self.slider_by_keyboard(self.slider_cell())

    def slider_mouse(self):
        """the slider moves by mouse and the picture changes"""
        picture, slider, _ = self.parts(self.slider_cell())
        self.page.page.keyboard.press("Home")
        before, box = picture.screenshot(), slider.bounding_box()
        slider.click(position={"x": box["width"] - 8, "y": box["height"] / 2})
        assert slider.input_value() == slider.get_attribute("max"), f"a click at the end gives {slider.input_value()}"
        assert differ(before, picture.screenshot()), "the slider moves, the picture does not change"

    def slider_plays(self):
        """the play button plays: the pictures follow one another, and it pauses"""
        i = self.slider_cell()
        picture, slider, _ = self.parts(i)
        slider.focus()
        self.page.page.keyboard.press("Home")
        before = picture.screenshot()
        button = self.page.cell(i).locator("figure > iframe").first.content_frame.locator("#play")
        assert button.get_attribute("aria-label") == "play"
        button.click()
        wait("two pictures have followed", 15, lambda: int(slider.input_value()) >= 2 or slider.input_value() == slider.get_attribute("max"))
        assert differ(before, picture.screenshot()), "it plays, the picture does not change"
        if button.get_attribute("aria-label") == "pause":
            button.click()
        assert button.get_attribute("aria-label") == "play", "it does not pause"

    def answer(self, function):
        """Types an answer in place of the function in its cell, runs, and returns what the check says."""
        i = self.page.find(rf"func {FUNCTION}\(")
        source = self.page.cells()[i]["source"]
        begin = re.search(rf"(?m)(^//.*\n)*^func {FUNCTION}\(", source).start()
        end = source.index("\n}\n", begin) + 3 if "\n}\n" in source[begin:] else len(source)
        self.page.type(i, source[:begin] + function.rstrip() + "\n" + source[end:])
        check = self.page.find(rf'exercise\.Check\("{re.escape(EXERCISE)}"')
        said = self.page.run(i)
        return said if check == i else self.page.run(check)

    def wrong_answer(self):
        """a wrong answer to exercise 1.1 is called by its name"""
        right = solution()
        assert SPOIL[0] in right, f"the solution of {EXERCISE} has changed:\n{right}"
        said = " ".join(self.answer(right.replace(*SPOIL)).split())
        assert f"✗ {EXERCISE}" in said and f"It looks like this: {MISTAKE}." in said, f"the check says: {said}"

    def right_answer(self):
        """the right answer to exercise 1.1 passes"""
        said = self.answer(solution())
        assert f"✓ {EXERCISE}" in said and "correct" in said, f"the check says: {said}"

    def hint(self):
        """a hint is shown"""
        i = self.page.find(rf'exercise\.Hint\("{re.escape(EXERCISE)}"\)')
        source = self.page.cells()[i]["source"]
        bare = re.sub(r"(?m)^(\s*)// ?(exercise\.Hint)", r"\1\2", source)
        if bare != source:
            self.page.type(i, bare)
        said = self.page.run(i)
        assert re.search(r"hint \d of 3: \S", said), f"the cell says: {said}"

    def progress(self):
        """chapter 00 runs and shows that exercise 1.1 is solved"""
        self.page.page.keyboard.press("ControlOrMeta+S")
        self.open(self.start)
        for i, c in self.page.clear_and_run_all(RUN_LIMIT):
            assert all(o["output_type"] != "error" and o.get("name") != "stderr" for o in c["outputs"]), f"cell {i}: {c['outputs']}"
        i = self.page.find(r"exercise\.Progress\(")
        rows = [r.inner_text() for r in self.page.cell(i).locator("tr").all()]
        row = next((r for r in rows if EXERCISE in r), None)
        assert row and "✓" in row, f"the table of progress says: {rows}"

    def untrusted(self):
        """an untrusted copy of chapter 01: no script runs, every still and every text is there, nothing is broken"""
        errors = len(self.seen.errors)
        self.open(self.untrusted_copy)
        figures = self.page.figures()
        for i, c in self.page.code():
            if not c["outputs"]:
                continue
            place = self.page.cell(i)
            place.locator(".jp-OutputArea-output").first.wait_for()
            assert place.locator("iframe").count() == 0, f"cell {i}: an iframe is left"
            assert place.locator(".jp-OutputArea-output script").count() == 0, f"cell {i}: a script is left"
            assert place.inner_text().strip() or place.locator("img").count(), f"cell {i} shows nothing"
            for o in c["outputs"]:
                if o["output_type"] == "stream":
                    first = "".join(o["text"]).strip().splitlines()[:1]
                    assert not first or first[0].strip() in place.inner_text(), f"cell {i}: the text {first} is not shown"
            for n, picture in enumerate(place.locator(".jp-OutputArea-output img").all()):
                self.whole(picture, f"untrusted-cell{i}-figure{n}")
        for i, count, _ in figures:
            assert self.page.cell(i).locator("figure > img").count() == count, f"cell {i}: a still is missing"
        assert figures and any(frames for _, _, frames in figures), "there was no slider to strip"
        assert self.seen.errors[errors:] == [], self.seen.errors[errors:]

    def quiet(self):
        """no script failed and no error came up in the browser's console"""
        assert self.seen.errors == [], "\n".join(self.seen.errors)

    def nothing_leaves(self):
        """no request left the machine, from the browser or from the server"""
        assert len(self.seen.requests) > 50, "hardly a request was recorded"
        assert any(u.startswith("ws") for u in self.seen.requests), "no websocket was recorded"
        assert self.seen.outside() == [], self.seen.outside()
        assert self.lab.audited("outside") == [], self.lab.audited("outside")

    def all(self):
        return [self.recorders, self.saved, self.runs, self.figures, self.slider_keyboard, self.slider_mouse, self.slider_plays,
                self.wrong_answer, self.right_answer, self.hint, self.progress, self.untrusted, self.quiet, self.nothing_leaves]
