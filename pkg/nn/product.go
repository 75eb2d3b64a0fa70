package nn

import (
	"runtime"
	"sync/atomic"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/blas/gonum"
)

// product computes the three matrix products of a Dense, where nearly all the
// time of training goes: forward, backward and gradient. A layer keeps one, so
// that no step allocates.
//
// Every product is cut into lines, which are rows or columns of its result,
// and every line is one product of a matrix and a vector by gonum (Dgemv),
// whose inner loop takes four rows at a time. Large products share their lines
// among processors. A sum of a product lies within one line and is always
// added in the same order, so the bits do not depend on how many there are.
//
// With A mostly zeros, as for pictures, forward and gradient leave them out.
// See nonzeros.
type product struct {
	c, x, y  blas64.General // result and operands: Z, A, θ or D, Δ, θ̄ or G, Δ, A
	nonzeros nonzeros       // of A, as the last forward found them

	part    func(p *product, from, to int)
	lines   int64
	next    atomic.Int64  // the line to be taken next
	running atomic.Int64  // helpers that are not done
	done    chan struct{} // the last helper is
	help    func()        // p.assist, made once
}

// shared is the number of multiply-adds from which a product is shared among
// processors: about 20 µs of work, several times what it takes to wake one.
const shared = 1 << 18

// blas0 is gonum's own implementation in Go, and assembly on amd64, whatever
// blas64.Use may have set for others.
var blas0 gonum.Implementation

// forward sets Z = A θᵀ; Z is n×o, A n×k, θ o×k.
func (p *product) forward(z, a, theta blas64.General) {
	p.c, p.x, p.y = z, a, theta
	n, o, k := z.Rows, z.Cols, a.Cols
	switch {
	case p.nonzeros.find(a, o) && allFinite(theta):
		p.do(groups(o), o*len(p.nonzeros.value), (*product).forwardGroups)
	case tiles:
		p.do(pairs(n), n*o*k, (*product).forwardPairs)
	case o < n:
		p.do(o, n*o*k, (*product).forwardColumns)
	default:
		p.do(n, n*o*k, (*product).forwardRows)
	}
}

func (p *product) forwardRows(from, to int) {
	for i := from; i < to; i++ {
		blas0.Dgemv(blas.NoTrans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, row(p.x, i), 1, 0, row(p.c, i), 1)
	}
}

func (p *product) forwardColumns(from, to int) {
	for j := from; j < to; j++ {
		blas0.Dgemv(blas.NoTrans, p.x.Rows, p.x.Cols, 1, p.x.Data, p.x.Stride, row(p.y, j), 1, 0, p.c.Data[j:], p.c.Stride)
	}
}

// backward sets D = Δ θ̄; D is n×k, Δ n×o, θ̄ o×k.
func (p *product) backward(d, delta, theta blas64.General) {
	p.c, p.x, p.y = d, delta, theta
	n, o, k := d.Rows, delta.Cols, d.Cols
	if tiles {
		p.do(pairs(n), n*o*k, (*product).backwardPairs)
		return
	}
	p.do(n, n*o*k, (*product).backwardRows)
}

func (p *product) backwardRows(from, to int) {
	for i := from; i < to; i++ {
		blas0.Dgemv(blas.Trans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, row(p.x, i), 1, 0, row(p.c, i), 1)
	}
}

// gradient sets G = Δᵀ A; G is o×k, Δ n×o, and A n×k is that of the last
// forward.
func (p *product) gradient(g, delta, a blas64.General) {
	p.c, p.x, p.y = g, delta, a
	n, o, k := a.Rows, g.Rows, g.Cols
	switch {
	case p.nonzeros.few && p.nonzeros.finite() && allFinite(delta):
		p.do(groups(o), o*len(p.nonzeros.value), (*product).gradientGroups)
	case n == 1:
		p.outer()
	case tiles:
		p.do(pairs(o), n*o*k, (*product).gradientPairs)
	case k < o:
		p.do(k, n*o*k, (*product).gradientColumns)
	default:
		p.do(o, n*o*k, (*product).gradientRows)
	}
}

func (p *product) gradientRows(from, to int) {
	for j := from; j < to; j++ {
		blas0.Dgemv(blas.Trans, p.y.Rows, p.y.Cols, 1, p.y.Data, p.y.Stride, p.x.Data[j:], p.x.Stride, 0, row(p.c, j), 1)
	}
}

func (p *product) gradientColumns(from, to int) {
	for c := from; c < to; c++ {
		blas0.Dgemv(blas.Trans, p.x.Rows, p.x.Cols, 1, p.x.Data, p.x.Stride, p.y.Data[c:], p.y.Stride, 0, p.c.Data[c:], p.c.Stride)
	}
}

// outer is gradient for a single example, G_jc = δ_j a_c.
func (p *product) outer() {
	a, g := row(p.y, 0), p.c.Data
	for j, v := range row(p.x, 0) {
		gj := g[j*p.c.Stride:][:len(a)]
		for c, u := range a {
			gj[c] = v * u
		}
	}
}

// do calls part(p, 0, lines), which is work multiply-adds. If that is much,
// every processor takes one line after the other until none is left.
func (p *product) do(lines, work int, part func(p *product, from, to int)) {
	helpers := 0
	if work >= shared {
		helpers = min(runtime.GOMAXPROCS(0), lines) - 1
	}
	if helpers == 0 {
		part(p, 0, lines)
		return
	}
	if p.help == nil {
		p.help, p.done = p.assist, make(chan struct{}, 1)
	}
	p.part, p.lines = part, int64(lines)
	p.next.Store(0)
	p.running.Store(int64(helpers))
	for range helpers {
		go p.help()
	}
	p.take()
	for tries := 0; len(p.done) == 0 && tries < 1000; tries++ { // for a line at most, less than sleep and awakening take
		runtime.Gosched()
	}
	<-p.done
}

func (p *product) assist() {
	p.take()
	if p.running.Add(-1) == 0 {
		p.done <- struct{}{}
	}
}

func (p *product) take() {
	for i := p.next.Add(1) - 1; i < p.lines; i = p.next.Add(1) - 1 {
		p.part(p, int(i), int(i)+1)
	}
}
