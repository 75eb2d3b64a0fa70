package exercise

import (
	"math"
	"slices"
)

// wrong00 holds the usual wrong answers of chapter 00.
type wrong00 struct{}

func (wrong00) meanSum(x []float64) float64 {
	return solution00{}.mean(x) * float64(len(x))
}

func (wrong00) meanLess(x []float64) float64 {
	return wrong00{}.meanSum(x) / float64(len(x)-1)
}

func (wrong00) meanInt(x []float64) float64 { return math.Trunc(solution00{}.mean(x)) }

func (wrong00) meanFirst(x []float64) float64 {
	return wrong00{}.meanSum(x[1:]) / float64(len(x))
}

func (wrong00) meanLast(x []float64) float64 {
	return wrong00{}.meanSum(x[:len(x)-1]) / float64(len(x))
}

func (wrong00) meanMedian(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}
