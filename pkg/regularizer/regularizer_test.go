package regularizer_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"
)

var all = []regularizer.Penalty{regularizer.L1{Lambda: 0.3}, regularizer.L2{Lambda: 0.7}, regularizer.Elastic{L1: 0.3, L2: 0.7}}

// dense copies rows into a matrix whose rows do not follow each other in memory.
func dense(rows [][]float64) *mat.Dense {
	n, m := len(rows), len(rows[0])
	X := mat.NewDense(n, m+2, nil).Slice(0, n, 1, m+1).(*mat.Dense)
	for i, r := range rows {
		X.SetRow(i, r)
	}
	return X
}

// testdata/reference.json is made by testdata/reference.py.
func TestTorch(t *testing.T) {
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Penalty     string
		Theta, Grad [][]float64
		Value       float64
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, c := range cases {
		for _, p := range all {
			if p.String() != c.Penalty {
				continue
			}
			checked++
			theta, want := dense(c.Theta), dense(c.Grad)
			if R := p.Value(theta); !(math.Abs(R-c.Value) <= 1e-14*c.Value) {
				t.Errorf("%v is %.17g, PyTorch has %.17g", p, R, c.Value)
			}
			n, m := theta.Dims()
			grad := mat.NewDense(n, m, nil)
			p.AddGradient(grad, theta)
			if !mat.EqualApprox(grad, want, 1e-15) {
				t.Errorf("%v: gradient\n%g, PyTorch has\n%g", p, mat.Formatted(grad), mat.Formatted(want))
			}
		}
	}
	if checked != 9 {
		t.Errorf("%d cases checked, want 9", checked)
	}
}

func TestGradientIsTheDerivative(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 1))
	theta := mat.NewDense(4, 6, nil)
	for j := range theta.RawMatrix().Data {
		theta.RawMatrix().Data[j] = r.NormFloat64()
	}
	for _, p := range all {
		// The gradient is added to what is there.
		grad := mat.NewDense(4, 6, nil)
		grad.Apply(func(i, k int, _ float64) float64 { return float64(10*i + k) }, grad)
		p.AddGradient(grad, theta)
		x := mat.NewDense(4, 6, nil)
		numeric := fd.Gradient(nil, func(v []float64) float64 {
			copy(x.RawMatrix().Data, v)
			return p.Value(x)
		}, theta.RawMatrix().Data, &fd.Settings{Formula: fd.Central, Step: 1e-5})
		for j, want := range numeric {
			i, k := j/6, j%6
			if got := grad.At(i, k) - float64(10*i+k); !(math.Abs(got-want) <= 1e-8) {
				t.Errorf("%v: ∂R/∂θ_%d%d is %g, central difference %g", p, i, k, got, want)
			}
			if k == 0 && grad.At(i, 0) != float64(10*i) {
				t.Errorf("%v: the bias of neuron %d is penalised", p, i)
			}
		}
	}
}

func TestEdges(t *testing.T) {
	inf := math.Inf(1)
	zero := math.Copysign(0, -1)
	for _, c := range []struct {
		p           regularizer.Penalty
		theta       float64
		value, grad float64
	}{
		{regularizer.L1{Lambda: 2}, -3, 6, -2},
		{regularizer.L1{Lambda: 2}, 0, 0, 0},
		{regularizer.L1{Lambda: 2}, zero, 0, 0},
		{regularizer.L1{Lambda: 2}, 1e-300, 2e-300, 2},
		{regularizer.L1{Lambda: 1}, -1e308, 1e308, -1},
		{regularizer.L1{}, 5, 0, 0},
		{regularizer.L2{Lambda: 2}, -3, 9, -6},
		{regularizer.L2{Lambda: 1}, 1e308, inf, 1e308},
		{regularizer.Elastic{L1: 2, L2: 1}, -3, 10.5, -5},
		{regularizer.Elastic{L1: 2, L2: 1}, 0, 0, 0},
	} {
		theta, grad := mat.NewDense(1, 2, []float64{7, c.theta}), mat.NewDense(1, 2, nil)
		c.p.AddGradient(grad, theta)
		if v := c.p.Value(theta); v != c.value || grad.At(0, 1) != c.grad || grad.At(0, 0) != 0 {
			t.Errorf("%v at %g: %g with gradient %g, want %g with %g", c.p, c.theta, v, grad.RawRowView(0), c.value, c.grad)
		}
	}
	for _, p := range all {
		if v := p.Value(mat.NewDense(1, 2, []float64{0, math.NaN()})); !math.IsNaN(v) {
			t.Errorf("%v of NaN is %g", p, v)
		}
		for _, theta := range []*mat.Dense{mat.NewDense(3, 1, []float64{1, 2, 3}), {}} { // biases only, nothing
			if v := p.Value(theta); v != 0 {
				t.Errorf("%v without weights is %g", p, v)
			}
			p.AddGradient(mat.DenseCopyOf(theta), theta)
		}
	}
}

func TestNothingIsAllocated(t *testing.T) {
	theta, grad := mat.NewDense(30, 40, nil), mat.NewDense(30, 40, nil)
	for _, p := range all {
		if a := testing.AllocsPerRun(10, func() { p.Value(theta); p.AddGradient(grad, theta) }); a != 0 {
			t.Errorf("%v: %g allocations", p, a)
		}
	}
}

func TestPanics(t *testing.T) {
	check := func(want string, f func()) {
		t.Helper()
		defer func() {
			t.Helper()
			if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
				t.Errorf("panic %q, want one with %q", got, want)
			}
		}()
		f()
	}
	a, b := mat.NewDense(2, 3, nil), mat.NewDense(2, 2, nil)
	for _, p := range all {
		check("grad is 2×2, want 2×3", func() { p.AddGradient(b, a) })
		check("grad is nil", func() { p.AddGradient(nil, a) })
		check("θ is nil", func() { p.AddGradient(a, nil) })
		check("θ is nil", func() { p.Value(nil) })
	}
}

func Example() {
	theta := mat.NewDense(1, 3, []float64{5, 0.5, -2}) // bias 5, two weights
	for _, p := range []regularizer.Penalty{regularizer.L1{Lambda: 0.1}, regularizer.L2{Lambda: 0.1}} {
		grad := mat.NewDense(1, 3, nil)
		p.AddGradient(grad, theta)
		fmt.Printf("%v: R = %.4g, ∂R/∂θ = %.3g\n", p, p.Value(theta), grad.RawRowView(0))
	}
	// Output:
	// L1(λ = 0.1): R = 0.25, ∂R/∂θ = [0 0.1 -0.1]
	// L2(λ = 0.1): R = 0.2125, ∂R/∂θ = [0 0.05 -0.2]
}

// TestNoPenalty: λ = 0 adds nothing, whatever has become of θ.
func TestNoPenalty(t *testing.T) {
	theta := mat.NewDense(1, 3, []float64{1, math.Inf(1), -1e300})
	for _, p := range []regularizer.Penalty{regularizer.L1{}, regularizer.L2{}, regularizer.Elastic{}} {
		grad := mat.NewDense(1, 3, nil)
		p.AddGradient(grad, theta)
		if R := p.Value(theta); R != 0 || mat.Norm(grad, 1) != 0 {
			t.Errorf("%v: R = %g, gradient %v, want 0", p, R, mat.Formatted(grad))
		}
	}
}
