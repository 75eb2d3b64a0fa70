package figure

import (
	"math"
	"slices"
	"sort"
)

// stepCount is the number of coloured steps that levels aims at.
const stepCount = 14

// levels are the heights of the level lines of a contour plot, in ascending order. Between
// two neighbouring levels is a step, which has one colour. The first level is at or below
// the lowest value, the last at or above the highest.
type levels []float64

// newLevels spaces levels as lowest + (highest − lowest)·(k/K)^e, K = 14. The exponent is
// such that half of the picture lies below the middle level: 2 for a bowl, whose
// ellipses then grow evenly; more for a valley between steep walls; 1 for a slope or a
// saddle. Each level is rounded to few digits, because it is written beside the colour bar.
func newLevels(z []float64) levels {
	sorted := slices.Clone(z)
	sort.Float64s(sorted)
	lo, hi := sorted[0], sorted[len(sorted)-1]
	if hi-lo <= 1e-12*math.Max(math.Abs(lo), math.Abs(hi)) || hi-lo < infinitesimal {
		lo, hi = widen(lo, hi, false, true, true)
		return levels{lo, hi}
	}
	half := (sorted[len(sorted)/2] - lo) / (hi - lo)
	e := 6.0
	if half > 0 {
		e = math.Max(1, math.Min(6, math.Log(half)/math.Log(0.5)))
	}
	raw := make([]float64, stepCount+1)
	for k := range raw {
		raw[k] = lo + (hi-lo)*math.Pow(float64(k)/stepCount, e)
	}
	out := levels{lo}
	for k := 1; k < stepCount; k++ {
		gap := math.Min(raw[k]-raw[k-1], raw[k+1]-raw[k])
		if gap < 1e-9*math.Max(math.Abs(lo), math.Abs(hi)) {
			continue
		}
		step := niceStep(gap / 4) // rounding to so little leaves the levels in their order
		v := math.Round(raw[k]/step) * step
		if v > out[len(out)-1]+gap/4 && v < hi {
			out = append(out, v)
		}
	}
	return append(out, hi)
}

// step returns the number of the step in which v lies: 0 … len(l)−2.
func (l levels) step(v float64) int {
	return max(0, min(len(l)-2, sort.SearchFloat64s(l, v)-1))
}

// position returns where v lies on a scale from 0 to 1 on which the levels are evenly
// spaced.
func (l levels) position(v float64) float64 {
	k := l.step(v)
	u := (v - l[k]) / (l[k+1] - l[k])
	return (float64(k) + math.Max(0, math.Min(1, u))) / float64(len(l)-1)
}

// color returns the colour of step k.
func (l levels) color(k int) uint8RGB {
	c := heightColor((float64(k) + 0.5) / float64(len(l)-1))
	return uint8RGB{c.R, c.G, c.B}
}

type uint8RGB [3]uint8
