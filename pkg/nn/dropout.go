package nn

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"gonum.org/v1/gonum/floats"
)

// Dropout sets each unit to 0 with probability P in training mode, anew for
// every row and every pass, so that no neuron can rely on another:
//
//	a^(l+1) = m ⊙ a^(l),  m_k = 0 with probability P, otherwise 1/(1−P).
//
// The factor 1/(1−P) keeps the mean of every unit as it was, so evaluation mode
// needs no factor: there a^(l+1) = a^(l) ("inverted" dropout). 0 ≤ P < 1.
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
	units := net.unitsOf(net.L())
	in := net.boundsOfUnits(net.L())
	dropped := bounds{min(0, in.low/(1-d.P)), max(0, in.high/(1-d.P))}
	return net.add(d, shape{out: units, bounds: dropped, usesWork: true, operations: units})
}

func (Dropout) start(*layer, *rand.Rand) {}

func (d Dropout) forward(p *pass) {
	n, _ := p.a.Dims()
	for i := range n {
		mask := p.work.RawRowView(i)
		for k := range mask {
			mask[k] = 1
			if p.net.isTraining && d.P > 0 {
				mask[k] = d.factor(p.net.rng)
			}
		}
		floats.MulTo(p.a.RawRowView(i), mask, p.inputs.RawRowView(i))
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

func (d Dropout) backward(p *pass) {
	if !p.isGradAUsed {
		return
	}
	n, _ := p.delta.Dims()
	for i := range n {
		floats.MulTo(p.gradA.RawRowView(i), p.work.RawRowView(i), p.delta.RawRowView(i)) // ∂J/∂A^(l) = m ⊙ Δ^(l+1)
	}
}

func (Dropout) kind() string { return "dropout" }

func (d Dropout) save(f *layerFile) error {
	f.P = &d.P
	return nil
}

func (Dropout) load(f *layerFile) (Layer, error) {
	if f.P == nil {
		return nil, errors.New("p is missing")
	}
	return Dropout{P: *f.P}, nil
}
