// Wrong answers to exercise 3.1. How such a file is written is said in answers_test.go.
package answers

// line 12: σ² for σ, the root is forgotten
// said: Take the root
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mu, v := stat.PopMeanVariance(mat.Col(nil, k, train), nil)
		if n == 0 {
			continue
		}
		for i := range m {
			x := X.At(i, k)
			Z.Set(i, k, (x-mu)/v)
		}
	}
	return Z
}

// line 14: n − 1 for n
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k) / float64(n)
		}
		for i := range n {
			d := train.At(i, k) - mu
			s += d * d
		}
		s = math.Sqrt(s / float64(n-1))
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 5, 7, 11: s and mu are not set back to 0 for the next column
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	var mu, s float64
	for k := range p {
		for i := range n {
			mu += train.At(i, k)
		}
		mu /= float64(n)
		for i := range n {
			s += (train.At(i, k) - mu) * (train.At(i, k) - mu)
		}
		s = math.Sqrt(s / float64(n))
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 8, 9: mean and standard deviation of X, not of train
func standardise(train, X *mat.Dense) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	var col []float64
	var mu, s float64
	for k := range p {
		// scale each column
		col = mat.Col(nil, k, X)
		mu, s = stat.Mean(col, nil), stat.PopStdDev(col, nil)
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 7: stat.StdDev divides by n − 1
// said: n−1 in place of n
func standardise(train, X *mat.Dense) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := 0; k < p; k++ {
		col := mat.Col(nil, k, train)
		mu := stat.Mean(col, nil)
		s := stat.StdDev(col, nil)
		for i := 0; i < m; i++ {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 3, 14: the rows of train are counted, and X has others
// said: The result has the rows of X
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	Z := mat.NewDense(n, p, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k)
		}
		mu = mu / float64(n)
		for i := range n {
			s += math.Pow(train.At(i, k)-mu, 2)
		}
		s = math.Sqrt(s / float64(n))
		for i := range n {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 8: the sum is not divided by n, so mu is n times the mean
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k)
		}
		for i := range n {
			s += (train.At(i, k) - mu) * (train.At(i, k) - mu)
		}
		s = math.Sqrt(s / float64(n))
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
	}
	return Z
}

// line 16: i and k swapped in Set
// said: Rows stay rows
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(p, m, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k) / float64(n)
		}
		for i := range n {
			s += (train.At(i, k) - mu) * (train.At(i, k) - mu) / float64(n)
		}
		s = math.Sqrt(s)
		for i := range m {
			z := (X.At(i, k) - mu) / s
			Z.Set(k, i, z)
		}
	}
	return Z
}

// line 15: brackets forgotten
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k) / float64(n)
		}
		for i := range n {
			s += (train.At(i, k) - mu) * (train.At(i, k) - mu) / float64(n)
		}
		s = math.Sqrt(s)
		for i := range m {
			Z.Set(i, k, X.At(i, k)-mu/s)
		}
	}
	return Z
}

// line 17: return inside the loop over the columns
// said: is the return inside the loop
func standardise(train, X *mat.Dense) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		mu, s := 0.0, 0.0
		for i := range n {
			mu += train.At(i, k) / float64(n)
		}
		for i := range n {
			s += (train.At(i, k) - mu) * (train.At(i, k) - mu) / float64(n)
		}
		s = math.Sqrt(s)
		for i := range m {
			Z.Set(i, k, (X.At(i, k)-mu)/s)
		}
		return Z
	}
	return Z
}
