package regression

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats"
)

// farther are outliers up to what data may hold.
var farther = []float64{1e6, 1e10, 1e12, 1e13, 1e14, 1e15, 1e16, 1e20, 1e60, 1e150}

// TestLeastAbsoluteFarOutlier: how far off an outlier is changes nothing.
func TestLeastAbsoluteFarOutlier(t *testing.T) {
	for _, o := range farther {
		for _, side := range []float64{1, -1} {
			X := Design([]float64{-5, 5, -4, -6, -2, -3, -6}, Polynomial(1))
			want := []float64{-2, -0.8}
			if side < 0 {
				want = []float64{-2.25, -0.75}
			}
			f, err := LeastAbsolute(X, []float64{2, -6, 6, side * o, 4, 0, -9})
			if err != nil {
				t.Errorf("outlier %g: %v", side*o, err)
				continue
			}
			near(t, "θ", f.Theta, want, 1e-15)
		}
	}
}

// TestLeastAbsoluteFarMean: neither does a large mean of y.
func TestLeastAbsoluteFarMean(t *testing.T) {
	f, err := LeastAbsolute(Design(make([]float64, 5), nil), []float64{1e14, 1e14, 1e14, 1e14 + 0.3, 1e14 + 0.5})
	if err != nil || f.Theta[0] != 1e14 {
		t.Errorf("θ = %.17g, error %v, want the value of three in five, 1e14", f.Theta, err)
	}
}

// TestLeastAbsoluteFarByTrial compares with every line through two of the points. The
// loss is asked of outliers at 1e6, where it has all its digits: θ is the same.
func TestLeastAbsoluteFarByTrial(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	tried := 0
	for range 300 {
		n := 5 + rng.IntN(6)
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i], y[i] = float64(rng.IntN(13)-6), float64(rng.IntN(21)-10)
		}
		outliers := 1 + rng.IntN(2)
		for i := range outliers {
			y[i] = math.Copysign(1e6, y[i])
		}
		loss := func(a, b float64) (sum float64) {
			for i := range x {
				sum += math.Abs(y[i] - a - b*x[i])
			}
			return sum
		}
		best, passes := math.Inf(1), false
		for i := range x {
			for j := range i {
				if x[i] == x[j] {
					continue
				}
				b := (y[i] - y[j]) / (x[i] - x[j])
				v := loss(y[i]-b*x[i], b)
				if v < best*(1-1e-10) {
					best, passes = v, false
				}
				passes = passes || j < outliers && v <= best*(1+1e-10)
			}
		}
		if math.IsInf(best, 1) || passes { // A fit through an outlier goes with it, also when others are as good.
			continue
		}
		tried++
		X := Design(x, Polynomial(1))
		for _, o := range []float64{1e12, 1e14, 1e20, 1e100} {
			far := slices.Clone(y)
			floats.Scale(o/1e6, far[:outliers])
			f, err := LeastAbsolute(X, far)
			if err != nil {
				t.Fatalf("x = %v, y = %v: %v", x, far, err)
			}
			if got := loss(f.Theta[0], f.Theta[1]); !(got <= best+1e-8) {
				t.Errorf("x = %v, y = %v: Σ|r| = %.15g, the best is %.15g", x, far, got, best)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d problems tried", tried)
	}
}

// TestLeastAbsoluteWide: sizes of x and y that differ by powers of ten make points of
// great leverage, which the fit has to meet however far off they look at first.
func TestLeastAbsoluteWide(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 3))
	for range 5000 {
		n := 4 + rng.IntN(9)
		wide := func(decades int) float64 {
			return math.Round(rng.NormFloat64() * math.Pow(10, float64(decades)*rng.Float64()*rng.Float64()))
		}
		x, y := make([]float64, n), make([]float64, n)
		decadesX, decadesY := rng.IntN(9), rng.IntN(12)
		for i := range x {
			x[i], y[i] = wide(decadesX), wide(decadesY)
		}
		best := math.Inf(1)
		for i := range x {
			for j := range i {
				sum := 0.0
				for k := range x {
					if k != i && k != j {
						sum += math.Abs(y[k] - y[i] - (y[i]-y[j])/(x[i]-x[j])*(x[k]-x[i]))
					}
				}
				if x[i] != x[j] {
					best = min(best, sum)
				}
			}
		}
		if math.IsInf(best, 1) {
			continue
		}
		f, err := LeastAbsolute(Design(x, Polynomial(1)), y)
		if err != nil {
			t.Fatalf("x = %v, y = %v: %v", x, y, err)
		}
		rounding := 1e-15 * floats.Norm(f.Fitted, 1)
		if got := floats.Norm(f.Residuals, 1); !(got <= best*(1+1e-11)+rounding) {
			t.Errorf("x = %v, y = %v: Σ|r| = %.15g, the best is %.15g", x, y, got, best)
		}
	}
}

// TestLeastAbsoluteFarButMet: three points at x = 1e6 look far off the line of least
// squares, but the best line goes through the middle one.
func TestLeastAbsoluteFarButMet(t *testing.T) {
	x := []float64{0, 0.2, 0.4, 0.6, 0.8, 1, 1e6, 1e6, 1e6}
	y := []float64{0.01, -0.01, 0.02, 0, -0.02, 0.01, 0, 1e5, -3e5}
	f, err := LeastAbsolute(Design(x, Polynomial(1)), y)
	if err != nil {
		t.Fatal(err)
	}
	if !(math.Abs(f.Fitted[6]) <= 1e-9) {
		t.Errorf("ŷ is %g at (1e6, 0), want 0", f.Fitted[6])
	}
}

// TestStudentTFarOutlier: s is that of the other five points, beside a large mean too.
// The values were computed with 60 digits.
func TestStudentTFarOutlier(t *testing.T) {
	X := Design(make([]float64, 6), nil)
	for _, o := range farther[1:] {
		for _, c := range []struct {
			y            []float64
			theta, scale float64
		}{
			{[]float64{1, 2, 3.1, 4, 5, o}, 3.02258568398, 3.415769832058},
			{[]float64{1e9 + 1, 1e9 + 2, 1e9 + 3.125, 1e9 + 4, 1e9 + 5, 1e9 + o}, 1000000003.028229, 3.41659458616},
		} {
			f, err := StudentT(X, c.y, 4)
			if err != nil {
				t.Errorf("outlier %g: %v", o, err)
				continue
			}
			near(t, "θ", f.Theta, []float64{c.theta}, 1e-9)
			near1(t, "s", f.Scale, c.scale, 1e-8)
			near1(t, "ln L", f.LogLikelihood, -119.2945-5*math.Log(o/1e10), 1e-5)
		}
	}
}

// TestStudentTNearlyPerfect: four of five points lie on one fit, which with ν = 4 is
// the edge, or nearly. (0, 0, 0, 0.3, 0.5) was computed with 60 digits.
func TestStudentTNearlyPerfect(t *testing.T) {
	X := Design(make([]float64, 5), nil)
	var perfect *PerfectFit
	if _, err := StudentT(X, []float64{0, 0, 0, 0, 0.35}, 4); !errors.As(err, &perfect) || perfect.Exact != 4 {
		t.Errorf("4 of 5 points on one fit: %v", err)
	}
	f, err := StudentT(X, []float64{0, 0, 0, 0.3, 0.5}, 4)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "θ", f.Theta, []float64{0.1213700352153}, 1e-10)
	near1(t, "s", f.Scale, 0.1838948847520, 1e-10)
	if f, err = StudentT(X, []float64{0, 1e-9, 0, -2e-9, 0.35}, 4); err != nil {
		t.Fatal(err)
	}
	near1(t, "mean weight", floats.Sum(f.Weights)/5, 1, 1e-9)
}
