package figure

import (
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// barsOf draws a figure and returns the lower and upper ends of its bars and their widths, in data.
func barsOf(t *testing.T, f *Figure) (feet, heads, widths []float64) {
	t.Helper()
	l, _, err := f.plan(vg.Rectangle{Max: vg.Point{X: 300, Y: 200}}, "", margins{})
	if err != nil {
		t.Fatal(err)
	}
	tr := transform{l.p, l.data}
	for _, y := range f.layers {
		b, ok := y.(bars)
		if !ok {
			continue
		}
		var rec recorder.Canvas
		b.paint(draw.NewCanvas(&rec, 300, 200), tr)
		for _, a := range rec.Actions {
			if p, ok := a.(*recorder.Fill); ok {
				from, to := p.Path[0].Pos, p.Path[2].Pos
				feet, heads = append(feet, tr.unY(min(from.Y, to.Y))), append(heads, tr.unY(max(from.Y, to.Y)))
				widths = append(widths, tr.unX(max(from.X, to.X))-tr.unX(min(from.X, to.X)))
			}
		}
	}
	return feet, heads, widths
}

// Bars stand on 0 or hang from it, all with the width that the nearest two allow.
func TestBars(t *testing.T) {
	near := func(what string, got []float64, want ...float64) {
		t.Helper()
		if len(got) != len(want) {
			t.Fatalf("%s: %v, want %v", what, got, want)
		}
		for i := range got {
			if d := got[i] - want[i]; !(d*d <= 1e-6) {
				t.Errorf("%s: %v, want %v", what, got, want)
			}
		}
	}
	f := New("", "k", "y")
	f.Bars("a", []float64{1, 3}, []float64{2, -1})
	f.Bars("b", []float64{2.5, 9}, []float64{0.5, 3})
	feet, heads, widths := barsOf(t, f)
	near("feet", feet, 0, -1, 0, 0)
	near("heads", heads, 2, 0, 0.5, 3)
	near("widths", widths, 0.35, 0.35, 0.35, 0.35)

	f = New("", "k", "y") // cut off at the frame; on a logarithmic axis from its lower end
	f.Bars("", []float64{1, 2}, []float64{1e-3, 1e9})
	f.LogY()
	f.Limits(Box{{0, 3}, {1e-4, 1e2}})
	feet, heads, _ = barsOf(t, f)
	near("feet on a logarithmic axis", feet, 1e-4, 1e-4)
	near("heads on a logarithmic axis", heads, 1e-3, 1e2)

	f = New("", "k", "y") // one bar is no wider than widestBar; bars below 0 need room below
	f.Bars("", []float64{1}, []float64{1})
	if p, _ := f.axes(); p.Y.Min != 0 {
		t.Errorf("bars that stand begin at %g", p.Y.Min)
	}
	f.Bars("", []float64{5}, []float64{-1})
	if p, _ := f.axes(); !(p.Y.Min < -1) || !(p.X.Min <= -1) {
		t.Errorf("axes from %g and %g leave no room", p.X.Min, p.Y.Min)
	}
}
