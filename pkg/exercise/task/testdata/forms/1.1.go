package forms

func cost(theta0, theta1 float64, x, y []float64) float64 {
	r := make([]float64, len(x))
	floats.AddConst(theta0, r)
	floats.AddScaled(r, theta1, x)
	floats.Sub(r, y)
	return floats.Dot(r, r) / (2 * float64(len(x)))
}

func cost(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		r := theta0 + theta1*x[i] - y[i]
		sum += r * r
	}
	return sum / (2 * float64(len(x)))
}

func cost(theta0, theta1 float64, x, y []float64) float64 {
	var J float64
	n := len(x)
	for i := 0; i < n; i++ {
		h := theta0 + theta1*x[i]
		J = J + math.Pow(h-y[i], 2)
	}
	J = J / float64(n)
	J = 0.5 * J
	return J
}
