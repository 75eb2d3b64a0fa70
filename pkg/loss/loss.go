// Package loss turns the misfit between observed y and estimated ŷ into one
// number, the deck's "intuitive number to represent deviation from target".
//
// For n points with residuals r_i = ŷ_i − y_i, MSE is the mean of their squares
// (units of y squared), RMSE its root (units of y), MAE the mean of their
// absolute values (units of y, and one outlier counts once, not squared), and
// R2 compares MSE with the variance of y (no unit: 1 is perfect, 0 is no
// better than always saying the mean). With the deck's J(θ) = 1/(2n) |y − Xθ|²
// the first is MSE = 2J, and |y − Xθ|² = 2n·J.
//
// What a network minimises is a Func: J(ŷ, y), a mean over n examples, with its
// gradient ∂J/∂ŷ. For a response, SquaredError (the deck's J with its ½),
// AbsoluteError, Huber; for classes, BinaryCrossEntropy and CrossEntropy, which
// take z, the output before sigmoid or softmax (the logits), and Hinge. Four
// more are negative log-likelihoods of chapter 13, NormalNLL, StudentTNLL,
// BernoulliNLL and CategoricalNLL, with every constant: −ln L = n·J. Classes,
// Accuracy and Confusion count what was classified rightly, and ask the loss how it
// reads ŷ: a single logit says class 1 above 0, a single probability above ½.
//
// Slides: "Univariate linear regression, Loss (cost) function" and "Note on
// loss function for classification" in "Introduction to Artificial Neural
// Networks", Andrea Santamaría García, KIT-LAS, 2022. Slices or matrices of
// different size, or empty ones, panic.
package loss

import (
	"fmt"
	"math"
	"slices"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
)

// MSE returns the mean squared error, 1/n Σ (ŷ_i − y_i)², in units of y
// squared. It is +Inf when a square is too large for float64.
func MSE(yhat, y []float64) float64 {
	checkSame("MSE", yhat, y)
	var m mean
	for i := range y {
		r := yhat[i] - y[i]
		m.add(r*r, len(y))
	}
	return m.of(len(y))
}

// RMSE returns the root mean squared error, √MSE, in units of y. It forms no
// square that could overflow, so it is right for residuals up to 1e308.
func RMSE(yhat, y []float64) float64 {
	checkSame("RMSE", yhat, y)
	// √Σ r² may be beyond float64 where √(Σ r²/n) is not.
	if size := floats.Distance(yhat, y, math.Inf(1)); size > 1e150 && size <= math.MaxFloat64 {
		var m mean
		for i := range y {
			r := (yhat[i] - y[i]) / size
			m.add(r*r, len(y))
		}
		return size * math.Sqrt(m.of(len(y)))
	}
	return floats.Distance(yhat, y, 2) / math.Sqrt(float64(len(y)))
}

// MAE returns the mean absolute error, 1/n Σ |ŷ_i − y_i|, in units of y.
func MAE(yhat, y []float64) float64 {
	checkSame("MAE", yhat, y)
	var m mean
	for i := range y {
		m.add(math.Abs(yhat[i]-y[i]), len(y))
	}
	return m.of(len(y))
}

// R2 returns the coefficient of determination,
//
//	R² = 1 − Σ (ŷ_i − y_i)² / Σ (y_i − ȳ)²,  ȳ the mean of y:
//
// the part of y's variance that ŷ explains. It is 1 for a perfect fit, 0 for
// ŷ_i = ȳ, negative for worse, and never negative for a least-squares fit with
// a ones column on its own data. It is not symmetric: with ŷ and y exchanged it
// is another number. A y that is constant to rounding (dataset.Constant) has no
// variance to explain: then R2 is 1 if every ŷ_i is the same number to rounding, and 0
// otherwise, as scikit-learn has it for exact numbers. A NaN in y or ŷ gives NaN.
func R2(yhat, y []float64) float64 {
	checkSame("R2", yhat, y)
	switch {
	case floats.HasNaN(yhat) || floats.HasNaN(y):
		return math.NaN()
	case dataset.Constant(y) && dataset.Constant(slices.Concat(y, yhat)):
		return 1
	case dataset.Constant(y):
		return 0
	}
	// A power of two that brings all numbers below 1 keeps the squares within float64
	// and rounds nothing.
	_, exp := math.Frexp(max(floats.Norm(yhat, math.Inf(1)), floats.Norm(y, math.Inf(1))))
	unit := math.Ldexp(1, min(-exp, 1000))
	n, mean := float64(len(y)), 0.0
	for _, v := range y {
		mean += (v*unit - y[0]*unit) / n // A large mean would round the sum of v.
	}
	mean += y[0] * unit
	misfit, spread := 0.0, 0.0
	for i := range y {
		r, d := yhat[i]*unit-y[i]*unit, y[i]*unit-mean
		misfit += r * r
		spread += d * d
	}
	return 1 - misfit/spread
}

func checkSame(caller string, yhat, y []float64) {
	if len(yhat) != len(y) {
		panic(fmt.Sprintf("loss: %s: ŷ has %d values, y has %d", caller, len(yhat), len(y)))
	}
	if len(y) == 0 {
		panic("loss: " + caller + ": no values")
	}
}
