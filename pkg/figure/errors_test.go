package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestBadData(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	ok := []float64{1, 2, 3}
	fig := func(do func(f *Figure)) func() Drawing {
		return func() Drawing {
			f := New("T", "x", "y")
			do(f)
			return f
		}
	}
	for _, c := range []struct {
		want string
		make func() Drawing
	}{
		{`figure: Line "fit": y[1] is NaN`, fig(func(f *Figure) { f.Line("fit", ok, []float64{1, nan, 3}) })},
		{`figure: Curve "J": y[2] is NaN`, fig(func(f *Figure) { f.Curve("J", []float64{1, 2, nan}) })},
		{`figure: Curve: no values to draw`, fig(func(f *Figure) { f.Curve("", nil) })},
		{`figure: Curve "J": x[0] is 0, but the x axis is logarithmic`, fig(func(f *Figure) {
			f.Curve("J", ok)
			f.LogX()
		})},
		{`figure: Line: x[2] is +Inf`, fig(func(f *Figure) { f.Line("", []float64{1, 2, inf}, ok) })},
		{`figure: Scatter "cars": y[0] is −Inf`, fig(func(f *Figure) { f.Scatter("cars", ok, []float64{-inf, 2, 3}) })},
		{`figure: Scatter "cars": no values to draw`, fig(func(f *Figure) { f.Scatter("cars", nil, nil) })},
		{`figure: Residuals: yhat[0] is NaN`, fig(func(f *Figure) { f.Residuals("", ok, []float64{nan, 1, 1}, ok) })},
		{`figure: Band "b": hi[2] is NaN`, fig(func(f *Figure) { f.Band("b", ok, ok, []float64{1, 2, nan}) })},
		{`figure: Function "f": its value at 0 is +Inf`, fig(func(f *Figure) { f.Function("f", func(x float64) float64 { return 1 / x / x }, -1, 1) })},
		{`figure: Function "f": from 1 to 1: hi must be above lo`, fig(func(f *Figure) { f.Function("f", math.Sin, 1, 1) })},
		{`figure: Mark "m": y is NaN`, fig(func(f *Figure) { f.Mark("m", 1, nan) })},
		{`figure: Limits: x from 1 to 1, y from 0 to 2: both must grow; a Box is {{xmin, xmax}, {ymin, ymax}}`, fig(func(f *Figure) { f.Limits(Box{{1, 1}, {0, 2}}) })},
		{`figure: Limits: x from 0 to 1, y from 2 to -1: both must grow`, fig(func(f *Figure) { f.Limits(Box{{0, 1}, {2, -1}}) })},
		{`figure: Limits: box[1][1] is +Inf`, fig(func(f *Figure) { f.Limits(Box{{0, 1}, {0, inf}}) })},
		{`figure: Limits: box[1][0] is 0, but the y axis is logarithmic`, fig(func(f *Figure) {
			f.Line("", ok, ok)
			f.LogY()
			f.Limits(Box{{1, 2}, {0, 1}})
		})},
		{`figure: Contours "J": its value at (-1, -1) is NaN`, fig(func(f *Figure) {
			f.Contours("J", func(a, b float64) float64 { return math.Sqrt(a) }, Box{{-1, 1}, {-1, 1}})
		})},
		{`the figure has contours already`, fig(func(f *Figure) {
			f.Contours("J", bowl, Box{{-1, 1}, {-1, 1}})
			f.Contours("J", bowl, Box{{-1, 1}, {-1, 1}})
		})},
		{`figure: Bars: height[1] is NaN`, fig(func(f *Figure) { f.Bars("", []float64{1, 2}, []float64{1, nan}) })},
		{`figure: Bars: height is 0, but the y axis is logarithmic`, fig(func(f *Figure) { f.LogY(); f.Bars("", []float64{1}, []float64{0}) })},
		{`figure: Histogram: values[1] is NaN`, fig(func(f *Figure) { f.Histogram("", []float64{1, nan}, 3) })},
		{`all values of the histogram are 4`, fig(func(f *Figure) {
			f.Histogram("", []float64{4, 4}, 3)
			f.NormalCurve("")
		})},
		{`figure: QQ "r": values[0] is NaN`, fig(func(f *Figure) { f.QQ("r", []float64{nan}) })},
		{`figure: "T" has nothing on it`, fig(func(f *Figure) {})},
		{`figure: Line "a": x[1] is 1e+306, too large to draw`, fig(func(f *Figure) { f.Line("a", []float64{0, 1e306}, []float64{0, 1}) })},
		{`figure: Scatter "a": x[1] is 0, but the x axis is logarithmic`, fig(func(f *Figure) {
			f.Scatter("a", []float64{1, 0}, []float64{1, 1})
			f.LogX()
		})},
		{`figure: Function "f": its lowest value is -1, but the y axis is logarithmic`, fig(func(f *Figure) {
			f.LogY()
			f.Function("f", func(x float64) float64 { return -x }, 0.5, 1)
		})},
		{`figure: HLine "zero": y is 0, but the y axis is logarithmic`, fig(func(f *Figure) {
			f.Line("", ok, ok)
			f.HLine("zero", 0)
			f.LogY()
		})},
		{`figure: name "汉": the font has no sign for '汉' (U+6C49)`, fig(func(f *Figure) { f.Line("汉", ok, ok) })},
		{`figure: note "汉"`, fig(func(f *Figure) { f.Line("", ok, ok); f.Note(1, 1, "汉") })},
		{`figure: note "h⁽汉⁾": the font has no sign for '汉'`, fig(func(f *Figure) { f.Line("", ok, ok); f.Note(1, 1, "h⁽汉⁾") })},
		{`figure: note "on and on on and on`, fig(func(f *Figure) { f.Line("", ok, ok); f.Note(2, 2, strings.Repeat("on and on ", 100)) })},
		{`lines do not fit into the plot: write less`, fig(func(f *Figure) { f.Line("", ok, ok); f.Note(2, 2, strings.Repeat("\n", 20)) })},
		{`the 30 names at the ends of the curves do not fit one above the other`, func() Drawing {
			f := LassoPath("L", ok[:1], [][]float64{make([]float64, 30)}, make([]string, 30))
			for k := range f.endLabels {
				f.endLabels[k].text = "name"
			}
			f.Height = 9 * vg.Centimeter
			return f
		}},
		{`no room for the surface: make Width and Height larger or the labels shorter`, func() Drawing {
			return NewSurface("S", strings.Repeat("a long label ", 40), "", "", bowl, Box{{-1, 1}, {-1, 1}})
		}},
		{`figure: title "汉": the font has no sign`, func() Drawing { f := New("汉", "", ""); f.Line("", ok, ok); return f }},
		{`figure: y label "汉"`, func() Drawing { f := New("", "", "汉"); f.Line("", ok, ok); return f }},
		{`figure: NewSurface "S": its value at (-1, -1) is NaN`, func() Drawing {
			return NewSurface("S", "", "", "", func(a, b float64) float64 { return nan }, Box{{-1, 1}, {-1, 1}})
		}},
		{`figure: Mark "m": (3, 0) lies outside the surface`, func() Drawing {
			s := NewSurface("S", "", "", "", bowl, Box{{-1, 1}, {-1, 1}})
			s.Mark("m", 3, 0)
			return s
		}},
		{`figure: Path: y[1] is NaN`, func() Drawing {
			s := NewSurface("S", "", "", "", bowl, Box{{-1, 1}, {-1, 1}})
			s.Path("", [][]float64{{0, 0}, {1, nan}})
			return s
		}},
		{`figure: z label "汉"`, func() Drawing { return NewSurface("S", "", "", "汉", bowl, Box{{-1, 1}, {-1, 1}}) }},
		{`figure: LassoPath "b": θ[0] is NaN`, func() Drawing {
			return LassoPath("L", []float64{1, 0.1}, [][]float64{{0, nan}, {1, 1}}, []string{"a", "b"})
		}},
		{`figure: LassoPath: lambda[1] is 0, but the x axis is logarithmic`, func() Drawing {
			return LassoPath("L", []float64{1, 0}, [][]float64{{0, 0}, {1, 1}}, []string{"a", "b"})
		}},
		{`panel (b): figure: Line "fit": y[0] is NaN`, func() Drawing {
			a, b := New("a", "", ""), New("b", "", "")
			a.Line("", ok, ok)
			b.Line("fit", ok, []float64{nan, 1, 1})
			return Grid("", 2, a, b)
		}},
		{`leave no room for the plot`, func() Drawing {
			f := New("a title of many words", "x", "y")
			f.Line("", ok, ok)
			f.Width, f.Height = 90, 60
			return f
		}},
	} {
		d := c.make()
		png, err := PNG(d)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
		if png != nil {
			t.Errorf("%s: a picture was returned all the same", c.want)
		}
	}
}

// The first error stays, whatever comes after it.
func TestFirstErrorSticks(t *testing.T) {
	f := New("", "x", "y")
	f.Line("first", []float64{math.NaN()}, []float64{1})
	f.Line("second", []float64{1}, []float64{math.NaN()})
	f.Line("good", []float64{1, 2}, []float64{1, 2})
	for range 2 {
		if _, err := PNG(f); err == nil || err.Error() != `figure: Line "first": x[0] is NaN` {
			t.Errorf("error %v", err)
		}
	}
}

func TestPanics(t *testing.T) {
	f := New("", "", "")
	a, b := []float64{1, 2, 3}, []float64{1, 2}
	for want, do := range map[string]func(){
		`figure: Line "fit": x has 3 values, y has 2`:                 func() { f.Line("fit", a, b) },
		`figure: Scatter: x has 2 values, y has 3`:                    func() { f.Scatter("", b, a) },
		`figure: Residuals "r": x has 3 values, yhat has 2`:           func() { f.Residuals("r", a, b, a) },
		`figure: Band "b": x has 3 values, lo has 2`:                  func() { f.Band("b", a, b, a) },
		`figure: Bars "b": x has 3 values, height has 2`:              func() { f.Bars("b", a, b) },
		`figure: Histogram "h": bins = -1, want 0 or more`:            func() { f.Histogram("h", a, -1) },
		`figure: NormalCurve "n": call Histogram first`:               func() { f.NormalCurve("n") },
		`figure: Grid: 0 columns, 1 figures: both must be at least 1`: func() { Grid("", 0, f) },
		`figure: Grid: figure 1 is nil`:                               func() { Grid("", 2, f, nil) },
		`figure: LassoPath: lambda has 3 values, theta has 1 rows`:    func() { LassoPath("", a, [][]float64{b}, nil) },
		`figure: LassoPath: theta[0] has 2 values for 4 names`:        func() { LassoPath("", a[:1], [][]float64{b}, make([]string, 4)) },
		`figure: Path "p": path[1] has 3 values, want 2`: func() {
			NewSurface("", "", "", "", bowl, Box{{-1, 1}, {-1, 1}}).Path("p", [][]float64{b, a})
		},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); got != want {
					t.Errorf("panic %q, want %q", got, want)
				}
			}()
			do()
		}()
	}
}

// Ranges of any size are drawn, with all strokes and texts on the canvas: a place that is
// NaN or far away would keep the rasterizer busy for ever.
func TestExtremeRanges(t *testing.T) {
	for _, v := range [][2]float64{
		{-1e300, 1e300}, {0, 1e-300}, {5e-324, 1e-323}, {1, 1 + 1e-15}, {1e9, 1e9 + 1e-5}, {0, 0}, {-3, -3},
		{1e300, 1e300}, {1e-320, 1e300}, {-1e-7, 1e7},
	} {
		J := func(a, b float64) float64 { return v[0] + (v[1]-v[0])*(a*a+b*b)/2 }
		f := New("", "x", "y")
		f.Line("l", v[:], v[:])
		f.Scatter("s", v[:], []float64{v[1], v[0]})
		onCanvas(t, fmt.Sprint(v), f)
		if v[0] > 0 {
			f.LogX()
			f.LogY()
			if v[0] >= infinitesimal {
				onCanvas(t, fmt.Sprint(v, " logarithmic"), f)
			} else if _, _, err := trace(f); err == nil {
				t.Errorf("%v logarithmic: no error", v)
			}
		}
		onCanvas(t, fmt.Sprint(v, " surface"), NewSurface("", "x", "y", "z", J, Box{{-1, 1}, {-1, 1}}))
		c := New("", "x", "y")
		c.Samples = 21
		c.Width, c.Height = 7*vg.Centimeter, 5*vg.Centimeter
		c.Contours("J", J, Box{{-1, 1}, {-1, 1}})
		onCanvas(t, fmt.Sprint(v, " contours"), c)
	}
}

func onCanvas(t *testing.T, name string, d Drawing) {
	t.Helper()
	texts, paths, err := trace(d)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	w, h := d.Size()
	for _, x := range texts {
		for _, p := range x.corners {
			paths = append(paths, vg.Rectangle{Min: p, Max: p})
		}
	}
	for _, r := range paths {
		if !(r.Min.X > -0.1 && r.Min.Y > -0.1 && r.Max.X < w+0.1 && r.Max.Y < h+0.1) {
			t.Errorf("%s: something over %v on a canvas of %v × %v", name, r, w, h)
			return
		}
	}
}

// A curve far outside the limits is cut off at the frame.
func TestFarOutside(t *testing.T) {
	f := New("", "x", "y")
	f.Line("l", []float64{-1e300, 0, 1e300}, []float64{1e300, 0, 1e300})
	f.Band("b", []float64{-1e9, 1e9}, []float64{-1e300, -1}, []float64{1, 1e300})
	f.Mark("m", 1e300, 0)
	f.Limits(Box{{-1e-10, 1e-10}, {-1e-10, 1e-10}})
	onCanvas(t, "far", f)
}
