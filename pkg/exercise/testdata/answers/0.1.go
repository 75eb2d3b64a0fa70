// Wrong answers to exercise 0.1. How such a file is written is said in answers_test.go.
package answers

// line 4: += adds, = forgets what was added before
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum = xi
	}
	return sum / float64(len(x))
}

// line 5: the return stands inside the loop
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
		return sum / float64(len(x))
	}
	return 0
}
