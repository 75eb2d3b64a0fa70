package exercise

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong02 holds the usual wrong answers of chapter 02.
type wrong02 struct{}

// summedPartials adds f0 and f1 over the points and divides by n.
func summedPartials(theta0, theta1 float64, x, y []float64, f0, f1 func(x, r float64) float64) (d0, d1 float64) {
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

func (wrong02) partialsSum(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution02{}.partials(theta0, theta1, x, y)
	return d0 * float64(len(x)), d1 * float64(len(x))
}

func (wrong02) partialsTwice(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution02{}.partials(theta0, theta1, x, y)
	return 2 * d0, 2 * d1
}

func (wrong02) partialsHalf(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution02{}.partials(theta0, theta1, x, y)
	return d0 / 2, d1 / 2
}

func (wrong02) partialsSign(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	d0, d1 = solution02{}.partials(theta0, theta1, x, y)
	return -d0, -d1
}

func (wrong02) partialsNoX(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summedPartials(theta0, theta1, x, y, residual, residual)
}

func (wrong02) partialsXBoth(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summedPartials(theta0, theta1, x, y, timesX, timesX)
}

func (wrong02) partialsSwapped(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summedPartials(theta0, theta1, x, y, timesX, residual)
}

func (wrong02) partialsSquares(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summedPartials(theta0, theta1, x, y,
		func(_, r float64) float64 { return r * r },
		func(x, r float64) float64 { return x * r * r })
}

func (wrong02) partialsTheta(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	return summedPartials(theta0, theta1, x, y,
		func(_, r float64) float64 { return theta0 * r },
		func(_, r float64) float64 { return theta1 * r })
}

func (wrong02) stepTheta0First(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, _ := solution02{}.partials(theta0, theta1, x, y)
	new0 = theta0 - alpha*d0
	_, d1 := solution02{}.partials(new0, theta1, x, y)
	return new0, theta1 - alpha*d1
}

func (wrong02) stepTheta1First(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	_, d1 := solution02{}.partials(theta0, theta1, x, y)
	new1 = theta1 - alpha*d1
	d0, _ := solution02{}.partials(theta0, new1, x, y)
	return theta0 - alpha*d0, new1
}

// stepBy takes the step θ := θ + c∇J.
func stepBy(c, theta0, theta1 float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := solution02{}.partials(theta0, theta1, x, y)
	return theta0 + c*d0, theta1 + c*d1
}

func (wrong02) stepUphill(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(alpha, theta0, theta1, x, y)
}

func (wrong02) stepNoAlpha(theta0, theta1, _ float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-1, theta0, theta1, x, y)
}

func (wrong02) stepSum(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-alpha*float64(len(x)), theta0, theta1, x, y)
}

func (wrong02) stepTwice(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return stepBy(-2*alpha, theta0, theta1, x, y)
}

func (wrong02) stepOnlyChange(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := solution02{}.partials(theta0, theta1, x, y)
	return -alpha * d0, -alpha * d1
}

func (wrong02) stepGradient(theta0, theta1, _ float64, x, y []float64) (new0, new1 float64) {
	return solution02{}.partials(theta0, theta1, x, y)
}

func (wrong02) stepNoX(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, _ := solution02{}.partials(theta0, theta1, x, y)
	return theta0 - alpha*d0, theta1 - alpha*d0
}

func (wrong02) stepStays(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	return theta0, theta1
}

// scaledGradient is c∇J.
func scaledGradient(c float64, X *mat.Dense, y, theta []float64) []float64 {
	grad := solution02{}.gradient(X, y, theta)
	floats.Scale(c, grad)
	return grad
}

func (wrong02) gradientSum(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(float64(len(y)), X, y, theta)
}

func (wrong02) gradientTwice(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(2, X, y, theta)
}

func (wrong02) gradientSumTwice(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(2*float64(len(y)), X, y, theta)
}

func (wrong02) gradientSign(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(-1, X, y, theta)
}

func (wrong02) gradientOverP(X *mat.Dense, y, theta []float64) []float64 {
	return scaledGradient(float64(len(y))/float64(len(theta)), X, y, theta)
}

func (wrong02) gradientNoY(X *mat.Dense, y, theta []float64) []float64 {
	return solution02{}.gradient(X, make([]float64, len(y)), theta)
}

func (wrong02) gradientNoX(X *mat.Dense, y, theta []float64) []float64 {
	mean := solution02{}.gradient(X, y, theta)[0] // column 0 is all ones: the mean residual
	grad := make([]float64, len(theta))
	floats.AddConst(mean, grad)
	return grad
}

func (wrong02) gradientNoBias(X *mat.Dense, y, theta []float64) []float64 {
	return solution02{}.gradient(X, y, theta)[1:]
}

func (wrong02) gradientResiduals(X *mat.Dense, y, theta []float64) []float64 {
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

func (wrong02) descendFrozen(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	_, columns := X.Dims()
	grad := solution02{}.gradient(X, y, make([]float64, columns))
	return walk(X, steps, func(theta []float64) { floats.AddScaled(theta, -alpha, grad) })
}

func (wrong02) descendOnce(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, alpha, min(steps, 1))
}

func (wrong02) descendShort(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, alpha, max(steps-1, 0))
}

func (wrong02) descendLong(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, alpha, steps+1)
}

func (wrong02) descendUphill(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, -alpha, steps)
}

func (wrong02) descendSum(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, alpha*float64(len(y)), steps)
}

func (wrong02) descendTwice(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return solution02{}.descend(X, y, 2*alpha, steps)
}

func (wrong02) descendSequential(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	return walk(X, steps, func(theta []float64) {
		for k := range theta {
			theta[k] -= alpha * solution02{}.gradient(X, y, theta)[k]
		}
	})
}

func (wrong02) descendOnes(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	first := true
	return walk(X, steps, func(theta []float64) {
		if first {
			floats.AddConst(1, theta)
			first = false
		}
		floats.AddScaled(theta, -alpha, slices.Clone(solution02{}.gradient(X, y, theta)))
	})
}
