package task

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"time"

	"ann/pkg/exercise/repair"
)

// Function is an exercise in which the learner completes a function.
//
// Check runs it beside Solution on Cases and names the mistake of Wrong that
// gives what it gives. Random and Edges serve the tests: they run Solution and
// Wrong on many drawn arguments.
type Function struct {
	Name           string // of the function in the learner's cell
	Stub, Solution any    // methods of that name in the chapter's stub.go and solution.go
	Wrong          []Mistake

	Cases  [][]any                    // the arguments of each case, the smallest first
	Random func(rng *rand.Rand) []any // arguments that the function must take, drawn at will
	Edges  Edges                      // what Random must draw among the rest
}

func (f Function) tables() string { return "" }

func (f Function) stub(e Exercise) (source, answer string) {
	return e.method("stub.go", f.Name).function(), f.Name
}

func (f Function) solution(e Exercise) (source, answer string) {
	return e.method("solution.go", f.Name).function(), f.Name
}

func (f Function) check(e Exercise, answer any) Verdict {
	v, want := reflect.ValueOf(answer), reflect.TypeOf(f.Solution)
	switch {
	case !v.Type().AssignableTo(want):
		return f.wrongType(e, v.Type())
	case v.IsNil():
		return e.notStarted("the function is nil")
	}
	begun := time.Now()
	source, _ := repair.Read(answer) // without one, less is said
	if v, isEndless := f.endless(e, source); isEndless {
		return v
	}
	c := f.compare(v.Convert(want), source)
	switch {
	case c.first < 0:
		verdict := e.correct()
		verdict.Text += f.otherName(source)
		return verdict
	case f.untouched(c.got) && !f.isWritten(e, source):
		v := e.notStarted(f.Name + " gives " + c.got[c.first].got.show(5) + " in every case")
		v.Text += f.trap(c.got[c.first].got)
		return v
	}
	c.begun = begun
	return f.notYet(e, c, source)
}

func (f Function) wrongType(e Exercise, got reflect.Type) Verdict {
	lines := []string{
		"  wanted  " + e.method("solution.go", f.Name).signature(),
		"  got     " + Short(got.String(), 120),
	}
	if want := reflect.TypeOf(f.Solution); want.NumOut() == 1 && got == want.Out(0) {
		lines = append(lines, fmt.Sprintf("  Hand over the function, not its result: exercise.Check(%q, %s)", e.ID, f.Name))
	}
	return e.untold("the answer has another type", lines...)
}

// comparison holds what the learner's function gave beside what was wanted.
type comparison struct {
	want, got []outcome // got ends with an endless case
	right     int       // how many cases are right
	first     int       // the first that is not, or -1
	what      string    // what is wrong there
	begun     time.Time // when the check began
}

func (f Function) compare(learners reflect.Value, source *repair.Function) comparison {
	c := comparison{first: -1}
	c.want = callAll(reflect.ValueOf(f.Solution), f.Cases, patience, nil)
	c.got = callAll(learners, f.Cases, patience, func(args []any) bool { return f.neverEnds(source, args) })
	for i, got := range c.got {
		what := ""
		switch {
		case got.endless:
			what = fmt.Sprintf("No answer within %v: is there an endless loop? (It goes on until the cell's program ends.)", got.waited)
		case got.panicked != "":
			what = "The function panics. " + explain(got.panicked)
		default:
			if d := difference(c.want[i].got, got.got, tolerance); d != "" {
				what = capital(d) + "."
			} else if got.changed >= 0 {
				what = "The result is right."
			}
		}
		if what == "" {
			c.right++
		} else if c.first < 0 {
			c.first, c.what = i, what
		}
	}
	return c
}

// notYet shows the first case that is wrong and says what is known of the mistake.
func (f Function) notYet(e Exercise, c comparison, source *repair.Function) Verdict {
	want, got := c.want[c.first].got, c.got[c.first]
	expected, given := want.show(5), ""
	if got.fine() {
		expected, given = showPair(want, got.got)
	}
	lines := []string{row("case", f.showCase(e, f.Cases[c.first])), row("expected", expected)}
	switch {
	case got.fine():
		lines = append(lines, row("got", given))
	case got.panicked != "":
		lines = append(lines, row("panic", got.panicked))
	}
	if where := f.where(c, source); where != "" {
		lines = append(lines, where)
	}
	if c.what != "The number is different." {
		lines = append(lines, sentence(c.what))
	}
	if got.changed >= 0 {
		lines = append(lines, sentence(fmt.Sprintf("But %s writes into its argument %s, which belongs to the caller: work on a copy.", f.Name, e.method("solution.go", f.Name).parameter(got.changed))))
	}
	told, memory := f.tell(e, c, source)
	v := e.wrong(fmt.Sprintf("not yet (%d of %d cases right%s)", c.right, len(f.Cases), e.last.nearer(memory)), append(lines, told...))
	v.Memory = memory
	if m := f.recognise(c.got); m != nil {
		v.Slip = m.Name
	}
	return v
}

// showCase prints the arguments with their names: "x = [1 2 3], p = 2".
func (f Function) showCase(e Exercise, args []any) string {
	var words []string
	m := e.method("solution.go", f.Name)
	for i, a := range args {
		words = append(words, m.parameter(i)+" = "+valueOf(reflect.ValueOf(a)).show(5))
	}
	return strings.Join(words, ", ")
}
