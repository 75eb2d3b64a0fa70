package figure

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The paper is neither white nor dark, because one picture serves a bright page and a dark one: it does not dazzle
// on the dark page, and ink can be read on it. White beside it is brighter by a third.
var (
	paper    = color.NRGBA{0xdf, 0xde, 0xd9, 0xff}
	ink      = color.NRGBA{0x1f, 0x24, 0x28, 0xff}
	inkSoft  = color.NRGBA{0x4a, 0x50, 0x57, 0xff}
	gridInk  = color.NRGBA{0xcb, 0xcb, 0xc8, 0xff}
	axisInk  = color.NRGBA{0x5c, 0x62, 0x68, 0xff}
	greyInk  = color.NRGBA{0x74, 0x7a, 0x80, 0xff}
	markGold = color.NRGBA{0xff, 0xd4, 0x3b, 0xff}
)

// palette holds the colours of the series in the order of their use: those of
// Okabe and Ito (Color Universal Design, 2008), made darker for the paper, without their yellow, which
// is too light for lines, and with the ink as the last.
var palette = []color.NRGBA{
	{0x0a, 0x55, 0x98, 0xff}, // blue
	{0xb6, 0x3c, 0x00, 0xff}, // vermilion
	{0x0a, 0x9a, 0x66, 0xff}, // bluish green
	{0xc5, 0x75, 0xa7, 0xff}, // reddish purple
	{0xce, 0x84, 0x00, 0xff}, // orange
	{0x0c, 0x98, 0xe0, 0xff}, // sky blue
	{0x33, 0x33, 0x33, 0xff}, // ink
}

// dashes of the lines in the order of their use, in points. Their number, six, and that of
// the colours, seven, have no common factor: 42 lines differ.
var dashes = [][]vg.Length{
	nil,
	{7, 3},
	{1.6, 2.4},
	{8, 2.5, 1.6, 2.5},
	{4, 2},
	{8, 2.5, 1.6, 2.5, 1.6, 2.5},
}

// lineWidth is the width of a curve and fineWidth that of a curve in a family of
// many.
const (
	lineWidth = vg.Length(1.7)
	fineWidth = vg.Length(0.8)
)

// look is what distinguishes one series from the next.
type look struct {
	color  color.NRGBA
	dash   []vg.Length
	marker marker
	run    *int   // how many lines share this look
	entry  string // the name for the legend, empty if it stands there already
}

// line is the style of the look's curve.
func (l look) line() draw.LineStyle {
	s := draw.LineStyle{Color: l.color, Width: lineWidth, Dashes: l.dash}
	if l.run != nil && *l.run > 8 {
		s.Width, s.Color = fineWidth, fade(l.color, 0.6)
	}
	return s
}

// fade makes c more transparent; part 1 leaves it as it is.
func fade(c color.NRGBA, part float64) color.NRGBA {
	c.A = uint8(float64(c.A)*part + 0.5)
	return c
}

// tint mixes c with the paper; part 1 leaves it as it is.
func tint(c color.NRGBA, part float64) color.NRGBA {
	mix := func(v, ground uint8) uint8 { return uint8(float64(v)*part + float64(ground)*(1-part) + 0.5) }
	return color.NRGBA{mix(c.R, paper.R), mix(c.G, paper.G), mix(c.B, paper.B), c.A}
}
