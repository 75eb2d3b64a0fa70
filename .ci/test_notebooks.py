"""Every chapter and solution is executed and compared with its saved outputs; with --save the new outputs are saved.

A learner's edits are safe: the committed version of an edited notebook is judged, and --save leaves it alone; both say so,
and EDITED=1 makes both take the edited version."""
import os
import platform
import sys
import warnings

import nbformat
import pytest

import compare
from chapters import edited, judged
from notebooks import Runner, differences, faults, save


@pytest.fixture(scope="module")
def exact():
    """Whether digits and pixels are compared, as they are on the authors' kind of machine alone."""
    if not compare.exact_machine():
        warnings.warn(f"on {sys.platform}, {platform.machine()}, the claims are run and the kinds of outputs compared; "
                      "digits and pixels are compared on Linux on amd64 only")
    return compare.exact_machine()


def kept(chapter):
    """Why a notebook is not saved, or nothing."""
    if chapter.state == "missing":
        return "is not in the folder"
    if chapter.state == "edited" and not edited():
        return "differs from the committed version and is kept; EDITED=1 runs and saves it, make reset puts it back"


@pytest.fixture(scope="module")
def runner(request, chosen, staged, pytestconfig):
    chapters = [params["chapter"] for params in chosen(request.node)]
    with Runner({c.name: os.path.join(staged, c.name) for c in chapters if not (pytestconfig.option.save and kept(c))}) as runner:
        yield runner


@pytest.mark.parametrize("chapter", judged(), ids=lambda chapter: chapter.name)
def test_notebook(chapter, runner, staged, exact, tmp_path, pytestconfig, capsys):
    saves = pytestconfig.option.save
    if saves and (why := kept(chapter)):
        pytest.skip(f"{chapter.title}: {why}")
    new, failure = runner.result(chapter.name)

    def keep(k, name, image):
        path = tmp_path / f"cell{k}-{name}"
        image.save(path)
        return str(path)
    if failure:
        bad = [failure]
    elif saves:
        bad = faults(new)
    else:
        bad = differences(nbformat.read(os.path.join(staged, chapter.name), as_version=4), new, keep, exact)
    if bad:
        pytest.fail("\n".join(bad) + "\nnot saved" * saves, pytrace=False)
    if saves:
        with capsys.disabled():
            print(" ", save(chapter.path, new), end=" ")
