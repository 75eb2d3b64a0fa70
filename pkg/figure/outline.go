package figure

import (
	"fmt"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// outlined is the canvas of a picture. Its letters are filled outlines like any other shape: vgimg turns the
// dots of upright letters instead, and cuts off thin strokes of those that stand at an angle.
type outlined struct{ *vgimg.Canvas }

// FillString fills the letters of s from pt to the right.
func (c outlined) FillString(face font.Face, pt vg.Point, s string) {
	if p := outlines(face, pt, s); len(p) > 0 {
		c.Fill(p)
	}
}

// outlines of the letters of s, with the left end of the baseline at pt.
func outlines(face font.Face, pt vg.Point, s string) (p vg.Path) {
	var buf sfnt.Buffer
	f := face.Face
	em := fixed.Int26_6(f.UnitsPerEm()) // at this size the numbers of the font are whole
	unit := face.Font.Size / vg.Length(em)
	at := func(q fixed.Point26_6) vg.Point { // in a font, y grows downwards
		return vg.Point{X: pt.X + unit*vg.Length(q.X), Y: pt.Y - unit*vg.Length(q.Y)}
	}
	var last sfnt.GlyphIndex
	for i, sign := range s {
		glyph := readable(f.GlyphIndex(&buf, sign))
		if i > 0 {
			if kern, err := f.Kern(&buf, last, glyph, em, stdfont.HintingNone); err == nil { // most pairs have none
				pt.X += unit * vg.Length(kern)
			}
		}
		segments := readable(f.LoadGlyph(&buf, glyph, em, nil))
		for _, seg := range segments {
			switch a := seg.Args; seg.Op {
			case sfnt.SegmentOpMoveTo:
				p.Move(at(a[0]))
			case sfnt.SegmentOpLineTo:
				p.Line(at(a[0]))
			case sfnt.SegmentOpQuadTo:
				p.QuadTo(at(a[0]), at(a[1]))
			case sfnt.SegmentOpCubeTo:
				p.CubeTo(at(a[0]), at(a[1]), at(a[2]))
			}
		}
		pt.X += unit * vg.Length(readable(f.GlyphAdvance(&buf, glyph, em, stdfont.HintingNone)))
		last = glyph
	}
	return p
}

// inkBox is the box around the ink of a sign that stands on the baseline at x = 0.
func (l lettering) inkBox(sign rune) vg.Rectangle {
	var buf sfnt.Buffer
	f := l.face().Face
	em := fixed.Int26_6(f.UnitsPerEm())
	b, _, err := f.GlyphBounds(&buf, readable(f.GlyphIndex(&buf, sign)), em, stdfont.HintingNone)
	b = readable(b, err)
	unit := l.size / vg.Length(em)
	return vg.Rectangle{
		Min: vg.Point{X: unit * vg.Length(b.Min.X), Y: -unit * vg.Length(b.Max.Y)},
		Max: vg.Point{X: unit * vg.Length(b.Max.X), Y: -unit * vg.Length(b.Min.Y)},
	}
}

// readable is v, read from a font. A font that came with the program and cannot be read is a bug.
func readable[T any](v T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("figure: a font cannot be read: %v", err))
	}
	return v
}
