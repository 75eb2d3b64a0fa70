package ch03

import "gonum.org/v1/gonum/mat"

// stub holds what a learner finds in the cells of chapter 03.
type stub struct{}

// standardise returns (x_ik − μ_k)/σ_k for every row of X, m×p, as a new matrix. μ_k and σ_k
// are mean and standard deviation (the 1/n kind) of column k of train, n×p.
func (stub) standardise(train, X *mat.Dense) *mat.Dense {
	// your code here: n, p := train.Dims() gives the shape, mat.NewDense(m, p, nil) makes a
	// matrix, X.At(i, k) reads it and Z.Set(i, k, v) writes it.
	return nil
}

// normalise brings column k of train, n×p, to the interval [lo, hi] and returns what becomes
// of the rows of X, m×p, as a new matrix: the smallest value of the column in train becomes
// lo, the largest hi.
func (stub) normalise(train, X *mat.Dense, lo, hi float64) *mat.Dense {
	// your code here
	return nil
}

// unscale takes θ_0 … θ_p of a line that was fitted to standardised features and returns the
// θ_0 … θ_p of the same line for the features themselves. mean and sigma hold μ_1 … μ_p and
// σ_1 … σ_p, so mean[0] belongs to theta[1].
func (stub) unscale(theta, mean, sigma []float64) []float64 {
	// your code here
	return nil
}
