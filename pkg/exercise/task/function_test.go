package task

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// engine holds the names of packages that cells import: with a function of that
// name in one cell, a later cell that uses the package does not compile.
var engine = []string{
	"activation", "loss", "regularizer", "optimizer", "scaling", "dataset", "gradcheck", "data",
	"regression", "nn", "train", "landscape", "figure", "exercise", "playground", "notebook",
	"mat", "floats", "stat", "fd", "optimize", "integrate", "distuv", "math", "fmt", "rand", "slices", "main", "init",
}

// takenApart are the types that valueOf takes apart.
var takenApart = []reflect.Type{
	reflect.TypeFor[float64](), reflect.TypeFor[int](), reflect.TypeFor[bool](), reflect.TypeFor[string](), reflect.TypeFor[error](),
	reflect.TypeFor[[]float64](), reflect.TypeFor[[]int](), reflect.TypeFor[[][]float64](),
	reflect.TypeFor[*mat.Dense](), reflect.TypeFor[*mat.VecDense](),
}

func (f Function) answers() (stub, solution any, wrong []Mistake) { return f.Stub, f.Solution, f.Wrong }

func (f Function) faults(Exercise) []string {
	var all faulty
	all.add(f.Name == "", "no name")
	all.add(slices.Contains(engine, f.Name), "the function's name hides a package")
	all.add(f.Stub == nil, "no stub")
	all.add(f.Random == nil, "no random arguments")
	all.add(len(f.Edges) == 0, "no edges")
	all.add(len(f.Cases) < 3, "fewer than three cases")
	want := reflect.TypeOf(f.Solution)
	if want == nil || want.Kind() != reflect.Func {
		return append(all, "no solution")
	}
	all.add(reflect.TypeOf(f.Stub) != want, "the stub has another type")
	for _, m := range f.Wrong {
		all.add(reflect.TypeOf(m.Answer) != want, "the mistake has another type: %s", m.Name)
	}
	for i := range want.NumIn() {
		all.add(!slices.Contains(takenApart, want.In(i)), "an argument of type %v", want.In(i))
	}
	for i := range want.NumOut() {
		all.add(!slices.Contains(takenApart, want.Out(i)), "a result of type %v", want.Out(i))
	}
	return all
}

func (f Function) prove(t *testing.T, e Exercise) {
	for _, one := range []any{f.Stub, f.Solution} {
		name := runtime.FuncForPC(reflect.ValueOf(one).Pointer()).Name() // ann/pkg/exercise/ch01.stub.cost-fm
		if !strings.HasSuffix(name, "."+f.Name+"-fm") {
			t.Errorf("%s is registered, %s is shown", name, f.Name)
		}
	}
	for _, cell := range []string{e.StubCell(), e.SolutionCell()} {
		if !strings.Contains(cell, "\nfunc "+f.Name+"(") || !strings.HasPrefix(cell, "// "+f.Name+" ") {
			t.Errorf("not a documented function of its name:\n%s", cell)
		}
	}
	for _, wrong := range f.onDrawn(200) {
		t.Error(wrong)
	}
}

// onDrawn runs solution and wrong answers on drawn arguments and lists what is
// not as it must be: the solution answers, twice the same, and leaves its
// arguments alone; each wrong answer differs from it somewhere; each edge is
// drawn, and not always.
func (f Function) onDrawn(draws int) []string {
	var all faulty
	rng, again := rand.New(rand.NewPCG(1, 9)), rand.New(rand.NewPCG(1, 9))
	var drawn [][]any
	for range draws {
		args := f.Random(rng)
		if !reflect.DeepEqual(args, f.Random(again)) {
			return append(all, "two draws with the same seed are different")
		}
		drawn = append(drawn, args)
	}
	solution := reflect.ValueOf(f.Solution)
	want, repeated := callAll(solution, drawn, patience, nil), callAll(solution, drawn, patience, nil)
	for i, w := range want {
		if !w.fine() || w.changed >= 0 {
			return append(all, "the solution panics, does not end or writes into its arguments: "+w.panicked)
		}
		if d := difference(w.got, repeated[i].got, 0); d != "" {
			return append(all, "the solution gives two results: "+d)
		}
	}
	for _, m := range f.Wrong {
		differs := false
		for i, got := range callAll(reflect.ValueOf(m.Answer), drawn, patience, nil) {
			differs = differs || !got.fine() || difference(want[i].got, got.got, tolerance) != ""
		}
		all.add(!differs, "on drawn arguments this is right: %s", m.Name)
	}
	for name, isEdge := range f.Edges {
		n := 0
		for _, args := range drawn {
			if isEdge(args) {
				n++
			}
		}
		all.add(n == 0, "never drawn: %s", name)
		all.add(n == draws, "always drawn, so no edge: %s", name)
	}
	return all
}

// What onDrawn finds, on a function that is damaged in one place.
func TestOnDrawnFindsFaults(t *testing.T) {
	double := func(x []float64) []float64 {
		y := make([]float64, len(x))
		for i := range x {
			y[i] = 2 * x[i]
		}
		return y
	}
	calls := 0
	for _, test := range []struct {
		want  string
		spoil func(f *Function)
	}{
		{"", func(*Function) {}},
		{"same seed", func(f *Function) {
			f.Random = func(*rand.Rand) []any { calls++; return []any{[]float64{float64(calls)}} }
		}},
		{"panics", func(f *Function) { f.Solution = func(x []float64) []float64 { return x[:len(x)-2] } }},
		{"writes into its arguments", func(f *Function) { f.Solution = func(x []float64) []float64 { x[0]++; return double(x) } }},
		{"two results", func(f *Function) {
			f.Solution = func(x []float64) []float64 { calls++; return []float64{float64(calls)} }
		}},
		{"this is right: same", func(f *Function) { f.Wrong[1].Answer = double }},
		{"never drawn: four values", func(f *Function) { f.Edges["four values"] = Len(0, 4) }},
		{"always drawn, so no edge: any", func(f *Function) { f.Edges["any"] = func([]any) bool { return true } }},
	} {
		f := Function{
			Solution: double,
			Wrong: []Mistake{
				{Name: "panic", Answer: func(x []float64) []float64 { panic(1) }},
				{Name: "same", Answer: func(x []float64) []float64 { return slices.Clone(x) }},
			},
			Random: func(rng *rand.Rand) []any { return []any{Normals(rng, Between(rng, 1, 3))} },
			Edges:  Edges{"one value": Len(0, 1)},
		}
		test.spoil(&f)
		found := f.onDrawn(50)
		if test.want == "" && len(found) > 0 || test.want != "" && !slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, test.want) }) {
			t.Errorf("want %q, found %q", test.want, found)
		}
	}
}

func TestEdges(t *testing.T) {
	square, biased := mat.NewDense(2, 2, []float64{0, 1, 0, 2}), mat.NewDense(1, 2, []float64{3, 0})
	for _, test := range []struct {
		name   string
		isEdge func([]any) bool
		args   []any
		want   bool
	}{
		{"is", Is(1, 0.), []any{1., 0.}, true},
		{"is not", Is(0, 0.), []any{1., 0.}, false},
		{"is of another type", Is(0, 0), []any{0.}, false},
		{"length", Len(0, 2), []any{[]float64{1, 2}}, true},
		{"other length", Len(0, 1), []any{[]int{1, 2}}, false},
		{"rows", Len(0, 1), []any{biased}, true},
		{"other rows", Len(0, 2), []any{biased}, false},
		{"square", Square(0), []any{square}, true},
		{"not square", Square(0), []any{biased}, false},
		{"zero biases", ZeroBias(0), []any{square}, true},
		{"biases", ZeroBias(0), []any{biased}, false},
		{"zero bias of a list", ZeroBias(0), []any{[]float64{0, 1}}, true},
		{"bias of a list", ZeroBias(0), []any{[]float64{1, 0}}, false},
	} {
		if got := test.isEdge(test.args); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
