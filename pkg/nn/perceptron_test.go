package nn_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/nn"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/mat"
)

var corners = mat.NewDense(4, 2, []float64{0, 0, 0, 1, 1, 0, 1, 1})

// TestRosenblatt follows AND by hand: z = 0 is a mistake, a right answer
// changes nothing, the bias learns too.
func TestRosenblatt(t *testing.T) {
	p := nn.Perceptron{}
	h, err := p.Fit(corners, []float64{-1, -1, -1, 1}, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]float64{
		{0, 0, 0},
		{-1, 0, 0}, // row 0, z = 0
		{0, 1, 1},  // row 3, z = −1
		{-1, 1, 1}, // second pass: row 0, z = 0
		{-2, 1, 0}, // row 1, z = 0
	}
	want = append(want, []float64{-1, 2, 1}) // row 3, z = −1, right of the rest
	if !slices.EqualFunc(h.Theta, want, slices.Equal) || !slices.Equal(h.Row, []int{0, 3, 0, 1, 3}) || !slices.Equal(h.Mistakes, []int{2, 3}) || h.Separated {
		t.Errorf("history %v", h)
	}
	if !slices.Equal(p.Theta, want[5]) {
		t.Errorf("θ is %v", p.Theta)
	}
	for _, c := range []struct{ x, want float64 }{{0.4, -1}, {0.5, 1}, {0.6, 1}} { // z = −1 + 2x
		if got := p.Predict([]float64{c.x, 0}); got != c.want {
			t.Errorf("Predict(%g) is %g, want %g", c.x, got, c.want)
		}
	}
}

func TestPerceptronGates(t *testing.T) {
	for name, c := range map[string]struct {
		y         []float64
		separable bool
	}{
		"AND": {[]float64{-1, -1, -1, 1}, true},
		"OR":  {[]float64{-1, 1, 1, 1}, true},
		"XOR": {[]float64{-1, 1, 1, -1}, false},
	} {
		p := nn.Perceptron{}
		h, err := p.Fit(corners, c.y, 100)
		if err != nil || h.Separated != c.separable {
			t.Errorf("%s: separated %v, %v", name, h.Separated, err)
		}
		if !c.separable {
			if len(h.Mistakes) != 100 || !slices.Equal(p.Theta, []float64{0, 0, 0}) {
				t.Errorf("%s: %d passes, θ %v; θ should return to 0", name, len(h.Mistakes), p.Theta)
			}
			continue
		}
		for i, y := range c.y {
			if p.Predict(corners.RawRowView(i)) != y {
				t.Errorf("%s: row %d is wrong", name, i)
			}
		}
		bounded(t, name, p.Theta, corners, c.y, h)
		if again, err := p.Fit(corners, c.y, 5); err != nil || !slices.Equal(again.Mistakes, []int{0}) || len(again.Theta) != 1 {
			t.Errorf("%s: trained on, %v, %v", name, again, err)
		}
	}
}

// bounded checks Novikoff's theorem with the boundary that was found.
func bounded(t *testing.T, name string, theta []float64, X *mat.Dense, y []float64, h *nn.PerceptronHistory) (bound float64) {
	t.Helper()
	R, gamma, err := nn.MistakeBound(theta, X, y)
	if err != nil {
		t.Fatal(err)
	}
	bound = math.Pow(R/gamma, 2)
	if total := len(h.Row); !(gamma > 0) || float64(total) > bound {
		t.Errorf("%s: %d mistakes, bound (%g/%g)² = %g", name, total, R, gamma, bound)
	}
	return bound
}

// TestPerceptronPenguins separates Adelie from Gentoo by bill length and depth,
// sooner when they are standardised.
func TestPerceptronPenguins(t *testing.T) {
	X, y := penguins(t)
	s, err := scaling.FitStandard(X)
	if err != nil {
		t.Fatal(err)
	}
	var bounds []float64
	for _, x := range []*mat.Dense{X, s.Transform(X)} {
		p := nn.Perceptron{}
		h, err := p.Fit(x, y, 10000)
		if err != nil || !h.Separated {
			t.Fatalf("not separated, %v", err)
		}
		bounds = append(bounds, bounded(t, "penguins", p.Theta, x, y, h))
	}
	if !(bounds[1] <= bounds[0]/100) {
		t.Errorf("standardised features bring the bound from %g to %g only", bounds[0], bounds[1])
	}
}

func TestMistakeBound(t *testing.T) {
	X, y := mat.NewDense(2, 2, []float64{3, 0, 0, -4}), []float64{1, -1}
	R, gamma, err := nn.MistakeBound([]float64{0, 3, 4}, X, y)
	if err != nil || !(math.Abs(R-math.Sqrt(17)) <= 1e-15) || !(math.Abs(gamma-9./5) <= 1e-15) {
		t.Errorf("R %g, γ %g, %v; want √17 and 9/5", R, gamma, err)
	}
	if _, gamma, _ = nn.MistakeBound([]float64{0, 3, -4}, X, y); gamma != -16./5 {
		t.Errorf("a boundary that does not separate has γ %g, want −16/5", gamma)
	}
	if _, gamma, _ = nn.MistakeBound([]float64{0, 0, 0}, X, y); gamma != 0 {
		t.Errorf("θ = 0 has γ %g", gamma)
	}
}

func TestPerceptronRefuses(t *testing.T) {
	var label *dataset.BadLabel
	var value *dataset.NotFinite
	for _, bad := range []float64{0, 2, math.NaN(), math.Inf(1)} {
		p := nn.Perceptron{}
		if _, err := p.Fit(corners, []float64{1, 1, bad, -1}, 1); !errors.As(err, &label) || label.Row != 2 || p.Theta != nil {
			t.Errorf("label %g: %v, θ %v", bad, err, p.Theta)
		}
	}
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e308, -1e200} {
		X := mat.DenseCopyOf(corners)
		X.Set(3, 1, bad)
		p := nn.Perceptron{}
		if _, err := p.Fit(X, []float64{1, 1, 1, -1}, 1); !errors.As(err, &value) || value.Row != 3 || value.Column != 1 || p.Theta != nil {
			t.Errorf("x %g: %v", bad, err)
		}
	}
	p := nn.Perceptron{Theta: []float64{1, 2}}
	panics(t, "nn: Perceptron: x has 2 values, θ has 2, want one more than x", func() { p.Fit(corners, []float64{1, 1, 1, 1}, 1) })
	panics(t, "nn: Perceptron.Fit: y has 3 values, X has 4 rows", func() { p.Fit(corners, []float64{1, 1, 1}, 1) })
	panics(t, "nn: Perceptron.Fit: X is nil", func() { p.Fit(nil, nil, 1) })
	panics(t, "nn: Perceptron.Fit: X has no rows", func() { p.Fit(&mat.Dense{}, nil, 1) })
	if h, err := p.Fit(mat.NewDense(1, 1, []float64{1}), []float64{1}, 0); err != nil || h.Separated || len(h.Theta) != 1 {
		t.Errorf("no pass: %v, %v", h, err)
	}
}

func panics(t *testing.T, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := recover(); got != want {
			t.Errorf("panic %v, want %s", got, want)
		}
	}()
	f()
}

func penguins(t *testing.T) (X *mat.Dense, y []float64) {
	t.Helper()
	table := dataset.Penguins()
	species := table.Text("species")
	length, depth := table.Column("bill_length_mm"), table.Column("bill_depth_mm")
	var rows []float64
	for i, s := range species {
		if s == "Chinstrap" || math.IsNaN(length[i]) || math.IsNaN(depth[i]) {
			continue
		}
		rows = append(rows, length[i], depth[i])
		y = append(y, map[string]float64{"Adelie": 1, "Gentoo": -1}[s])
	}
	if len(y) != 274 {
		t.Fatalf("%d penguins, want 274", len(y))
	}
	return mat.NewDense(len(y), 2, rows), y
}
