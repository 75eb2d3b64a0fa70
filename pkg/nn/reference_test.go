package nn

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"ann/pkg/gradcheck"
	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

// reference is one network of testdata/reference.json, which
// testdata/reference.py made with PyTorch.
type reference struct {
	Name     string
	Inputs   int
	Training bool
	Layers   []layerFile
	Loss     string
	X, Y     [][]float64
	Masks    []int
	Running  []struct{ Before, After running }

	Params   []float64
	Yhat     [][]float64
	J        float64
	Grads    []float64
	Z, Delta [][][]float64
	DX       [][]float64
}

func references(t testing.TB) []reference {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []reference
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) != 18 {
		t.Fatalf("%d reference cases, want 18", len(cases))
	}
	return cases
}

// masked is a source whose Float64 falls below any p where the mask is 0 and
// above where it is 1; after the last it begins again.
type masked struct {
	mask []int
	next int
}

func (m *masked) Uint64() uint64 {
	v := m.mask[m.next%len(m.mask)]
	m.next++
	return uint64(v) * math.MaxUint64
}

// network builds the network of the case, running statistics included.
func (c reference) network(t testing.TB) *Network {
	t.Helper()
	var layers []Layer
	for _, lf := range c.Layers {
		l, err := lf.layer()
		if err != nil {
			t.Fatal(err)
		}
		layers = append(layers, l)
	}
	net := New(c.Inputs, rand.New(rand.NewPCG(1, 2)), layers...)
	if len(net.Params()) != len(c.Params) {
		t.Fatalf("%s: %d parameters, want %d", c.Name, len(net.Params()), len(c.Params))
	}
	copy(net.Params(), c.Params)
	c.restart(net)
	net.SetTraining(c.Training)
	return net
}

// restart sets masks and running statistics to what they were at first.
func (c reference) restart(net *Network) {
	if len(c.Masks) > 0 {
		net.SetRand(rand.New(&masked{mask: c.Masks}))
	}
	i := 0
	for l := range net.L() {
		if _, ok := net.Layer(l).(BatchNorm); ok {
			mean, variance := net.Running(l)
			copy(mean, c.Running[i].Before.Mean)
			copy(variance, c.Running[i].Before.Variance)
			i++
		}
	}
}

func (c reference) loss(t testing.TB) loss.Func {
	t.Helper()
	for _, J := range []loss.Func{loss.SquaredError{}, loss.CrossEntropy{}, loss.BinaryCrossEntropy{}} {
		if J.String() == c.Loss {
			return J
		}
	}
	t.Fatalf("%s: loss %q", c.Name, c.Loss)
	return nil
}

// TestReference compares whole networks with PyTorch: ŷ, J, every z, every δ,
// ∂J/∂θ, ∂J/∂x and the running statistics.
func TestReference(t *testing.T) {
	for _, c := range references(t) {
		t.Run(c.Name, func(t *testing.T) {
			net := c.network(t)
			X, Y := dense2(c.X), dense2(c.Y)
			near(t, "J", []float64{net.Gradients(c.loss(t), X, Y)}, []float64{c.J})
			nearMatrix(t, "ŷ", net.A(net.L()), c.Yhat)
			near(t, "∂J/∂θ", net.Grads(), c.Grads)
			if len(c.Z) != net.L() {
				t.Fatalf("%d layers, want %d", net.L(), len(c.Z))
			}
			for l := 1; l <= net.L(); l++ {
				nearMatrix(t, "z", net.Z(l), c.Z[l-1])
				nearMatrix(t, "δ", net.Delta(l), c.Delta[l-1])
			}
			i := 0
			for l := range net.L() {
				if _, ok := net.Layer(l).(BatchNorm); ok {
					mean, variance := net.Running(l)
					near(t, "running mean", mean, c.Running[i].After.Mean)
					near(t, "running variance", variance, c.Running[i].After.Variance)
					i++
				}
			}
			// Again by hand, and on to the input; what the memory holds must not matter.
			c.restart(net)
			spoil(net)
			yhat := net.Forward(X)
			grad := mat.NewDense(yhat.RawMatrix().Rows, yhat.RawMatrix().Cols, nil)
			c.loss(t).Value(grad, yhat, Y)
			nearMatrix(t, "∂J/∂x", net.InputGradient(grad), c.DX)
			near(t, "∂J/∂θ with ∂J/∂x", net.Grads(), c.Grads)
		})
	}
}

// spoil fills the memory that a pass has to overwrite with NaN.
func spoil(net *Network) {
	nan := func(m *mat.Dense) {
		if m != nil {
			m.Apply(func(_, _ int, _ float64) float64 { return math.NaN() }, m)
		}
	}
	for _, p := range net.largest.passes {
		for _, m := range []*mat.Dense{p.inputs, p.z, p.a, p.delta, p.gradA, p.work, p.gradient} {
			nan(m)
		}
	}
}

// TestGradient compares ∂J/∂θ and ∂J/∂x with central differences.
func TestGradient(t *testing.T) {
	for _, c := range references(t) {
		t.Run(c.Name, func(t *testing.T) {
			net := c.network(t)
			J, X, Y := c.loss(t), dense2(c.X), dense2(c.Y)
			r := gradcheck.Check(func(theta []float64) float64 {
				copy(net.Params(), theta)
				c.restart(net)
				return net.Loss(J, X, Y)
			}, c.Params, gradients(c, net, J, X, Y))
			closeTo(t, "θ", r)

			c.restart(net)
			net.Gradients(J, X, Y)
			grad := mat.DenseCopyOf(net.A(net.L()))
			J.Value(grad, net.A(net.L()), Y)
			dx := mat.DenseCopyOf(net.InputGradient(grad)).RawMatrix().Data
			r = gradcheck.Check(func(x []float64) float64 {
				c.restart(net)
				return net.Loss(J, mat.NewDense(len(c.X), c.Inputs, x), Y)
			}, X.RawMatrix().Data, dx)
			closeTo(t, "x", r)
		})
	}
}

func gradients(c reference, net *Network, J loss.Func, X, Y *mat.Dense) []float64 {
	copy(net.Params(), c.Params)
	c.restart(net)
	net.Gradients(J, X, Y)
	return append([]float64(nil), net.Grads()...)
}

// closeTo wants a relative error below 1e-6; what is small beside the largest
// entry carries the rounding of J, and is measured by that.
func closeTo(t *testing.T, name string, r gradcheck.Report) {
	t.Helper()
	largest := 0.0
	for _, v := range r.Numeric {
		largest = max(largest, math.Abs(v))
	}
	for j, want := range r.Numeric {
		if got := r.Analytic[j]; !(math.Abs(got-want) <= 1e-6*max(math.Abs(want), 1e-2*largest)) {
			t.Errorf("∂J/∂%s_%d is %.12g, central difference %.12g", name, j, got, want)
		}
	}
}

// near wants equality to 1e-10, relative to the size of the numbers.
func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s has %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		if !(math.Abs(got[i]-want[i]) <= 1e-10*max(math.Abs(want[i]), 1e-3)) {
			t.Errorf("%s[%d] is %.17g, want %.17g", what, i, got[i], want[i])
			return
		}
	}
}

func nearMatrix(t *testing.T, what string, got *mat.Dense, want [][]float64) {
	t.Helper()
	for i := range want {
		near(t, what, got.RawRowView(i), want[i])
	}
	if n, _ := got.Dims(); n != len(want) {
		t.Errorf("%s has %d rows, want %d", what, n, len(want))
	}
}

// dense2 makes a matrix of its rows.
func dense2(rows [][]float64) *mat.Dense {
	m := mat.NewDense(len(rows), len(rows[0]), nil)
	for i, r := range rows {
		m.SetRow(i, r)
	}
	return m
}
