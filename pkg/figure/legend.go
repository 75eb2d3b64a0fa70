package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// key is an entry of the legend: a name and its thumb, the small picture before it.
type key struct {
	name  string
	width vg.Length // width is that of the thumb
	thumb func(c draw.Canvas, r vg.Rectangle)
}

// placedKey is a key with its place on the canvas.
type placedKey struct {
	key
	text  block // the name
	thumb vg.Rectangle
	at    vg.Point // left end of the first capital's middle line
}

// Sizes in the legend, in points.
const (
	thumbWidth  = 22 // of lines and areas
	pointWidth  = 9  // of single signs
	thumbHeight = 9
	thumbGap    = 5  // thumb to name
	keyGap      = 15 // name to the next thumb
	rowGap      = 6
)

// legendKey adds an entry; an empty name makes none.
func (d *drawn) legendKey(name string, width vg.Length, thumb func(c draw.Canvas, r vg.Rectangle)) {
	if name != "" {
		d.keys = append(d.keys, key{name, width, thumb})
	}
}

// placeKeys sets keys in rows of width w from the left top downwards.
func placeKeys(keys []key, top vg.Point, w vg.Length) (placed []placedKey, around vg.Rectangle) {
	x, y := top.X, top.Y
	var row, right vg.Length
	for _, k := range keys {
		text := legendText.wrap(k.name, w-k.width-thumbGap)
		width := k.width + thumbGap + text.width
		if x > top.X && x+width > top.X+w {
			x, y = top.X, y-row-rowGap
			row = 0
		}
		middle := y - thumbHeight/2
		placed = append(placed, placedKey{
			key:   k,
			text:  text,
			thumb: vg.Rectangle{Min: vg.Point{X: x, Y: y - thumbHeight}, Max: vg.Point{X: x + k.width, Y: y}},
			at:    vg.Point{X: x + k.width + thumbGap, Y: middle + legendText.size*capital/2},
		})
		x += width + keyGap
		right = max(right, x-keyGap)
		row = max(row, thumbHeight/2-legendText.size*capital/2+text.height()+text.drop())
	}
	return placed, vg.Rectangle{Min: vg.Point{X: top.X, Y: y - row}, Max: vg.Point{X: right, Y: top.Y}}
}

func (k placedKey) draw(c draw.Canvas) {
	k.key.thumb(c, k.thumb)
	k.text.draw(c, k.at, 0, 1, 0)
}

func middle(r vg.Rectangle) vg.Point {
	return vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}
}

// lineThumb is a short piece of a curve.
func lineThumb(style func() draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		c.StrokeLine2(style(), r.Min.X, middle(r).Y, r.Max.X, middle(r).Y)
	}
}
