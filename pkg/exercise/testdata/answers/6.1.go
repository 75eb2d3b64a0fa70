// Wrong answers to exercise 6.1. How such a file is written is said in answers_test.go.
package answers

// line 4: theta[k] for theta[k+1]: the bias multiplies x
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += theta[k] * x[k]
	}
	return math.Tanh(z)
}

// line 3, 4: loop over theta: index out of range
func neuron(theta, x []float64) float64 {
	z := 0.0
	for k := range theta {
		z += theta[k] * x[k]
	}
	return math.Tanh(z)
}

// line 2: the bias forgotten
func neuron(theta, x []float64) float64 {
	z := 0.0
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return math.Tanh(z)
}

// line 6: tanh forgotten
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return z
}

// line 4, 6: tanh in the loop
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += math.Tanh(theta[k+1] * x[k])
	}
	return z
}

// line 6: sigmoid for tanh
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return 1 / (1 + math.Exp(-z))
}

// line 6: tan for tanh
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := range x {
		z += theta[k+1] * x[k]
	}
	return math.Tan(z)
}

// line 2, 4: the bias is the last weight
// said: It looks like this: the bias is taken from the end
func neuron(theta, x []float64) float64 {
	z := theta[len(theta)-1]
	for k := range x {
		z += theta[k] * x[k]
	}
	return math.Tanh(z)
}

// line 2, 4: the bias is added for each input
func neuron(theta, x []float64) float64 {
	z := 0.0
	for k := range x {
		z += theta[0] + theta[k+1]*x[k]
	}
	return math.Tanh(z)
}

// line 3: the last input left out
func neuron(theta, x []float64) float64 {
	z := theta[0]
	for k := 0; k < len(x)-1; k++ {
		z += theta[k+1] * x[k]
	}
	return math.Tanh(z)
}
