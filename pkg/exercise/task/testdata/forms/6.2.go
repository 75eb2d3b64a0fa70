package forms

func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	var z mat.VecDense
	z.MulVec(theta, mat.NewVecDense(len(a), a))
	next := []float64{1}
	for j := range z.Len() {
		next = append(next, math.Tanh(z.AtVec(j)))
	}
	return next
}

func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := range rows {
		z := 0.0
		for k := range columns {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	result := make([]float64, rows+1)
	result[0] = 1
	for j := 0; j < rows; j++ {
		sum := 0.0
		for k := 0; k < columns; k++ {
			sum = sum + theta.At(j, k)*a[k]
		}
		result[j+1] = math.Tanh(sum)
	}
	return result
}
