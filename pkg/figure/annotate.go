package figure

import (
	"image/color"
	"math"

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

// Note writes text beside (x, y): its middle line begins just right of the point, or
// ends just left of it where there is not enough room to the right. Lines are
// separated by \n. Notes outside the plot are not shown.
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
	const gap = 9
	p := t.point(n.x, n.y)
	if !t.inside(p) {
		return
	}
	w, h := noteText.width(n.text), noteText.height(n.text)
	align := 0.0
	switch {
	case p.X+gap+w <= t.data.Max.X-2:
		p.X += gap
	case p.X-gap-w >= t.data.Min.X+2:
		p.X -= gap
		align = 1
	default: // wider than either side: above or below the point
		p.X = max(t.data.Max.X-2-w, t.data.Min.X+2)
		if p.Y += gap + h/2 + 3; p.Y+h/2 > t.data.Max.Y-2 {
			p.Y -= 2 * (gap + h/2 + 3)
		}
	}
	p.Y = vg.Length(math.Min(float64(p.Y), float64(t.data.Max.Y-2-h/2)))
	p.Y = vg.Length(math.Max(float64(p.Y), float64(t.data.Min.Y+4+h/2)))
	noteText.writeOn(c, p, align, 0.5, n.text)
}
