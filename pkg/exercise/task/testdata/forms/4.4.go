package forms

func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	n, columns := X.Dims()
	theta := append([]float64{}, start...)
	for _, alpha := range rates {
		var r, grad mat.VecDense
		r.MulVec(X, mat.NewVecDense(columns, theta))
		r.SubVec(&r, mat.NewVecDense(n, y))
		grad.MulVec(X.T(), &r)
		for k := range theta {
			theta[k] -= alpha * grad.AtVec(k) / float64(n)
		}
	}
	return theta
}

func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	copy(theta, start)
	for t := range rates {
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
		for k := range columns {
			theta[k] -= rates[t] * grad[k]
		}
	}
	return theta
}

func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	n, m := X.Dims()
	theta := make([]float64, m)
	for k := 0; k < m; k++ {
		theta[k] = start[k]
	}
	for t := 0; t < len(rates); t++ {
		r := make([]float64, n)
		for i := 0; i < n; i++ {
			h := 0.0
			for k := 0; k < m; k++ {
				h = h + theta[k]*X.At(i, k)
			}
			r[i] = h - y[i]
		}
		for k := 0; k < m; k++ {
			g := 0.0
			for i := 0; i < n; i++ {
				g = g + r[i]*X.At(i, k)
			}
			theta[k] = theta[k] - rates[t]*g/float64(n)
		}
	}
	return theta
}
