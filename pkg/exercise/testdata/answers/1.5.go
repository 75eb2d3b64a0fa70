// Wrong answers to exercise 1.5. How such a file is written is said in answers_test.go.
package answers

// line 6: λ without n
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ {
		A.Set(k, k, A.At(k, k)+lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 6: the diagonal is replaced, not increased
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ {
		A.Set(k, k, float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 5: the bias penalised too (k from 0)
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 0; k < columns; k++ {
		A.Set(k, k, A.At(k, k)+float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 5: the last weight not penalised
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns-1; k++ {
		A.Set(k, k, A.At(k, k)+float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 6: columns for n in the penalty
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ {
		A.Set(k, k, A.At(k, k)+float64(columns)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 6: the penalty on the first superdiagonal
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	for k := 1; k < columns; k++ {
		A.Set(k-1, k, A.At(k-1, k)+float64(n)*lambda)
	}
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line -: λ is never used
// said: It looks like this: λ is not used
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 7, 8: added to the right side instead of the matrix
// said: It looks like this: nλ is added to the right side
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	for k := 1; k < columns; k++ {
		b.SetVec(k, b.AtVec(k)+float64(n)*lambda)
	}
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 8, 9: solved first, then shrunk
// said: It looks like this: solved first, then made smaller
func ridge(X *mat.Dense, y []float64, lambda float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	theta.SolveVec(&A, &b)
	data := theta.RawVector().Data
	for k := 1; k < len(data); k++ {
		data[k] /= 1 + lambda
	}
	return data
}
