package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Path draws the way of an optimizer through the plane of two weights: path[t] is
// (θ₀, θ₁) after t steps. Each step is a straight piece with a dot at its end, long
// pieces carry an arrow, and an open circle is the start. Parts outside the axes are
// cut off. It is the path that optimizer.Minimize records and landscape.PCA returns.
//
// It panics if a path[t] has not two values.
func (f *Figure) Path(name string, path [][]float64) {
	x, y := coordinates(name, path)
	if !f.ready("Path", name, series{"x", x}, series{"y", y}) {
		return
	}
	f.logCheck("Path", name, false, "x", x...)
	f.logCheck("Path", name, true, "y", y...)
	l := f.looks.nextLine(name)
	f.add(&trail{x, y, l, f})
	f.legendKey(l.entry, thumbWidth, func(c draw.Canvas, r vg.Rectangle) {
		c.StrokeLine2(trailStyle(l), r.Min.X+stepDot, middle(r).Y, r.Max.X, middle(r).Y)
		paintStep(c, l, vg.Point{X: middle(r).X + stepDot, Y: middle(r).Y})
		paintStart(c, l, vg.Point{X: r.Min.X + startRing, Y: middle(r).Y})
	})
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
	stepDot   = vg.Length(1.9) // radius of the dot at the end of a step
	startRing = vg.Length(3)   // radius of the circle at the start
	dotGap    = 4              // dots are at least that far apart
	longStep  = 22             // pieces at least that long carry an arrow
)

// trail is a path, on a surface or as the layer of a figure.
type trail struct {
	x, y []float64
	look look
	f    *Figure // of the layer
}

func (*trail) rank() int { return rankSeries }

func (p *trail) extent() (xmin, xmax, ymin, ymax float64) { return spanXY(p.x, p.y) }

// trailStyle is the line of a path: thinner than a curve, for it has dots.
func trailStyle(l look) draw.LineStyle {
	return draw.LineStyle{Color: l.color, Width: 1.3, Dashes: l.dash}
}

func (p *trail) paint(c draw.Canvas, t transform) {
	pts := t.points(p.x, p.y)
	style := trailStyle(p.look)
	parts := c.ClipLinesXY(thin(pts))
	if p.f.field != nil { // seen over the colours of contours
		c.StrokeLines(draw.LineStyle{Color: paper, Width: style.Width + 1.8}, parts...)
	}
	c.StrokeLines(style, parts...)
	for k := 1; k < len(pts); k++ {
		paintArrow(c, p.look, pts[k-1], pts[k], t)
	}
	last := pts[0]
	for k, q := range pts[1:] {
		far := math.Hypot(float64(q.X-last.X), float64(q.Y-last.Y)) >= dotGap
		if far || k == len(pts)-2 {
			if t.inside(q) {
				paintStep(c, p.look, q)
			}
			last = q
		}
	}
	if t.inside(pts[0]) {
		paintStart(c, p.look, pts[0])
	}
}

func paintStep(c draw.Canvas, l look, pt vg.Point) {
	c.SetColor(paper)
	c.Fill(disc(snap(pt), stepDot+0.6))
	c.SetColor(l.color)
	c.Fill(disc(snap(pt), stepDot))
}

func paintStart(c draw.Canvas, l look, pt vg.Point) {
	c.SetColor(paper)
	c.Fill(disc(pt, startRing+1.4))
	c.SetLineStyle(draw.LineStyle{Color: l.color, Width: 1.5})
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
