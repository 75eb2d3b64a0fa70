package forms

func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	withOnes := mat.NewDense(n, p+1, nil)
	for i := range n {
		withOnes.SetRow(i, append([]float64{1}, X.RawRowView(i)...))
	}
	var A mat.Dense
	A.Mul(withOnes, theta.T())
	A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A)
	return &A
}

func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	out, _ := theta.Dims()
	A := mat.NewDense(n, out, nil)
	for i := range n {
		for j := range out {
			z := theta.At(j, 0)
			for k := range p {
				z += X.At(i, k) * theta.At(j, k+1)
			}
			A.Set(i, j, math.Tanh(z))
		}
	}
	return A
}

func batchLayer(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := 0; i < n; i++ {
		ones.Set(i, 0, 1)
		for k := 0; k < p; k++ {
			ones.Set(i, k+1, X.At(i, k))
		}
	}
	var Z mat.Dense
	Z.Mul(ones, theta.T())
	rows, columns := Z.Dims()
	for i := 0; i < rows; i++ {
		for j := 0; j < columns; j++ {
			Z.Set(i, j, math.Tanh(Z.At(i, j)))
		}
	}
	return &Z
}
