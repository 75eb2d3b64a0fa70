package forms

func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	return 1 / lambda2, 1 / lambda1
}

func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	first = 1 / lambda2
	second = 1 / lambda1
	return first, second
}

func twoSteps(lambda1, lambda2 float64) (first, second float64) {
	a, b := 1/lambda1, 1/lambda2
	return math.Min(a, b), math.Max(a, b)
}
