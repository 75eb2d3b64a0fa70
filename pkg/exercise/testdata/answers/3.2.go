// Wrong answers to exercise 3.2. How such a file is written is said in answers_test.go.
package answers

// line 6: the search begins at 0, 0
// said: Begin with the first row
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		least, most := 0.0, 0.0
		for i := range n {
			least, most = min(least, train.At(i, k)), max(most, train.At(i, k))
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

// line 8: hi − lo without brackets
// said: Write lo + (hi − lo)·u
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		col := mat.Col(nil, k, train)
		a, b := slices.Min(col), slices.Max(col)
		for i := range m {
			Z.Set(i, k, lo+hi-lo*(X.At(i, k)-a)/(b-a))
		}
	}
	return Z
}

// line 5: minimum and maximum of X
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		col := mat.Col(nil, k, X)
		a, b := slices.Min(col), slices.Max(col)
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-a)/(b-a))
		}
	}
	return Z
}

// line 8: lo is not added
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		col := mat.Col(nil, k, train)
		a, b := slices.Min(col), slices.Max(col)
		for i := range m {
			Z.Set(i, k, (hi-lo)*(X.At(i, k)-a)/(b-a))
		}
	}
	return Z
}

// line 8: divided by the maximum alone
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		col := mat.Col(nil, k, train)
		a, b := slices.Min(col), slices.Max(col)
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-a)/b)
		}
	}
	return Z
}

// line 5: one minimum and maximum for all columns
// said: Every column has its own
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		a, b := mat.Min(train), mat.Max(train)
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-a)/(b-a))
		}
	}
	return Z
}

// line 9: the formula for [−1, 1] from the table of the slide
// said: 2u − 1 is for one interval only
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	m, p := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		col := mat.Col(nil, k, train)
		a, b := slices.Min(col), slices.Max(col)
		for i := range m {
			u := (X.At(i, k) - a) / (b - a)
			Z.Set(i, k, 2*u-1)
		}
	}
	return Z
}

// line 11: most is set when it is smaller, so it stays what it was
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		least, most := train.At(0, k), train.At(0, k)
		for i := range n {
			v := train.At(i, k)
			if v < least {
				least = v
			} else if v < most {
				most = v
			}
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

// line 7: the search begins at row 0 of column 0 for every column
// said: The search in column k begins at train.At(0, k)
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	for k := range p {
		// begin with the first row
		least, most := train.At(0, 0), train.At(0, 0)
		for i := range n {
			least, most = min(least, train.At(i, k)), max(most, train.At(i, k))
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}

// line 5: least and most are declared outside of the loop over the columns
// said: Declare least and most inside the loop over k
func normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	n, p := train.Dims()
	m, _ := X.Dims()
	Z := mat.NewDense(m, p, nil)
	least, most := train.At(0, 0), train.At(0, 0)
	for k := range p {
		for i := range n {
			least = math.Min(least, train.At(i, k))
			most = math.Max(most, train.At(i, k))
		}
		for i := range m {
			Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least))
		}
	}
	return Z
}
