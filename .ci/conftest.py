"""What the tests share: their order, the notebooks that are judged, what may be missing, the table and the line at the end."""
import os
import signal
import tempfile

import pytest

from chapters import stage
from processes import Meter

# Cheap ones first. All others take seconds and come before these.
LAST = ["test_messages", "test_go", "test_notebooks", "test_claims", "test_browser"]
COUNTED = {"passed": ["passed"], "failed": ["failed", "error"], "skipped": ["skipped"]}
METERS, KEPT = pytest.StashKey[dict](), pytest.StashKey[list]()


def pytest_addoption(parser):
    parser.addoption("--save", action="store_true", help="save the outputs of the notebooks in place of comparing them")


def pytest_configure(config):
    config.stash[METERS], config.stash[KEPT] = {}, []
    # What the tests have started is ended by their fixtures, not by the signal.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LAST.index(item.path.stem) if item.path.stem in LAST else -1)


@pytest.fixture(scope="session")
def staged():
    """A folder that looks like notebooks/, with the version of each that is judged."""
    with tempfile.TemporaryDirectory(prefix="ann-stage-") as folder:
        stage(folder)
        yield folder


@pytest.fixture(scope="session")
def chosen(request):
    """The parameters of the items below a node that this run has chosen, for what is started once for all of them."""
    return lambda node: [item.callspec.params for item in request.session.items if node in item.listchain() and hasattr(item, "callspec")]


@pytest.fixture(scope="session")
def missing():
    """Says that something is not here: a learner's machine may lack it, CI may not."""
    def say(why):
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(why + " (under CI nothing may be missing)", pytrace=False)
        pytest.skip(why)
    return say


@pytest.fixture(scope="module", autouse=True)
def meter(request):
    with Meter() as meter:
        yield
    request.config.stash[METERS][request.node.nodeid] = meter


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    item.config.stash[KEPT] += [value for name, value in report.user_properties if name.startswith("playwright_")]
    return report


def count(reporter, step=""):
    """{passed, failed, skipped: how many} of the items whose id begins with step."""
    return {word: sum(r.nodeid.startswith(step) for name in names for r in reporter.stats.get(name, []))
            for word, names in COUNTED.items()}


def pytest_terminal_summary(terminalreporter, config):
    line, meters = terminalreporter.write_line, config.stash[METERS]
    for path in config.stash[KEPT]:
        line(f"see {path}")
    line(f"\n{'step':20}{'passed':>8}{'failed':>8}{'skipped':>8}{'seconds':>9}{'peak MB':>9}")
    for step, meter in meters.items():
        line("{:20}{:8d}{:8d}{:8d}{:9.0f}{:9.0f}".format(step, *count(terminalreporter, step).values(), meter.seconds, meter.peak / 1e6))


@pytest.hookimpl(wrapper=True, tryfirst=True)  # around pytest's own, so that this is the last line
def pytest_sessionfinish(session):
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    reporter.write_line(", ".join(f"{n} {word}" for word, n in count(reporter).items()))
