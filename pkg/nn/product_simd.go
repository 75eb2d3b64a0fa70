//go:build goexperiment.simd && amd64 && !go1.27

package nn

import (
	"simd/archsimd"
	"slices"
)

// vector says that the processor has AVX2. Then the products of large enough
// batches are done here, sixteen sums at once. Every sum is added in the order
// that gonum's and the lists' are, without fused multiply-adds, and so the
// bits are the same.
var vector = archsimd.X86.AVX2()

// A product C = X Y is done by panels, sixteen columns of C. Those of Y are
// copied first, so that what is read together lies together, and what is added
// up are the rows that the nonzeros of a line of X name.
const wide = 16

type panelRow [wide]float64

// vectors is the memory of a product's panels.
type vectors struct {
	columns nonzeros   // of A, by columns
	rows    []panelRow // of all panels
	tallest int        // panel, in rows
}

func (v *vectors) panel(b int) []panelRow { return v.rows[b*v.tallest : (b+1)*v.tallest] }

// sharePanels has the panels of a result with so many columns done by do, from
// the lists of X, in memory for panels of tallest rows.
func (p *product) sharePanels(columns, tallest int, do func(p *product, from, to int)) {
	panels, v := (columns+wide-1)/wide, &p.vectors
	v.tallest = tallest
	if len(v.rows) < panels*tallest {
		v.rows = make([]panelRow, panels*tallest)
	}
	p.crew.share(p, panels, columns*p.nonzeros.listed(p.x.Rows), do)
}

// forwardVector sets Z = A θᵀ.
func (p *product) forwardVector() { p.sharePanels(p.y.Rows, p.y.Cols, (*product).forwardPanels) }

func (p *product) forwardPanels(from, to int) {
	for b := from; b < to; b++ {
		rows, whole := p.vectors.panel(b), true
		for e := 0; e < wide; e += 4 {
			t0, t1, t2, t3 := fourLines(p.y, min(wide*b+e, p.y.Rows-1)) // results beyond the last row are not used
			whole = whole && isFinite(t0) && isFinite(t1) && isFinite(t2) && isFinite(t3)
			for c := range rows {
				r := (*[4]float64)(rows[c][e:])
				r[0], r[1], r[2], r[3] = t0[c], t1[c], t2[c], t3[c]
			}
		}
		p.multiplyRows(b, rows, whole)
	}
}

// backwardVector sets D = Δ θ̄.
func (p *product) backwardVector() { p.sharePanels(p.y.Cols, p.y.Rows, (*product).backwardPanels) }

func (p *product) backwardPanels(from, to int) {
	for b := from; b < to; b++ {
		rows, whole := p.copyPanel(b)
		p.multiplyRows(b, rows, whole)
	}
}

// copyPanel copies panel b of Y and reports whether all of it is finite.
func (p *product) copyPanel(b int) (rows []panelRow, whole bool) {
	rows, whole = p.vectors.panel(b)[:p.y.Rows], true
	for s := range rows {
		y := line(p.y, s)[wide*b : min(wide*(b+1), p.y.Cols)]
		copy(rows[s][:], y)
		whole = whole && isFinite(y)
	}
	return rows, whole
}

// multiplyRows sets panel b of C = X Y from the lists of X.
func (p *product) multiplyRows(b int, rows []panelRow, whole bool) {
	var sum panelRow
	for i := range p.c.Rows {
		c := line(p.c, i)[wide*b:]
		to := &sum
		if len(c) >= wide {
			to = (*panelRow)(c)
		}
		if whole {
			index, value := p.nonzeros.line(i)
			add16(to, index, value, rows)
		} else {
			addAll(to, line(p.x, i), 1, rows)
		}
		if len(c) < wide {
			copy(c, sum[:])
		}
	}
}

// gradientVector sets G = Δᵀ A by panels of Gᵀ = Aᵀ Δ.
func (p *product) gradientVector() {
	p.x, p.y = p.y, p.x // A, Δ
	n, o, k := p.y.Rows, p.y.Cols, p.x.Cols
	p.vectors.columns.reserve(k, n)
	p.crew.share(p, k, 8*p.nonzeros.listed(n), (*product).listColumns)
	p.sharePanels(o, n+k, (*product).gradientPanels) // Δ's rows, and Gᵀ's
}

// listColumns lists columns of A, from the lists of its rows.
func (p *product) listColumns(from, to int) {
	l := &p.vectors.columns
	clear(l.count[from:to])
	for i := range p.x.Rows {
		index, value := p.nonzeros.line(i)
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

func (p *product) gradientPanels(from, to int) {
	for b := from; b < to; b++ {
		rows, whole := p.copyPanel(b)
		sums := p.vectors.panel(b)[len(rows):]
		for c := range sums {
			if whole {
				index, value := p.vectors.columns.line(c)
				add16(&sums[c], index, value, rows)
			} else {
				addAll(&sums[c], p.x.Data[c:], p.x.Stride, rows)
			}
		}
		for j := wide * b; j < min(wide*(b+1), p.c.Rows); j += 4 {
			g0, g1, g2, g3 := fourLines(p.c, j)
			for c := range g0 {
				r := (*[4]float64)(sums[c][j%wide:])
				g3[c], g2[c], g1[c], g0[c] = r[3], r[2], r[1], r[0] // in this order: the last line may be there twice
			}
		}
	}
}

// add16 sets to to the sum of the rows that index names, each times its value.
func add16(to *panelRow, index []int32, value []float64, rows []panelRow) {
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

// addAll is add16 for all elements of a line, every step-th of x.
func addAll(to *panelRow, x []float64, step int, rows []panelRow) {
	*to = panelRow{}
	for s := range rows {
		for e, v := range rows[s] {
			to[e] += float64(x[s*step] * v)
		}
	}
}
