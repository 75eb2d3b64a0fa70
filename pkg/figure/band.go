package figure

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Band fills the area between lo and hi. After a Line or Function it takes that
// curve's colour; a second band for the same curve is lighter and has a dashed edge.
//
// It panics if x, lo and hi differ in length.
func (f *Figure) Band(name string, x, lo, hi []float64) {
	if !f.ready("Band", name, series{"x", x}, series{"lo", lo}, series{"hi", hi}) {
		return
	}
	f.logCheck("Band", name, false, "x", x...)
	f.logCheck("Band", name, true, "lo", lo...)
	f.logCheck("Band", name, true, "hi", hi...)
	b := band{x: slices.Clone(x), lo: slices.Clone(lo), hi: slices.Clone(hi)}
	switch {
	case f.looks.isAfterLine:
		b.color = f.looks.lines.last().color
		for _, l := range f.layers {
			if o, ok := l.(band); ok && o.color == b.color {
				b.isOuter = true
			}
		}
	default:
		b.color = f.looks.nextColor()
	}
	f.add(b)
	f.legendKey(name, thumbWidth, func(c draw.Canvas, r vg.Rectangle) {
		c.SetColor(b.fill())
		c.Fill(r.Path())
		for _, y := range []vg.Length{r.Min.Y, r.Max.Y} {
			c.StrokeLine2(b.edge(), r.Min.X, y, r.Max.X, y)
		}
	})
}

// band is the layer of an area between two curves.
type band struct {
	x, lo, hi []float64
	color     color.NRGBA
	isOuter   bool // isOuter says whether it is the second band of a curve
}

func (b band) fill() color.Color {
	if b.isOuter {
		return fade(b.color, 0.13)
	}
	return fade(b.color, 0.25)
}

func (b band) edge() draw.LineStyle {
	s := draw.LineStyle{Color: fade(b.color, 0.75), Width: 0.7}
	if b.isOuter {
		s.Dashes = []vg.Length{3, 2}
	}
	return s
}

func (b band) rank() int { return rankArea }

func (b band) extent() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = spanXY(b.x, b.lo)
	_, _, lo, hi := spanXY(b.x, b.hi)
	return xmin, xmax, min(ymin, lo), max(ymax, hi)
}

func (b band) paint(c draw.Canvas, t transform) {
	lower, upper := t.points(b.x, b.lo), t.points(b.x, b.hi)
	around := slices.Clone(upper)
	slices.Reverse(around)
	around = append(slices.Clone(lower), around...)
	c.FillPolygon(b.fill(), c.ClipPolygonXY(around))
	c.StrokeLines(b.edge(), c.ClipLinesXY(lower, upper)...)
}

// Residuals draws a thin bar from each fit (x[i], yhat[i]) to its point (x[i], y[i]):
// |ŷ[i] − y[i]| as a length. The bars are grey and lie under points and curves.
//
// It panics if x, yhat and y differ in length.
func (f *Figure) Residuals(name string, x, yhat, y []float64) {
	if !f.ready("Residuals", name, series{"x", x}, series{"yhat", yhat}, series{"y", y}) {
		return
	}
	f.logCheck("Residuals", name, false, "x", x...)
	f.logCheck("Residuals", name, true, "yhat", yhat...)
	f.logCheck("Residuals", name, true, "y", y...)
	f.add(residuals{slices.Clone(x), slices.Clone(yhat), slices.Clone(y)})
	f.legendKey(name, pointWidth+5, func(c draw.Canvas, r vg.Rectangle) {
		m := middle(r)
		for k := -1; k <= 1; k++ {
			x := m.X + vg.Length(6*k)
			c.StrokeLine2(residualStyle, x, r.Min.Y+vg.Length(k*k), x, r.Max.Y-vg.Length(2*k*k))
		}
	})
}

var residualStyle = draw.LineStyle{Color: greyInk, Width: 0.8}

// residuals is the layer of bars between points and fit.
type residuals struct{ x, yhat, y []float64 }

func (residuals) rank() int { return rankBar }

func (r residuals) extent() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = spanXY(r.x, r.y)
	_, _, lo, hi := spanXY(r.x, r.yhat)
	return xmin, xmax, min(ymin, lo), max(ymax, hi)
}

func (r residuals) paint(c draw.Canvas, t transform) {
	for i, x := range r.x {
		c.StrokeLines(residualStyle, c.ClipLinesXY([]vg.Point{t.point(x, r.y[i]), t.point(x, r.yhat[i])})...)
	}
}
