package nn

import (
	"sync/atomic"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// nonzeros lists the elements of a matrix A that are not zero, row by row.
//
// Leaving out the others changes a product only where 0 would meet an infinity
// or a NaN, and 0·∞ is NaN. So the products ask first whether the other
// operand is finite, and otherwise do all of the work: a network that diverges
// is seen at the same step. The gradient, which leaves out the zeros of Δ as
// well, asks about A too.
type nonzeros struct {
	few    bool        // the list is complete, and short enough to be worth it
	full   atomic.Bool // more than half of a row is not zero
	count  []int       // of row i
	column []int32     // of row i from i·k on, and so are the values
	value  []float64
}

// findNonzeros lists the nonzeros of A, n×k, for products with o more columns
// or rows. It returns few: false for a small A, for one whose list might take
// more than 12 MB, and when more than a third of A is not zero, because gonum's
// products do three elements in the time of one from a list.
func (p *product) findNonzeros(a *blas64.General, o int) bool {
	l, n, k := &p.nonzeros, a.Rows, a.Cols
	l.few = false
	if n < 16 || k < 128 || o < 16 || n*k > 1<<20 {
		return false
	}
	if len(l.count) < n || len(l.value) < n*k {
		l.count, l.column, l.value = make([]int, n), make([]int32, n*k), make([]float64, n*k)
	}
	l.full.Store(false)
	p.crew.do(p, n, 8*n*k, (*product).listRows) // an element takes as long as eight multiply-adds
	l.few = !l.full.Load() && p.listed(n) <= n*k/3
	return l.few
}

// listRows lists rows of A, unless one has been found that is too full.
func (p *product) listRows(from, to int) {
	l, k := &p.nonzeros, p.x.Cols
	for i := from; i < to && !l.full.Load(); i++ {
		column, value, count := l.column[i*k:][:k], l.value[i*k:][:k], 0
		for c, v := range line(p.x, i) { // without a branch: what comes next overwrites a zero
			column[count], value[count] = int32(c), v
			if v != 0 {
				count++
			}
		}
		l.count[i] = count
		if count > k/2 {
			l.full.Store(true)
		}
	}
}

// listed returns the number of elements in the list.
func (p *product) listed(n int) (sum int) {
	for _, count := range p.nonzeros.count[:n] {
		sum += count
	}
	return sum
}

// listedRow returns the list of row i of A, n×k.
func (p *product) listedRow(i, k int) ([]int32, []float64) {
	from, to := i*k, i*k+p.nonzeros.count[i]
	return p.nonzeros.column[from:to], p.nonzeros.value[from:to]
}

// listedFinite reports whether none of them is infinite or NaN.
func (p *product) listedFinite(n, k int) bool {
	sum := 0.0
	for i := range n {
		_, value := p.listedRow(i, k)
		sum += floats.Sum(value)
	}
	return sum-sum == 0
}

// A group is four neighbouring rows of θ or G. The last may have fewer.
func groups(o int) int { return (o + 3) / 4 }

func group(m *blas64.General, j int) (r0, r1, r2, r3 []float64) {
	r0, r1, r2, r3 = line(m, j), line(m, j+1), line(m, j+2), line(m, j+3)
	return r0, r1[:len(r0)], r2[:len(r0)], r3[:len(r0)]
}

// forwardGroups computes Z = A θᵀ from the list of A, four columns at a time.
func (p *product) forwardGroups(from, to int) {
	k := p.x.Cols
	for j := 4 * from; j < 4*to; j += 4 {
		if j+4 > p.c.Cols {
			p.forwardColumns(j, p.c.Cols)
			return
		}
		t0, t1, t2, t3 := group(p.y, j)
		for i := range p.c.Rows {
			column, value := p.listedRow(i, k)
			value = value[:len(column)]
			var s0, s1, s2, s3 float64
			for q, c := range column {
				v := value[q]
				s0 += v * t0[c]
				s1 += v * t1[c]
				s2 += v * t2[c]
				s3 += v * t3[c]
			}
			z := p.c.Data[i*p.c.Stride+j:][:4]
			z[0], z[1], z[2], z[3] = s0, s1, s2, s3
		}
	}
}

// gradientGroups computes G = Δᵀ A from the list of A, four rows at a time to
// stay in the cache nearest to the processor. It leaves out the zeros of Δ
// too, which a ReLU makes.
func (p *product) gradientGroups(from, to int) {
	k := p.y.Cols
	for first := 4 * from; first < min(4*to, p.c.Rows); first += 4 {
		end := min(first+4, p.c.Rows)
		for j := first; j < end; j++ {
			clear(line(p.c, j))
		}
		for i := range p.x.Rows {
			column, value := p.listedRow(i, k)
			var wait []float64 // a row that waits for a second one
			var d0 float64
			for j, d := range line(p.x, i)[first:end] {
				switch {
				case d == 0:
				case wait == nil:
					wait, d0 = line(p.c, first+j), d
				default:
					addBoth(wait, line(p.c, first+j), d0, d, column, value)
					wait = nil
				}
			}
			if wait != nil {
				add(wait, d0, column, value)
			}
		}
	}
}

// addBoth adds d0 a_i to g0 and d1 a_i to g1, for the nonzeros of a_i.
func addBoth(g0, g1 []float64, d0, d1 float64, column []int32, value []float64) {
	value, g1 = value[:len(column)], g1[:len(g0)]
	for q, c := range column {
		v := value[q]
		g0[c] += d0 * v
		g1[c] += d1 * v
	}
}

func add(g []float64, d float64, column []int32, value []float64) {
	value = value[:len(column)]
	for q, c := range column {
		g[c] += d * value[q]
	}
}

// allFinite reports whether no element of m is infinite or NaN. (A sum may also
// overflow; then the answer is no, and only time is lost.)
func allFinite(m *blas64.General) bool {
	sum := 0.0
	for i := range m.Rows {
		sum += floats.Sum(line(m, i))
	}
	return sum-sum == 0
}
