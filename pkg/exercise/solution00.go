package exercise

// solution00 holds the solutions of chapter 00.
type solution00 struct{}

// mean returns the mean of x, x̄ = 1/n Σ x_i.
func (solution00) mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
	}
	return sum / float64(len(x))
}
