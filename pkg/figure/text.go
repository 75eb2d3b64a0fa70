package figure

import (
	"codeberg.org/go-fonts/dejavu/dejavusans"
	"codeberg.org/go-fonts/dejavu/dejavusansbold"
	"fmt"
	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"image/color"
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

// capital is the height of a capital letter, descent what hangs below the baseline, and leading the
// least distance of two baselines, all as fractions of the font size.
const (
	capital = 0.73
	descent = 0.24
	leading = 1.25
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

// width is that of the widest line of s.
func (l lettering) width(s string) vg.Length { return l.set(s).width }

// write sets s and draws it: see [block.draw].
func (l lettering) write(c draw.Canvas, pt vg.Point, ax, ay, turn float64, s string) {
	l.set(s).draw(c, pt, ax, ay, turn)
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
