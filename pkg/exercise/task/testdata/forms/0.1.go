package forms

func mean(x []float64) float64 {
	return floats.Sum(x) / float64(len(x))
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
	}
	return sum / float64(len(x))
}

func mean(x []float64) float64 {
	var total float64
	n := len(x)
	for i := 0; i < n; i++ {
		total = total + x[i]
	}
	result := total / float64(n)
	return result
}
