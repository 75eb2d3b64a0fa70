package figure

import "math"

// logTicks are powers of ten, or 1, 2, 5 times powers of ten when lo and hi
// are close, with the other multiples as minor ticks.
func logTicks(lo, hi float64, count int) ticks {
	const slop = 1e-9
	e0, e1 := int(math.Ceil(math.Log10(lo)-slop)), int(math.Floor(math.Log10(hi)+slop))
	decades := e1 - e0 + 1
	var t ticks
	switch {
	case decades >= 3 || decades == 2 && math.Log10(hi/lo) > 1.8:
		stride := (decades + count - 1) / max(count, 2)
		for e := e0; e <= e1; e++ {
			v := math.Pow10(e)
			if stride <= 1 || floorMod(e, stride) == 0 {
				t.at, t.label = append(t.at, v), append(t.label, "10"+superscript(e))
			} else if stride <= 5 { // more lines would be a grey ground
				t.minor = append(t.minor, v)
			}
		}
		if stride <= 1 && decades <= 12 {
			t.minor = multiples(lo, hi, 2, 3, 4, 5, 6, 7, 8, 9)
		}
	default:
		for _, ms := range [][]float64{{1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 6, 8}} {
			if t.at = multiples(lo, hi, ms...); len(t.at) >= 3 {
				break
			}
		}
		if len(t.at) < 3 { // over less than a factor of two a logarithmic axis is nearly linear
			return linearTicks(lo, hi, count, false)
		}
		for _, v := range t.at {
			t.label = append(t.label, number(v, 2))
		}
		t.minor = multiples(lo, hi, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	}
	return t
}

// multiples are ms times powers of ten between lo and hi, in ascending order.
func multiples(lo, hi float64, ms ...float64) []float64 {
	var out []float64
	for e := int(math.Floor(math.Log10(lo))); e <= int(math.Floor(math.Log10(hi)))+1; e++ {
		for _, m := range ms {
			if v := m * math.Pow10(e); v >= lo*(1-1e-9) && v <= hi*(1+1e-9) {
				out = append(out, v)
			}
		}
	}
	return out
}

// floorMod returns a modulo n, from 0 to n − 1 for negative a too.
func floorMod(a, n int) int { return ((a % n) + n) % n }
