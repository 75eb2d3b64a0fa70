// Wrong answers to exercise 6.3. How such a file is written is said in answers_test.go.
package answers

// line 3: no bias unit for the inputs: dimension mismatch
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x), x))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, 1/(1+math.Exp(-z2.AtVec(j))))
	}
	return yhat
}

// line 11: exp(z) for exp(−z)
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, 1/(1+math.Exp(z2.AtVec(j))))
	}
	return yhat
}

// line 11: bracket: 1/1+exp(−z)
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, 1/1+math.Exp(-z2.AtVec(j)))
	}
	return yhat
}

// line 6: sigmoid in both layers
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, sigmoid(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, sigmoid(z2.AtVec(j)))
	}
	return yhat
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// line 4, 15: the bias unit of the hidden layer is 0
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	in := append([]float64{1}, x...)
	rows, cols := theta0.Dims()
	a := make([]float64, rows+1)
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < cols; k++ {
			z += theta0.At(j, k) * in[k]
		}
		a[j+1] = math.Tanh(z)
	}
	out, hidden := theta1.Dims()
	y := make([]float64, out)
	for j := 0; j < out; j++ {
		z := 0.0
		for k := 0; k < hidden; k++ {
			z += theta1.At(j, k) * a[k]
		}
		y[j] = 1 / (1 + math.Exp(-z))
	}
	return y
}

// line 18: theta0 used twice (index out of range or wrong)
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	in := append([]float64{1}, x...)
	rows, cols := theta0.Dims()
	a := make([]float64, rows+1)
	a[0] = 1
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < cols; k++ {
			z += theta0.At(j, k) * in[k]
		}
		a[j+1] = math.Tanh(z)
	}
	out, hidden := theta1.Dims()
	y := make([]float64, out)
	for j := 0; j < out; j++ {
		z := 0.0
		for k := 0; k < hidden; k++ {
			z += theta0.At(j, k) * a[k]
		}
		y[j] = 1 / (1 + math.Exp(-z))
	}
	return y
}

// line 9: a bias unit on the output
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{1}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, 1/(1+math.Exp(-z2.AtVec(j))))
	}
	return yhat
}

// line 6: tanh forgotten in the hidden layer
func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := 0; j < z1.Len(); j++ {
		a = append(a, z1.AtVec(j))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := []float64{}
	for j := 0; j < z2.Len(); j++ {
		yhat = append(yhat, 1/(1+math.Exp(-z2.AtVec(j))))
	}
	return yhat
}
