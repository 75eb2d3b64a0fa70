package task

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func (b Break) answers() (stub, solution any, wrong []Mistake) {
	return Input(nil), Input(b.Input), b.Wrong
}

func (b Break) faults(Exercise) []string {
	var all faulty
	all.add(b.Ask == "" || b.Params == "", "nothing is asked, or the arguments are not named")
	all.add((b.Try == nil) != (b.Function != nil) || b.Try == nil && reflect.TypeOf(b.Function) != reflect.TypeOf(b.Right), "want either Try or two functions of one type")
	all.add(len(b.Input) == 0 || len(b.Solution) != len(b.Input), "%d arguments, %d of them as Go", len(b.Input), len(b.Solution))
	for _, m := range b.Wrong {
		in, ok := m.Answer.(Input)
		_, what := b.fit(in)
		all.add(!ok || what != "", "%s: %s", m.Name, what)
		if b.Like != nil && ok && what == "" {
			all.add(b.Like(in) != m.Name, "%s: is said to be like %q", m.Name, b.Like(in))
		}
	}
	return all
}

func (b Break) prove(t *testing.T, e Exercise) {
	for _, bad := range []any{Input{}, append(Input{}, append(b.Input, 1.)...), Input(make([]any, len(b.Input))), 7, "x"} {
		if v := e.Check(bad); v.Right || v.Tried {
			t.Errorf("%v: %s", bad, v.Text)
		}
	}
	for i, a := range b.Input {
		in := append(Input{}, b.Input...)
		in[i] = struct{}{}
		if v := e.Check(in); v.Tried || !strings.Contains(v.Text, "argument") {
			t.Errorf("argument %d is no struct: %s", i+1, v.Text)
		}
		switch a.(type) {
		case float64:
			in[i] = math.NaN()
		case []float64:
			in[i] = []float64{math.Inf(1)}
		case *mat.Dense:
			in[i] = mat.NewDense(1, 1, []float64{math.NaN()})
		default:
			continue
		}
		if v := e.Check(in); v.Tried || !strings.Contains(v.Text, "not finite") {
			t.Errorf("argument %d is not finite: %s", i+1, v.Text)
		}
	}
}

// The input is run through both functions; only where they differ, and where it counts, it is right.
func TestBreakOfAFunction(t *testing.T) {
	abs := func(x float64) float64 { return math.Abs(x) }
	b := Break{
		Function: func(x float64) float64 {
			if x > 100 {
				panic("too large")
			}
			return x
		},
		Right: abs, Params: "x", Input: []any{-1.},
		Refuse: func(args []any) string {
			if args[0].(float64) < -10 {
				return "x is at least −10."
			}
			return ""
		},
		Wrong: []Mistake{{Name: "not negative", Says: "Which sign has it?", Answer: Input{3.}}},
	}
	e := Exercise{ID: "1.99", Title: "Break", Kind: b}
	for _, test := range []struct {
		x       any
		isRight bool
		want    string
	}{
		{-2., true, "right     2\n  theirs    -2"},
		{-2, true, "theirs    -2"}, // a whole number serves
		{101., true, "theirs    panic: too large"},
		{2., false, "It is not broken by this input.\n  What do all inputs of a careless test have in common?"},
		{3., false, "It looks like this: not negative."},
		{-11., false, "This input does not count: x is at least −10."},
	} {
		v := e.Check(Input{test.x})
		if v.Right != test.isRight || !v.Tried || !strings.Contains(v.Text, test.want) {
			t.Errorf("%v: %s", test.x, v.Text)
		}
		if strings.Contains(v.Text, "careless") != (test.x == 2.) {
			t.Errorf("%v: %s", test.x, v.Text)
		}
	}
}

// With Like every input of a kind is told what it is, and one of no kind nothing.
func TestBreakLike(t *testing.T) {
	b := Break{
		Params: "x", Solution: []string{"7"}, Input: []any{7.},
		Try:   func(args []any) (bool, string) { return args[0].(float64) > 5, "" },
		Wrong: []Mistake{{Name: "negative", Says: "Larger than 0.", Answer: Input{-1.}}},
		Like: func(args []any) string {
			if args[0].(float64) < 0 {
				return "negative"
			}
			return ""
		},
	}
	e := Exercise{ID: "0.9", Title: "x", Kind: b}
	for _, c := range []struct {
		x    float64
		want bool
	}{{-1, true}, {-3.5, true}, {2, false}} {
		if v := e.Check(Input{c.x}); v.Right || strings.Contains(v.Text, "Larger than 0.") != c.want {
			t.Errorf("%v: %s", c.x, v.Text)
		}
	}
}
