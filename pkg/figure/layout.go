package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// layout says where the parts of a figure stand on the canvas.
type layout struct {
	p      *plot.Plot
	title  string       // wrapped
	top    vg.Point     // left top of the title
	keys   []placedKey  // the legend
	legend vg.Rectangle // around all keys; empty without keys
	data   vg.Rectangle // the frame of the axes
	bar    vg.Rectangle // the colour bar; empty without one
	x, y   ticks
}

// margins are the distances from the canvas to the frame.
type margins struct{ left, right, bottom, top vg.Length }

// max is the larger of both on each side.
func (m margins) max(o margins) margins {
	return margins{max(m.left, o.left), max(m.right, o.right), max(m.bottom, o.bottom), max(m.top, o.top)}
}

// Distances between the parts, in points.
const (
	edge      = 7  // canvas to anything
	tickLen   = 3  // length of a tick mark
	tickGap   = 3  // tick mark to its label
	labelGap  = 7  // tick labels to axis label
	titleGap  = 9  // baseline of the title to legend or plot
	legendGap = 8  // legend to plot
	barGap    = 9  // frame to colour bar
	barWidth  = 10 // of the colour bar
)

// plan lays the figure out in r. The margins are at least those given, which aligns
// the panels of a grid.
func (f *Figure) plan(r vg.Rectangle, title string, least margins) (*layout, margins, error) {
	p, err := f.axes()
	if err != nil {
		return nil, margins{}, err
	}
	p.X.Label.Text = labelText.wrap(p.X.Label.Text, r.Size().X-40)
	p.Y.Label.Text = labelText.wrap(p.Y.Label.Text, r.Size().Y-2*edge)
	l := &layout{p: p}
	m := margins{left: 40, right: 12, bottom: 36, top: 24}.max(least)
	// Ticks need the size of the frame, its margins need the ticks: three rounds settle it.
	for range 3 {
		l.data = frame(r, m)
		l.chooseTicks(f)
		m = l.measure(f, r, title, least).max(least)
	}
	l.data = frame(r, m)
	if s := l.data.Size(); !(s.X >= 40 && s.Y >= 30) { // NaN is too small as well
		return nil, m, f.tooSmall(r)
	}
	if f.field != nil {
		x := l.data.Max.X + barGap
		l.bar = vg.Rectangle{Min: vg.Point{X: x, Y: l.data.Min.Y}, Max: vg.Point{X: x + barWidth, Y: l.data.Max.Y}}
	}
	return l, m, nil
}

func frame(r vg.Rectangle, m margins) vg.Rectangle {
	return vg.Rectangle{
		Min: vg.Point{X: r.Min.X + m.left, Y: r.Min.Y + m.bottom},
		Max: vg.Point{X: r.Max.X - m.right, Y: r.Max.Y - m.top},
	}
}

// chooseTicks picks as many ticks as the labels leave room for.
func (l *layout) chooseTicks(f *Figure) {
	size, wholeX := l.data.Size(), f.whole(false)
	l.y = ticksOf(&l.p.Y, f.isLogY, f.whole(true), clampCount(size.Y/23))
	for n := clampCount(size.X / 46); n >= 1; n-- {
		l.x = ticksOf(&l.p.X, f.isLogX, wholeX, n)
		if !l.crowded() {
			return
		}
	}
	l.dropLabels()
}

func clampCount(n vg.Length) int { return max(2, min(12, int(n))) }

// crowded reports whether labels of the x axis come too close to each other.
func (l *layout) crowded() bool {
	for i := 1; i < len(l.x.at); i++ {
		if l.touch(i-1, i) {
			return true
		}
	}
	return false
}

// touch reports whether two labels of the x axis come too close to each other.
func (l *layout) touch(i, j int) bool {
	t := transform{l.p, l.data}
	gap := math.Abs(float64(t.x(l.x.at[j]) - t.x(l.x.at[i])))
	return gap < float64(tickText.width(l.x.label[i])+tickText.width(l.x.label[j]))/2+7
}

// dropLabels turns marks of the x axis whose labels come too close to the one before into
// minor ones.
func (l *layout) dropLabels() {
	k := l.x
	l.x.at, l.x.label = nil, nil
	for i := range k.at {
		l.x.at, l.x.label = append(l.x.at, k.at[i]), append(l.x.label, k.label[i])
		if n := len(l.x.at); n > 1 && l.touch(n-2, n-1) {
			l.x.at, l.x.label = l.x.at[:n-1], l.x.label[:n-1]
			l.x.minor = append(l.x.minor, k.at[i])
		}
	}
}

// measure finds the margins that the texts around the frame need, and places title
// and legend.
func (l *layout) measure(f *Figure, r vg.Rectangle, title string, least margins) margins {
	var m margins
	m.left = edge + tickLen + tickGap + l.yLabelWidth()
	if l.p.Y.Label.Text != "" {
		m.left += labelText.height(l.p.Y.Label.Text) + descent*labelText.size + labelGap
	}
	m.bottom = edge + tickLen + tickGap + tickText.size*capital + descent*tickText.size
	if l.p.X.Label.Text != "" || l.x.note != "" {
		m.bottom += labelGap + labelText.height(l.p.X.Label.Text) + descent*labelText.size - descent*tickText.size
	}
	// The last label of the x axis may reach over the frame.
	m.right = 8
	t := transform{l.p, l.data}
	for i, v := range l.x.at {
		m.right = max(m.right, t.x(v)+tickText.width(l.x.label[i])/2-l.data.Max.X+edge)
		m.left = max(m.left, l.data.Min.X-t.x(v)+tickText.width(l.x.label[i])/2+edge)
	}
	m.right = max(m.right, f.barRoom(), f.endRoom())

	// Title and legend start above the left edge of the frame.
	left := r.Min.X + max(m.left, least.left)
	wide := r.Max.X - edge - left
	y := r.Max.Y - edge
	l.title = titleText.wrap(title, wide)
	l.top = vg.Point{X: left, Y: y}
	if title != "" {
		y -= titleText.height(l.title) + titleGap
	}
	if len(f.keys) > 0 {
		l.keys, l.legend = placeKeys(f.keys, vg.Point{X: left, Y: y}, wide)
		y = l.legend.Min.Y - legendGap
	}
	if l.y.note != "" || f.field != nil && f.field.name != "" {
		y -= tickText.size + 3 // the line above the axis
	} else {
		y -= 2
	}
	m.top = r.Max.Y - y
	return m
}

// yLabelWidth is the width of the widest tick label of the y axis.
func (l *layout) yLabelWidth() vg.Length {
	var w vg.Length
	for _, s := range l.y.label {
		w = max(w, tickText.width(s))
	}
	return w
}
