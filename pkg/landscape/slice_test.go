package landscape

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 42)) }

func some(r, c int, seed uint64) *mat.Dense {
	draw := rng(seed)
	m := mat.NewDense(r, c, nil)
	m.Apply(func(_, _ int, _ float64) float64 { return draw.NormFloat64() }, m)
	return m
}

// every has every kind of layer, and biases and β, γ that are not 0 and 1.
func every() *nn.Network {
	net := nn.New(3, rng(1), nn.RBF{Out: 4, Kernel: activation.Gaussian{Width: 1}}, nn.Dense{Out: 6}, nn.BatchNorm{G: activation.Tanh{}}, nn.Dropout{P: 0.5},
		nn.Skip(1, nn.Dense{Out: 6, G: activation.ReLU{}}), nn.Dense{Out: 2})
	draw := rng(2)
	for j := range net.Params() {
		net.Params()[j] += draw.NormFloat64()
	}
	return net
}

// TestDirection: every row of weights has a direction of its own length;
// biases and batch normalisation have none.
func TestDirection(t *testing.T) {
	net := every()
	d := Direction(net, rng(3))
	if len(d) != len(net.Params()) {
		t.Fatalf("%d values, want %d", len(d), len(net.Params()))
	}
	at := 0
	for l := range net.L() {
		theta := net.Theta(l)
		if theta == nil {
			continue
		}
		rows, columns := theta.Dims()
		for j := range rows {
			row := d[at : at+columns]
			at += columns
			want, from := floats.Norm(theta.RawRowView(j)[1:], 2), 1
			switch net.Layer(l).(type) {
			case nn.BatchNorm:
				want = 0
			case nn.RBF:
				want, from = floats.Norm(theta.RawRowView(j), 2), 0
			}
			if got := floats.Norm(row[from:], 2); !(math.Abs(got-want) <= 1e-12) {
				t.Errorf("layer %d, row %d: length %g, want %g", l, j, got, want)
			}
			if from == 1 && row[0] != 0 {
				t.Errorf("layer %d, row %d: the bias has direction %g", l, j, row[0])
			}
		}
	}
	if slices.Equal(d, Direction(net, rng(4))) || !slices.Equal(d, Direction(net, rng(3))) {
		t.Error("the direction does not depend on the seed, or not on it alone")
	}
}

// TestScaleInvariance: multiplying a layer of ReLUs by 10 and dividing the next
// by 10 changes neither the network nor its filter-normalised slice.
func TestScaleInvariance(t *testing.T) {
	X, Y := some(40, 3, 5), some(40, 2, 6)
	net := nn.New(3, rng(1), nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 2})
	scaled := net.Clone()
	scaled.Theta(0).Scale(10, scaled.Theta(0))
	scaled.Theta(1).Scale(0.1, scaled.Theta(1))
	s := dataset.Linspace(-1, 1, 11)
	a := Line(net, loss.SquaredError{}, X, Y, Direction(net, rng(7)), s)
	b := Line(scaled, loss.SquaredError{}, X, Y, Direction(scaled, rng(7)), s)
	if !floats.EqualApprox(a, b, 1e-10) {
		t.Errorf("slices %.4g and %.4g", a, b)
	}
}

// TestQuadratic: for a network without hidden layer J(θ + s·d1 + t·d2) is a
// quadratic in s and t, known from J, its gradient and XᵀX/n.
func TestQuadratic(t *testing.T) {
	X, Y := some(30, 3, 5), some(30, 1, 6)
	net := nn.New(3, rng(1), nn.Dense{Out: 1})
	J0 := net.Gradients(loss.SquaredError{}, X, Y)
	g := slices.Clone(net.Grads())
	draw := rng(8)
	d1, d2 := make([]float64, 4), make([]float64, 4)
	for j := range d1 {
		d1[j], d2[j] = draw.NormFloat64(), draw.NormFloat64()
	}
	curve := func(a, b []float64) float64 { // aᵀ(XᵀX/n)b with the ones column
		sum := 0.0
		for i := range 30 {
			x := append([]float64{1}, X.RawRowView(i)...)
			sum += floats.Dot(x, a) * floats.Dot(x, b) / 30
		}
		return sum
	}
	s, u := dataset.Linspace(-2, 3, 9), dataset.Linspace(-1, 1, 4)
	plane := Plane(net, loss.SquaredError{}, X, Y, d1, d2, s, u)
	if r, c := plane.J.Dims(); r != 4 || c != 9 || !slices.Equal(plane.S, s) || !slices.Equal(plane.T, u) {
		t.Fatalf("the plane is %d×%d over s = %v, t = %v, want 4×9", r, c, plane.S, plane.T)
	}
	for i, t2 := range u {
		for j, s1 := range s {
			want := J0 + s1*floats.Dot(g, d1) + t2*floats.Dot(g, d2) + s1*s1/2*curve(d1, d1) + t2*t2/2*curve(d2, d2) + s1*t2*curve(d1, d2)
			if got := plane.J.At(i, j); !(math.Abs(got-want) <= 1e-12*(1+want)) {
				t.Errorf("J(%g, %g) = %.15g, want %.15g", s1, t2, got, want)
			}
		}
	}
	line := Line(net, loss.SquaredError{}, X, Y, d1, s)
	for j, s1 := range s {
		if want := J0 + s1*floats.Dot(g, d1) + s1*s1/2*curve(d1, d1); !(math.Abs(line[j]-want) <= 1e-12*(1+want)) {
			t.Errorf("J(%g) = %.15g, want %.15g", s1, line[j], want)
		}
	}
}

// TestUntouched: θ, the running statistics and the mode stay; the slice is in
// evaluation mode, so its center is J as Predict sees it.
func TestUntouched(t *testing.T) {
	X, Y := some(30, 3, 5), some(30, 2, 6)
	net := every()
	for range 5 {
		net.Forward(X) // moves the running statistics
	}
	theta := slices.Clone(net.Params())
	mean, variance := net.Running(2)
	mean, variance = slices.Clone(mean), slices.Clone(variance)
	want := (loss.SquaredError{}).Value(nil, net.Predict(X), Y)
	d1, d2 := Direction(net, rng(1)), Direction(net, rng(2))
	s := dataset.Linspace(-1, 1, 5)
	plane := Plane(net, loss.SquaredError{}, X, Y, d1, d2, s, s)
	line := Line(net, loss.SquaredError{}, X, Y, d1, s)
	m, v := net.Running(2)
	if !slices.Equal(theta, net.Params()) || !slices.Equal(mean, m) || !slices.Equal(variance, v) || !net.Training() {
		t.Error("the network has changed")
	}
	if plane.J.At(2, 2) != want || line[2] != want {
		t.Errorf("J in the middle is %g and %g, want %g", plane.J.At(2, 2), line[2], want)
	}
	if !slices.Equal(line, plane.J.RawRowView(2)) {
		t.Error("the line is not the middle row of the plane")
	}
}

func TestProcessors(t *testing.T) {
	X, Y := some(100, 3, 5), some(100, 2, 6)
	net := every()
	d1, d2 := Direction(net, rng(1)), Direction(net, rng(2))
	s := dataset.Linspace(-1, 1, 7)
	slice := func(processors int) *mat.Dense {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		return Plane(net, loss.SquaredError{}, X, Y, d1, d2, s, s).J
	}
	one := slice(1)
	for _, processors := range []int{2, 3, 8} {
		if !mat.Equal(one, slice(processors)) {
			t.Errorf("GOMAXPROCS %d gives another plane than 1", processors)
		}
	}
}

func TestPanics(t *testing.T) {
	net := every()
	X, Y, d := some(5, 3, 1), some(5, 2, 1), make([]float64, len(net.Params()))
	s := []float64{0}
	J := loss.SquaredError{}
	for want, f := range map[string]func(){
		"Direction: net or rng is nil":           func() { Direction(nil, rng(1)) },
		"Line: the network, the loss, X or Y":    func() { Line(net, nil, X, Y, d, s) },
		"Plane: the network, the loss":           func() { Plane(nil, J, X, Y, d, d, s, s) },
		"Plane: X is 5×2, want":                  func() { Plane(net, J, some(5, 2, 1), Y, d, d, s, s) },
		"Plane: Y is 4×2, want 5×2":              func() { Plane(net, J, X, some(4, 2, 1), d, d, s, s) },
		"Line: a direction has 3 values, θ has":  func() { Line(net, J, X, Y, d[:3], s) },
		"Plane: t is empty":                      func() { Plane(net, J, X, Y, d, d, s, nil) },
		"Plane: s must ascend, s[1] is 1 and s[": func() { Plane(net, J, X, Y, d, d, []float64{0, 1, 1}, s) },
		"Plane: t must ascend, t[0] is 0 and t[": func() { Plane(net, J, X, Y, d, d, s, []float64{0, math.NaN()}) },
		"Minima: the grid is nil":                func() { (&Grid{}).Minima() },
		"Minima: J is 1×2, want 2×1, a row for ": func() { (&Grid{S: s, T: []float64{0, 1}, J: mat.NewDense(1, 2, nil)}).Minima() },
		"Project: d1 and d2 are parallel":        func() { Project(nil, []float64{0, 0}, []float64{1, 1}, []float64{2, 2}) },
		"Project: point 0 has 1 values, θ has 2": func() { Project([][]float64{{1}}, []float64{0, 0}, []float64{1, 1}, []float64{2, 1}) },
		"PCA: point 1 has 1 values, θ has 2":     func() { _, _ = PCA([][]float64{{1, 2}, {1}, {3, 4}}) },
		"PCA: θ has 1 value, want 2 or more":     func() { _, _ = PCA([][]float64{{1}, {2}, {3}}) },
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.HasPrefix(got, "landscape: "+want) {
					t.Errorf("panic %q, want %q", got, want)
				}
			}()
			f()
		}()
	}
	if v := Line(net, J, X, Y, d, nil); len(v) != 0 {
		t.Errorf("no s gives %v", v)
	}
}
