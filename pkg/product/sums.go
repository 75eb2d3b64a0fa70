package product

import (
	"runtime"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// isWasm says whether this is WebAssembly. There a turn of a loop costs more
// than what is done in it, and gonum has no assembly: so sixteen elements are
// done in one turn.
const isWasm = runtime.GOARCH == "wasm"

// SumSquares returns Σ m_jk². A large m is summed row by row, whatever the
// number of processors. The rows of m must lie one behind the other in memory.
func (p *Product) SumSquares(m *mat.Dense) float64 {
	p.x = m.RawMatrix()
	if len(p.x.Data) < leastToShare {
		return sumSquares(p.x.Data)
	}
	if len(p.sums) != p.x.Rows {
		p.sums = make([]float64, p.x.Rows)
	}
	p.crew.share(p, p.x.Rows, len(p.x.Data), (*Product).sumSquaresOfRows)
	return floats.Sum(p.sums)
}

func (p *Product) sumSquaresOfRows(from, to int) {
	for j := from; j < to; j++ {
		p.sums[j] = sumSquares(row(&p.x, j))
	}
}

// sumSquares returns Σ v_k². In WebAssembly it has four sums, which need not
// wait for each other.
func sumSquares(v []float64) float64 {
	if !isWasm {
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

// AddScaled sets θ := θ + c g.
func AddScaled(theta []float64, c float64, g []float64) {
	if !isWasm {
		floats.AddScaled(theta, c, g)
		return
	}
	j := 0
	for ; j+16 <= len(g); j += 16 {
		t, u := (*[16]float64)(theta[j:]), (*[16]float64)(g[j:])
		t[0], t[1], t[2], t[3] = t[0]+c*u[0], t[1]+c*u[1], t[2]+c*u[2], t[3]+c*u[3]
		t[4], t[5], t[6], t[7] = t[4]+c*u[4], t[5]+c*u[5], t[6]+c*u[6], t[7]+c*u[7]
		t[8], t[9], t[10], t[11] = t[8]+c*u[8], t[9]+c*u[9], t[10]+c*u[10], t[11]+c*u[11]
		t[12], t[13], t[14], t[15] = t[12]+c*u[12], t[13]+c*u[13], t[14]+c*u[14], t[15]+c*u[15]
	}
	for ; j < len(g); j++ {
		theta[j] += c * g[j]
	}
}
