"""A notebook in JupyterLab in Chromium, as a reader uses it: scrolls, clicks, types. Cells are counted from 0."""
import io
import re
import time
from urllib.parse import urlsplit

from PIL import Image, ImageChops

LOCAL = ("127.0.0.1", "localhost", "::1")
PATIENCE = 300  # seconds until something counts as missing: on a busy machine all is slow
# Chromium's own errors that are no faults of ours.
HARMLESS = re.compile(r"favicon")
NOTEBOOK = "window.jupyterapp?.shell.currentWidget"
# Pictures are megabytes, and the page is asked several times a second: their base64 stays there.
CELLS_AND_STATE = """() => {
  const short = (_, value) => typeof value === "string" ? value.replace(/[A-Za-z0-9+/=]{200,}/g, "…") : value;
  const panel = window.jupyterapp.shell.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  return {
    status: kernel ? kernel.status : "none",
    connected: kernel?.connectionStatus === "connected",
    cells: (panel?.content?.widgets ?? []).map(w => ({
      type: w.model.type, source: w.model.sharedModel.getSource(), count: w.model.executionCount ?? null,
      outputs: w.model.type === "code" ? JSON.parse(JSON.stringify(w.model.outputs.toJSON(), short)) : [],
    })),
  };
}"""


class Recorder:
    """Writes down what browser contexts ask for, and what goes wrong in their pages."""

    def __init__(self):
        self.requests, self.errors = [], []

    def watch(self, context):
        context.on("request", lambda r: self.requests.append(r.url))
        context.on("page", self.listen)

    def listen(self, page):
        page.on("websocket", lambda w: self.requests.append(w.url))
        page.on("pageerror", lambda e: self.errors.append(f"script: {e}"))
        page.on("console", lambda m: m.type == "error" and not HARMLESS.search(m.text) and self.errors.append(f"console: {m.text}"))

    def outside(self):
        return [u for u in self.requests if not is_inside(u)]


def is_inside(url):
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about", "file") or parts.hostname in LOCAL


def wait(what, seconds, done):
    """Waits until done() is true and returns it; else fails with what did not happen."""
    end = time.time() + seconds
    while True:
        value = done()
        if value:
            return value
        assert time.time() < end, f"not within {seconds} s: {what}"
        time.sleep(0.2)


def is_blank(png):
    """Whether a screenshot shows next to nothing: few colours, or one almost everywhere."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    colours = picture.getcolors(1 << 24)
    area = picture.size[0] * picture.size[1]
    return len(colours) < 8 or max(n for n, _ in colours) > 0.998 * area


def differ(a, b):
    """Whether two screenshots of one place show different pictures."""
    a, b = (Image.open(io.BytesIO(p)).convert("RGB") for p in (a, b))
    return a.size != b.size or sum(ImageChops.difference(a, b).convert("L").histogram()[25:]) > 50


class LabPage:
    def __init__(self, page, lab, path, view="lab/tree"):
        self.page = page
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.goto(f"{lab.address}/{view}/{path}?token={lab.token}&reset")
        self.page.wait_for_function(f"() => {NOTEBOOK}?.content?.widgets?.length > 0 && {NOTEBOOK}.context.isReady")
        self.page.evaluate(f"() => {NOTEBOOK}.context.ready")

    def state(self):
        return self.page.evaluate(CELLS_AND_STATE)

    def cells(self):
        return self.state()["cells"]

    def code(self):
        return [(i, c) for i, c in enumerate(self.cells()) if c["type"] == "code"]

    def cell(self, i):
        """Scrolls to a cell and returns it; JupyterLab draws only those in sight."""
        self.page.evaluate(f"""async i => {{
          const n = {NOTEBOOK}.content;
          await n.scrollToItem(i, "smart");
          n.widgets[i].node.setAttribute("data-test-cell", i);
        }}""", i)
        place = self.page.locator(f'[data-test-cell="{i}"]')
        place.wait_for(state="attached")
        place.scroll_into_view_if_needed()
        return place

    def find(self, pattern):
        """The index of the first code cell whose source matches."""
        for i, c in self.code():
            if re.search(pattern, c["source"]):
                return i
        raise AssertionError(f"no code cell matches {pattern!r}")

    def wait_for_kernel(self):
        """Waits until the kernel is connected. Its status stays "unknown" until the first cell has run."""
        wait("the kernel is connected", PATIENCE, lambda: self.state()["connected"])

    def clear_and_run_all(self, limit):
        """Empties all outputs, then restarts and runs all by the toolbar's button, and waits for the end."""
        self.page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
        assert not any(c["outputs"] for c in self.cells()), "the outputs could not be cleared"
        self.wait_for_kernel()
        self.page.locator('.jp-NotebookPanel-toolbar [data-jp-item-name="restart-and-run"]').click()
        self.page.locator(".jp-Dialog .jp-mod-accept").click()

        def ended():
            now = self.state()
            counts = [c["count"] for c in now["cells"] if c["type"] == "code"]
            broken = any(o["output_type"] == "error" for c in now["cells"] for o in c["outputs"])
            return now["status"] == "idle" and (broken or counts == list(range(1, len(counts) + 1)))
        wait("all cells have run", limit, ended)
        return self.code()

    def has_changed(self):
        """Whether JupyterLab marks the notebook as changed (●), once the kernel has said what it is."""
        return self.page.evaluate(f"""async () => {{
          await {NOTEBOOK}.sessionContext.session.kernel.info;
          return {NOTEBOOK}.context.model.dirty;
        }}""")

    def reload(self):
        """File › Reload Notebook from Disk, with the answer yes."""
        self.page.evaluate("() => { window.jupyterapp.commands.execute('docmanager:reload'); }")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")

    def save(self):
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")

    def run(self, i, limit=PATIENCE):
        """Runs a cell by Ctrl-Enter and returns its text."""
        place, before = self.cell(i), self.cells()[i]["count"]
        place.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")

        def ended():
            now = self.state()
            return now["status"] == "idle" and now["cells"][i]["count"] not in (None, before)
        wait(f"cell {i} has run", limit, ended)
        return self.text(i)

    def text(self, i):
        """What the reader sees below a cell."""
        place = self.cell(i).locator(".jp-OutputArea-output").first
        place.wait_for()
        return "\n".join(self.cell(i).locator(".jp-OutputArea-output").all_inner_texts())

    def type(self, i, source):
        """Replaces a cell's source as a typist does."""
        editor = self.cell(i).locator(".cm-content")
        editor.click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(source)
        got = self.cells()[i]["source"]
        assert got == source, f"the editor made of the typed text:\n{got}"

    def figures(self):
        """(cell, number of pictures, number of frames) for each cell with figures."""
        found = []
        for i, c in self.code():
            pages = "".join(str(o.get("data", {}).get("text/html", "")) for o in c["outputs"])
            if "<figure" in pages or any("image/png" in o.get("data", {}) for o in c["outputs"]):
                found.append((i, pages.count("<figure"), pages.count("<iframe")))
        return found
