package forms

func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	n := float64(len(x))
	r := make([]float64, len(x))
	floats.AddConst(theta0, r)
	floats.AddScaled(r, theta1, x)
	floats.Sub(r, y)
	return floats.Sum(r) / n, floats.Dot(x, r) / n
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

func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {
	sum0 := 0.0
	sum1 := 0.0
	for i := 0; i < len(x); i++ {
		h := theta0 + theta1*x[i]
		sum0 = sum0 + (h - y[i])
		sum1 = sum1 + (h-y[i])*x[i]
	}
	d0 = sum0 / float64(len(x))
	d1 = sum1 / float64(len(x))
	return d0, d1
}
