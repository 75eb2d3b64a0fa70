package exercise

import (
	"bytes"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// found is an exercise of the course.
func found(t testing.TB, id string) task.Exercise {
	e, _, ok := chapters.Find(id)
	if !ok {
		t.Fatalf("there is no exercise %s", id)
	}
	return e
}

// answers returns what learners hand in: the stub, the solution and a wrong
// function of an exercise.
func answers(t testing.TB, id string) (stub, solution, wrong any) {
	f := found(t, id).Kind.(task.Function)
	return f.Stub, f.Solution, f.Wrong[0].Answer
}

func TestCheckCounts(t *testing.T) {
	fresh(t)
	_, mean, _ := answers(t, "0.1")
	if got := checked("0.1", mean); got != rightMean {
		t.Error(got)
	}
	for id, want := range map[string]string{
		"1.22":                   `✗ there is no exercise "1.22". Near it: 1.2 The design matrix`,
		strings.Repeat("x", 1e5): "there is no exercise",
	} {
		if got := checked(id, mean); !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}

func TestStrict(t *testing.T) {
	fresh(t)
	stub, solution, wrong := answers(t, "0.1")
	for _, test := range []struct {
		strict, id string
		answer     any
		panics     bool
	}{
		{"1", "0.1", stub, true},
		{"1", "0.1", wrong, true},
		{"1", "0.1", 3, true},
		{"1", "0.11", solution, true},
		{"1", "0.1", solution, false},
		{"1", "1.6", Choice(""), true},
		{"1", "1.6", Choice("ecfbda"), false},
		{"1", "1.6", Choice("ecfbdb"), true},
		{"", "0.1", wrong, false},
		{"0", "0.1", wrong, false},
	} {
		t.Setenv("ANN_STRICT", test.strict)
		if got := panicOf(func() { Check(test.id, test.answer) }); (got != "") != test.panics || test.panics && !strings.Contains(got, "exercise: Check: "+test.id+" is not solved") {
			t.Errorf("strict %q, %s, %T: panic %q", test.strict, test.id, test.answer, got)
		}
	}
}

// panicOf is the message with which f panics, or empty.
func panicOf(f func()) (message string) {
	defer func() {
		if r := recover(); r != nil {
			message = r.(string)
		}
	}()
	f()
	return ""
}

func TestHintsComeOneByOne(t *testing.T) {
	fresh(t)
	said := func() string {
		var out bytes.Buffer
		hint(&out, "1.2")
		return plain(out.String())
	}
	e := found(t, "1.2")
	for call := 1; call <= 5; call++ {
		got := said()
		for i, h := range e.Hints {
			if want := i < call; strings.Contains(got, plain(h)) != want || strings.Contains(got, []string{"hint 1 of 3:", "hint 2 of 3:", "hint 3 of 3:"}[i]) != want {
				t.Errorf("call %d, hint %d: want shown %v: %s", call, i+1, want, got)
			}
		}
		if strings.Contains(got, "These were all") != (call >= 3) {
			t.Errorf("call %d: %s", call, got)
		}
	}
	if !strings.Contains(Progress(), "| 1.2 | The design matrix | – | 3 of 3 |") {
		t.Error(Progress())
	}
}

func TestSolutionSaysToTry(t *testing.T) {
	fresh(t)
	said := func() string {
		var out bytes.Buffer
		solution(&out, "1.4")
		return out.String()
	}
	e := found(t, "1.4")
	stub, _, wrong := answers(t, "1.4")
	if got := said(); !strings.Contains(got, "try is worth it") || !strings.Contains(got, e.SolutionSource()) || !strings.Contains(plain(got), plain(e.Why)) {
		t.Error(got)
	}
	checked("1.4", stub)
	if got := said(); !strings.Contains(got, "try is worth it") {
		t.Errorf("a stub is no try: %s", got)
	}
	checked("1.4", wrong)
	if got := said(); strings.Contains(got, "try is worth it") || !strings.Contains(got, e.SolutionSource()) {
		t.Error(got)
	}
}

func TestUnknownIDs(t *testing.T) {
	fresh(t)
	var out bytes.Buffer
	hint(&out, "1.98")
	solution(&out, "99.1")
	if got := out.String(); strings.Count(got, "there is no exercise") != 2 {
		t.Error(got)
	}
}

// plain undoes the wrapping.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// rightMean is what the check says to a right answer to the trial run.
const rightMean = `✓ 0.1 A trial run — correct. (1 of 1 solved in this chapter)
  Adding first and dividing once at the end is the formula x̄ = 1/n Σ x_i, read from the
  inside to the outside.
  Another way, and why: exercise.Solution("0.1")
`
