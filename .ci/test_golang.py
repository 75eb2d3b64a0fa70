"""Every failure of `go test` is counted, and none twice."""
import contextlib
import io
import json
import unittest

from golang import Counter, slow
from report import Report


def count(events, code=0):
    report = Report()
    with contextlib.redirect_stdout(io.StringIO()) as out:
        counter = Counter(report)
        for e in events:
            counter.take(e if isinstance(e, str) else json.dumps(e))
        counter.end(code)
        code = report.end()
    return report, code, out.getvalue()


def event(action, test=None, package="p", **more):
    return {"Action": action, "Package": package, **({"Test": test} if test else {}), **more}


class Events(unittest.TestCase):
    def test_passes_and_skips(self):
        report, code, said = count([
            event("pass", "TestA"), event("pass", "TestB/sub"), event("pass", "TestB"),
            event("output", "TestC", Output="    a_test.go:1: no browser\n"), event("skip", "TestC"), event("pass")])
        self.assertEqual((report.passed, report.failures, code), (2, [], 0))
        self.assertEqual(report.skips, [("p TestC", "a_test.go:1: no browser")])
        self.assertEqual(said.splitlines()[-1], "2 passed, 0 failed, 1 skipped")

    def test_a_failed_test_counts_once_and_shows_its_output(self):
        report, code, _ = count([
            event("output", "TestA/sub", Output="got 1, want 2\n"), event("fail", "TestA/sub"), event("fail", "TestA"), event("fail")], 1)
        self.assertEqual(([name for name, _ in report.failures], code), (["p TestA"], 1))
        self.assertIn("got 1, want 2", report.failures[0][1])

    def test_what_fails_without_a_failed_test(self):
        for events, words in (
            ([{"Action": "build-output", "ImportPath": "p", "Output": "undefined: x\n"}, event("fail", FailedBuild="p")], "undefined: x"),
            ([event("pass", "TestA"), event("output", Output="panic in an init\n"), event("fail")], "panic in an init"),
            (["go: cannot find main module"], "cannot find main module"),
            ([], "exit code 1"),
        ):
            report, code, _ = count(events, 1)
            self.assertEqual((len(report.failures), code), (1, 1))
            self.assertIn(words, report.failures[0][1])

    def test_the_tests_without_the_race_detector_are_found(self):
        packages, names = slow()
        self.assertIn("./pkg/train", packages)
        self.assertIn("TestDigits", names)
        self.assertEqual(len(names), len(set(names)), "two of a name would both be run in both packages")

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(count([event("skip")])[1], 1)


if __name__ == "__main__":
    unittest.main()
