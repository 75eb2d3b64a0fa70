package ch03

// bug holds what a colleague has written. Each has one wrong line.
type bug struct{}

// unscale returns the θ_0 … θ_p of the features themselves.
func (bug) unscale(theta, mean, sigma []float64) []float64 {
	physical := make([]float64, len(theta))
	physical[0] = theta[0]
	for k := range mean {
		physical[k+1] = theta[k+1] / sigma[k]
		physical[0] -= physical[k+1] * mean[k] / sigma[k]
	}
	return physical
}
