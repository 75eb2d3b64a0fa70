package forms

func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		x := X.RawRowView(i)
		floats.AddScaled(grad, floats.Dot(x, theta)-y[i], x)
	}
	floats.Scale(1/float64(len(rows)), grad)
	return grad
}

func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		x := X.RawRowView(i)
		r := -y[i]
		for k := range theta {
			r += theta[k] * x[k]
		}
		for k := range grad {
			grad[k] += r * x[k] / float64(len(rows))
		}
	}
	return grad
}

func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	B := len(rows)
	m := len(theta)
	grad := make([]float64, m)
	for b := 0; b < B; b++ {
		i := rows[b]
		h := 0.0
		for k := 0; k < m; k++ {
			h = h + theta[k]*X.At(i, k)
		}
		residual := h - y[i]
		for k := 0; k < m; k++ {
			grad[k] = grad[k] + residual*X.At(i, k)
		}
	}
	for k := 0; k < m; k++ {
		grad[k] = grad[k] / float64(B)
	}
	return grad
}
