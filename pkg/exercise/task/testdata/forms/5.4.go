package forms

func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	gamma = math.Inf(1)
	size := floats.Norm(theta, 2)
	for i, label := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, label*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := 0.0
	for _, t := range theta {
		size += t * t
	}
	gamma = math.Inf(1)
	for i := range y {
		z, square := 0.0, 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
			square += X.At(i, k) * X.At(i, k)
		}
		R = max(R, math.Sqrt(square))
		gamma = min(gamma, y[i]*z/math.Sqrt(size))
	}
	return R, gamma
}

func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	n, m := X.Dims()
	norm := 0.0
	for k := 0; k < m; k++ {
		norm = norm + math.Pow(theta[k], 2)
	}
	norm = math.Sqrt(norm)
	longest := 0.0
	nearest := 0.0
	for i := 0; i < n; i++ {
		z := 0.0
		length := 0.0
		for k := 0; k < m; k++ {
			z = z + theta[k]*X.At(i, k)
			length = length + math.Pow(X.At(i, k), 2)
		}
		length = math.Sqrt(length)
		if length > longest {
			longest = length
		}
		distance := y[i] * z / norm
		if i == 0 || distance < nearest {
			nearest = distance
		}
	}
	return longest, nearest
}
