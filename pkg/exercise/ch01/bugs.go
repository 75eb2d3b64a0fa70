package ch01

import "gonum.org/v1/gonum/mat"

// bug holds what a colleague has written. Each has one wrong line.
type bug struct{}

// normalEquation returns the θ that solves XᵀX θ = Xᵀy.
func (bug) normalEquation(X *mat.Dense, y []float64) []float64 {
	_, columns := X.Dims()
	XtX := mat.NewDense(columns, columns, nil)
	Xty := mat.NewVecDense(columns, nil)
	for i := range columns {
		for j := range columns {
			Xty.SetVec(j, Xty.AtVec(j)+X.At(i, j)*y[i])
			for k := range columns {
				XtX.Set(j, k, XtX.At(j, k)+X.At(i, j)*X.At(i, k))
			}
		}
	}
	var theta mat.VecDense
	if err := theta.SolveVec(XtX, Xty); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}
