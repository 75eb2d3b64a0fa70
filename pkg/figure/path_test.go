package figure

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// bowlMap is a figure with contours, and a path unless it is nil.
func bowlMap(t *testing.T, name string, path [][]float64) []byte {
	t.Helper()
	f := New("A path", "θ₀", "θ₁")
	f.Contours("J", func(a, b float64) float64 { return a*a + 5*b*b }, Box{{-2, 2}, {-1, 1}})
	if path != nil {
		f.Path(name, path)
	}
	f.Limits(Box{{-2, 2}, {-1, 1}})
	f.Width, f.Height = 200, 140
	png, err := PNG(f)
	if err != nil {
		t.Fatal(err)
	}
	return png
}

func TestPath(t *testing.T) {
	bare := bowlMap(t, "", nil)
	for what, path := range map[string][][]float64{
		"steps":               {{-1.8, 0.8}, {-1, -0.6}, {-0.5, 0.3}, {-0.2, -0.1}, {0, 0}},
		"only a start":        {{1.5, 0.5}},
		"leaves the picture":  {{1, 0.1}, {-1, 9}, {1, -1e6}},
		"starts outside":      {{9, 9}, {0.5, 0.5}},
		"goes through, twice": {{-3, 0}, {3, 0}, {-3, 0.1}},
	} {
		if bytes.Equal(bowlMap(t, "", path), bare) {
			t.Errorf("%s: the path leaves no trace", what)
		}
	}
	if path := [][]float64{{2.1, 0}, {2.2, 0}}; !bytes.Equal(bowlMap(t, "", path), bare) {
		t.Error("a path outside the axes is drawn")
	} else if bytes.Equal(bowlMap(t, "outside", path), bare) {
		t.Error("a named path has no entry in the legend")
	}
}

// A path on a surface lies over its own coordinates and is not that of the caller.
func TestPathOnASurface(t *testing.T) {
	s := NewSurface("", "", "", "", bowl, Box{{-1, 1}, {-3, 3}})
	path := [][]float64{{0.5, -2}, {0, 1}}
	s.Path("", path)
	path[0][0] = 9
	if p := s.trails[0]; !slices.Equal(p.x, []float64{0.5, 0}) || !slices.Equal(p.y, []float64{-2, 1}) {
		t.Errorf("the path goes over x = %v, y = %v", p.x, p.y)
	}
}

// Where two paths run together, and on a surface too, the colours of both are seen, and their common start.
func TestPathsThatRunTogether(t *testing.T) {
	var way [][]float64
	for k := range 200 {
		way = append(way, []float64{-0.9 + float64(k)/150, 0.3})
	}
	box := Box{{-1, 1}, {-1, 1}}
	onContours := New("", "a", "b")
	onContours.Contours("", bowl, box)
	onContours.Limits(box)
	onContours.Path("one", way)
	onContours.Path("two", way)
	onSurface := NewSurface("", "a", "b", "J", bowl, box)
	onSurface.Path("one", way)
	onSurface.Path("two", way)
	onContours.keys, onSurface.keys = nil, nil // the legend has the colours too
	trails := onSurface.trails
	for _, l := range onContours.layers {
		if l, ok := l.(trailLine); ok {
			trails = append(trails, l.trail)
		}
	}
	for name, d := range map[string]Drawing{"contours": onContours, "surface": onSurface} {
		img, err := onDots(d)
		if err != nil {
			t.Fatal(err)
		}
		for what, c := range map[string]color.NRGBA{"first path": palette[1], "second path": palette[2]} {
			if n := count(img, c); n < 40 {
				t.Errorf("%s: %d dots of the %s", name, n, what)
			}
		}
	}
	if a, b := trails[0].look, trails[1].look; len(a.marker(vg.Point{}, 1)) == len(b.marker(vg.Point{}, 1)) {
		t.Error("the signs of the steps do not differ")
	}
	for name, d := range map[string]Drawing{"contours": onContours, "surface": onSurface} {
		with, _ := onDots(d)
		for _, p := range trails {
			p.x[0] = -8 // outside
		}
		without, _ := onDots(d)
		for _, p := range trails {
			p.x[0] = way[0][0]
		}
		if count(with, ink) < count(without, ink)+20 {
			t.Errorf("%s: the start is not seen", name)
		}
	}
}

// count is the number of dots of a colour.
func count(img *image.RGBA, c color.NRGBA) (n int) {
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] == c.R && img.Pix[i+1] == c.G && img.Pix[i+2] == c.B {
			n++
		}
	}
	return n
}

func TestPathIsChecked(t *testing.T) {
	f := New("t", "x", "y")
	f.Path("p", [][]float64{{0, 0}, {math.NaN(), 1}})
	if _, err := PNG(f); err == nil || !strings.Contains(err.Error(), `figure: Path "p": x[1] is NaN`) {
		t.Errorf("error %v", err)
	}
	f = New("t", "x", "y")
	f.Path("p", nil)
	if _, err := PNG(f); err == nil || !strings.Contains(err.Error(), "no values") {
		t.Errorf("error %v", err)
	}
	defer func() {
		if r := recover(); r != `figure: Path "p": path[1] has 3 values, want 2` {
			t.Errorf("panic %v", r)
		}
	}()
	New("t", "x", "y").Path("p", [][]float64{{0, 0}, {1, 2, 3}})
}
