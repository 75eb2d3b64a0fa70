package forms

func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	_, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		column := mat.Col(nil, k, train)
		least, most := floats.Min(column), floats.Max(column)
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		least, most := train.At(0, k), train.At(0, k)
		for i := range n {
			least, most = min(least, train.At(i, k)), max(most, train.At(i, k))
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	rows, columns := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, columns, nil)
	for k := 0; k < columns; k++ {
		smallest := train.At(0, k)
		largest := train.At(0, k)
		for i := 1; i < rows; i++ {
			if train.At(i, k) < smallest {
				smallest = train.At(i, k)
			}
			if train.At(i, k) > largest {
				largest = train.At(i, k)
			}
		}
		width := largest - smallest
		for i := 0; i < m; i++ {
			part := (X.At(i, k) - smallest) / width
			Z.Set(i, k, lo+part*(hi-lo))
		}
	}
	return Z
}
