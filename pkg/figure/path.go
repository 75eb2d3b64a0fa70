package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Path draws the way of an optimizer through the plane of two weights: path[t] is
// (θ₀, θ₁) after t steps. Each step is a straight piece with a sign at its end, of which those that would
// touch are left out; long pieces carry an arrow. An open circle is the start, a larger sign the end. Where
// paths run together one sees the colour of each between the dashes of those after it. Parts outside
// the axes are cut off. It is the path that optimizer.Minimize records and landscape.PCA returns.
//
// It panics if a path[t] has not two values.
func (f *Figure) Path(name string, path [][]float64) {
	x, y := coordinates(name, path)
	if !f.ready("Path", name, series{"x", x}, series{"y", y}) {
		return
	}
	f.logCheck("Path", name, false, "x", x...)
	f.logCheck("Path", name, true, "y", y...)
	p := f.newTrail(name, x, y)
	f.add(trailCasing{p})
	f.add(trailLine{p})
	f.add(trailSteps{p})
}

// coordinates are those of the points of a path, along x and along y. It panics if a point has
// not two.
func coordinates(name string, path [][]float64) (x, y []float64) {
	x, y = make([]float64, len(path)), make([]float64, len(path))
	for t, p := range path {
		if len(p) != 2 {
			panic(fmt.Sprintf("figure: %s: path[%d] has %d values, want 2", called("Path", name), t, len(p)))
		}
		x[t], y[t] = p[0], p[1]
	}
	return x, y
}

// Sizes of a path, in points.
const (
	trailWidth = vg.Length(1.3) // of the line, which is thinner than a curve, for it has signs
	stepSize   = vg.Length(1.8) // radius of the sign at the end of a step
	endSize    = vg.Length(2.9) // radius of the sign at the end
	stepGap    = 7              // signs are at least that far apart
	startRing  = vg.Length(3)   // radius of the circle at the start
	longStep   = 22             // pieces at least that long carry an arrow
)

// trail is a path, on a surface or on a figure.
type trail struct {
	x, y []float64
	look look
}

// newTrail makes a path and its entry in the legend.
func (d *drawn) newTrail(name string, x, y []float64) *trail {
	p := &trail{x, y, d.looks.nextLine(name)}
	d.legendKey(p.look.entry, thumbWidth, func(c draw.Canvas, r vg.Rectangle) {
		y := middle(r).Y
		c.StrokeLine2(p.style(), r.Min.X+startRing, y, r.Max.X, y)
		paintMarker(c, p.look, vg.Point{X: middle(r).X + 2*stepSize, Y: y}, stepSize)
		paintStart(c, vg.Point{X: r.Min.X + startRing, Y: y})
	})
	return p
}

func (p *trail) style() draw.LineStyle {
	return draw.LineStyle{Color: p.look.color, Width: trailWidth, Dashes: p.look.dash}
}

// casing is what lies below all paths, so that they are seen over the colours of contours.
func (p *trail) casing() draw.LineStyle {
	return draw.LineStyle{Color: paper, Width: trailWidth + 1.8}
}

func (p *trail) extent() (xmin, xmax, ymin, ymax float64) { return spanXY(p.x, p.y) }

// The layers of a path.
type (
	trailCasing struct{ *trail }
	trailLine   struct{ *trail }
	trailSteps  struct{ *trail }
)

func (trailCasing) rank() int { return rankCasing }
func (trailLine) rank() int   { return rankSeries }
func (trailSteps) rank() int  { return rankSteps }

func (p trailCasing) paint(c draw.Canvas, t transform) {
	c.StrokeLines(p.casing(), c.ClipLinesXY(thin(t.points(p.x, p.y)))...)
}

func (p trailLine) paint(c draw.Canvas, t transform) {
	stroke(c, p.style(), thin(t.points(p.x, p.y)))
}

func (p trailSteps) paint(c draw.Canvas, t transform) {
	pts := t.points(p.x, p.y)
	for k := 1; k < len(pts); k++ {
		paintArrow(c, p.look, pts[k-1], pts[k], t)
	}
	p.paintSteps(c, pts, func(k int) bool { return t.inside(pts[k]) })
}

// paintSteps draws the signs of a path through pts, those that are seen.
func (p *trail) paintSteps(c draw.Canvas, pts []vg.Point, seen func(k int) bool) {
	last, end := 0, len(pts)-1
	for k := 1; k < end; k++ {
		if lineLength([]vg.Point{pts[last], pts[k]}) >= stepGap {
			if last = k; seen(k) {
				paintMarker(c, p.look, pts[k], stepSize)
			}
		}
	}
	if end > 0 && seen(end) {
		paintMarker(c, p.look, pts[end], endSize)
	}
	if seen(0) {
		paintStart(c, pts[0])
	}
}

// paintStart draws an open circle. It has no colour, because paths often have a common start.
func paintStart(c draw.Canvas, pt vg.Point) {
	c.SetColor(paper)
	c.Fill(disc(pt, startRing+1.4))
	c.SetLineStyle(draw.LineStyle{Color: ink, Width: 1.5})
	c.Stroke(disc(pt, startRing))
}

// paintArrow puts the head of an arrow on the middle of a long piece from a to b.
func paintArrow(c draw.Canvas, l look, a, b vg.Point, t transform) {
	dx, dy := b.X-a.X, b.Y-a.Y
	long := vg.Length(math.Hypot(float64(dx), float64(dy)))
	tip := vg.Point{X: a.X + dx/2, Y: a.Y + dy/2}
	if long < longStep || !t.inside(tip) {
		return
	}
	dx, dy = dx/long, dy/long
	tip = vg.Point{X: tip.X + 3.5*dx, Y: tip.Y + 3.5*dy}
	head := func(size vg.Length, tip vg.Point) vg.Path {
		var p vg.Path
		p.Move(tip)
		for _, side := range []vg.Length{0.5, -0.5} {
			p.Line(vg.Point{X: tip.X - size*dx - side*size*dy, Y: tip.Y - size*dy + side*size*dx})
		}
		p.Close()
		return p
	}
	c.SetColor(paper)
	c.Fill(head(9.5, vg.Point{X: tip.X + 1.6*dx, Y: tip.Y + 1.6*dy}))
	c.SetColor(l.color)
	c.Fill(head(7, tip))
}
