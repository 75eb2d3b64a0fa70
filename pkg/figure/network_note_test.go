package figure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// A text below a unit takes the place of its δ, and the columns make room for it.
func TestUnitText(t *testing.T) {
	d := deckDiagram("")
	narrow, err := d.plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
	if err != nil {
		t.Fatal(err)
	}
	d.Delta(2, []float64{0.25, -1})
	long := "0.812 · 0.153 = 0.124, the δ of this unit"
	d.UnitText(2, 1, long)
	d.UnitText(0, 0, "bias")
	wantTexts(t, d, long, "bias", "δ⁽²⁾₂ = −1.00", "!δ⁽²⁾₁ = 0.25")
	wide, err := d.plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
	if err != nil {
		t.Fatal(err)
	}
	room := d.Width - edge - wide.x[2]
	if need := deltaText.width(long) / 2; room < need-0.01 || wide.x[2] >= narrow.x[2] {
		t.Errorf("the text needs %v to the right of its unit and has %v", need, room)
	}
}

// The columns stand still, whatever product stands below their neurons, and though there is none.
func TestUnitTextStandsStill(t *testing.T) {
	var last []vg.Length
	for _, text := range []string{"", "y = 1", "−0.66 · 0.22 = −0.15", "−0.66 · −0.22 = −0.15"} {
		d := deckDiagram("")
		d.UnitText(2, 1, text)
		p, err := d.plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
		if err != nil || last != nil && !slices.Equal(p.x, last) {
			t.Errorf("%q: columns at %v, want %v, error %v", text, p.x, last, err)
		}
		last = p.x
	}
}

// A note makes the diagram higher by what it needs, and a second one takes its place.
func TestNetworkNote(t *testing.T) {
	plain, noted := deckDiagram(""), deckDiagram("")
	noted.Note("first")
	one := noted.Height
	noted.Note("two\nlines")
	two := noted.Height
	wantTexts(t, noted, "two", "lines", "!first")
	if !(one > plain.Height+footText.size && two > one+footText.size) {
		t.Errorf("heights %v, %v, %v", plain.Height, one, two)
	}
	noted.Note("")
	if math.Abs(float64(noted.Height-plain.Height)) > 1e-9 {
		t.Errorf("height %v without a note, want %v", noted.Height, plain.Height)
	}
	a, _ := plain.plan(vg.Rectangle{Max: vg.Point{X: plain.Width, Y: plain.Height}}, "")
	noted.Note("two\nlines")
	b, _ := noted.plan(vg.Rectangle{Max: vg.Point{X: noted.Width, Y: noted.Height}}, "")
	if got := b.units[unitID{0, 0}].at.Y - a.units[unitID{0, 0}].at.Y; math.Abs(float64(got-(two-plain.Height))) > 1e-9 {
		t.Errorf("the units moved by %v, want %v", got, two-plain.Height)
	}
	noted.Note("汉")
	if _, err := PNG(noted); err == nil || !strings.Contains(err.Error(), `note "汉"`) {
		t.Errorf("error %v", err)
	}
}

// A path begins at one unit and ends at all outputs, and no other edge has a number.
func TestFocusPath(t *testing.T) {
	d := deckDiagram("")
	d.FocusPath(0, 2, 1)
	for id, want := range map[any]bool{
		edgeID{0, 2, 1}: true, edgeID{0, 2, 2}: false, edgeID{1, 1, 2}: true, edgeID{1, 2, 2}: true, edgeID{1, 1, 1}: false, edgeID{1, 1, 0}: false,
		unitID{0, 1}: true, unitID{0, 0}: false, unitID{1, 2}: true, unitID{1, 1}: false, unitID{1, 0}: false, unitID{2, 1}: true, unitID{2, 2}: true,
	} {
		if d.isInFocus(id) != want {
			t.Errorf("%#v in focus: %v", id, !want)
		}
	}
	wantTexts(t, d, "0.2", "−0.6", "0.9", "!0.8", "!0.7", "z⁽¹⁾₂", "−0.60", "!z⁽¹⁾₁", "!1.40", "!x₂", "!−1.00", "1")
	last := deckDiagram("")
	last.FocusPath(1, 2, 0)
	if last.isInFocus(unitID{2, 1}) || !last.isInFocus(unitID{2, 2}) || !last.isInFocus(unitID{1, 0}) {
		t.Errorf("%v", last.focus)
	}
	wantTexts(t, last, "0.34", "!0.81", "!1.40", "!2.00", "a⁽¹⁾₀", "!x₀")
	deep := NewNetwork("", 1, 2, 2, 1)
	deep.FocusPath(0, 1, 0)
	if deep.isInFocus(unitID{1, 2}) || !deep.isInFocus(unitID{2, 2}) || !deep.isInFocus(edgeID{1, 2, 1}) || !deep.isInFocus(edgeID{2, 1, 2}) || deep.isInFocus(edgeID{2, 1, 0}) {
		t.Errorf("%v", deep.focus)
	}
}
