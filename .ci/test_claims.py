"""What the chapters claim holds in the arithmetic of WebAssembly too: gonum without its assembly, and no vectors. Sums then
run in another order, so the last digits differ; a claim must not hang on them. Figures are not drawn."""
import os

import nbformat
import pytest

from chapters import judged
from notebooks import Runner, faults

SETTINGS = """%goflags -tags=noasm
%env GOEXPERIMENT nosimd
%env ANN_NO_FIGURES 1
"""


def without_assembly(source, target):
    """Copies a notebook, with settings for the kernel in its first cell."""
    nb = nbformat.read(source, as_version=4)
    first = next(cell for cell in nb.cells if cell.cell_type == "code")
    first.source = SETTINGS + first.source
    nbformat.write(nb, target)


@pytest.fixture(scope="module")
def runner(request, chosen, staged, tmp_path_factory):
    folder, paths = tmp_path_factory.mktemp("noasm"), {}
    for name in (params["chapter"] for params in chosen(request.node)):
        paths[name] = folder / name
        without_assembly(os.path.join(staged, name), paths[name])
    with Runner(paths) as runner:
        yield runner


@pytest.mark.parametrize("chapter", [c.name for c in judged() if "/" not in c.name])
def test_claims_without_assembly(chapter, runner):
    new, failure = runner.result(chapter)
    bad = [failure] if failure else faults(new)
    if bad:
        pytest.fail("\n".join(bad), pytrace=False)
