package regression

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
)

// checkShapes panics when X is nil or y has not as many values as X has rows. It
// returns X as a *mat.Dense that must not be written to.
func checkShapes(caller string, X mat.Matrix, y []float64) *mat.Dense {
	d := dense(caller, X)
	if n, _ := d.Dims(); n != len(y) {
		panic(shapeText(caller, "y", len(y), n))
	}
	return d
}

// dense returns X itself if it is a *mat.Dense and a copy otherwise.
func dense(caller string, X mat.Matrix) *mat.Dense {
	d, ok := X.(*mat.Dense)
	if X == nil || (ok && d == nil) {
		panic("regression: " + caller + ": X is nil")
	}
	if ok {
		return d
	}
	if n, p := X.Dims(); n == 0 || p == 0 {
		return &mat.Dense{}
	}
	return mat.DenseCopyOf(X)
}

// checkFinite returns a *dataset.NotFinite for the first NaN, Inf or number beyond
// ±1e150, in X first.
func checkFinite(X *mat.Dense, y []float64) error {
	if err := dataset.CheckFinite("X", X); err != nil {
		return err
	}
	return dataset.CheckFiniteVec("y", y)
}

// checkLambda returns a *optimizer.BadParameter unless 0 ≤ λ < ∞.
func checkLambda(lambda float64) error {
	if !(lambda >= 0) || math.IsInf(lambda, 1) {
		return &optimizer.BadParameter{Name: "λ", Value: lambda, Want: "a finite number, 0 or more"}
	}
	return nil
}

// checkOnes panics unless column 0 is the ones column: a method with a penalty
// treats it as the bias, and must not do that to a feature.
func checkOnes(caller string, X *mat.Dense) {
	n, _ := X.Dims()
	for i := range n {
		if v := X.At(i, 0); v != 1 {
			panic(fmt.Sprintf("regression: %s: column 0 of X must be the ones column x_i0 = 1, row %d holds %g; use Design or WithOnes", caller, i, v))
		}
	}
}

// shapeText is the text of a panic about a vector of a wrong length.
func shapeText(caller, name string, got, want int) string {
	return fmt.Sprintf("regression: %s: %s has %d values, X has %d rows", caller, name, got, want)
}

// absolute returns |v_i| for every i.
func absolute(v []float64) []float64 {
	a := make([]float64, len(v))
	for i := range v {
		a[i] = math.Abs(v[i])
	}
	return a
}
