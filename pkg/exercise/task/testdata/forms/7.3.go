package forms

func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	grad.Outer(1, mat.NewVecDense(len(delta), delta), mat.NewVecDense(len(a), a))
	return grad
}

func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := range delta {
		for k := range a {
			grad.Set(j, k, delta[j]*a[k])
		}
	}
	return grad
}

func outer(delta, a []float64) *mat.Dense {
	rows := len(delta)
	columns := len(a)
	var data []float64
	for j := 0; j < rows; j++ {
		for k := 0; k < columns; k++ {
			data = append(data, delta[j]*a[k])
		}
	}
	return mat.NewDense(rows, columns, data)
}
