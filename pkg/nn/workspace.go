package nn

import (
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// workspace owns the memory of a, z, δ and work of every layer for rows rows.
// It grows for a larger batch; smaller ones use the front of it. The views for
// a batch size are made once.
type workspace struct {
	rows    int
	a       [][]float64 // of A^(l), l = 0 … L
	z       [][]float64 // of Z^(l), l = 1 … L; nil where z is a
	delta   [][]float64 // of Δ^(l), l = 1 … L, and of ∂J/∂X at 0
	work    [][]float64 // of layer l = 0 … L−1; nil for most
	batches map[int]*batch
}

// batch holds the views for n rows.
type batch struct {
	n      int
	stages []stage      // l = 0 … L−1
	a      []*mat.Dense // l = 0 … L, with the bias unit
	z      []*mat.Dense // l = 1 … L
	delta  []*mat.Dense // l = 0 … L
}

// sizes is how many batch sizes have their views kept.
const sizes = 64

// reserve returns the views for n rows.
func (net *Network) reserve(n int) *batch {
	if net.batch != nil && net.batch.n == n {
		return net.batch
	}
	w := &net.space
	if n > w.rows {
		net.grow(n)
	}
	b := w.batches[n]
	if b == nil {
		if len(w.batches) == sizes {
			clear(w.batches)
		}
		b = net.views(n)
		w.batches[n] = b
	}
	return b
}

// grow takes memory for n rows and sets the bias units, which nothing
// overwrites.
func (net *Network) grow(n int) {
	w := workspace{rows: n, batches: make(map[int]*batch)}
	for l := range net.L() + 1 {
		a := make([]float64, n*(net.units(l)+net.biasUnit(l)))
		if net.biasUnit(l) == 1 {
			for i := 0; i < len(a); i += net.units(l) + 1 {
				a[i] = 1
			}
		}
		w.a = append(w.a, a)
		w.delta = append(w.delta, make([]float64, n*net.units(l)))
	}
	w.z = make([][]float64, net.L()+1)
	w.work = make([][]float64, net.L())
	for l, s := range net.shapes {
		if !s.zIsA {
			w.z[l+1] = make([]float64, n*s.out)
		}
		if s.work {
			w.work[l] = make([]float64, n*s.out)
		}
	}
	net.space = w
}

// biasUnit is 1 if a^(l) has a bias unit, 0 for a^(L).
func (net *Network) biasUnit(l int) int {
	if l < net.L() {
		return 1
	}
	return 0
}

// views cuts the memory for n rows.
func (net *Network) views(n int) *batch {
	w, L := &net.space, net.L()
	units := make([]blas64.General, L+1) // of A^(l) without the bias unit
	delta := make([]blas64.General, L+1)
	b := &batch{n: n, stages: make([]stage, L), z: make([]*mat.Dense, L+1)}
	for l := range L + 1 {
		a := matrix(w.a[l], n, net.units(l)+net.biasUnit(l))
		units[l] = a
		if l < L {
			units[l] = withoutFirst(a)
			b.stages[l].in = a
		}
		delta[l] = matrix(w.delta[l], n, net.units(l))
		b.a = append(b.a, view(a))
		b.delta = append(b.delta, view(delta[l]))
	}
	for l, shape := range net.shapes {
		s := &b.stages[l]
		s.parameters = &net.parameters[l]
		s.units, s.a, s.z = units[l], units[l+1], units[l+1]
		if !shape.zIsA {
			s.z = matrix(w.z[l+1], n, shape.out)
		}
		if shape.work {
			s.work = matrix(w.work[l], n, shape.out)
		}
		s.delta, s.below = delta[l+1], delta[l]
		b.z[l+1] = view(s.z)
		if k, ok := net.layers[l].(skip); ok {
			s.from = units[k.from]
			begin := &b.stages[k.from]
			begin.skips = append(begin.skips, path{k.strength, delta[l+1]})
		}
	}
	return b
}
