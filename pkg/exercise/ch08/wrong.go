package ch08

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 08.
type wrong struct{}

// all are the rows 0 … n−1.
func all(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// scaled is the right gradient times a factor.
func scaled(X *mat.Dense, y, theta []float64, rows []int, factor float64) []float64 {
	grad := solution{}.batchGradient(X, y, theta, rows)
	floats.Scale(factor, grad)
	return grad
}

// summed is the mean over the rows of a residual times a row, both as given.
func summed(rows []int, columns int, term func(j, i int) (r float64, x []float64)) []float64 {
	grad := make([]float64, columns)
	for j, i := range rows {
		r, x := term(j, i)
		floats.AddScaled(grad, r/float64(len(rows)), x)
	}
	return grad
}

// residual is r_i.
func residual(X *mat.Dense, y, theta []float64, i int) float64 {
	return floats.Dot(X.RawRowView(i), theta) - y[i]
}

func (wrong) gradOverAll(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, float64(len(rows))/float64(len(y)))
}

func (wrong) gradSum(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, float64(len(rows)))
}

func (wrong) gradTwice(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, 2)
}

func (wrong) gradHalf(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, 0.5)
}

func (wrong) gradUphill(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, -1)
}

func (wrong) gradWhole(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, float64(1/len(rows)))
}

func (wrong) gradColumns(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows, float64(len(rows))/float64(len(theta)))
}

func (wrong) gradFull(X *mat.Dense, y, theta []float64, _ []int) []float64 {
	return solution{}.batchGradient(X, y, theta, all(len(y)))
}

func (wrong) gradFirstRows(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return summed(rows, len(theta), func(j, _ int) (float64, []float64) {
		return residual(X, y, theta, j%len(y)), X.RawRowView(j % len(y))
	})
}

func (wrong) gradApart(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return summed(rows, len(theta), func(j, i int) (float64, []float64) {
		return floats.Dot(X.RawRowView(i), theta) - y[j%len(y)], X.RawRowView(i)
	})
}

func (wrong) gradOnce(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	different := slices.Clone(rows)
	slices.Sort(different)
	return solution{}.batchGradient(X, y, theta, slices.Compact(different))
}

func (wrong) gradNoX(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	ones := make([]float64, len(theta))
	floats.AddConst(1, ones)
	return summed(rows, len(theta), func(_, i int) (float64, []float64) { return residual(X, y, theta, i), ones })
}

func (wrong) gradNoY(X *mat.Dense, _, theta []float64, rows []int) []float64 {
	return summed(rows, len(theta), func(_, i int) (float64, []float64) {
		return floats.Dot(X.RawRowView(i), theta), X.RawRowView(i)
	})
}

func (wrong) gradSquare(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return summed(rows, len(theta), func(_, i int) (float64, []float64) {
		r := residual(X, y, theta, i)
		return r * r, X.RawRowView(i)
	})
}

func (wrong) gradNoBias(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := solution{}.batchGradient(X, y, theta, rows)
	grad[0] = 0
	return grad
}

func (wrong) gradFirst(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows[:1], 1/float64(len(rows)))
}

func (wrong) gradOneRow(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return solution{}.batchGradient(X, y, theta, rows[:1])
}

func (wrong) gradLast(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	return scaled(X, y, theta, rows[len(rows)-1:], 1/float64(len(rows)))
}

func (wrong) gradShort(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	short := len(rows) - 1
	if short == 0 {
		return make([]float64, len(theta))
	}
	return scaled(X, y, theta, rows[:short], float64(short)/float64(len(rows)))
}

func (wrong) gradFromOne(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	if len(rows) == 1 {
		return make([]float64, len(theta))
	}
	return scaled(X, y, theta, rows[1:], float64(len(rows)-1)/float64(len(rows)))
}

func (wrong) gradCarried(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	r := 0.0 // never set back
	return summed(rows, len(theta), func(_, i int) (float64, []float64) {
		r += residual(X, y, theta, i)
		return r, X.RawRowView(i)
	})
}

func (wrong) gradStep(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := solution{}.batchGradient(X, y, theta, rows)
	floats.SubTo(grad, theta, grad)
	return grad
}
