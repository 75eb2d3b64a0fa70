package figure

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The two faces of the house. gonum/plot finds them by these descriptors.
var (
	regular = font.Font{Typeface: "DejaVu", Variant: "Sans"}
	bold    = font.Font{Typeface: "DejaVu", Variant: "Sans", Weight: stdfont.WeightBold}
)

func init() {
	font.DefaultCache.Add(font.Collection{
		{Font: regular, Face: parseFont(dejavusans.TTF)},
		{Font: bold, Face: parseFont(dejavusansbold.TTF)},
	})
}

func parseFont(ttf []byte) *opentype.Font { return readable(opentype.Parse(ttf)) }

// capital is the height of a capital letter and leading the distance of two
// baselines, both as fractions of the font size.
const (
	capital = 0.73
	leading = 1.25
	descent = 0.24
)

// lettering is a way to write: font, size, colour.
type lettering struct {
	font  font.Font
	size  vg.Length
	color color.Color
}

var (
	titleText  = lettering{bold, 11.5, ink}
	labelText  = lettering{regular, 10, ink}
	legendText = lettering{regular, 9.5, ink}
	tickText   = lettering{regular, 9, inkSoft}
	noteText   = lettering{regular, 9.5, ink}
)

func (l lettering) face() font.Face { return font.DefaultCache.Lookup(l.font, l.size) }

// width of the widest line of s.
func (l lettering) width(s string) vg.Length {
	face := l.face()
	var w vg.Length
	for line := range strings.SplitSeq(s, "\n") {
		w = max(w, face.Width(line))
	}
	return w
}

// height of s from the top of the capitals of its first line to the baseline of
// its last.
func (l lettering) height(s string) vg.Length {
	return l.size * vg.Length(capital+leading*float64(strings.Count(s, "\n")))
}

// write draws s so that its box touches pt: ax 0, ½, 1 puts pt at the left,
// middle, right of the box, ay 0, ½, 1 at its last baseline, middle, top.
// turn is in radians, counter-clockwise about pt.
func (l lettering) write(c draw.Canvas, pt vg.Point, ax, ay, turn float64, s string) {
	if s == "" {
		return
	}
	c.SetColor(l.color)
	if turn != 0 {
		c.Push()
		defer c.Pop()
		c.Translate(pt)
		c.Rotate(turn)
		pt = vg.Point{}
	}
	face := l.face()
	y := pt.Y + vg.Length(1-ay)*l.height(s) - l.size*capital
	for line := range strings.SplitSeq(s, "\n") {
		c.FillString(face, snap(vg.Point{X: pt.X - vg.Length(ax)*face.Width(line), Y: y}), line)
		y -= l.size * leading
	}
}

// writeOn is write on a white outline, to be read over lines and colours.
func (l lettering) writeOn(c draw.Canvas, pt vg.Point, ax, ay float64, s string) {
	halo := l
	halo.color = paper
	for k := range 12 {
		sin, cos := math.Sincos(float64(k) * math.Pi / 6)
		halo.write(c, pt.Add(vg.Point{X: vg.Length(1.4 * cos), Y: vg.Length(1.4 * sin)}), ax, ay, 0, s)
	}
	l.write(c, pt, ax, ay, 0, s)
}

// wrap breaks s at spaces so that no line is wider than w, if the words allow.
func (l lettering) wrap(s string, w vg.Length) string {
	var lines []string
	for para := range strings.SplitSeq(s, "\n") {
		line := ""
		for word := range strings.FieldsSeq(para) {
			switch {
			case line == "":
				line = word
			case l.width(line+" "+word) <= w:
				line += " " + word
			default:
				lines = append(lines, line)
				line = word
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// checkText returns an error when the font has no picture for a character of s.
func checkText(where, s string) error {
	var buf sfnt.Buffer
	for _, l := range []lettering{titleText, labelText} {
		face := l.face()
		for _, r := range s {
			if r == '\n' {
				continue
			}
			if g, err := face.Face.GlyphIndex(&buf, r); err != nil || g == 0 {
				return fmt.Errorf("figure: %s %q: the font has no sign for %q (%U); write it with other characters", where, s, r, r)
			}
		}
	}
	return nil
}
