package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// layout says where the parts of a figure stand on the canvas.
type layout struct {
	p      *plot.Plot
	title  block
	top    vg.Point     // left top of the title
	keys   []placedKey  // the legend
	legend vg.Rectangle // around all keys; empty without keys
	data   vg.Rectangle // the frame of the axes
	bar    vg.Rectangle // the colour bar; empty without one
	x, y   ticks

	xLabel, yLabel, barTitle block
	texts                    []placedBlock // all but the legend and the labels of the ticks
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
	aboveGap  = 6  // frame to the factor of the y axis and to the name of the colour bar
)

// plan lays the figure out in r. The margins are at least those given, which aligns
// the panels of a grid.
func (f *Figure) plan(r vg.Rectangle, title string, least margins) (*layout, margins, error) {
	p, err := f.axes()
	if err != nil {
		return nil, margins{}, err
	}
	l := &layout{p: p}
	m := margins{left: 40, right: 12, bottom: 36, top: 24}.max(least)
	// Ticks and the lines of the labels need the size of the frame, its margins need the ticks and the lines: a
	// few rounds settle it. Margins that go to and fro may only grow after some rounds.
	for round, last := 0, (margins{}); round < 10 && m != last; round++ {
		last = m
		l.data = frame(r, m)
		l.chooseTicks(f)
		m = l.measure(f, r, title, least).max(least)
		if round >= 3 {
			m = m.max(last)
		}
	}
	l.data = frame(r, m)
	if s := l.data.Size(); !(s.X >= 40 && s.Y >= 30) { // NaN is too small as well
		return nil, m, f.tooSmall(r)
	}
	if f.field != nil {
		x := l.data.Max.X + barGap
		l.bar = vg.Rectangle{Min: vg.Point{X: x, Y: l.data.Min.Y}, Max: vg.Point{X: x + barWidth, Y: l.data.Max.Y}}
	}
	l.placeTexts(r)
	if err := f.checkNotes(l); err != nil {
		return nil, m, err
	}
	return l, m, f.checkEndLabels(l.data, r.Size().X)
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
	lo, hi := l.besideTicks(r)
	l.yLabel = labelText.wrap(l.p.Y.Label.Text, hi-lo)
	if len(l.yLabel.rows) > 0 {
		m.left += l.yLabel.over() + l.yLabel.height() + l.yLabel.drop() + labelGap
	}
	lo, hi = l.besideNote(r)
	l.xLabel = labelText.wrap(l.p.X.Label.Text, hi-lo)
	m.bottom = edge + l.tickRow() + descent*tickText.size
	if below := max(l.xLabel.height()+l.xLabel.drop(), noteHeight(l.x.note)); below > 0 {
		m.bottom += labelGap - descent*tickText.size + below
	}
	// The last label of the x axis may reach over the frame.
	m.right = 8
	t := transform{l.p, l.data}
	for i, v := range l.x.at {
		m.right = max(m.right, t.x(v)+tickText.width(l.x.label[i])/2-l.data.Max.X+edge)
		m.left = max(m.left, l.data.Min.X-t.x(v)+tickText.width(l.x.label[i])/2+edge)
	}
	m.right = max(m.right, f.barRoom(), f.endRoom(r.Size().X))

	// Title and legend start above the left edge of the frame.
	left := r.Min.X + max(m.left, least.left)
	wide := r.Max.X - edge - left
	l.title = titleText.wrap(title, wide)
	y := r.Max.Y - edge - l.title.over()
	l.top = vg.Point{X: left, Y: y}
	if title != "" {
		y -= l.title.height() + titleGap
	}
	if len(f.keys) > 0 {
		l.keys, l.legend = placeKeys(f.keys, vg.Point{X: left, Y: y}, wide)
		y = l.legend.Min.Y - legendGap
	}
	y -= 2
	// The factor of the y axis and the name of the colour bar share the space above the frame.
	l.barTitle = f.barTitle(wide - tickText.width(l.y.note+"  "))
	if above := max(l.barTitle.height(), noteHeight(l.y.note)); above > 0 {
		y -= above + aboveGap - 2
	}
	m.top = r.Max.Y - y
	return m
}

// noteHeight is the room for the factor of an axis, 0 without one.
func noteHeight(note string) vg.Length { return tickText.set(note).height() }

// besideNote is the part of the canvas in which the label of the x axis may stand: the factor of
// the axis shares its line.
func (l *layout) besideNote(r vg.Rectangle) (lo, hi vg.Length) {
	lo, hi = r.Min.X+edge, r.Max.X-edge
	if l.x.note != "" {
		hi = l.data.Max.X - tickText.width(l.x.note) - 10
	}
	return lo, hi
}

// besideTicks is the part of the canvas in which the label of the y axis may stand: what lies below the
// labels of the ticks belongs to the label of the x axis.
func (l *layout) besideTicks(r vg.Rectangle) (lo, hi vg.Length) {
	return l.data.Min.Y - l.tickRow(), r.Max.Y - edge
}

// tickRow is the height of the ticks of the x axis with their labels, below the frame.
func (l *layout) tickRow() vg.Length { return tickLen + tickGap + capital*tickText.size }

// placeTexts puts the texts around the frame. Labels stand at its middle if that leaves them on the
// canvas.
func (l *layout) placeTexts(r vg.Rectangle) {
	d := l.data
	put := func(b block, x, y vg.Length, ax, ay, turn float64) {
		l.texts = append(l.texts, placedBlock{b, vg.Point{X: x, Y: y}, ax, ay, turn})
	}
	put(l.title, l.top.X, l.top.Y, 0, 1, 0)

	y := d.Min.Y - l.tickRow() - labelGap
	lo, hi := l.besideNote(r)
	put(l.xLabel, centred(l.xLabel.width, middle(d).X, lo, hi), y, 0.5, 1, 0)
	put(tickText.set(l.x.note), d.Max.X, y, 1, 1, 0)

	x := d.Min.X - tickLen - tickGap - l.yLabelWidth() - labelGap - l.yLabel.drop()
	lo, hi = l.besideTicks(r)
	put(l.yLabel, x, centred(l.yLabel.width, middle(d).Y, lo, hi), 0.5, 0, math.Pi/2)
	put(tickText.set(l.y.note), d.Min.X-tickLen, d.Max.Y+aboveGap, 0, 0, 0)

	if right := r.Max.X - edge; l.bar.Min.X+l.barTitle.width <= right {
		put(l.barTitle, l.bar.Min.X, d.Max.Y+aboveGap, 0, 0, 0)
	} else {
		put(l.barTitle, right, d.Max.Y+aboveGap, 1, 0, 0)
	}
}

// centred is the middle of something so wide between lo and hi, as near to want as it can be.
func centred(wide, want, lo, hi vg.Length) vg.Length {
	return max(lo+wide/2, min(hi-wide/2, want))
}

// yLabelWidth is the width of the widest tick label of the y axis.
func (l *layout) yLabelWidth() vg.Length {
	var w vg.Length
	for _, s := range l.y.label {
		w = max(w, tickText.width(s))
	}
	return w
}
