package forms

func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 1, columns), theta0)
	for j := range m {
		theta.Set(j, 0, theta.At(j, 0)+theta1.At(j, 0))
	}
	return &theta
}

func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	h, columns := theta0.Dims()
	m, _ := theta1.Dims()
	theta := mat.NewDense(m, columns, nil)
	for j := range m {
		for k := range columns {
			sum := 0.0
			for l := range h {
				sum += theta1.At(j, l+1) * theta0.At(l, k)
			}
			if k == 0 {
				sum += theta1.At(j, 0)
			}
			theta.Set(j, k, sum)
		}
	}
	return theta
}

func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, h := theta1.Dims()
	_, p := theta0.Dims()
	weights := mat.NewDense(m, h-1, nil)
	for i := 0; i < m; i++ {
		for k := 1; k < h; k++ {
			weights.Set(i, k-1, theta1.At(i, k))
		}
	}
	product := mat.NewDense(m, p, nil)
	product.Mul(weights, theta0)
	for i := 0; i < m; i++ {
		product.Set(i, 0, product.At(i, 0)+theta1.At(i, 0))
	}
	return product
}
