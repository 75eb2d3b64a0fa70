package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawFloor draws the level lines on the floor, each in the colour of its height.
func (s *SurfacePlot) drawFloor(c draw.Canvas, g *cage) {
	h := s.h
	const fine = 2 // steps in each cell of the surface
	n := (h.na-1)*fine + 1
	z := make([]float64, n*n)
	for j := range n {
		for i := range n {
			z[j*n+i] = h.at(between(h.box[0], i, n), between(h.box[1], j, n))
		}
	}
	flat := func(v float64) float64 { return 2*v/float64(n-1) - 1 }
	for k := 1; k < len(s.levels)-1; k++ {
		style := draw.LineStyle{Color: shine(heightColor(float64(k)/float64(len(s.levels)-1)), 0.93), Width: 1}
		for _, curve := range join(levelLine(z, n, s.levels[k])) {
			pts := make([]vg.Point, len(curve))
			for i, p := range curve {
				pts[i] = g.view.point(vec{flat(p[0]), flat(p[1]), 0})
			}
			c.StrokeLines(style, thin(pts))
		}
	}
}

// spot is a place on a grid, in steps.
type spot [2]float64

// levelLine finds the pieces of the line at a level through an n × n grid, by
// cutting each cell into two triangles. Triangles go along a shared side in the same
// direction, so that neighbouring pieces share their ends to the last bit.
func levelLine(z []float64, n int, level float64) [][2]spot {
	var out [][2]spot
	var hit [2]spot
	for j := range n - 1 {
		for i := range n - 1 {
			a := j*n + i
			for _, t := range [2][4]int{{a, a + 1, a + n + 1, a}, {a, a + n, a + n + 1, a}} {
				found := 0
				for k := range 3 {
					p, q := t[k], t[k+1]
					if (z[p] < level) == (z[q] < level) {
						continue
					}
					u := (level - z[p]) / (z[q] - z[p])
					hit[found] = spot{
						float64(p%n) + u*float64(q%n-p%n),
						float64(p/n) + u*float64(q/n-p/n),
					}
					found++
				}
				if found == 2 && hit[0] != hit[1] {
					out = append(out, hit)
				}
			}
		}
	}
	return out
}

// join strings pieces that share an end together to curves.
func join(pieces [][2]spot) [][]spot {
	at := make(map[spot][]int, len(pieces)) // pieces that end here
	for k, p := range pieces {
		at[p[0]], at[p[1]] = append(at[p[0]], k), append(at[p[1]], k)
	}
	used := make([]bool, len(pieces))
	// extend follows unused pieces from the last spot of a curve.
	extend := func(curve []spot) []spot {
		for {
			end, next := curve[len(curve)-1], -1
			for _, k := range at[end] {
				if !used[k] {
					next = k
					break
				}
			}
			if next < 0 {
				return curve
			}
			used[next] = true
			p := pieces[next]
			if p[0] == end {
				curve = append(curve, p[1])
			} else {
				curve = append(curve, p[0])
			}
		}
	}
	var out [][]spot
	for k, p := range pieces {
		if used[k] {
			continue
		}
		used[k] = true
		back := extend([]spot{p[1], p[0]})
		curve := make([]spot, 0, len(back))
		for i := len(back) - 1; i >= 0; i-- {
			curve = append(curve, back[i])
		}
		out = append(out, extend(curve))
	}
	return out
}
