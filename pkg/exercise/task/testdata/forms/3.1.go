package forms

func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		column := mat.Col(nil, k, train)
		mean := floats.Sum(column) / float64(n)
		floats.AddConst(-mean, column)
		sigma := floats.Norm(column, 2) / math.Sqrt(float64(n))
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mean)/sigma)
		}
	}
	return Z
}

func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mean, variance := 0.0, 0.0
		for i := range n {
			mean += train.At(i, k) / float64(n)
		}
		for i := range n {
			d := train.At(i, k) - mean
			variance += d * d / float64(n)
		}
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mean)/math.Sqrt(variance))
		}
	}
	return Z
}

func standardise(train, X *mat.Dense) *mat.Dense {
	rows, columns := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, columns, nil)
	for k := 0; k < columns; k++ {
		sum := 0.0
		for i := 0; i < rows; i++ {
			sum = sum + train.At(i, k)
		}
		mu := sum / float64(rows)
		squares := 0.0
		for i := 0; i < rows; i++ {
			squares = squares + math.Pow(train.At(i, k)-mu, 2)
		}
		sigma := math.Sqrt(squares / float64(rows))
		for i := 0; i < m; i++ {
			z := (X.At(i, k) - mu) / sigma
			Z.Set(i, k, z)
		}
	}
	return Z
}
