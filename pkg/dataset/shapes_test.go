package dataset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// shapes are the generators of two classes, and where a point of label c may
// lie before the noise.
var shapes = map[string]struct {
	draw   func(n int, noise float64, rng *rand.Rand) (*mat.Dense, []int)
	within func(x1, x2 float64, c int) bool
}{
	"XOR": {dataset.XOR, func(x1, x2 float64, c int) bool {
		return math.Abs(x1) == 1 && math.Abs(x2) == 1 && (x1*x2 < 0) == (c == 1)
	}},
	"Quadrants": {dataset.Quadrants, func(x1, x2 float64, c int) bool {
		a, b := math.Abs(x1), math.Abs(x2)
		return min(a, b) >= 0.05 && max(a, b) <= 1 && (x1*x2 < 0) == (c == 1)
	}},
	"Circles": {dataset.Circles, func(x1, x2 float64, c int) bool {
		r := math.Hypot(x1, x2)
		return c == 1 && r <= 0.5+1e-15 || c == 0 && r >= 0.7-1e-15 && r <= 1+1e-15
	}},
	"Moons": {dataset.Moons, func(x1, x2 float64, c int) bool {
		if c == 1 {
			x1, x2 = 1-x1, 0.5-x2
		}
		return math.Abs(math.Hypot(x1, x2)-1) < 1e-12 && x2 >= 0
	}},
	"Spirals": {dataset.Spirals, func(x1, x2 float64, c int) bool {
		r := math.Hypot(x1, x2)
		t := 3.5*math.Pi*r + math.Pi*float64(c)
		return r < 1 && math.Hypot(x1-r*math.Sin(t), x2-r*math.Cos(t)) < 1e-12
	}},
}

func TestShapes(t *testing.T) {
	for name, s := range shapes {
		X, labels := s.draw(1001, 0, seed(1))
		noisy, same := s.draw(1001, 0.05, seed(1))
		again, _ := s.draw(1001, 0.05, seed(1))
		other, _ := s.draw(1001, 0.05, seed(2))
		if n, p := X.Dims(); n != 1001 || p != 2 || len(labels) != 1001 {
			t.Errorf("%s: X is %d×%d, %d labels", name, n, p, len(labels))
		}
		ones := 0
		for i, c := range labels {
			ones += c
			if !s.within(X.At(i, 0), X.At(i, 1), c) {
				t.Errorf("%s: point %d of label %d lies at %v", name, i, c, X.RawRowView(i))
			}
		}
		if ones != 500 || !slices.Equal(labels, same) {
			t.Errorf("%s: %d points of 1001 have label 1", name, ones)
		}
		if !mat.Equal(noisy, again) || mat.Equal(noisy, other) {
			t.Errorf("%s: the same seed gives other points, or another seed the same", name)
		}
		// The noise draws as many numbers as no noise does.
		var moved mat.Dense
		moved.Sub(noisy, X)
		for k := range 2 {
			col := mat.Col(nil, k, &moved)
			if lo, hi := slices.Min(col), slices.Max(col); hi > 0.05 || hi < 0.045 || lo < -0.05 || lo > -0.045 {
				t.Errorf("%s: noise 0.05 moves coordinate %d by %g to %g", name, k, lo, hi)
			}
		}
		if X, _ := s.draw(1, 0, seed(1)); X.IsEmpty() || math.IsNaN(X.At(0, 0)) {
			t.Errorf("%s: one point is %v", name, mat.Formatted(X))
		}
		panicsWith(t, map[string]func(){
			name + ": n is 0":       func() { s.draw(0, 0, seed(1)) },
			name + ": noise is -1":  func() { s.draw(3, -1, seed(1)) },
			name + ": noise is NaN": func() { s.draw(3, math.NaN(), seed(1)) },
			name + ": rng is nil":   func() { s.draw(3, 0, nil) },
		})
	}
}

func TestBlobs(t *testing.T) {
	centers := [][]float64{{0, 0, 5}, {3, -3, 0}}
	X, labels := dataset.Blobs(20_000, centers, 0.5, seed(1))
	for c, center := range centers {
		sum, square := make([]float64, 3), make([]float64, 3)
		for i, l := range labels {
			if l == c {
				for k, v := range X.RawRowView(i) {
					sum[k] += v / 10_000
					square[k] += (v - center[k]) * (v - center[k]) / 10_000
				}
			}
		}
		for k := range sum {
			if !(math.Abs(sum[k]-center[k]) <= 0.025) || !(math.Abs(math.Sqrt(square[k])-0.5) <= 0.02) {
				t.Errorf("class %d, coordinate %d: mean %g, σ %g, want %g and 0.5", c, k, sum[k], math.Sqrt(square[k]), center[k])
			}
		}
	}
	panicsWith(t, map[string]func(){
		"no centers":                   func() { dataset.Blobs(3, nil, 1, seed(1)) },
		"center 1 has 1 coordinates":   func() { dataset.Blobs(3, [][]float64{{1, 2}, {1}}, 1, seed(1)) },
		"Blobs: σ is -1":               func() { dataset.Blobs(3, centers, -1, seed(1)) },
		"Blobs: n is 0":                func() { dataset.Blobs(0, centers, 1, seed(1)) },
		"Surface: f is nil":            func() { dataset.Surface(nil, 3, 0, seed(1)) },
		"Surface: n is 0":              func() { dataset.Surface(dataset.Plane, 0, 0, seed(1)) },
		"Surface: σ is -1":             func() { dataset.Surface(dataset.Plane, 1, -1, seed(1)) },
		"Surface: rng is nil; pass ra": func() { dataset.Surface(dataset.Plane, 1, 0, nil) },
	})
}

func TestSurface(t *testing.T) {
	for name, f := range map[string]func(x1, x2 float64) float64{"Plane": dataset.Plane, "Bumps": dataset.Bumps} {
		X, y := dataset.Surface(f, 500, 0, seed(1))
		for i, v := range y {
			x1, x2 := X.At(i, 0), X.At(i, 1)
			if v != f(x1, x2) || !(math.Abs(x1) <= 1) || !(math.Abs(x2) <= 1) || !(math.Abs(v) <= 1) {
				t.Errorf("%s: y = %g at (%g, %g)", name, v, x1, x2)
			}
		}
	}
	for _, c := range []struct{ x1, x2, want float64 }{
		{-2. / 3, 5. / 12, 1}, {0, 5. / 12, -1}, {2. / 3, 5. / 12, 1}, {-2. / 3, -5. / 12, -1}, {0, -5. / 12, 1}, {2. / 3, -5. / 12, -1},
		{1. / 6, -5. / 12, 0.5}, {0, 0, 0}, {1. / 3, 5. / 12, 0}, {-1, 0, 0},
	} {
		if got := dataset.Bumps(c.x1, c.x2); !(math.Abs(got-c.want) <= 1e-15) {
			t.Errorf("Bumps(%g, %g) = %g, want %g", c.x1, c.x2, got, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	labels, classes := dataset.Labels([]string{"b", "a", "c", "a"})
	if !slices.Equal(labels, []int{1, 0, 2, 0}) || !slices.Equal(classes, []string{"a", "b", "c"}) {
		t.Errorf("got %v %v", labels, classes)
	}
	if labels, classes := dataset.Labels(nil); len(labels) != 0 || len(classes) != 0 {
		t.Errorf("no names give %v %v", labels, classes)
	}
	if Y := dataset.OneHot([]int{2, 0}, 3); !mat.Equal(Y, mat.NewDense(2, 3, []float64{0, 0, 1, 1, 0, 0})) {
		t.Errorf("OneHot gives %v", mat.Formatted(Y))
	}
	if Y := dataset.OneColumn([]int{1, 0, 1}); !mat.Equal(Y, mat.NewDense(3, 1, []float64{1, 0, 1})) {
		t.Errorf("OneColumn gives %v", mat.Formatted(Y))
	}
	if y := dataset.PlusMinus([]int{1, 0}); !slices.Equal(y, []float64{1, -1}) {
		t.Errorf("PlusMinus gives %v", y)
	}
	if !dataset.OneHot(nil, 2).IsEmpty() || !dataset.OneColumn(nil).IsEmpty() || len(dataset.PlusMinus(nil)) != 0 {
		t.Error("no labels are not empty")
	}
	panicsWith(t, map[string]func(){
		"row 1 is missing":                       func() { dataset.Labels([]string{"a", ""}) },
		"OneHot: label 2 in row 1, want 0 to 1":  func() { dataset.OneHot([]int{0, 2}, 2) },
		"OneHot: label -1":                       func() { dataset.OneHot([]int{-1}, 2) },
		"OneHot: k is 0":                         func() { dataset.OneHot(nil, 0) },
		"OneColumn: label 2 in row 0, want 0 or": func() { dataset.OneColumn([]int{2}) },
		"PlusMinus: label -1 in row 1":           func() { dataset.PlusMinus([]int{0, -1}) },
		`no column "p00"`:                        func() { dataset.Pixels(dataset.Iris()) },
	})
}

func TestPixels(t *testing.T) {
	table, _ := dataset.Digits()
	X, digits := dataset.Pixels(table)
	n, p := X.Dims()
	if n != 3823 || p != 64 || len(digits) != 3823 || mat.Min(X) != 0 || mat.Max(X) != 1 {
		t.Errorf("X is %d×%d from %g to %g, %d digits", n, p, mat.Min(X), mat.Max(X), len(digits))
	}
	if X.At(7, 8*3+4) != table.Column("p34")[7]/16 || digits[7] != int(table.Column("digit")[7]) {
		t.Error("another pixel or digit than in the table")
	}
	if X, digits := dataset.Pixels(table.Select(nil)); !X.IsEmpty() || len(digits) != 0 {
		t.Error("no rows are not empty")
	}
}

// The truth table of "exclusive or", in the form for a single output.
func ExampleXOR() {
	X, labels := dataset.XOR(4, 0, rand.New(rand.NewPCG(1, 2)))
	for i, c := range labels {
		fmt.Println(X.RawRowView(i), c)
	}
	// Output:
	// [-1 -1] 0
	// [-1 1] 1
	// [1 1] 0
	// [1 -1] 1
}

func ExampleLabels() {
	penguins := dataset.Penguins()
	labels, classes := dataset.Labels(penguins.Text("species"))
	Y := dataset.OneHot(labels, len(classes))
	fmt.Println(classes, labels[0], Y.RawRowView(0))
	// Output: [Adelie Chinstrap Gentoo] 0 [1 0 0]
}

func ExampleBadLabel() {
	fmt.Println(&dataset.BadLabel{Where: "y", Row: 3, Column: -1, Value: 2, User: "the perceptron", Want: "+1 or −1"})
	// Output: y is 2 in row 3; the perceptron wants +1 or −1
}
