package figure

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Mark highlights the point (x, y) with a large shape with dark edge and white halo: a
// star, then a diamond, a cross, a triangle, a square.
func (f *Figure) Mark(name string, x, y float64) {
	if !f.readyOne("Mark", name, []string{"x", "y"}, x, y) {
		return
	}
	f.logCheck("Mark", name, false, "x", x)
	f.logCheck("Mark", name, true, "y", y)
	l := f.looks.nextMark(name)
	m := mark{x, y, l.marker, l.color}
	f.add(m)
	f.legendKey(l.entry, pointWidth+3, func(c draw.Canvas, r vg.Rectangle) { paintMark(c, m.shape, m.fill, middle(r), 5) })
}

// markFills are the colours of marks: light, so that the dark edge shows the shape.
var markFills = []color.NRGBA{markGold, {0xff, 0xff, 0xff, 0xff}, {0xff, 0x8a, 0x5c, 0xff}, {0x8f, 0xd3, 0xf4, 0xff}, {0xd9, 0xb8, 0xe8, 0xff}}

type mark struct {
	x, y  float64
	shape marker
	fill  color.NRGBA
}

func (mark) rank() int { return rankMark }

func (m mark) extent() (xmin, xmax, ymin, ymax float64) { return m.x, m.x, m.y, m.y }

func (m mark) paint(c draw.Canvas, t transform) {
	if p := t.point(m.x, m.y); t.inside(p) {
		paintMark(c, m.shape, m.fill, p, 6)
	}
}

// VLine draws a thin vertical line through the whole plot at x.
func (f *Figure) VLine(name string, x float64) {
	if f.readyOne("VLine", name, []string{"x"}, x) {
		f.logCheck("VLine", name, false, "x", x)
		f.rule(name, x, false)
	}
}

// HLine draws a thin horizontal line through the whole plot at y.
func (f *Figure) HLine(name string, y float64) {
	if f.readyOne("HLine", name, []string{"y"}, y) {
		f.logCheck("HLine", name, true, "y", y)
		f.rule(name, y, true)
	}
}

// rule adds a line through the plot. Rules are ink, and differ by their dashes.
func (f *Figure) rule(name string, at float64, horizontal bool) {
	l := f.looks.nextRule(name)
	style := draw.LineStyle{Color: l.color, Width: 1, Dashes: l.dash}
	f.add(rule{at, horizontal, style})
	f.legendKey(l.entry, thumbWidth, lineThumb(func() draw.LineStyle { return style }))
}

var ruleDashes = [][]vg.Length{{4, 2.5}, {1.2, 2}, nil, {6, 2, 1.2, 2}}

type rule struct {
	at         float64
	horizontal bool
	style      draw.LineStyle
}

func (rule) rank() int { return rankSeries }

func (r rule) extent() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = nowhere()
	if r.horizontal {
		return xmin, xmax, r.at, r.at
	}
	return r.at, r.at, ymin, ymax
}

func (r rule) paint(c draw.Canvas, t transform) {
	pts := []vg.Point{{X: t.x(r.at), Y: t.data.Min.Y}, {X: t.x(r.at), Y: t.data.Max.Y}}
	if r.horizontal {
		pts = []vg.Point{{X: t.data.Min.X, Y: t.y(r.at)}, {X: t.data.Max.X, Y: t.y(r.at)}}
	}
	c.StrokeLines(r.style, c.ClipLinesXY(pts)...)
}

// Note writes text beside (x, y): just right of the point, or just left of it where there is not
// enough room to the right. Lines are separated by \n; a text that is too wide for both sides is
// broken into more lines on the wider one. Notes at points outside the plot are not shown. A text with more lines
// than the plot has room for is an error.
func (f *Figure) Note(x, y float64, text string) {
	if err := checkText("note", text); err != nil && f.err == nil {
		f.err = err
	}
	if f.readyOne("Note", "", []string{"x", "y"}, x, y) {
		f.logCheck("Note", text, false, "x", x)
		f.logCheck("Note", text, true, "y", y)
		f.add(note{x, y, text})
	}
}

type note struct {
	x, y float64
	text string
}

func (note) rank() int { return rankNote }

func (n note) extent() (xmin, xmax, ymin, ymax float64) { return n.x, n.x, n.y, n.y }

func (n note) paint(c draw.Canvas, t transform) {
	if p := t.point(n.x, n.y); t.inside(p) {
		b := n.place(p, t.data)
		b.drawOn(c, b.at, b.ax, b.ay)
	}
}

// place sets the note at the point p of a frame.
func (n note) place(p vg.Point, frame vg.Rectangle) placedBlock {
	const gap, rim = 9, 2 // to the point and to the frame
	left, right := p.X-gap-rim-frame.Min.X, frame.Max.X-rim-gap-p.X
	b := placedBlock{block: noteText.wrap(n.text, max(left, right)), at: p.Add(vg.Point{X: gap}), ay: 0.5}
	if b.width > right {
		b.at.X = p.X - gap - b.width
	}
	high := b.height()
	b.at.Y = centred(high, p.Y, frame.Min.Y+rim+b.drop(), frame.Max.Y-rim)
	return b
}

// checkNotes returns an error for a note that needs more height than the frame has.
func (f *Figure) checkNotes(l *layout) error {
	t := transform{l.p, l.data}
	for _, y := range f.layers {
		n, ok := y.(note)
		if !ok || !t.inside(t.point(n.x, n.y)) {
			continue
		}
		if b := n.place(t.point(n.x, n.y), l.data); b.height()+b.drop() > l.data.Size().Y-4 {
			return fmt.Errorf("figure: note %q: %d lines do not fit into the plot: write less, or make Width and Height larger", n.text, len(b.rows))
		}
	}
	return nil
}
