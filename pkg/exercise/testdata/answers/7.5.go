// Wrong answers to exercise 7.5. How such a file is written is said in answers_test.go.
package answers

// line 7: the slope of the sigmoid forgotten
// said: It looks like this: g′ of the output is forgotten
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = yhat[j] - y[j]
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 17: tanh applied once more
// said: It looks like this: g′(a) for g′(z)
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - math.Pow(math.Tanh(a1[k+1]), 2))
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 17: z for a in the slope
// said: It looks like this: 1 − z² for 1 − a²
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - z1[k]*z1[k])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 15: only the last output, = for +=
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum = theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 15: column k, with the biases
// said: It looks like this: column 0 of θ⁽¹⁾ leads back
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 22: the two gradients swapped
// said: It looks like this: the two gradients are swapped
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad1, grad0
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 15, 17, 19: the slope of the hidden layer forgotten
// said: It looks like this: g′ of the hidden layer is forgotten
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 8: the loop begins at 1, so the biases of θ⁽¹⁾ have no gradient
// said: It looks like this: the biases of θ⁽¹⁾ have no gradient
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := 1; k < len(a1); k++ {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 7: y − ŷ
// said: It looks like this: y − ŷ for ŷ − y
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (y[j] - yhat[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line 15: θ⁽¹⁾ has moved before δ⁽¹⁾
// said: first all δ, then all θ
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += (theta1.At(j, k+1) - grad1.At(j, k+1)) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, math.Tanh(z))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}

// line -: the sigmoid in the hidden layer, in forward
// said: the hidden layer has tanh
func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	a0, a1, z1, yhat := forward(theta0, theta1, x)
	grad0 = mat.NewDense(len(z1), len(a0), nil)
	grad1 = mat.NewDense(len(y), len(a1), nil)
	delta2 := make([]float64, len(y))
	for j := range y {
		delta2[j] = (yhat[j] - y[j]) * yhat[j] * (1 - yhat[j])
		for k := range a1 {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	for k := range z1 {
		sum := 0.0
		for j := range y {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range a0 {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func forward(theta0, theta1 *mat.Dense, x []float64) (a0, a1, z1, yhat []float64) {
	a0 = append([]float64{1}, x...)
	a1 = []float64{1}
	h, _ := theta0.Dims()
	for k := 0; k < h; k++ {
		z := 0.0
		for i := range a0 {
			z += theta0.At(k, i) * a0[i]
		}
		z1 = append(z1, z)
		a1 = append(a1, 1/(1+math.Exp(-z)))
	}
	m, _ := theta1.Dims()
	for j := 0; j < m; j++ {
		z := 0.0
		for k := range a1 {
			z += theta1.At(j, k) * a1[k]
		}
		yhat = append(yhat, 1/(1+math.Exp(-z)))
	}
	return
}
