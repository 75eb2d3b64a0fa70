package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The box of a surface plot: the surface begins above the floor, so that one sees the
// level lines there.
const (
	boxFloor  = 0.42 // below the lowest point
	boxHeight = 1.52
)

// box is the frame in space with its three axes.
type box struct {
	h        *heights
	view     view
	nearA    float64 // −1 or 1: the wall across the a axis next to the reader
	nearB    float64
	axis     [3]boxAxis
	zlo, zhi float64
}

// boxAxis is an edge of the box with ticks.
type boxAxis struct {
	label string
	marks ticks
	place func(v float64) vec // of a tick
	out   vec                 // away from the box
	from  vec
	to    vec
}

// newBox chooses the edges that carry the axes and fits everything into r.
func (s *SurfacePlot) newBox(r vg.Rectangle) (*box, error) {
	b := &box{h: s.h, view: newView(s.Azimuth, math.Max(5, math.Min(85, s.Elevation)))}
	b.zlo, b.zhi = s.h.lo, s.h.hi
	if b.zhi-b.zlo <= 1e-9*math.Max(math.Abs(b.zlo), math.Abs(b.zhi)) || b.zhi-b.zlo < infinitesimal {
		b.zlo, b.zhi = widen(b.zlo, b.zhi, false, true, true)
	}
	b.nearA, b.nearB = math.Copysign(1, b.view.eye[0]), math.Copysign(1, b.view.eye[1])
	// The upright axis stands on the left of the two outer edges.
	ua, ub := b.nearA, -b.nearB
	if (vec{-ua, -ub, 0}).dot(b.view.right) < (vec{ua, ub, 0}).dot(b.view.right) {
		ua, ub = -ua, -ub
	}
	h := s.h
	b.axis = [3]boxAxis{
		{
			label: s.XLabel, marks: linearTicks(h.alo, h.ahi, 5, false), out: vec{0, b.nearB, 0},
			place: func(v float64) vec { return vec{b.flat(v, h.alo, h.ahi), b.nearB, 0} },
			from:  vec{-1, b.nearB, 0}, to: vec{1, b.nearB, 0},
		},
		{
			label: s.YLabel, marks: linearTicks(h.blo, h.bhi, 5, false), out: vec{b.nearA, 0, 0},
			place: func(v float64) vec { return vec{b.nearA, b.flat(v, h.blo, h.bhi), 0} },
			from:  vec{b.nearA, -1, 0}, to: vec{b.nearA, 1, 0},
		},
		{
			label: s.ZLabel, marks: linearTicks(b.zlo, b.zhi, 5, false),
			place: func(v float64) vec { return vec{ua, ub, b.height(v)} },
			from:  vec{ua, ub, boxFloor}, to: vec{ua, ub, boxHeight},
		},
	}
	// Upright: outwards is straight to the left on the canvas.
	b.axis[2].out = vec{-b.view.right[0], -b.view.right[1], 0}
	for k := range b.axis {
		if note := b.axis[k].marks.note; note != "" {
			b.axis[k].label += "  " + note
		}
	}
	var widest vg.Length
	for _, l := range b.axis[2].marks.label {
		widest = max(widest, tickText.width(l))
	}
	left := edge + tickLen + tickGap + widest + labelGap + 2*labelText.size
	r.Min.X += left
	r.Max.X -= max(left/2, 34)
	r.Min.Y += 38
	r.Max.Y -= 6
	if r.Size().X < 60 || r.Size().Y < 60 {
		return nil, fmt.Errorf("figure: %q: no room for the surface: make Width and Height larger", s.Title)
	}
	b.view.fit(r)
	return b, nil
}

// flat takes a value between lo and hi to −1 … 1.
func (b *box) flat(v, lo, hi float64) float64 { return 2*scale{}.Normalize(lo, hi, v) - 1 }

// height takes a value of J to the third coordinate.
func (b *box) height(z float64) float64 {
	return boxFloor + (boxHeight-boxFloor)*scale{}.Normalize(b.zlo, b.zhi, z)
}

// at is the place of the point (a, b, z).
func (b *box) at(a, bb, z float64) vec {
	return vec{b.flat(a, b.h.alo, b.h.ahi), b.flat(bb, b.h.blo, b.h.bhi), b.height(z)}
}

// drawWalls draws floor and far walls with their grid.
func (b *box) drawWalls(c draw.Canvas) {
	s := draw.LineStyle{Color: gridInk, Width: 0.75}
	stroke := func(ps ...vec) {
		pts := make([]vg.Point, len(ps))
		for i, p := range ps {
			pts[i] = b.view.point(p)
		}
		c.StrokeLines(s, pts)
	}
	for _, v := range b.axis[0].marks.at {
		u := b.flat(v, b.h.alo, b.h.ahi)
		stroke(vec{u, b.nearB, 0}, vec{u, -b.nearB, 0}, vec{u, -b.nearB, boxHeight})
	}
	for _, v := range b.axis[1].marks.at {
		u := b.flat(v, b.h.blo, b.h.bhi)
		stroke(vec{b.nearA, u, 0}, vec{-b.nearA, u, 0}, vec{-b.nearA, u, boxHeight})
	}
	for _, v := range b.axis[2].marks.at {
		w := b.height(v)
		stroke(vec{-b.nearA, b.nearB, w}, vec{-b.nearA, -b.nearB, w}, vec{b.nearA, -b.nearB, w})
	}
	s.Color = tint(axisInk, 0.6)
	stroke(vec{-b.nearA, b.nearB, 0}, vec{-b.nearA, -b.nearB, 0}, vec{b.nearA, -b.nearB, 0})
	stroke(vec{-b.nearA, -b.nearB, 0}, vec{-b.nearA, -b.nearB, boxHeight})
}

// drawAxes draws the edges with ticks and labels.
func (b *box) drawAxes(c draw.Canvas) {
	s := draw.LineStyle{Color: axisInk, Width: 0.8}
	var written []vg.Rectangle // labels at a shared corner must not overlap
	for k, a := range b.axis {
		from, to := b.view.point(a.from), b.view.point(a.to)
		c.StrokeLine2(s, from.X, from.Y, to.X, to.Y)
		// Away from the edge, at right angles to it on the canvas.
		along := b.view.direction(a.to.sub(a.from))
		out := vg.Point{X: -along.Y, Y: along.X}
		if o := b.view.direction(a.out); out.X*o.X+out.Y*o.Y < 0 {
			out = out.Scale(-1)
		}
		var reach vg.Length
		for i, v := range a.marks.at {
			p := b.view.point(a.place(v))
			q := p.Add(out.Scale(tickLen))
			c.StrokeLine2(s, p.X, p.Y, q.X, q.Y)
			w, h := tickText.width(a.marks.label[i]), tickText.height(a.marks.label[i])
			q = q.Add(out.Scale(tickGap))
			// The label's box touches q on the side that looks to the axis.
			ax, ay := 0.5-0.5*toward(float64(out.X)), 0.5-0.5*toward(float64(out.Y))
			corner := q.Sub(vg.Point{X: vg.Length(ax) * w, Y: vg.Length(ay) * h})
			box := vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: w, Y: h})}
			if overlapsAny(box, written) {
				continue
			}
			written = append(written, box)
			tickText.write(c, q, ax, ay, 0, a.marks.label[i])
			reach = max(reach, vg.Length(math.Abs(float64(out.X)))*w+vg.Length(math.Abs(float64(out.Y)))*h)
		}
		turn := math.Atan2(float64(along.Y), float64(along.X))
		if turn > math.Pi/2+1e-9 {
			turn -= math.Pi
		} else if turn < -math.Pi/2+1e-9 {
			turn += math.Pi
		}
		at := vg.Point{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2}
		at = at.Add(out.Scale(tickLen + tickGap + reach + labelGap))
		ay := 1.0 // the text lies below the edge …
		if k == 2 || float64(out.Y)*math.Cos(turn)-float64(out.X)*math.Sin(turn) > 0 {
			ay = 0 // … or above, seen along its own direction
		}
		long := vg.Length(math.Hypot(float64(to.X-from.X), float64(to.Y-from.Y)))
		labelText.write(c, at, 0.5, ay, turn, labelText.wrap(a.label, max(long, 90)))
	}
}

// toward sharpens a component of a direction.
func toward(v float64) float64 { return math.Max(-1, math.Min(1, 1.25*v)) }

// overlapsAny reports whether r comes too close to one of rs.
func overlapsAny(r vg.Rectangle, rs []vg.Rectangle) bool {
	for _, o := range rs {
		if r.Min.X < o.Max.X+6 && o.Min.X < r.Max.X+6 && r.Min.Y < o.Max.Y+2 && o.Min.Y < r.Max.Y+2 {
			return true
		}
	}
	return false
}
