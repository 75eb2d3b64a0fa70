package figure

import (
	"fmt"
	"math"

	"ann/pkg/landscape"
)

// heights are the heights of a grid with even steps, with an interpolation between them.
type heights struct {
	box    Box
	na, nb int       // na and nb are the numbers of grid points along a and b
	z      []float64 // z[j*na+i] is the height at the i-th a and the j-th b
	lo, hi float64   // lo and hi are the smallest and the largest height
}

// newHeights copies the heights of a grid. what is the method and the name it was given, with
// which the message of an error begins.
func newHeights(what string, g *landscape.Grid) (*heights, error) {
	if err := checkGrid(what, g); err != nil {
		return nil, fmt.Errorf("figure: %s: %w", what, err)
	}
	nb, na := g.J.Dims()
	h := &heights{box: Box{{g.S[0], g.S[na-1]}, {g.T[0], g.T[nb-1]}}, na: na, nb: nb}
	for j := range nb {
		h.z = append(h.z, g.J.RawRowView(j)...)
	}
	h.lo, h.hi = span(h.z)
	return h, nil
}

// sample computes the heights of J on n × n points of a box.
func sample(what string, J func(a, b float64) float64, box Box, n int) (*heights, error) {
	g, err := newGrid(what, box, n)
	if err != nil {
		return nil, err
	}
	for j, b := range g.T {
		for i, a := range g.S {
			g.J.Set(j, i, J(a, b))
		}
	}
	return newHeights(what, g)
}

// node returns the height at grid point (i, j). Interpolation needs points beyond the edge
// too; there it continues the three heights next to the edge as a parabola.
func (h *heights) node(i, j int) float64 {
	switch {
	case i < 0:
		return 3*h.node(0, j) - 3*h.node(1, j) + h.node(2, j)
	case i >= h.na:
		return 3*h.node(h.na-1, j) - 3*h.node(h.na-2, j) + h.node(h.na-3, j)
	case j < 0:
		return 3*h.node(i, 0) - 3*h.node(i, 1) + h.node(i, 2)
	case j >= h.nb:
		return 3*h.node(i, h.nb-1) - 3*h.node(i, h.nb-2) + h.node(i, h.nb-3)
	}
	return h.z[j*h.na+i]
}

// at is the height at (a, b), within the box.
func (h *heights) at(a, b float64) float64 {
	i, u := cell((a-h.box[0][0])/(h.box[0][1]-h.box[0][0]), h.na)
	j, v := cell((b-h.box[1][0])/(h.box[1][1]-h.box[1][0]), h.nb)
	var row [4]float64
	for q := range row {
		row[q] = curved(h.node(i-1, j-1+q), h.node(i, j-1+q), h.node(i+1, j-1+q), h.node(i+2, j-1+q), u)
	}
	return curved(row[0], row[1], row[2], row[3], v)
}

// over are the heights at all (a[i], b[j]), in rows of one b. They are those of at, to the last bit, in a quarter
// of the time: each row of the grid is interpolated along a once, and not again for every b.
func (h *heights) over(a, b []float64) []float64 {
	n := len(a)
	along := make([]float64, (h.nb+2)*n) // the rows −1 … nb
	for i := range a {
		k, u := cell((a[i]-h.box[0][0])/(h.box[0][1]-h.box[0][0]), h.na)
		for j := range h.nb + 2 {
			along[j*n+i] = curved(h.node(k-1, j-1), h.node(k, j-1), h.node(k+1, j-1), h.node(k+2, j-1), u)
		}
	}
	z := make([]float64, 0, len(b)*n)
	for j := range b {
		k, v := cell((b[j]-h.box[1][0])/(h.box[1][1]-h.box[1][0]), h.nb)
		rows := along[k*n:]
		for i := range n {
			z = append(z, curved(rows[i], rows[n+i], rows[2*n+i], rows[3*n+i], v))
		}
	}
	return z
}

// cell finds the grid cell of u (0 … 1) and the place in it.
func cell(u float64, n int) (int, float64) {
	at := math.Max(0, math.Min(1, u)) * float64(n-1)
	i := min(int(at), n-2)
	return i, at - float64(i)
}

// curved interpolates between z1 (t = 0) and z2 (t = 1): the straight line, bent by the
// smaller of the second differences at both ends, or not at all if they disagree in sign.
// This is exact for parabolas, so that the long thin valley of a least-squares loss
// stays smooth, and does not overshoot at kinks and jumps.
func curved(z0, z1, z2, z3, t float64) float64 {
	a, b := z0-2*z1+z2, z1-2*z2+z3
	bend := 0.0
	if a > 0 && b > 0 {
		bend = min(a, b)
	} else if a < 0 && b < 0 {
		bend = max(a, b)
	}
	return z1 + t*(z2-z1) - t*(1-t)/2*bend
}
