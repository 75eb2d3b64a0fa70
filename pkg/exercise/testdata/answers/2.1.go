// Wrong answers to exercise 2.1. How such a file is written is said in answers_test.go.
package answers

// line 5, 6: division by n after the first point only: d0/n inside the loop
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 = (d0 + r) / n
		d1 = (d1 + x[i]*r) / n
	}
	return d0, d1
}

// line 6: = for += in the second sum
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 = x[i] * r / n
	}
	return d0, d1
}

// line 4, 5: shadowed results with :=
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 := d0 + r/float64(len(x))
		d1 := d1 + x[i]*r/float64(len(x))
		_, _ = d0, d1
	}
	return d0, d1
}

// line 9: only d0 is divided by n
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	s0, s1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		s0 += r
		s1 += r * x[i]
	}
	n := float64(len(x))
	return s0 / n, s1
}

// line 4: r without the bias θ0
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return d0, d1
}

// line 4: y − h for h − y
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := y[i] - theta0 + theta1*x[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return d0, d1
}

// line 6: multiplied with y in place of x
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += y[i] * r / n
	}
	return d0, d1
}

// line 8: returned in the wrong order
// said: It looks like this: the two are swapped
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return d1, d0
}

// line 7: the return in the loop
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
		return d0, d1
	}
	return
}

// line 6: theta1 in place of x as inner derivative
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += theta1 * r / n
	}
	return d0, d1
}

// line 2, 3, 4: a finite difference with too large a step
// said: It looks like this: finite differences with a step of 0.01
func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	h := 0.01
	d0 = (J(theta0+h, theta1, x, y) - J(theta0, theta1, x, y)) / h
	d1 = (J(theta0, theta1+h, x, y) - J(theta0, theta1, x, y)) / h
	return d0, d1
}

func J(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}
