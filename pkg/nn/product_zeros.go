package nn

import (
	"sync/atomic"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
)

// nonzeros lists the elements of a matrix that are not zero, line by line.
//
// Leaving out the others changes a product only where 0 would meet an infinity
// or a NaN, and 0·∞ is NaN. So the products ask first whether the other
// operand is finite, and otherwise do all of the work: a network that diverges
// is seen at the same step.
type nonzeros struct {
	full, infinite atomic.Bool // too many elements for the list to be of use; some are infinite or NaN
	most           int         // elements that a line may have
	count          []int       // of line i
	index          []int32     // of line i from i·most on, and so are the values
	value          []float64
}

// reserve takes memory for lines of at most most elements.
func (l *nonzeros) reserve(lines, most int) {
	l.most = most
	if len(l.count) < lines || len(l.value) < lines*most {
		l.count, l.index, l.value = make([]int, lines), make([]int32, lines*most), make([]float64, lines*most)
	}
}

func (l *nonzeros) line(i int) ([]int32, []float64) {
	from, to := i*l.most, i*l.most+l.count[i]
	return l.index[from:to], l.value[from:to]
}

// listed returns how many elements the first lines have.
func (l *nonzeros) listed(lines int) (sum int) {
	for _, count := range l.count[:lines] {
		sum += count
	}
	return sum
}

// find lists the rows of X, n×k, for a product with o columns, and reports
// whether to use the lists: not for a small product, nor for one whose lists
// might take more than 12 MB, nor when more than a third of X is not zero,
// because gonum's products do three elements in the time of one from a list.
// With vectors, how many are not zero does not matter.
func (p *product) find(l *nonzeros, x *blas64.General, o int) bool {
	n, k := x.Rows, x.Cols
	if n < 16 || o < 16 || k < 32 || k < 128 && !vector || n*k > 1<<20 {
		return false
	}
	l.reserve(n, k)
	if !vector {
		p.reserveTransposed(k, o) // for batches with more
	}
	l.full.Store(false)
	l.infinite.Store(false)
	p.x, p.nonzeros = x, l
	p.crew.share(p, n, 8*n*k, (*product).listRows) // an element takes as long as eight multiply-adds
	return vector || !l.full.Load() && l.listed(n) <= n*k/3
}

// listRows lists rows of X, unless one has been found that is too full.
func (p *product) listRows(from, to int) {
	l := p.nonzeros
	for i := from; i < to && !l.full.Load(); i++ {
		x, count := line(p.x, i), 0
		index, value := l.index[i*l.most:][:len(x)], l.value[i*l.most:][:len(x)]
		for c, v := range x { // without a branch: what comes next overwrites a zero
			index[count], value[count] = int32(c), v
			if v != 0 {
				count++
			}
		}
		l.count[i] = count
		if vector {
			continue // which asks neither
		}
		if count > len(x)/2 {
			l.full.Store(true)
		}
		if !isFinite(value[:count]) {
			l.infinite.Store(true)
		}
	}
}

// isFinite reports whether no element of v is infinite or NaN. (A sum may also
// overflow; then the answer is no, and only time is lost.)
func isFinite(v []float64) bool {
	sum := floats.Sum(v)
	return sum-sum == 0
}

func allFinite(m *blas64.General) bool {
	for i := range m.Rows {
		if !isFinite(line(m, i)) {
			return false
		}
	}
	return true
}

// A group is four neighbouring rows of θ or G. The last may have fewer.
func groups(o int) int { return (o + 3) / 4 }

// fourLines returns rows j to j+3 of m. The last one stands for those that
// would come behind it.
func fourLines(m *blas64.General, j int) (r0, r1, r2, r3 []float64) {
	last := m.Rows - 1
	r0, r1, r2, r3 = line(m, j), line(m, min(j+1, last)), line(m, min(j+2, last)), line(m, min(j+3, last))
	return r0, r1[:len(r0)], r2[:len(r0)], r3[:len(r0)]
}

// forwardGroups computes Z = A θᵀ from the lists of A, four columns at a time.
// The conversions forbid a fused multiply-add, whose bits would be others.
func (p *product) forwardGroups(from, to int) {
	for j := 4 * from; j < min(4*to, p.c.Cols); j += 4 {
		t0, t1, t2, t3 := fourLines(p.y, j)
		whole := isFinite(t0) && isFinite(t1) && isFinite(t2) && isFinite(t3)
		for i := range p.c.Rows {
			var s0, s1, s2, s3 float64
			if whole {
				index, value := p.nonzeros.line(i)
				value = value[:len(index)]
				for q, c := range index {
					v := value[q]
					s0 += float64(v * t0[c])
					s1 += float64(v * t1[c])
					s2 += float64(v * t2[c])
					s3 += float64(v * t3[c])
				}
			} else {
				for c, v := range line(p.x, i) {
					s0 += float64(v * t0[c])
					s1 += float64(v * t1[c])
					s2 += float64(v * t2[c])
					s3 += float64(v * t3[c])
				}
			}
			z := line(p.c, i)[j:]
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
func (p *product) gradientGroups(from, to int) {
	for first := 4 * from; first < min(4*to, p.c.Rows); first += 4 {
		end := min(first+4, p.c.Rows)
		for j := first; j < end; j++ {
			clear(line(p.c, j))
		}
		for i := range p.x.Rows {
			index, value := p.nonzeros.line(i)
			var wait []float64 // a row that waits for a second one
			var d0 float64
			for j, d := range line(p.x, i)[first:end] {
				switch {
				case d == 0:
				case wait == nil:
					wait, d0 = line(p.c, first+j), d
				default:
					addBoth(wait, line(p.c, first+j), d0, d, index, value)
					wait = nil
				}
			}
			if wait != nil {
				add(wait, d0, index, value)
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

func add(g []float64, d float64, index []int32, value []float64) {
	value = value[:len(index)]
	for q, c := range index {
		g[c] += float64(d * value[q])
	}
}
