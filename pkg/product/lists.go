package product

import (
	"sync/atomic"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// nonzeros holds the elements of a matrix that are not zero, in a list for each
// row (or for each column: then read column for row below, and row for column).
//
// Leaving out the zeros changes a product only where 0 would meet an infinity
// or a NaN, because 0·∞ is NaN. So the products ask first whether the other
// operand is finite, and otherwise do all of the work: a network that diverges
// is seen at the same step.
type nonzeros struct {
	areTooMany  atomic.Bool // whether a row has so many that the lists save nothing
	hasInfinite atomic.Bool // whether an element is infinite or NaN
	capacity    int         // how many elements a list has room for
	count       []int       // count[i] is how many elements list i has
	index       []int32     // list i begins at index[i·capacity]: the columns of its elements, in ascending order
	value       []float64   // value[q] is the element in the column index[q]
}

// reserve takes memory for so many lists.
func (l *nonzeros) reserve(lists, capacity int) {
	l.capacity = capacity
	if len(l.count) < lists || len(l.value) < lists*capacity {
		l.count, l.index, l.value = make([]int, lists), make([]int32, lists*capacity), make([]float64, lists*capacity)
	}
}

// list returns the columns and the values of the elements in list i.
func (l *nonzeros) list(i int) (index []int32, value []float64) {
	from, to := i*l.capacity, i*l.capacity+l.count[i]
	return l.index[from:to], l.value[from:to]
}

// total returns how many elements the first lists have together.
func (l *nonzeros) total(lists int) (sum int) {
	for _, count := range l.count[:lists] {
		sum += count
	}
	return sum
}

// collect fills l from X, n×k, for a product with o columns, and reports
// whether that product is faster from l. It is not when it is small, nor when
// more than a third of X is not zero, because gonum's products do three
// elements in the time of one from a list; with vectors it does not matter how
// many are not zero. Lists that might take more than 12 MB are not made.
func (p *Product) collect(l *nonzeros, o int) bool {
	n, k := p.x.Rows, p.x.Cols
	if n < 16 || o < 16 || k < 32 || k < 128 && !hasVectors || n*k > 1<<20 {
		return false
	}
	l.reserve(n, k)
	if !hasVectors {
		p.reserveTransposed(k, o) // a later batch may have too many nonzeros for lists, and then must not allocate
	}
	l.areTooMany.Store(false)
	l.hasInfinite.Store(false)
	p.nonzerosOfX = l
	p.crew.share(p, n, 8*n*k, (*Product).collectRows) // an element takes as long as eight multiply-adds
	return hasVectors || !l.areTooMany.Load() && l.total(n) <= n*k/3
}

// collectRows fills the lists of rows of X. It stops when any row of X has too
// many nonzeros.
func (p *Product) collectRows(from, to int) {
	l := p.nonzerosOfX
	for i := from; i < to && !l.areTooMany.Load(); i++ {
		x, count := row(&p.x, i), 0
		index, value := l.index[i*l.capacity:][:len(x)], l.value[i*l.capacity:][:len(x)]
		// A processor cannot predict which elements are zero, and a wrongly predicted branch costs
		// more than a store. So every element is stored, and the next one overwrites a zero.
		for c, v := range x {
			index[count], value[count] = int32(c), v
			if v != 0 {
				count++
			}
		}
		l.count[i] = count
		if hasVectors {
			continue // the panels use neither areTooMany nor hasInfinite
		}
		if count > len(x)/2 {
			l.areTooMany.Store(true)
		}
		if !finite(value[:count]) {
			l.hasInfinite.Store(true)
		}
	}
}

// finite reports whether no element of v is infinite or NaN. One sum is faster
// than a test of every element: ∞ and NaN make it ∞ or NaN, and ∞ − ∞ is NaN. A
// sum of finite elements may overflow; then the answer is no, which costs only
// time.
func finite(v []float64) bool {
	sum := floats.Sum(v)
	return sum-sum == 0
}

// allFinite reports whether no element of m is infinite or NaN.
func allFinite(m blas64.General) bool {
	for i := range m.Rows {
		if !finite(row(&m, i)) {
			return false
		}
	}
	return true
}

// groups returns how many groups θ and G have, which have o rows. A group is
// four neighbouring rows, which are done together; the last may have fewer.
func groups(o int) int { return (o + 3) / 4 }

// forwardGroups computes Z = A θᵀ from the lists of A, four columns at a time.
// The conversions to float64 forbid a fused multiply-add, which rounds once
// where the reference rounds twice.
func (p *Product) forwardGroups(from, to int) {
	for j := 4 * from; j < min(4*to, p.c.Cols); j += 4 {
		t0, t1, t2, t3 := fourRows(&p.y, j)
		isFinite := finite(t0) && finite(t1) && finite(t2) && finite(t3)
		for i := range p.c.Rows {
			var s0, s1, s2, s3 float64
			if isFinite {
				index, value := p.nonzerosOfX.list(i)
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

// gradientGroups computes G = Δᵀ A from the lists of A, four rows at a time,
// because four rows of G stay in the cache nearest to the processor. It leaves
// out the zeros of Δ too, which a ReLU makes. Two rows of G are done together,
// because then each element of A is read once for both.
func (p *Product) gradientGroups(from, to int) {
	for first := 4 * from; first < min(4*to, p.c.Rows); first += 4 {
		end := min(first+4, p.c.Rows)
		for j := first; j < end; j++ {
			clear(row(&p.c, j))
		}
		for i := range p.x.Rows {
			index, value := p.nonzerosOfA.list(i)
			var waiting []float64 // a row of G that waits for a second one
			var d0 float64        // its element of Δ
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
