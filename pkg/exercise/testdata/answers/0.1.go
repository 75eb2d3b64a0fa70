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

// line 3, 4: the index is taken for the value
func mean(x []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(i)
	}
	return sum / float64(len(x))
}

// line 3, 4: the index runs to len(x)
func mean(x []float64) float64 {
	sum := 0.0
	for i := 0; i <= len(x); i++ {
		sum += x[i]
	}
	return sum / float64(len(x))
}

// line 4: it calls itself
func mean(x []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += mean(x[i:])
	}
	return sum / float64(len(x))
}

// line 3, 4: it never ends
func mean(x []float64) float64 {
	sum, i := 0.0, 0
	for i < len(x) {
		sum += x[i]
	}
	return sum / float64(len(x))
}
