"""Every Go test is found, every failure of `go test` is told, and none twice."""
import json

import pytest

import golang


def said(*events):
    record = golang.Events()
    for event in events:
        record.take(event if isinstance(event, str) else json.dumps(event))
    return record


def event(action, test=None, package="p", **more):
    return {"Action": action, "Package": package, **({"Test": test} if test else {}), **more}


def test_passes_and_skips():
    record = said(event("pass", "TestA"), event("pass", "TestB/sub"), event("pass", "TestB"),
                  event("output", "TestC", Output="    a_test.go:1: no browser\n"), event("skip", "TestC"), event("pass"))
    assert [record.verdict("p", test)[0] for test in ("TestA", "TestB", "TestC")] == ["pass", "pass", "skip"]
    assert "a_test.go:1: no browser" in record.verdict("p", "TestC")[1]
    assert not record.untold(0)


def test_a_failed_test_shows_the_output_of_its_parts():
    record = said(event("output", "TestA/sub", Output="got 1, want 2\n"), event("fail", "TestA/sub"), event("fail", "TestA"), event("fail"))
    outcome, text = record.verdict("p", "TestA")
    assert outcome == "fail"
    assert "got 1, want 2" in text
    assert not record.untold(1)


def test_a_package_that_does_not_build_fails_its_tests_and_says_why_once():
    record = said({"Action": "build-output", "ImportPath": "p [p.test]", "Output": "undefined: x\n"}, event("fail", FailedBuild="p [p.test]"))
    first, second = record.verdict("p", "TestA"), record.verdict("p", "TestB")
    assert first[0] == second[0] == "fail"
    assert "does not build" in first[1] and "undefined: x" in first[1]
    assert "undefined: x" not in second[1]
    assert not record.untold(1)


def test_a_test_that_a_panic_prevented_has_failed():
    record = said(event("output", "TestA", Output="panic\n"), event("fail", "TestA"), event("fail"))
    assert record.verdict("p", "TestB")[0] == "fail"


@pytest.mark.parametrize("events, words", [
    ([event("pass", "TestA"), event("output", Output="exit in TestMain\n"), event("fail")], "exit in TestMain"),
    (["go: cannot find main module"], "cannot find main module"),
    ([], "exit code 1"),
])
def test_what_fails_without_a_failed_test(events, words):
    assert words in said(*events).untold(1)


def test_tests_are_found_in_a_file():
    assert list(golang.tests_in('''package p
func TestMain(m *testing.M) {}
func TestA(t *testing.T) { f(t) }
func TestB(t *testing.T) {
	t.Run("TestInside", func(t *testing.T) {})
}
func Testable() {}
func (r R) TestMethod() {}
func FuzzC(f *testing.F) {}
func ExampleRuns() {
	// Output: 1
}
func ExampleCompiles() {
}
// A text about func TestD( in the middle of a line.
''')) == ["TestA", "TestB", "FuzzC", "ExampleRuns"]


def test_the_tests_without_the_race_detector_are_few_and_known():
    race, everything = golang.Run("-race").tests, golang.Run().tests
    assert ("ann/pkg/train", "TestDigits") in set(everything) - set(race)
    assert set(race) <= set(everything)
    assert len(race) > 0.9 * len(everything)
