package figure

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// endLabel names a curve where it ends, right of the frame.
type endLabel struct {
	text  string
	y     float64 // of the end of the curve, in data
	style func() draw.LineStyle
}

// Sizes of the labels: lengths in points, and their part of the width of the figure.
const (
	endLead = 13  // from the frame to the text
	endGap  = 2.4 // least gap between two labels
	endPart = 0.3 // the largest part they may take
)

// set lays the label out on a figure so wide.
func (l endLabel) set(wide vg.Length) block { return legendText.wrap(l.text, endPart*wide) }

// endRoom is the room the labels need right of the frame, on a figure so wide.
func (f *Figure) endRoom(wide vg.Length) vg.Length {
	var w vg.Length
	for _, l := range f.endLabels {
		w = max(w, endLead+3+l.set(wide).width+edge)
	}
	return w
}

// endHeight is the height of all labels one above the other.
func (f *Figure) endHeight(wide vg.Length) (high vg.Length) {
	for _, l := range f.endLabels {
		high += l.set(wide).pitch()
	}
	return high
}

// checkEndLabels returns an error if the labels cannot stand one above the other.
func (f *Figure) checkEndLabels(frame vg.Rectangle, wide vg.Length) error {
	if f.endHeight(wide) > frame.Size().Y+legendText.set("x").pitch() {
		return fmt.Errorf("figure: %q: the %d names at the ends of the curves do not fit one above the other: make Height larger", f.Plot.Title.Text, len(f.endLabels))
	}
	return nil
}

// pitch is what the block takes of a column of blocks.
func (b block) pitch() vg.Length { return b.height() + b.drop() + endGap }

// drawEndLabels writes the labels as near to their curves as they can stand without
// touching each other, each with a line that leads to its curve.
func (f *Figure) drawEndLabels(c draw.Canvas, t transform) {
	labels := slices.Clone(f.endLabels)
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(a.y, b.y) })
	blocks := make([]block, len(labels))
	want, high := make([]vg.Length, len(labels)), make([]vg.Length, len(labels))
	for i, l := range labels {
		blocks[i] = l.set(c.Size().X)
		want[i] = max(t.data.Min.Y, min(t.data.Max.Y, t.y(l.y)))
		high[i] = blocks[i].pitch()
	}
	x := t.data.Max.X
	rim := legendText.set("x").pitch() / 2 // one line may stand half above and half below the rim
	for i, y := range spread(want, high, t.data.Min.Y-rim, t.data.Max.Y+rim) {
		c.StrokeLines(draw.LineStyle{Color: labels[i].style().Color, Width: 0.9}, []vg.Point{{X: x, Y: want[i]}, {X: x + endLead - 4, Y: y}, {X: x + endLead, Y: y}})
		blocks[i].draw(c, vg.Point{X: x + endLead + 3, Y: y}, 0, 0.5, 0)
	}
}

// spread moves the growing middles of things so high, until none touches the next and all lie between lo and hi,
// with the smallest sum of squared moves: isotonic regression of want[i], less the heights below it, by
// pooling neighbours in the wrong order.
func spread(want, high []vg.Length, lo, hi vg.Length) []vg.Length {
	type pool struct {
		sum vg.Length
		n   int
	}
	level := func(p pool) vg.Length { return p.sum / vg.Length(p.n) }
	var pools []pool
	below := make([]vg.Length, len(want)) // from the middle of the first to that of each, where all touch
	for i, w := range want {
		if i > 0 {
			below[i] = below[i-1] + (high[i-1]+high[i])/2
		}
		pools = append(pools, pool{w - below[i], 1})
		for k := len(pools) - 1; k > 0 && level(pools[k-1]) > level(pools[k]); k-- {
			pools[k-1] = pool{pools[k-1].sum + pools[k].sum, pools[k-1].n + pools[k].n}
			pools = pools[:k]
		}
	}
	var out []vg.Length
	for _, p := range pools {
		last := len(want) - 1
		first := max(lo+high[0]/2, min(hi-high[last]/2-below[last], level(p)))
		for range p.n {
			out = append(out, first+below[len(out)])
		}
	}
	return out
}
