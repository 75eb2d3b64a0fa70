"""What a reader does in a browser, done by a script, on a copy of the notebooks, so that nothing of the learner's is touched.

Each proof opens a page of its own. What JupyterLab keeps, they share: the first proof that needs the chapter run (fixture
`ran`) runs it, those after it open the chapter as that one has saved it, on the same kernel."""
import os
import re
import shutil
import subprocess

import nbformat
import pytest

from chapters import ROOT, judged, read
from execute import METADATA
from labpage import PATIENCE, LabPage, Recorder, differ, is_blank, wait
from server import Lab

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         # No name is looked up: what a page would fetch from outside is written down and fails.
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]
RUN_LIMIT = 300  # seconds for a chapter
EXERCISE, FUNCTION = "1.1", "cost"
# The right answer turned into the wrong one, and the words by which the check knows it.
SPOIL = ("(2 * float64(len(x)))", "float64(len(x))")
MISTAKE = "the ½ is missing"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, missing):
    """The browser of this machine: what CHROMIUM= names, else the first one found."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not program:
        missing("Chromium is not installed")
    return {**browser_type_launch_args, "executable_path": program, "args": FLAGS, "handle_sigint": False}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 1400, "height": 1000}}


@pytest.fixture(scope="module")
def seen():
    """What the pages of all proofs asked for, and what went wrong in them."""
    return Recorder()


@pytest.fixture
def context(context, seen, request, output_path):
    """With a trace, kept when the proof fails (`playwright show-trace`). Not --tracing: that keeps the page's whole content at
    each step, which makes chapters with their megabytes of pictures five times as slow."""
    seen.watch(context)
    context.tracing.start(screenshots=True, sources=True)
    yield context
    item, path = request.node, os.path.join(output_path, "trace.zip")
    if getattr(item, "rep_call", item.rep_setup).failed:
        context.tracing.stop(path=path)
        item.user_properties.append(("playwright_trace", path))
    else:
        context.tracing.stop()


@pytest.fixture(scope="module")
def lab(browser, staged):
    """JupyterLab on a copy of the notebooks, with an untrusted copy of chapter 01 and a notebook of two empty cells."""
    with Lab() as lab:
        notebooks = os.path.join(lab.folder, "notebooks")
        shutil.copytree(staged, notebooks, dirs_exist_ok=True)
        lab.start_here, lab.chapter = (one(number, lab) for number in ("00", "01"))
        lab.untrusted, lab.has_run = "notebooks/untrusted.ipynb", False
        nb = nbformat.read(os.path.join(lab.folder, lab.chapter), as_version=4)
        output = next(o for c in nb.cells for o in c.get("outputs", []) if "text/plain" in o.get("data", {}))
        output.data["text/plain"] += " (changed)"  # one word more in an output, and no signature fits
        nbformat.write(nb, os.path.join(lab.folder, lab.untrusted))
        lab.untouched, lab.scratch = one("02", lab), "notebooks/scratch.ipynb"
        empty = nbformat.v4.new_notebook(metadata=METADATA, cells=[nbformat.v4.new_code_cell() for _ in range(2)])
        nbformat.write(empty, os.path.join(lab.folder, lab.scratch))
        lab.windows = "notebooks/windows.ipynb"
        write_windows(os.path.join(lab.folder, lab.windows), "first")
        lab.start()
        yield lab


def write_windows(path, word):
    """Writes a notebook of one cell that prints a word, its lines ended as on Windows."""
    cell = nbformat.v4.new_code_cell(f'import "fmt"\r\n\r\n%%\r\nfmt.Println("{word}")')
    nbformat.write(nbformat.v4.new_notebook(metadata=METADATA, cells=[cell]), path)


def one(number, lab):
    """The path of a chapter in JupyterLab's folder. The set-up has signed it only if it is as committed."""
    chapter, = (c for c in judged() if c.name.startswith(number))
    path = "notebooks/" + chapter.name
    if chapter.state != "same":
        lab.trust(os.path.join(lab.folder, path))
    return path


@pytest.fixture
def chapter(page, lab):
    """Chapter 01, opened."""
    return LabPage(page, lab, lab.chapter)


@pytest.fixture
def ran(chapter, lab):
    """Chapter 01, opened, with the outputs of a run."""
    if not lab.has_run:
        lab.has_run = True
        chapter.clear_and_run_all(RUN_LIMIT)
        chapter.save()
    return chapter


@pytest.fixture(scope="module")
def solution(tmp_path_factory):
    """The text of the right answer, from package exercise."""
    program = tmp_path_factory.mktemp("solution") / "main.go"
    program.write_text(f'package main\nimport ("fmt"; "ann/pkg/exercise/chapters")\nfunc main() {{ e, _, _ := chapters.Find("{EXERCISE}"); fmt.Print(e.SolutionSource()) }}\n')
    return subprocess.run(["go", "run", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def solved(ran, solution):
    """What the check says to the right answer."""
    return answer(ran, solution)


def answer(chapter, function):
    """Types an answer in place of the function in its cell, runs, and returns what the check says."""
    i = chapter.find(rf"func {FUNCTION}\(")
    source = chapter.cells()[i]["source"]
    begin = re.search(rf"(?m)(^//.*\n)*^func {FUNCTION}\(", source).start()
    end = source.index("\n}\n", begin) + 3 if "\n}\n" in source[begin:] else len(source)
    chapter.type(i, source[:begin] + function.rstrip() + "\n" + source[end:])
    check = chapter.find(rf'exercise\.Check\("{re.escape(EXERCISE)}"')
    said = chapter.run(i)
    return said if check == i else chapter.run(check)


def show_whole(picture, name):
    """A picture is loaded, in sight, has words, and shows something."""
    picture.scroll_into_view_if_needed()
    assert picture.is_visible(), f"{name} is not visible"
    wait(f"{name} is loaded", PATIENCE, lambda: picture.evaluate("i => i.complete && i.naturalWidth > 50"))
    assert picture.get_attribute("alt"), f"{name} has no alt text"
    assert not is_blank(picture.screenshot()), f"{name} is blank"


def show_all_figures(chapter):
    found = chapter.figures()
    assert found, "there is no figure"
    assert any(frames for _, _, frames in found), "there is no slider"
    for i, figures, frames in found:
        place = chapter.cell(i)
        wait(f"cell {i} shows {figures} figures and {frames} frames", PATIENCE, lambda: (
            place.locator("figure").count() == figures and place.locator("figure > iframe").count() == frames))
        for n, picture in enumerate(place.locator("figure > img").all()):
            show_whole(picture, f"cell {i}, figure {n}")
        for n in range(frames):
            inside = place.locator("figure > iframe").nth(n).content_frame
            show_whole(inside.locator("#frames img.on"), f"cell {i}, frame {n}")


class Slider:
    """A slider in its frame, at its beginning."""

    def __init__(self, page, iframe):
        frame = iframe.content_frame
        self.picture, self.input, self.label = frame.locator("#frames"), frame.locator("input[type=range]"), frame.locator("output")
        self.said = frame.get_by_role("status")
        self.button, self.page = frame.locator("#play"), page
        self.input.focus()
        self.page.keyboard.press("Home")
        self.before = self.picture.screenshot()

    def assert_changed(self):
        assert differ(self.before, self.picture.screenshot()), "the slider moves, the picture does not change"

    def move_by_keyboard(self):
        words, said = self.label.inner_text(), self.said.inner_text()
        self.page.keyboard.press("ArrowRight")
        assert self.input.input_value() == "1", "the arrow key does not move the slider"
        assert self.label.inner_text() != words, f"the label stays {words!r}"
        assert self.said.inner_text() != said, f"a screen reader still hears {said!r}"
        self.assert_changed()


def first_slider(chapter):
    i = next(i for i, _, frames in chapter.figures() if frames)
    return Slider(chapter.page, chapter.cell(i).locator("figure > iframe").first)


def move_by_keyboard(chapter):
    cells = len(chapter.cells())
    first_slider(chapter).move_by_keyboard()
    assert len(chapter.cells()) == cells, "the slider's keys reach JupyterLab"


def assert_clean(code):
    for i, c in code:
        for o in c["outputs"]:
            assert o["output_type"] != "error", f"cell {i}: {o.get('ename')}: {o.get('evalue')}"
            assert o.get("name") != "stderr", f"cell {i} writes to stderr: {o['text']}"


def test_recorders(new_context, lab):
    """The recorders of requests record: an outside address is noted, from a page and from Python."""
    recorder, context = Recorder(), new_context()
    recorder.watch(context)
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
    watched = os.path.join(lab.home, "audit-of-the-audit")
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')"
    subprocess.run([lab.python(), "-c", code], env=dict(lab.env, ANN_AUDIT=watched), capture_output=True)
    with open(watched) as f:
        assert re.search(r"outside socket\.\w+ 192\.0\.2\.1", f.read()), "the audit of Python noted nothing"
    assert lab.audited("watching"), "JupyterLab runs without the audit"


def test_saved(chapter):
    """Before anything is run the figures of chapter 01 are there and a saved slider works."""
    show_all_figures(chapter)
    move_by_keyboard(chapter)


def test_runs(ran):
    """Chapter 01 runs from top to bottom without an error."""
    assert_clean(ran.code())


def test_figures(ran):
    """Every figure is visible and not blank."""
    show_all_figures(ran)


def test_slider_by_keyboard(ran):
    move_by_keyboard(ran)


def test_slider_by_mouse(ran):
    slider = first_slider(ran)
    box = slider.input.bounding_box()
    slider.input.click(position={"x": box["width"] - 8, "y": box["height"] / 2})
    last = slider.input.get_attribute("max")
    assert slider.input.input_value() == last, f"a click at the end gives {slider.input.input_value()}"
    slider.assert_changed()


def test_slider_plays(ran):
    """The play button plays: the pictures follow one another, and it pauses."""
    slider = first_slider(ran)
    assert slider.button.get_attribute("aria-label") == "play"
    slider.button.click()
    wait("two pictures have followed", 15, lambda: int(slider.input.input_value()) >= 2 or slider.input.input_value() == slider.input.get_attribute("max"))
    slider.assert_changed()
    if slider.button.get_attribute("aria-label") == "pause":
        slider.button.click()
    assert slider.button.get_attribute("aria-label") == "play", "it does not pause"


def test_wrong_answer(ran, solution):
    """A wrong answer is called by its name."""
    assert SPOIL[0] in solution, f"the solution of {EXERCISE} has changed:\n{solution}"
    said = " ".join(answer(ran, solution.replace(*SPOIL)).split())
    assert f"✗ {EXERCISE}" in said and f"It looks like this: {MISTAKE}." in said, f"the check says: {said}"


def test_right_answer(solved):
    assert f"✓ {EXERCISE}" in solved and "correct" in solved, f"the check says: {solved}"


def test_hint(ran):
    i = ran.find(rf'exercise\.Hint\("{re.escape(EXERCISE)}"\)')
    source = ran.cells()[i]["source"]
    bare = re.sub(r"(?m)^(\s*)// ?(exercise\.Hint)", r"\1\2", source)
    if bare != source:
        ran.type(i, bare)
    said = ran.run(i)
    assert re.search(r"hint \d of 3: \S", said), f"the cell says: {said}"


def test_progress(solved, context, lab):
    """Chapter 00 runs and shows that the exercise is solved."""
    start = LabPage(context.new_page(), lab, lab.start_here)
    assert_clean(start.clear_and_run_all(RUN_LIMIT))
    i = start.find(r"exercise\.Progress\(")
    rows = [r.inner_text() for r in start.cell(i).locator("tr").all()]
    row = next((r for r in rows if EXERCISE in r), None)
    assert row and "✓" in row, f"the table of progress says: {rows}"


def test_untouched(page, lab):
    """A chapter that was only opened has not changed: JupyterLab does not mark it, and saved it is the same to the byte."""
    path = os.path.join(lab.folder, lab.untouched)
    before, at = read(path), os.stat(path).st_mtime_ns
    chapter = LabPage(page, lab, lab.untouched)
    chapter.wait_for_kernel()
    assert not chapter.has_changed(), "JupyterLab marks it as changed"
    chapter.save()
    assert os.stat(path).st_mtime_ns > at, "it was not saved"
    assert read(path) == before


def test_endless_output(page, lab):
    """A loop that prints without end is stopped and says so; the page answers, and so does the next cell."""
    chapter = LabPage(page, lab, lab.scratch)
    chapter.wait_for_kernel()
    chapter.type(0, 'import "fmt"\n\n%%\nfor i := 0; ; i++ {\nfmt.Println("step", i)\n}')
    said = chapter.run(0, 30)
    assert "step 1000\n" in said and "✂ This cell has printed more than the page can hold" in said, f"{len(said)} letters, at the end {said[-300:]}"
    assert len(said) < 700_000, f"{len(said)} letters"
    chapter.type(1, '%%\nfmt.Println("the next cell")')
    assert "the next cell" in chapter.run(1, 30)
    assert "Traceback" not in lab.said()


def test_line_ends_of_windows(page, lab):
    """A notebook edited on Windows runs, also when it was open while it was edited."""
    path = os.path.join(lab.folder, lab.windows)
    chapter = LabPage(page, lab, lab.windows)
    chapter.wait_for_kernel()
    assert "first" in chapter.run(0)
    write_windows(path, "second")
    chapter.reload()
    wait("the new text is there", 30, lambda: "second" in chapter.cells()[0]["source"])
    assert "second" in chapter.run(0)
    chapter.save()
    assert b"\\r" not in read(path)


def test_untrusted(page, lab, seen):
    """In an untrusted copy of chapter 01 no script runs, every still and every text is there, nothing is broken."""
    errors = len(seen.errors)
    copy = LabPage(page, lab, lab.untrusted)
    figures = copy.figures()
    for i, c in copy.code():
        if not c["outputs"]:
            continue
        place = copy.cell(i)
        place.locator(".jp-OutputArea-output").first.wait_for()
        assert place.locator("iframe").count() == 0, f"cell {i}: an iframe is left"
        assert place.locator(".jp-OutputArea-output script").count() == 0, f"cell {i}: a script is left"
        assert place.inner_text().strip() or place.locator("img").count(), f"cell {i} shows nothing"
        for o in c["outputs"]:
            if o["output_type"] == "stream":
                first = "".join(o["text"]).strip().splitlines()[:1]
                assert not first or first[0].strip() in place.inner_text(), f"cell {i}: the text {first} is not shown"
        for n, picture in enumerate(place.locator(".jp-OutputArea-output img").all()):
            show_whole(picture, f"cell {i}, figure {n}")
    for i, count, _ in figures:
        assert copy.cell(i).locator("figure > img").count() == count, f"cell {i}: a still is missing"
    assert figures and any(frames for _, _, frames in figures), "there was no slider to strip"
    assert seen.errors[errors:] == []


@pytest.fixture(params=["by JupyterLab", "by nbconvert"])
def export(request, lab, tmp_path):
    """Chapter 01 as a page: by File › Save and Export Notebook As › HTML, and by `jupyter nbconvert --to html`."""
    path = tmp_path / "chapter.html"
    if request.param == "by JupyterLab":
        path.write_bytes(lab.fetch(f"nbconvert/html/{lab.chapter}?download=true"))
    else:
        command = [lab.python(), "-m", "jupyter", "nbconvert", "--to", "html", "--output", path, os.path.join(lab.folder, lab.chapter)]
        subprocess.run(command, env=lab.env, cwd=lab.folder, check=True, capture_output=True)
    return path


def test_exported(export, page, context):
    """An exported chapter is read from a file, with no network: formulas are set, Go is coloured, a slider moves."""
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    context.set_offline(True)
    page.goto(export.as_uri())
    page.evaluate("MathJax.startup.promise")
    words = page.evaluate("""() => {
      const copy = document.querySelector("main").cloneNode(true);
      copy.querySelectorAll("pre, code, figure").forEach(node => node.remove());
      return copy.textContent;
    }""")
    formulas = page.locator("mjx-container").count()
    assert formulas > 50 and not re.search(r"\$|\\\\[a-z]", words), f"{formulas} formulas are set, but here not: {re.findall('.*[$].*', words)[:3]}"
    assert page.locator("mjx-merror, [data-mjx-error]").count() == 0, "a formula has an error"

    def colour(word):
        return page.locator(".highlight span", has_text=re.compile(f"^{word}$")).first.evaluate("e => getComputedStyle(e).color")
    assert len({colour("func"), colour("carData"), colour("float64")}) > 1 and colour("func") == colour("range"), "Go is not coloured"

    Slider(page, page.locator("figure > iframe").first).move_by_keyboard()
    assert failed == []


def test_no_error_in_the_browser(ran, seen):
    """No script failed and no error came up in the browser's console, in this proof and in those before it."""
    assert seen.errors == []


def test_nothing_leaves(ran, seen, lab):
    """No request left the machine, from the browser or from the server, in this proof and in those before it."""
    assert len(seen.requests) > 50, "hardly a request was recorded"
    assert any(u.startswith("ws") for u in seen.requests), "no websocket was recorded"
    assert seen.outside() == []
    assert lab.audited("outside") == []
