package forms

func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	h, _ := theta0.Dims()
	m, units := theta1.Dims()
	a0 := mat.NewVecDense(len(x)+1, append([]float64{1}, x...))
	var z1, z2, back mat.VecDense
	z1.MulVec(theta0, a0)
	a1 := mat.NewVecDense(units, nil)
	a1.SetVec(0, 1)
	for k := range h {
		a1.SetVec(k+1, math.Tanh(z1.AtVec(k)))
	}
	z2.MulVec(theta1, a1)
	delta2 := mat.NewVecDense(m, nil)
	for j := range m {
		yhat := 1 / (1 + math.Exp(-z2.AtVec(j)))
		delta2.SetVec(j, (yhat-y[j])*yhat*(1-yhat))
	}
	back.MulVec(theta1.T(), delta2)
	delta1 := mat.NewVecDense(h, nil)
	for k := range h {
		a := a1.AtVec(k + 1)
		delta1.SetVec(k, back.AtVec(k+1)*(1-a*a))
	}
	grad0 = mat.NewDense(h, len(x)+1, nil)
	grad0.Outer(1, delta1, a0)
	grad1 = mat.NewDense(m, units, nil)
	grad1.Outer(1, delta2, a1)
	return grad0, grad1
}

func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	hidden, inputs := theta0.Dims()
	outputs, units := theta1.Dims()
	a0 := append([]float64{1}, x...)
	a1 := []float64{1}
	for k := range hidden {
		z := 0.0
		for i := range inputs {
			z += theta0.At(k, i) * a0[i]
		}
		a1 = append(a1, math.Tanh(z))
	}
	delta2 := make([]float64, outputs)
	grad1 = mat.NewDense(outputs, units, nil)
	for j := range outputs {
		z := 0.0
		for k := range units {
			z += theta1.At(j, k) * a1[k]
		}
		yhat := 1 / (1 + math.Exp(-z))
		delta2[j] = (yhat - y[j]) * yhat * (1 - yhat)
		for k := range units {
			grad1.Set(j, k, delta2[j]*a1[k])
		}
	}
	grad0 = mat.NewDense(hidden, inputs, nil)
	for k := range hidden {
		sum := 0.0
		for j := range outputs {
			sum += theta1.At(j, k+1) * delta2[j]
		}
		delta1 := sum * (1 - a1[k+1]*a1[k+1])
		for i := range inputs {
			grad0.Set(k, i, delta1*a0[i])
		}
	}
	return grad0, grad1
}

func backward(theta0, theta1 *mat.Dense, x, y []float64) (grad0, grad1 *mat.Dense) {
	hidden, p := theta0.Dims()
	outputs, _ := theta1.Dims()
	a := make([]float64, hidden)
	for k := 0; k < hidden; k++ {
		z := theta0.At(k, 0)
		for i := 1; i < p; i++ {
			z = z + theta0.At(k, i)*x[i-1]
		}
		a[k] = math.Tanh(z)
	}
	delta := make([]float64, outputs)
	for j := 0; j < outputs; j++ {
		z := theta1.At(j, 0)
		for k := 0; k < hidden; k++ {
			z = z + theta1.At(j, k+1)*a[k]
		}
		yhat := 1 / (1 + math.Exp(-z))
		delta[j] = (yhat - y[j]) * yhat * (1 - yhat)
	}
	grad1 = mat.NewDense(outputs, hidden+1, nil)
	for j := 0; j < outputs; j++ {
		grad1.Set(j, 0, delta[j])
		for k := 0; k < hidden; k++ {
			grad1.Set(j, k+1, delta[j]*a[k])
		}
	}
	grad0 = mat.NewDense(hidden, p, nil)
	for k := 0; k < hidden; k++ {
		below := 0.0
		for j := 0; j < outputs; j++ {
			below = below + theta1.At(j, k+1)*delta[j]
		}
		below = below * (1 - a[k]*a[k])
		grad0.Set(k, 0, below)
		for i := 1; i < p; i++ {
			grad0.Set(k, i, below*x[i-1])
		}
	}
	return grad0, grad1
}
