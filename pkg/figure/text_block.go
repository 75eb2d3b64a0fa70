package figure

import (
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// block is a text set in lines.
type block struct {
	lettering
	rows  []row
	width vg.Length // of the widest line
}

// set lays s out; \n begins a new line.
func (l lettering) set(s string) block { return l.wrap(s, vg.Length(math.Inf(1))) }

// wrap is set with lines no wider than w. They are broken at spaces; a word that is alone wider than w
// is broken after a sign like _ or /, or else anywhere.
func (l lettering) wrap(s string, w vg.Length) block {
	b := block{lettering: l}
	if s == "" {
		return b
	}
	for part := range strings.SplitSeq(s, "\n") {
		cs := clusters(part)
		if whole := l.row(cs); whole.width <= w {
			b.add(whole)
			continue
		}
		for _, line := range l.broken(cs, w) {
			b.add(l.row(line))
		}
	}
	return b
}

// lineGap is the least gap between two lines, as a fraction of the size.
const lineGap = 0.18

// add puts a line under the others.
func (b *block) add(r row) {
	if n := len(b.rows); n > 0 {
		above := b.rows[n-1]
		r.down = above.down + max(leading*b.size, above.drop+r.rise+lineGap*b.size)
	}
	b.rows = append(b.rows, r)
	b.width = max(b.width, r.width)
}

// broken breaks clusters into lines no wider than w.
func (l lettering) broken(cs []cluster, w vg.Length) [][]cluster {
	var lines [][]cluster
	begin, space, joint := 0, 0, 0 // of the line; behind its last space and its last sign like _
	var wide vg.Length
	for i := 0; i < len(cs); i++ {
		wide += l.row(cs[i : i+1]).width
		if wide > w && i > begin && cs[i].base != ' ' {
			next := i
			switch {
			case space > begin:
				next = space
			case joint > begin:
				next = joint
			}
			lines = append(lines, trimmedRight(cs[begin:next]))
			begin, wide = next, 0
			i = next - 1
			continue
		}
		switch cs[i].base {
		case ' ':
			space = i + 1
		case '_', '/', '-', ',', '.':
			joint = i + 1
		}
	}
	return append(lines, trimmedRight(cs[begin:]))
}

// trimmedRight is cs without spaces at its end.
func trimmedRight(cs []cluster) []cluster {
	for len(cs) > 0 && cs[len(cs)-1].base == ' ' {
		cs = cs[:len(cs)-1]
	}
	return cs
}

// height is the height from the top of the capitals of the first line to the last baseline.
func (b block) height() vg.Length {
	if len(b.rows) == 0 {
		return 0
	}
	return capital*b.size + b.rows[len(b.rows)-1].down
}

// high is how far the ink of the block reaches from its middle, upwards or downwards.
func (b block) high() (most vg.Length) {
	for _, r := range b.rows {
		top, bottom := r.ink()
		base := b.height()/2 - capital*b.size - r.down
		most = max(most, base+top, -base-bottom)
	}
	return most
}

// over is how far the block reaches above the capitals of its first line, less the 2 points for which the
// rim of a picture has room.
func (b block) over() vg.Length {
	if len(b.rows) == 0 {
		return 0
	}
	return max(0, b.rows[0].rise-capital*b.size-2)
}

// drop is what hangs below the last baseline.
func (b block) drop() vg.Length {
	if len(b.rows) == 0 {
		return 0
	}
	return b.rows[len(b.rows)-1].drop
}

// draw draws the block so that its box touches pt: ax 0, ½, 1 puts pt at the left, middle, right
// of the box, ay 0, ½, 1 at its last baseline, middle, top of the capitals. turn is in radians,
// counter-clockwise about pt.
func (b block) draw(c draw.Canvas, pt vg.Point, ax, ay, turn float64) {
	if turn != 0 {
		c.Push()
		defer c.Pop()
		c.Translate(snap(pt))
		c.Rotate(turn)
		pt = vg.Point{}
	}
	c.SetColor(b.color)
	b.each(pt, ax, ay, func(p piece, at vg.Point) { c.FillString(p.face(), at, p.signs) })
}

// drawOn is draw on a rim of paper, to be read over lines and colours.
func (b block) drawOn(c draw.Canvas, pt vg.Point, ax, ay float64) {
	c.SetLineStyle(draw.LineStyle{Color: paper, Width: 2.8})
	b.each(pt, ax, ay, func(p piece, at vg.Point) { c.Stroke(outlines(p.face(), at, p.signs)) })
	b.draw(c, pt, ax, ay, 0)
}

// each calls do with all pieces and their places, when the box of the block touches pt as in draw.
func (b block) each(pt vg.Point, ax, ay float64, do func(p piece, at vg.Point)) {
	first := pt.Y + vg.Length(1-ay)*b.height() - b.size*capital
	for _, r := range b.rows {
		left := vg.Point{X: pt.X - vg.Length(ax)*r.width, Y: first - r.down}
		for _, p := range r.pieces {
			do(p, snap(left.Add(p.at)))
		}
	}
}

// placedBlock is a block with its place, as draw takes it.
type placedBlock struct {
	block
	at           vg.Point
	ax, ay, turn float64
}

func (p placedBlock) draw(c draw.Canvas) { p.block.draw(c, p.at, p.ax, p.ay, p.turn) }

// corners go round a block that is not empty.
func (p placedBlock) corners() (out [4]vg.Point) {
	left, bottom := -vg.Length(p.ax)*p.width, -vg.Length(p.ay)*p.height()
	lo := vg.Point{X: left, Y: bottom - p.drop()}
	hi := vg.Point{X: left + p.width, Y: bottom + p.height() + p.rows[0].rise - capital*p.size}
	sin, cos := math.Sincos(p.turn)
	for i, q := range [4]vg.Point{lo, {X: hi.X, Y: lo.Y}, hi, {X: lo.X, Y: hi.Y}} {
		out[i] = p.at.Add(vg.Point{X: q.X*vg.Length(cos) - q.Y*vg.Length(sin), Y: q.X*vg.Length(sin) + q.Y*vg.Length(cos)})
	}
	return out
}
