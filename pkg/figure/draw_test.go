package figure

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// Function is evaluated when it is called, not when it is drawn.
func TestFunctionIsEvaluatedAtOnce(t *testing.T) {
	slope := 1.0
	f := New("", "x", "y")
	f.Function("h", func(x float64) float64 { return slope * x }, 0, 10)
	slope = 100
	if _, _, _, ymax := f.layers[0].extent(); ymax != 10 {
		t.Errorf("the curve reaches %g", ymax)
	}
}

// Slices given to a figure may be changed afterwards.
func TestDataAreCopied(t *testing.T) {
	for name, draw := range map[string]func(f *Figure, x, y, z []float64){
		"Line":      func(f *Figure, x, y, z []float64) { f.Line("", x, y) },
		"Curve":     func(f *Figure, x, y, z []float64) { f.Curve("", y) },
		"Scatter":   func(f *Figure, x, y, z []float64) { f.Scatter("", x, y) },
		"Band":      func(f *Figure, x, y, z []float64) { f.Band("", x, y, z) },
		"Residuals": func(f *Figure, x, y, z []float64) { f.Residuals("", x, y, z) },
		"Histogram": func(f *Figure, x, y, z []float64) { f.Histogram("", y, 5) },
		"Bars":      func(f *Figure, x, y, z []float64) { f.Bars("", x, y) },
		"QQ":        func(f *Figure, x, y, z []float64) { f.QQ("", y) },
	} {
		x, y := wave(20)
		_, z := wave(20)
		f := New("", "x", "y")
		f.Width, f.Height = 120, 100
		draw(f, x, y, z)
		before, err := PNG(f)
		if err != nil {
			t.Fatal(name, err)
		}
		for i := range x {
			x[i], y[i], z[i] = y[i], x[i], 3
		}
		if after, _ := PNG(f); !bytes.Equal(before, after) {
			t.Errorf("%s: the figure changed with the caller's slices", name)
		}
	}
}

// A curve is the line over 0, 1, 2, …
func TestCurve(t *testing.T) {
	y := []float64{3, 1, 4, 1, 5}
	a, b := New("", "x", "y"), New("", "x", "y")
	a.Curve("J", y)
	b.Line("J", []float64{0, 1, 2, 3, 4}, y)
	if !bytes.Equal(smallPicture(t, a), smallPicture(t, b)) {
		t.Error("the curve is not the line")
	}
}

func TestHistogramCounts(t *testing.T) {
	f := New("", "x", "n")
	f.Histogram("", []float64{0, 0.1, 1, 1.5, 2, 2.9, 3, 4}, 4)
	if got := f.histogram.count; !slices.Equal(got, []float64{2, 2, 2, 2}) {
		t.Errorf("counts %v", got)
	}
	if l, _, _ := f.plan(vg.Rectangle{Max: vg.Point{X: 400, Y: 300}}, "", margins{}); l.p.Y.Min != 0 {
		t.Errorf("the bars stand on %g", l.p.Y.Min)
	}
}

// Values that are equal, or equal to rounding, have one bar around them, whatever the number of bins.
func TestHistogramOfEqualValues(t *testing.T) {
	for _, v := range []float64{5, -3e9, 0, 1e-300, 0.1} {
		for _, bins := range []int{0, 1, 10} {
			f := New("", "x", "n")
			f.Histogram("", []float64{v, v * (1 + 1e-15), v}, bins)
			h := f.histogram
			bars := 0
			for k, n := range h.count {
				if n == 0 {
					continue
				}
				bars++
				if middle := h.lo + (float64(k)+0.5)*h.width; n != 3 || !(math.Abs(middle-v) < 0.01*h.width) {
					t.Errorf("%g: a bar of %g around %g", v, n, middle)
				}
			}
			if xmin, xmax, _, _ := h.extent(); bars != 1 || !(xmax-xmin > 2*h.width) {
				t.Errorf("%g: %d bars of width %g on an axis from %g to %g", v, bars, h.width, xmin, xmax)
			}
			f.NormalCurve("normal")
			if f.err == nil || !strings.Contains(f.err.Error(), "no normal curve") {
				t.Errorf("%g: error %v", v, f.err)
			}
		}
	}
}

// The normal curve encloses the area of the bars and lies at μ.
func TestNormalCurve(t *testing.T) {
	_, y := cloud(500)
	f := New("", "x", "n")
	f.Histogram("", y, 20)
	f.NormalCurve("")
	c := f.layers[1].(*line)
	area, top := 0.0, 0
	for i := 1; i < len(c.x); i++ {
		area += (c.x[i] - c.x[i-1]) * (c.y[i] + c.y[i-1]) / 2
		if c.y[i] > c.y[top] {
			top = i
		}
	}
	if want := 500 * f.histogram.width; math.Abs(area-want) > 0.005*want {
		t.Errorf("area %g, bars %g", area, want)
	}
	if math.Abs(c.x[top]-f.histogram.mean) > 0.05*f.histogram.sd {
		t.Errorf("top at %g, mean %g", c.x[top], f.histogram.mean)
	}
}

// The quantiles of a normal distribution lie on the reference line.
func TestQQOfNormalValues(t *testing.T) {
	var v []float64
	for i := range 1000 {
		v = append(v, 3+2*distuv.UnitNormal.Quantile((float64(i)+0.5)/1000))
	}
	f := New("", "x", "y")
	f.QQ("", v)
	r := f.layers[1].(reference)
	slope := (r.y[1] - r.y[0]) / (r.x[1] - r.x[0])
	if middle := (r.y[0] + r.y[1]) / 2; math.Abs(slope-2) > 0.01 || math.Abs(middle-3) > 0.01 {
		t.Errorf("reference %g + %g z, want 3 + 2 z", middle, slope)
	}
	p := f.layers[0].(points)
	if !slices.IsSorted(p.x) || !slices.IsSorted(p.y) || math.Abs(p.x[0]-(v[0]-3)/2) > 1e-9 {
		t.Errorf("first point (%g, %g)", p.x[0], p.y[0])
	}
}

// The bias is not a curve of the path; the curves are named at their ends.
func TestLassoPathLeavesTheBiasOut(t *testing.T) {
	f := LassoPath("", []float64{0.1, 1}, [][]float64{{23, 1, -2}, {23, 0, 0}}, []string{"a", "b"})
	if len(f.endLabels) != 2 || f.endLabels[0].y != 1 || f.endLabels[1].y != -2 {
		t.Errorf("labels %+v, want a at 1 and b at −2", f.endLabels)
	}
	l, _, err := f.plan(vg.Rectangle{Max: vg.Point{X: f.Width, Y: f.Height}}, "", margins{})
	if err != nil {
		t.Fatal(err)
	}
	tr := transform{l.p, l.data}
	if tr.x(0.1) <= tr.x(1) {
		t.Error("λ does not fall to the right")
	}
}

// The axes span the box of Limits, first x, then y, and nothing more.
func TestLimits(t *testing.T) {
	f := New("", "x", "y")
	f.Line("", []float64{-9, 9}, []float64{-9, 9})
	want := Box{{0, 6}, {-1, 2}}
	f.Limits(want)
	p, err := f.axes()
	if err != nil {
		t.Fatal(err)
	}
	if got := (Box{{p.X.Min, p.X.Max}, {p.Y.Min, p.Y.Max}}); got != want {
		t.Errorf("the axes span %v, want %v", got, want)
	}
}

// What is added to Plot is drawn over the same axes.
func TestPlotterOfTheCaller(t *testing.T) {
	x, y := wave(30)
	f := New("", "x", "y")
	f.Width, f.Height = 120, 100
	f.Limits(Box{{0, 6}, {-1, 1}})
	f.Line("", x, y)
	without, err := PNG(f)
	if err != nil {
		t.Fatal(err)
	}
	xys := make(plotter.XYs, len(x))
	for i := range x {
		xys[i].X, xys[i].Y = x[i], -y[i]
	}
	l, err := plotter.NewLine(xys)
	if err != nil {
		t.Fatal(err)
	}
	f.Plot.Add(l)
	with, err := PNG(f)
	if err != nil || bytes.Equal(with, without) {
		t.Errorf("the plotter does not show (error %v)", err)
	}
}

// The eye is where the axes say, on a right-handed system.
func TestView(t *testing.T) {
	v := newView(-58, 27)
	if near, far := v.point(vec{0, -1, 0}), v.point(vec{0, 1, 0}); near.Y >= far.Y {
		t.Errorf("the near point stands at %v, the far one at %v", near, far)
	}
	if (vec{0.5, -0.8, 0}).dot(v.eye) <= (vec{-0.5, 0.8, 0}).dot(v.eye) {
		t.Error("the eye is on the wrong side")
	}
	for _, a := range []vec{v.right, v.up, v.eye} {
		if math.Abs(a.dot(a)-1) > 1e-12 {
			t.Errorf("%v is not of length 1", a)
		}
	}
	if c := v.right.cross(v.up); c.sub(v.eye).dot(c.sub(v.eye)) > 1e-20 {
		t.Errorf("right × up = %v, eye %v", c, v.eye)
	}
}

// Marks differ by their shape, not by colour alone.
func TestMarksDiffer(t *testing.T) {
	f := New("", "x", "y")
	for _, n := range []string{"a", "b", "", "c"} {
		f.Mark(n, 1, 1)
	}
	var paths []int
	for _, l := range f.layers {
		paths = append(paths, len(l.(mark).shape(vg.Point{}, 1)))
	}
	if paths[0] == paths[1] || paths[1] != paths[2] || paths[3] == paths[1] {
		t.Errorf("corners of the marks %v", paths)
	}
}
