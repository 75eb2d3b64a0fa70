// Wrong answers to exercise 7.3. How such a file is written is said in answers_test.go.
package answers

// line 2, 5: rows and columns swapped
// said: row j holds
func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(a), len(delta), nil)
	for j := range delta {
		for k := range a {
			grad.Set(k, j, delta[j]*a[k])
		}
	}
	return grad
}

// line 4: the loop begins at 1, so the bias column stays 0
func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := range delta {
		for k := 1; k < len(a); k++ {
			grad.Set(j, k, delta[j]*a[k])
		}
	}
	return grad
}

// line 5: j for k
func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := range delta {
		for k := range a {
			grad.Set(j, k, delta[j]*float64(k))
		}
	}
	return grad
}

// line 2, 5: the bias unit left out
// said: keep it
func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a)-1, nil)
	for j := range delta {
		for k := 0; k < len(a)-1; k++ {
			grad.Set(j, k, delta[j]*a[k+1])
		}
	}
	return grad
}

// line 5: plus for times
func outer(delta, a []float64) *mat.Dense {
	grad := mat.NewDense(len(delta), len(a), nil)
	for j := range delta {
		for k := range a {
			grad.Set(j, k, delta[j]+a[k])
		}
	}
	return grad
}
