package task

import (
	"fmt"
	"go/format"
	"slices"
	"strings"
	"testing"
)

// A kind proves itself: what the tests of the chapters ask of it stands in the
// test file of the kind.
type proven interface {
	// faults lists what the record lacks, whether its answers are right or not.
	faults(e Exercise) []string

	// answers returns what a learner could hand in: the stub, the solution, and
	// the wrong answers with what is said of each.
	answers() (stub, solution any, wrong []Mistake)

	// prove checks what is special to the kind.
	prove(t *testing.T, e Exercise)
}

// Prove fails the test for everything that an exercise of a chapter lacks.
func Prove(t *testing.T, e Exercise) {
	t.Helper()
	for _, f := range Faults(e) {
		t.Error(f)
	}
	if t.Failed() {
		return // else what is missing panics below
	}
	if _, ok := e.Kind.(Prediction); !ok { // which has no wrong answer
		proveAnswers(t, e)
	}
	proveCells(t, e)
	e.Kind.(proven).prove(t, e)
}

// faulty collects what a record lacks.
type faulty []string

func (f *faulty) add(bad bool, format string, args ...any) {
	if bad {
		*f = append(*f, fmt.Sprintf(format, args...))
	}
}

// Faults lists what an exercise lacks. It does not know whether the answers are
// right: Prove runs them.
func Faults(e Exercise) []string {
	var all faulty
	all.add(e.ID == "" || e.Title == "", "id or title is missing")
	all.add(strings.ContainsAny(e.Title, "|\n"), "the title breaks the table")
	for i, h := range e.Hints {
		all.add(strings.TrimSpace(h) == "", "hint %d is empty", i+1)
		all.add(slices.Contains(e.Hints[:i], h), "hint %d is there twice", i+1)
	}
	all.add(strings.Count(e.Why, ". ")+strings.Count(e.Why, "? ") != 1 || !strings.HasSuffix(e.Why, "."), "why is not two sentences")
	if e.Kind == nil {
		return append(all, "no kind")
	}
	_, _, wrong := e.Kind.(proven).answers()
	least := 3
	switch e.Kind.(type) {
	case Bug, Prediction: // two of three letters are wrong
		least = 2
	}
	all.add(len(wrong) < least, "fewer than %s wrong answers", []string{2: "two", 3: "three"}[least])
	names, says := map[string]bool{}, map[string]bool{}
	for _, m := range wrong {
		all.add(m.Name == "" || m.Says == "", "a mistake without name or message")
		all.add(names[m.Name] || says[m.Says], "two mistakes with one name or message: %s", m.Name)
		names[m.Name], says[m.Says] = true, true
		first, _, _ := strings.Cut(m.lines(), "\n")
		all.add(len([]rune(first)) > wide, "the name is longer than a line: %s", m.Name)
	}
	return append(all, e.Kind.(proven).faults(e)...)
}

// plainText undoes the wrapping.
func plainText(s string) string { return strings.Join(strings.Fields(s), " ") }

// proveAnswers runs stub, solution and mistakes through the check.
func proveAnswers(t *testing.T, e Exercise) {
	t.Helper()
	stub, solution, wrong := e.Kind.(proven).answers()
	if v := e.Check(solution); !v.Right || !strings.HasPrefix(v.Text, "✓ "+e.Label()) {
		t.Errorf("the solution does not pass: %s", v.Text)
	}
	if v := e.Check(stub); v.Right || v.Tried || !strings.Contains(v.Text, "not started yet: ") {
		t.Errorf("the stub is not recognised: %s", v.Text)
	}
	for _, m := range wrong {
		v := e.Check(m.Answer)
		if v.Right || !v.Tried || !strings.HasPrefix(v.Text, "✗ "+e.Label()+" — not yet") {
			t.Errorf("%s: does not fail: %s", m.Name, v.Text)
		}
		text := plainText(v.Text)
		for _, other := range wrong {
			named := strings.Contains(v.Text, "It looks like this: "+other.Name+".\n")
			if said := strings.Contains(text, plainText(other.Says)); named != said || named != (other.Name == m.Name) {
				t.Errorf("%s: the check says %q: %v", m.Name, other.Name, v.Text)
			}
		}
		for line := range strings.Lines(v.Text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > wide {
				t.Errorf("%s: a line of %d characters: %s", m.Name, n, line)
			}
		}
	}
}

// proveCells checks that what is shown is Go as gofmt writes it; TestCellsRun
// compiles and runs it.
func proveCells(t *testing.T, e Exercise) {
	t.Helper()
	if stub := e.StubCell(); !e.IsStubCell(stub) {
		t.Errorf("the stub is not taken for one:\n%s", stub)
	}
	for _, cell := range []string{e.StubCell(), e.SolutionCell()} {
		source, call, found := strings.Cut("\n"+cell, "\n%%\n")
		if _, isGuess := e.Kind.(Prediction); !found || !isGuess && !strings.HasPrefix(call, "exercise.Check(") {
			t.Errorf("the cell ends with no check:\n%s", cell)
		}
		source = strings.TrimSpace(source) + "\n"
		if pretty, err := format.Source([]byte(source)); err != nil || string(pretty) != source {
			t.Errorf("gofmt: %v\n%s", err, source)
		}
	}
}
