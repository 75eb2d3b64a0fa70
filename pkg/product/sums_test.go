package product

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// cube is a g whose value and slope cannot be taken for each other.
type cube struct{}

func (cube) Value(a, z []float64) {
	for k, v := range z {
		a[k] = v * v * v
	}
}

func (cube) Backward(delta, z, _ []float64) {
	for k, v := range z {
		delta[k] *= 3 * v * v
	}
}

func normal(r, c int, rng *rand.Rand) *mat.Dense {
	m := mat.NewDense(r, c, nil)
	m.Apply(func(_, _ int, _ float64) float64 { return rng.NormFloat64() }, m)
	return m
}

// Apply and TimesSlope do every row, small or large, with one processor or more.
func TestApply(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	rng := rand.New(rand.NewPCG(17, 18))
	for _, processors := range []int{1, 3} {
		runtime.GOMAXPROCS(processors)
		p := New(new(Crew))
		for _, n := range []int{1, 2, 7, 1000} {
			z, delta := normal(n, 65, rng), normal(n, 65, rng)
			a, want := mat.NewDense(n, 65, nil), mat.DenseCopyOf(delta)
			p.Apply(cube{}, a, z)
			p.TimesSlope(cube{}, delta, z, a)
			for i := range n {
				for k := range 65 {
					v := z.At(i, k)
					if a.At(i, k) != v*v*v || delta.At(i, k) != want.At(i, k)*(3*v*v) {
						t.Fatalf("%d rows, %d processors: a_%d%d = %g and δ = %g for z = %g", n, processors, i, k, a.At(i, k), delta.At(i, k), v)
					}
				}
			}
		}
	}
}

func TestSumSquares(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	p := New(new(Crew))
	for _, s := range [][2]int{{1, 1}, {3, 5}, {16, 17}, {300, 200}, {2, 40000}} { // the last two are summed row by row
		m := normal(s[0], s[1], rng)
		want := 0.0
		for _, v := range m.RawMatrix().Data {
			want += v * v
		}
		if got := p.SumSquares(m); math.Abs(got-want) > 1e-12*want {
			t.Errorf("%d×%d: Σ m² = %g, want %g", s[0], s[1], got, want)
		}
	}
}

func TestAddScaled(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for n := range 40 {
		theta, g := make([]float64, n), make([]float64, n)
		want := make([]float64, n)
		for j := range g {
			theta[j], g[j] = rng.NormFloat64(), rng.NormFloat64()
			want[j] = theta[j] - 0.5*g[j] // 0.5·g is exact, so a fused multiply-add changes nothing
		}
		AddScaled(theta, -0.5, g)
		for j := range want {
			if theta[j] != want[j] {
				t.Fatalf("n = %d: θ_%d is %g, want %g", n, j, theta[j], want[j])
			}
		}
	}
}
