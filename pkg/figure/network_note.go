package figure

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// footText is what Note writes in.
var footText = lettering{regular, 10, ink}

// noteGap is the room between the captions and the note.
const noteGap = 9

// UnitText writes text, one line, below unit j of layer l (0 is the bias unit), in place of its δ:
// the factor that a unit contributes, for instance.
//
// It panics if there is no such unit.
func (d *Network) UnitText(l, j int, text string) {
	d.checkUnit("UnitText", l, j)
	d.checkText("text", text)
	d.below[unitID{l, j}] = text
}

// Note writes text below the whole diagram, such as the formula that it illustrates, and makes
// Height larger by what the text needs at the present Width. Lines are separated by \n, and broken
// where they are wider than the diagram. A second note takes the place of the first.
func (d *Network) Note(text string) {
	d.checkText("note", text)
	d.Height -= d.noteHeight(d.Width - 2*edge)
	d.note = text
	d.Height += d.noteHeight(d.Width - 2*edge)
}

// noteHeight is the room that the note needs on a diagram so wide.
func (d *Network) noteHeight(wide vg.Length) vg.Length {
	if d.note == "" {
		return 0
	}
	b := footText.wrap(d.note, wide)
	return b.height() + b.drop() + noteGap
}

// unitTextOf is what stands below a unit: the text set, or its δ.
func (d *Network) unitTextOf(id unitID) string {
	if s, ok := d.below[id]; ok {
		return s
	}
	if v := d.d[id.l]; v != nil && id.j > 0 {
		return "δ" + above(id.l) + below(id.j) + " = " + digits(v[id.j-1], d.Decimals)
	}
	return ""
}

// widestText is the width of the widest text below a unit of layer l. Among texts there is always room for a
// product of two numbers below a neuron, so that the columns stand still while a slider moves.
func (d *Network) widestText(l int) (wide vg.Length) {
	if len(d.below) > 0 && l > 0 {
		number := "−" + digits(0, d.Decimals)
		wide = deltaText.width(number + " · " + number + " = " + number)
	}
	for j := range d.units[l] + 1 {
		wide = max(wide, deltaText.width(d.unitTextOf(unitID{l, j})))
	}
	return wide
}

func (d *Network) checkUnit(method string, l, j int) {
	d.checkLayer(method, l, 0)
	if j < 1-bias(l, len(d.units)) || j > d.units[l] {
		panic(fmt.Sprintf("figure: Network.%s: layer %d has no unit %d", method, l, j))
	}
}
