package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The heights in a cage: the surface begins above the floor, so that one sees the
// level lines there.
const (
	cageFloor  = 0.42 // below the lowest point
	cageHeight = 1.52
)

// cage is the frame in space around a surface, with its three axes.
type cage struct {
	h        *heights
	view     view
	nearA    float64 // −1 or 1: the wall across the a axis next to the reader
	nearB    float64
	axis     [3]cageAxis
	zlo, zhi float64

	lines [][2]vg.Point // the axes and their ticks
	texts []placedBlock // the labels of both
}

// cageAxis is an edge of the cage with ticks.
type cageAxis struct {
	label string
	ticks ticks
	place func(v float64) vec // of a tick
	out   vec                 // away from the cage
	from  vec
	to    vec
}

// newCage chooses the edges that carry the axes and fits everything into r.
func (s *SurfacePlot) newCage(r vg.Rectangle) (*cage, error) {
	look := newView(s.Azimuth, math.Max(5, math.Min(85, s.Elevation)))
	g := &cage{h: s.h, view: look}
	g.zlo, g.zhi = s.h.lo, s.h.hi
	if g.zhi-g.zlo <= 1e-9*math.Max(math.Abs(g.zlo), math.Abs(g.zhi)) || g.zhi-g.zlo < infinitesimal {
		g.zlo, g.zhi = widen(g.zlo, g.zhi, false, true, true)
	}
	g.nearA, g.nearB = math.Copysign(1, g.view.eye[0]), math.Copysign(1, g.view.eye[1])
	// The upright axis stands on the left of the two outer edges.
	ua, ub := g.nearA, -g.nearB
	if (vec{-ua, -ub, 0}).dot(g.view.right) < (vec{ua, ub, 0}).dot(g.view.right) {
		ua, ub = -ua, -ub
	}
	h := s.h
	g.axis = [3]cageAxis{
		{
			label: s.XLabel, ticks: linearTicks(h.box[0][0], h.box[0][1], 5, false), out: vec{0, g.nearB, 0},
			place: func(v float64) vec { return vec{g.flat(v, h.box[0]), g.nearB, 0} },
			from:  vec{-1, g.nearB, 0}, to: vec{1, g.nearB, 0},
		},
		{
			label: s.YLabel, ticks: linearTicks(h.box[1][0], h.box[1][1], 5, false), out: vec{g.nearA, 0, 0},
			place: func(v float64) vec { return vec{g.nearA, g.flat(v, h.box[1]), 0} },
			from:  vec{g.nearA, -1, 0}, to: vec{g.nearA, 1, 0},
		},
		{
			label: s.ZLabel, ticks: linearTicks(g.zlo, g.zhi, 5, false),
			place: func(v float64) vec { return vec{ua, ub, g.height(v)} },
			from:  vec{ua, ub, cageFloor}, to: vec{ua, ub, cageHeight},
		},
	}
	// Upright: outwards is straight to the left on the canvas.
	g.axis[2].out = vec{-g.view.right[0], -g.view.right[1], 0}
	for k := range g.axis {
		if note := g.axis[k].ticks.note; note != "" {
			g.axis[k].label += "  " + note
		}
	}
	canvas := r
	var widest vg.Length
	for _, l := range g.axis[2].ticks.label {
		widest = max(widest, tickText.width(l))
	}
	left := edge + tickLen + tickGap + widest + labelGap + 2*labelText.size
	r.Min.X += left
	r.Max.X -= max(left/2, 34)
	r.Min.Y += 38
	r.Max.Y -= 6
	// Where the labels stand, and how many lines they have, hangs on the room that they leave for the cage.
	for range 12 {
		if r.Size().X < 60 || r.Size().Y < 60 {
			break
		}
		g.view = look
		g.view.fit(r)
		g.placeAxes()
		over := g.beyond(canvas)
		if over.max(margins{1, 1, 1, 1}) == (margins{1, 1, 1, 1}) {
			return g, nil
		}
		r = frame(r, over)
	}
	return nil, fmt.Errorf("figure: %q: no room for the surface: make Width and Height larger or the labels shorter", s.Title)
}

// flat takes a value between the ends of a range to −1 … 1.
func (g *cage) flat(v float64, ends [2]float64) float64 {
	return 2*scale{}.Normalize(ends[0], ends[1], v) - 1
}

// height takes a value of J to the third coordinate.
func (g *cage) height(z float64) float64 {
	return cageFloor + (cageHeight-cageFloor)*scale{}.Normalize(g.zlo, g.zhi, z)
}

// at is the place of the point (a, b, z).
func (g *cage) at(a, b, z float64) vec {
	return vec{g.flat(a, g.h.box[0]), g.flat(b, g.h.box[1]), g.height(z)}
}

// drawWalls draws floor and far walls with their grid.
func (g *cage) drawWalls(c draw.Canvas) {
	s := draw.LineStyle{Color: gridInk, Width: 0.75}
	stroke := func(ps ...vec) {
		pts := make([]vg.Point, len(ps))
		for i, p := range ps {
			pts[i] = g.view.point(p)
		}
		c.StrokeLines(s, pts)
	}
	for _, v := range g.axis[0].ticks.at {
		u := g.flat(v, g.h.box[0])
		stroke(vec{u, g.nearB, 0}, vec{u, -g.nearB, 0}, vec{u, -g.nearB, cageHeight})
	}
	for _, v := range g.axis[1].ticks.at {
		u := g.flat(v, g.h.box[1])
		stroke(vec{g.nearA, u, 0}, vec{-g.nearA, u, 0}, vec{-g.nearA, u, cageHeight})
	}
	for _, v := range g.axis[2].ticks.at {
		w := g.height(v)
		stroke(vec{-g.nearA, g.nearB, w}, vec{-g.nearA, -g.nearB, w}, vec{g.nearA, -g.nearB, w})
	}
	s.Color = tint(axisInk, 0.6)
	stroke(vec{-g.nearA, g.nearB, 0}, vec{-g.nearA, -g.nearB, 0}, vec{g.nearA, -g.nearB, 0})
	stroke(vec{-g.nearA, -g.nearB, 0}, vec{-g.nearA, -g.nearB, cageHeight})
}
