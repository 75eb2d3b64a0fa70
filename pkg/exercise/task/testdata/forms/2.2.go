package forms

func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	r := make([]float64, len(x))
	floats.AddConst(theta0, r)
	floats.AddScaled(r, theta1, x)
	floats.Sub(r, y)
	d0 := floats.Sum(r) / float64(len(x))
	d1 := floats.Dot(r, x) / float64(len(x))
	return theta0 - alpha*d0, theta1 - alpha*d1
}

func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := float64(len(x))
	d0, d1 := 0.0, 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		d0 += r / n
		d1 += x[i] * r / n
	}
	return theta0 - alpha*d0, theta1 - alpha*d1
}

func step(theta0, theta1, alpha float64, x, y []float64) (new0, new1 float64) {
	n := len(x)
	grad0 := 0.0
	for i := 0; i < n; i++ {
		grad0 = grad0 + theta0 + theta1*x[i] - y[i]
	}
	grad0 = grad0 / float64(n)
	grad1 := 0.0
	for i := 0; i < n; i++ {
		grad1 = grad1 + (theta0+theta1*x[i]-y[i])*x[i]
	}
	grad1 = grad1 / float64(n)
	theta0 = theta0 - alpha*grad0
	theta1 = theta1 - alpha*grad1
	return theta0, theta1
}
