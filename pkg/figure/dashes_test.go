package figure

import (
	"image"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A dashed line that comes back on its own way, once or again and again, within the frame or from far outside,
// looks as if it had gone there only.
func TestDashesOfALineThatTurnsRound(t *testing.T) {
	picture := func(turns bool, style draw.LineStyle, pts ...vg.Point) *image.RGBA {
		c := newCanvas(100, 60)
		inner := draw.NewCanvas(c, 100, 60)
		if turns {
			stroke(inner, style, pts)
		} else {
			inner.StrokeLines(style, inner.ClipLinesXY(pts)...)
		}
		return c.img
	}
	style := draw.LineStyle{Color: ink, Width: 2, Dashes: []vg.Length{5, 5}}
	start, end := vg.Point{X: 5, Y: 10}, vg.Point{X: 95, Y: 50}
	at := func(u vg.Length) vg.Point { return start.Scale(1 - u).Add(end.Scale(u)) }
	want := picture(false, style, start, end)
	for name, way := range map[string][]vg.Point{
		"straight":     {start, at(0.4), end},
		"back":         {start, end, start},
		"from outside": {start, at(0.5), at(50), at(0.6), end},
		"to and fro":   {start, at(0.3), at(0.1), at(0.7), at(0.2), end},
	} {
		if name == "from outside" {
			want = picture(false, style, start, at(50))
		}
		if part := differingDots(picture(true, style, way...), want); part > 0.006 { // the ends of dashes lie on each other
			t.Errorf("%s: %.2f %% of the dots differ", name, 100*part)
		}
		want = picture(false, style, start, end)
	}
	// A line that bends has the dashes of the plain way.
	bend := []vg.Point{{X: 5, Y: 5}, {X: 50, Y: 55}, {X: 90, Y: 20}, {X: 140, Y: 20}}
	if part := differingDots(picture(true, style, bend...), picture(false, style, bend...)); part > 0 {
		t.Errorf("a bend: %.2f %% of the dots differ", 100*part)
	}
}

// A curve keeps its dashes when its points come back from far outside the frame.
func TestDashesOfACurveWithAFarPoint(t *testing.T) {
	dots := func(x ...float64) int {
		f := New("", "x", "y")
		f.Line("first", []float64{0, 10}, []float64{9, 9})
		y := make([]float64, len(x))
		for i := range x {
			y[i] = 3 + x[i]/10
		}
		f.Line("", x, y)
		f.Line("dashed", x, y)
		f.Limits(Box{{0, 10}, {0, 10}})
		f.keys = nil
		img, err := onDots(f)
		if err != nil {
			t.Fatal(err)
		}
		return count(img, palette[1])
	}
	if plain, far := dots(0, 500), dots(0, 5, 500, 5, 10); plain < 500 || far < plain*9/10 || far > plain*11/10 {
		t.Errorf("%d dots when the line goes out, %d when it comes back", plain, far)
	}
}
