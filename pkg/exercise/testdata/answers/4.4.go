// Wrong answers to exercise 4.4. How such a file is written is said in answers_test.go.
package answers

// line 2: theta is start itself, which is changed
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := start
	for _, a := range rates {
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= a * g[k]
		}
	}
	return theta
}

// line 4: the gradient is taken at the start, in every step
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, a := range rates {
		g := regression.Gradient(X, y, start)
		for k := range theta {
			theta[k] -= a * g[k]
		}
	}
	return theta
}

// line 3: the gradient stands before the loop
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := append([]float64{}, start...)
	g := regression.Gradient(X, y, theta)
	for _, a := range rates {
		for k := range theta {
			theta[k] -= a * g[k]
		}
	}
	return theta
}

// line 6: + for -
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for t := range rates {
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] += rates[t] * g[k]
		}
	}
	return theta
}

// line 6: rates[k] for rates[t]
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for t := range rates {
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= rates[min(k, len(rates)-1)] * g[k]
		}
		_ = t
	}
	return theta
}

// line 8: return inside the loop
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, a := range rates {
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= a * g[k]
		}
		return theta
	}
	return theta
}

// line 6: k begins at 1, the bias stays
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, a := range rates {
		g := regression.Gradient(X, y, theta)
		// change the weights
		for k := 1; k < len(theta); k++ {
			theta[k] -= a * g[k]
		}
	}
	return theta
}

// line 5: the gradient is computed anew for each weight
// said: Compute all components
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for _, a := range rates {
		for k := range theta {
			theta[k] -= a * regression.Gradient(X, y, theta)[k]
		}
	}
	return theta
}

// line 3, 4: the index t for the rate
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	for a := range rates {
		alpha := float64(a)
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= alpha * g[k]
		}
	}
	return theta
}

// line 12, 16: 1/n forgotten in a gradient of one's own
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	n, columns := X.Dims()
	for _, alpha := range rates {
		g := make([]float64, columns)
		for i := range n {
			r := -y[i]
			for k := range columns {
				r += X.At(i, k) * theta[k]
			}
			for k := range columns {
				g[k] += r * X.At(i, k)
			}
		}
		for k := range theta {
			theta[k] -= alpha * g[k]
		}
	}
	return theta
}

// line 2, 3: source and target of copy swapped
// said: Begin at a copy of start
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := make([]float64, len(start))
	copy(start, theta)
	for _, a := range rates {
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= a * g[k]
		}
	}
	return theta
}

// line 3, 5: the rates are multiplied, as by the colleague of exercise 4.6
func descendBy(X *mat.Dense, y, start, rates []float64) []float64 {
	theta := slices.Clone(start)
	a := 1.0
	for t := range rates {
		a *= rates[t]
		g := regression.Gradient(X, y, theta)
		for k := range theta {
			theta[k] -= a * g[k]
		}
	}
	return theta
}
