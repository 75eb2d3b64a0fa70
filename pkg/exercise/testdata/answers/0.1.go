// Wrong answers to exercise 0.1. How such a file is written is said in answers_test.go.
package answers

// line 5: the return stands inside the loop
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
		return sum / float64(len(x))
	}
	return 0
}

// line 4: = for +=
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum = xi
	}
	return sum / float64(len(x))
}

// line 3, 4: the index is added, not the value
func mean(x []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(i)
	}
	return sum / float64(len(x))
}

// line 3: the loop starts at 1
func mean(x []float64) float64 {
	sum := 0.0
	for i := 1; i < len(x); i++ {
		sum += x[i]
	}
	return sum / float64(len(x))
}

// line 3, 4: the loop runs to len(x) with <=: index out of range
func mean(x []float64) float64 {
	sum := 0.0
	for i := 0; i <= len(x); i++ {
		sum += x[i]
	}
	return sum / float64(len(x))
}

// line 4: a new sum hides the outer one
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum := sum + xi
		_ = sum
	}
	return sum / float64(len(x))
}

// line 4, 6: divided by n inside the loop as a running value: sum is halved again each time
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum = (sum + xi) / 2
	}
	return sum
}

// line 2, 4, 6: whole numbers: the sum is cut off
// said: It looks like this: each value is cut to a whole number
func mean(x []float64) float64 {
	sum := 0
	for _, xi := range x {
		sum += int(xi)
	}
	return float64(sum) / float64(len(x))
}

// line 6: division of whole numbers: 1/len(x) is 0
func mean(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum += xi
	}
	return sum * float64(1/len(x))
}

// line 2: only the mean of the first and the last
// said: It looks like this: only the first and the last value count
func mean(x []float64) float64 {
	return (x[0] + x[len(x)-1]) / 2
}

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
// said: mean calls itself without end
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
