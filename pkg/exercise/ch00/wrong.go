package ch00

import (
	"math"
	"slices"
)

// wrong holds the usual wrong answers of chapter 00.
type wrong struct{}

func (wrong) meanSum(x []float64) float64 {
	return solution{}.mean(x) * float64(len(x))
}

func (wrong) meanLess(x []float64) float64 {
	return wrong{}.meanSum(x) / float64(len(x)-1)
}

func (wrong) meanInt(x []float64) float64 { return math.Trunc(solution{}.mean(x)) }

func (wrong) meanFirst(x []float64) float64 {
	return wrong{}.meanSum(x[1:]) / float64(len(x))
}

func (wrong) meanLast(x []float64) float64 {
	return wrong{}.meanSum(x[:len(x)-1]) / float64(len(x))
}

func (wrong) meanMedian(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

func (wrong) meanCut(x []float64) float64 {
	sum := 0
	for _, xi := range x {
		sum += int(xi)
	}
	return float64(sum) / float64(len(x))
}

func (wrong) meanEnds(x []float64) float64 { return (x[0] + x[len(x)-1]) / 2 }
