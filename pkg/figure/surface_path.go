package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// drawShadows draws the feet of paths and marks on the floor.
func (s *SurfacePlot) drawShadows(c draw.Canvas, g *cage) {
	for _, p := range s.trails {
		_, below := s.trace(p, g)
		for _, way := range below {
			stroke(c, draw.LineStyle{Color: fade(p.look.color, 0.75), Width: 1, Dashes: []vg.Length{2, 1.5}}, way)
		}
	}
	for _, m := range s.marks {
		foot := g.at(m.x, m.y, s.h.lo)
		top := g.view.point(g.at(m.x, m.y, s.h.at(m.x, m.y)))
		foot[2] = 0
		q := g.view.point(foot)
		c.StrokeLine2(draw.LineStyle{Color: ink, Width: 0.8, Dashes: []vg.Length{2, 2}}, q.X, q.Y, top.X, top.Y)
		paintMark(c, m.shape, m.fill, q, 3)
	}
}

// drawPaths draws paths and marks on the surface.
func (s *SurfacePlot) drawPaths(c draw.Canvas, g *cage) {
	for _, p := range s.trails {
		above, _ := s.trace(p, g)
		c.StrokeLines(p.casing(), above...)
	}
	for _, p := range s.trails {
		above, _ := s.trace(p, g)
		for _, way := range above {
			stroke(c, p.style(), way)
		}
	}
	for _, p := range s.trails {
		pts := make([]vg.Point, len(p.x))
		for k, x := range p.x {
			pts[k] = g.view.point(g.at(x, p.y[k], s.h.at(x, p.y[k])))
		}
		p.paintSteps(c, pts, func(k int) bool { return s.covers(p.x[k], p.y[k]) })
	}
	for _, m := range s.marks {
		paintMark(c, m.shape, m.fill, g.view.point(g.at(m.x, m.y, s.h.at(m.x, m.y))), 6)
	}
}

// trace lays a path on the surface and on the floor, in pieces that lie within the plot.
func (s *SurfacePlot) trace(p *trail, g *cage) (above, below [][]vg.Point) {
	const fine = 16 // steps from point to point, to follow the surface
	var up, down []vg.Point
	flush := func() {
		if len(up) > 0 {
			above, below = append(above, up), append(below, down)
		}
		up, down = nil, nil
	}
	for i := range p.x {
		for k := range fine {
			if i == len(p.x)-1 && k > 0 {
				break
			}
			next, u := min(i+1, len(p.x)-1), float64(k)/fine
			x, y := p.x[i]*(1-u)+p.x[next]*u, p.y[i]*(1-u)+p.y[next]*u
			if !s.covers(x, y) {
				flush()
				continue
			}
			at := g.at(x, y, s.h.at(x, y))
			up = append(up, g.view.point(at))
			at[2] = 0
			down = append(down, g.view.point(at))
		}
	}
	flush()
	return above, below
}
