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
