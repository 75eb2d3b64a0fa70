package gradcheck_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/gradcheck"
	"ann/pkg/loss"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"
)

// bowl is J = ½ Σ c_j (θ_j − 1)⁴ + θ_0 θ_n, with its gradient.
func bowl(c []float64) (J func([]float64) float64, gradient func([]float64) []float64) {
	n := len(c) - 1
	J = func(theta []float64) float64 {
		sum := theta[0] * theta[n]
		for j, v := range theta {
			sum += c[j] / 2 * math.Pow(v-1, 4)
		}
		return sum
	}
	gradient = func(theta []float64) []float64 {
		g := make([]float64, len(theta))
		for j, v := range theta {
			g[j] = 2 * c[j] * math.Pow(v-1, 3)
		}
		g[0] += theta[n]
		g[n] += theta[0]
		return g
	}
	return J, gradient
}

func TestRightAndWrong(t *testing.T) {
	c := []float64{1, 0.5, 3, 2}
	J, gradient := bowl(c)
	theta := []float64{0.3, -2, 1.7, 4}
	right := gradcheck.Check(J, theta, gradient(theta))
	if !(right.Worst < 1e-8) {
		t.Errorf("a right gradient:\n%v", right)
	}
	// gonum's central differences, with its own step, say the same.
	for j, want := range fd.Gradient(nil, J, theta, &fd.Settings{Formula: fd.Central}) {
		if !(math.Abs(right.Numeric[j]-want) <= 1e-7*max(1, math.Abs(want))) {
			t.Errorf("difference %d is %g, gonum has %g", j, right.Numeric[j], want)
		}
	}
	for _, m := range []struct {
		name  string
		spoil func(g []float64)
		index int
		least float64
	}{
		{"sign", func(g []float64) { g[2] = -g[2] }, 2, 1.9},
		{"factor 2", func(g []float64) { g[1] *= 2 }, 1, 0.49},
		{"missing term", func(g []float64) { g[3] -= theta[0] }, 3, 1e-3},
		{"zero", func(g []float64) { g[0] = 0 }, 0, 0.99},
		{"one digit", func(g []float64) { g[0] *= 1.0001 }, 0, 0.9e-4},
		{"Inf", func(g []float64) { g[1] = math.Inf(1) }, 1, math.NaN()},
		{"NaN", func(g []float64) { g[1] = math.NaN() }, 1, math.NaN()},
	} {
		g := gradient(theta)
		m.spoil(g)
		r := gradcheck.Check(J, theta, g)
		if r.Index != m.index || r.Worst < 1e-6 || r.Worst < m.least || math.IsNaN(m.least) != math.IsNaN(r.Worst) {
			t.Errorf("%s: worst %g at %d, want at least %g at %d", m.name, r.Worst, r.Index, m.least, m.index)
		}
	}
	// An infinite difference and an infinite gradient are no agreement.
	wall := func(theta []float64) float64 {
		if theta[0] > 1 {
			return math.Inf(1)
		}
		return 0
	}
	if r := gradcheck.Check(wall, []float64{1}, []float64{math.Inf(1)}); !math.IsInf(r.Numeric[0], 1) || !math.IsNaN(r.Worst) {
		t.Errorf("at a wall: difference %g, error %g, want +Inf, NaN", r.Numeric[0], r.Worst)
	}
}

// θ of very different sizes, a huge and a tiny J, a J with a large constant and
// small derivatives: right gradients pass, wrong ones do not.
func TestScales(t *testing.T) {
	for _, c := range []struct {
		name  string
		scale float64
		shift float64
		theta []float64
	}{
		{"usual", 1, 0, []float64{0.5, 2}},
		{"large θ", 1, 0, []float64{1e6, -3e5}},
		{"tiny θ", 1, 0, []float64{1e-9, 1e-7}},
		{"huge J", 1e100, 0, []float64{0.5, 2}},
		{"tiny J", 1e-100, 0, []float64{0.5, 2}},
		{"small derivatives on a large J", 1e-9, 1, []float64{0.5, 2}},
	} {
		J := func(theta []float64) float64 { return c.shift + c.scale*(theta[0]*theta[0]+math.Sin(theta[1])) }
		grad := []float64{c.scale * 2 * c.theta[0], c.scale * math.Cos(c.theta[1])}
		if c.name == "large θ" { // sin turns within h there
			J = func(theta []float64) float64 { return theta[0]*theta[0] + theta[0]*theta[1] }
			grad = []float64{2*c.theta[0] + c.theta[1], c.theta[0]}
		}
		r := gradcheck.Check(J, c.theta, grad)
		if !(r.Worst < 1e-6) {
			t.Errorf("%s: a right gradient fails\n%v", c.name, r)
		}
		if c.name == "large θ" && !(math.Abs(r.Numeric[0]/grad[0]-1) < 1e-9) { // the step grows with θ
			t.Errorf("%s: the difference has lost its digits\n%v", c.name, r)
		}
		grad[1] *= 2
		if r := gradcheck.Check(J, c.theta, grad); r.Worst < 1e-6 || r.Index != 1 {
			t.Errorf("%s: a wrong gradient passes\n%v", c.name, r)
		}
	}
}

// The course's network of one hidden layer, its J written out here, against the
// rules of back propagation and what goes wrong with them.
func TestBackpropagation(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	theta := make([]float64, 12+8) // 3×4 and 2×4
	for j := range theta {
		theta[j] = r.NormFloat64()
	}
	x, y := []float64{1, 0.5, -1.2, 2}, mat.NewDense(1, 2, []float64{0.3, -0.8}) // x_0 = 1
	g, J, R := activation.Tanh{}, loss.SquaredError{}, regularizer.L2{Lambda: 0.1}
	forward := func(theta []float64) (z, a []float64, yhat *mat.Dense) {
		z, a, yhat = make([]float64, 3), []float64{1, 0, 0, 0}, mat.NewDense(1, 2, nil)
		for j := range z {
			for k, v := range x {
				z[j] += theta[4*j+k] * v
			}
		}
		g.Value(a[1:], z)
		for i := range 2 {
			for j, v := range a {
				yhat.RawRowView(0)[i] += theta[12+4*i+j] * v
			}
		}
		return z, a, yhat
	}
	value := func(theta []float64) float64 {
		_, _, yhat := forward(theta)
		return J.Value(nil, yhat, y) + R.Value(mat.NewDense(2, 4, theta[12:]))
	}
	gradient := func(mistake string) []float64 {
		grad := make([]float64, 20)
		z, a, yhat := forward(theta)
		J.Value(yhat, yhat, y) // δ^(2)
		d2, d1 := yhat.RawRowView(0), make([]float64, 3)
		for i, d := range d2 {
			for j, v := range a {
				grad[12+4*i+j] = d * v
			}
			for j := range d1 {
				d1[j] += d * theta[12+4*i+j+1]
			}
		}
		switch mistake {
		case "g′ left out":
		case "1 − z² for 1 − a²":
			g.Backward(d1, z, z)
		default:
			g.Backward(d1, z, a[1:])
		}
		for j, d := range d1 {
			for k, v := range x {
				grad[4*j+k] = d * v
			}
		}
		if mistake != "penalty left out" {
			R.AddGradient(mat.NewDense(2, 4, grad[12:]), mat.NewDense(2, 4, theta[12:]))
		}
		return grad
	}
	if r := gradcheck.Check(value, theta, gradient("")); !(r.Worst < 1e-7) {
		t.Errorf("%v", r)
	}
	for _, m := range []string{"g′ left out", "1 − z² for 1 − a²", "penalty left out"} {
		if r := gradcheck.Check(value, theta, gradient(m)); r.Worst < 1e-2 {
			t.Errorf("%s passes\n%v", m, r)
		}
	}
}

// theta and grad are left alone, also when they are the memory that J writes to.
func TestNothingIsLeftBehind(t *testing.T) {
	params, grads := []float64{1, 2, 3}, make([]float64, 3)
	J := func(theta []float64) float64 {
		copy(params, theta)
		sum := 0.0
		for j, v := range params {
			sum += v * v
			grads[j] = 2 * v
		}
		return sum
	}
	J(params)
	if r := gradcheck.Check(J, params, grads); !(r.Worst < 1e-8) {
		t.Errorf("%v", r)
	}
	if !slices.Equal(params, []float64{1, 2, 3}) || !slices.Equal(grads, []float64{2, 4, 6}) {
		t.Errorf("left with θ = %g, gradient %g", params, grads)
	}
}

func TestEdges(t *testing.T) {
	constant := func([]float64) float64 { return 3 }
	if r := gradcheck.Check(constant, nil, nil); r.Index != -1 || r.Worst != 0 || r.String() != "no parameters" {
		t.Errorf("without parameters: %+v", r)
	}
	if r := gradcheck.Check(constant, []float64{1}, []float64{0}); r.Worst != 0 || r.Index != 0 {
		t.Errorf("a constant J: %v", r)
	}
	for _, bad := range []float64{math.NaN(), math.Inf(1)} {
		if r := gradcheck.Check(func([]float64) float64 { return bad }, []float64{1, 2}, []float64{0, 0}); r.Worst < 1e-6 || r.Index != 0 {
			t.Errorf("J = %g passes: %v", bad, r)
		}
	}
}

func TestTable(t *testing.T) {
	n := 100
	theta, grad := make([]float64, n), make([]float64, n)
	for j := range theta {
		theta[j] = float64(j)
		grad[j] = 2 * theta[j]
	}
	grad[70], grad[3], grad[99] = 141, math.NaN(), 0
	J := func(theta []float64) float64 {
		sum := 0.0
		for _, v := range theta {
			sum += v * v
		}
		return sum
	}
	s := gradcheck.Check(J, theta, grad).String()
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if len(lines) != 27 || !strings.Contains(lines[0], "largest relative error NaN, at θ_3 of 100 parameters; the 25 worst:") {
		t.Errorf("%d lines:\n%s", len(lines), s)
	}
	at := -1
	for _, want := range []string{"\n     3 ", "\n    70 ", "\n    99 "} {
		if i := strings.Index(s, want); i <= at {
			t.Errorf("%q is missing or out of order in\n%s", want, s)
		} else {
			at = i
		}
	}
}

func TestPanics(t *testing.T) {
	for want, f := range map[string]func(){
		"gradcheck: Check: J is nil": func() { gradcheck.Check(nil, nil, nil) },
		"gradcheck: Check: grad has 1 values, want 2 as θ": func() {
			gradcheck.Check(func([]float64) float64 { return 0 }, []float64{1, 2}, []float64{1})
		},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); got != want {
					t.Errorf("panic %q, want %q", got, want)
				}
			}()
			f()
		}()
	}
}

// A gradient with a mistake in its second component: the factor 2 of the
// square is missing.
func ExampleCheck() {
	J := func(theta []float64) float64 { return theta[0] * theta[1] * theta[1] }
	theta := []float64{3, 2}
	grad := []float64{theta[1] * theta[1], theta[0] * theta[1]}
	r := gradcheck.Check(J, theta, grad)
	fmt.Printf("θ_%d: gradient %.6f, difference %.6f, relative error %.2f\n", r.Index, r.Analytic[r.Index], r.Numeric[r.Index], r.Worst)
	// Output: θ_1: gradient 6.000000, difference 12.000000, relative error 0.50
}
