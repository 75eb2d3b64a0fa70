package forms

func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ {
		A.Set(k, k, A.At(k, k)+float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	if err := theta.SolveVec(&A, &b); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}

func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	A := mat.NewDense(columns, columns, nil)
	b := make([]float64, columns)
	for j := range columns {
		for k := range columns {
			a := 0.0
			for i := range n {
				a += X.At(i, j) * X.At(i, k)
			}
			if j == k && j > 0 {
				a += lambda * float64(n)
			}
			A.Set(j, k, a)
		}
		for i := range n {
			b[j] += X.At(i, j) * y[i]
		}
	}
	var theta mat.VecDense
	theta.SolveVec(A, mat.NewVecDense(columns, b))
	return theta.RawVector().Data
}

func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, m := X.Dims()
	penalty := mat.NewDense(m, m, nil)
	for i := 1; i < m; i++ {
		penalty.Set(i, i, lambda*float64(n))
	}
	var XtX, A mat.Dense
	XtX.Mul(X.T(), X)
	A.Add(&XtX, penalty)
	var b, theta mat.Dense
	b.Mul(X.T(), mat.NewDense(n, 1, y))
	theta.Solve(&A, &b)
	return mat.Col(nil, 0, &theta)
}
