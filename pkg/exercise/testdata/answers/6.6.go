// Wrong answers to exercise 6.6. How such a file is written is said in answers_test.go.
package answers

// line 3: the whole theta1, bias column too: dimension mismatch
// said: here theta is empty, theta1 is 2×3
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	var theta mat.Dense
	theta.Mul(theta1, theta0)
	return &theta
}

// line 4: the order of the product swapped
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta0, theta1.Slice(0, m, 1, columns))
	return &theta
}

// line 5: the bias of theta1 forgotten
// said: It looks like this: the biases of theta1 are lost
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 1, columns), theta0)
	return &theta
}

// line 6: the bias replaces column 0
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 1, columns), theta0)
	for j := 0; j < m; j++ {
		theta.Set(j, 0, theta1.At(j, 0))
	}
	return &theta
}

// line 4: the last column dropped, not the first
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 0, columns-1), theta0)
	for j := 0; j < m; j++ {
		theta.Set(j, 0, theta.At(j, 0)+theta1.At(j, 0))
	}
	return &theta
}

// line 7, 8: the bias added in every column
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, columns := theta1.Dims()
	var theta mat.Dense
	theta.Mul(theta1.Slice(0, m, 1, columns), theta0)
	_, p := theta.Dims()
	for j := 0; j < m; j++ {
		for k := 0; k < p; k++ {
			theta.Set(j, k, theta.At(j, k)+theta1.At(j, 0))
		}
	}
	return &theta
}

// line 8, 9: in loops, the index of theta1 not shifted
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, _ := theta1.Dims()
	h, p := theta0.Dims()
	theta := mat.NewDense(m, p, nil)
	for i := 0; i < m; i++ {
		for k := 0; k < p; k++ {
			s := 0.0
			for j := 0; j < h; j++ {
				s += theta1.At(i, j) * theta0.At(j, k)
			}
			theta.Set(i, k, s)
		}
		theta.Set(i, 0, theta.At(i, 0)+theta1.At(i, 0))
	}
	return theta
}

// line 5, 7: in loops, the sum not set back
func collapse(theta0, theta1 *mat.Dense) *mat.Dense {
	m, _ := theta1.Dims()
	h, p := theta0.Dims()
	theta := mat.NewDense(m, p, nil)
	s := 0.0
	for i := 0; i < m; i++ {
		for k := 0; k < p; k++ {
			for j := 0; j < h; j++ {
				s += theta1.At(i, j+1) * theta0.At(j, k)
			}
			theta.Set(i, k, s)
		}
		theta.Set(i, 0, theta.At(i, 0)+theta1.At(i, 0))
	}
	return theta
}
