//go:build goexperiment.simd && amd64 && !go1.27

package product

import (
	"simd/archsimd"
	"slices"
)

// hasVectors says whether the processor has AVX2. Then the products of large
// enough batches are done here, sixteen sums at once. Every sum is added in the
// order of the other ways, without fused multiply-adds, and so the bits are
// the same.
var hasVectors = archsimd.X86.AVX2()

// panelWidth is how many neighbouring columns of a matrix are a panel. A
// product C = X Y is done one panel of C at a time. The same panel of Y is
// copied first, because then its rows lie one behind the other in memory. Row i
// of C's panel is the sum of the rows of the copy, weighted by the nonzeros of
// row i of X.
const panelWidth = 16

type panelRow [panelWidth]float64

// panels is the memory that a product by panels needs.
type panels struct {
	columnsOfA nonzeros   // a list for each column of A, for Gradient
	rows       []panelRow // panel b of Y, and of Gᵀ behind it, begins at rows[b·height]
	height     int        // how many elements of rows a panel has
}

// panel returns the memory of panel b.
func (s *panels) panel(b int) []panelRow { return s.rows[b*s.height : (b+1)*s.height] }

// sharePanels has do compute a result with so many columns by panels, from the
// lists of X. Each panel has memory for height rows.
func (p *Product) sharePanels(columns, height int, do func(p *Product, from, to int)) {
	count, s := (columns+panelWidth-1)/panelWidth, &p.panels
	s.height = height
	if len(s.rows) < count*height {
		s.rows = make([]panelRow, count*height)
	}
	p.crew.share(p, count, columns*p.nonzerosOfX.total(p.x.Rows), do)
}

// forwardPanels sets Z = A θᵀ.
func (p *Product) forwardPanels() { p.sharePanels(p.y.Rows, p.y.Cols, (*Product).forwardSomePanels) }

func (p *Product) forwardSomePanels(from, to int) {
	for b := from; b < to; b++ {
		rows, isFinite := p.panels.panel(b), true
		for e := 0; e < panelWidth; e += 4 {
			t0, t1, t2, t3 := fourRows(&p.y, min(panelWidth*b+e, p.y.Rows-1)) // what comes of rows behind the last is not used
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
		y := row(&p.y, s)[panelWidth*b : min(panelWidth*(b+1), p.y.Cols)]
		copy(rows[s][:], y)
		isFinite = isFinite && finite(y)
	}
	return rows, isFinite
}

// sumRows sets panel b of C = X Y, given the rows of panel b of Y and whether
// they are finite.
func (p *Product) sumRows(b int, rows []panelRow, isFinite bool) {
	var narrow panelRow // stands for a row of the last panel, which may have fewer columns
	for i := range p.c.Rows {
		c, sum := row(&p.c, i)[panelWidth*b:], &narrow
		if len(c) >= panelWidth {
			sum = (*panelRow)(c)
		}
		if isFinite {
			index, value := p.nonzerosOfX.list(i)
			sumNonzeros(sum, index, value, rows)
		} else {
			sumAll(sum, row(&p.x, i), 1, rows)
		}
		if len(c) < panelWidth {
			copy(c, narrow[:])
		}
	}
}

// gradientPanels sets G = Δᵀ A by panels of Gᵀ = Aᵀ Δ.
func (p *Product) gradientPanels() {
	p.x, p.y, p.nonzerosOfX = p.y, p.x, &p.nonzerosOfA // from here on X is A and Y is Δ
	n, o, k := p.y.Rows, p.y.Cols, p.x.Cols
	p.panels.columnsOfA.reserve(k, n)
	p.crew.share(p, k, 8*p.nonzerosOfX.total(n), (*Product).collectColumns)
	p.sharePanels(o, n+k, (*Product).gradientSomePanels) // n rows of Δ, and k of Gᵀ behind them
}

// collectColumns fills the lists of columns of A, from the lists of its rows.
func (p *Product) collectColumns(from, to int) {
	l := &p.panels.columnsOfA
	clear(l.count[from:to])
	for i := range p.x.Rows {
		index, value := p.nonzerosOfX.list(i)
		first, _ := slices.BinarySearch(index, int32(from))
		for q, c := range index[first:] {
			if int(c) >= to {
				break
			}
			at := int(c)*l.capacity + l.count[c]
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
				index, value := p.panels.columnsOfA.list(c)
				sumNonzeros(&sums[c], index, value, rows)
			} else {
				sumAll(&sums[c], p.x.Data[c:], p.x.Stride, rows)
			}
		}
		for j := panelWidth * b; j < min(panelWidth*(b+1), p.c.Rows); j += 4 {
			g0, g1, g2, g3 := fourRows(&p.c, j)
			for c := range g0 {
				r := (*[4]float64)(sums[c][j%panelWidth:])
				g3[c], g2[c], g1[c], g0[c] = r[3], r[2], r[1], r[0] // in this order, because behind the last row of G comes the same row again
			}
		}
	}
}

// sumNonzeros sets sum to Σ_q value[q] rows[index[q]].
func sumNonzeros(sum *panelRow, index []int32, value []float64, rows []panelRow) {
	value = value[:len(index)]
	var s0, s1, s2, s3 archsimd.Float64x4
	for q, s := range index {
		v, r := archsimd.BroadcastFloat64x4(value[q]), &rows[s]
		s0 = s0.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[0:4]))))
		s1 = s1.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[4:8]))))
		s2 = s2.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[8:12]))))
		s3 = s3.Add(v.Mul(archsimd.LoadFloat64x4((*[4]float64)(r[12:16]))))
	}
	s0.Store((*[4]float64)(sum[0:4]))
	s1.Store((*[4]float64)(sum[4:8]))
	s2.Store((*[4]float64)(sum[8:12]))
	s3.Store((*[4]float64)(sum[12:16]))
	archsimd.ClearAVXUpperBits() // Go's other instructions for floats are slow while a register holds four
}

// sumAll sets sum to Σ_s x[s·stride] rows[s], zeros and all: stride is 1 when x
// is a row, and the stride of the matrix when it is a column.
func sumAll(sum *panelRow, x []float64, stride int, rows []panelRow) {
	*sum = panelRow{}
	for s := range rows {
		for e, v := range rows[s] {
			sum[e] += float64(x[s*stride] * v)
		}
	}
}
