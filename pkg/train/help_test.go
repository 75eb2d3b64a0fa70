package train

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

func rng(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 42)) }

// some returns n rows of p features and m responses, standard normal.
func some(n, p, m int, seed uint64) Data {
	r := rng(seed)
	d := Data{mat.NewDense(n, p, nil), mat.NewDense(n, m, nil)}
	for i := range n {
		for k := range p {
			d.X.Set(i, k, r.NormFloat64())
		}
		for k := range m {
			d.Y.Set(i, k, r.NormFloat64())
		}
	}
	return d
}

func line(p int) *nn.Network { return nn.New(p, rng(1), nn.Dense{Out: 1}) }

func small(seed uint64) *nn.Network {
	return nn.New(3, rng(seed), nn.Dense{Out: 5, G: activation.Tanh{}}, nn.Dense{Out: 2})
}

// still is an optimizer that moves nothing and writes down the gradients.
type still struct{ grads [][]float64 }

func (s *still) Step(_, grad []float64) { s.grads = append(s.grads, slices.Clone(grad)) }
func (s *still) Rates([]float64)        {}
func (s *still) Reset()                 {}
func (s *still) String() string         { return "still" }

// spy is a loss that sees every batch.
type spy struct {
	loss.SquaredError
	see func(grad, yhat, y *mat.Dense)
}

func (s spy) Value(grad, yhat, y *mat.Dense) float64 {
	s.see(grad, yhat, y)
	return s.SquaredError.Value(grad, yhat, y)
}

// mustFit fails the test on an error.
func mustFit(t *testing.T, net *nn.Network, d Data, c Config) *History {
	t.Helper()
	h, err := Fit(net, d, c)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// panics checks that f panics with a message that has want in it.
func panics(t *testing.T, name, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
			t.Errorf("%s: panic %q, want %q in it", name, got, want)
		}
	}()
	f()
}

// says checks that err is an E and that its text has every part in it.
func says[E error](t *testing.T, name string, err error, parts ...string) (e E) {
	t.Helper()
	if !errors.As(err, &e) {
		t.Fatalf("%s: error %v (%T), want a %T", name, err, err, e)
	}
	if !strings.HasPrefix(err.Error(), "train: ") {
		t.Errorf("%s: %q does not begin with the package", name, err)
	}
	t.Logf("%s: %v", name, err)
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%s: %q, want %q in it", name, err, part)
		}
	}
	return e
}
