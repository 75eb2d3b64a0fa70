package figure

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

// row is a line of a block.
type row struct {
	pieces []piece
	width  vg.Length
	rise   vg.Length // from the baseline to the top of the letters and what stands above them
	drop   vg.Length // from the baseline to the bottom of the letters and what hangs below them
	down   vg.Length // from the first baseline of the block to this one
}

// piece is a run of signs of one size on one height.
type piece struct {
	lettering
	signs string
	at    vg.Point // left end of its baseline, seen from the left end of the line's
}

// Superscripts and subscripts, as fractions of the size of the letter they stand at.
const (
	scriptSize = 0.7
	supShift   = 0.4  // baseline to that of a superscript
	subShift   = 0.16 // the same for a subscript
	subUnder   = 0.28 // the same for a subscript with a superscript above it
	scriptGap  = 0.04 // to the letters on both sides
	markGap    = 0.07 // letter to its bar or hat
)

// row sets clusters side by side.
func (l lettering) row(cs []cluster) row {
	r := row{rise: capital * l.size, drop: descent * l.size}
	var plain strings.Builder // letters that are not put yet
	flush := func() {
		if plain.Len() > 0 {
			r.put(l, plain.String())
			plain.Reset()
		}
	}
	tall := false // whether anything may stand higher or lower than letters do
	for _, c := range cs {
		tall = tall || !c.plain()
		if c.marks != nil {
			flush()
			r.putMarked(l, c)
		} else if c.base != 0 {
			plain.WriteRune(c.base)
		}
		if c.sup != nil || c.sub != nil {
			flush()
			r.putScripts(l, c)
		}
	}
	flush()
	if tall {
		top, bottom := r.ink()
		r.rise, r.drop = max(r.rise, top), max(r.drop, -bottom)
	}
	return r
}

// put sets signs on the baseline at the end of the row.
func (r *row) put(l lettering, signs string) {
	face := l.face()
	r.pieces = append(r.pieces, piece{l, signs, vg.Point{X: r.width}})
	r.width += face.Width(signs)
}

// putMarked sets a letter with its bars and hats at the end of the row: each in the middle above the
// letter and above the one before; a mark that belongs below the letter stays there.
func (r *row) putMarked(l lettering, c cluster) {
	letter := l.inkBox(c.base)
	left, top := r.width, letter.Max.Y
	r.put(l, string(c.base))
	for _, m := range c.marks {
		if lone, ok := loneMark[m]; ok {
			m = lone
		}
		ink := l.inkBox(m)
		at := vg.Point{X: left + middle(letter).X - middle(ink).X}
		if ink.Min.Y > 0 {
			at.Y = max(0, top+markGap*l.size-ink.Min.Y)
			top = at.Y + ink.Max.Y
		}
		r.pieces = append(r.pieces, piece{l, string(m), at})
	}
}

// putScripts sets the superscript and the subscript of a letter behind it, one above the other.
func (r *row) putScripts(l lettering, c cluster) {
	small := l
	small.size *= scriptSize
	shift := vg.Length(subShift)
	if c.sup != nil {
		shift = subUnder
	}
	left, wide := r.width+scriptGap*l.size, vg.Length(0)
	for _, script := range []struct {
		row row
		y   vg.Length
	}{{small.row(c.sup), supShift}, {small.row(c.sub), -shift}} {
		for _, p := range script.row.pieces {
			p.at = p.at.Add(vg.Point{X: left, Y: script.y * l.size})
			r.pieces = append(r.pieces, p)
		}
		wide = max(wide, script.row.width)
	}
	r.width = left + wide + scriptGap*l.size
}

// ink is how far the ink of the row reaches above its baseline (positive) and below it (negative).
func (r row) ink() (top, bottom vg.Length) {
	for _, p := range r.pieces {
		for _, sign := range p.signs {
			box := p.inkBox(sign)
			top, bottom = max(top, p.at.Y+box.Max.Y), min(bottom, p.at.Y+box.Min.Y)
		}
	}
	return top, bottom
}
