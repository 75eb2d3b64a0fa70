package ch03

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// wrong holds the usual wrong answers of chapter 03.
type wrong struct{}

// byColumn returns f of every number of X and of its column in train, which has the mean μ.
func byColumn(train, X *mat.Dense, f func(v, mean float64, column []float64) float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		column := mat.Col(nil, k, train)
		for i := range m {
			Z.Set(i, k, f(X.At(i, k), stat.Mean(column, nil), column))
		}
	}
	return Z
}

// stacked is train with X below it.
func stacked(train, X *mat.Dense) *mat.Dense {
	var all mat.Dense
	all.Stack(train, X)
	return &all
}

// whole has all numbers of train in every column.
func whole(train *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	var values []float64
	for i := range n {
		values = append(values, train.RawRowView(i)...)
	}
	all := mat.NewDense(n*p, p, nil)
	for k := range p {
		all.SetCol(k, values)
	}
	return all
}

func (wrong) standardiseOnX(_, X *mat.Dense) *mat.Dense { return solution{}.standardise(X, X) }

func (wrong) standardiseOnBoth(train, X *mat.Dense) *mat.Dense {
	return solution{}.standardise(stacked(train, X), X)
}

func (wrong) standardiseTrain(train, _ *mat.Dense) *mat.Dense {
	return solution{}.standardise(train, train)
}

func (wrong) standardiseN1(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 { return (v - mean) / stat.StdDev(c, nil) })
}

func (wrong) standardiseVariance(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 { return (v - mean) / stat.PopVariance(c, nil) })
}

func (wrong) standardiseSum(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 {
		return (v - mean) / (stat.PopStdDev(c, nil) * math.Sqrt(float64(len(c))))
	})
}

func (wrong) standardiseNoMean(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 { return v / stat.PopStdDev(c, nil) })
}

func (wrong) standardiseNoSigma(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, _ []float64) float64 { return v - mean })
}

func (wrong) standardiseBrackets(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 { return v - mean/stat.PopStdDev(c, nil) })
}

func (wrong) standardiseTimes(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 { return (v - mean) * stat.PopStdDev(c, nil) })
}

func (wrong) standardiseSign(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 { return (mean - v) / stat.PopStdDev(c, nil) })
}

func (wrong) standardiseSquares(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 {
		return (v - mean) / (floats.Norm(c, 2) / math.Sqrt(float64(len(c))))
	})
}

func (wrong) standardiseAbs(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 {
		floats.AddConst(-mean, c)
		deviation := floats.Norm(c, 1) / float64(len(c))
		floats.AddConst(mean, c)
		return (v - mean) / deviation
	})
}

func (wrong) standardiseRange(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 {
		return (v - mean) / (floats.Max(c) - floats.Min(c))
	})
}

func (wrong) standardiseMinMax(train, X *mat.Dense) *mat.Dense {
	return solution{}.normalise(train, X, 0, 1)
}

func (wrong) standardiseWhole(train, X *mat.Dense) *mat.Dense {
	return solution{}.standardise(whole(train), X)
}

func (wrong) standardiseRows(_, X *mat.Dense) *mat.Dense {
	turned := mat.DenseCopyOf(X.T())
	return mat.DenseCopyOf(solution{}.standardise(turned, turned).T())
}

// standardiseCarried does not set mean and variance back to 0 before the next column.
func (wrong) standardiseCarried(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	mean, variance := 0.0, 0.0
	for k := range p {
		for i := range n {
			mean += train.At(i, k) / float64(n)
		}
		for i := range n {
			d := train.At(i, k) - mean
			variance += d * d / float64(n)
		}
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mean)/math.Sqrt(variance))
		}
	}
	return Z
}

// standardiseLast has = where += belongs: the mean and the variance of the last row alone.
func (wrong) standardiseLast(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		n := float64(len(c))
		mean := c[len(c)-1] / n
		d := c[len(c)-1] - mean
		return (v - mean) / math.Sqrt(d*d/n)
	})
}

// standardiseKeepsFirst takes column 0 for a ones column.
func (wrong) standardiseKeepsFirst(train, X *mat.Dense) *mat.Dense {
	Z := solution{}.standardise(train, X)
	Z.SetCol(0, mat.Col(nil, 0, X))
	return Z
}

// standardiseSkipsFirst begins the loop over the columns at 1.
func (wrong) standardiseSkipsFirst(train, X *mat.Dense) *mat.Dense {
	Z := solution{}.standardise(train, X)
	m, _ := X.Dims()
	Z.SetCol(0, make([]float64, m))
	return Z
}

func (wrong) standardiseOnes(train, X *mat.Dense) *mat.Dense {
	Z := solution{}.standardise(train, X)
	m, p := Z.Dims()
	ones := mat.NewDense(m, p+1, nil)
	for i := range m {
		ones.SetRow(i, append([]float64{1}, Z.RawRowView(i)...))
	}
	return ones
}

func (wrong) normaliseOnX(_, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(X, X, lo, hi)
}

func (wrong) normaliseOnBoth(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(stacked(train, X), X, lo, hi)
}

func (wrong) normaliseTrain(train, _ *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(train, train, lo, hi)
}

func (wrong) normaliseWhole(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(whole(train), X, lo, hi)
}

func (wrong) normaliseUnit(train, X *mat.Dense, _, _ float64) *mat.Dense {
	return solution{}.normalise(train, X, 0, 1)
}

func (wrong) normaliseNoLo(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(train, X, 0, hi-lo)
}

func (wrong) normaliseHi(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(train, X, lo, lo+hi)
}

func (wrong) normaliseSwapped(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return solution{}.normalise(train, X, hi, lo)
}

// between returns lo + (hi − lo) f(x, min, max) for every number of X.
func between(train, X *mat.Dense, lo, hi float64, f func(v, least, most float64) float64) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		return lo + (hi-lo)*f(v, floats.Min(c), floats.Max(c))
	})
}

func (wrong) normaliseByMax(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 { return (v - least) / most })
}

func (wrong) normaliseNoMin(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 { return v / (most - least) })
}

func (wrong) normaliseBrackets(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 { return v - least/(most-least) })
}

func (wrong) normaliseClipped(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 {
		return min(max((v-least)/(most-least), 0), 1)
	})
}

// normaliseFromZero begins the search for the smallest and the largest value at 0.
func (wrong) normaliseFromZero(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 {
		least, most = min(least, 0), max(most, 0)
		return (v - least) / (most - least)
	})
}

func (wrong) normaliseStandard(train, X *mat.Dense, _, _ float64) *mat.Dense {
	return solution{}.standardise(train, X)
}

// unscaled is unscale with another share of the bias for every feature.
func unscaled(theta, mean, sigma []float64, share func(theta, mean, sigma float64) float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	physical[0] = theta[0]
	for k := range mean {
		physical[0] += share(theta[k+1], mean[k], sigma[k])
	}
	return physical
}

func (wrong) unscaleKeepsBias(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(_, _, _ float64) float64 { return 0 })
}

func (wrong) unscalePlus(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, s float64) float64 { return t * m / s })
}

func (wrong) unscaleNoSigma(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, _ float64) float64 { return -t * m })
}

func (wrong) unscaleNoTheta(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(_, m, s float64) float64 { return -m / s })
}

func (wrong) unscaleTwice(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, s float64) float64 { return -t * m / s / s })
}

// unscaleLast has = where -= belongs.
func (wrong) unscaleLast(theta, mean, sigma []float64) []float64 {
	physical, last := solution{}.unscale(theta, mean, sigma), len(mean)-1
	physical[0] = theta[0] - theta[last+1]*mean[last]/sigma[last]
	return physical
}

// unscaleLostBias begins at 0 and not at θ0.
func (wrong) unscaleLostBias(theta, mean, sigma []float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	physical[0] -= theta[0]
	return physical
}

func (wrong) unscaleNoBias(theta, mean, sigma []float64) []float64 {
	return solution{}.unscale(theta, mean, sigma)[1:]
}

func (wrong) unscaleTimes(theta, mean, sigma []float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	for k := range sigma {
		physical[k+1] = theta[k+1] * sigma[k]
	}
	return physical
}

func (wrong) unscaleKeepsWeights(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	physical[0] = solution{}.unscale(theta, mean, sigma)[0]
	return physical
}

// unscaleLinear treats a weight like a feature: μ + σθ.
func (wrong) unscaleLinear(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := range mean {
		physical[k+1] = mean[k] + sigma[k]*theta[k+1]
	}
	return physical
}

// unscaleShifted takes mean[k] for the mean of feature k, counted from 1.
func (wrong) unscaleShifted(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := 1; k < len(mean); k++ {
		physical[k] = theta[k] / sigma[k]
		physical[0] -= theta[k] * mean[k] / sigma[k]
	}
	return physical
}
