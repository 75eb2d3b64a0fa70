package product

import (
	"sync/atomic"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// nonzeros lists the elements of a matrix that are not zero, row by row (or
// column by column).
//
// Leaving out the others changes a product only where 0 would meet an infinity
// or a NaN, because 0·∞ is NaN. So the products ask first whether the other
// operand is finite, and otherwise do all of the work: a network that diverges
// is seen at the same step.
type nonzeros struct {
	areTooMany  atomic.Bool // whether the lists are of no use
	areInfinite atomic.Bool // whether some are infinite or NaN
	most        int         // elements that a row may have
	count       []int       // of row i
	index       []int32     // the columns of row i, from i·most on
	value       []float64   // what stands there
}

// reserve takes memory for rows of at most most elements.
func (l *nonzeros) reserve(rows, most int) {
	l.most = most
	if len(l.count) < rows || len(l.value) < rows*most {
		l.count, l.index, l.value = make([]int, rows), make([]int32, rows*most), make([]float64, rows*most)
	}
}

// row returns the columns of row i in which something stands, and what.
func (l *nonzeros) row(i int) ([]int32, []float64) {
	from, to := i*l.most, i*l.most+l.count[i]
	return l.index[from:to], l.value[from:to]
}

// total returns how many elements the first rows have.
func (l *nonzeros) total(rows int) (sum int) {
	for _, count := range l.count[:rows] {
		sum += count
	}
	return sum
}

// list makes l the lists of X, n×k, for a product with o columns, and reports
// whether to use them: not for a small product, nor for one whose lists might
// take more than 12 MB, nor when more than a third of X is not zero, because
// gonum's products do three elements in the time of one from a list. With
// vectors it does not matter how many are not zero.
func (p *Product) list(l *nonzeros, o int) bool {
	n, k := p.x.Rows, p.x.Cols
	if n < 16 || o < 16 || k < 32 || k < 128 && !hasVectors || n*k > 1<<20 {
		return false
	}
	l.reserve(n, k)
	if !hasVectors {
		p.reserveTransposed(k, o) // now, for batches with too many nonzeros for lists
	}
	l.areTooMany.Store(false)
	l.areInfinite.Store(false)
	p.ofX = l
	p.crew.share(p, n, 8*n*k, (*Product).listRows) // to list an element takes as long as eight multiply-adds
	return hasVectors || !l.areTooMany.Load() && l.total(n) <= n*k/3
}

// listRows lists rows of X, unless one has been found that has too many.
func (p *Product) listRows(from, to int) {
	l := p.ofX
	for i := from; i < to && !l.areTooMany.Load(); i++ {
		x, count := row(&p.x, i), 0
		index, value := l.index[i*l.most:][:len(x)], l.value[i*l.most:][:len(x)]
		for c, v := range x { // without a branch: what comes next overwrites a zero
			index[count], value[count] = int32(c), v
			if v != 0 {
				count++
			}
		}
		l.count[i] = count
		if hasVectors {
			continue // there, nobody asks either question
		}
		if count > len(x)/2 {
			l.areTooMany.Store(true)
		}
		if !finite(value[:count]) {
			l.areInfinite.Store(true)
		}
	}
}

// finite reports whether no element of v is infinite or NaN. (A sum may also
// overflow; then the answer is no, and only time is lost.)
func finite(v []float64) bool {
	sum := floats.Sum(v)
	return sum-sum == 0
}

func allFinite(m blas64.General) bool {
	for i := range m.Rows {
		if !finite(row(&m, i)) {
			return false
		}
	}
	return true
}

// A group is four neighbouring rows of θ or G, which are done together. The
// last group may have fewer.
func groups(o int) int { return (o + 3) / 4 }

// forwardGroups computes Z = A θᵀ from the lists of A, four columns at a time.
// The conversions forbid a fused multiply-add, whose bits would be others.
func (p *Product) forwardGroups(from, to int) {
	for j := 4 * from; j < min(4*to, p.c.Cols); j += 4 {
		t0, t1, t2, t3 := fourRows(&p.y, j)
		isFinite := finite(t0) && finite(t1) && finite(t2) && finite(t3)
		for i := range p.c.Rows {
			var s0, s1, s2, s3 float64
			if isFinite {
				index, value := p.ofX.row(i)
				value = value[:len(index)]
				for q, c := range index {
					v := value[q]
					s0 += float64(v * t0[c])
					s1 += float64(v * t1[c])
					s2 += float64(v * t2[c])
					s3 += float64(v * t3[c])
				}
			} else {
				for c, v := range row(&p.x, i) {
					s0 += float64(v * t0[c])
					s1 += float64(v * t1[c])
					s2 += float64(v * t2[c])
					s3 += float64(v * t3[c])
				}
			}
			z := row(&p.c, i)[j:]
			if len(z) >= 4 {
				z[0], z[1], z[2], z[3] = s0, s1, s2, s3
			} else {
				copy(z, []float64{s0, s1, s2})
			}
		}
	}
}

// gradientGroups computes G = Δᵀ A from the lists of A, four rows at a time to
// stay in the cache nearest to the processor. It leaves out the zeros of Δ
// too, which a ReLU makes.
func (p *Product) gradientGroups(from, to int) {
	for first := 4 * from; first < min(4*to, p.c.Rows); first += 4 {
		end := min(first+4, p.c.Rows)
		for j := first; j < end; j++ {
			clear(row(&p.c, j))
		}
		for i := range p.x.Rows {
			index, value := p.nonzerosOfA.row(i)
			var waiting []float64 // a row of G that waits for a second one
			var d0 float64
			for j, d := range row(&p.x, i)[first:end] {
				switch {
				case d == 0:
				case waiting == nil:
					waiting, d0 = row(&p.c, first+j), d
				default:
					addBoth(waiting, row(&p.c, first+j), d0, d, index, value)
					waiting = nil
				}
			}
			if waiting != nil {
				add(waiting, d0, index, value)
			}
		}
	}
}

// addBoth adds d0 a_i to g0 and d1 a_i to g1, for the nonzeros of a_i.
func addBoth(g0, g1 []float64, d0, d1 float64, index []int32, value []float64) {
	value, g1 = value[:len(index)], g1[:len(g0)]
	for q, c := range index {
		v := value[q]
		g0[c] += float64(d0 * v)
		g1[c] += float64(d1 * v)
	}
}

// add adds d a_i to g, for the nonzeros of a_i.
func add(g []float64, d float64, index []int32, value []float64) {
	value = value[:len(index)]
	for q, c := range index {
		g[c] += float64(d * value[q])
	}
}
