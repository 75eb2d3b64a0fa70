package nn

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/mat"
)

// Init says how a Dense of out neurons, with in units below, draws its first
// θ^(l). Normal distributions have mean 0, and the biases beside them start at
// 0.
type Init int

const (
	// ByActivation is He for ReLU, LeakyReLU, ELU, GELU and Softplus, LeCun for
	// SELU, and Xavier for all others.
	ByActivation Init = iota
	// Xavier draws θ̄ from a normal distribution with standard deviation
	// √(2/(in+out)), which keeps the variance of a and of δ from layer to layer
	// for a g that is nearly the identity (Glorot and Bengio, 2010).
	Xavier
	// He draws θ̄ from a normal distribution with standard deviation √(2/in):
	// twice the variance, because ReLU sets half of z to 0 (He et al., arXiv
	// 1502.01852).
	He
	// LeCun draws θ̄ from a normal distribution with standard deviation √(1/in),
	// what SELU needs to keep mean 0 and variance 1 (Klambauer et al., arXiv
	// 1706.02515).
	LeCun
	// Uniform draws θ̄ and the biases evenly from −1/√in to 1/√in, standard
	// deviation √(1/(3 in)): PyTorch's default for a linear layer.
	Uniform
)

// String returns the name of the constant.
func (i Init) String() string {
	names := []string{"ByActivation", "Xavier", "He", "LeCun", "Uniform"}
	if i < 0 || int(i) >= len(names) {
		return fmt.Sprintf("Init(%d)", int(i))
	}
	return names[i]
}

// Sigma returns the standard deviation of θ̄ for a layer of out neurons, with in
// units below and activation g (nil is the identity). g matters to
// ByActivation only.
func (i Init) Sigma(g activation.Func, in, out int) float64 {
	switch i.choose(g) {
	case He:
		return math.Sqrt(2 / float64(in))
	case LeCun:
		return math.Sqrt(1 / float64(in))
	case Uniform:
		return math.Sqrt(1 / (3 * float64(in)))
	}
	return math.Sqrt(2 / float64(in+out))
}

// choose returns the Init that ByActivation stands for, and any other as it is.
func (i Init) choose(g activation.Func) Init {
	if i != ByActivation {
		return i
	}
	switch g.(type) {
	case activation.ReLU, activation.LeakyReLU, activation.ELU, activation.GELU, activation.Softplus:
		return He
	case activation.SELU:
		return LeCun
	}
	return Xavier
}

// draw fills θ row by row.
func (i Init) draw(theta *mat.Dense, g activation.Func, rng *rand.Rand) {
	rows, cols := theta.Dims()
	sigma := i.Sigma(g, cols-1, rows)
	for j := range rows {
		t := theta.RawRowView(j)
		if i == Uniform {
			limit := math.Sqrt(3) * sigma
			for k := range t {
				t[k] = limit * (2*rng.Float64() - 1)
			}
			continue
		}
		for k := 1; k < len(t); k++ {
			t[k] = sigma * rng.NormFloat64()
		}
	}
}
