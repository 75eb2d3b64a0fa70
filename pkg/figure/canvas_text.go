package figure

import (
	"errors"
	"fmt"
	"math"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// FillString writes s from pt to the right. A letter is an area like any other, so that it is as sharp on a
// slanted line as on a level one.
func (c *canvas) FillString(face font.Face, pt vg.Point, s string) {
	em := fixed.Int26_6(face.Face.UnitsPerEm()) // the font is read in its own unit
	size := face.Font.Size / vg.Length(em)
	var buf sfnt.Buffer
	var last sfnt.GlyphIndex
	c.begin()
	for i, sign := range s {
		glyph, err1 := face.Face.GlyphIndex(&buf, sign)
		if kern, err := face.Face.Kern(&buf, last, glyph, em, stdfont.HintingNone); i > 0 && err == nil { // a font may have no kerning
			pt.X += vg.Length(kern) * size
		}
		advance, err2 := face.Face.GlyphAdvance(&buf, glyph, em, stdfont.HintingNone)
		shape, err3 := face.Face.LoadGlyph(&buf, glyph, em, nil)
		if err := errors.Join(err1, err2, err3); err != nil {
			panic(fmt.Sprintf("figure: the font cannot be read: %v", err))
		}
		c.Push()
		c.Translate(pt)
		c.toWholeDots()
		for _, line := range c.outline(letter(shape, size)) {
			c.enclose(line)
		}
		c.Pop()
		pt.X += vg.Length(advance) * size
		last = glyph
	}
	c.area.Rasterize(c)
}

// toWholeDots moves the origin to the nearest whole dot, unless the axes are slanted. This is too little to be
// seen, and the same letter then has the same dots everywhere, which a PNG stores once.
func (c *canvas) toWholeDots() {
	m := &c.toDots
	if slant := math.Min(math.Abs(m[0]), math.Abs(m[1])); slant < 1e-9 {
		m[2], m[5] = math.Round(m[2]), math.Round(m[5])
	}
}

// letter is the outline of a letter that begins at (0, 0), with a unit of the font so long.
func letter(shape sfnt.Segments, unit vg.Length) (p vg.Path) {
	for _, part := range shape {
		var at [3]vg.Point
		for k, q := range part.Args {
			at[k] = vg.Point{X: vg.Length(q.X) * unit, Y: -vg.Length(q.Y) * unit}
		}
		switch part.Op {
		case sfnt.SegmentOpMoveTo:
			p.Move(at[0])
		case sfnt.SegmentOpLineTo:
			p.Line(at[0])
		case sfnt.SegmentOpQuadTo:
			p.QuadTo(at[0], at[1])
		case sfnt.SegmentOpCubeTo:
			p.CubeTo(at[0], at[1], at[2])
		}
	}
	return p
}
