"""What counts as the same output, and what does not."""
import base64
import io
import unittest

import nbformat
from PIL import Image, ImageDraw

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


def differ(a, b, exact=True):
    return compare.outputs_differ([a], [b], exact, lambda *_: "kept")


class Text(unittest.TestCase):
    def test_numbers_within_the_tolerance_are_the_same(self):
        for a, b in (("x = 1.0000000", "x = 1.0000005"), ("−3.5e-17", "2e-16"), ("[1   2]", "[1 2]"), ("1e-3", "0.001")):
            self.assertIsNone(compare.text_differs(a, b), (a, b))

    def test_other_numbers_and_words_differ(self):
        for a, b in (("x = 1", "x = 1.00001"), ("x = 1", "y = 1"), ("-1", "1"), ("1 2", "1 2 3"), ("a\nb", "a"), ("NaN", "0"), ("1e5", "1e6")):
            self.assertIsNotNone(compare.text_differs(a, b), (a, b))

    def test_a_difference_is_shown(self):
        why = compare.text_differs("one\nslope 2.5", "one\nslope 2.6")
        self.assertIn("line 2", why)
        self.assertIn("2.6", why)

    def test_on_another_machine_only_the_kinds_count(self):
        self.assertIsNone(differ(stream("1"), stream("2"), exact=False))
        self.assertIsNotNone(differ(stream("1"), stream("1", "stderr"), exact=False))


class Pictures(unittest.TestCase):
    def test_pictures_are_compared_by_pixels(self):
        a, nearly, other = png("#0072b2", spot=20), png("#0073b3", spot=20), png("#d55e00", spot=20)
        self.assertIsNone(differ(display(image_png=a), display(image_png=nearly)))
        self.assertIn("kept", differ(display(image_png=a), display(image_png=other)))
        self.assertIn("pixels", differ(display(image_png=a), display(image_png=png(size=(61, 40)))))

    def test_pictures_inside_html_are_compared(self):
        page = '<figure><img alt="θ" src="data:image/png;base64,{}"></figure>'
        a, b = png("#0072b2", spot=20), png("#d55e00", spot=20)
        self.assertIsNone(differ(display(text_html=page.format(a)), display(text_html=page.format(a))))
        self.assertIn("picture 1 of 1", differ(display(text_html=page.format(a)), display(text_html=page.format(b))))
        self.assertIsNotNone(differ(display(text_html=page.format(a)), display(text_html=page.format(a).replace("θ", "J"))))


class Faults(unittest.TestCase):
    def cell(self, source="", *outputs):
        cell = nbformat.v4.new_code_cell(source)
        cell.outputs = list(outputs)
        return cell

    def test_what_is_bad_whatever_was_saved(self):
        for cell in (
            self.cell("", nbformat.v4.new_output("error", ename="E", evalue="x", traceback=[])),
            self.cell("", stream("warning", "stderr")),
            self.cell("", stream("see /tmp/gonb_1234abcd/main.go")),
            self.cell("!exit 3"),
        ):
            self.assertIsNotNone(compare.faults(cell), cell)
        self.assertIsNone(compare.faults(self.cell('fmt.Println("!")', stream("fine"))))

    def test_a_timed_cell_may_print_other_numbers(self):
        def book(text, *tags):
            cell = self.cell("%%\nfmt.Println(1)", stream(text))
            cell.metadata["tags"] = list(tags)
            return nbformat.v4.new_notebook(cells=[cell])
        self.assertEqual(notebooks.differences(book("1 ms", "timing"), book("9 ms", "timing"), lambda *_: "", True), [])
        self.assertEqual(len(notebooks.differences(book("1 ms"), book("9 ms"), lambda *_: "", True)), 1)


class Normalise(unittest.TestCase):
    def test_saved_notebooks_hold_nothing_of_the_machine(self):
        cell = nbformat.v4.new_code_cell("%%")
        cell.execution_count, cell.outputs = 17, [stream("a"), stream("b")]
        cell.metadata.update(tags=["exercise"], execution={"iopub.status.busy": "2026"})
        nb = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": {"name": "other", "display_name": "Other"}, "widgets": {}})
        done = execute.normalise(nb)
        self.assertEqual(done.metadata, execute.METADATA)
        self.assertEqual(cell.metadata, {"tags": ["exercise"]})
        self.assertEqual((cell.execution_count, len(cell.outputs), cell.outputs[0].text), (1, 1, "ab"))


if __name__ == "__main__":
    unittest.main()
