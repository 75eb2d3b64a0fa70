package landscape

import (
	"fmt"

	"gonum.org/v1/gonum/mat"
)

// Grid holds the heights of J over a plane with the coordinates s and t, at all
// points (S[j], T[i]). Plane makes one; figure.ContoursOf and
// figure.NewSurfaceOf draw it.
type Grid struct {
	// S and T are the coordinates of the columns and of the rows. Both ascend.
	S, T []float64
	// J has a row for every t and a column for every s: J.At(i, j) is the
	// height at s = S[j], t = T[i].
	J *mat.Dense
}

// Minima returns the local minima of the grid, each as its point (s, t), row by
// row: where a height is below all eight around it. The edge of the grid is left
// out, since what lies beyond it is not known, and so is a flat bottom of several
// equal heights.
//
// It panics when the grid is nil, or J has not a row for every t and a column
// for every s.
func (g *Grid) Minima() [][]float64 {
	if g == nil || g.J == nil {
		panic("landscape: Minima: the grid is nil")
	}
	rows, columns := g.J.Dims()
	if rows != len(g.T) || columns != len(g.S) {
		panic(fmt.Sprintf("landscape: Minima: J is %d×%d, want %d×%d, a row for every t and a column for every s", rows, columns, len(g.T), len(g.S)))
	}
	var found [][]float64
	for i := 1; i < rows-1; i++ {
		for j := 1; j < columns-1; j++ {
			if isMinimum(g.J, i, j) {
				found = append(found, []float64{g.S[j], g.T[i]})
			}
		}
	}
	return found
}

// isMinimum reports whether the height at row i and column j is below the eight
// around it.
func isMinimum(J *mat.Dense, i, j int) bool {
	v := J.At(i, j)
	for k := i - 1; k <= i+1; k++ {
		for l := j - 1; l <= j+1; l++ {
			if (k != i || l != j) && !(v < J.At(k, l)) {
				return false
			}
		}
	}
	return true
}
