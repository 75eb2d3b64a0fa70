// Wrong answers to exercise 1.4. How such a file is written is said in answers_test.go.
package answers

// line 6: n−p+1 for n−p−1
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum += ri * ri
	}
	return sum / float64(len(r)-p+1)
}

// line 8, 10: the mean is subtracted first, a sample variance
// said: It looks like this: it is the variance of a sample
func sigma2(r []float64, p int) float64 {
	mean := 0.0
	for _, ri := range r {
		mean += ri / float64(len(r))
	}
	sum := 0.0
	for _, ri := range r {
		sum += (ri - mean) * (ri - mean)
	}
	return sum / float64(len(r)-1)
}

// line 6: precedence: sum/len(r) − p − 1
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum += ri * ri
	}
	return sum/float64(len(r)) - float64(p) - 1
}

// line 4, 6: the whole sum is squared
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum += ri
	}
	return sum * sum / float64(len(r)-p-1)
}

// line 3: the loop leaves the last out
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for i := 0; i < len(r)-1; i++ {
		sum += r[i] * r[i]
	}
	return sum / float64(len(r)-p-1)
}

// line 4: divides at each step
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum = (sum + ri*ri) / float64(len(r)-p-1)
	}
	return sum
}

// line 2, 7: p is used where n is meant
func sigma2(r []float64, p int) float64 {
	n := float64(p)
	sum := 0.0
	for _, ri := range r {
		sum += ri * ri
	}
	return sum / n
}

// line 3, 4: neighbours are multiplied, r[i]*r[i-1]
// said: It looks like this: neighbours are multiplied
func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for i := 1; i < len(r); i++ {
		sum += r[i] * r[i-1]
	}
	return sum / float64(len(r)-p-1)
}
