// Wrong answers to exercise 4.7. How such a file is written is said in answers_test.go.
package answers

// line 2: the best constant α twice
// said: make a factor 0 in each step
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	best := 2 / (lambda1 + lambda2)
	return best, best
}

// line 2: the larger one first
// said: the smaller is wanted first
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 1 / lambda1, 1 / lambda2
}

// line 2: 2/λ for 1/λ
// said: It is 0 with 1/λ
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 2 / lambda2, 2 / lambda1
}

// line 3: the sum of the curvatures for the flat one
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	first = 1 / lambda2
	second = 1 / (lambda1 + lambda2)
	return first, second
}

// line 2: the numbers of the cars
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 0.425, 3.289
}

// line 3: second is below the limit
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	first = 1 / lambda2
	second = min(1/lambda1, 2/lambda2)
	return first, second
}

// line 3: the rates of Young's method, cos 45° inside the interval in place of its ends
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	m, r := (lambda1+lambda2)/2, (lambda2-lambda1)/2
	return 1 / (m + r*math.Sqrt(0.5)), 1 / (m - r*math.Sqrt(0.5))
}

// line 2: the mean curvature, then the flat one
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 2 / (lambda1 + lambda2), 1 / lambda1
}

// line 2: square roots, as if λ were singular values
func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 1 / math.Sqrt(lambda2), 1 / math.Sqrt(lambda1)
}
