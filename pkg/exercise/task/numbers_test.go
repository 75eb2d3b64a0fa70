package task_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// What the numbers alone show, without a source to read.
func TestNumbersSay(t *testing.T) {
	cost := function(t, "1.1").Solution.(func(theta0, theta1 float64, x, y []float64) float64)
	partials := function(t, "2.1").Solution.(func(theta0, theta1 float64, x, y []float64) (d0, d1 float64))
	gradient := function(t, "2.3").Solution.(func(X *mat.Dense, y, theta []float64) []float64)
	design := function(t, "1.2").Solution.(func([]float64, int) *mat.Dense)
	collapse := function(t, "6.6").Solution.(func(theta0, theta1 *mat.Dense) *mat.Dense)
	neuron := function(t, "6.1").Solution.(func(theta, x []float64) float64)
	count := function(t, "6.5").Solution.(func([]int) int)
	type line = func(theta0, theta1 float64, x, y []float64) float64
	type both = func(theta0, theta1 float64, x, y []float64) (float64, float64)
	type list = func(X *mat.Dense, y, theta []float64) []float64
	for _, test := range []struct {
		id   string
		f    any
		want string
	}{
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return 3 * cost(a, b, x, y) }), "Every number is 3 times the expected one: look for a factor."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return -cost(a, b, x, y) }), "Every number has the wrong sign."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return cost(a, b, x, y) + 7 }), "Every number is too large by 7."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return cost(a, b, x, y) - a }), "Every number is the expected one minus theta0."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return cost(a, b, x, y) / float64(len(x)) }), "Every number is the expected one divided by len(x)."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return cost(a, b, x, y) * a }), "Every number is theta0 times the expected one."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 { return math.Pow(cost(a, b, x, y), 2) }), "Every number is the square of the expected one."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 {
			if len(x) == 1 {
				return cost(a, b, x, y)
			}
			return cost(a, b, x, y) + a*b
		}), "It is right in these cases only: one point."},
		{"1.1", line(func(a, b float64, x, y []float64) float64 {
			if len(x) > 1 {
				return cost(a, b, x, y)
			}
			panic("no")
		}), "It is wrong in these cases only: one point."},
		{"2.1", both(func(a, b float64, x, y []float64) (float64, float64) {
			d0, d1 := partials(a, b, x, y)
			return d0, 2.5 * d1
		}), "d0 is right, d1 is not. It is 2.5 times what it should be: look for a factor."},
		{"2.1", both(func(a, b float64, x, y []float64) (float64, float64) {
			d0, d1 := partials(a, b, x, y)
			return d0 + b*a, d1
		}), "d1 is right, d0 is not."},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 { return gradient(X, y, theta)[:len(theta)-1] }), "right but for its last value, which is missing"},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 { return append(gradient(X, y, theta), 3) }), "one value too many at its end"},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 {
			return append([]float64{1}, gradient(X, y, theta)...)
		}), "one value too many at its front"},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 {
			g := gradient(X, y, theta)
			slices.Reverse(g)
			return g
		}), "run from last to first"},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 {
			g := gradient(X, y, theta)
			for k := 1; k < len(g); k++ {
				g[k] = g[k]*g[k] + 1
			}
			return g
		}), "The first value is right in every case; what is wrong stands elsewhere."},
		{"2.3", list(func(X *mat.Dense, y, theta []float64) []float64 {
			g := gradient(X, y, theta)
			g[0]++
			return g
		}), "The first value is wrong; all else is right in every case."},
		{"1.2", func(x []float64, p int) *mat.Dense {
			X := design(x, p)
			for i := range x {
				X.Set(i, 0, 5)
			}
			return X
		}, "Column 0 is wrong; all else is right in every case."},
		{"6.1", func(theta, x []float64) float64 { return math.Abs(neuron(theta, x)) }, "Every number is right but for the sign."},
		{"6.5", func(units []int) int { return count(units) * len(units) }, "Every number is len(units) times the expected one."},
		{"6.6", func(theta0, theta1 *mat.Dense) *mat.Dense {
			X := collapse(theta0, theta1)
			X.Scale(-1, X)
			return X
		}, "Every number has the wrong sign."},
	} {
		if got := strings.Join(strings.Fields(said(test.id, test.f)), " "); !strings.Contains(got, test.want) {
			t.Errorf("%s: want %q, got %s", test.id, test.want, got)
		}
	}
}

// file is a Go file that holds functions.
func file(text string) []byte { return []byte(imports + text + "\n") }

const imports = "package p\n\nimport \"math\"\nimport \"slices\"\nimport \"gonum.org/v1/gonum/floats\"\nimport \"gonum.org/v1/gonum/mat\"\n\n"

// What is said of a function with a source: panics, loops, recursion, twins.
func TestSourceSays(t *testing.T) {
	task.Impatient(t)
	task.WholeTexts(t)
	for _, test := range []struct {
		id, source string
		want       []string
	}{
		{"0.1", "func mean(x []float64) float64 {\n\treturn mean(x)\n}", []string{"in line 2, return mean(x)", "mean calls itself without end"}},
		{"0.1", "func mean(x []float64) float64 {\n\treturn 0.5 * (1 / 2) * x[0]\n}", []string{"Line 2: look at the division."}},
		{"2.2", "func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {\n\treturn theta0, theta1 - alpha*2*float64(len(y))\n}", []string{"Its argument x is never looked at."}},
		{"1.1", "func cost(theta0, theta1 float64, x, y []float64) float64 {\n\treturn 0\n}\n\nfunc Cost(theta0, theta1 float64, x, y []float64) float64 {\n\tsum := 0.0\n\tfor i := range x {\n\t\tr := theta0 + theta1*x[i] - y[i]\n\t\tsum += r * r\n\t}\n\treturn sum / float64(2*len(x))\n}", []string{"The notebook also holds Cost, which is right. But cost is checked"}},
		{"2.4", "func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {\n\treturn gradient(X, y, nil)\n}\n\nfunc gradient(X *mat.Dense, y, theta []float64) []float64 {\n\treturn nil\n}", []string{"It calls gradient, and that is not right yet: see exercise 2.3 first."}},
		{"2.3", "func gradient(X *mat.Dense, y, theta []float64) []float64 {\n\tvar A mat.Dense\n\tA.Mul(X, X)\n\treturn nil\n}", []string{"panic mat: dimension mismatch", "in line 3, A.Mul(X, X); here A is empty, X is 4×2"}},
	} {
		j, err := task.Judge(find(t, test.id), file(test.source))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(strings.Fields(j.Text), " ")
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: want %q, got %s", test.source, want, got)
			}
		}
	}
}

// A wrong answer to exercise 1.3, which overwrites its argument too.
func overwrites(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	if err := theta.SolveVec(&A, &b); err != nil {
		panic(err)
	}
	y[0] = 0
	return theta.RawVector().Data
}

// The first wrong try is told where to look, the second one what to write. What is
// told must leave the arguments alone.
func TestSteps(t *testing.T) {
	task.CountBy(t, func() time.Duration { return 0 }) // it may take its time
	e := find(t, "1.3")
	first := e.Check(overwrites)
	second := e.After(first.Memory).Check(overwrites)
	if m := first.Memory; m.Source == "" || m.Look == "" || m.Change == "" || !strings.Contains(m.Look, "line 9") {
		t.Errorf("%+v", m)
	}
	if strings.Contains(first.Text, "leave out") || !strings.Contains(second.Text, "Line 9: leave out `y[0] = 0`.") {
		t.Errorf("first %s\nsecond %s", first.Text, second.Text)
	}
	if second.Memory.Look != first.Memory.Look {
		t.Errorf("%+v", second.Memory)
	}
}
