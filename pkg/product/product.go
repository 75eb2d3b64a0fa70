package product

import (
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// Product computes the products of one layer and keeps the memory they need,
// so that a training step allocates nothing (but for a goroutine now and then,
// see Crew). One goroutine at a time may use it.
type Product struct {
	crew *Crew
	task

	nonzerosOfA, nonzerosOfDelta nonzeros
	usesNonzerosOfA              bool           // whether the last Forward used nonzerosOfA, as its Gradient then does
	transposed                   blas64.General // θᵀ
	panels                       panels
	sums                         []float64 // sums[j] is the sum of the squares of row j, for SumSquares
}

// task is what the loops of one call work on. It passes through fields of a
// Product and not through a closure, because a closure that another goroutine
// may call is allocated anew in every call.
type task struct {
	c, x, y     blas64.General // result and operands: Z, A, θ, or G, Δ, A, or D, Δ, θ̄
	nonzerosOfX *nonzeros
	g           Func
}

// Func is what Apply and TimesSlope need of an activation function g.
type Func interface {
	// Value sets a_k = g(z_k) for all k; a may be z.
	Value(a, z []float64)
	// Backward multiplies delta_k by g′(z_k), where a_k = g(z_k).
	Backward(delta, z, a []float64)
}

// New returns a Product whose work is shared by crew, which the Products of a
// network have in common.
func New(crew *Crew) *Product { return &Product{crew: crew} }

// set makes c, x and y what the loops work on.
func (p *Product) set(c, x, y *mat.Dense) {
	p.c, p.x, p.y = c.RawMatrix(), x.RawMatrix(), y.RawMatrix()
}

// Forward sets Z = A θᵀ; Z is n×o, A n×k, θ o×k. Shapes are not checked here,
// nor below.
func (p *Product) Forward(z, a, theta *mat.Dense) {
	p.set(z, a, theta)
	n, o, k := p.c.Rows, p.c.Cols, p.x.Cols
	p.usesNonzerosOfA = p.collect(&p.nonzerosOfA, o)
	switch {
	case !hasAssembly && n == 1: // there is no second row to pair it with
		p.forwardSingle(0)
	case p.usesNonzerosOfA && hasVectors:
		p.forwardPanels()
	case p.usesNonzerosOfA:
		p.crew.share(p, groups(o), o*p.nonzerosOfX.total(n), (*Product).forwardGroups)
	case !hasAssembly:
		p.crew.share(p, pairs(n), n*o*k, (*Product).forwardPairs)
	case n < 8: // for so few rows of Z, to transpose θ takes longer than it saves
		p.crew.share(p, n, n*o*k, (*Product).forwardRows)
	case o < 4: // gonum takes four rows of its matrix at a time; θ has fewer, so the matrix is A
		p.crew.share(p, o, n*o*k, (*Product).forwardColumns)
	default: // with θᵀ, because gonum then adds the terms of a sum in their order
		p.reserveTransposed(k, o)
		p.crew.share(p, k, o*k, (*Product).transpose)
		p.y = p.transposed
		p.crew.share(p, n, n*o*k, (*Product).multiplyRows)
	}
}

// Gradient sets G = Δᵀ A; G is o×k, Δ n×o, and A n×k is that of the last
// Forward.
func (p *Product) Gradient(g, delta, a *mat.Dense) {
	p.set(g, delta, a)
	n, o, k := p.y.Rows, p.c.Rows, p.c.Cols
	switch {
	case p.usesNonzerosOfA && hasVectors:
		p.gradientPanels()
	case p.usesNonzerosOfA && !p.nonzerosOfA.hasInfinite.Load() && allFinite(p.x): // otherwise a zero left out could hide 0·∞ = NaN
		p.crew.share(p, groups(o), o*p.nonzerosOfA.total(n), (*Product).gradientGroups)
	case n == 1: // G has one term an element and is no sum at all
		p.outer()
	case !hasAssembly:
		p.crew.share(p, pairs(o), n*o*k, (*Product).gradientPairs)
	case k < o: // the longer the rows that gonum adds up, the better
		p.crew.share(p, k, n*o*k, (*Product).gradientColumns)
	default:
		p.crew.share(p, o, n*o*k, (*Product).gradientRows)
	}
}

// Backward sets D = Δ θ̄; D is n×k, Δ n×o, θ̄ o×k.
func (p *Product) Backward(d, delta, thetaBar *mat.Dense) {
	p.set(d, delta, thetaBar)
	n, o, k := p.c.Rows, p.x.Cols, p.c.Cols
	switch {
	case hasVectors && p.collect(&p.nonzerosOfDelta, k):
		p.backwardPanels()
	case !hasAssembly && n == 1:
		p.sumPair(0, row(&p.x, 0), row(&p.x, 0), 1)
	case !hasAssembly:
		p.crew.share(p, pairs(n), n*o*k, (*Product).backwardPairs)
	default:
		p.crew.share(p, n, n*o*k, (*Product).multiplyRows)
	}
}

func row(m *blas64.General, i int) []float64 {
	return m.Data[i*m.Stride : i*m.Stride+m.Cols]
}
