package figure

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Figure is a plot over two axes. Make one with [New], add to it with its methods,
// show it with notebook.Show or turn it into a picture with [PNG].
//
// Series are drawn in the order of the calls, except that contours, histograms,
// bars, bands and residual bars lie under curves and points, and marks and notes lie above.
type Figure struct {
	// Plot offers what the methods do not: title, axis labels, added plotters,
	// scales, tick markers and ranges that are set here are drawn. Its legend is
	// not. What is added to Plot lies above the rest.
	Plot *plot.Plot

	// Width and Height are the size on paper; New sets 14 cm by 9 cm.
	Width, Height vg.Length

	// Samples is the number of evaluations along each axis that Contours, Regions and
	// Boundary make, at least 4, 0 for 101. Set it lower, before the call, for a function
	// that is slow.
	Samples int

	drawn
	layers         []layer
	logs           []onLog
	histogram      *histogram // histogram is the last one, for NormalCurve
	barsAt         []float64  // barsAt holds the x of all Bars
	field          *heightMap // field is that of Contours, nil without one
	endLabels      []endLabel
	isLogX, isLogY bool
	isInverted     bool // isInverted says whether x grows to the left
	isTightX       bool // isTightX says whether x has no margin between data and frame
	isTightY       bool // isTightY says whether y has no margin between data and frame
	startsOnFloor  bool // startsOnFloor says whether the y axis starts at the lowest value of the data
	limits         *Box
}

// layer is a thing drawn over the axes.
type layer interface {
	// rank says how far above the paper the layer lies. Layers of equal rank lie
	// in the order of the calls.
	rank() int
	// extent is the range of the axes that the layer needs; ±Inf for none.
	extent() (xmin, xmax, ymin, ymax float64)
	// paint draws the layer on c, which is cut off at the frame of the axes.
	paint(c draw.Canvas, t transform)
}

// counted is a layer that knows whether all its values along an axis are whole numbers,
// such as degrees or epochs. Other layers do not decide about the ticks.
type counted interface {
	whole(isVertical bool) bool
}

// whole reports whether an axis shows whole numbers only.
func (f *Figure) whole(isVertical bool) bool {
	if f.histogram != nil {
		return isVertical // the counts of the bins
	}
	isAnyCounted := false
	for _, l := range f.layers {
		if c, ok := l.(counted); ok {
			if !c.whole(isVertical) {
				return false
			}
			isAnyCounted = true
		}
	}
	return isAnyCounted
}

// allWhole reports whether v are whole numbers.
func allWhole(v []float64) bool {
	for _, x := range v {
		if x != math.Trunc(x) {
			return false
		}
	}
	return true
}

// The ranks of the layers.
const (
	rankGround = iota
	rankArea
	rankBar
	rankCasing
	rankSeries
	rankSteps
	rankMark
	rankNote
)

// New returns an empty figure. Axis labels carry the quantity and its unit,
// "mass (lb)". An empty label leaves no room for one.
func New(title, xlabel, ylabel string) *Figure {
	p := plot.New()
	p.Title.Text = title
	p.Title.TextStyle.Font = font.From(bold, titleText.size)
	for axis, label := range map[*plot.Axis]string{&p.X: xlabel, &p.Y: ylabel} {
		axis.Label.Text = label
		axis.Label.TextStyle.Font = font.From(regular, labelText.size)
		axis.Tick.Label.Font = font.From(regular, tickText.size)
	}
	return &Figure{Plot: p, Width: 14 * vg.Centimeter, Height: 9 * vg.Centimeter}
}

// Size is Width and Height.
func (f *Figure) Size() (w, h vg.Length) { return f.Width, f.Height }

// Titles is the title.
func (f *Figure) Titles() []string { return oneTitle(f.Plot.Title.Text) }

// add appends a layer to the figure.
func (f *Figure) add(l layer) { f.layers = append(f.layers, l) }

// Limits makes the axes span the box, whatever the data need; what lies outside is
// cut off. The frames of a slider need it: with their own axes the data would
// seem to stand still and the axes to move.
// It is an error if a number is not finite or a range does not grow.
func (f *Figure) Limits(box Box) {
	if why := box.fault(); why != "" {
		f.fail("Limits: %s", why)
		return
	}
	f.logCheckBox("Limits", "", box)
	f.limits = &box
}

// LogX makes the x axis logarithmic. Values ≤ 0 are then an error.
func (f *Figure) LogX() { f.isLogX = true }

// LogY makes the y axis logarithmic. Values ≤ 0 are then an error.
func (f *Figure) LogY() { f.isLogY = true }

// axes returns a copy of the plot with the ranges and scales that are drawn.
func (f *Figure) axes() (*plot.Plot, error) {
	if f.err != nil {
		return nil, f.err
	}
	if err := f.checkLog(); err != nil {
		return nil, err
	}
	p := *f.Plot
	for _, l := range f.layers {
		x0, x1, y0, y1 := l.extent()
		p.X.Min, p.X.Max = math.Min(p.X.Min, x0), math.Max(p.X.Max, x1)
		p.Y.Min, p.Y.Max = math.Min(p.Y.Min, y0), math.Max(p.Y.Max, y1)
	}
	if f.limits != nil {
		p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = f.limits.extent()
	} else {
		if math.IsInf(p.X.Min, 1) && math.IsInf(p.Y.Min, 1) {
			return nil, fmt.Errorf("figure: %q has nothing on it: call Scatter, Line, … first", f.Plot.Title.Text)
		}
		p.X.Min, p.X.Max = widen(p.X.Min, p.X.Max, f.isLogX, f.isTightX, f.isTightX)
		p.Y.Min, p.Y.Max = widen(p.Y.Min, p.Y.Max, f.isLogY, f.isTightY || f.startsOnFloor, f.isTightY)
	}
	f.setScale(&p.X, f.isLogX, f.isInverted)
	f.setScale(&p.Y, f.isLogY, false)
	return &p, nil
}

// setScale sets the scale and the ticks of an axis, unless the caller has set others.
func (f *Figure) setScale(a *plot.Axis, log, isInverted bool) {
	if _, ok := a.Scale.(plot.LinearScale); ok {
		a.Scale = scale{log: log, isInverted: isInverted}
	}
	if _, ok := a.Tick.Marker.(plot.DefaultTicks); ok {
		a.Tick.Marker = nil // drawn by ticksOf
	}
}
