// Wrong answers to exercise 8.3. How such a file is written is said in answers_test.go.
package answers

// line 2, 10: /n for /B
// said: It looks like this: /n for /B
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	n, p := X.Dims()
	grad := make([]float64, p)
	for _, i := range rows {
		r := -y[i]
		for k := 0; k < p; k++ {
			r += theta[k] * X.At(i, k)
		}
		for k := 0; k < p; k++ {
			grad[k] += r * X.At(i, k) / float64(n)
		}
	}
	return grad
}

// line 6: never divided
// said: It looks like this: the sum, not the mean
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k)
		}
	}
	return grad
}

// line 4: the index for the row
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	B := float64(len(rows))
	for i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) / B
		}
	}
	return grad
}

// line 3: all rows, the batch is not looked at
// said: It looks like this: the full gradient
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for i := range y {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(y))
		}
	}
	return grad
}

// line 6: = for +=
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] = r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 8: return inside the loop
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
		return grad
	}
	return grad
}

// line 6: r·1/B of whole numbers
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) * float64(1/len(rows))
		}
	}
	return grad
}

// line 4: y − h
// said: It looks like this: the residual is the wrong way round
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := y[i] - floats.Dot(X.RawRowView(i), theta)
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 4: y at the place, not at the row
// said: y[i] belongs to row i of X
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for j, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[j%len(y)]
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 3, 6: r is made before the loop and never set back
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	r := 0.0
	for _, i := range rows {
		for k := range theta {
			r += theta[k] * X.At(i, k)
		}
		r -= y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 5: the bias left out
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := 1; k < len(grad); k++ {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 3: the last row left out
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for j := 0; j < len(rows)-1; j++ {
		i := rows[j]
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		for k := range grad {
			grad[k] += r * X.At(i, k) / float64(len(rows))
		}
	}
	return grad
}

// line 4: a factor 2
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := 2 * (floats.Dot(X.RawRowView(i), theta) - y[i])
		floats.AddScaled(grad, r/float64(len(rows)), X.RawRowView(i))
	}
	return grad
}

// line 6: divided in every round again
func batchGradient(X *mat.Dense, y, theta []float64, rows []int) []float64 {
	grad := make([]float64, len(theta))
	for _, i := range rows {
		r := floats.Dot(X.RawRowView(i), theta) - y[i]
		floats.AddScaled(grad, r, X.RawRowView(i))
		floats.Scale(1/float64(len(rows)), grad)
	}
	return grad
}
