package optimizer

import "testing"

// TestNoEpsilon: a gradient that is 0, or whose square is, moves nothing, however often
// it comes; the weights beside it go on.
func TestNoEpsilon(t *testing.T) {
	for _, tiny := range []float64{0, 5e-324, 1e-200, -1e-170} {
		for _, o := range []Optimizer{
			&AdaGrad{Alpha: 0.1}, &RMSProp{Alpha: 0.1, Beta: 0.99}, &Adam{Alpha: 0.1, Beta1: 0.9, Beta2: 0.999}, &AdamW{Alpha: 0.1, Beta1: 0.9, Beta2: 0.999},
		} {
			// Five weights, so that vectors do some of them and not the others.
			theta := []float64{1, 2, 3, 4, 5}
			for range 10 {
				o.Step(theta, []float64{tiny, 1, tiny, 1, tiny})
			}
			rates := make([]float64, 5)
			o.Rates(rates)
			for _, j := range []int{0, 2, 4} {
				if theta[j] != float64(j+1) || rates[j] != 0 {
					t.Errorf("%v, gradient %g: θ_%d is %g, want %d; its rate is %g, want 0", o, tiny, j, theta[j], j+1, rates[j])
				}
			}
			if !(theta[1] < 2 && theta[3] < 4) {
				t.Errorf("%v, gradient %g: the others stand still: %g", o, tiny, theta)
			}
		}
	}
}
