package figure

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// stroke draws the part of a line that lies within the canvas. A line that turns round and comes back on its own
// way would fill the gaps between its dashes: it is drawn so that the dashes of both ways fall on each other.
func stroke(c draw.Canvas, style draw.LineStyle, pts []vg.Point) {
	if len(style.Dashes) == 0 {
		c.StrokeLines(style, c.ClipLinesXY(pts)...)
		return
	}
	for _, s := range stretches(c, pts) {
		style.DashOffs = s.offset
		c.StrokeLines(style, s.pts)
	}
}

// stretch is a piece of a line that does not turn round, and where in the pattern of dashes it begins.
type stretch struct {
	pts    []vg.Point
	offset vg.Length
}

// stretches cuts a line where it turns round and where it leaves the canvas. The offset is the length of the way from
// the first point, in which a way back counts negative.
func stretches(c draw.Canvas, pts []vg.Point) (out []stretch) {
	var now stretch
	var at vg.Length // offset of pts[i]
	sign := vg.Length(1)
	flush := func() {
		if sign < 0 { // dashes run forward only
			slices.Reverse(now.pts)
			now.offset -= lineLength(now.pts)
		}
		if len(now.pts) > 0 {
			out = append(out, now)
		}
		now = stretch{}
	}
	for i := range pts[1:] {
		a, b := pts[i], pts[i+1]
		if i > 0 && turnsRound(pts[i-1], a, b) {
			flush()
			sign = -sign
		}
		if seen := c.ClipLinesXY([]vg.Point{a, b}); len(seen) > 0 {
			p, q := seen[0][0], seen[0][len(seen[0])-1]
			if n := len(now.pts); n == 0 || now.pts[n-1] != p {
				flush()
				now = stretch{[]vg.Point{p}, at + sign*lineLength([]vg.Point{a, p})}
			}
			now.pts = append(now.pts, q)
		}
		at += sign * lineLength([]vg.Point{a, b})
	}
	flush()
	return out
}

// turnsRound reports whether the way from a to b goes back to c at b, to within 8 degrees.
func turnsRound(a, b, c vg.Point) bool {
	v, w := b.Sub(a), c.Sub(b)
	return v.Dot(w) < -0.99*lineLength([]vg.Point{a, b})*lineLength([]vg.Point{b, c})
}

// lineLength is the length of the way from point to point.
func lineLength(pts []vg.Point) (sum vg.Length) {
	for i := 1; i < len(pts); i++ {
		sum += vg.Length(math.Hypot(float64(pts[i].X-pts[i-1].X), float64(pts[i].Y-pts[i-1].Y)))
	}
	return sum
}
