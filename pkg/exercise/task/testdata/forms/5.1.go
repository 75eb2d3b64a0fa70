package forms

func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = slices.Clone(start)
	for i, label := range y {
		x := X.RawRowView(i)
		if label*floats.Dot(theta, x) <= 0 {
			floats.AddScaled(theta, label, x)
			mistakes++
		}
	}
	return theta, mistakes
}

func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := range theta {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	n, m := X.Dims()
	weights := make([]float64, m)
	for k := 0; k < m; k++ {
		weights[k] = start[k]
	}
	count := 0
	for i := 0; i < n; i++ {
		z := 0.0
		for k := 0; k < m; k++ {
			z = z + weights[k]*X.At(i, k)
		}
		wrong := false
		if y[i] > 0 && z <= 0 {
			wrong = true
		}
		if y[i] < 0 && z >= 0 {
			wrong = true
		}
		if wrong {
			count = count + 1
			for k := 0; k < m; k++ {
				weights[k] = weights[k] + y[i]*X.At(i, k)
			}
		}
	}
	return weights, count
}
