// Wrong answers to exercise 1.3. How such a file is written is said in answers_test.go.
package answers

// line 3: X*X for XᵀX: dimension mismatch panics
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A, b mat.Dense
	A.Mul(X, X)
	b.Mul(X.T(), mat.NewDense(len(y), 1, y))
	var theta mat.Dense
	theta.Solve(&A, &b)
	return theta.RawMatrix().Data
}

// line 3: XXᵀ for XᵀX
// said: It looks like this: XXᵀ in place of XᵀX
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A, b mat.Dense
	A.Mul(X, X.T())
	b.Mul(X.T(), mat.NewDense(len(y), 1, y))
	var theta mat.Dense
	theta.Solve(&A, &b)
	return theta.RawMatrix().Data
}

// line 5: Xᵀ forgotten in the right side: panics
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var theta mat.VecDense
	theta.SolveVec(&A, mat.NewVecDense(len(y), y))
	return theta.RawVector().Data
}

// line 7: the inverse is computed but not used: returns Xᵀy
// said: It looks like this: not solved
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A, inv mat.Dense
	A.Mul(X.T(), X)
	inv.Inverse(&A)
	var b mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	return b.RawVector().Data
}

// line 7: multiplied by A in place of its inverse
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A, inv mat.Dense
	A.Mul(X.T(), X)
	inv.Inverse(&A)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	theta.MulVec(&A, &b)
	return theta.RawVector().Data
}

// line 7, 8: the hypothesis Xθ is returned, not θ
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta, h mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	theta.SolveVec(&A, &b)
	h.MulVec(X, &theta)
	return h.RawVector().Data
}

// line 6: y divided by n: 1/n on one side only
// said: It looks like this: only one side is divided by n
func normalEquation(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	b.ScaleVec(1/float64(len(y)), &b)
	theta.SolveVec(&A, &b)
	return theta.RawVector().Data
}

// line 9: copied into a result with one place too few
func normalEquation(X *mat.Dense, y []float64) []float64 {
	_, p := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, t mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	t.SolveVec(&A, &b)
	theta := make([]float64, p)
	for k := 1; k < p; k++ {
		theta[k] = t.AtVec(k)
	}
	return theta
}

// line 6: y is sliced to the number of columns (wrong rows used)
// said: It looks like this: Xᵀ is missing on the right side
func normalEquation(X *mat.Dense, y []float64) []float64 {
	_, p := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	var t mat.VecDense
	t.SolveVec(&A, mat.NewVecDense(p, y[:p]))
	return t.RawVector().Data
}

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
