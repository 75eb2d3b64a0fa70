package answers

// line 12: not divided by the length of θ
// said: γ is not divided by |θ|
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	gamma = math.Inf(1)
	for i := range y {
		z, square := 0.0, 0.0
		for k := range theta {
			z += theta[k] * X.At(i, k)
			square += X.At(i, k) * X.At(i, k)
		}
		if square > R*R {
			R = math.Sqrt(square)
		}
		gamma = min(gamma, y[i]*z)
	}
	return R, gamma
}

// line 2: the bias is left out of the length of θ
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta[1:], 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

// line 6: the ones column is left out of R
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x[1:], 2))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

// line 6: the label is missing
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		gamma = min(gamma, floats.Dot(theta, x)/size)
		R = max(R, floats.Norm(x, 2))
	}
	return R, gamma
}

// line 2: γ begins with 0
// said: γ begins with 0
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

// line 7: |z| for y·z
// said: |z| for y·z
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, math.Abs(floats.Dot(theta, x))/size)
	}
	return R, gamma
}

// line 3, 7: the largest for the smallest
// said: the largest distance for the smallest
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(-1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = max(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

// line 9: the two are swapped
// said: the two are swapped
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return gamma, R
}

// line 6: R is that of the last row
// said: R is the last row
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = floats.Norm(x, 2)
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}

// line 8: return inside the loop
// said: only the first row
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Norm(x, 2))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
		return R, gamma
	}
	return R, gamma
}

// line 6: the square, without its root
func margin(theta []float64, X *mat.Dense, y []float64) (R, gamma float64) {
	size := floats.Norm(theta, 2)
	gamma = math.Inf(1)
	for i := range y {
		x := X.RawRowView(i)
		R = max(R, floats.Dot(x, x))
		gamma = min(gamma, y[i]*floats.Dot(theta, x)/size)
	}
	return R, gamma
}
