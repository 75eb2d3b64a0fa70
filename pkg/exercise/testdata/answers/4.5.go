// Wrong answers to exercise 4.5. How such a file is written is said in answers_test.go.
package answers

// line 3: a rise is called converged
// said: Ask for decrease >= 0
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		if J[t-1]-J[t] < tol {
			return t
		}
	}
	return -1
}

// line 3: a small rise is called converged
// said: ask for the sign
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		if math.Abs(J[t-1]-J[t]) < tol {
			return t
		}
	}
	return -1
}

// line 4: no change is left out
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		d := J[t-1] - J[t]
		if d > 0 && d < tol {
			return t
		}
	}
	return -1
}

// line 6, 7: return -1 in the loop
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		d := J[t-1] - J[t]
		if d >= 0 && d < tol {
			return t
		} else {
			return -1
		}
	}
	return -1
}

// line 2: t from 0
// said: where does this loop begin
func convergedAt(J []float64, tol float64) int {
	for t := range J {
		d := J[t-1] - J[t]
		if d >= 0 && d < tol {
			return t
		}
	}
	return -1
}

// line 5: t counted from the step before
func convergedAt(J []float64, tol float64) int {
	for t := 0; t < len(J)-1; t++ {
		d := J[t] - J[t+1]
		if d >= 0 && d < tol {
			return t
		}
	}
	return -1
}

// line 4: a rise ends the search
// said: look at the next step
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		if J[t] > J[t-1] {
			return -1
		}
		if J[t-1]-J[t] < tol {
			return t
		}
	}
	return -1
}

// line 2: the last step is not looked at
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J)-1; t++ {
		d := J[t-1] - J[t]
		if d >= 0 && d < tol {
			return t
		}
	}
	return -1
}

// line 8: the last step for -1
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		d := J[t-1] - J[t]
		if d >= 0 && d < tol {
			return t
		}
	}
	return len(J) - 1
}

// line 6: the last such step, because the loop goes on
// said: return it at once
func convergedAt(J []float64, tol float64) int {
	found := -1
	for t := 1; t < len(J); t++ {
		d := J[t-1] - J[t]
		if d >= 0 && d < tol {
			found = t
		}
	}
	return found
}

// line 2, 4: compared with J at the start, because before is never set
func convergedAt(J []float64, tol float64) int {
	before := J[0]
	for t := 1; t < len(J); t++ {
		d := before - J[t]
		if d >= 0 && d < tol {
			return t
		}
		_ = before
	}
	return -1
}

// line 3: the decrease as a part of J
func convergedAt(J []float64, tol float64) int {
	for t := 1; t < len(J); t++ {
		d := (J[t-1] - J[t]) / J[t-1]
		if d >= 0 && d < tol {
			return t
		}
	}
	return -1
}
