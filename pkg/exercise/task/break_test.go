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
