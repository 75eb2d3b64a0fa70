package figure

import (
	"fmt"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

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
