package figure

import (
	"fmt"
	"math"

	"ann/pkg/landscape"

	"gonum.org/v1/gonum/mat"
)

// fewest is the smallest number of points along a side of a grid: interpolation between two points
// uses four.
const fewest = 4

// newGrid returns a grid of n × n evenly spaced points over a box, with all heights 0.
func newGrid(what string, box Box, n int) (*landscape.Grid, error) {
	if why := box.fault(); why != "" {
		return nil, fmt.Errorf("figure: %s: %s", what, why)
	}
	g := &landscape.Grid{S: make([]float64, n), T: make([]float64, n), J: mat.NewDense(n, n, nil)}
	for i := range n {
		g.S[i], g.T[i] = between(box[0], i, n), between(box[1], i, n)
	}
	return g, nil
}

// between returns the i-th of n evenly spaced numbers from one end to the other.
func between(ends [2]float64, i, n int) float64 {
	u := float64(i) / float64(n-1)
	return ends[0]*(1-u) + ends[1]*u
}

// checkGrid returns an error if the coordinates or heights of a grid cannot be drawn, and panics
// if it is nil or its sizes do not fit each other.
func checkGrid(what string, g *landscape.Grid) error {
	if g == nil || g.J == nil {
		panic("figure: " + what + ": the grid is nil")
	}
	if rows, columns := g.J.Dims(); rows != len(g.T) || columns != len(g.S) {
		panic(fmt.Sprintf("figure: %s: J is %d×%d, want %d×%d, a row for every t and a column for every s", what, rows, columns, len(g.T), len(g.S)))
	}
	if why := axisFault("S", g.S); why != "" {
		return &BadAxis{Axis: "S", Why: why}
	}
	if why := axisFault("T", g.T); why != "" {
		return &BadAxis{Axis: "T", Why: why}
	}
	for j, t := range g.T {
		for i, s := range g.S {
			if v := g.J.At(j, i); undrawable(v) != "" {
				return &BadHeight{X: s, Y: t, Height: v}
			}
		}
	}
	return nil
}

// axisFault says what is wrong with coordinates, or nothing.
func axisFault(axis string, at []float64) string {
	n := len(at)
	if n < fewest {
		return fmt.Sprintf("%s has %d points, want %d or more", axis, n, fewest)
	}
	for i, v := range at {
		if why := undrawable(v); why != "" {
			return fmt.Sprintf("%s[%d] is %s", axis, i, why)
		}
		if i > 0 && v <= at[i-1] {
			return fmt.Sprintf("%s must ascend, but %s[%d] is %g and %s[%d] is %g", axis, axis, i-1, at[i-1], axis, i, v)
		}
	}
	ends := [2]float64{at[0], at[n-1]}
	if ends[1]-ends[0] < infinitesimal {
		return fmt.Sprintf("%s from %g to %g is too short to draw", axis, ends[0], ends[1])
	}
	step := (ends[1] - ends[0]) / float64(n-1)
	for i, v := range at {
		const unseen = 1e-3 // a thousandth of a step is more than rounding, and too little to be seen
		if even := between(ends, i, n); math.Abs(v-even) > unseen*step {
			return fmt.Sprintf("%s must have even steps, but %s[%d] is %g and not %g; try dataset.Linspace(%g, %g, %d)", axis, axis, i, v, even, ends[0], ends[1], n)
		}
	}
	return ""
}

// BadAxis says that the coordinates of a landscape.Grid cannot be drawn: there are fewer than 4,
// or they are not finite, do not ascend or have uneven steps.
type BadAxis struct {
	Axis string // Axis is "S" or "T"
	Why  string // Why says what is wrong, and where
}

// Error is Why.
func (e *BadAxis) Error() string { return e.Why }

// BadHeight says that the height at (X, Y) cannot be drawn: it is NaN, ±Inf or beyond ±1e305.
type BadHeight struct{ X, Y, Height float64 }

// Error says what to try: a smaller box.
func (e *BadHeight) Error() string {
	return fmt.Sprintf("its value at (%g, %g) is %s; try a smaller box", e.X, e.Y, undrawable(e.Height))
}
