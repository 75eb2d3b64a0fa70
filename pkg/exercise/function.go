package exercise

import (
	"fmt"
	"reflect"
	"strings"
)

// comparison holds what the learner's function gave beside what was wanted.
type comparison struct {
	cases     [][]any
	want, got []outcome // got ends with an endless case
	right     int       // how many cases are right
	first     int       // the first that is not, or -1
	what      string    // what is wrong there
}

func (e exercise) compare(f reflect.Value) comparison {
	c := comparison{cases: e.cases(), first: -1}
	c.want = callAll(reflect.ValueOf(e.solution), c.cases, patience)
	c.got = callAll(f, c.cases, patience)
	for i, got := range c.got {
		what := ""
		switch {
		case got.endless:
			what = fmt.Sprintf("No answer within %v: is there an endless loop? (It goes on until the cell's program ends.)", patience)
		case got.panicked != "":
			what = "The function panics. " + explain(got.panicked)
		default:
			if d := difference(c.want[i].got, got.got, e.tolerance()); d != "" {
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

func (e exercise) examineFunction(f reflect.Value) verdict {
	c := e.compare(f)
	switch {
	case c.first < 0:
		return e.correct()
	case e.untouched(c.cases, c.got):
		return verdict{text: e.notStarted(e.name+" gives "+c.got[c.first].got.show(5)+" in every case") + e.trap(c.got[c.first].got)}
	}
	lines := []string{
		fmt.Sprintf("✗ %s — not yet (%d of %d cases right)", e.label(), c.right, len(c.cases)),
		row("case", e.showCase(c.cases[c.first])),
	}
	want, got := c.want[c.first].got, c.got[c.first]
	expected, given := want.show(5), ""
	if got.fine() {
		expected, given = showPair(want, got.got)
	}
	lines = append(lines, row("expected", expected))
	switch {
	case got.fine():
		lines = append(lines, row("got", given))
	case got.panicked != "":
		lines = append(lines, row("panic", got.panicked))
	}
	if c.what != "The number is different." {
		lines = append(lines, sentence(c.what))
	}
	if got.changed >= 0 {
		lines = append(lines, sentence(fmt.Sprintf("But %s writes into its argument %s, which belongs to the caller: work on a copy.", e.name, e.parameter(got.changed))))
	}
	if m := e.recognise(c.cases, c.got); m != nil {
		lines = append(lines, m.lines())
	} else if s := factor(c.want, c.got); s != "" {
		lines = append(lines, sentence(s))
	}
	return verdict{tried: true, text: strings.Join(lines, "\n")}
}

// explain says in the learner's words what a usual panic means.
func explain(panicked string) string {
	for _, p := range []struct{ part, means string }{
		{"index out of range", "An index goes too far: with n values the last one is n−1."},
		{"dimension mismatch", "Two shapes do not fit: write the rows and columns of each matrix beside the line."},
		{"zero length", "A matrix without rows or without columns cannot be made: count them again."},
		{"singular", "No single θ solves this system: are two columns the same, a second ones column for instance?"},
		{"nil pointer", "Something was used before it was made: mat.NewDense makes a matrix."},
		{"divide by zero", "A whole number is divided by 0."},
	} {
		if strings.Contains(panicked, p.part) {
			return p.means
		}
	}
	return ""
}

// trap warns those who get the stub's answer everywhere though they did write the function.
func (e exercise) trap(got value) string {
	switch reflect.TypeOf(e.solution).Out(0).Kind() {
	case reflect.Float64:
		return "\n" + sentence("(If you have written it: in Go 1/2 is 0, because whole numbers divide to whole numbers. Write 0.5.)")
	case reflect.Slice:
		if got.show(5) == "nil" {
			return "\n" + sentence("(If you have written it: a slice that is only declared is nil. make([]float64, n) gives it n values.)")
		}
	}
	return ""
}

// showCase prints the arguments with their names: "x = [1 2 3], p = 2".
func (e exercise) showCase(args []any) string {
	var words []string
	for i, a := range args {
		words = append(words, e.parameter(i)+" = "+valueOf(reflect.ValueOf(a)).show(5))
	}
	return strings.Join(words, ", ")
}

func capital(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}
