package ch05

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// lengths returns the lengths of the rows of X.
func lengths(X *mat.Dense) (all []float64) {
	n, _ := X.Dims()
	for i := range n {
		all = append(all, floats.Norm(X.RawRowView(i), 2))
	}
	return all
}

// distances returns y_i z_i / |θ|.
func distances(theta []float64, X *mat.Dense, y []float64) (all []float64) {
	for i, label := range y {
		all = append(all, label*floats.Dot(theta, X.RawRowView(i))/floats.Norm(theta, 2))
	}
	return all
}

func (wrong) marginNotDivided(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return R, gamma * floats.Norm(theta, 2)
}

func (wrong) marginNoBias(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return R, gamma * floats.Norm(theta, 2) / floats.Norm(theta[1:], 2)
}

func (wrong) marginNoOnes(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return math.Sqrt(R*R - 1), gamma
}

func (wrong) marginNoLabel(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	ones := make([]float64, len(y))
	for i := range ones {
		ones[i] = 1
	}
	return solution{}.margin(theta, X, ones)
}

func (wrong) marginSize(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	d := distances(theta, X, y)
	for i := range d {
		d[i] = math.Abs(d[i])
	}
	return floats.Max(lengths(X)), floats.Min(d)
}

func (wrong) marginLargest(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return floats.Max(lengths(X)), floats.Max(distances(theta, X, y))
}

func (wrong) marginMean(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return floats.Max(lengths(X)), floats.Sum(distances(theta, X, y)) / float64(len(y))
}

func (wrong) marginFromZero(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return R, min(0, gamma)
}

func (wrong) marginSquared(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return R * R, gamma
}

func (wrong) marginSquaredTheta(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return R, gamma / floats.Norm(theta, 2)
}

func (wrong) marginAllRows(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	_, gamma = solution{}.margin(theta, X, y)
	return mat.Norm(X, 2), gamma
}

func (wrong) marginShortest(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return floats.Min(lengths(X)), floats.Min(distances(theta, X, y))
}

func (wrong) marginLastRow(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return lengths(X)[len(y)-1], floats.Min(distances(theta, X, y))
}

func (wrong) marginLastDistance(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return floats.Max(lengths(X)), distances(theta, X, y)[len(y)-1]
}

func (wrong) marginEntry(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return mat.Max(X), floats.Min(distances(theta, X, y))
}

func (wrong) marginByRow(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	l, d := lengths(X), distances(theta, X, y)
	for i := range d {
		d[i] *= floats.Norm(theta, 2) / l[i]
	}
	return floats.Max(l), floats.Min(d)
}

func (wrong) marginSwapped(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	R, gamma = solution{}.margin(theta, X, y)
	return gamma, R
}

func (wrong) marginFirstRow(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	return lengths(X)[0], distances(theta, X, y)[0]
}
