package figure

import (
	"image"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// tracer is a canvas that keeps the boxes of the texts and the ends of the strokes
// instead of drawing them.
type tracer struct {
	m     [6]float64 // x' = m0 x + m2 y + m4, y' = m1 x + m3 y + m5
	stack [][6]float64
	color color.Color
	texts []textBox
	line  tracedLine
	paths []vg.Rectangle
}

// textBox is a text with the corners of its box on the canvas.
type textBox struct {
	text    string
	corners [4]vg.Point
}

func trace(d Drawing) ([]textBox, []vg.Rectangle, error) {
	t := &tracer{m: [6]float64{1, 0, 0, 1, 0, 0}}
	w, h := d.Size()
	err := d.Draw(draw.NewCanvas(t, w, h))
	return t.texts, t.paths, err
}

func (t *tracer) at(p vg.Point) vg.Point {
	x, y := float64(p.X), float64(p.Y)
	return vg.Point{X: vg.Length(t.m[0]*x + t.m[2]*y + t.m[4]), Y: vg.Length(t.m[1]*x + t.m[3]*y + t.m[5])}
}

func (t *tracer) SetLineWidth(vg.Length)             {}
func (t *tracer) SetLineDash([]vg.Length, vg.Length) {}
func (t *tracer) SetColor(c color.Color)             { t.color = c }
func (t *tracer) Push()                              { t.stack = append(t.stack, t.m) }
func (t *tracer) Pop()                               { t.m, t.stack = t.stack[len(t.stack)-1], t.stack[:len(t.stack)-1] }
func (t *tracer) Scale(x, y float64)                 { panic("not used") }

func (t *tracer) Translate(p vg.Point) {
	q := t.at(p)
	t.m[4], t.m[5] = float64(q.X), float64(q.Y)
}

func (t *tracer) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	m := t.m
	t.m[0], t.m[1] = m[0]*cos+m[2]*sin, m[1]*cos+m[3]*sin
	t.m[2], t.m[3] = m[2]*cos-m[0]*sin, m[3]*cos-m[1]*sin
}

func (t *tracer) path(p vg.Path) {
	var r vg.Rectangle
	for i, c := range p {
		if c.Type == vg.CloseComp || c.Type == vg.ArcComp {
			continue
		}
		q := t.at(c.Pos)
		if i == 0 {
			r = vg.Rectangle{Min: q, Max: q}
		}
		r.Min.X, r.Min.Y = min(r.Min.X, q.X), min(r.Min.Y, q.Y)
		r.Max.X, r.Max.Y = max(r.Max.X, q.X), max(r.Max.Y, q.Y)
	}
	t.paths = append(t.paths, r)
}

func (t *tracer) Stroke(p vg.Path)                        { t.path(p) }
func (t *tracer) Fill(p vg.Path)                          { t.path(p) }
func (t *tracer) DrawImage(r vg.Rectangle, _ image.Image) { t.paths = append(t.paths, r) }

// line is the line of text that the next piece may belong to.
type tracedLine struct {
	m       [6]float64
	base    vg.Point // left end of its baseline
	size    vg.Length
	letters vg.Length // where its letters end, and scripts begin
	end     vg.Length // where all ends
	box     vg.Rectangle
}

// FillString joins the pieces of a line of text again, with the signs of Unicode for what stands higher
// or lower than its letters.
func (t *tracer) FillString(f font.Face, p vg.Point, s string) {
	if t.color == paper || s == "" { // the outline of a text
		return
	}
	size, l := f.Font.Size, &t.line
	near := func(a, b vg.Length) bool { return math.Abs(float64(a-b)) < 1.2 }
	box := vg.Rectangle{Min: p.Sub(vg.Point{Y: size * 0.15}), Max: p.Add(vg.Point{X: f.Width(s), Y: size * capital})}
	here := len(t.texts) > 0 && l.m == t.m
	switch {
	case here && markOf[s] != "" && p.X < l.end:
		s, box.Max.X = markOf[s], l.end
	case here && size < 0.9*l.size && near(p.X, l.letters):
		if p.Y > l.base.Y {
			s = raise(s, plainOfRaised, "^")
		} else {
			s = raise(s, plainOfLowered, "_")
		}
		l.end = max(l.end, box.Max.X)
	case here && size == l.size && near(p.X, l.end) && near(p.Y, l.base.Y):
		l.letters, l.end = box.Max.X, box.Max.X
	default:
		*l = tracedLine{t.m, p, size, box.Max.X, box.Max.X, box}
		t.texts = append(t.texts, textBox{})
	}
	l.box.Min.Y = min(l.box.Min.Y, box.Min.Y)
	l.box.Max = vg.Point{X: max(l.box.Max.X, box.Max.X), Y: max(l.box.Max.Y, box.Max.Y)}
	lo, hi := l.box.Min, l.box.Max
	t.texts[len(t.texts)-1].text += s
	t.texts[len(t.texts)-1].corners = [4]vg.Point{t.at(lo), t.at(vg.Point{X: hi.X, Y: lo.Y}), t.at(hi), t.at(vg.Point{X: lo.X, Y: hi.Y})}
}

// markOf takes a sign that is drawn for a bar or a hat back to the combining mark.
var markOf = map[string]string{"ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˙": "\u0307"}

// raise writes signs with the raised or lowered ones of Unicode; where one is missing, after an underscore.
func raise(signs string, plain map[rune]rune, otherwise string) string {
	var out strings.Builder
next:
	for _, r := range signs {
		for from, to := range plain {
			if to == r {
				out.WriteRune(from)
				continue next
			}
		}
		return otherwise + signs
	}
	return out.String()
}

// overlap reports whether two boxes, turned or not, share an area: if no side of either
// separates them.
func overlap(a, b textBox) bool {
	for _, c := range []textBox{a, b} {
		for k := range 2 {
			side := c.corners[k+1].Sub(c.corners[k])
			alo, ahi := shadow(a, side)
			blo, bhi := shadow(b, side)
			if ahi <= blo || bhi <= alo {
				return false
			}
		}
	}
	return true
}

func shadow(a textBox, on vg.Point) (lo, hi vg.Length) {
	lo, hi = vg.Length(math.Inf(1)), vg.Length(math.Inf(-1))
	for _, p := range a.corners {
		v := p.Dot(on)
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}
