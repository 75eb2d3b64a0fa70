package figure

import (
	"fmt"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// No text leaves the canvas or touches another, in any kind of drawing.
func TestTextsStandFree(t *testing.T) {
	for name, d := range samples() {
		t.Run(name, func(t *testing.T) {
			texts, _, err := trace(d)
			if err != nil {
				t.Fatal(err)
			}
			if len(texts) < 5 {
				t.Errorf("only %d texts were drawn", len(texts))
			}
			w, h := d.Size()
			for i, a := range texts {
				for _, p := range a.corners {
					if p.X < 1 || p.Y < 1 || p.X > w-1 || p.Y > h-1 {
						t.Errorf("%q leaves the canvas of %.0f × %.0f at (%.0f, %.0f)", a.text, w, h, p.X, p.Y)
						break
					}
				}
				for _, b := range texts[:i] {
					if overlap(a, b) {
						t.Errorf("%q and %q overlap", a.text, b.text)
					}
				}
			}
		})
	}
}

// Labels of an axis never touch, however narrow the figure and however long the labels.
func TestTickLabelsStandFree(t *testing.T) {
	for w := vg.Length(130); w < 500; w += 7 {
		for _, x := range [][]float64{{-0.0123, 0.0871}, {-81234, 98765}, {1e-8, 1e9}, {20, 90}, {0.1, 0.10005}} {
			f := New("", "x", "y")
			f.Line("", x, []float64{0, 1})
			if x[0] > 0 && x[1]/x[0] > 2 {
				f.LogX()
			}
			l, _, err := f.plan(vg.Rectangle{Max: vg.Point{X: w, Y: 150}}, "", margins{})
			if err != nil {
				t.Fatal(w, x, err)
			}
			if len(l.x.at) > 1 && l.crowded() {
				t.Errorf("%v pt wide, x = %v: labels %q touch", w, x, l.x.label)
			}
		}
	}
}

// Lines and areas stay on the canvas too; a white margin remains.
func TestPathsStayOnTheCanvas(t *testing.T) {
	for name, d := range samples() {
		_, paths, err := trace(d)
		if err != nil {
			t.Fatal(name, err)
		}
		w, h := d.Size()
		for _, r := range paths {
			if r.Min.X < -0.01 || r.Min.Y < -0.01 || r.Max.X > w+0.01 || r.Max.Y > h+0.01 {
				t.Errorf("%s: a path over %v leaves the canvas of %v × %v", name, r, w, h)
			}
		}
	}
}

func intersects(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// The legend lies above the frame, whatever its length, and has one entry for each name.
func TestLegendCoversNoData(t *testing.T) {
	for n := range 16 {
		f := New("A title", "x", "y")
		for k := range n {
			f.Line(fmt.Sprintf("a curve with the number %d", k), []float64{0, 1}, []float64{0, float64(k)})
		}
		f.Line("", []float64{0, 1}, []float64{1, 1})
		f.Height = 14 * vg.Centimeter
		w, h := f.Size()
		l, _, err := f.plan(vg.Rectangle{Max: vg.Point{X: w, Y: h}}, "A title", margins{})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.keys) != n {
			t.Errorf("%d names: %d entries", n, len(l.keys))
		}
		if n == 0 && l.legend != (vg.Rectangle{}) {
			t.Errorf("no names: legend at %v", l.legend)
		}
		if n > 0 && (intersects(l.legend, l.data) || l.legend.Min.Y < l.data.Max.Y || l.legend.Max.Y > l.top.Y) {
			t.Errorf("%d names: legend %v, frame %v, title at %v", n, l.legend, l.data, l.top)
		}
		for i, k := range l.keys {
			box := vg.Rectangle{Min: k.thumb.Min, Max: vg.Point{X: k.at.X + k.text.width, Y: k.thumb.Max.Y}}
			if box.Max.X > w || intersects(box, l.data) {
				t.Errorf("entry %d at %v: frame %v, canvas %v wide", i, box, l.data, w)
			}
			for j := range i {
				o := l.keys[j]
				if intersects(box, vg.Rectangle{Min: o.thumb.Min, Max: vg.Point{X: o.at.X + o.text.width, Y: o.thumb.Max.Y}}) {
					t.Errorf("entries %d and %d overlap", i, j)
				}
			}
		}
	}
}

// Frames of panels in a column begin at the same place, those in a row end at the same.
func TestPanelsAreAligned(t *testing.T) {
	long := New("b", "x", "y")
	long.Scatter("with a legend", []float64{0, 1}, []float64{1e4, 2.5e4})
	short := New("a", "", "")
	short.Line("", []float64{0, 1}, []float64{0, 1})
	g := Grid("shared", 2, short, long, long, short)
	w, h := g.Size()
	cells := g.tiles(draw.NewCanvas(&tracer{}, w, h))
	least, err := g.align(cells)
	if err != nil {
		t.Fatal(err)
	}
	var frames []vg.Rectangle
	for k, d := range []*Figure{short, long, long, short} {
		l, _, err := d.plan(cells[k].Rectangle, g.titleOf(k), least[k])
		if err != nil {
			t.Fatal(err)
		}
		frames = append(frames, l.data)
	}
	for _, p := range [][2]int{{0, 2}, {1, 3}} {
		if a, b := frames[p[0]], frames[p[1]]; a.Min.X != b.Min.X || a.Max.X != b.Max.X {
			t.Errorf("frames %v and %v of one column", a, b)
		}
	}
	for _, p := range [][2]int{{0, 1}, {2, 3}} {
		if a, b := frames[p[0]], frames[p[1]]; a.Min.Y != b.Min.Y || a.Max.Y != b.Max.Y {
			t.Errorf("frames %v and %v of one row", a, b)
		}
	}
	texts, _, _ := trace(g)
	for _, want := range []string{"shared", "(a) a", "(b) b", "(c) b", "(d) a"} {
		found := false
		for _, x := range texts {
			found = found || x.text == want
		}
		if !found {
			t.Errorf("no title %q in %v", want, texts)
		}
	}
}
