"""Runs one Go cell in the kernel: it proves that the set-up works, and leaves the compiler's cache warm."""
import json
import pathlib
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

import kernels

ROOT = pathlib.Path(__file__).resolve().parent.parent
# GoNB knows a blank import by its "_" alone, so one must do: the top package, which links all below it.
IMPORT = 'import _ "ann/pkg/notebook"\n' if list(ROOT.glob("pkg/notebook/*.go")) else ""
WORD = "the first cell answers"


def main():
    cell = nbformat.v4.new_code_cell(f'%noautoget\n{IMPORT}%%\nfmt.Println("{WORD}")\n')
    notebook = nbformat.v4.new_notebook(cells=[cell])
    with kernels.own_tmp():
        try:
            NotebookClient(notebook, kernel_name="gonb", timeout=600).execute()
        except CellExecutionError as problem:
            sys.exit(str(problem))
    if WORD not in json.dumps(cell.outputs):
        sys.exit(f"the kernel answered: {cell.outputs}")


if __name__ == "__main__":
    main()
