package ch03

import (
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

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

// normaliseMinFromZero begins the search for the smallest value at 0.
func (wrong) normaliseMinFromZero(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 {
		least = min(least, 0)
		return (v - least) / (most - least)
	})
}

// normaliseMaxFromZero begins the search for the largest value at 0.
func (wrong) normaliseMaxFromZero(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 {
		most = max(most, 0)
		return (v - least) / (most - least)
	})
}

func (wrong) normaliseBothFromZero(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 {
		least, most = min(least, 0), max(most, 0)
		return (v - least) / (most - least)
	})
}

func (wrong) normaliseCentred(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return byColumn(train, X, func(v, mean float64, c []float64) float64 {
		return lo + (hi-lo)*(v-mean)/(floats.Max(c)-floats.Min(c))
	})
}

func (wrong) normaliseTimesHi(train, X *mat.Dense, _, hi float64) *mat.Dense {
	return solution{}.normalise(train, X, 0, hi)
}

func (wrong) normalisePlusMinus(train, X *mat.Dense, _, _ float64) *mat.Dense {
	return solution{}.normalise(train, X, -1, 1)
}

// normaliseFirstColumn returns inside the loop over the columns.
func (wrong) normaliseFirstColumn(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	Z := solution{}.normalise(train, X, lo, hi)
	m, p := Z.Dims()
	for k := 1; k < p; k++ {
		Z.SetCol(k, make([]float64, m))
	}
	return Z
}

func (wrong) normaliseTurned(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return mat.DenseCopyOf(solution{}.normalise(train, X, lo, hi).T())
}

func (wrong) normaliseStandard(train, X *mat.Dense, _, _ float64) *mat.Dense {
	return solution{}.standardise(train, X)
}

// normaliseWidth writes lo + hi − lo·u.
func (wrong) normaliseWidth(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		return lo + hi - lo*(v-floats.Min(c))/(floats.Max(c)-floats.Min(c))
	})
}

func (wrong) normaliseRange(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return between(train, X, lo, hi, func(v, least, most float64) float64 { return (v-least)/most - least })
}

func (wrong) normaliseFirstRow(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		return lo + (hi-lo)*(v-c[0])/(floats.Max(c)-c[0])
	})
}

func (wrong) normaliseShort(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	return solution{}.normalise(mat.DenseCopyOf(train.Slice(0, n-1, 0, p)), X, lo, hi)
}

func (wrong) normaliseSum(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	return byColumn(train, X, func(v, _ float64, c []float64) float64 {
		return lo + (hi+lo)*(v-floats.Min(c))/(floats.Max(c)-floats.Min(c))
	})
}

// normaliseSkipsFirst begins the loop over the columns at 1.
func (wrong) normaliseSkipsFirst(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	Z := solution{}.normalise(train, X, lo, hi)
	m, _ := X.Dims()
	Z.SetCol(0, make([]float64, m))
	return Z
}

// normaliseFromFirst begins the search in each column at the first number of column 0.
func (wrong) normaliseFromFirst(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	_, p := train.Dims()
	first := mat.NewDense(1, p, nil)
	first.Apply(func(_, _ int, _ float64) float64 { return train.At(0, 0) }, first)
	return solution{}.normalise(stacked(first, train), X, lo, hi)
}

// normaliseCarried goes on in each column with minimum and maximum of the columns before.
func (wrong) normaliseCarried(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	all := mat.NewDense(n*p, p, nil)
	all.Apply(func(i, k int, _ float64) float64 { return train.At(i%n, min(i/n, k)) }, all)
	return solution{}.normalise(all, X, lo, hi)
}
