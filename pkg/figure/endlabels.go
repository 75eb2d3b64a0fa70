package figure

import (
	"cmp"
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

// Sizes of the labels, in points.
const (
	endLead  = 13                    // from the frame to the text
	endPitch = vg.Length(9.5 * 1.22) // from one label to the next
)

// endRoom is the room the labels need right of the frame.
func (f *Figure) endRoom() vg.Length {
	var w vg.Length
	for _, l := range f.endLabels {
		w = max(w, endLead+3+legendText.width(l.text)+edge)
	}
	return w
}

// drawEndLabels writes the labels as near to their curves as they can stand without
// touching each other, each with a line that leads to its curve.
func (f *Figure) drawEndLabels(c draw.Canvas, t transform) {
	labels := slices.Clone(f.endLabels)
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(a.y, b.y) })
	want := make([]vg.Length, len(labels))
	for i, l := range labels {
		want[i] = max(t.data.Min.Y, min(t.data.Max.Y, t.y(l.y)))
	}
	x := t.data.Max.X
	for i, y := range spread(want, endPitch, t.data.Min.Y, t.data.Max.Y) {
		c.StrokeLines(draw.LineStyle{Color: labels[i].style().Color, Width: 0.9}, []vg.Point{{X: x, Y: want[i]}, {X: x + endLead - 4, Y: y}, {X: x + endLead, Y: y}})
		legendText.write(c, vg.Point{X: x + endLead + 3, Y: y}, 0, 0.5, 0, labels[i].text)
	}
}

// spread moves growing places apart to a distance of at least pitch within lo … hi, with the
// smallest sum of squared moves: isotonic regression of want[i] − i·pitch by pooling
// neighbours in the wrong order.
func spread(want []vg.Length, pitch, lo, hi vg.Length) []vg.Length {
	type pool struct {
		sum vg.Length
		n   int
	}
	level := func(p pool) vg.Length { return p.sum / vg.Length(p.n) }
	var pools []pool
	for i, w := range want {
		pools = append(pools, pool{w - vg.Length(i)*pitch, 1})
		for k := len(pools) - 1; k > 0 && level(pools[k-1]) > level(pools[k]); k-- {
			pools[k-1] = pool{pools[k-1].sum + pools[k].sum, pools[k-1].n + pools[k].n}
			pools = pools[:k]
		}
	}
	hi -= vg.Length(len(want)-1) * pitch
	var out []vg.Length
	for _, p := range pools {
		for range p.n {
			out = append(out, max(lo, min(hi, level(p)))+vg.Length(len(out))*pitch)
		}
	}
	return out
}
