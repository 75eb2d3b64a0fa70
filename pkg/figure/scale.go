package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// scale is the plot.Normalizer of this package: linear or logarithmic. It never
// overflows, and a value far outside the axis is put 10⁴ lengths of the axis away at
// most, so that a line to it can be cut off at the frame.
type scale struct{ log, isInverted bool }

const farOutside = 1e4

// Normalize is 0 at lo and 1 at hi (the other way round if isInverted).
func (s scale) Normalize(lo, hi, v float64) float64 {
	if s.log {
		if v <= 0 {
			v = lo * 1e-12
		}
		lo, hi, v = math.Log(lo), math.Log(hi), math.Log(v)
	}
	u := (v/2 - lo/2) / (hi/2 - lo/2)
	u = max(-farOutside, min(farOutside, u))
	if s.isInverted {
		return 1 - u
	}
	return u
}

// value is the inverse of Normalize.
func (s scale) value(lo, hi, u float64) float64 {
	if s.isInverted {
		u = 1 - u
	}
	if s.log {
		return math.Exp(math.Log(lo)*(1-u) + math.Log(hi)*u)
	}
	return lo*(1-u) + hi*u
}

// room is the fraction of the range that is left free between data and frame.
const room = 0.045

// widen returns the range of an axis for data from lo to hi: no range at all
// becomes 0…1, a single value gets a range around it, and there is some room at
// both ends unless they are tight.
func widen(lo, hi float64, isLog, isTightLo, isTightHi bool) (float64, float64) {
	if lo > hi { // no layer needs a range
		if isLog {
			return 1, 10
		}
		return 0, 1
	}
	if isLog {
		if lo <= 0 { // the floor of a histogram; all other values have been checked
			lo = hi / 1e3
		}
		if math.Log(hi/lo) < 1e-9 {
			return lo / 2, hi * 2
		}
		r := math.Pow(hi/lo, room)
		if math.IsInf(r, 0) {
			r = 1
		}
		if !isTightLo {
			lo = math.Max(lo/r, infinitesimal/10)
		}
		if !isTightHi {
			hi = math.Min(hi*r, math.MaxFloat64)
		}
		return lo, hi
	}
	size := math.Max(math.Abs(lo), math.Abs(hi))
	if hi-lo <= 1e-9*size || hi-lo < infinitesimal {
		d := 0.1 * size
		if size < 1e-290 {
			d = 1
		}
		return lo - d, hi + d
	}
	d := (hi - lo) * room
	if !isTightLo {
		lo -= d
	}
	if !isTightHi {
		hi += d
	}
	return lo, hi
}

// transform converts data to places on the canvas.
type transform struct {
	p    *plot.Plot
	data vg.Rectangle // data is the frame of the axes
}

func (t transform) x(v float64) vg.Length {
	return t.data.Min.X + vg.Length(t.p.X.Norm(v))*t.data.Size().X
}

func (t transform) y(v float64) vg.Length {
	return t.data.Min.Y + vg.Length(t.p.Y.Norm(v))*t.data.Size().Y
}

func (t transform) point(x, y float64) vg.Point { return vg.Point{X: t.x(x), Y: t.y(y)} }

// inside reports whether p lies within the frame, its edge included.
func (t transform) inside(p vg.Point) bool {
	const slop = 0.01
	return p.X >= t.data.Min.X-slop && p.X <= t.data.Max.X+slop &&
		p.Y >= t.data.Min.Y-slop && p.Y <= t.data.Max.Y+slop
}

// points transforms a curve.
func (t transform) points(x, y []float64) []vg.Point {
	pts := make([]vg.Point, len(x))
	for i := range x {
		pts[i] = t.point(x[i], y[i])
	}
	return pts
}

// unX and unY are the inverses of x and y on the scales of this package.
func (t transform) unX(x vg.Length) float64 {
	return unscale(t.p.X, float64((x-t.data.Min.X)/t.data.Size().X))
}

func (t transform) unY(y vg.Length) float64 {
	return unscale(t.p.Y, float64((y-t.data.Min.Y)/t.data.Size().Y))
}

func unscale(a plot.Axis, u float64) float64 {
	if s, ok := a.Scale.(scale); ok {
		return s.value(a.Min, a.Max, u)
	}
	return scale{}.value(a.Min, a.Max, u)
}
