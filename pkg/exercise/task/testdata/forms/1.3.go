package forms

func normalEquation(X *mat.Dense, y []float64) []float64 {
	var XtX mat.Dense
	XtX.Mul(X.T(), X)
	var Xty, theta mat.VecDense
	Xty.MulVec(X.T(), mat.NewVecDense(len(y), y))
	if err := theta.SolveVec(&XtX, &Xty); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}

func normalEquation(X *mat.Dense, y []float64) []float64 {
	n, columns := X.Dims()
	A := mat.NewDense(columns, columns, nil)
	b := mat.NewVecDense(columns, nil)
	for j := range columns {
		for k := range columns {
			sum := 0.0
			for i := range n {
				sum += X.At(i, j) * X.At(i, k)
			}
			A.Set(j, k, sum)
		}
		for i := range n {
			b.SetVec(j, b.AtVec(j)+X.At(i, j)*y[i])
		}
	}
	var theta mat.VecDense
	theta.SolveVec(A, b)
	return theta.RawVector().Data
}

func normalEquation(X *mat.Dense, y []float64) []float64 {
	n, _ := X.Dims()
	Y := mat.NewDense(n, 1, y)
	var A, inverse, b, theta mat.Dense
	A.Mul(X.T(), X)
	inverse.Inverse(&A)
	b.Mul(X.T(), Y)
	theta.Mul(&inverse, &b)
	rows, _ := theta.Dims()
	var result []float64
	for i := 0; i < rows; i++ {
		result = append(result, theta.At(i, 0))
	}
	return result
}
