// Wrong answers to exercise 6.2. How such a file is written is said in answers_test.go.
package answers

// line 3, 9, 11: no bias unit in the result
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := make([]float64, rows)
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z += theta.At(j, k) * a[k]
		}
		next[j] = math.Tanh(z)
	}
	return next
}

// line 3, 10: next has its length already when appended to
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := make([]float64, rows+1)
	next[0] = 1
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// line 10: the neuron overwrites the bias unit: next[j] for next[j+1]
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := make([]float64, rows+1)
	next[0] = 1
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z += theta.At(j, k) * a[k]
		}
		next[j] = math.Tanh(z)
	}
	return next
}

// line 4: z not set back to 0 for each neuron
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	z := 0.0
	for j := 0; j < rows; j++ {
		for k := 0; k < columns; k++ {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// line 7: θᵀ: indices swapped
// said: It looks like this: θᵀ in place of θ
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z += theta.At(k, j) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// line 7, 9: tanh of each product
// said: It looks like this: g is applied in every round of the sum
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z = math.Tanh(z + theta.At(j, k)*a[k])
		}
		next = append(next, z)
	}
	return next
}

// line 6: the bias column left out: k from 1
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 1; k < columns; k++ {
			z += theta.At(j, k) * a[k]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// line 7: a[j] for a[k]
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := 0; j < rows; j++ {
		z := 0.0
		for k := 0; k < columns; k++ {
			z += theta.At(j, k) * a[j]
		}
		next = append(next, math.Tanh(z))
	}
	return next
}

// line 4, 8: the bias unit is put at the end
func hiddenLayer(theta *mat.Dense, a []float64) []float64 {
	var z mat.VecDense
	z.MulVec(theta, mat.NewVecDense(len(a), a))
	next := []float64{}
	for j := 0; j < z.Len(); j++ {
		next = append(next, math.Tanh(z.AtVec(j)))
	}
	return append(next, 1)
}
