package product

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// operands are the matrices of a layer's three products for n examples, k
// inputs with the bias unit, and o units. Each lies in a larger one of its
// own: what is outside must not be read (it is NaN) nor written.
type operands struct{ z, a, theta, thetaBar, d, delta, g *mat.Dense }

func newOperands(n, k, o int, zeros float64, rng *rand.Rand) operands {
	inside := func(r, c int, zeros float64) *mat.Dense {
		if c == 0 {
			return nil
		}
		stride := c + rng.IntN(4)
		data := make([]float64, r*stride+5)
		for i := range data {
			data[i] = math.NaN()
		}
		m := new(mat.Dense)
		m.SetRawMatrix(blas64.General{Rows: r, Cols: c, Stride: stride, Data: data[3 : 3+(r-1)*stride+c]})
		for i := range r {
			for c := range c {
				v := rng.NormFloat64()
				if rng.Float64() < zeros {
					v = 0
				}
				m.Set(i, c, v)
			}
		}
		return m
	}
	x := operands{a: inside(n, k, zeros), theta: inside(o, k, 0), delta: inside(n, o, 0.5), z: inside(n, o, 0), d: inside(n, k-1, 0), g: inside(o, k, 0)}
	for i := range n {
		x.a.Set(i, 0, 1)
	}
	if k > 1 {
		x.thetaBar = x.theta.Slice(0, o, 1, k).(*mat.Dense)
	}
	return x
}

// spoil overwrites the results: what stands there before must not matter.
func (x *operands) spoil() {
	for _, m := range []*mat.Dense{x.z, x.d, x.g} {
		if m == nil {
			continue
		}
		for i := range m.RawMatrix().Data {
			m.RawMatrix().Data[i] = math.NaN()
		}
	}
}

func (x *operands) run(p *Product) {
	x.spoil()
	p.Forward(x.z, x.a, x.theta)
	p.Gradient(x.g, x.delta, x.a)
	if x.d != nil {
		p.Backward(x.d, x.delta, x.thetaBar)
	}
}

// runTiles does what run does on a processor without gonum's assembly.
func (x *operands) runTiles(p *Product) {
	x.spoil()
	p.set(x.z, x.a, x.theta)
	p.crew.share(p, pairs(p.c.Rows), 0, (*Product).forwardPairs)
	p.set(x.g, x.delta, x.a)
	p.crew.share(p, pairs(p.c.Rows), 0, (*Product).gradientPairs)
	if x.d != nil {
		p.set(x.d, x.delta, x.thetaBar)
		p.crew.share(p, pairs(p.c.Rows), 0, (*Product).backwardPairs)
	}
}

// check compares the results with the reference. An element may differ from it
// by 1e-13 of the sum of the sizes of its terms.
func (x operands) check(t *testing.T) {
	t.Helper()
	for _, c := range []struct {
		name             string
		got, left, right *mat.Dense
		reference        func(c, x, y *mat.Dense)
	}{
		{"forward", x.z, x.a, x.theta, forwardReference},
		{"gradient", x.g, x.delta, x.a, gradientReference},
		{"backward", x.d, x.delta, x.thetaBar, backwardReference},
	} {
		if c.got == nil {
			continue
		}
		rows, cols := c.got.Dims()
		want := mat.NewDense(rows, cols, nil)
		c.reference(want, c.left, c.right)
		var size *mat.Dense
		sizeOf := func(i, j int) float64 {
			if size == nil {
				size = mat.NewDense(rows, cols, nil)
				c.reference(size, absolute(c.left), absolute(c.right))
			}
			return size.At(i, j)
		}
		for i := range rows {
			for j := range cols {
				got, want := c.got.At(i, j), want.At(i, j)
				same := got == want || math.IsNaN(got) && math.IsNaN(want) || math.Abs(got-want) <= 1e-13*sizeOf(i, j) && !math.IsInf(want, 0)
				if !same {
					t.Fatalf("%s: element %d, %d is %g, want %g", c.name, i, j, got, want)
				}
			}
			raw := c.got.RawMatrix()
			for c, v := range raw.Data[i*raw.Stride+cols : min((i+1)*raw.Stride, len(raw.Data))] {
				if !math.IsNaN(v) {
					t.Fatalf("wrote %g to %d places right of row %d", v, c+1, i)
				}
			}
		}
	}
}

func absolute(m *mat.Dense) *mat.Dense {
	var a mat.Dense
	a.Apply(func(_, _ int, v float64) float64 { return math.Abs(v) }, m)
	return &a
}

// large shapes, for every way a product can go: shared among processors,
// with few nonzeros, with a last group that is not full.
var large = []struct {
	n, k, o int
	zeros   float64
	few     bool
}{
	{64, 785, 128, 0.8, true},
	{64, 785, 128, 0.1, false},
	{16, 128, 16, 0.9, true},
	{17, 130, 19, 0.9, true},
	{16, 131, 17, 1, true},
	{1000, 65, 10, 0.5, false},
	{64, 129, 64, 0.5, false},
	{65, 67, 63, 0.9, false},
	{1, 785, 400, 0.9, false},
}

func TestProductsAreTheirSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	p := New(new(Crew))
	for n := 1; n <= 20; n++ {
		for k := 1; k <= 20; k++ {
			for o := 1; o <= 20; o++ {
				if n > 5 && k > 5 && o > 5 && rng.IntN(8) > 0 {
					continue
				}
				x := newOperands(n, k, o, 0.3, rng)
				x.run(p)
				x.check(t)
				x.runTiles(p)
				x.check(t)
			}
		}
	}
	eachWay(t, testLargeProducts)
}

func testLargeProducts(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 3))
	p := New(new(Crew))
	for _, s := range large {
		t.Run(fmt.Sprintf("%dx%dx%d", s.n, s.k, s.o), func(t *testing.T) {
			x := newOperands(s.n, s.k, s.o, s.zeros, rng)
			x.runTiles(p)
			x.check(t)
			x.run(p)
			x.check(t)
			want := s.few || hasVectors && s.n >= 16 && s.k >= 32 && s.o >= 16
			if p.usesNonzerosOfA != want {
				t.Errorf("lists used: %v, want %v", p.usesNonzerosOfA, want)
			}
		})
	}
}

// A zero of A must not hide an infinity or a NaN of θ or Δ, nor may an
// infinity turn up where there is none.
func TestProductsWithoutEnd(t *testing.T) { eachWay(t, testProductsWithoutEnd) }

func testProductsWithoutEnd(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	p := New(new(Crew))
	for _, s := range large {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, 5e-324} {
			for _, where := range []string{"θ", "Δ", "A"} {
				x := newOperands(s.n, s.k, s.o, s.zeros, rng)
				m := map[string]*mat.Dense{"θ": x.theta, "Δ": x.delta, "A": x.a}[where]
				rows, cols := m.Dims()
				for range 3 {
					m.Set(rng.IntN(rows), rng.IntN(cols), v)
				}
				x.run(p)
				t.Run(fmt.Sprintf("%dx%dx%d %g in %s", s.n, s.k, s.o, v, where), x.check)
			}
		}
	}
}

func TestProductsSameBits(t *testing.T) { eachWay(t, testProductsSameBits) }

func testProductsSameBits(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, s := range large {
		var first [][]float64
		for _, processors := range []int{1, 2, 8, 3} {
			runtime.GOMAXPROCS(processors)
			x := newOperands(s.n, s.k, s.o, s.zeros, rand.New(rand.NewPCG(5, 6)))
			p := New(new(Crew))
			for range 3 {
				x.run(p)
				var got [][]float64
				for _, m := range []*mat.Dense{x.z, x.g, x.d} {
					rows, _ := m.Dims()
					for i := range rows {
						got = append(got, slices.Clone(m.RawRowView(i)))
					}
				}
				if first == nil {
					first = got
				}
				for i := range got {
					if !slices.EqualFunc(got[i], first[i], func(v, w float64) bool { return math.Float64bits(v) == math.Float64bits(w) }) {
						t.Fatalf("%d×%d×%d: other bits with %d processors", s.n, s.k, s.o, processors)
					}
				}
			}
		}
	}
}

func TestProductsAllocateNothing(t *testing.T) { eachWay(t, testProductsAllocateNothing) }

func testProductsAllocateNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, s := range large {
		p := New(new(Crew))
		x := newOperands(s.n, s.k, s.o, s.zeros, rng)
		if a := testing.AllocsPerRun(20, func() { x.run(p) }); a != 0 {
			t.Errorf("%d×%d×%d: %g allocations", s.n, s.k, s.o, a)
		}
	}
}

// With helpers too, but for a goroutine now and then; AllocsPerRun is for one
// processor.
func TestHelpersAllocateHardlyAnything(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	p := New(new(Crew))
	x := newOperands(64, 785, 128, 0.8, rand.New(rand.NewPCG(7, 9)))
	x.run(p)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 50 {
		x.run(p)
	}
	runtime.ReadMemStats(&after)
	if n := after.Mallocs - before.Mallocs; n > 100 { // a run has three products; an allocation in each would be 150
		t.Errorf("%d allocations in 50 steps", n)
	}
}

// Two networks may be trained at the same time.
func TestProductsTogether(t *testing.T) {
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(9, uint64(i)))
			p := New(new(Crew))
			for range 5 {
				x := newOperands(64, 300, 40, 0.8, rng)
				x.run(p)
				x.check(t)
			}
		})
	}
}
