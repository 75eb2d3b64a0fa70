//go:build goexperiment.simd && amd64 && !go1.27

package product

import (
	"simd/archsimd"
	"slices"
)

// hasVectors says that the processor has AVX2. Then the products of large
// enough batches are done here, sixteen sums at once. Every sum is added in the
// order of the other ways, without fused multiply-adds, and so the bits are
// the same.
var hasVectors = archsimd.X86.AVX2()

// wide is how many columns a panel has. A product C = X Y is done panel by
// panel of C. The same columns of Y are copied first, so that what is read
// together lies together. Then every row of the panel is the sum of the rows
// of the copy that the nonzeros of a row of X name.
const wide = 16

type panelRow [wide]float64

// panels is the memory of the panels of a product.
type panels struct {
	byColumn nonzeros   // of A
	rows     []panelRow // of all panels
	height   int        // rows of a panel
}

func (s *panels) panel(b int) []panelRow { return s.rows[b*s.height : (b+1)*s.height] }

// sharePanels has do compute a result with so many columns by panels, from the
// lists of X, in memory for panels of height rows.
func (p *Product) sharePanels(columns, height int, do func(p *Product, from, to int)) {
	count, s := (columns+wide-1)/wide, &p.panels
	s.height = height
	if len(s.rows) < count*height {
		s.rows = make([]panelRow, count*height)
	}
	p.crew.share(p, count, columns*p.ofX.total(p.x.Rows), do)
}

// forwardPanels sets Z = A θᵀ.
func (p *Product) forwardPanels() { p.sharePanels(p.y.Rows, p.y.Cols, (*Product).forwardSomePanels) }

func (p *Product) forwardSomePanels(from, to int) {
	for b := from; b < to; b++ {
		rows, isFinite := p.panels.panel(b), true
		for e := 0; e < wide; e += 4 {
			t0, t1, t2, t3 := fourRows(&p.y, min(wide*b+e, p.y.Rows-1)) // results beyond the last row are not used
			isFinite = isFinite && finite(t0) && finite(t1) && finite(t2) && finite(t3)
			for c := range rows {
				r := (*[4]float64)(rows[c][e:])
				r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t3[c]
			}
		}
		p.sumRows(b, rows, isFinite)
	}
}

// backwardPanels sets D = Δ θ̄.
func (p *Product) backwardPanels() { p.sharePanels(p.y.Cols, p.y.Rows, (*Product).backwardSomePanels) }

func (p *Product) backwardSomePanels(from, to int) {
	for b := from; b < to; b++ {
		rows, isFinite := p.copyPanel(b)
		p.sumRows(b, rows, isFinite)
	}
}

// copyPanel copies panel b of Y and reports whether all of it is finite.
func (p *Product) copyPanel(b int) (rows []panelRow, isFinite bool) {
	rows, isFinite = p.panels.panel(b)[:p.y.Rows], true
	for s := range rows {
		y := row(&p.y, s)[wide*b : min(wide*(b+1), p.y.Cols)]
		copy(rows[s][:], y)
		isFinite = isFinite && finite(y)
	}
	return rows, isFinite
}

// sumRows sets panel b of C = X Y, given that of Y.
func (p *Product) sumRows(b int, rows []panelRow, isFinite bool) {
	var sum panelRow
	for i := range p.c.Rows {
		c := row(&p.c, i)[wide*b:]
		to := &sum
		if len(c) >= wide {
			to = (*panelRow)(c)
		}
		if isFinite {
			index, value := p.ofX.row(i)
			sum16(to, index, value, rows)
		} else {
			sumAll(to, row(&p.x, i), 1, rows)
		}
		if len(c) < wide {
			copy(c, sum[:])
		}
	}
}

// gradientPanels sets G = Δᵀ A by panels of Gᵀ = Aᵀ Δ.
func (p *Product) gradientPanels() {
	p.x, p.y, p.ofX = p.y, p.x, &p.nonzerosOfA // A, Δ
	n, o, k := p.y.Rows, p.y.Cols, p.x.Cols
	p.panels.byColumn.reserve(k, n)
	p.crew.share(p, k, 8*p.ofX.total(n), (*Product).listColumns)
	p.sharePanels(o, n+k, (*Product).gradientSomePanels) // Δ's rows, and Gᵀ's
}

// listColumns lists columns of A, from the lists of its rows.
func (p *Product) listColumns(from, to int) {
	l := &p.panels.byColumn
	clear(l.count[from:to])
	for i := range p.x.Rows {
		index, value := p.ofX.row(i)
		first, _ := slices.BinarySearch(index, int32(from))
		for q, c := range index[first:] {
			if int(c) >= to {
				break
			}
			at := int(c)*l.most + l.count[c]
			l.index[at], l.value[at] = int32(i), value[first+q]
			l.count[c]++
		}
	}
}

func (p *Product) gradientSomePanels(from, to int) {
	for b := from; b < to; b++ {
		rows, isFinite := p.copyPanel(b)
		sums := p.panels.panel(b)[len(rows):]
		for c := range sums {
			if isFinite {
				index, value := p.panels.byColumn.row(c)
				sum16(&sums[c], index, value, rows)
			} else {
				sumAll(&sums[c], p.x.Data[c:], p.x.Stride, rows)
			}
		}
		for j := wide * b; j < min(wide*(b+1), p.c.Rows); j += 4 {
			g0, g1, g2, g3 := fourRows(&p.c, j)
			for c := range g0 {
				r := (*[4]float64)(sums[c][j%wide:])
				g3[c], g2[c], g1[c], g0[c] = r[3], r[2], r[1], r[0] // in this order: the last row may be there twice
			}
		}
	}
}

// sum16 sets to to the sum of the rows that index names, each times its value.
func sum16(to *panelRow, index []int32, value []float64, rows []panelRow) {
	value = value[:len(index)]
	var s0, s1, s2, s3 archsimd.Float64x4
	for q, s := range index {
		v, r := archsimd.BroadcastFloat64x4(value[q]), &rows[s]
		s0 = s0.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[0:4]))))
		s1 = s1.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[4:8]))))
		s2 = s2.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[8:12]))))
		s3 = s3.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[12:16]))))
	}
	s0.Store((*[4]float64)(to[0:4]))
	s1.Store((*[4]float64)(to[4:8]))
	s2.Store((*[4]float64)(to[8:12]))
	s3.Store((*[4]float64)(to[12:16]))
	archsimd.ClearAVXUpperBits() // without this, what follows is slow
}

// sumAll is sum16 for all elements of a row or column, every step-th of x.
func sumAll(to *panelRow, x []float64, step int, rows []panelRow) {
	*to = panelRow{}
	for s := range rows {
		for e, v := range rows[s] {
			to[e] += float64(x[s*step] * v)
		}
	}
}
