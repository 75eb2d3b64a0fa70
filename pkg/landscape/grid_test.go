package landscape

import (
	"math"
	"slices"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// TestMinima: the columns lie at s = 0, 1, 2, …, the rows at t = 10, 20, 30, …
func TestMinima(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name string
		rows int
		v    []float64
		want [][]float64
	}{
		{"one", 3, []float64{2, 2, 2, 2, 1, 2, 2, 2, 2}, [][]float64{{1, 20}}},
		{"a diagonal neighbour is lower", 3, []float64{0, 2, 2, 2, 1, 2, 2, 2, 2}, nil},
		{"level", 3, []float64{1, 1, 1, 1, 1, 1, 1, 1, 1}, nil},
		{"NaN beside", 3, []float64{2, 2, 2, nan, 1, 2, 2, 2, 2}, nil},
		{"one, and the rim", 3, []float64{9, 9, 9, 9, 9, 9, 9, 1, 9, 0, 9, 9, 9, 9, 9}, [][]float64{{2, 20}}},
		{"two", 3, []float64{9, 9, 9, 9, 9, 9, 1, 9, 2, 9, 9, 9, 9, 9, 9}, [][]float64{{1, 20}, {3, 20}}},
		{"only rim", 2, []float64{1, 2, 3, 4}, nil},
	} {
		columns := len(c.v) / c.rows
		g := &Grid{S: []float64{0, 1, 2, 3, 4}[:columns], T: []float64{10, 20, 30}[:c.rows], J: mat.NewDense(c.rows, columns, c.v)}
		if got := g.Minima(); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	// cos(2πs)·cos(2πt) over [−1, 1]²: minima where one cosine is 1, the other −1.
	s := dataset.Linspace(-1, 1, 41)
	wave := mat.NewDense(41, 41, nil)
	wave.Apply(func(i, j int, _ float64) float64 { return math.Cos(2*math.Pi*s[i]) * math.Cos(2*math.Pi*s[j]) }, wave)
	if got := len((&Grid{S: s, T: s, J: wave}).Minima()); got != 4 {
		t.Errorf("the egg box has %d minima inside, want 4", got)
	}
}
