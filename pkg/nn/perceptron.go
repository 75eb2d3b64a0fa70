package nn

import (
	"fmt"
	"math"
	"slices"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Perceptron is one neuron with a step for its activation:
//
//	ŷ = +1 if z ≥ 0, −1 if z < 0,  z = θ_0 + Σ_k θ_k x_k.
//
// Theta holds θ_0 … θ_p, the bias first. The boundary z = 0 is a straight line for two
// features, a plane for three.
//
// Rosenblatt, Psychological Review 65, 386 (1958).
type Perceptron struct {
	Theta []float64
}

// PerceptronHistory is what Perceptron.Fit did.
type PerceptronHistory struct {
	Theta     [][]float64 // Theta[0] is θ at the start, Theta[u] after u updates
	Row       []int       // Row[u] is the row of X whose mistake made Theta[u] into Theta[u+1]
	Mistakes  []int       // Mistakes[e] is how many mistakes epoch e made
	Separated bool        // Separated says whether the last epoch made no mistake: then θ separates the classes
}

// Z returns z = θ_0 + Σ_k θ_k x_k of one example; x has p values.
func (p *Perceptron) Z(x []float64) float64 {
	if len(p.Theta) != len(x)+1 {
		panic(fmt.Sprintf("nn: Perceptron: x has %d values, θ has %d, want one more than x", len(x), len(p.Theta)))
	}
	return p.Theta[0] + floats.Dot(p.Theta[1:], x)
}

// Predict returns ŷ of one example, +1 or −1.
func (p *Perceptron) Predict(x []float64) float64 {
	if p.Z(x) < 0 {
		return -1
	}
	return 1
}

// Update is Rosenblatt's rule for one example with its label y = ±1: if it is
// on the wrong side of the boundary or on it, y z ≤ 0, then
//
//	θ := θ + y x,  x_0 = 1,
//
// and otherwise nothing happens. It reports whether it was a mistake. (A
// learning rate would stretch θ and leave the boundary where it is, if θ
// starts at 0.)
func (p *Perceptron) Update(x []float64, y float64) bool {
	if y*p.Z(x) > 0 {
		return false
	}
	p.Theta[0] += y
	floats.AddScaled(p.Theta[1:], y, x)
	return true
}

// Fit applies Update to the rows of X, n×p without a ones column, in their
// order, once an epoch, until an epoch makes no mistake or the number of epochs
// is reached. Labels are ±1. An empty Theta starts at 0, another is trained
// further.
//
// If a boundary without mistakes exists, Fit finds one after at most (R/γ)²
// mistakes, see MistakeBound; otherwise it never comes to rest, and Separated
// is false. A label that is not ±1 is a *dataset.BadLabel, a NaN, an Inf or a
// number beyond ±1e150 in X a *dataset.NotFinite. It panics when X is nil or has
// no rows, y has not n values, or Theta not p+1.
func (p *Perceptron) Fit(X *mat.Dense, y []float64, epochs int) (*PerceptronHistory, error) {
	if err := checkLabelled("Perceptron.Fit", X, y); err != nil {
		return nil, err
	}
	n, features := X.Dims()
	if len(p.Theta) == 0 {
		p.Theta = make([]float64, features+1)
	}
	h := &PerceptronHistory{Theta: [][]float64{slices.Clone(p.Theta)}}
	for range epochs {
		mistakes := 0
		for i := range n {
			if p.Update(X.RawRowView(i), y[i]) {
				mistakes++
				h.Row = append(h.Row, i)
				h.Theta = append(h.Theta, slices.Clone(p.Theta))
			}
		}
		h.Mistakes = append(h.Mistakes, mistakes)
		if mistakes == 0 {
			h.Separated = true
			break
		}
	}
	return h, nil
}

// MistakeBound returns R, the length of the longest example, and γ, the
// smallest distance of an example from the boundary of theta, both with
// x_0 = 1 among the coordinates:
//
//	R = max_i |x_i|,  γ = min_i y_i θᵀx_i / |θ|.
//
// If theta separates the classes, γ > 0, then Fit makes at most (R/γ)² mistakes
// from θ = 0, in all epochs together (Novikoff, 1962). Each separating theta
// gives such a bound; the one with the largest γ gives the best. γ ≤ 0 says
// that theta does not separate them. Errors and panics are those of Fit.
func MistakeBound(theta []float64, X *mat.Dense, y []float64) (R, gamma float64, err error) {
	if err := checkLabelled("MistakeBound", X, y); err != nil {
		return 0, 0, err
	}
	p := Perceptron{theta}
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i, label := range y {
		x := X.RawRowView(i)
		R = max(R, math.Hypot(1, floats.Norm(x, 2)))
		gamma = min(gamma, label*p.Z(x)/size)
	}
	if size == 0 {
		gamma = 0 // θ = 0 is no boundary
	}
	return R, gamma, nil
}

// checkLabelled checks X and the labels ±1 for the caller.
func checkLabelled(caller string, X *mat.Dense, y []float64) error {
	if X == nil {
		panic("nn: " + caller + ": X is nil")
	}
	n, _ := X.Dims()
	if n == 0 {
		panic("nn: " + caller + ": X has no rows")
	}
	if len(y) != n {
		panic(fmt.Sprintf("nn: %s: y has %d values, X has %d rows", caller, len(y), n))
	}
	for i, label := range y {
		if label != 1 && label != -1 {
			bad := &dataset.BadLabel{Where: "y", Row: i, Column: -1, Value: label, User: "the perceptron", Want: "+1 or −1 (dataset.PlusMinus makes them of 0 and 1)"}
			return fmt.Errorf("nn: %s: %w", caller, bad)
		}
	}
	if err := dataset.CheckFinite("X", X); err != nil {
		return fmt.Errorf("nn: %s: %w", caller, err)
	}
	return nil
}
