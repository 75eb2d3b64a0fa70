package nn

import "gonum.org/v1/gonum/mat"

// batch is the memory of a network for n rows on their way through it. Smaller
// batches are views of the front of the largest.
type batch struct {
	n      int
	passes []pass // l = 0 … L−1
}

// pass is what a batch leaves behind in layer l. Two neighbouring layers share
// what lies between them.
type pass struct {
	*layer
	aIn    *mat.Dense // A^(l), n×(in+1), the bias unit in column 0
	inputs *mat.Dense // A^(l) without its bias unit, n×in
	z      *mat.Dense // Z^(l+1), n×out
	a      *mat.Dense // A^(l+1) without its bias unit, n×out
	delta  *mat.Dense // ∂J/∂A^(l+1), then Δ^(l+1), n×out
	gradA  *mat.Dense // ∂J/∂A^(l) without the bias unit, n×in; where Δ^(l) will be
	work   *mat.Dense // n×out for the layer's own use: the mask of Dropout, x̂ of BatchNorm; nil for others

	skipped *mat.Dense // A^(begin) without its bias unit, at the end of a Skip; nil elsewhere
	rejoins []rejoin   // the identity paths that begin at A^(l)

	isGradAUsed bool // whether anybody asks for gradA in this backward pass
}

// rejoin is the end of an identity path, seen from where it begins.
type rejoin struct {
	strength float64
	delta    *mat.Dense // Δ behind the sum
}

// sizes is how many batch sizes have their views kept.
const sizes = 64

// reserve returns the batch for n rows.
func (net *Network) reserve(n int) *batch {
	if net.batch != nil && net.batch.n == n {
		return net.batch
	}
	if net.largest == nil || n > net.largest.n {
		net.largest = net.newBatch(n)
		net.batches = map[int]*batch{n: net.largest}
	}
	b := net.batches[n]
	if b == nil {
		if len(net.batches) == sizes {
			clear(net.batches)
		}
		b = net.largest.front(n)
		net.batches[n] = b
	}
	return b
}

// newBatch takes memory for n rows and sets the bias units, which nothing
// overwrites.
func (net *Network) newBatch(n int) *batch {
	b := &batch{n: n, passes: make([]pass, net.L())}
	aIn, gradA := withBiasUnit(n, net.inputs), mat.NewDense(n, net.inputs, nil)
	for l, layer := range net.layers {
		p := &b.passes[l]
		*p = pass{layer: layer, aIn: aIn, inputs: withoutBias(aIn), gradA: gradA, delta: mat.NewDense(n, layer.out, nil)}
		gradA = p.delta
		if l < net.L()-1 {
			aIn = withBiasUnit(n, layer.out)
			p.a = withoutBias(aIn)
		} else {
			p.a = mat.NewDense(n, layer.out, nil)
		}
		p.z = p.a
		if layer.hasG {
			p.z = mat.NewDense(n, layer.out, nil)
		}
		if layer.usesWork {
			p.work = mat.NewDense(n, layer.out, nil)
		}
	}
	b.joinPaths()
	return b
}

// front returns views of the first n rows.
func (b *batch) front(n int) *batch {
	f := &batch{n: n, passes: make([]pass, len(b.passes))}
	rows := func(m *mat.Dense) *mat.Dense {
		if m == nil {
			return nil
		}
		_, c := m.Dims()
		return m.Slice(0, n, 0, c).(*mat.Dense)
	}
	for l, p := range b.passes {
		f.passes[l] = pass{
			layer: p.layer, aIn: rows(p.aIn), inputs: rows(p.inputs), z: rows(p.z), a: rows(p.a),
			delta: rows(p.delta), gradA: rows(p.gradA), work: rows(p.work),
		}
	}
	f.joinPaths()
	return f
}

// joinPaths tells both ends of the Skips of each other.
func (b *batch) joinPaths() {
	for l := range b.passes {
		end := &b.passes[l]
		if path := end.identity; path != nil {
			begin := &b.passes[path.begin]
			end.skipped = begin.inputs
			begin.rejoins = append(begin.rejoins, rejoin{path.strength, end.delta})
		}
	}
}

func withBiasUnit(n, units int) *mat.Dense {
	a := mat.NewDense(n, units+1, nil)
	for i := range n {
		a.Set(i, 0, 1)
	}
	return a
}

// withoutBias is m without its column 0, on the same memory.
func withoutBias(m *mat.Dense) *mat.Dense {
	r, c := m.Dims()
	return m.Slice(0, r, 1, c).(*mat.Dense)
}
