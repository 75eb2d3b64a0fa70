package forms

func lastDelta(z, y []float64) []float64 {
	yhat := make([]float64, len(z))
	for j := range z {
		yhat[j] = 1 / (1 + math.Exp(-z[j]))
	}
	delta := slices.Clone(yhat)
	floats.Sub(delta, y)
	floats.Mul(delta, yhat)
	floats.Scale(-1, yhat)
	floats.AddConst(1, yhat)
	floats.Mul(delta, yhat)
	return delta
}

func lastDelta(z, y []float64) []float64 {
	delta := make([]float64, len(z))
	for j := range z {
		yhat := 1 / (1 + math.Exp(-z[j]))
		delta[j] = (yhat - y[j]) * yhat * (1 - yhat)
	}
	return delta
}

func lastDelta(z, y []float64) []float64 {
	var delta []float64
	for j := 0; j < len(z); j++ {
		e := math.Exp(-z[j])
		yhat := 1 / (1 + e)
		slope := e / ((1 + e) * (1 + e))
		miss := yhat - y[j]
		delta = append(delta, miss*slope)
	}
	return delta
}
