package answers

// line 5: < for <=, so from 0 nothing begins
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := mat.Dot(X.RowView(i), mat.NewVecDense(len(theta), theta))
		if y[i]*z < 0 {
			for k := range theta {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 9: the bias does not learn
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := 1; k < len(theta); k++ {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 3: z is set to 0 once only
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	z := 0.0
	for i := range y {
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

// line 10: the label is missing
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := range theta {
				theta[k] += X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 6, 8: the label is missing in the question
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if z <= 0 {
			for k := range theta {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 10: minus for plus
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := range theta {
				theta[k] -= y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 10: = for +=
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := range theta {
				theta[k] = y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 11: mistakes++ in the loop over the weights
// said: the weights are counted
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
				mistakes++
			}
		}
	}
	return theta, mistakes
}

// line 13: return inside the loop
// said: it stops at the first mistake
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
			return theta, mistakes
		}
	}
	return theta, mistakes
}

// line 6: the sum with the start, not with the present θ
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += start[k] * X.At(i, k)
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

// line 2: writes into start
// said: start
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = start
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

// line 2: begins at 0 and not at start
// said: the start is forgotten
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = make([]float64, len(start))
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

// line 2: append to a slice that has its length
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append(make([]float64, len(start)), start...)
	for i := range y {
		z := 0.0
		for k := range start {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z <= 0 {
			for k := range start {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 6: two indices swapped
// said: panic
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(k, i)
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

// line 5: the bias is left out of the sum
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := 1; k < len(theta); k++ {
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

// line 6: = for += in the sum
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z = theta[k] * X.At(i, k)
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

// line 8: updates on the right answers
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		if y[i]*z > 0 {
			for k := range theta {
				theta[k] += y[i] * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 8, 9, 10, 11, 14: ŷ is 0 or 1, the labels are not
// said: labels 0/1
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		yhat := 0.0
		if z >= 0 {
			yhat = 1
		}
		if yhat != y[i] {
			for k := range theta {
				theta[k] += (y[i] - yhat) * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 10, 12: y − ŷ is 2, not 1
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
		}
		yhat := 1.0
		if y[i]*z <= 0 {
			yhat = -y[i]
			for k := range theta {
				theta[k] += (y[i] - yhat) * X.At(i, k)
			}
			mistakes++
		}
	}
	return theta, mistakes
}

// line 12: := makes a second mistakes
// said: the mistakes are not counted
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
			mistakes := mistakes + 1
			_ = mistakes
		}
	}
	return theta, mistakes
}

// line 14: all rows counted
// said: all rows are counted
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
		}
		mistakes++
	}
	return theta, mistakes
}

// line 7, 8: the update in the loop of the sum
// said: before the sum is complete
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := range y {
		z := 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
			if y[i]*z <= 0 {
				theta[k] += y[i] * X.At(i, k)
			}
		}
		if y[i]*z <= 0 {
			mistakes++
		}
	}
	return theta, mistakes
}

// line 3: the first row is left out
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for i := 1; i < len(y); i++ {
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

// line 3, 17: passes again until all is right
// said: more than one pass
func onePass(X *mat.Dense, y, start []float64) (theta []float64, mistakes int) {
	theta = append([]float64{}, start...)
	for pass := 0; pass < 20; pass++ {
		before := mistakes
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
		if mistakes == before {
			break
		}
	}
	return theta, mistakes
}
