// Wrong answers to exercise 6.4. How such a file is written is said in answers_test.go.
package answers

// line 3: no ones column: panics
// said: here A is empty, X is 2×1
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	var A mat.Dense
	A.Mul(X, theta.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// line 11: θ X in place of X θᵀ: panics
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, 0, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, X.At(i, k))
		}
	}
	var A mat.Dense
	A.Mul(theta, ones)
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// line 11, 13: the result is transposed
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, 0, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, X.At(i, k))
		}
	}
	var A mat.Dense
	A.Mul(theta, ones.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// line 5, 7: the ones stand in the last column
// said: It looks like this: the ones stand in the last column
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, p, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k, X.At(i, k))
		}
	}
	var A mat.Dense
	A.Mul(ones, theta.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// line -: the ones are forgotten, column 0 stays 0
// said: It looks like this: no bias unit
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, X.At(i, k))
		}
	}
	var A mat.Dense
	A.Mul(ones, theta.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

// line 11, 12: tanh forgotten
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, 0, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, X.At(i, k))
		}
	}
	var A mat.Dense
	A.Mul(ones, theta.T())
	return &A
}

// line 7: Apply on the input of the layer, not on z
// said: It looks like this: g bends the inputs
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, 0, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, math.Tanh(X.At(i, k)))
		}
	}
	var A mat.Dense
	A.Mul(ones, theta.T())
	return &A
}

// line 7: in loops, the bias multiplied by the first input
func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	out, _ := theta.Dims()
	A := mat.NewDense(n, out, nil)
	for i := 0; i < n; i++ {
		for j := 0; j < out; j++ {
			z := theta.At(j, 0) * X.At(i, 0)
			for k := 0; k < p; k++ {
				z += theta.At(j, k+1) * X.At(i, k)
			}
			A.Set(i, j, math.Tanh(z))
		}
	}
	return A
}
