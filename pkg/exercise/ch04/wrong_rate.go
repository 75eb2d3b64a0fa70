package ch04

import "math"

func (wrong) rateConstant(alpha float64, _, _, _ int) float64 { return alpha }

func (wrong) rateFromZero(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t) / float64(warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateWholeWarm(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64((t+1)/warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateWholeCosine(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * (1 + math.Cos(math.Pi*float64((t-warm)/(total-warm)))) / 2
}

// cosine is half a cosine over a part of the way.
func cosine(alpha, part float64) float64 { return alpha * (1 + math.Cos(math.Pi*part)) / 2 }

func (wrong) rateNotRestarted(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return cosine(alpha, float64(t)/float64(total))
}

func (wrong) rateOverTotal(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return cosine(alpha, float64(t-warm)/float64(total))
}

func (wrong) rateNoWarm(alpha float64, t, _, total int) float64 {
	return cosine(alpha, float64(t)/float64(total))
}

func (wrong) rateNoHalf(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return 2 * solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateNoOne(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * math.Cos(math.Pi*float64(t-warm)/float64(total-warm))
}

func (wrong) rateQuarter(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * math.Cos(math.Pi/2*float64(t-warm)/float64(total-warm))
}

func (wrong) rateDegrees(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return alpha * (1 + math.Cos(180*float64(t-warm)/float64(total-warm))) / 2
}

func (wrong) rateNoAlpha(_ float64, t, warm, total int) float64 {
	return solution{}.rate(1, t, warm, total)
}

// warmed is the right warm-up, and then c.
func warmed(alpha float64, t, warm, total int, c func(part float64) float64) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return c(float64(t-warm) / float64(total-warm))
}

func (wrong) rateFlatWarm(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha / float64(warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateLongWarm(alpha float64, t, warm, total int) float64 {
	if t <= warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateRising(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(part float64) float64 { return alpha - cosine(alpha, part) })
}

func (wrong) rateBrackets(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(part float64) float64 { return alpha + math.Cos(math.Pi*part)/2 })
}

func (wrong) rateShort(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return solution{}.rate(alpha, t, warm, total)
	}
	return cosine(alpha, float64(t-warm)/float64(total-warm-1))
}

func (wrong) rateLinear(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(part float64) float64 { return alpha * (1 - part) })
}

func (wrong) rateZeroHalf(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(float64) float64 { return 0 })
}

func (wrong) rateWarmOverTotal(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(total)
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateWarmNoAlpha(alpha float64, t, warm, total int) float64 {
	if t < warm {
		alpha = 1
	}
	return solution{}.rate(alpha, t, warm, total)
}

func (wrong) rateCosNoAlpha(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(part float64) float64 { return cosine(1, part) })
}

func (wrong) rateWholeWave(alpha float64, t, warm, total int) float64 {
	return warmed(alpha, t, warm, total, func(part float64) float64 { return cosine(alpha, 2*part) })
}
