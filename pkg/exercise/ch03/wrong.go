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

// standardiseFirstColumn returns inside the loop over the columns.
func (wrong) standardiseFirstColumn(train, X *mat.Dense) *mat.Dense {
	Z := solution{}.standardise(train, X)
	m, p := Z.Dims()
	for k := 1; k < p; k++ {
		Z.SetCol(k, make([]float64, m))
	}
	return Z
}

// standardiseTrainRows writes as many rows as train has.
func (wrong) standardiseTrainRows(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	return mat.DenseCopyOf(solution{}.standardise(train, X).Slice(0, n, 0, p))
}

func (wrong) standardiseTurned(train, X *mat.Dense) *mat.Dense {
	return mat.DenseCopyOf(solution{}.standardise(train, X).T())
}

// standardiseAbout takes σ about another mean than μ, and subtracts that.
func standardiseAbout(train, X *mat.Dense, about func(column []float64) float64) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		mean := about(c)
		return (v - mean) / math.Sqrt(stat.MomentAbout(2, c, mean, nil))
	})
}

func (wrong) standardiseWholeNumbers(train, X *mat.Dense) *mat.Dense {
	return standardiseAbout(train, X, func([]float64) float64 { return 0 })
}

func (wrong) standardiseMeanSum(train, X *mat.Dense) *mat.Dense {
	return standardiseAbout(train, X, floats.Sum)
}

// standardiseTooEarly takes the differences from a mean that is not complete yet.
func (wrong) standardiseTooEarly(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		mean, variance, n := 0.0, 0.0, float64(len(c))
		for _, x := range c {
			mean += x / n
			variance += (x - mean) * (x - mean) / n
		}
		return (v - mean) / math.Sqrt(variance)
	})
}

// standardiseShort leaves the last row out of both sums.
func (wrong) standardiseShort(train, X *mat.Dense) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		n := float64(len(c))
		mean, variance := 0.0, 0.0
		for _, x := range c[:len(c)-1] {
			mean += x / n
		}
		for _, x := range c[:len(c)-1] {
			variance += (x - mean) * (x - mean) / n
		}
		return (v - mean) / math.Sqrt(variance)
	})
}

// mixed takes μ from one matrix and σ from the other.
func mixed(means, sigmas, X *mat.Dense) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mean, sigma := stat.Mean(mat.Col(nil, k, means), nil), stat.PopStdDev(mat.Col(nil, k, sigmas), nil)
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mean)/sigma)
		}
	}
	return Z
}

func (wrong) standardiseSigmaOfX(train, X *mat.Dense) *mat.Dense { return mixed(train, X, X) }

func (wrong) standardiseMeanOfX(train, X *mat.Dense) *mat.Dense { return mixed(X, train, X) }
