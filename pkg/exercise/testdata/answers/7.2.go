// Wrong answers to exercise 7.2. How such a file is written is said in answers_test.go.
package answers

// line 5: σ in place of σ′
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (yhat - y[j]) * yhat
	}
	return delta
}

// line 5: y and ŷ the wrong way round
// said: It looks like this: y − ŷ for ŷ − y
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (y[j] - yhat) * yhat * (1 - yhat)
	}
	return delta
}

// line 4: exp(z) for exp(−z)
// said: It looks like this: exp(z) for exp(−z)
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(z[j]))
		delta[j] = (yhat - y[j]) * yhat * (1 - yhat)
	}
	return delta
}

// line 4: a bracket forgotten, 1/1 + e^−z
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1/1 + math.Exp(-z[j])
		delta[j] = (yhat - y[j]) * yhat * (1 - yhat)
	}
	return delta
}

// line 2, 5: append to a slice that has its length
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		delta = append(delta, (sigmoid(z[j])-y[j])*sigmoid(z[j])*(1-sigmoid(z[j])))
	}
	return delta
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// line 5: the slope at z by the formula for ŷ
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (yhat - y[j]) * z[j] * (1 - z[j])
	}
	return delta
}

// line 5: return inside the loop
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		delta[j] = (s(z[j]) - y[j]) * s(z[j]) * (1 - s(z[j]))
		return delta
	}
	return delta
}

func s(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// line 5: y(1 − y) for ŷ(1 − ŷ)
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (yhat - y[j]) * y[j] * (1 - y[j])
	}
	return delta
}

// line 5: brackets are missing
func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = yhat - y[j]*yhat*(1-yhat)
	}
	return delta
}
