package forms

func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	if !eigen.Factorize(&H, false) {
		panic("no eigenvalues")
	}
	values := eigen.Values(nil)
	return 2 / values[len(values)-1]
}

func alphaLimit(X *mat.Dense) float64 {
	n, m := X.Dims()
	H := mat.NewSymDense(m, nil)
	for j := range m {
		for k := range m {
			sum := 0.0
			for i := range n {
				sum += X.At(i, j) * X.At(i, k)
			}
			H.SetSym(j, k, sum/float64(n))
		}
	}
	var eigen mat.EigenSym
	eigen.Factorize(H, false)
	return 2 / eigen.Values(nil)[m-1]
}

func alphaLimit(X *mat.Dense) float64 {
	rows, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1, X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	largest := 0.0
	for _, lambda := range eigen.Values(nil) {
		if lambda > largest {
			largest = lambda
		}
	}
	return 2 * float64(rows) / largest
}
