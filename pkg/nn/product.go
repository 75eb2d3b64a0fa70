package nn

import (
	"ann/pkg/activation"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/blas/gonum"
)

// product computes the three matrix products of a Dense, where nearly all the
// time of training goes, forward, backward and gradient, and g between them,
// which other layers use too. Every layer keeps one, and its memory, so that a
// step allocates nothing (but for a goroutine now and then, see crew).
//
// Every product is cut into lines, which are rows or columns of its result,
// and every line is one product of a matrix and a vector by gonum (Dgemv),
// whose inner loop takes four rows at a time. Large products share their lines
// among processors, see crew.
//
// There are other ways: with A mostly zeros, as for pictures, forward and
// gradient leave them out, see nonzeros; without gonum's assembly, pairs of
// rows take the place of lines, see tiles; and with GOEXPERIMENT=simd panels
// of sixteen columns do, see product_simd.go. Only how fast they are differs:
// every sum lies within one line and is added term by term in its order,
// without fused multiply-adds on amd64, and terms that are left out are 0. So
// the bits depend neither on the way nor on how many processors there are. (A
// forward with less than eight examples, or less than four units, is summed in
// another order, but always in the same one.)
type product struct {
	c, x, y *blas64.General // result and operands: Z, A, θ or D, Δ, θ̄ or G, Δ, A

	nonzeros                     *nonzeros // of X: one of the two
	nonzerosOfA, nonzerosOfDelta nonzeros
	listed                       bool           // the last forward used those of A
	transposed                   blas64.General // θᵀ
	vectors                      vectors

	v, sums []float64 // what is squared, and the sums of its rows

	g    activation.Func // as the last call of apply or timesSlope was given it
	crew *crew           // of the network
}

// blas0 is gonum's own implementation in Go, and assembly on amd64, whatever
// blas64.Use may have set for others.
var blas0 gonum.Implementation

// forward sets Z = A θᵀ; Z is n×o, A n×k, θ o×k.
func (p *product) forward(z, a, theta *blas64.General) {
	n, o, k := z.Rows, z.Cols, a.Cols
	p.listed = p.find(&p.nonzerosOfA, a, o)
	p.c, p.x, p.y = z, a, theta
	switch {
	case tiles && n == 1:
		p.forwardLast(0)
	case p.listed && vector:
		p.forwardVector()
	case p.listed:
		p.crew.share(p, groups(o), o*p.nonzeros.listed(n), (*product).forwardGroups)
	case tiles:
		p.crew.share(p, pairs(n), n*o*k, (*product).forwardPairs)
	case n < 8:
		p.crew.share(p, n, n*o*k, (*product).forwardRows)
	case o < 4:
		p.crew.share(p, o, n*o*k, (*product).forwardColumns)
	default:
		p.reserveTransposed(k, o)
		p.crew.share(p, k, o*k, (*product).transpose)
		p.y = &p.transposed
		p.crew.share(p, n, n*o*k, (*product).multiplyLines)
	}
}

func (p *product) forwardRows(from, to int) {
	for i := from; i < to; i++ {
		blas0.Dgemv(blas.NoTrans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, line(p.x, i), 1, 0, line(p.c, i), 1)
	}
}

func (p *product) forwardColumns(from, to int) {
	for j := from; j < to; j++ {
		blas0.Dgemv(blas.NoTrans, p.x.Rows, p.x.Cols, 1, p.x.Data, p.x.Stride, line(p.y, j), 1, 0, p.c.Data[j:], p.c.Stride)
	}
}

func (p *product) reserveTransposed(rows, cols int) {
	if p.transposed.Rows != rows || p.transposed.Cols != cols {
		p.transposed = blas64.General{Rows: rows, Cols: cols, Stride: cols, Data: make([]float64, rows*cols)}
	}
}

// transpose copies columns of θ to rows of θᵀ.
func (p *product) transpose(from, to int) {
	for j := 0; j < p.y.Rows; j += 4 {
		j = min(j, p.y.Rows-4) // the last may overlap the ones before
		t0, t1, t2, t3 := fourLines(p.y, j)
		for c := from; c < to; c++ {
			r := (*[4]float64)(p.transposed.Data[c*p.transposed.Stride+j:])
			r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t3[c]
		}
	}
}

// backward sets D = Δ θ̄; D is n×k, Δ n×o, θ̄ o×k.
func (p *product) backward(d, delta, theta *blas64.General) {
	n, o, k := d.Rows, delta.Cols, d.Cols
	listed := vector && p.find(&p.nonzerosOfDelta, delta, k)
	p.c, p.x, p.y = d, delta, theta
	switch {
	case listed:
		p.backwardVector()
	case tiles && n == 1:
		p.sumPair(0, line(delta, 0), line(delta, 0), 1)
	case tiles:
		p.crew.share(p, pairs(n), n*o*k, (*product).backwardPairs)
	default:
		p.crew.share(p, n, n*o*k, (*product).multiplyLines)
	}
}

// multiplyLines computes rows of C = X Y.
func (p *product) multiplyLines(from, to int) {
	for i := from; i < to; i++ {
		blas0.Dgemv(blas.Trans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, line(p.x, i), 1, 0, line(p.c, i), 1)
	}
}

// gradient sets G = Δᵀ A; G is o×k, Δ n×o, and A n×k is that of the last
// forward.
func (p *product) gradient(g, delta, a *blas64.General) {
	n, o, k := a.Rows, g.Rows, g.Cols
	p.c, p.x, p.y = g, delta, a
	p.nonzeros = &p.nonzerosOfA
	switch {
	case p.listed && vector:
		p.gradientVector()
	case p.listed && !p.nonzeros.infinite.Load() && allFinite(delta):
		p.crew.share(p, groups(o), o*p.nonzeros.listed(n), (*product).gradientGroups)
	case n == 1:
		p.outer()
	case tiles:
		p.crew.share(p, pairs(o), n*o*k, (*product).gradientPairs)
	case k < o:
		p.crew.share(p, k, n*o*k, (*product).gradientColumns)
	default:
		p.crew.share(p, o, n*o*k, (*product).gradientRows)
	}
}

func (p *product) gradientRows(from, to int) {
	for j := from; j < to; j++ {
		blas0.Dgemv(blas.Trans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, p.x.Data[j:], p.x.Stride, 0, line(p.c, j), 1)
	}
}

func (p *product) gradientColumns(from, to int) {
	for c := from; c < to; c++ {
		blas0.Dgemv(blas.Trans, p.x.Rows, p.x.Cols, 1, p.x.Data, p.x.Stride, p.y.Data[c:], p.y.Stride, 0, p.c.Data[c:], p.c.Stride)
	}
}

// outer is gradient for a single example, G_jc = δ_j a_c, sixteen at a time:
// in WebAssembly a loop costs more than what is in it.
func (p *product) outer() {
	a, g, stride := line(p.y, 0), p.c.Data, p.c.Stride
	for j, v := range line(p.x, 0) {
		to := g[j*stride:][:len(a)]
		c := 0
		for ; c+16 <= len(a); c += 16 {
			u, w := (*[16]float64)(a[c:]), (*[16]float64)(to[c:])
			w[0], w[1], w[2], w[3] = v*u[0], v*u[1], v*u[2], v*u[3]
			w[4], w[5], w[6], w[7] = v*u[4], v*u[5], v*u[6], v*u[7]
			w[8], w[9], w[10], w[11] = v*u[8], v*u[9], v*u[10], v*u[11]
			w[12], w[13], w[14], w[15] = v*u[12], v*u[13], v*u[14], v*u[15]
		}
		for ; c < len(a); c++ {
			to[c] = v * a[c]
		}
	}
}

// apply sets A = g(Z).
func (p *product) apply(g activation.Func, a, z *blas64.General) {
	if z.Rows == 1 {
		g.Value(line(a, 0), line(z, 0))
		return
	}
	p.g, p.c, p.x = g, a, z
	p.crew.share(p, z.Rows, slow*z.Rows*z.Cols, (*product).applyRows)
}

func (p *product) applyRows(from, to int) {
	for i := from; i < to; i++ {
		p.g.Value(line(p.c, i), line(p.x, i))
	}
}

// timesSlope sets Δ := Δ ⊙ g′(Z).
func (p *product) timesSlope(g activation.Func, delta, z, a *blas64.General) {
	if z.Rows == 1 {
		g.Backward(line(delta, 0), line(z, 0), line(a, 0))
		return
	}
	p.g, p.c, p.x, p.y = g, delta, z, a
	p.crew.share(p, z.Rows, slow*z.Rows*z.Cols, (*product).timesSlopeRows)
}

func (p *product) timesSlopeRows(from, to int) {
	for i := from; i < to; i++ {
		p.g.Backward(line(p.c, i), line(p.x, i), line(p.y, i))
	}
}

// slow is how many multiply-adds take as long as one g or g′, or a little less.
const slow = 8

// line is row without a copy of m.
func line(m *blas64.General, i int) []float64 {
	return m.Data[i*m.Stride : i*m.Stride+m.Cols]
}
