package forms

func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	X.Apply(func(i, k int, v float64) float64 { return math.Pow(x[i], float64(k)) }, X)
	return X
}

func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		power := 1.0
		for k := 0; k <= p; k++ {
			X.Set(i, k, power)
			power *= x[i]
		}
	}
	return X
}

func design(x []float64, p int) *mat.Dense {
	n := len(x)
	data := make([]float64, 0)
	for i := 0; i < n; i++ {
		data = append(data, 1)
		for k := 1; k < p+1; k++ {
			data = append(data, math.Pow(x[i], float64(k)))
		}
	}
	return mat.NewDense(n, p+1, data)
}
