"""What counts as the same output, and what does not."""
import base64
import io
import random
import re

import nbformat
import pytest
from PIL import Image, ImageDraw, ImageFont

import compare
import execute
import notebooks


def png(colour="white", size=(60, 40), spot=0):
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).rectangle((5, 5, 5 + spot, 25), fill=colour)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def stream(text, name="stdout"):
    return nbformat.v4.new_output("stream", name=name, text=text)


def display(**data):
    return nbformat.v4.new_output("display_data", data={k.replace("_", "/"): v for k, v in data.items()})


def cell(source="", *outputs):
    made = nbformat.v4.new_code_cell(source)
    made.outputs = list(outputs)
    return made


def differ(a, b, exact=True):
    return compare.outputs_differ([a], [b], exact, lambda *_: "kept")


@pytest.mark.parametrize("a, b", [("x = 1.0000000", "x = 1.0000005"), ("−3.5e-17", "2e-16"), ("[1   2]", "[1 2]"), ("1e-3", "0.001")])
def test_numbers_within_the_tolerance_are_the_same(a, b):
    assert compare.text_differs(a, b) is None


@pytest.mark.parametrize("a, b", [
    ("x = 1", "x = 1.00001"), ("x = 1", "y = 1"), ("-1", "1"), ("1 2", "1 2 3"), ("a\nb", "a"), ("NaN", "0"), ("1e5", "1e6")])
def test_other_numbers_and_words_differ(a, b):
    assert compare.text_differs(a, b)


def test_a_difference_is_shown():
    why = compare.text_differs("one\nslope 2.5", "one\nslope 2.6")
    assert "line 2" in why
    assert "2.6" in why


def test_on_another_machine_only_the_kinds_count():
    assert differ(stream("1"), stream("2"), exact=False) is None
    assert differ(stream("1"), stream("1", "stderr"), exact=False)


def test_pictures_are_compared_by_pixels():
    a, nearly, other = png("#0072b2", spot=20), png("#0073b3", spot=20), png("#d55e00", spot=20)
    assert differ(display(image_png=a), display(image_png=nearly)) is None
    assert "kept" in differ(display(image_png=a), display(image_png=other))
    assert "pixels" in differ(display(image_png=a), display(image_png=png(size=(61, 40))))


def chart(label="weight (lb)", tick="0.63", y=300.0, soften=0):
    """A picture as large as a figure, drawn four times as large and made smaller, which gives smooth edges."""
    large = Image.new("RGB", (4000, 2400), "#dfded9")
    draw = ImageDraw.Draw(large)
    draw.line((400, 4 * y, 3800, 4 * y - 800), fill="#0a4f96", width=16)
    for text, place, size in ((label, (1600, 2200), 96), (tick, (100, 1160), 80)):
        draw.text(place, text, fill="#1f2428", font=ImageFont.load_default(size))
    picture = large.resize((1000, 600), Image.Resampling.BOX)
    rounding = random.Random(1)
    for _ in range(soften):  # pixels here and there by a little, as another processor rounds
        place = rounding.randrange(1000), rounding.randrange(600)
        picture.putpixel(place, tuple(c + rounding.randint(-25, 25) for c in picture.getpixel(place)))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("change", [
    {"label": "weight (kg)"}, {"label": "weight (lb);"}, {"tick": "0.68"}, {"tick": "0,63"}, {"y": 301.0}, {"y": 300.25}])
def test_a_small_change_of_a_picture_is_seen(change):
    assert "a block of 16 × 16" in compare.pictures_differ(chart(), chart(**change), lambda *_: "")


def test_the_place_of_a_change_is_told():
    why = compare.pictures_differ(chart(), chart(tick="0.68"), lambda *_: "")
    x, y = map(int, re.search(r"\((\d+), (\d+)\)", why).groups())
    assert 25 <= x <= 80 and 280 <= y <= 320, why


def test_rounding_of_another_processor_is_not_seen():
    assert compare.pictures_differ(chart(), chart(soften=5000), lambda *_: "") is None


def test_pictures_inside_html_are_compared():
    page = '<figure><img alt="θ" src="data:image/png;base64,{}"></figure>'
    a, b = png("#0072b2", spot=20), png("#d55e00", spot=20)
    assert differ(display(text_html=page.format(a)), display(text_html=page.format(a))) is None
    assert "picture 1 of 1" in differ(display(text_html=page.format(a)), display(text_html=page.format(b)))
    assert differ(display(text_html=page.format(a)), display(text_html=page.format(a).replace("θ", "J")))


@pytest.mark.parametrize("bad", [
    cell("", nbformat.v4.new_output("error", ename="E", evalue="x", traceback=[])),
    cell("", stream("warning", "stderr")),
    cell("", stream("see /tmp/gonb_1234abcd/main.go")),
    cell("!exit 3"),
])
def test_what_is_bad_whatever_was_saved(bad):
    assert compare.faults(bad)
    assert len(notebooks.faults(nbformat.v4.new_notebook(cells=[cell(), bad]))) == 1


def test_what_is_good():
    assert compare.faults(cell('fmt.Println("!")', stream("fine"))) is None


def test_a_timed_cell_may_print_other_numbers():
    def book(text, *tags):
        made = cell("%%\nfmt.Println(1)", stream(text))
        made.metadata["tags"] = list(tags)
        return nbformat.v4.new_notebook(cells=[made])
    assert notebooks.differences(book("1 ms", "timing"), book("9 ms", "timing"), lambda *_: "", True) == []
    assert len(notebooks.differences(book("1 ms"), book("9 ms"), lambda *_: "", True)) == 1


def test_saved_notebooks_hold_nothing_of_the_machine():
    made = cell("%%", stream("a"), stream("b"))
    made.execution_count = 17
    made.metadata.update(tags=["exercise"], execution={"iopub.status.busy": "2026"})
    nb = nbformat.v4.new_notebook(cells=[made], metadata={"kernelspec": {"name": "other", "display_name": "Other"}, "widgets": {}})
    assert execute.normalise(nb).metadata == execute.METADATA
    assert made.metadata == {"tags": ["exercise"]}
    assert (made.execution_count, len(made.outputs), made.outputs[0].text) == (1, 1, "ab")


def test_saving_changes_only_what_differs(tmp_path):
    path = tmp_path / "01.ipynb"

    def book(text):
        return execute.normalise(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("%%", id="a", outputs=[stream(text)])]))
    path.write_text(execute.dump(book("1.0000000")))
    assert notebooks.save(path, book("1.0000001")) == "unchanged"
    assert notebooks.save(path, book("2")) == "saved"
    assert path.read_text() == execute.dump(book("2"))
