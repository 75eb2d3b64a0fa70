package nn

import (
	"math"
	"runtime"

	"gonum.org/v1/gonum/floats"
)

// GradientNorm returns |∂J/∂θ^(l)|, the root of the sum of the squares of
// Gradient(l) as it stands; 0 for a layer without parameters. A norm that is
// small in the first layers but not in the last is the sign of a vanishing
// gradient.
//
// Slide: "Vanishing gradients".
func (net *Network) GradientNorm(l int) float64 {
	net.checkLayer("GradientNorm", l, 0, net.L()-1)
	p := &net.parameters[l]
	sum := p.product.squares(p.gradient.Data, p.gradient.Rows)
	if sum > 1e-280 && sum < 1e280 {
		return math.Sqrt(sum)
	}
	return floats.Norm(p.gradient.Data, 2) // without overflow or underflow
}

// squares returns Σ v_k². A large v is summed in rows parts of the same
// length, whatever the number of processors.
func (p *product) squares(v []float64, rows int) float64 {
	if len(v) < shared {
		return squares(v)
	}
	if len(p.sums) != rows {
		p.sums = make([]float64, rows)
	}
	p.v = v
	p.crew.share(p, rows, len(v), (*product).squaresOfRows)
	return floats.Sum(p.sums)
}

func (p *product) squaresOfRows(from, to int) {
	size := len(p.v) / len(p.sums)
	for i := from; i < to; i++ {
		p.sums[i] = squares(p.v[i*size : (i+1)*size])
	}
}

// squares returns Σ v_k². In WebAssembly, where gonum has no assembly, four sums
// at a time need not wait for each other.
func squares(v []float64) float64 {
	if runtime.GOARCH != "wasm" {
		return floats.Dot(v, v)
	}
	var s0, s1, s2, s3 float64
	k := 0
	for ; k+16 <= len(v); k += 16 {
		u := (*[16]float64)(v[k:])
		s0 += u[0]*u[0] + u[4]*u[4] + u[8]*u[8] + u[12]*u[12]
		s1 += u[1]*u[1] + u[5]*u[5] + u[9]*u[9] + u[13]*u[13]
		s2 += u[2]*u[2] + u[6]*u[6] + u[10]*u[10] + u[14]*u[14]
		s3 += u[3]*u[3] + u[7]*u[7] + u[11]*u[11] + u[15]*u[15]
	}
	for ; k < len(v); k++ {
		s0 += v[k] * v[k]
	}
	return s0 + s1 + s2 + s3
}
