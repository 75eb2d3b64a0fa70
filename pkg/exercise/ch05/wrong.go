package ch05

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 05.
type wrong struct{}

// pass goes through rows from … to−1; isMistake and step say what is done with a row.
func pass(X *mat.Dense, y, start []float64, isMistake func(y, z float64) bool, step func(theta, x []float64, y, z float64)) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	for i, label := range y {
		x := X.RawRowView(i)
		if z := floats.Dot(theta, x); isMistake(label, z) {
			step(theta, x, label, z)
			mistakes++
		}
	}
	return theta, mistakes
}

// isWrong and add are the right question and the right step.
func isWrong(y, z float64) bool { return y*z <= 0 }

func add(theta, x []float64, y, _ float64) { floats.AddScaled(theta, y, x) }

func (wrong) passAlways(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, func(_, _ float64) bool { return true }, add)
}

func (wrong) passNoBias(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, y, _ float64) { floats.AddScaled(theta[1:], y, x[1:]) })
}

func (wrong) passZeroOne(X *mat.Dense, y, start []float64) ([]float64, int) {
	guess := func(z float64) float64 {
		if z >= 0 {
			return 1
		}
		return 0
	}
	return pass(X, y, start, func(y, z float64) bool { return guess(z) != y },
		func(theta, x []float64, y, z float64) { floats.AddScaled(theta, y-guess(z), x) })
}

func (wrong) passStrict(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, func(y, z float64) bool { return y*z < 0 }, add)
}

func (wrong) passMinus(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, y, _ float64) { floats.AddScaled(theta, -y, x) })
}

func (wrong) passNoLabel(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, _, _ float64) { floats.Add(theta, x) })
}

func (wrong) passNoLabelAsked(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, func(_, z float64) bool { return z <= 0 }, add)
}

func (wrong) passNoLabelAtAll(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, func(_, z float64) bool { return z <= 0 }, func(theta, x []float64, _, _ float64) { floats.Add(theta, x) })
}

func (wrong) passOldTheta(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	for i, label := range y {
		x := X.RawRowView(i)
		if label*floats.Dot(start, x) <= 0 {
			floats.AddScaled(theta, label, x)
			mistakes++
		}
	}
	return theta, mistakes
}

func (wrong) passSumKept(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	z := 0.0
	for i, label := range y {
		x := X.RawRowView(i)
		z += floats.Dot(theta, x)
		if label*z <= 0 {
			floats.AddScaled(theta, label, x)
			mistakes++
		}
	}
	return theta, mistakes
}

func (wrong) passFirstRow(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y[:1], start, isWrong, add)
}

func (wrong) passFirstMistake(X *mat.Dense, y, start []float64) ([]float64, int) {
	done := false
	return pass(X, y, start, func(y, z float64) bool {
		isFirst := y*z <= 0 && !done
		done = done || isFirst
		return isFirst
	}, add)
}

func (wrong) passNotCounted(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta, _ := solution{}.onePass(X, y, start)
	return theta, 0
}

func (wrong) passRowsCounted(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta, _ := solution{}.onePass(X, y, start)
	return theta, len(y)
}

func (wrong) passRightCounted(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta, mistakes := solution{}.onePass(X, y, start)
	return theta, len(y) - mistakes
}

func (wrong) passWeightsCounted(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta, mistakes := solution{}.onePass(X, y, start)
	return theta, len(theta) * mistakes
}

func (wrong) passTwice(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, y, _ float64) { floats.AddScaled(theta, 2*y, x) })
}

func (wrong) passZeroStart(X *mat.Dense, y, start []float64) ([]float64, int) {
	return solution{}.onePass(X, y, make([]float64, len(start)))
}

func (wrong) passAssign(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, y, _ float64) { floats.ScaleTo(theta, y, x) })
}

func (wrong) passNoBiasInZ(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta := slices.Clone(start)
	mistakes := 0
	for i, label := range y {
		x := X.RawRowView(i)
		if label*floats.Dot(theta[1:], x[1:]) <= 0 {
			floats.AddScaled(theta, label, x)
			mistakes++
		}
	}
	return theta, mistakes
}

func (wrong) passUntilRight(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = start
	for range 20 {
		next, m := solution{}.onePass(X, y, theta)
		theta, mistakes = next, mistakes+m
		if m == 0 {
			break
		}
	}
	return theta, mistakes
}

func (wrong) passShort(X *mat.Dense, y, start []float64) ([]float64, int) {
	return solution{}.onePass(X, y[:len(y)-1], start)
}

func (wrong) passFromOne(X *mat.Dense, y, start []float64) ([]float64, int) {
	n, columns := X.Dims()
	if n == 1 {
		return slices.Clone(start), 0
	}
	return solution{}.onePass(X.Slice(1, n, 0, columns).(*mat.Dense), y[1:], start)
}

func (wrong) passRightOnly(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, func(y, z float64) bool { return y*z > 0 }, add)
}

func (wrong) passTimesZ(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, _, z float64) { floats.AddScaled(theta, z, x) })
}

func (wrong) passBiasTwice(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, y, _ float64) {
		theta[0] += y
		floats.AddScaled(theta, y, x)
	})
}

func (wrong) passStays(X *mat.Dense, y, start []float64) ([]float64, int) {
	_, mistakes := pass(X, y, start, isWrong, func(_, _ []float64, _, _ float64) {})
	return slices.Clone(start), mistakes
}

func (wrong) passChange(X *mat.Dense, y, start []float64) ([]float64, int) {
	theta, mistakes := solution{}.onePass(X, y, start)
	floats.Sub(theta, start)
	return theta, mistakes
}

func (wrong) passInSum(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	for i, label := range y {
		z := 0.0
		for k, x := range X.RawRowView(i) {
			z += theta[k] * x
			if label*z <= 0 {
				theta[k] += label * x
			}
		}
		if label*z <= 0 {
			mistakes++
		}
	}
	return theta, mistakes
}

func (wrong) passMean(X *mat.Dense, y, start []float64) ([]float64, int) {
	return pass(X, y, start, isWrong, func(theta, x []float64, label, _ float64) { floats.AddScaled(theta, label/float64(len(y)), x) })
}
