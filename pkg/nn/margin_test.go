package nn_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/nn"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// species returns the rows of two species of penguins, in the order of the file.
func species(plus, minus string, features ...string) (X *mat.Dense, y []float64) {
	table := dataset.Penguins().Complete(features...)
	var rows []int
	for i, s := range table.Text("species") {
		switch s {
		case plus:
			rows, y = append(rows, i), append(y, 1)
		case minus:
			rows, y = append(rows, i), append(y, -1)
		}
	}
	return dataset.Rows(table.Matrix(features...), rows), y
}

// TestMarginReference compares with testdata/margin.py, which finds the margin by non-negative
// least squares: the numbers of chapter 05.
func TestMarginReference(t *testing.T) {
	content, err := os.ReadFile("testdata/margin.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct {
		Mistakes, Passes int
		R, Gamma         float64
	}
	if err := json.Unmarshal(content, &want); err != nil {
		t.Fatal(err)
	}
	for name, w := range want {
		X, y := corners, []float64{-1, -1, -1, 1}
		switch {
		case name == "OR":
			y = []float64{-1, 1, 1, 1}
		case name == "XOR":
			y = []float64{-1, 1, 1, -1}
		case name == "two near points":
			X, y = mat.NewDense(2, 2, []float64{0.5, 0.5, 0.5, 0.4}), []float64{1, -1}
		case strings.HasPrefix(name, "Gentoo"):
			X, y = species("Adelie", "Gentoo", "bill_length_mm", "bill_depth_mm")
		case strings.HasPrefix(name, "Chinstrap"):
			X, y = species("Adelie", "Chinstrap", strings.Fields(name)[1:]...)
		}
		if strings.Contains(name, " ") && X.RawMatrix().Rows > 2 {
			s, err := scaling.FitStandard(X)
			if err != nil {
				t.Fatal(err)
			}
			X = s.Transform(X)
		}
		theta, gamma, err := nn.WidestMargin(X, y)
		if err != nil || math.Abs(gamma-w.Gamma) > 1e-9*w.Gamma {
			t.Errorf("%s: γ = %.12g, want %.12g; %v", name, gamma, w.Gamma, err)
		}
		R, again, err := nn.MistakeBound(theta, X, y)
		if err != nil || math.Abs(R-w.R) > 1e-12*w.R || again != gamma {
			t.Errorf("%s: R = %g, γ = %g, want %g, %g; %v", name, R, again, w.R, gamma, err)
		}
		var p nn.Perceptron
		h, err := p.Fit(X, y, 1000)
		if err != nil || h.Separated != (w.Mistakes > 0) || h.Separated != (gamma > 0) {
			t.Errorf("%s: separated %v, %v", name, h.Separated, err)
			continue
		}
		near := name == "two near points" // its last θ has a row on the boundary but for rounding
		if h.Separated && !near && (len(h.Row) != w.Mistakes || len(h.Mistakes) != w.Passes) {
			t.Errorf("%s: %d mistakes in %d passes, want %d in %d", name, len(h.Row), len(h.Mistakes), w.Mistakes, w.Passes)
		}
		if h.Separated && float64(len(h.Row)) > math.Pow(R/gamma, 2) {
			t.Errorf("%s: %d mistakes, bound %g", name, len(h.Row), math.Pow(R/gamma, 2))
		}
	}
	if len(want) < 16 {
		t.Errorf("%d sets", len(want))
	}
}

// TestWidestMargin: no boundary near it is better, and the rows that it rests on are
// balanced; units and repeated rows change nothing.
func TestWidestMargin(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	separable := 0
	for range 300 {
		n, p := 1+rng.IntN(30), 1+rng.IntN(4)
		X, y := mat.NewDense(n, p, nil), make([]float64, n)
		X.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, X)
		for i := range y {
			y[i] = math.Copysign(1, X.At(i, 0)+0.3*rng.NormFloat64())
		}
		theta, gamma, err := nn.WidestMargin(X, y)
		if err != nil {
			t.Fatal(err)
		}
		double := mat.NewDense(2*n, p, nil)
		double.Stack(X, X)
		if _, same, err := nn.WidestMargin(double, slices.Concat(y, y)); err != nil || math.Abs(same-gamma) > 1e-10 {
			t.Errorf("every row twice: γ = %g, once %g; %v", same, gamma, err)
		}
		if gamma == 0 {
			if floats.Norm(theta, 2) != 0 {
				t.Errorf("γ = 0, θ = %v", theta)
			}
			continue
		}
		separable++
		if math.Abs(floats.Norm(theta, 2)-1) > 1e-12 {
			t.Errorf("|θ| = %g", floats.Norm(theta, 2))
		}
		for _, size := range []float64{1e-6, 1e-3, 0.1, 1} {
			other := slices.Clone(theta)
			for k := range other {
				other[k] += size * rng.NormFloat64()
			}
			if _, less, _ := nn.MistakeBound(other, X, y); less > gamma*(1+1e-9) {
				t.Errorf("n %d, p %d: γ = %g beside %g", n, p, less, gamma)
			}
		}
	}
	if separable < 50 || separable > 250 {
		t.Errorf("%d of 300 sets are separable", separable)
	}
}

// TestWidestMarginEdges: one row, two equal rows with both labels, a row of zeros, large units.
func TestWidestMarginEdges(t *testing.T) {
	for _, c := range []struct {
		x, y  []float64
		gamma float64
	}{
		{[]float64{3}, []float64{-1}, math.Sqrt(10)},
		{[]float64{0}, []float64{1}, 1},
		{[]float64{2, 2}, []float64{1, -1}, 0},
		{[]float64{2, 2, 5}, []float64{1, -1, 1}, 0},
		{[]float64{-1, 1}, []float64{-1, 1}, 1},
		{[]float64{-1e100, 1e100}, []float64{-1, 1}, 1e100},
		{[]float64{0, 1, 2}, []float64{1, -1, 1}, 0},
	} {
		_, gamma, err := nn.WidestMargin(mat.NewDense(len(c.y), 1, c.x), c.y)
		if err != nil || math.Abs(gamma-c.gamma) > 1e-9*c.gamma {
			t.Errorf("x %v, y %v: γ = %g, want %g; %v", c.x, c.y, gamma, c.gamma, err)
		}
	}
	var label *dataset.BadLabel
	if _, _, err := nn.WidestMargin(corners, []float64{0, 1, 1, 1}); !errors.As(err, &label) {
		t.Errorf("label 0: %v", err)
	}
	var value *dataset.NotFinite
	if _, _, err := nn.WidestMargin(mat.NewDense(1, 1, []float64{math.NaN()}), []float64{1}); !errors.As(err, &value) {
		t.Errorf("NaN: %v", err)
	}
	panics(t, "nn: WidestMargin: y has 1 values, X has 4 rows", func() { nn.WidestMargin(corners, []float64{1}) })
	panics(t, "nn: WidestMargin: X is nil", func() { nn.WidestMargin(nil, nil) })
}

func ExampleWidestMargin() {
	X := mat.NewDense(4, 2, []float64{0, 0, 0, 1, 1, 0, 1, 1})
	for _, gate := range []struct {
		name string
		y    []float64
	}{{"AND", []float64{-1, -1, -1, 1}}, {"XOR", []float64{-1, 1, 1, -1}}} {
		theta, gamma, _ := nn.WidestMargin(X, gate.y)
		fmt.Printf("%s: γ = %.3f, θ = %.3f\n", gate.name, gamma, theta)
	}
	// Output:
	// AND: γ = 0.243, θ = [-0.728 0.485 0.485]
	// XOR: γ = 0.000, θ = [0.000 0.000 0.000]
}
