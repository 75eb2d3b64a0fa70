package forms

func unscale(theta, mean, sigma []float64) []float64 {
	physical := slices.Clone(theta)
	floats.Div(physical[1:], sigma)
	physical[0] -= floats.Dot(physical[1:], mean)
	return physical
}

func unscale(theta, mean, sigma []float64) []float64 {
	physical := make([]float64, len(theta))
	physical[0] = theta[0]
	for k := range mean {
		physical[k+1] = theta[k+1] / sigma[k]
		physical[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return physical
}

func unscale(theta, mean, sigma []float64) []float64 {
	bias := theta[0]
	var weights []float64
	for k := 1; k < len(theta); k++ {
		w := theta[k] / sigma[k-1]
		weights = append(weights, w)
		bias = bias - w*mean[k-1]
	}
	return append([]float64{bias}, weights...)
}
