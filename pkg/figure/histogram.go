package figure

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Histogram draws how many values fall into each of bins intervals of equal width
// between the smallest and the largest value. The last interval includes its upper end.
// With bins = 0 their number follows the rule of Freedman and Diaconis (1981): width
// 2·IQR/n^⅓, at most 60 bins. Values that are all equal have one bar around them. A negative
// number panics.
func (f *Figure) Histogram(name string, values []float64, bins int) {
	if bins < 0 {
		panic(fmt.Sprintf("figure: %s: bins = %d, want 0 or more", called("Histogram", name), bins))
	}
	if !f.ready("Histogram", name, series{"values", values}) {
		return
	}
	f.logCheck("Histogram", name, false, "values", values...)
	h := newHistogram(values, bins)
	h.look = look{color: f.looks.nextColor()}
	f.histogram, f.startsOnFloor = h, true
	f.add(h)
	f.legendKey(name, pointWidth+4, h.look.bar)
}

// histogram is the layer of bars over the bins. Bin k begins at lo + k·width and holds
// count[k] of the n values.
type histogram struct {
	lo, width float64
	count     []float64
	mean, sd  float64
	n         int
	look      look
}

func newHistogram(values []float64, bins int) *histogram {
	lo, hi := span(values)
	if equal := hi-lo <= 1e-12*math.Max(math.Abs(lo), math.Abs(hi)); equal {
		lo, hi = widen(lo, hi, false, true, true)
		third := (hi - lo) / 3
		return &histogram{lo: lo, width: third, count: []float64{0, float64(len(values)), 0}, mean: values[0], n: len(values)}
	}
	sorted := slices.Clone(values)
	sort.Float64s(sorted)
	if bins == 0 {
		iqr := stat.Quantile(0.75, stat.Empirical, sorted, nil) - stat.Quantile(0.25, stat.Empirical, sorted, nil)
		bins = 10
		if iqr > 0 {
			bins = int(math.Min(60, math.Ceil((hi-lo)/(2*iqr/math.Cbrt(float64(len(values)))))))
		}
	}
	h := &histogram{lo: lo, width: (hi - lo) / float64(bins), count: make([]float64, bins), n: len(values)}
	for _, v := range values {
		h.count[min(int((v-lo)/h.width), bins-1)]++
	}
	h.mean, h.sd = stat.PopMeanStdDev(values, nil)
	return h
}

func (*histogram) rank() int { return rankArea }

func (h *histogram) extent() (xmin, xmax, ymin, ymax float64) {
	return h.lo, h.lo + h.width*float64(len(h.count)), 0, slices.Max(h.count)
}

func (h *histogram) paint(c draw.Canvas, t transform) {
	d := t.data
	for k, n := range h.count {
		if n == 0 {
			continue
		}
		x0, x1 := t.x(h.lo+float64(k)*h.width), t.x(h.lo+float64(k+1)*h.width)
		if x0 > x1 {
			x0, x1 = x1, x0
		}
		r := vg.Rectangle{
			Min: vg.Point{X: max(x0, d.Min.X), Y: max(t.y(0), d.Min.Y)},
			Max: vg.Point{X: min(x1, d.Max.X), Y: min(t.y(n), d.Max.Y)},
		}
		if r.Min.X < r.Max.X && r.Min.Y < r.Max.Y {
			h.look.bar(c, r)
		}
	}
}

// NormalCurve draws over the last Histogram the normal density with the mean μ and
// standard deviation σ (1/n) of its n values, times n and the bins' width, so that
// both enclose the same area. It panics without a Histogram before it; values that are all
// equal are an error.
func (f *Figure) NormalCurve(name string) {
	h := f.histogram
	switch {
	case f.err != nil:
		return
	case h == nil:
		panic(fmt.Sprintf("figure: %s: call Histogram first", called("NormalCurve", name)))
	case h.sd == 0:
		f.fail("%s: all values of the histogram are %g: no width, no normal curve", called("NormalCurve", name), h.mean)
		return
	}
	f.checkName(name)
	lo, hi, _, _ := h.extent()
	lo, hi = math.Min(lo, h.mean-3.2*h.sd), math.Max(hi, h.mean+3.2*h.sd)
	var x, y []float64
	for k := range functionSamples/3 + 1 {
		u := float64(k) / (functionSamples / 3)
		x = append(x, lo*(1-u)+hi*u)
		z := (x[k] - h.mean) / h.sd
		y = append(y, float64(h.n)*h.width/(h.sd*math.Sqrt(2*math.Pi))*math.Exp(-z*z/2))
	}
	f.logCheck("NormalCurve", name, false, "μ − 3.2 σ", lo)
	f.curve(name, x, y)
}
