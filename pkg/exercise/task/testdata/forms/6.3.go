package forms

func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	var z1, z2 mat.VecDense
	z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...)))
	a := []float64{1}
	for j := range z1.Len() {
		a = append(a, math.Tanh(z1.AtVec(j)))
	}
	z2.MulVec(theta1, mat.NewVecDense(len(a), a))
	yhat := make([]float64, z2.Len())
	for j := range yhat {
		yhat[j] = 1 / (1 + math.Exp(-z2.AtVec(j)))
	}
	return yhat
}

func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	hidden, columns := theta0.Dims()
	a := []float64{1}
	for j := range hidden {
		z := theta0.At(j, 0)
		for k := 1; k < columns; k++ {
			z += theta0.At(j, k) * x[k-1]
		}
		a = append(a, math.Tanh(z))
	}
	out, _ := theta1.Dims()
	var yhat []float64
	for j := range out {
		z := 0.0
		for k := range a {
			z += theta1.At(j, k) * a[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return yhat
}

func forwardPass(theta0, theta1 *mat.Dense, x []float64) []float64 {
	input := append([]float64{1}, x...)
	rows0, cols0 := theta0.Dims()
	a := make([]float64, rows0+1)
	a[0] = 1
	for j := 0; j < rows0; j++ {
		sum := 0.0
		for k := 0; k < cols0; k++ {
			sum = sum + theta0.At(j, k)*input[k]
		}
		a[j+1] = math.Tanh(sum)
	}
	rows1, cols1 := theta1.Dims()
	y := make([]float64, rows1)
	for j := 0; j < rows1; j++ {
		sum := 0.0
		for k := 0; k < cols1; k++ {
			sum = sum + theta1.At(j, k)*a[k]
		}
		y[j] = 1 / (1 + math.Exp(-sum))
	}
	return y
}
