"""Are two lists of notebook outputs the same? Text with numbers within a tolerance, pictures by their pixels.

Numbers may differ by 1e-6 of the larger, or by 1e-14 (rounding noise about an exact 0). Pictures must have the
same size, and in no block of 16 × 16 pixels may they differ by more than 2 of 255 on average. Another processor's
rounding gives at most 1; one digit of a tick gives 15 and more, a line that has moved by a fifth of a pixel 3.
Runs of blanks count as one, because a column is as wide as its widest number.
"""
import base64
import html
import io
import os
import platform
import re
import sys

from PIL import Image, ImageChops

RELATIVE, ABSOLUTE = 1e-6, 1e-14
BLOCK, LIMIT = 16, 2
# A sign belongs to a number unless it stands between two operands: 3-4, x-1.
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
DATA_URI = re.compile(r"data:([\w/+.-]+)((?:;[\w=-]+)*);base64,([A-Za-z0-9+/=]+)")
MACHINE_PATH = re.compile(r"/(?:tmp|var/folders|home|root|Users)/[\w.-]+|gonb_[0-9a-f]{8}|/\.venv|/\.cache/")
TIMING = "timing"


def exact_machine():
    """Digits and pixels are reproducible only between machines like the author's."""
    return sys.platform.startswith("linux") and platform.machine() in ("x86_64", "AMD64")


def unescape(text):
    """Undoes HTML escapes (an iframe's srcdoc is escaped once more) and those of scripts."""
    for _ in range(4):
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return text.replace("\\u002b", "+").replace("\\u003d", "=").replace("\\/", "/").replace("\\u002f", "/")


def split(text):
    """HTML or Markdown as text with its base64 pictures taken out, and the pictures."""
    pictures = []

    def take(match):
        if not match[1].startswith("image/") or "svg" in match[1]:
            return match[0]
        pictures.append(base64.b64decode(match[3]))
        return f"[picture {len(pictures)}]"
    return DATA_URI.sub(take, unescape(text)), pictures


def numbers_differ(a, b):
    x, y = float(a.replace("−", "-")), float(b.replace("−", "-"))
    return x != y and abs(x - y) > max(ABSOLUTE, RELATIVE * max(abs(x), abs(y)))


def text_differs(old, new):
    """None, or the first difference in words."""
    old_lines, new_lines = old.rstrip().splitlines(), new.rstrip().splitlines()
    for k, (a, b) in enumerate(zip(old_lines, new_lines), 1):
        shape_a, shape_b = (" ".join(NUMBER.sub(" # ", s).split()) for s in (a, b))
        found = NUMBER.findall(a), NUMBER.findall(b)
        if shape_a != shape_b or any(numbers_differ(x, y) for x, y in zip(*found)):
            return f"line {k}\nexpected: {clip(a, b)}\ngot:      {clip(b, a)}"
    if len(old_lines) != len(new_lines):
        longer, what = (old_lines, "expected") if len(old_lines) > len(new_lines) else (new_lines, "got")
        k = min(len(old_lines), len(new_lines))
        return f"expected {len(old_lines)} lines, got {len(new_lines)}; {what} line {k + 1}: {clip(longer[k], '')}"
    return None


def clip(text, other, width=160):
    """The part of a long line about its first difference from the other."""
    k = len(os.path.commonprefix([text, other]))
    start = max(0, k - width // 2) if len(text) > width else 0
    return ("…" if start else "") + text[start:start + width] + ("…" if len(text) > start + width else "")


def frames(data):
    """Every frame of a picture, in RGB on white."""
    picture = Image.open(io.BytesIO(data))
    for k in range(getattr(picture, "n_frames", 1)):
        picture.seek(k)
        one = picture.convert("RGBA")
        ground = Image.new("RGBA", one.size, "white")
        yield Image.alpha_composite(ground, one).convert("RGB")


def pictures_differ(old, new, save):
    """None, or how two encoded pictures differ; save(old, new, diff) gets the first pair that does."""
    if old == new:
        return None
    olds, news = list(frames(old)), list(frames(new))
    if len(olds) != len(news):
        return f"expected {len(olds)} frames, got {len(news)}"
    for a, b in zip(olds, news):
        if a.size != b.size:
            return f"expected {a.size[0]} × {a.size[1]} pixels, got {b.size[0]} × {b.size[1]}{save(a, b, None)}"
        bands = ImageChops.difference(a, b).split()
        largest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
        means = largest.reduce(BLOCK)
        worst = means.getextrema()[1]
        if worst > LIMIT:
            row, column = divmod(means.tobytes().index(worst), means.width)
            return (f"at ({column * BLOCK}, {row * BLOCK}) a block of {BLOCK} × {BLOCK} pixels differs by {worst} of 255 "
                    f"on average (limit {LIMIT}){save(a, b, largest)}")
    return None


def kind(output):
    """What an output is, without its content: ('stream', 'stdout'), ('display_data', 'image/png', 'text/html')."""
    if output.output_type == "stream":
        return "stream", output.name
    if output.output_type == "error":
        return ("error",)
    return (output.output_type, *sorted(output.data))


def outputs_differ(old, new, exact, keep):
    """None, or how two cells' outputs differ. keep(name, image) stores a picture and returns its path."""
    kinds = [kind(o) for o in old], [kind(o) for o in new]
    if kinds[0] != kinds[1]:
        return f"expected outputs {describe(kinds[0])}\ngot      outputs {describe(kinds[1])}"
    if not exact:
        return None
    for n, (a, b) in enumerate(zip(old, new), 1):
        parts_a, parts_b = ({"text": o.text} if o.output_type == "stream" else o.data for o in (a, b))
        for mime in sorted(parts_a):
            def save(x, y, diff):
                places = [keep(f"output{n}-{tag}.png", image) for tag, image in (("old", x), ("new", y), ("diff", diff)) if image]
                return "\nsee " + ", ".join(places)
            why = mime_differs(mime, parts_a[mime], parts_b[mime], save)
            if why:
                return f"output {n} ({mime}): {why}"
    return None


def mime_differs(mime, a, b, save):
    if mime.startswith("image/") and "svg" not in mime:
        return pictures_differ(base64.b64decode(a), base64.b64decode(b), save)
    (text_a, pics_a), (text_b, pics_b) = split(str(a)), split(str(b))
    why = text_differs(text_a, text_b)
    if why:
        return why
    for k, (x, y) in enumerate(zip(pics_a, pics_b), 1):
        why = pictures_differ(x, y, save)
        if why:
            return f"picture {k} of {len(pics_a)}: {why}"
    return None


def describe(kinds):
    return "[" + ", ".join(" ".join(k) for k in kinds) + "]"


def faults(cell):
    """What is wrong with a cell's outputs whatever was expected."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            return f"error: {output.ename}: {output.evalue}"
        if output.output_type == "stream" and output.name == "stderr":
            return f"writes to stderr: {output.text.strip()[:500]}"
        texts = [output.text] if output.output_type == "stream" else [str(v) for m, v in output.data.items() if not m.startswith("image/")]
        for text in texts:
            found = MACHINE_PATH.search(split(text)[0])
            if found:
                return f"a path of this machine in the output: {found[0]}"
    for line in cell.source.splitlines():
        if line.removeprefix("//gonb:").startswith("!"):
            return f"a shell command, whose failure nobody sees: {line}"
    return None
