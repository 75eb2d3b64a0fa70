package nn

import "gonum.org/v1/gonum/mat"

// batch holds the matrices of a network for n rows, those of layer l in
// passes[l]. A batch that is not the largest has views of the first n rows of
// the largest, so that a new batch size takes no new memory.
type batch struct {
	n      int
	passes []pass
}

// pass holds the matrices that layer l reads and writes in a forward and a
// backward pass. Neighbouring layers share some of them: a is inputs of layer
// l+1, delta is gradA of layer l+1.
type pass struct {
	*layer
	aIn    *mat.Dense // aIn is A^(l), n×(in+1), the bias unit in column 0
	inputs *mat.Dense // inputs is A^(l) without its bias unit, n×in
	z      *mat.Dense // z is Z^(l+1), n×out
	a      *mat.Dense // a is A^(l+1) without its bias unit, n×out
	delta  *mat.Dense // delta is ∂J/∂A^(l+1), which the layer makes Δ^(l+1), n×out
	gradA  *mat.Dense // gradA is ∂J/∂A^(l) without the bias unit, which layer l−1 makes Δ^(l), n×in
	work   *mat.Dense // work is n×out for the layer's own use: the mask of Dropout, x̂ of BatchNorm; nil for others

	skipped *mat.Dense // skipped is A^(begin) without its bias unit, in the sum of a Skip; nil elsewhere
	rejoins []rejoin   // rejoins are the ends of the identity paths that begin at A^(l)

	isGradAUsed bool // isGradAUsed says whether this backward pass goes on below layer l
}

// rejoin is the end of an identity path, as the layer where the path begins
// needs it.
type rejoin struct {
	strength float64
	delta    *mat.Dense // delta is the Δ of the sum
}

// maxSizes is the largest number of batch sizes whose views are kept.
const maxSizes = 64

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
		if len(net.batches) == maxSizes {
			clear(net.batches)
		}
		b = net.largest.front(n)
		net.batches[n] = b
	}
	return b
}

// newBatch takes memory for n rows and sets the bias units once for all passes:
// no pass writes into column 0.
func (net *Network) newBatch(n int) *batch {
	b := &batch{n: n, passes: make([]pass, net.L())}
	aIn, gradA := withBiasUnit(n, net.inputs), mat.NewDense(n, net.inputs, nil)
	for l, layer := range net.layers {
		p := &b.passes[l]
		*p = pass{layer: layer, aIn: aIn, inputs: withoutBiasUnit(aIn), gradA: gradA, delta: mat.NewDense(n, layer.out, nil)}
		gradA = p.delta
		if l < net.L()-1 {
			aIn = withBiasUnit(n, layer.out)
			p.a = withoutBiasUnit(aIn)
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

// front returns a batch of views of the first n rows of b.
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

// joinPaths gives each end of an identity path the matrix that it needs of the
// other end.
func (b *batch) joinPaths() {
	for l := range b.passes {
		end := &b.passes[l]
		if path := end.path; path != nil {
			begin := &b.passes[path.begin]
			end.skipped = begin.inputs
			begin.rejoins = append(begin.rejoins, rejoin{path.strength, end.delta})
		}
	}
}

// withBiasUnit returns a new A, n×(units+1): ones in column 0, otherwise zeros.
func withBiasUnit(n, units int) *mat.Dense {
	a := mat.NewDense(n, units+1, nil)
	for i := range n {
		a.Set(i, 0, 1)
	}
	return a
}

// withoutBiasUnit returns a view of m without its column 0.
func withoutBiasUnit(m *mat.Dense) *mat.Dense {
	r, c := m.Dims()
	return m.Slice(0, r, 1, c).(*mat.Dense)
}
