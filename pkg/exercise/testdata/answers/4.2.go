// Wrong answers to exercise 4.2. How such a file is written is said in answers_test.go.
package answers

// line 7: 1/λ_max
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 1 / slices.Max(eigen.Values(nil))
}

// line 3: 1/n is forgotten
// said: XᵀX without 1/n
func alphaLimit(X *mat.Dense) float64 {
	var H mat.SymDense
	H.SymOuterK(1, X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 2 / slices.Max(eigen.Values(nil))
}

// line 7, 8: the smallest eigenvalue, because the first was taken for the largest
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	lambda := eigen.Values(nil)
	return 2 / lambda[0]
}

// line 4: XXᵀ for XᵀX and the 1/n kept
// said: divided by the number of columns
func alphaLimit(X *mat.Dense) float64 {
	_, columns := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(columns), X)
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 2 / slices.Max(eigen.Values(nil))
}

// line 4: 1/n as whole numbers is 0
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(float64(1/n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 2 / slices.Max(eigen.Values(nil))
}

// line 8: the best α for the limit
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	v := eigen.Values(nil)
	return 2 / (v[0] + v[len(v)-1])
}

// line 9: singular values of X are not squared
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var svd mat.SVD
	if !svd.Factorize(X, mat.SVDNone) {
		panic("no")
	}
	s := svd.Values(nil)
	biggest := s[0]
	return 2 / (biggest / float64(n))
}

// line 4: the largest entry of the diagonal for the largest eigenvalue
// said: the largest diagonal entry
func alphaLimit(X *mat.Dense) float64 {
	n, p := X.Dims()
	var H mat.Dense
	H.Mul(X.T(), X)
	most := 0.0
	for k := range p {
		most = max(most, H.At(k, k)/float64(n))
	}
	return 2 / most
}

// line 7: the second eigenvalue is taken for the last, which is right for two columns only
// said: the largest is the last of p+1
func alphaLimit(X *mat.Dense) float64 {
	n, _ := X.Dims()
	var H mat.SymDense
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 2 / eigen.Values(nil)[1]
}

// line 3: divided by the number of columns
// said: The mean runs over the n points
func alphaLimit(X *mat.Dense) float64 {
	var H mat.SymDense
	_, n := X.Dims()
	H.SymOuterK(1/float64(n), X.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return 2 / slices.Max(eigen.Values(nil))
}
