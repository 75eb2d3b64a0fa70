package product

import "gonum.org/v1/gonum/mat"

// costOfG is how many multiply-adds take as long as one g or g′, or a little
// less.
const costOfG = 8

// Apply sets A = g(Z), both n×o.
func (p *Product) Apply(g Func, a, z *mat.Dense) {
	if n, _ := z.Dims(); n == 1 { // nothing to share
		g.Value(a.RawRowView(0), z.RawRowView(0))
		return
	}
	p.g, p.c, p.x = g, a.RawMatrix(), z.RawMatrix()
	p.crew.share(p, p.x.Rows, costOfG*p.x.Rows*p.x.Cols, (*Product).applyRows)
}

func (p *Product) applyRows(from, to int) {
	for i := from; i < to; i++ {
		p.g.Value(row(&p.c, i), row(&p.x, i))
	}
}

// TimesSlope sets Δ := Δ ⊙ g′(Z), where A = g(Z); all three are n×o.
func (p *Product) TimesSlope(g Func, delta, z, a *mat.Dense) {
	if n, _ := z.Dims(); n == 1 {
		g.Backward(delta.RawRowView(0), z.RawRowView(0), a.RawRowView(0))
		return
	}
	p.g = g
	p.set(delta, z, a)
	p.crew.share(p, p.x.Rows, costOfG*p.x.Rows*p.x.Cols, (*Product).timesSlopeRows)
}

func (p *Product) timesSlopeRows(from, to int) {
	for i := from; i < to; i++ {
		p.g.Backward(row(&p.c, i), row(&p.x, i), row(&p.y, i))
	}
}
