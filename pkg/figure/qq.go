package figure

import (
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// QQ draws the sorted values against the quantiles of the standard normal
// distribution at (i − ½)/n, i = 1 … n, with a reference line through the two quartiles.
// Normal values lie along the line, heavy tails leave it at both ends. The line is drawn
// through the quartiles, not by mean and standard deviation, so that outliers cannot tilt
// it.
func (f *Figure) QQ(name string, values []float64) {
	if !f.ready("QQ", name, series{"values", values}) {
		return
	}
	y := slices.Clone(values)
	sort.Float64s(y)
	n := float64(len(y))
	x := make([]float64, len(y))
	for i := range x {
		x[i] = distuv.UnitNormal.Quantile((float64(i) + 0.5) / n)
	}
	q1, q3 := stat.Quantile(0.25, stat.LinInterp, y, nil), stat.Quantile(0.75, stat.LinInterp, y, nil)
	slope, center := (q3-q1)/(2*distuv.UnitNormal.Quantile(0.75)), (q1+q3)/2
	far := math.Max(1.2, 1.08*x[len(x)-1])
	style := draw.LineStyle{Color: ink, Width: 1, Dashes: ruleDashes[0]}
	l := f.looks.nextPoint(name)
	f.add(points{x, y, l, 2, true})
	f.legendKey(l.entry, pointWidth, func(c draw.Canvas, box vg.Rectangle) { paintMarker(c, l, middle(box), 2.9) })
	f.logCheck("QQ", name, true, "smallest value", y[0])
	f.add(reference{[2]float64{-far, far}, [2]float64{center - slope*far, center + slope*far}, style})
	if l.entry != "" {
		f.legendKey("normal (line through the quartiles)", thumbWidth, lineThumb(func() draw.LineStyle { return style }))
	}
}

// reference is the layer of a straight line under the points.
type reference struct {
	x, y  [2]float64
	style draw.LineStyle
}

func (reference) rank() int { return rankBar }

func (r reference) extent() (xmin, xmax, ymin, ymax float64) { return spanXY(r.x[:], r.y[:]) }

func (r reference) paint(c draw.Canvas, t transform) {
	c.StrokeLines(r.style, c.ClipLinesXY(t.points(r.x[:], r.y[:]))...)
}
