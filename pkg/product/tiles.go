package product

import (
	"runtime"

	"gonum.org/v1/gonum/blas/blas64"
)

// hasAssembly says whether gonum has assembly for this processor, which it has
// for amd64 only. Without it the products are done here, by tiles of 2×4
// elements whose eight sums stay in registers: every number that is read from
// memory is used two or four times. In WebAssembly that is several times as
// fast.
const hasAssembly = runtime.GOARCH == "amd64"

// pairs returns how many pairs a result of so many rows has. A pair is two
// neighbouring rows, which are done together. An odd last row is done alone.
// Columns left over behind the last four (or eight) are done together with some
// before them, which are done twice.
func pairs(rows int) int { return (rows + 1) / 2 }

// pair returns the two rows of pair i of m; an odd last row is both.
func pair(m *blas64.General, i int) (r0, r1 []float64) {
	at, next := 2*i*m.Stride, min(2*i+1, m.Rows-1)*m.Stride
	return m.Data[at : at+m.Cols], m.Data[next : next+m.Cols]
}

// forwardPairs computes Z = A θᵀ, two rows at a time.
func (p *Product) forwardPairs(from, to int) {
	theta, stride := p.y.Data, p.y.Stride
	for i := from; i < to; i++ {
		if 2*i+1 == p.c.Rows {
			p.forwardSingle(2 * i)
			return
		}
		a0, a1 := pair(&p.x, i)
		z0, z1 := pair(&p.c, i)
		a1, z1 = a1[:len(a0)], z1[:len(z0)]
		if len(z0) < 4 {
			for j := range z0 {
				z0[j], z1[j] = dot(theta[j*stride:], a0, a1)
			}
			continue
		}
		for j := 0; j < len(z0); j += 4 {
			j = min(j, len(z0)-4)
			at := j * stride
			t0, t1 := theta[at:][:len(a0)], theta[at+stride:][:len(a0)]
			t2, t3 := theta[at+2*stride:][:len(a0)], theta[at+3*stride:][:len(a0)]
			var s00, s01, s02, s03, s10, s11, s12, s13 float64
			for k, u := range a0 {
				v := a1[k]
				t := t0[k]
				s00 += u * t
				s10 += v * t
				t = t1[k]
				s01 += u * t
				s11 += v * t
				t = t2[k]
				s02 += u * t
				s12 += v * t
				t = t3[k]
				s03 += u * t
				s13 += v * t
			}
			z0[j], z0[j+1], z0[j+2], z0[j+3] = s00, s01, s02, s03
			z1[j], z1[j+1], z1[j+2], z1[j+3] = s10, s11, s12, s13
		}
	}
}

// dot returns t·a0 and t·a1.
func dot(t, a0, a1 []float64) (s0, s1 float64) {
	t, a1 = t[:len(a0)], a1[:len(a0)]
	for k, v := range a0 {
		s0 += v * t[k]
		s1 += a1[k] * t[k]
	}
	return s0, s1
}

// backwardPairs computes D = Δ θ̄, two rows at a time.
func (p *Product) backwardPairs(from, to int) {
	for i := from; i < to; i++ {
		x0, x1 := pair(&p.x, i)
		p.sumPair(i, x0, x1, 1)
	}
}

// gradientPairs computes G = Δᵀ A, two rows at a time.
func (p *Product) gradientPairs(from, to int) {
	for j := from; j < to; j++ {
		p.sumPair(j, p.x.Data[2*j:], p.x.Data[min(2*j+1, p.x.Cols-1):], p.x.Stride)
	}
}

// sumPair sets rows 2i and 2i+1 of C to the sums of the rows of Y, weighted by
// every stride-th element of x0 and of x1.
func (p *Product) sumPair(i int, x0, x1 []float64, stride int) {
	if 2*i+1 == p.c.Rows && p.c.Cols >= 8 {
		p.sumSingle(2*i, x0, stride)
		return
	}
	c0, c1 := pair(&p.c, i)
	c1 = c1[:len(c0)]
	y, yStride, n := p.y.Data, p.y.Stride, p.y.Rows
	if len(c0) < 4 {
		for c := range c0 {
			s0, s1 := 0.0, 0.0
			for s := range n {
				v := y[s*yStride+c]
				s0 += x0[s*stride] * v
				s1 += x1[s*stride] * v
			}
			c0[c], c1[c] = s0, s1
		}
		return
	}
	for c := 0; c < len(c0); c += 4 {
		c = min(c, len(c0)-4)
		var s00, s01, s02, s03, s10, s11, s12, s13 float64
		at, from := 0, c
		for range n {
			u, v := x0[at], x1[at]
			r := (*[4]float64)(y[from:])
			at += stride
			from += yStride
			t := r[0]
			s00 += u * t
			s10 += v * t
			t = r[1]
			s01 += u * t
			s11 += v * t
			t = r[2]
			s02 += u * t
			s12 += v * t
			t = r[3]
			s03 += u * t
			s13 += v * t
		}
		c0[c], c0[c+1], c0[c+2], c0[c+3] = s00, s01, s02, s03
		c1[c], c1[c+1], c1[c+2], c1[c+3] = s10, s11, s12, s13
	}
}
