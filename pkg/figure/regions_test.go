package figure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"

	"gonum.org/v1/plot/vg"
)

// The class of a place is that of its largest score; one score parts two classes at 0.
func TestRegionsClass(t *testing.T) {
	f := New("", "", "")
	f.Samples = 21
	f.Regions([]string{"A", "B", "C"}, loss.CrossEntropy{}, func(a, b float64) []float64 { return []float64{a, b, -a - b} }, Box{{-2, 2}, {-2, 2}})
	r := f.layers[0].(*regions)
	for k, p := range [][2]float64{{1.9, 0.1}, {0.1, 1.9}, {-1, -1}} {
		if got := r.classes(p[:1], p[1:])[0]; got != k {
			t.Errorf("(%g, %g) has class %d, want %d", p[0], p[1], got, k)
		}
	}
	f = New("", "", "")
	f.Regions(nil, loss.Hinge{}, func(a, b float64) []float64 { return []float64{a*a + b*b - 1} }, Box{{-2, 2}, {-2, 2}})
	r = f.layers[0].(*regions)
	for _, c := range []struct{ x, y, class float64 }{{0, 0, 0}, {0.97, 0, 0}, {1.03, 0, 1}, {0, -1.03, 1}, {0.69, 0.69, 0}, {0.73, 0.73, 1}} {
		if got := r.classes([]float64{c.x}, []float64{c.y})[0]; got != int(c.class) {
			t.Errorf("(%g, %g) has class %d, want %g", c.x, c.y, got, c.class)
		}
	}
}

// A probability and its logit have the same regions, each read by its own loss.
func TestRegionsOfProbabilities(t *testing.T) {
	logit := func(a, b float64) []float64 { return []float64{a*a + b*b - 1} }
	p := func(a, b float64) []float64 { return []float64{activation.Of(activation.Sigmoid{}, logit(a, b)[0])} }
	for _, c := range []struct {
		J    loss.Func
		yhat func(a, b float64) []float64
	}{{loss.BernoulliNLL{}, p}, {loss.BinaryCrossEntropy{}, logit}} {
		f := New("", "", "")
		f.Regions([]string{"in", "out"}, c.J, c.yhat, Box{{-2, 2}, {-2, 2}})
		r := f.layers[0].(*regions)
		if got := r.classes([]float64{0, 0.97, 1.03, 1.9}, []float64{0}); !slices.Equal(got, []int{0, 0, 1, 1}) {
			t.Errorf("%v: classes %d", c.J, got)
		}
	}
}

// Points lie in regions of their own colour.
func TestClassesMatchRegions(t *testing.T) {
	f := New("", "", "")
	f.Classes([]string{"A", "B", "C"}, []float64{0, 1, 2, 3}, []float64{0, 1, 2, 3}, []int{2, 0, 0, 2})
	if len(f.layers) != 2 || len(f.keys) != 3 {
		t.Fatalf("%d layers, %d keys", len(f.layers), len(f.keys))
	}
	a, c := f.layers[0].(points), f.layers[1].(points)
	if a.look.color != palette[0] || c.look.color != palette[2] || len(a.x) != 2 || a.x[0] != 1 || c.x[1] != 3 {
		t.Error(a, c)
	}
	if pale(a.look.color) != regionColor(0) || pale(c.look.color) != regionColor(2) {
		t.Error("the regions have other colours")
	}
	p, q := a.look.marker(vg.Point{}, 1), c.look.marker(vg.Point{}, 1)
	if len(p) == len(q) {
		t.Error("the markers do not differ")
	}
	f.Line("next", []float64{0, 1}, []float64{0, 1})
	if l := f.layers[2].(*line); l.look.color != palette[3] {
		t.Error("a line has the colour of a class")
	}
}

// The zeros of x² + y² − 1 lie on the circle.
func TestBoundary(t *testing.T) {
	f := New("", "", "")
	f.Boundary("circle", func(a, b float64) float64 { return a*a + b*b - 1 }, Box{{-2, 2}, {-1.5, 1.5}})
	if len(f.layers) != 1 {
		t.Fatalf("%d pieces", len(f.layers))
	}
	l := f.layers[0].(*line)
	for i := range l.x {
		if r := math.Hypot(l.x[i], l.y[i]); !(math.Abs(r-1) <= 1e-3) {
			t.Fatalf("(%g, %g) lies at radius %g", l.x[i], l.y[i], r)
		}
	}
	f.Boundary("nowhere", func(a, b float64) float64 { return 1 }, Box{{-2, 2}, {-1.5, 1.5}})
	if len(f.layers) != 1 || f.err != nil {
		t.Error(len(f.layers), f.err)
	}
}

// A sheet has a line at each edge of the rectangle, moved.
func TestSheet(t *testing.T) {
	f := New("", "", "")
	f.Sheet("", func(a, b float64) (float64, float64) { return 2 * a, b + 10 }, Box{{-1, 1}, {0, 4}})
	if x0, x1, y0, y1 := f.layers[0].extent(); x0 != -2 || x1 != 2 || y0 != 10 || y1 != 14 {
		t.Error(x0, x1, y0, y1)
	}
	if s := f.layers[0].(*sheet); len(s.x) != 2*(sheetSquares+1) || s.style(0).Width <= s.style(2).Width || s.style(0).Width != s.style(len(s.x)-1).Width {
		t.Error("the rim is not drawn as one")
	}
}

func TestRegionErrors(t *testing.T) {
	nan := math.NaN()
	for want, do := range map[string]func(f *Figure){
		"figure: Regions: score 1: its value at (-1, -1) is NaN": func(f *Figure) {
			f.Regions(nil, loss.Hinge{}, func(a, b float64) []float64 { return []float64{0, nan} }, Box{{-1, 1}, {-1, 1}})
		},
		"figure: Regions: no scores at (-1, -1), want one for each class": func(f *Figure) {
			f.Regions(nil, loss.Hinge{}, func(a, b float64) []float64 { return nil }, Box{{-1, 1}, {-1, 1}})
		},
		"figure: Regions: 2 scores at (1, -1), 1 before": func(f *Figure) {
			f.Samples = 4
			f.Regions(nil, loss.Hinge{}, func(a, b float64) []float64 { return make([]float64, 1+int(math.Max(a, 0))) }, Box{{-1, 1}, {-1, 1}})
		},
		"figure: Regions: score 0 at (-1, -1) is -3, and Bernoulli wants 0 to 1": func(f *Figure) {
			f.Regions(nil, loss.BernoulliNLL{}, func(a, b float64) []float64 { return []float64{3 * a} }, Box{{-1, 1}, {-1, 1}})
		},
		"figure: Regions: x from 1 to 1, y from -1 to 1: both must grow": func(f *Figure) {
			f.Regions(nil, loss.Hinge{}, func(a, b float64) []float64 { return []float64{1} }, Box{{1, 1}, {-1, 1}})
		},
		`figure: Boundary "b": its value at (-1, -1) is +Inf`: func(f *Figure) {
			f.Boundary("b", func(a, b float64) float64 { return math.Inf(1) }, Box{{-1, 1}, {-1, 1}})
		},
		`figure: Sheet "s": where (-1, -1) goes is NaN`: func(f *Figure) {
			f.Sheet("s", func(a, b float64) (float64, float64) { return a, nan }, Box{{-1, 1}, {-1, 1}})
		},
		`figure: Sheet: x from 1 to -1`:     func(f *Figure) { f.Sheet("", bend, Box{{1, -1}, {-1, 1}}) },
		`figure: Sheet "s": box[0][0] is N`: func(f *Figure) { f.Sheet("s", bend, Box{{nan, 1}, {-1, 1}}) },
		`figure: Classes: y[0] is NaN`:      func(f *Figure) { f.Classes([]string{"A"}, []float64{1}, []float64{nan}, []int{0}) },
		`figure: Classes: no values to dr`:  func(f *Figure) { f.Classes([]string{"A"}, nil, nil, nil) },
	} {
		f := New("", "", "")
		do(f)
		if _, err := PNG(f); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	f := New("", "", "")
	wantPanic(t, "figure: Regions: 1 names for 2 classes", func() {
		f.Regions([]string{"A"}, loss.Hinge{}, func(a, b float64) []float64 { return []float64{1} }, Box{{-1, 1}, {-1, 1}})
	})
	one := func(a, b float64) []float64 { return []float64{1} }
	wantPanic(t, "figure: Regions: squared error does not part one column into two classes", func() {
		f.Regions(nil, loss.SquaredError{}, one, Box{{-1, 1}, {-1, 1}})
	})
	wantPanic(t, "figure: Regions: J is nil", func() { f.Regions(nil, nil, one, Box{{-1, 1}, {-1, 1}}) })
	wantPanic(t, "figure: Classes: class[1] is 2, want 0 … 1", func() { f.Classes([]string{"A", "B"}, []float64{1, 2}, []float64{1, 2}, []int{0, 2}) })
	wantPanic(t, "figure: Classes: x has 1 values, y has 2", func() { f.Classes([]string{"A"}, []float64{1}, []float64{1, 2}, []int{0}) })
}
