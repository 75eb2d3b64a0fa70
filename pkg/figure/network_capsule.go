package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// capsule is all that lies no farther than r from the straight line from p to q. Units, edges and the
// texts on edges are capsules, so that one distance tells whether any two of them touch.
type capsule struct {
	p, q vg.Point
	r    vg.Length
}

// direction is the unit vector from a to b.
func direction(a, b vg.Point) vg.Point {
	v := b.Sub(a)
	return v.Scale(1 / length(v))
}

func length(v vg.Point) vg.Length { return vg.Length(math.Hypot(float64(v.X), float64(v.Y))) }

// gap is the distance of two capsules, negative where they overlap.
func (c capsule) gap(o capsule) vg.Length {
	d := vg.Length(0)
	if !c.crosses(o) {
		d = min(c.axisTo(o.p), c.axisTo(o.q), o.axisTo(c.p), o.axisTo(c.q))
	}
	return d - c.r - o.r
}

// crosses reports whether the axes of two capsules cross: if the ends of each lie on different
// sides of the other.
func (c capsule) crosses(o capsule) bool {
	side := func(a, b, p vg.Point) vg.Length {
		u, v := b.Sub(a), p.Sub(a)
		return u.X*v.Y - u.Y*v.X
	}
	return side(c.p, c.q, o.p)*side(c.p, c.q, o.q) < 0 && side(o.p, o.q, c.p)*side(o.p, o.q, c.q) < 0
}

// axisTo is the distance of a point from the axis of c, the line from p to q.
func (c capsule) axisTo(a vg.Point) vg.Length {
	along, to := c.q.Sub(c.p), a.Sub(c.p)
	part := vg.Length(0)
	if long := along.Dot(along); long > 0 {
		part = max(0, min(1, to.Dot(along)/long))
	}
	return length(to.Sub(along.Scale(part)))
}

// path goes round the capsule.
func (c capsule) path() vg.Path {
	turn := math.Atan2(float64(c.q.Y-c.p.Y), float64(c.q.X-c.p.X))
	across := vg.Point{X: c.r * vg.Length(math.Sin(turn)), Y: -c.r * vg.Length(math.Cos(turn))}
	var p vg.Path
	p.Move(c.q.Add(across))
	p.Arc(c.q, c.r, turn-math.Pi/2, math.Pi)
	p.Line(c.p.Sub(across))
	p.Arc(c.p, c.r, turn+math.Pi/2, math.Pi)
	p.Close()
	return p
}
