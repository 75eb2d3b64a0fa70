package exercise

import (
	"fmt"
	"go/format"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// faults lists what an exercise lacks. It knows nothing of whether the answers
// are right: TestEveryExercise runs them.
func faults(e exercise) []string {
	var all []string
	fault := func(bad bool, text string) {
		if bad {
			all = append(all, text)
		}
	}
	fault(e.id == "" || e.name == "" || e.title == "", "id, name or title is missing")
	fault(strings.ContainsAny(e.title, "|\n"), "the title breaks the table")
	for i, h := range e.hints {
		fault(strings.TrimSpace(h) == "", fmt.Sprintf("hint %d is empty", i+1))
		fault(slices.Contains(e.hints[:i], h), fmt.Sprintf("hint %d is there twice", i+1))
	}
	fault(strings.Count(e.why, ". ")+strings.Count(e.why, "? ") != 1 || !strings.HasSuffix(e.why, "."), "why is not two sentences")
	fault(e.solution == nil, "no solution")
	fault(e.stub == nil, "no stub")
	fault(len(e.mistakes) < 3, "fewer than three mistakes")
	want := reflect.TypeOf(e.solution)
	fault(reflect.TypeOf(e.stub) != want, "the stub has another type")
	names, says := map[string]bool{}, map[string]bool{}
	for _, m := range e.mistakes {
		fault(m.name == "" || m.says == "", "a mistake without name or message")
		fault(names[m.name] || says[m.says], "two mistakes with one name or message: "+m.name)
		names[m.name], says[m.says] = true, true
		fault(reflect.TypeOf(m.answer) != want, "the mistake has another type: "+m.name)
		fault((e.judge != nil) != (m.seen != nil), "a mistake in a value needs seen, one in a function must not have it: "+m.name)
		fault(len([]rune(m.lines()[:strings.IndexByte(m.lines(), '\n')])) > wide, "the name is longer than a line: "+m.name)
	}
	function := want != nil && want.Kind() == reflect.Func
	fault((e.judge == nil) != function, "a function needs cases, a value a judge")
	fault(function && (e.cases == nil || len(e.cases()) < 3), "fewer than three cases")
	fault(slices.Contains(engine, e.name), "the function's name hides a package")
	return all
}

// engine holds the names of packages that cells import: with a function of that
// name in one cell, a later cell that uses the package does not compile.
var engine = []string{
	"activation", "loss", "regularizer", "optimizer", "scaling", "dataset", "gradcheck", "data",
	"regression", "nn", "train", "landscape", "figure", "exercise", "playground", "notebook",
	"mat", "floats", "stat", "fd", "optimize", "integrate", "distuv", "math", "fmt", "rand", "slices", "main", "init",
}

// plainText undoes the wrapping.
func plainText(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestEveryExercise(t *testing.T) {
	count := 0
	for _, c := range chapters() {
		for i, e := range c.exercises {
			count++
			t.Run(e.id, func(t *testing.T) {
				if want := fmt.Sprintf("%s.%d", strings.TrimPrefix(c.number, "0"), i+1); e.id != want {
					t.Errorf("id %q stands where %q should", e.id, want)
				}
				for _, f := range faults(e) {
					t.Error(f)
				}
				proveAnswers(t, e)
				proveNames(t, e)
				proveSource(t, e)
			})
		}
	}
	if count < 8 {
		t.Errorf("only %d exercises were proved", count)
	}
}

// proveAnswers runs stub, mistakes and solution through the check.
func proveAnswers(t *testing.T, e exercise) {
	t.Helper()
	if v := e.examine(e.solution); !v.right || !strings.HasPrefix(v.text, "✓ "+e.label()) {
		t.Errorf("the solution does not pass: %s", v.text)
	}
	if v := e.examine(e.stub); v.right || v.tried || !strings.Contains(v.text, "not started yet: ") {
		t.Errorf("the stub is not recognised: %s", v.text)
	}
	for _, m := range e.mistakes {
		v := e.examine(m.answer)
		if v.right || !v.tried || !strings.HasPrefix(v.text, "✗ "+e.label()+" — not yet") {
			t.Errorf("%s: does not fail: %s", m.name, v.text)
		}
		text := plainText(v.text)
		for _, other := range e.mistakes {
			named := strings.Contains(v.text, "It looks like this: "+other.name+".\n")
			if said := strings.Contains(text, plainText(other.says)); named != said || named != (other.name == m.name) {
				t.Errorf("%s: the check says %q: %v", m.name, other.name, v.text)
			}
		}
		for line := range strings.Lines(v.text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > wide {
				t.Errorf("%s: a line of %d characters: %s", m.name, n, line)
			}
		}
	}
}

// proveNames compares each method with the name under which it is shown.
func proveNames(t *testing.T, e exercise) {
	t.Helper()
	if e.judge != nil {
		return
	}
	for _, f := range []any{e.stub, e.solution} {
		name := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() // ann/pkg/exercise.stub01.cost-fm
		if !strings.HasSuffix(name, "."+e.name+"-fm") {
			t.Errorf("%s is registered, %s is shown", name, e.name)
		}
	}
}

// proveSource checks that the shown text is Go as gofmt writes it, with the name
// and no receiver; TestSourcesRun compiles and runs it.
func proveSource(t *testing.T, e exercise) {
	t.Helper()
	for id, text := range map[string]string{"solution": SolutionSource(e.id), "stub": StubSource(e.id)} {
		if e.judge != nil {
			text = "var answer = " + text
		} else if !strings.Contains(text, "\nfunc "+e.name+"(") || !strings.HasPrefix(text, "// "+e.name+" ") {
			t.Errorf("%s of %s is not a documented function of its name:\n%s", id, e.id, text)
		}
		if pretty, err := format.Source([]byte(text)); err != nil || string(pretty) != text {
			t.Errorf("%s of %s: gofmt: %v\n%s", id, e.id, err, text)
		}
	}
}

func TestFaultsAreFound(t *testing.T) {
	good := sigma2Exercise()
	if f := faults(good); len(f) > 0 {
		t.Fatalf("the good one has faults: %v", f)
	}
	for _, test := range []struct {
		want  string
		spoil func(e *exercise)
	}{
		{"hint 2 is empty", func(e *exercise) { e.hints[1] = " " }},
		{"hint 3 is there twice", func(e *exercise) { e.hints[2] = e.hints[0] }},
		{"no solution", func(e *exercise) { e.solution = nil }},
		{"no stub", func(e *exercise) { e.stub = nil }},
		{"fewer than three mistakes", func(e *exercise) { e.mistakes = e.mistakes[:2] }},
		{"fewer than three mistakes", func(e *exercise) { e.mistakes = nil }},
		{"without name or message", func(e *exercise) { e.mistakes[0].says = "" }},
		{"two mistakes with one name or message", func(e *exercise) { e.mistakes[0].says = e.mistakes[1].says }},
		{"the mistake has another type", func(e *exercise) { e.mistakes[0].answer = 1.5 }},
		{"the stub has another type", func(e *exercise) { e.stub = func() float64 { return 0 } }},
		{"needs seen", func(e *exercise) { e.mistakes[0].seen = func(any) bool { return true } }},
		{"fewer than three cases", func(e *exercise) { e.cases = nil }},
		{"a value a judge", func(e *exercise) { e.judge = judgeCures }},
		{"title", func(e *exercise) { e.title = "" }},
		{"breaks the table", func(e *exercise) { e.title = "a|b" }},
		{"not two sentences", func(e *exercise) { e.why = "Because." }},
		{"hides a package", func(e *exercise) { e.name = "loss" }},
		{"longer than a line", func(e *exercise) { e.mistakes[0].name = strings.Repeat("long ", 20) }},
	} {
		e := sigma2Exercise()
		test.spoil(&e)
		if !slices.ContainsFunc(faults(e), func(f string) bool { return strings.Contains(f, test.want) }) {
			t.Errorf("want a fault with %q, got %q", test.want, faults(e))
		}
	}
}

// TestSupported makes sure that valueOf takes apart every type an exercise uses.
func TestSupported(t *testing.T) {
	known := []reflect.Type{
		reflect.TypeFor[float64](), reflect.TypeFor[int](), reflect.TypeFor[bool](), reflect.TypeFor[string](), reflect.TypeFor[error](),
		reflect.TypeFor[[]float64](), reflect.TypeFor[[]int](), reflect.TypeFor[[][]float64](),
		reflect.TypeFor[*mat.Dense](), reflect.TypeFor[*mat.VecDense](),
	}
	for _, c := range chapters() {
		for _, e := range c.exercises {
			f := reflect.TypeOf(e.solution)
			if f.Kind() != reflect.Func {
				continue
			}
			for i := range f.NumIn() {
				if !slices.Contains(known, f.In(i)) {
					t.Errorf("%s: an argument of type %v", e.id, f.In(i))
				}
			}
			for i := range f.NumOut() {
				if !slices.Contains(known, f.Out(i)) {
					t.Errorf("%s: a result of type %v", e.id, f.Out(i))
				}
			}
		}
	}
}

func TestEveryChapterHasItsIDs(t *testing.T) {
	for _, c := range chapters() {
		ids := IDs(c.number)
		if len(ids) != len(c.exercises) || len(ids) == 0 {
			t.Errorf("IDs(%q) = %q", c.number, ids)
		}
	}
	if ids := IDs("01"); !slices.Equal(ids, []string{"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"}) {
		t.Errorf("IDs(01) = %q", ids)
	}
	if ids := IDs("1"); ids != nil {
		t.Errorf("IDs(1) = %q", ids)
	}
}
