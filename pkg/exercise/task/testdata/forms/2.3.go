package forms

func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	var r, grad mat.VecDense
	r.MulVec(X, mat.NewVecDense(columns, theta))
	r.SubVec(&r, mat.NewVecDense(n, y))
	grad.MulVec(X.T(), &r)
	grad.ScaleVec(1/float64(n), &grad)
	return grad.RawVector().Data
}

func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := range n {
		r := -y[i]
		for k := range columns {
			r += theta[k] * X.At(i, k)
		}
		for k := range columns {
			grad[k] += X.At(i, k) * r / float64(n)
		}
	}
	return grad
}

func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, m := X.Dims()
	var residuals []float64
	for i := 0; i < n; i++ {
		h := 0.0
		for k := 0; k < m; k++ {
			h = h + X.At(i, k)*theta[k]
		}
		residuals = append(residuals, h-y[i])
	}
	var grad []float64
	for k := 0; k < m; k++ {
		sum := 0.0
		for i := 0; i < n; i++ {
			sum = sum + residuals[i]*X.At(i, k)
		}
		grad = append(grad, sum/float64(n))
	}
	return grad
}
