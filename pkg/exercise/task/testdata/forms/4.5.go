package forms

func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		decrease := J[t-1] - J[t]
		if decrease >= 0 && decrease < tol {
			return t
		}
	}
	return -1
}

func convergedAt(J []float64, tol float64) int {
	for t := range J {
		if t == 0 || J[t] > J[t-1] {
			continue
		}
		if J[t-1]-J[t] < tol {
			return t
		}
	}
	return -1
}

func convergedAt(J []float64, tol float64) int {
	step := -1
	for t := len(J) - 1; t >= 1; t-- {
		if J[t] <= J[t-1] && J[t-1]-J[t] < tol {
			step = t
		}
	}
	return step
}
