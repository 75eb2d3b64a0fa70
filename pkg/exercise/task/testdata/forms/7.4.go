package forms

func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	rows, columns := theta.Dims()
	var back mat.VecDense
	back.MulVec(theta.Slice(0, rows, 1, columns).T(), mat.NewVecDense(rows, delta))
	below := make([]float64, columns-1)
	for k := range below {
		below[k] = back.AtVec(k) * (1 - a[k+1]*a[k+1])
	}
	return below
}

func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	below := make([]float64, len(a)-1)
	for k := range below {
		sum := 0.0
		for j := range delta {
			sum += theta.At(j, k+1) * delta[j]
		}
		below[k] = sum * (1 - a[k+1]*a[k+1])
	}
	return below
}

func deltaBelow(theta *mat.Dense, delta, a []float64) []float64 {
	var below []float64
	for k := 1; k < len(a); k++ {
		sum := 0.0
		for j := 0; j < len(delta); j++ {
			sum = sum + theta.At(j, k)*delta[j]
		}
		slope := 1 - math.Pow(a[k], 2)
		below = append(below, sum*slope)
	}
	return below
}
