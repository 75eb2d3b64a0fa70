package ch06

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// bug holds what a colleague has written. Each has one wrong line.
type bug struct{}

// hiddenLayer returns the bias unit 1 and then tanh(z_j) of each neuron, z = θ a.
func (bug) hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, _ := theta.Dims()
	next := []float64{1}
	for j := range rows {
		z := 0.0
		for k := range rows {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}
