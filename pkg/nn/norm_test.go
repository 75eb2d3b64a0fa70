package nn_test

import (
	"math"
	"testing"

	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func TestGradientNorm(t *testing.T) {
	net := nn.New(300, seeded(1), nn.Dense{Out: 200}, nn.Dropout{P: 0.5}, nn.Dense{Out: 3})
	X, Y := mat.NewDense(20, 300, nil), mat.NewDense(20, 3, nil)
	rng := seeded(2)
	for _, m := range []*mat.Dense{X, Y} {
		for k := range m.RawMatrix().Data {
			m.RawMatrix().Data[k] = rng.NormFloat64()
		}
	}
	net.Gradients(loss.SquaredError{}, X, Y)
	for _, l := range []int{0, 2} {
		got, want := net.GradientNorm(l), floats.Norm(net.Gradient(l).RawMatrix().Data, 2)
		if math.Abs(got-want) > 1e-14*want || want == 0 {
			t.Errorf("|∂J/∂θ^(%d)| = %g, want %g", l, got, want)
		}
	}
	if got := net.GradientNorm(1); got != 0 {
		t.Errorf("|∂J/∂θ^(1)| of a Dropout = %g, want 0", got)
	}
	for _, size := range []float64{1e200, 1e-200, 0} { // the squares overflow, underflow
		for _, l := range []int{0, 2} {
			g := net.Gradient(l).RawMatrix().Data
			for k := range g {
				g[k] = size
			}
			want := size * math.Sqrt(float64(len(g)))
			if got := net.GradientNorm(l); math.Abs(got-want) > 1e-13*want {
				t.Errorf("|∂J/∂θ^(%d)| = %g, want %g", l, got, want)
			}
		}
	}
	panics(t, "nn: GradientNorm: layer 3, want 0 to 2", func() { net.GradientNorm(3) })
}
