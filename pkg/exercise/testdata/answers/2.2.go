// Wrong answers to exercise 2.2. How such a file is written is said in answers_test.go.
package answers

// line 7, 10: θ0 updated first, then used
// said: It looks like this: θ0 is updated first
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0 := 0.0
	for i := range x {
		d0 += (theta0 + theta1*x[i] - y[i]) / n
	}
	theta0 = theta0 - alpha*d0
	d1 := 0.0
	for i := range x {
		d1 += (theta0 + theta1*x[i] - y[i]) * x[i] / n
	}
	theta1 = theta1 - alpha*d1
	return theta0, theta1
}

// line 5, 6: moves after every point (stochastic)
// said: It looks like this: θ moves after each point
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		theta0 -= alpha * r / n
		theta1 -= alpha * r * x[i] / n
	}
	return theta0, theta1
}

// line 9: both with d0
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 - alpha*d0, theta1 - alpha*d0
}

// line 9: uphill
// said: It looks like this: +α∇J, uphill
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 + alpha*d0, theta1 + alpha*d1
}

// line 7, 9: alpha only in the first
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 - alpha*d0, theta1 - d1
}

// line 9: bracket: (θ − α)·d
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return (theta0 - alpha) * d0, (theta1 - alpha) * d1
}

// line 9: divided by α
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 - d0/alpha, theta1 - d1/alpha
}

// line 10: the new values are shadowed: returns 0, 0
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	if n > 0 {
		d0, d1 := 0.0, 0.0
		for i := range x {
			r := theta0 + theta1*x[i] - y[i]
			d0 += r / n
			d1 += x[i] * r / n
		}
		new0, new1 := theta0-alpha*d0, theta1-alpha*d1
		_, _ = new0, new1
	}
	return new0, new1
}

// line 2: calls partials with θ swapped
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := partials(theta1, theta0, x, y)
	return theta0 - alpha*d0, theta1 - alpha*d1
}

func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return d0, d1
}

// line -: its own partials is wrong (x missing in d1)
// said: It looks like this: x_i is missing in ∂J/∂θ1
func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	d0, d1 := partials(theta0, theta1, x, y)
	return theta0 - alpha*d0, theta1 - alpha*d1
}

func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += r / n
	}
	return d0, d1
}
