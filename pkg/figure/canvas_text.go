package figure

import (
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
	c.begin()
	letters(face, pt, s, func(at vg.Point, shape sfnt.Segments, unit vg.Length) {
		c.Push()
		c.Translate(at)
		c.toWholeDots()
		for _, line := range c.outline(appendLetter(nil, vg.Point{}, shape, unit)) {
			c.enclose(line)
		}
		c.Pop()
	})
	c.area.Rasterize(c)
}

// outlines is the outline of s, with the left end of the baseline at pt.
func outlines(face font.Face, pt vg.Point, s string) (p vg.Path) {
	letters(face, pt, s, func(at vg.Point, shape sfnt.Segments, unit vg.Length) {
		p = appendLetter(p, at, shape, unit)
	})
	return p
}

// letters calls do for each letter of s: where it stands when s begins at pt, its shape in the font, and the
// length of the font's unit.
func letters(face font.Face, pt vg.Point, s string, do func(at vg.Point, shape sfnt.Segments, unit vg.Length)) {
	em := fixed.Int26_6(face.Face.UnitsPerEm()) // the font is read in its own unit
	unit := face.Font.Size / vg.Length(em)
	var buf sfnt.Buffer
	var last sfnt.GlyphIndex
	for i, sign := range s {
		glyph := readable(face.Face.GlyphIndex(&buf, sign))
		if kern, err := face.Face.Kern(&buf, last, glyph, em, stdfont.HintingNone); i > 0 && err == nil { // a font may have no kerning
			pt.X += vg.Length(kern) * unit
		}
		advance := readable(face.Face.GlyphAdvance(&buf, glyph, em, stdfont.HintingNone))
		do(pt, readable(face.Face.LoadGlyph(&buf, glyph, em, nil)), unit)
		pt.X += vg.Length(advance) * unit
		last = glyph
	}
}

// toWholeDots moves the origin to the nearest whole dot, unless the axes are slanted. This is too little to be
// seen, and the same letter then has the same dots everywhere, which a PNG stores once.
func (c *canvas) toWholeDots() {
	m := &c.toDots
	if slant := math.Min(math.Abs(m[0]), math.Abs(m[1])); slant < 1e-9 {
		m[2], m[5] = math.Round(m[2]), math.Round(m[5])
	}
}

// appendLetter adds to p the outline of a letter that begins at origin, with a unit of the font so long.
func appendLetter(p vg.Path, origin vg.Point, shape sfnt.Segments, unit vg.Length) vg.Path {
	for _, part := range shape {
		var at [3]vg.Point
		for k, q := range part.Args {
			at[k] = origin.Add(vg.Point{X: vg.Length(q.X) * unit, Y: -vg.Length(q.Y) * unit}) // in a font, y grows downwards
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
