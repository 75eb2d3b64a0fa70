"""What may be missing on a learner's machine may not on CI."""
import pytest


@pytest.mark.parametrize("ci, outcome", [("true", pytest.fail), ("1", pytest.fail), ("", pytest.skip), ("false", pytest.skip)])
def test_missing(missing, monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome.Exception, match="no compiler"):
        missing("no compiler")
