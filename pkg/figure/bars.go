package figure

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Bars draws a bar from 0 to height[i] at x[i], downwards where the height is negative. All bars of a
// figure have the same width, less than the distance of the nearest two. On a logarithmic axis they begin
// at its lower end, a thousandth of the highest without [Figure.Limits].
//
// It panics if x and height differ in length.
func (f *Figure) Bars(name string, x, height []float64) {
	if !f.ready("Bars", name, series{"x", x}, series{"height", height}) {
		return
	}
	f.logCheck("Bars", name, false, "x", x...)
	f.logCheck("Bars", name, true, "height", height...)
	f.barsAt = append(f.barsAt, x...)
	b := bars{x: slices.Clone(x), height: slices.Clone(height), all: &f.barsAt, look: look{color: f.looks.nextColor()}}
	f.startsOnFloor = slices.Min(height) >= 0 && (f.startsOnFloor || len(f.barsAt) == len(x))
	f.add(b)
	f.legendKey(name, pointWidth+4, b.look.bar)
}

// bars is the layer of one call of Bars.
type bars struct {
	x, height []float64
	all       *[]float64 // all holds the x of all bars of the figure
	look      look
}

func (bars) rank() int { return rankArea }

func (b bars) extent() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = spanXY(b.x, b.height)
	if gap := closest(*b.all); !math.IsInf(gap, 1) { // half a bar beside the first and the last
		xmin, xmax = xmin-gap/2, xmax+gap/2
	}
	return xmin, xmax, min(ymin, 0), max(ymax, 0)
}

// whole lets bars over 1, 2, 3 have no tick at 1.5.
func (b bars) whole(isVertical bool) bool {
	if isVertical {
		return allWhole(b.height)
	}
	return allWhole(b.x)
}

// The width of a bar: its part of the distance of the nearest two, and the largest, in points.
const (
	barPart   = 0.7
	widestBar = 30
)

func (b bars) paint(c draw.Canvas, t transform) {
	at := make([]float64, len(*b.all))
	for i, x := range *b.all {
		at[i] = float64(t.x(x))
	}
	half := vg.Length(min(barPart*closest(at), widestBar) / 2)
	d := t.data
	within := func(y vg.Length) vg.Length { return max(d.Min.Y, min(d.Max.Y, y)) }
	floor := within(t.y(0))
	for i, x := range b.x {
		foot, head := floor, within(t.y(b.height[i]))
		r := vg.Rectangle{Min: vg.Point{X: t.x(x) - half, Y: min(foot, head)}, Max: vg.Point{X: t.x(x) + half, Y: max(foot, head)}}
		if r.Min.Y < r.Max.Y {
			b.look.bar(c, r)
		}
	}
	if floor > d.Min.Y { // some bars hang
		c.StrokeLine2(draw.LineStyle{Color: axisInk, Width: 0.8}, d.Min.X, floor, d.Max.X, floor)
	}
}

// bar draws a bar, or a bin of a histogram.
func (l look) bar(c draw.Canvas, r vg.Rectangle) {
	c.SetColor(fade(l.color, 0.5))
	c.Fill(r.Path())
	c.SetLineStyle(draw.LineStyle{Color: l.color, Width: 0.7})
	c.Stroke(r.Path())
}

// closest is the smallest distance of two different values, +Inf without two.
func closest(v []float64) float64 {
	sorted, gap := slices.Sorted(slices.Values(v)), math.Inf(1)
	for i := 1; i < len(sorted); i++ {
		if d := sorted[i] - sorted[i-1]; d > 0 {
			gap = min(gap, d)
		}
	}
	return gap
}
