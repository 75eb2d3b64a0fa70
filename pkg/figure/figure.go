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
// bands and residual bars lie under curves and points, and marks and notes lie above.
type Figure struct {
	// Plot is for whoever needs what the methods do not offer. Title, axis
	// labels, added plotters, scales, tick markers and ranges set here are
	// respected; the legend of Plot is not drawn. What is added to Plot lies above the rest.
	Plot *plot.Plot

	// Width and Height are the size on paper; New sets 14 cm by 9 cm.
	Width, Height vg.Length

	// Samples is the number of evaluations along each axis that Contours, Regions and
	// Boundary make, at least 4, 0 for 101. Set it lower, before the call, for a function
	// that is slow.
	Samples int

	drawn
	layers     []layer
	logs       []onLog
	histogram  *histogram // the last one, for NormalCurve
	field      *heightMap // of Contours
	endLabels  []endLabel
	logX, logY bool
	inverted   bool // x grows to the left
	tightX     bool // no margin between data and frame
	tightY     bool
	onFloor    bool // y axis starts at the data's lowest value
	limits     *Box
}

// layer is a thing drawn over the axes.
type layer interface {
	// rank says how far above the paper it lies; equal ranks in order of the calls.
	rank() int
	// extent is the part of the axes it needs; ±Inf for none.
	extent() (xmin, xmax, ymin, ymax float64)
	paint(c draw.Canvas, t transform)
}

// counted is a layer that can tell whether all its values along an axis are whole numbers,
// such as degrees or epochs. Other layers have no say.
type counted interface {
	whole(vertical bool) bool
}

// whole reports whether an axis shows whole numbers only.
func (f *Figure) whole(vertical bool) bool {
	if f.histogram != nil {
		return vertical // counts
	}
	said := false
	for _, l := range f.layers {
		if c, ok := l.(counted); ok {
			if !c.whole(vertical) {
				return false
			}
			said = true
		}
	}
	return said
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
// "weight (lb)". An empty label leaves no room for one.
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

// add puts l on the figure.
func (f *Figure) add(l layer) { f.layers = append(f.layers, l) }

// Limits makes the axes span the box, whatever the data need; what lies outside is
// cut off. The frames of a slider need it, so that the axes stand still.
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
func (f *Figure) LogX() { f.logX = true }

// LogY makes the y axis logarithmic. Values ≤ 0 are then an error.
func (f *Figure) LogY() { f.logY = true }

// axes returns a copy of the plot with ranges and scales set for drawing.
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
		p.X.Min, p.X.Max = widen(p.X.Min, p.X.Max, f.logX, f.tightX, f.tightX)
		p.Y.Min, p.Y.Max = widen(p.Y.Min, p.Y.Max, f.logY, f.tightY || f.onFloor, f.tightY)
	}
	f.setScale(&p.X, f.logX, f.inverted)
	f.setScale(&p.Y, f.logY, false)
	return &p, nil
}

// setScale sets the scale and the ticks of an axis, unless the caller has set others.
func (f *Figure) setScale(a *plot.Axis, log, inverted bool) {
	if _, ok := a.Scale.(plot.LinearScale); ok {
		a.Scale = scale{log: log, inverted: inverted}
	}
	if _, ok := a.Tick.Marker.(plot.DefaultTicks); ok {
		a.Tick.Marker = nil // drawn by marksOf
	}
}
