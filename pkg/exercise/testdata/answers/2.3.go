// Wrong answers to exercise 2.3. How such a file is written is said in answers_test.go.
package answers

// line 4: r is declared outside and never set back
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	r := 0.0
	for i := 0; i < n; i++ {
		for k := 0; k < columns; k++ {
			r += theta[k] * X.At(i, k)
		}
		r -= y[i]
		for k := 0; k < columns; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 7: y is subtracted for every k
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := 0; i < n; i++ {
		r := 0.0
		for k := 0; k < columns; k++ {
			r += theta[k]*X.At(i, k) - y[i]
		}
		for k := 0; k < columns; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 7: indices of At swapped: panics or wrong
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := 0; i < n; i++ {
		r := -y[i]
		for k := 0; k < columns; k++ {
			r += theta[k] * X.At(k, i)
		}
		for k := 0; k < columns; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 2: Dims are read in the wrong order
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	columns, n := X.Dims()
	grad := make([]float64, columns)
	for i := 0; i < n; i++ {
		r := -y[i]
		for k := 0; k < columns; k++ {
			r += theta[k] * X.At(i, k)
		}
		for k := 0; k < columns; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 6, 7, 8: the gradient inside the loop over k of the residual
// said: It looks like this: r is used before it is complete
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := 0; i < n; i++ {
		r := -y[i]
		for k := 0; k < columns; k++ {
			r += theta[k] * X.At(i, k)
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 9: the bias component skipped: k from 1
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for i := 0; i < n; i++ {
		r := -y[i]
		for k := 0; k < columns; k++ {
			r += theta[k] * X.At(i, k)
		}
		for k := 1; k < columns; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 3, 13: appended to a slice that has its length
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	grad := make([]float64, columns)
	for k := 0; k < columns; k++ {
		sum := 0.0
		for i := 0; i < n; i++ {
			r := -y[i]
			for m := 0; m < columns; m++ {
				r += theta[m] * X.At(i, m)
			}
			sum += r * X.At(i, k)
		}
		grad = append(grad, sum/float64(n))
	}
	return grad
}

// line 6: with gonum: Xᵀ forgotten
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	var r, g mat.VecDense
	r.MulVec(X, mat.NewVecDense(columns, theta))
	r.SubVec(&r, mat.NewVecDense(n, y))
	g.MulVec(X, &r)
	g.ScaleVec(1/float64(n), &g)
	return g.RawVector().Data
}

// line 7: with gonum: divided by the columns
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	var r, g mat.VecDense
	r.MulVec(X, mat.NewVecDense(columns, theta))
	r.SubVec(&r, mat.NewVecDense(n, y))
	g.MulVec(X.T(), &r)
	g.ScaleVec(1/float64(columns), &g)
	return g.RawVector().Data
}

// line 7: with gonum: 1/n as whole numbers
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	var r, g mat.VecDense
	r.MulVec(X, mat.NewVecDense(columns, theta))
	r.SubVec(&r, mat.NewVecDense(n, y))
	g.MulVec(X.T(), &r)
	g.ScaleVec(float64(1/n), &g)
	return g.RawVector().Data
}

// line 5: with gonum: the sign of the residual
// said: It looks like this: the residual has the wrong sign
func gradient(X *mat.Dense, y, theta []float64) []float64 {
	n, columns := X.Dims()
	var r, g mat.VecDense
	r.MulVec(X, mat.NewVecDense(columns, theta))
	r.SubVec(mat.NewVecDense(n, y), &r)
	g.MulVec(X.T(), &r)
	g.ScaleVec(1/float64(n), &g)
	return g.RawVector().Data
}
