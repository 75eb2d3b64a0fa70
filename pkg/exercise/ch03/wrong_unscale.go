package ch03

// unscaled is unscale with another share of the bias for every feature.
func unscaled(theta, mean, sigma []float64, share func(theta, mean, sigma float64) float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	physical[0] = theta[0]
	for k := range mean {
		physical[0] += share(theta[k+1], mean[k], sigma[k])
	}
	return physical
}

func (wrong) unscaleKeepsBias(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(_, _, _ float64) float64 { return 0 })
}

func (wrong) unscalePlus(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, s float64) float64 { return t * m / s })
}

func (wrong) unscaleNoSigma(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, _ float64) float64 { return -t * m })
}

func (wrong) unscaleNoTheta(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(_, m, s float64) float64 { return -m / s })
}

func (wrong) unscaleTwice(theta, mean, sigma []float64) []float64 {
	return unscaled(theta, mean, sigma, func(t, m, s float64) float64 { return -t * m / s / s })
}

// unscaleLast has = where -= belongs.
func (wrong) unscaleLast(theta, mean, sigma []float64) []float64 {
	physical, last := solution{}.unscale(theta, mean, sigma), len(mean)-1
	physical[0] = theta[0] - theta[last+1]*mean[last]/sigma[last]
	return physical
}

// unscaleLostBias begins at 0 and not at θ0.
func (wrong) unscaleLostBias(theta, mean, sigma []float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	physical[0] -= theta[0]
	return physical
}

func (wrong) unscaleNoBias(theta, mean, sigma []float64) []float64 {
	return solution{}.unscale(theta, mean, sigma)[1:]
}

func (wrong) unscaleTimes(theta, mean, sigma []float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	for k := range sigma {
		physical[k+1] = theta[k+1] * sigma[k]
	}
	return physical
}

func (wrong) unscaleKeepsWeights(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	physical[0] = solution{}.unscale(theta, mean, sigma)[0]
	return physical
}

// unscaleLinear treats a weight like a feature: μ + σθ.
func (wrong) unscaleLinear(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := range mean {
		physical[k+1] = mean[k] + sigma[k]*theta[k+1]
	}
	return physical
}

// unscaleShifted takes mean[k] for the mean of feature k, counted from 1.
func (wrong) unscaleShifted(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := 1; k < len(mean); k++ {
		physical[k] = theta[k] / sigma[k]
		physical[0] -= theta[k] * mean[k] / sigma[k]
	}
	return physical
}

// unscaleUpTo does the first features only.
func unscaleUpTo(features int, theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := range features {
		physical[k+1] = theta[k+1] / sigma[k]
		physical[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return physical
}

func (wrong) unscaleShort(theta, mean, sigma []float64) []float64 {
	return unscaleUpTo(len(mean)-1, theta, mean, sigma)
}

// unscaleFirst returns inside the loop.
func (wrong) unscaleFirst(theta, mean, sigma []float64) []float64 {
	return unscaleUpTo(1, theta, mean, sigma)
}

func (wrong) unscaleBiasLast(theta, mean, sigma []float64) []float64 {
	physical := solution{}.unscale(theta, mean, sigma)
	return append(physical[1:len(physical):len(physical)], physical[0])
}

// unscaleAppended appends to a slice that has its length already.
func (wrong) unscaleAppended(theta, mean, sigma []float64) []float64 {
	return append(make([]float64, len(theta)), solution{}.unscale(theta, mean, sigma)...)
}

// unscaleStandardised standardises the weights.
func (wrong) unscaleStandardised(theta, mean, sigma []float64) []float64 {
	physical := append([]float64(nil), theta...)
	for k := range mean {
		physical[k+1] = (theta[k+1] - mean[k]) / sigma[k]
	}
	return physical
}
