// Wrong answers to exercise 2.4. How such a file is written is said in answers_test.go.
package answers

// line 4, 16: the gradient is added up over the steps, never set back
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	grad := make([]float64, columns)
	for t := 0; t < steps; t++ {
		for i := 0; i < n; i++ {
			r := -y[i]
			for k := range theta {
				r += theta[k] * X.At(i, k)
			}
			for k := range grad {
				grad[k] += r * X.At(i, k) / float64(n)
			}
		}
		for k := range theta {
			theta[k] -= alpha * grad[k]
		}
	}
	return theta
}

// line 18: returns after the first step
// said: It looks like this: only one step
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for t := 0; t < steps; t++ {
		grad := make([]float64, columns)
		for i := 0; i < n; i++ {
			r := -y[i]
			for k := range theta {
				r += theta[k] * X.At(i, k)
			}
			for k := range grad {
				grad[k] += r * X.At(i, k) / float64(n)
			}
		}
		for k := range theta {
			theta[k] -= alpha * grad[k]
		}
		return theta
	}
	return theta
}

// line 4: one step too many (t <= steps)
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for t := 0; t <= steps; t++ {
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

// line 5: theta made anew in each step
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
		theta = make([]float64, columns)
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

// line 10: theta = minus alpha grad, the old one lost
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
		var r, grad mat.VecDense
		r.MulVec(X, mat.NewVecDense(columns, theta))
		r.SubVec(&r, mat.NewVecDense(n, y))
		grad.MulVec(X.T(), &r)
		for k := range theta {
			theta[k] = -alpha * grad.AtVec(k) / float64(n)
		}
	}
	return theta
}

// line 6, 7: minus y forgotten
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range steps {
		var r, grad mat.VecDense
		r.MulVec(X, mat.NewVecDense(columns, theta))
		grad.MulVec(X.T(), &r)
		for k := range theta {
			theta[k] -= alpha * grad.AtVec(k) / float64(n)
		}
	}
	return theta
}

// line 4, 5: starts at ones
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for k := range theta {
		theta[k] = 1
	}
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

// line 4: loop over columns, not steps
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for range columns {
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

// line 4: stops when the loss is small, an endless loop otherwise
// said: No line changes t
func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {
	n, columns := X.Dims()
	theta := make([]float64, columns)
	for t := 0; t < steps; {
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
