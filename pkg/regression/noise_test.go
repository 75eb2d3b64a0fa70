package regression

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// noises is testdata/noise.json, which NumPy and SciPy made.
type noises struct {
	Fixed, Lowest [][]float64
	Balls         []struct {
		Alpha, Exact float64
		B            int
		Ball         [][]float64
	}
}

// lineDesign is the design of chapter 08: the mass above 2000 lb in 1000 lb.
func lineDesign() (*mat.Dense, []float64) {
	cars := dataset.AutoMPG()
	x := cars.Column("weight_lb")
	floats.AddConst(-2000, x)
	floats.Scale(1e-3, x)
	return Design(x, Polynomial(1)), cars.Column("mpg")
}

// nearMatrix compares matrices relative to the largest entry.
func nearMatrix(t *testing.T, what string, got mat.Matrix, want [][]float64, rel float64) {
	t.Helper()
	r, c := got.Dims()
	if r != len(want) || c != len(want[0]) {
		t.Fatalf("%s: %d×%d, want %d×%d", what, r, c, len(want), len(want[0]))
	}
	size := 0.0
	for _, row := range want {
		size = max(size, floats.Norm(row, math.Inf(1)))
	}
	for j, row := range want {
		for k, w := range row {
			if !(math.Abs(got.At(j, k)-w) <= rel*size) {
				t.Errorf("%s[%d][%d] = %.15g, want %.15g", what, j, k, got.At(j, k), w)
			}
		}
	}
}

// What chapter 08 says of the noise, by NumPy and SciPy, and measured with rows drawn with replacement.
func TestNoiseReference(t *testing.T) {
	text, err := os.ReadFile("testdata/noise.json")
	if err != nil {
		t.Fatal(err)
	}
	var want noises
	if err := json.Unmarshal(text, &want); err != nil || len(want.Balls) != 6 {
		t.Fatalf("%d balls, %v", len(want.Balls), err)
	}
	X, y := lineDesign()
	fit, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	nearMatrix(t, "C at (25, −5)", GradientNoise(X, y, []float64{25, -5}), want.Fixed, 1e-12)
	nearMatrix(t, "C at the minimum", GradientNoise(X, y, fit.Theta), want.Lowest, 1e-12)
	for _, b := range want.Balls {
		S, err := NoiseBall(X, y, b.Alpha, b.B)
		if err != nil {
			t.Fatal(err)
		}
		what := fmt.Sprintf("α = %g, B = %d", b.Alpha, b.B)
		nearMatrix(t, what, S, b.Ball, 1e-10)
		radius := math.Sqrt(mat.Trace(S))
		if !(radius < b.Exact && b.Exact < 1.033*radius) { // small α is what the equation holds for
			t.Errorf("%s: radius %g, exactly %g", what, radius, b.Exact)
		}
		if b.Alpha == 0.1 {
			near1(t, what+": radius of a walk", walkedRadius(X, y, fit.Theta, b.Alpha, b.B), b.Exact, 0.03)
		}
	}
}

// walkedRadius is the root mean square distance from the minimum in 200,000 steps with replacement.
func walkedRadius(X *mat.Dense, y, lowest []float64, alpha float64, size int) float64 {
	rng := rand.New(rand.NewPCG(8, 8))
	theta, grad, sum := []float64{lowest[0], lowest[1]}, make([]float64, 2), 0.0
	const burn, steps = 1000, 200_000
	for t := range burn + steps {
		clear(grad)
		for range size {
			i := rng.IntN(len(y))
			row := X.RawRowView(i)
			floats.AddScaled(grad, (floats.Dot(row, theta)-y[i])/float64(size), row)
		}
		floats.AddScaled(theta, -alpha, grad)
		if t >= burn {
			d := floats.Distance(theta, lowest, 2)
			sum += d * d / steps
		}
	}
	return math.Sqrt(sum)
}

// Σ solves HΣ + ΣH = αC/B with any number of weights, and the mean excess of J is ½ tr HΣ = α tr C/(4B).
func TestNoiseBall(t *testing.T) {
	X, y := someData(40, 3)
	fit, err := LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	S, err := NoiseBall(X, y, 0.05, 7)
	if err != nil {
		t.Fatal(err)
	}
	var H, HS, both mat.Dense
	H.Mul(X.T(), X)
	H.Scale(1./40, &H)
	HS.Mul(&H, S)
	both.Add(&HS, HS.T()) // ΣH is the transpose of HΣ
	C := GradientNoise(X, y, fit.Theta)
	want := make([][]float64, 4)
	for j := range want {
		want[j] = mat.Row(nil, j, C)
		floats.Scale(0.05/7, want[j])
	}
	nearMatrix(t, "HΣ + ΣH", &both, want, 1e-12)
	near1(t, "½ tr HΣ", mat.Trace(&HS)/2, 0.05*mat.Trace(C)/(4*7), 1e-12)
}

func TestNoiseErrors(t *testing.T) {
	X, y := someData(10, 2)
	var bad *optimizer.BadParameter
	if _, err := NoiseBall(X, y, 0, 4); !errors.As(err, &bad) {
		t.Errorf("α = 0: %v", err)
	}
	var few *TooFewPoints
	if _, err := NoiseBall(X.Slice(0, 2, 0, 3), y[:2], 0.1, 1); !errors.As(err, &few) {
		t.Errorf("two points: %v", err)
	}
	panics(t, "size 0", "regression: NoiseBall: size is 0, want 1 or more", func() { NoiseBall(X, y, 0.1, 0) })
	panics(t, "θ too short", "regression: Gradient: ", func() { GradientNoise(X, y, []float64{1}) })
}

// ExampleGradientNoise compares two mini-batches of 16 cars with the full gradient at θ = (25, −5).
func ExampleGradientNoise() {
	cars := dataset.AutoMPG()
	x, y := cars.Column("weight_lb"), cars.Column("mpg")
	floats.AddConst(-2000, x)
	floats.Scale(1e-3, x)
	X := Design(x, Polynomial(1))
	theta := []float64{25, -5}
	C := GradientNoise(X, y, theta)
	fmt.Printf("full gradient (%.2f, %.2f)\n", Gradient(X, y, theta)[0], Gradient(X, y, theta)[1])
	fmt.Printf("16 cars: ± (%.2f, %.2f)\n", math.Sqrt(C.At(0, 0)/16), math.Sqrt(C.At(1, 1)/16))
	// Output:
	// full gradient (-3.37, -1.35)
	// 16 cars: ± (1.22, 0.87)
}
