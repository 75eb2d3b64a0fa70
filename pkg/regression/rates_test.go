package regression

import (
	"math"
	"testing"

	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func TestLearningRates(t *testing.T) {
	X, y := someData(50, 3)
	best, limit := LearningRates(X)
	p := Problem(X, y)
	for _, c := range []struct {
		alpha     float64
		converges bool
	}{{0.999 * limit, true}, {1.001 * limit, false}, {best, true}} {
		r, err := optimizer.Minimize(p, make([]float64, 4), optimizer.NewGD(c.alpha), optimizer.Config{MaxSteps: 50_000, MinGradient: 1e-9})
		if (err == nil && r.Stopped == optimizer.SmallGradient) != c.converges {
			t.Errorf("α = %g, limit %g: %v, %v", c.alpha, limit, r.Stopped, err)
		}
	}
	// At the best α the slowest and the fastest direction shrink alike.
	size := func(steps int) float64 {
		r, err := optimizer.Minimize(p, make([]float64, 4), optimizer.NewGD(best), optimizer.Config{MaxSteps: steps})
		if err != nil {
			t.Fatal(err)
		}
		return floats.Norm(r.Gradient, 2)
	}
	lambda := Eigenvalues(X)
	kappa := lambda[3] / lambda[0]
	near1(t, "factor a step", math.Sqrt(size(22)/size(20)), (kappa-1)/(kappa+1), 1e-3)
	// One standardised feature: κ = 1, one step arrives.
	best, limit = LearningRates(mat.NewDense(4, 2, []float64{1, -1, 1, 1, 1, -1, 1, 1}))
	near(t, "best, limit", []float64{best, limit}, []float64{1, 2}, 1e-14)
}
