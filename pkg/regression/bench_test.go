package regression

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// bigProblem is the size at which speed is compared: 100,000 points, 50
// correlated features, ten of which matter.
func bigProblem() (*mat.Dense, []float64) {
	const n, p = 100_000, 50
	rng := rand.New(rand.NewPCG(4, 4))
	X, y := mat.NewDense(n, p+1, nil), make([]float64, n)
	for i := range n {
		row, common := X.RawRowView(i), 0.5*rng.NormFloat64()
		row[0] = 1
		for k := 1; k <= p; k++ {
			row[k] = rng.NormFloat64() + common
			if k <= 10 {
				y[i] += float64(k-5) * row[k]
			}
		}
		y[i] += rng.NormFloat64()
	}
	return X, y
}

func BenchmarkBig(b *testing.B) {
	X, y := bigProblem()
	for _, c := range []struct {
		name string
		fit  func() error
	}{
		{"gonum-QR", func() error {
			var qr mat.QR
			var theta mat.VecDense
			qr.Factorize(X)
			return qr.SolveVecTo(&theta, false, mat.NewVecDense(len(y), y))
		}},
		{"gonum-normal", func() error {
			var XtX mat.SymDense
			var Xty, theta mat.VecDense
			var chol mat.Cholesky
			XtX.SymOuterK(1, X.T())
			Xty.MulVec(X.T(), mat.NewVecDense(len(y), y))
			chol.Factorize(&XtX)
			return chol.SolveVecTo(&theta, &Xty)
		}},
		{"LeastSquares", func() error { _, err := LeastSquares(X, y); return err }},
		{"NormalEquation", func() error { _, err := NormalEquation(X, y); return err }},
		{"Ridge", func() error { _, err := Ridge(X, y, 0.001); return err }},
		{"Lasso", func() error { _, err := Lasso(X, y, 0.05); return err }},
		{"LassoPath-100", func() error { _, err := LassoPath(X, y, 100); return err }},
		{"Bayes", func() error { _, err := Bayes(X, y, 0.001); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.fit(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRobust(b *testing.B) {
	X, y := someData(10_000, 10)
	b.Run("LeastAbsolute", func(b *testing.B) {
		for b.Loop() {
			if _, err := LeastAbsolute(X, y); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("StudentT", func(b *testing.B) {
		for b.Loop() {
			if _, err := StudentT(X, y, 4); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkClasses(b *testing.B) {
	X, labels := someClasses(10_000, 20, 4)
	two := make([]int, len(labels))
	for i := range two {
		two[i] = labels[i] % 2
	}
	b.Run("Logistic", func(b *testing.B) {
		for b.Loop() {
			if _, err := Logistic(X, two, Config{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Softmax", func(b *testing.B) {
		for b.Loop() {
			if _, err := Softmax(X, labels, 4, Config{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
