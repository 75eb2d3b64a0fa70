"""What the kernel says to the usual faults is what chapter 0 says it says, and the cure that stands there is one."""
import os
import re
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

from chapters import ROOT
from execute import METADATA, plain

sys.path.insert(0, os.path.join(ROOT, "docker"))
import kernels  # noqa: E402

FIRST = """%noautoget
import (
	"fmt"

	"ann/pkg/regression"

	"gonum.org/v1/gonum/mat"
)

func half(x float64) float64 { return x / 2 }"""

# Message: a cell that brings it, and the cell mended. A … stands for any words.
FAULTS = {
    "expected declaration, found fmt": ("fmt.Println(half(3))", "%%\nfmt.Println(half(3))"),
    "expected '(', found third": (
        "%%\nfunc third(x float64) float64 { return x / 3 }\nfmt.Println(third(3))",
        "func third(x float64) float64 { return x / 3 }\n\n%%\nfmt.Println(third(3))"),
    "half redeclared in this block": ("var half = 0.5", "var aHalf = 0.5"),
    "no required module provides package github.com/…": (
        'import "github.com/someone/something"\n\n%%\nsomething.Do()', "%%\nfmt.Println(half(3))"),
    "panic: runtime error: index out of range [3] with length 3": (
        "%%\nx := []float64{1, 2, 3}\nfor i := 0; i <= len(x); i++ {\n\tfmt.Println(x[i])\n}",
        "%%\nx := []float64{1, 2, 3}\nfor i := 0; i < len(x); i++ {\n\tfmt.Println(x[i])\n}"),
    "panic: regression: J: X is 2×2, θ has 3 values": (
        "%%\nx := []float64{1, 2}\nX := regression.Design(x, regression.Polynomial(1))\nfmt.Println(regression.J(X, x, []float64{1, 2, 3}))",
        "%%\nx := []float64{1, 2}\nX := regression.Design(x, regression.Polynomial(1))\nfmt.Println(regression.J(X, x, []float64{1, 2}))"),
    "panic: mat: dimension mismatch": (
        "%%\nX, Y := mat.NewDense(3, 2, nil), mat.NewDense(3, 2, nil)\nvar Z mat.Dense\nZ.Mul(X, Y)",
        "%%\nX, Y := mat.NewDense(3, 2, nil), mat.NewDense(3, 2, nil)\nvar Z mat.Dense\nZ.Mul(X.T(), Y)"),

    "invalid operation: i * x[i] (mismatched types int and float64)": (
        "%%\nx, sum := []float64{1, 2}, 0.0\nfor i := range x {\n\tsum += i * x[i]\n}\nfmt.Println(sum)",
        "%%\nx, sum := []float64{1, 2}, 0.0\nfor i := range x {\n\tsum += float64(i) * x[i]\n}\nfmt.Println(sum)"),
    "declared and not used: n": (
        "%%\nn := 3.0\nfmt.Println(half(2))", 'import "strings"\n\n%%\nn := 3.0\nfmt.Println(half(n))'),
    "undefined: summ": (
        "%%\nsum := half(2)\nfmt.Println(summ)", "%%\nsum := half(2)\nfmt.Println(sum)"),
    "no new variables on left side of :=": (
        "%%\nsum := 0.0\nsum := half(2)\nfmt.Println(sum)", "%%\nsum := 0.0\nsum = half(2)\nfmt.Println(sum)"),
    "missing return": (
        "func first(x []float64) float64 {\n\tfor _, v := range x {\n\t\treturn v\n\t}\n}",
        "func first(x []float64) float64 {\n\tfor _, v := range x {\n\t\treturn v\n\t}\n\treturn 0\n}"),
    "assignment mismatch: 1 variable but X.Dims returns 2 values": (
        "%%\nX := mat.NewDense(3, 2, nil)\nn := X.Dims()\nfmt.Println(n)",
        "%%\nX := mat.NewDense(3, 2, nil)\nn, _ := X.Dims()\nfmt.Println(n)"),
    "cannot index X (variable of type *mat.Dense)": (
        "%%\nX := mat.NewDense(3, 2, nil)\nfmt.Println(X[0][1])", "%%\nX := mat.NewDense(3, 2, nil)\nfmt.Println(X.At(0, 1))"),
    "X.Transpose undefined (type *mat.Dense has no field or method Transpose)": (
        "%%\nX := mat.NewDense(3, 2, nil)\nfmt.Println(X.Transpose())", "%%\nX := mat.NewDense(3, 2, nil)\nfmt.Println(X.T())"),
    "cannot use x (variable of type []float64) as mat.Vector value in argument to v.MulVec": (
        "%%\nX, x := mat.NewDense(3, 2, nil), []float64{1, 2}\nvar v mat.VecDense\nv.MulVec(X, x)",
        "%%\nX, x := mat.NewDense(3, 2, nil), []float64{1, 2}\nvar v mat.VecDense\nv.MulVec(X, mat.NewVecDense(2, x))"),
    "expected '(', found main": (
        "func sum(x []float64) (s float64) {\n\tfor _, v := range x {\n\t\ts += v\n\treturn s\n}\n\n%%\nfmt.Println(sum(nil))",
        "func sum(x []float64) (s float64) {\n\tfor _, v := range x {\n\t\ts += v\n\t}\n\treturn s\n}\n\n%%\nfmt.Println(sum(nil))"),
}
# The same for faults of the folder for temporary files: how it is mounted.
FOLDERS = {
    "fork/exec …: permission denied": "noexec",
    "no space left on device": "size=2m",
}


@pytest.fixture(scope="module")
def told(staged):
    """The messages that chapter 0 lists: the first column of tables that begin with "The kernel says"."""
    name, = (name for name in os.listdir(staged) if name.startswith("00-"))
    found = []
    for cell in nbformat.read(os.path.join(staged, name), as_version=4).cells:
        for table in re.findall(r"(?m)^\| The kernel says \|.*\n\|---.*\n((?:\|.*\n?)+)", cell.source):
            found += re.findall(r"(?m)^\| `(.+?)` \|", table)
    return found


def test_every_message_is_told(told):
    assert sorted(told) == sorted([*FAULTS, *FOLDERS])


def run(*sources):
    """What a kernel shows below each of these cells."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    with kernels.own_tmp():
        NotebookClient(nb, kernel_name="gonb", timeout=300, allow_errors=True).execute()
    return [shown(cell.outputs) for cell in nb.cells]


def shown(outputs):
    """(the words of a cell's outputs, whether it failed)"""
    words = [o.get("text") or o.get("evalue") or plain(o.get("data", {}).get("text/html", "")) for o in outputs]
    return "".join(words), any(o.output_type == "error" for o in outputs)


def pattern(message):
    return r".*".join(map(re.escape, message.split("…")))


@pytest.fixture(scope="module")
def answers():
    """What the kernel says to each fault and to each mended cell, all in one notebook."""
    said = run(FIRST, *(cell for pair in FAULTS.values() for cell in pair))[1:]
    return dict(zip(FAULTS, zip(said[::2], said[1::2])))


@pytest.mark.parametrize("message", FAULTS)
def test_message(answers, message):
    (words, _), (mended, fails) = answers[message]
    assert re.search(pattern(message), words), f"the kernel says: {words}"
    # GoNB marks the line of the stack when it arrives in one piece, and always the line of the error below it.
    where = r"\[\[ Cell \[\d+\] Line \d+ \]\]|Cell\[\d+\]: Line \d+"
    assert "panic" not in message or re.search(where, words), f"it does not say where: {words}"
    assert not fails, f"the mended cell fails: {mended}"


@pytest.mark.parametrize("message", FOLDERS)
def test_folder(message, missing, tmp_path):
    """A folder for temporary files without room, or from which no program may be started."""
    inside = tmp_path / "tmp"
    inside.mkdir()
    if subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", inside], capture_output=True).returncode:
        missing("this machine lets us mount no folder")
    notebook = tmp_path / "in.ipynb"
    cell = nbformat.v4.new_code_cell('import "ann/pkg/notebook"\n\n%%\nnotebook.Markdown("")')
    nbformat.write(nbformat.v4.new_notebook(metadata=METADATA, cells=[cell]), notebook)
    script = 'mount -t tmpfs -o "$1" tmpfs "$TMPDIR" && exec "$2" "$3" "$4" "$5"'
    execute = [sys.executable, os.path.join(ROOT, ".ci/execute.py"), notebook, tmp_path / "out.ipynb"]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "-", FOLDERS[message], *execute],
        env={**os.environ, "TMPDIR": str(inside)}, capture_output=True, text=True)
    assert re.search(pattern(message), done.stdout), done.stdout + done.stderr


def test_place():
    """The number in Cell[2] is the one in the brackets, Line 5 is the cell's own line, the last number its column."""
    (words, _), = run(FIRST, "// a comment\n\n%%\nx := half(2)\nfmt.Println(x, y)")[1:]
    assert re.search(r"Cell\[2\]: Line 5 \./main\.go:\d+:16: undefined: y", words), words


def test_a_cell_that_does_not_compile_leaves_nothing():
    """Its functions are not kept: the older ones stay. One that compiles replaces the older one."""
    broken, other, call = "func half(x float64) float64 { return y }", "func half(x float64) float64 { return x }", "%%\nfmt.Println(half(3))"
    said = run(FIRST, broken, call, other, call)
    assert said[2] == ("1.5\n", False) and said[4] == ("3\n", False), said
