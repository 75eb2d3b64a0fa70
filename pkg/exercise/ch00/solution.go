package ch00

// solution holds the solutions of chapter 00.
type solution struct{}

// mean returns the mean of x, x̄ = 1/n Σ x_i.
func (solution) mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
	}
	return sum / float64(len(x))
}
