package figure

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Scatter draws the points (x[i], y[i]), with smaller markers when there are many.
//
// It panics if x and y differ in length.
func (f *Figure) Scatter(name string, x, y []float64) {
	if !f.ready("Scatter", name, series{"x", x}, series{"y", y}) {
		return
	}
	f.logCheck("Scatter", name, false, "x", x...)
	f.logCheck("Scatter", name, true, "y", y...)
	l := f.looks.nextPoint(name)
	r := vg.Length(2.7)
	if len(x) > 100 {
		r = 2.2
	}
	if len(x) > 1000 {
		r = 1.5
	}
	f.add(points{slices.Clone(x), slices.Clone(y), l, r, false})
	f.legendKey(l.entry, pointWidth, func(c draw.Canvas, box vg.Rectangle) { paintMarker(c, l, middle(box), 2.9) })
}

// points is the layer of a scatter.
type points struct {
	x, y     []float64
	look     look
	radius   vg.Length
	isMerged bool // isMerged says whether points are drawn without a white edge, so that those that overlap run together
}

func (points) rank() int { return rankSeries }

func (p points) extent() (xmin, xmax, ymin, ymax float64) { return spanXY(p.x, p.y) }

func (p points) whole(isVertical bool) bool {
	if isVertical {
		return allWhole(p.y)
	}
	return allWhole(p.x)
}

func (p points) paint(c draw.Canvas, t transform) {
	for _, q := range t.points(p.x, p.y) {
		switch {
		case !t.inside(q):
		case p.isMerged:
			c.SetColor(p.look.color)
			c.Fill(p.look.marker(snap(q), p.radius))
		default:
			paintMarker(c, p.look, q, p.radius)
		}
	}
}

// Line joins the points (x[i], y[i]) in their order.
//
// It panics if x and y differ in length.
func (f *Figure) Line(name string, x, y []float64) {
	f.joined("Line", name, slices.Clone(x), slices.Clone(y))
}

// Curve joins the points (i, y[i]), i = 0, 1, 2, …: numbers that come one after the other,
// such as J at the start and after each step, the History of optimizer.Minimize. The first
// epoch of a train.History stands at 0.
func (f *Figure) Curve(name string, y []float64) {
	x := make([]float64, len(y))
	for i := range x {
		x[i] = float64(i)
	}
	f.joined("Curve", name, x, slices.Clone(y))
}

// joined adds a curve through the points (x[i], y[i]); it keeps x and y.
func (f *Figure) joined(method, name string, x, y []float64) {
	if !f.ready(method, name, series{"x", x}, series{"y", y}) {
		return
	}
	f.logCheck(method, name, false, "x", x...)
	f.logCheck(method, name, true, "y", y...)
	f.curve(name, x, y)
}

// curve adds a curve whose values have been checked.
func (f *Figure) curve(name string, x, y []float64) {
	l := f.looks.nextLine(name)
	f.add(&line{x: x, y: y, look: l, f: f})
	f.legendKey(l.entry, thumbWidth, lineThumb(l.line))
}

// functionSamples is the number of intervals into which Function divides lo … hi.
const functionSamples = 600

// Function draws h from lo to hi, evaluated at once at 601 points (and, where lo > 0,
// at as many spaced evenly on a logarithmic axis).
func (f *Figure) Function(name string, h func(float64) float64, lo, hi float64) {
	if !f.readyOne("Function", name, []string{"lo", "hi"}, lo, hi) {
		return
	}
	if lo >= hi {
		f.fail("%s: from %g to %g: hi must be above lo", called("Function", name), lo, hi)
		return
	}
	var x []float64
	for k := range functionSamples + 1 {
		u := float64(k) / functionSamples
		x = append(x, lo*(1-u)+hi*u)
		if lo > 0 && hi/lo > 20 && k > 0 && k < functionSamples {
			x = append(x, math.Exp(math.Log(lo)*(1-u)+math.Log(hi)*u))
		}
	}
	sort.Float64s(x)
	y := make([]float64, len(x))
	for i := range x {
		y[i] = h(x[i])
		if why := undrawable(y[i]); why != "" {
			f.checkName(name)
			f.fail("%s: its value at %g is %s", called("Function", name), x[i], why)
			return
		}
	}
	f.checkName(name)
	f.logCheck("Function", name, false, "lo", lo)
	f.logCheck("Function", name, true, "its lowest value", slices.Min(y))
	f.curve(name, x, y)
}

// line is the layer of a curve.
type line struct {
	x, y []float64
	look look
	f    *Figure
}

func (*line) rank() int { return rankSeries }

func (l *line) extent() (xmin, xmax, ymin, ymax float64) { return spanXY(l.x, l.y) }

func (l *line) whole(isVertical bool) bool {
	if isVertical {
		return allWhole(l.y)
	}
	return allWhole(l.x)
}

func (l *line) paint(c draw.Canvas, t transform) {
	style := l.look.line()
	pts := thin(t.points(l.x, l.y))
	if l.f.field != nil { // a white casing, to be seen over the colours of contours
		casing := draw.LineStyle{Color: paper, Width: style.Width + 1.8}
		if style.Width == fineWidth {
			casing.Width = fineWidth + 0.7
		}
		stroke(c, casing, pts)
	}
	stroke(c, style, pts)
}

// thin leaves out points that are too close to the last one kept to be seen.
func thin(pts []vg.Point) []vg.Point {
	const invisible = 0.1
	out := pts[:1]
	for i, p := range pts[1:] {
		last := out[len(out)-1]
		if math.Hypot(float64(p.X-last.X), float64(p.Y-last.Y)) >= invisible || i == len(pts)-2 {
			out = append(out, p)
		}
	}
	return out
}

// span returns the smallest and the largest of v.
func span(v []float64) (lo, hi float64) { return slices.Min(v), slices.Max(v) }

// spanXY is span of x and of y, in the form of a layer's extent.
func spanXY(x, y []float64) (xmin, xmax, ymin, ymax float64) {
	xmin, xmax = span(x)
	ymin, ymax = span(y)
	return
}

// nowhere is the extent of a layer that needs no range of its own.
func nowhere() (xmin, xmax, ymin, ymax float64) {
	return math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
}
