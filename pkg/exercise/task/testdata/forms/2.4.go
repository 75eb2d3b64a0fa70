package forms

func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
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

func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
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
			theta[k] -= alpha * grad[k]
		}
	}
	return theta
}

func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, m := X.Dims()
	theta := make([]float64, m)
	for s := 0; s < steps; s++ {
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
			g = g / float64(n)
			theta[k] = theta[k] - alpha*g
		}
	}
	return theta
}
