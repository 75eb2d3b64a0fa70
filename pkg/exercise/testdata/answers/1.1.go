// Wrong answers to exercise 1.1. How such a file is written is said in answers_test.go.
package answers

// line 4: y is forgotten: h instead of the residual
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}

// line 5: r is not squared
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r
	}
	return sum / (2 * float64(len(x)))
}

// line 8: sum/2*n multiplies by n
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	n := float64(len(x))
	return sum / 2 * n
}

// line 7: 1/2 as whole numbers is 0
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	return 1 / 2 * sum / float64(len(x))
}

// line 6: returns in the loop
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
		return sum / (2 * float64(len(x)))
	}
	return sum
}

// line 5: absolute value in place of the square
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += math.Abs(r)
	}
	return sum / (2 * float64(len(x)))
}

// line 5: ^ is not a power but compiles only for ints; here 2*r for r²
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += 2 * r
	}
	return sum / (2 * float64(len(x)))
}

// line 4: theta0 and theta1 mixed up
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta1 + theta0*x[i] - y[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}

// line 4: plus y
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] + y[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}

// line 2, 4, 7: the sum starts anew in each turn, the last point counts
func cost(theta0, theta1 float64, x, y []float64) float64 {
	J := 0.0
	for i := range x {
		sum := 0.0
		h := theta0 + theta1*x[i]
		sum += (h - y[i]) * (h - y[i])
		J = sum / float64(2*len(x))
	}
	return J
}

// line 4: theta0 is left out
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		h := theta1 * x[i]
		sum += (h - y[i]) * (h - y[i])
	}
	return sum / float64(2*len(x))
}

// line 4: bracket: theta1 times (x − y)
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*(x[i]-y[i])
		sum += r * r
	}
	return sum / float64(2*len(x))
}

// line 4: x[0] for x[i]
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[0] - y[i]
		sum += r * r
	}
	return sum / float64(2*len(x))
}

// line 7: divides by 2 and n−1
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	return sum / float64(2*len(x)-1)
}

// line 5: the sum of h and the sum of y are squared apart
// said: It looks like this: h and y are squared apart
func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		h := theta0 + theta1*x[i]
		sum += h*h - y[i]*y[i]
	}
	return sum / float64(2*len(x))
}
