"""Every Go test, example and fuzz test is an item here, once for each way to run it: -k TestRace, -k pkg/nn, -k TestDense.
Those chosen of one way share one `go test`, which begins with the first of them."""
import os

import pytest

import golang

HAS_C_COMPILER = golang.has_c_compiler()  # what the race detector needs
HAS_VECTORS = bool(os.environ.get("GOEXPERIMENT"))  # the set-up has chosen them (docker/env.sh)


def test_race_detector(missing):
    if not HAS_C_COMPILER:
        missing("there is no C compiler, so the tests run without the race detector")


def pytest_generate_tests(metafunc):
    if metafunc.cls:
        tests = metafunc.cls.run.tests
        metafunc.parametrize("test", tests, ids=[f"{package.removeprefix('ann/')}-{name}" for package, name in tests])


@pytest.fixture(scope="class")
def process(request, chosen, staged):
    tests = [params["test"] for params in chosen(request.node)]
    with golang.Process(request.cls.run, tests, ANN_NOTEBOOKS=staged) as process:
        yield process
        if untold := process.untold():
            pytest.fail(untold, pytrace=False)


class GoTests:
    def test(self, process, test):
        outcome, text = process.verdict(*test)
        if outcome == "skip":
            pytest.skip(text)
        if outcome == "fail":
            pytest.fail(text, pytrace=False)


class TestRace(GoTests):
    """With the race detector."""
    __test__ = HAS_C_COMPILER
    run = golang.Run("-race")


class TestPlain(GoTests):
    """Without the race detector: the tests that it would slow too much, whose files leave it out."""
    run = golang.Run()
    if HAS_C_COMPILER:
        run.tests = [test for test in run.tests if test not in TestRace.run.tests]


class TestWithoutVectors(GoTests):
    """The packages of the networks, which use vectors where there are any."""
    __test__ = HAS_VECTORS
    run = golang.Run(packages=("./pkg/nn", "./pkg/train"), GOEXPERIMENT="nosimd")


class TestWithoutAssembly(GoTests):
    """The arithmetic of WebAssembly: gonum without its assembly, and no vectors."""
    run = golang.Run("-tags=noasm", GOEXPERIMENT="nosimd" if HAS_VECTORS else "")
