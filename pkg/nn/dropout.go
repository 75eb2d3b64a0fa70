package nn

import (
	"fmt"
	"math/rand/v2"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// Dropout sets each unit to 0 with probability P in training mode, anew for
// every row and every pass, so that no neuron can rely on another:
//
//	a^(l+1) = m ⊙ a^(l),  m_k = 0 with probability P, otherwise 1/(1−P).
//
// The factor 1/(1−P) keeps the mean of every unit, and nothing is left to do
// in evaluation mode, where a^(l+1) = a^(l) ("inverted" dropout). 0 ≤ P < 1.
// There are no parameters and no g: z^(l+1) is a^(l+1).
//
// Srivastava et al., J. Machine Learning Research 15, 1929 (2014).
type Dropout struct{ P float64 }

// String returns, for example, "Dropout 0.5".
func (d Dropout) String() string { return fmt.Sprintf("Dropout %g", d.P) }

func (d Dropout) build(net *Network) error {
	if !(d.P >= 0 && d.P < 1) {
		return fmt.Errorf("%v: P is %g, want 0 ≤ P < 1", d, d.P)
	}
	return net.add(d, shape{out: net.units(net.L()), zIsA: true, work: true})
}

func (d Dropout) start(blas64.General, *rand.Rand) {}

func (d Dropout) forward(s *stage) {
	mask := s.work
	for i := range mask.Rows {
		m := row(mask, i)
		for k := range m {
			m[k] = 1
			if s.training && d.P > 0 {
				m[k] = d.factor(s.rng)
			}
		}
		floats.MulTo(row(s.a, i), m, row(s.units, i))
	}
}

// factor draws one m_k.
func (d Dropout) factor(rng *rand.Rand) float64 {
	if rng == nil {
		panic("nn: Forward: Dropout has no source of randomness (Clone and Load give none); call SetRand or SetTraining(false)")
	}
	if rng.Float64() < d.P {
		return 0
	}
	return 1 / (1 - d.P)
}

func (d Dropout) backward(s *stage) {
	if !s.wantBelow {
		return
	}
	for i := range s.delta.Rows {
		floats.MulTo(row(s.below, i), row(s.work, i), row(s.delta, i)) // ∂J/∂A^(l) = m ⊙ Δ^(l+1)
	}
}
