package regression

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// checkShapes panics on what only the program can be to blame for and returns
// X as a *mat.Dense that must not be written to.
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

// largest is how large an input may be; the room up to 1.8e308 is for sums over
// the points.
const largest = 1e304

// checkFinite looks for NaN, Inf and numbers above 1e304, in X first, row by
// row.
func checkFinite(X *mat.Dense, y []float64) error {
	n, _ := X.Dims()
	for i := range n {
		for k, v := range X.RawRowView(i) {
			if math.Abs(v) <= largest {
				continue // false for NaN
			}
			return checkValue("X", i, k, v)
		}
	}
	return checkVector("y", y)
}

func checkVector(name string, v []float64) error {
	for i := range v {
		if err := checkValue(name, i, -1, v[i]); err != nil {
			return err
		}
	}
	return nil
}

func checkValue(name string, row, column int, v float64) error {
	switch {
	case !finite(v):
		return &NotFinite{Where: name, Row: row, Column: column, Value: v}
	case math.Abs(v) > largest:
		return &Overflow{What: fmt.Sprintf("a sum over the points (%s is %.3g in row %d)", name, v, row)}
	}
	return nil
}

// finite reports whether v is neither NaN nor ±Inf: both give NaN here.
func finite(v float64) bool { return v-v == 0 }

// checkLambda wants 0 ≤ λ < ∞.
func checkLambda(lambda float64) error {
	if !(lambda >= 0) || math.IsInf(lambda, 1) {
		return &BadParameter{Name: "λ", Value: lambda, Want: "a finite number, 0 or more"}
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

func shapeText(caller, name string, got, want int) string {
	return fmt.Sprintf("regression: %s: %s has %d values, X has %d rows", caller, name, got, want)
}
