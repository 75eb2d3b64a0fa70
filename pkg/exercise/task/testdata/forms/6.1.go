package forms

func neuron(theta, x []float64) float64 {
	return math.Tanh(theta[0] + floats.Dot(theta[1:], x))
}

func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return math.Tanh(z)
}

func neuron(theta, x []float64) float64 {
	z := 0.0
	input := append([]float64{1}, x...)
	for k := 0; k < len(theta); k++ {
		z = z + theta[k]*input[k]
	}
	a := math.Tanh(z)
	return a
}
