package ch02

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 02.
type wrong struct{}

// summed adds f0 and f1 over the points and divides by n.
func summed(theta0, theta1 float64, x, y []float64, f0, f1 func(x, r float64) float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += f0(x[i], r) / n
		d1 += f1(x[i], r) / n
	}
	return d0, d1
}

func residual(_, r float64) float64 { return r }

func timesX(x, r float64) float64 { return x * r }

func (wrong) partialsSum(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution{}.partials(theta0, theta1, x, y)
	return d0 * float64(len(x)), d1 * float64(len(x))
}

func (wrong) partialsTwice(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution{}.partials(theta0, theta1, x, y)
	return 2 * d0, 2 * d1
}

func (wrong) partialsHalf(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution{}.partials(theta0, theta1, x, y)
	return d0 / 2, d1 / 2
}

func (wrong) partialsSign(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution{}.partials(theta0, theta1, x, y)
	return -d0, -d1
}

func (wrong) partialsNoX(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summed(theta0, theta1, x, y, residual, residual)
}

func (wrong) partialsXBoth(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summed(theta0, theta1, x, y, timesX, timesX)
}

func (wrong) partialsSwapped(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summed(theta0, theta1, x, y, timesX, residual)
}

func (wrong) partialsSquares(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summed(theta0, theta1, x, y,
		func(_, r float64) float64 { return r * r },
		func(x, r float64) float64 { return x * r * r })
}

func (wrong) partialsTheta(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summed(theta0, theta1, x, y,
		func(_, r float64) float64 { return theta0 * r },
		func(_, r float64) float64 { return theta1 * r })
}

func (wrong) stepTheta0First(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, _ := solution{}.partials(theta0, theta1, x, y)
	new0 = theta0 - alpha*d0
	_, d1 := solution{}.partials(new0, theta1, x, y)
	return new0, theta1 - alpha*d1
}

func (wrong) stepTheta1First(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	_, d1 := solution{}.partials(theta0, theta1, x, y)
	new1 = theta1 - alpha*d1
	d0, _ := solution{}.partials(theta0, new1, x, y)
	return theta0 - alpha*d0, new1
}

// stepBy takes the step θ := θ + c∇J.
func stepBy(c, theta0, theta1 float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := solution{}.partials(theta0, theta1, x, y)
	return theta0 + c*d0, theta1 + c*d1
}

func (wrong) stepUphill(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(alpha, theta0, theta1, x, y)
}

func (wrong) stepNoAlpha(theta0, theta1, _ float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-1, theta0, theta1, x, y)
}

func (wrong) stepSum(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-alpha*float64(len(x)), theta0, theta1, x, y)
}

func (wrong) stepTwice(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-2*alpha, theta0, theta1, x, y)
}

func (wrong) stepOnlyChange(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := solution{}.partials(theta0, theta1, x, y)
	return -alpha * d0, -alpha * d1
}

func (wrong) stepGradient(theta0, theta1, _ float64, x, y []float64) (new0, new1 float64) {
	return solution{}.partials(theta0, theta1, x, y)
}

func (wrong) stepNoX(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, _ := solution{}.partials(theta0, theta1, x, y)
	return theta0 - alpha*d0, theta1 - alpha*d0
}

func (wrong) stepStays(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return theta0, theta1
}

// scaledGradient is c∇J.
func scaledGradient(c float64, X *mat.Dense, y, theta []float64) []float64 {
	grad := solution{}.gradient(X, y, theta)
	floats.Scale(c, grad)
	return grad
}

func (wrong) gradientSum(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(float64(len(y)), X, y, theta)
}

func (wrong) gradientTwice(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(2, X, y, theta)
}

func (wrong) gradientSumTwice(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(2*float64(len(y)), X, y, theta)
}

func (wrong) gradientSign(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(-1, X, y, theta)
}

func (wrong) gradientOverP(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(float64(len(y))/float64(len(theta)), X, y, theta)
}

func (wrong) gradientNoY(X *mat.Dense, y, theta []float64) []float64 {
	return solution{}.gradient(X, make([]float64, len(y)), theta)
}

func (wrong) gradientNoX(X *mat.Dense, y, theta []float64) []float64 {
	mean := solution{}.gradient(X, y, theta)[0] // column 0 is all ones: the mean residual
	grad := make([]float64, len(theta))
	floats.AddConst(mean, grad)
	return grad
}

func (wrong) gradientNoBias(X *mat.Dense, y, theta []float64) []float64 {
	return solution{}.gradient(X, y, theta)[1:]
}

func (wrong) gradientResiduals(X *mat.Dense, y, theta []float64) []float64 {
	r := make([]float64, len(y))
	for i := range r {
		r[i] = floats.Dot(X.RawRowView(i), theta) - y[i]
	}
	return r
}

// walk takes steps with a move that may look at everything.
func walk(X *mat.Dense, steps int, move func(theta []float64)) []float64 {
	_, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
		move(theta)
	}
	return theta
}

func (wrong) descendFrozen(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	_, columns := X.Dims()
	grad := solution{}.gradient(X, y, make([]float64, columns))
	return walk(X, steps, func(theta []float64) { floats.AddScaled(theta, -alpha, grad) })
}

func (wrong) descendOnce(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, alpha, min(steps, 1))
}

func (wrong) descendShort(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, alpha, max(steps-1, 0))
}

func (wrong) descendLong(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, alpha, steps+1)
}

func (wrong) descendUphill(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, -alpha, steps)
}

func (wrong) descendSum(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, alpha*float64(len(y)), steps)
}

func (wrong) descendTwice(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution{}.descend(X, y, 2*alpha, steps)
}

func (wrong) descendSequential(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return walk(X, steps, func(theta []float64) {
		for k := range theta {
			theta[k] -= alpha * solution{}.gradient(X, y, theta)[k]
		}
	})
}

func (wrong) descendOnes(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	first := true
	return walk(X, steps, func(theta []float64) {
		if first {
			floats.AddConst(1, theta)
			first = false
		}
		floats.AddScaled(theta, -alpha, slices.Clone(solution{}.gradient(X, y, theta)))
	})
}

func (wrong) partialsCoarse(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	const h = 0.01
	J := func(theta0, theta1 float64) (sum float64) {
		for i := range x {
			r := theta0 + theta1*x[i] - y[i]
			sum += r * r / (2 * float64(len(x)))
		}
		return sum
	}
	return (J(theta0+h, theta1) - J(theta0, theta1)) / h, (J(theta0, theta1+h) - J(theta0, theta1)) / h
}

func (wrong) stepEach(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		theta0 -= alpha * r / float64(len(x))
		theta1 -= alpha * x[i] * r / float64(len(x))
	}
	return theta0, theta1
}

func (wrong) gradientEarly(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := range n {
		r := -y[i]
		for k := range columns {
			r += theta[k] * X.At(i, k)
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}
