// Wrong answers to exercise 7.4. How such a file is written is said in answers_test.go.
package answers

// line 6: column k for column k+1, the biases among them
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// line 8: the slope of the unit before
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k]*a[k])
	}
	return below
}

// line 6: = for +=
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum = theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// line 3: the sum is not set back to 0
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	sum := 0.0
	for k := range below {
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// line 6, 8: the slope is forgotten
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum
	}
	return below
}

// line 8: the square is forgotten
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1])
	}
	return below
}

// line 6: the two indices swapped
// said: runs down a column
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(k, j+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// line 2, 3, 10: the bias column is kept
// said: one number too many
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a))
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k) * delta[j]
		}
		below[k] = sum * (1 - a[k]*a[k])
	}
	return below
}

// line 6: δ is forgotten
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1)
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

// line 8: 1 + a² for 1 − a²
// said: The slope of tanh is 1 − a², with a minus
func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 + a[k+1]*a[k+1])
	}
	return below
}
