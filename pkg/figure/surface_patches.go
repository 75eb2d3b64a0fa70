package figure

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// light is where the light comes from, seen by the reader: left, above, in front.
var light = vec{-0.45, 0.75, 0.48}

// patch is one cell of the surface.
type patch struct {
	corner [4]vec
	depth  float64 // grows towards the reader
	color  color.NRGBA
}

// drawPatches paints the cells of the grid from far to near.
func (s *SurfacePlot) drawPatches(c draw.Canvas, g *cage) {
	h := s.h
	var ps []patch
	for j := range h.nb - 1 {
		for i := range h.na - 1 {
			var p patch
			var z float64
			for k, d := range [4][2]int{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
				v := h.node(i+d[0], j+d[1])
				p.corner[k] = g.at(between(h.box[0], i+d[0], h.na), between(h.box[1], j+d[1], h.nb), v)
				z += v / 4
			}
			m := p.corner[0]
			for k := range m {
				m[k] = (p.corner[0][k] + p.corner[2][k]) / 2
			}
			m[2] = 0 // cells of a height field cover each other in the order of their feet
			p.depth = m.dot(g.view.eye)
			p.color = shine(heightColor(steps(s.levels.position(z), 40)), steps(g.shading(p.corner), 20))
			ps = append(ps, p)
		}
	}
	slices.SortStableFunc(ps, func(p, q patch) int { return cmp.Compare(p.depth, q.depth) })
	for _, p := range ps {
		pts := make([]vg.Point, 4)
		for k := range pts {
			pts[k] = g.view.point(p.corner[k])
		}
		c.FillPolygon(p.color, pts)
		// The mesh: a shade of the patch itself, closing the seams between patches.
		c.StrokeLines(draw.LineStyle{Color: mesh(p.color), Width: 0.45}, append(pts, pts[0]))
	}
}

// steps rounds v to multiples of 1/n: fewer colours make a smaller picture.
func steps(v, n float64) float64 { return math.Round(v*n) / n }

// mesh is the colour of a patch's edge.
func mesh(c color.NRGBA) color.NRGBA {
	if luminance(c) < 0.05 {
		return color.NRGBA{uint8(60 + int(c.R)*3/4), uint8(60 + int(c.G)*3/4), uint8(60 + int(c.B)*3/4), 0xff}
	}
	return shine(c, 0.72)
}

// shading is how bright a patch is: its two sides are lit alike.
func (g *cage) shading(corner [4]vec) float64 {
	n := corner[2].sub(corner[0]).cross(corner[3].sub(corner[1])).unit()
	seen := vec{n.dot(g.view.right), n.dot(g.view.up), n.dot(g.view.eye)}
	if seen[2] < 0 {
		seen = vec{-seen[0], -seen[1], -seen[2]}
	}
	return 0.74 + 0.34*math.Max(0, seen.dot(light.unit()))
}
