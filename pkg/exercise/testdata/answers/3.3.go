// Wrong answers to exercise 3.3. How such a file is written is said in answers_test.go.
package answers

// line 3: the bias stays what it was
// said: the bias is not unscaled
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := 1; k < len(theta); k++ {
		out[k] = theta[k] / sigma[k-1]
	}
	return out
}

// line 6: + for -
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := range mean {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] += theta[k+1] * mean[k] / sigma[k]
	}
	return out
}

// line 5, 6: theta[k] for theta[k+1]
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := range mean {
		out[k+1] = theta[k] / sigma[k]
		out[0] -= theta[k] * mean[k] / sigma[k]
	}
	return out
}

// line 4: the index runs to len(theta)
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := range theta {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return out
}

// line 5: multiplied by σ
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := range mean {
		out[k+1] = theta[k+1] * sigma[k]
		out[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return out
}

// line 6: = for -=, so that only the last feature is left
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	for k := range mean {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] = theta[0] - theta[k+1]*mean[k]/sigma[k]
	}
	return out
}

// line 2: the bias is never set to theta[0]
// said: The new bias begins at theta[0]
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	for k := range mean {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return out
}

// line 5: σ forgotten in the bias
func unscale(theta, mean, sigma []float64) []float64 {
	out := slices.Clone(theta)
	for k := range mean {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] -= theta[k+1] * mean[k]
	}
	return out
}

// line 2, 5: out is theta itself, so theta[k+1] is the new weight and σ divides twice
func unscale(theta, mean, sigma []float64) []float64 {
	out := theta
	for k := range mean {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return out
}

// line 4: x = μ + σz used for θ
// said: A weight is no car
func unscale(theta, mean, sigma []float64) []float64 {
	out := []float64{theta[0]}
	for k := range mean {
		out = append(out, theta[k+1]*sigma[k]+mean[k])
	}
	return out
}

// line 3, 6: appended to a slice that has its length
func unscale(theta, mean, sigma []float64) []float64 {
	bias := theta[0]
	out := make([]float64, len(theta))
	for k := range mean {
		bias -= theta[k+1] * mean[k] / sigma[k]
		out = append(out, theta[k+1]/sigma[k])
	}
	out[0] = bias
	return out
}

// line 5: k begins at 1, so the first feature is forgotten
func unscale(theta, mean, sigma []float64) []float64 {
	out := make([]float64, len(theta))
	out[0] = theta[0]
	// the bias is done, now the weights
	for k := 1; k < len(mean); k++ {
		out[k+1] = theta[k+1] / sigma[k]
		out[0] -= theta[k+1] * mean[k] / sigma[k]
	}
	return out
}
