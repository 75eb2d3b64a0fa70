package figure

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/landscape"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
)

// gridOf holds J over even steps of a box, columns × rows of them.
func gridOf(J func(s, t float64) float64, box Box, columns, rows int) *landscape.Grid {
	g := &landscape.Grid{
		S: dataset.Linspace(box[0][0], box[0][1], columns),
		T: dataset.Linspace(box[1][0], box[1][1], rows),
		J: mat.NewDense(rows, columns, nil),
	}
	g.J.Apply(func(i, j int, _ float64) float64 { return J(g.S[j], g.T[i]) }, g.J)
	return g
}

// exactGrid is gridOf at the places where functions are sampled, to the last bit.
func exactGrid(t *testing.T, J func(s, t float64) float64, box Box, n int) *landscape.Grid {
	t.Helper()
	g, err := newGrid("", box, n)
	if err != nil {
		t.Fatal(err)
	}
	g.J.Apply(func(i, j int, _ float64) float64 { return J(g.S[j], g.T[i]) }, g.J)
	return g
}

// smallPicture is a drawing of few dots.
func smallPicture(t *testing.T, d Drawing) []byte {
	t.Helper()
	switch d := d.(type) {
	case *Figure:
		d.Width, d.Height = 160, 120
	case *SurfacePlot:
		d.Width, d.Height = 7*vg.Centimeter, 6*vg.Centimeter
	}
	png, err := PNG(d)
	if err != nil {
		t.Fatal(err)
	}
	return png
}

// A function and the grid of its values give the same picture.
func TestFormsAgree(t *testing.T) {
	s := optimizer.Himmelblau()
	sampled := New("", "s", "t")
	sampled.Contours("J", s.At, s.Box)
	g := exactGrid(t, s.At, s.Box, 101)
	known := New("", "s", "t")
	known.ContoursOf("J", g)
	want := smallPicture(t, sampled)
	if !bytes.Equal(smallPicture(t, known), want) {
		t.Error("Contours and ContoursOf draw two pictures")
	}
	turned := New("", "s", "t")
	turned.ContoursOf("J", &landscape.Grid{S: g.T, T: g.S, J: mat.DenseCopyOf(g.J.T())})
	if bytes.Equal(smallPicture(t, turned), want) {
		t.Error("the picture does not tell s from t")
	}
	a, b := NewSurface("S", "s", "t", "J", s.At, s.Box), NewSurfaceOf("S", "s", "t", "J", exactGrid(t, s.At, s.Box, surfaceSamples))
	if !bytes.Equal(smallPicture(t, a), smallPicture(t, b)) {
		t.Error("NewSurface and NewSurfaceOf draw two pictures")
	}
}

// The columns of a grid lie along x and its rows along y, also where their numbers differ and J is
// a part of a larger matrix.
func TestGridPlaces(t *testing.T) {
	box := Box{{-1, 2}, {10, 30}}
	J := func(s, t float64) float64 { return s + 10*t + s*s }
	g := gridOf(J, box, 7, 5)
	larger := mat.NewDense(9, 11, nil)
	part := larger.Slice(2, 7, 3, 10).(*mat.Dense)
	part.Copy(g.J)
	g.J = part
	f := New("", "", "")
	f.ContoursOf("J", g)
	s := NewSurfaceOf("", "", "", "", g)
	part.Zero()
	if err := errors.Join(f.err, s.err); err != nil {
		t.Fatal(err)
	}
	if s.h.na != surfaceSamples || s.h.nb != surfaceSamples {
		t.Errorf("the surface has %d × %d points", s.h.na, s.h.nb)
	}
	for name, h := range map[string]*heights{"contours": f.field.h, "surface": s.h} {
		if h.box != box {
			t.Errorf("%s: the box is %v, want %v", name, h.box, box)
		}
		for _, p := range [][2]float64{{-1, 10}, {2, 10}, {-1, 30}, {2, 30}, {0.37, 22.9}} {
			if got, want := h.at(p[0], p[1]), J(p[0], p[1]); math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: the height at %v is %g, want %g", name, p, got, want)
			}
		}
	}
}

func TestBadGrids(t *testing.T) {
	even := func() *landscape.Grid { return gridOf(bowl, Box{{0, 3}, {0, 4}}, 4, 5) }
	for want, damage := range map[string]func(g *landscape.Grid){
		`S has 3 points, want 4 or more`:                                                func(g *landscape.Grid) { *g = *gridOf(bowl, Box{{0, 1}, {0, 1}}, 3, 5) },
		`T has 2 points, want 4 or more`:                                                func(g *landscape.Grid) { *g = *gridOf(bowl, Box{{0, 1}, {0, 1}}, 5, 2) },
		`S must ascend, but S[0] is 3 and S[1] is 1`:                                    func(g *landscape.Grid) { g.S[0] = 3 },
		`T must ascend, but T[2] is 2 and T[3] is 2`:                                    func(g *landscape.Grid) { g.T[3] = 2 },
		`S must have even steps, but S[1] is 1.01 and not 1; try dataset.Linspace(0, 3`: func(g *landscape.Grid) { g.S[1] = 1.01 },
		`T must have even steps, but T[1] is 1 and not 2; try dataset.Linspace(0, 8, 5`: func(g *landscape.Grid) { g.T[4] = 8 },
		`S[3] is +Inf`:                          func(g *landscape.Grid) { g.S[3] = math.Inf(1) },
		`T[0] is NaN`:                           func(g *landscape.Grid) { g.T[0] = math.NaN() },
		`S from 0 to 3e-310 is too short`:       func(g *landscape.Grid) { copy(g.S, []float64{0, 1e-310, 2e-310, 3e-310}) },
		`its value at (2, 1) is NaN; try a sma`: func(g *landscape.Grid) { g.J.Set(1, 2, math.NaN()) },
		`its value at (1, 4) is +Inf; try a sm`: func(g *landscape.Grid) { g.J.Set(4, 1, math.Inf(1)) },
		`its value at (0, 0) is 1e+306, too la`: func(g *landscape.Grid) { g.J.Set(0, 0, 1e306) },
	} {
		g := even()
		damage(g)
		f := New("", "", "")
		f.ContoursOf("J", g)
		for what, d := range map[string]Drawing{`ContoursOf "J"`: f, `NewSurfaceOf "S"`: NewSurfaceOf("S", "", "", "", g)} {
			_, err := PNG(d)
			if err == nil || !strings.HasPrefix(err.Error(), "figure: "+what+": "+want) {
				t.Errorf("error %v, want %s: %s", err, what, want)
			}
			var axis *BadAxis
			var height *BadHeight
			if strings.HasPrefix(want, "its") != errors.As(err, &height) || strings.HasPrefix(want, "its") == errors.As(err, &axis) {
				t.Errorf("%s: the error is a %T", want, errors.Unwrap(err))
			}
			if axis != nil && axis.Axis != want[:1] {
				t.Errorf("%s: the axis is %q", want, axis.Axis)
			}
		}
	}
	// Steps that differ by rounding alone are even.
	f := New("", "", "")
	f.ContoursOf("J", gridOf(bowl, Box{{0.1, 0.7}, {-1e3, 1e-3}}, 7, 301))
	if f.err != nil {
		t.Error(f.err)
	}
	f.ContoursOf("J", even())
	if f.err == nil || !strings.HasPrefix(f.err.Error(), `figure: ContoursOf "J": the figure has contours already`) {
		t.Errorf("a second field: error %v", f.err)
	}
}

func TestGridPanics(t *testing.T) {
	wantPanic(t, `figure: ContoursOf "J": the grid is nil`, func() { New("", "", "").ContoursOf("J", nil) })
	wantPanic(t, `figure: NewSurfaceOf: the grid is nil`, func() { NewSurfaceOf("", "", "", "", &landscape.Grid{}) })
	g := gridOf(bowl, Box{{0, 1}, {0, 1}}, 4, 5)
	g.S = g.S[:3]
	wantPanic(t, `figure: ContoursOf: J is 5×4, want 5×3, a row for every t and a column for every s`, func() { New("", "", "").ContoursOf("", g) })
}
