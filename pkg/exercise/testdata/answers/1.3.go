// Wrong answers to exercise 1.3.
package answers

// line 4: the product has the wrong order
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	var b mat.VecDense
	A.Mul(X, X.T())
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	var theta mat.VecDense
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 5: X for its transposed
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	var b mat.VecDense
	A.Mul(X.T(), X)
	b.MulVec(X, mat.NewVecDense(len(y), y))
	var theta mat.VecDense
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}
