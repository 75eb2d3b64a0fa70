// Wrong answers to exercise 1.2. How such a file is written is said in answers_test.go.
package answers

// line 5: every column holds x, not its power
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		for k := 0; k <= p; k++ {
			X.Set(i, k, x[i])
		}
	}
	return X
}

// line 3: the power is not set back for the next point
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	power := 1.0
	for i := range x {
		for k := 0; k <= p; k++ {
			X.Set(i, k, power)
			power *= x[i]
		}
	}
	return X
}

// line 4, 6, 7: multiplied before it is set
// said: It looks like this: the powers begin at 1 and end at p+1
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		power := 1.0
		for k := 0; k <= p; k++ {
			power *= x[i]
			X.Set(i, k, power)
		}
	}
	return X
}

// line 4: k < p: the last column stays 0
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		for k := 0; k < p; k++ {
			X.Set(i, k, math.Pow(x[i], float64(k)))
		}
	}
	return X
}

// line 4: k from 1: column 0 stays 0
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		for k := 1; k <= p; k++ {
			X.Set(i, k, math.Pow(x[i], float64(k)))
		}
	}
	return X
}

// line 5: the index i for the value x[i]
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		for k := 0; k <= p; k++ {
			X.Set(i, k, math.Pow(float64(i), float64(k)))
		}
	}
	return X
}

// line 5: row and column swapped in Set: panics
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p+1, nil)
	for i := range x {
		for k := 0; k <= p; k++ {
			X.Set(k, i, math.Pow(x[i], float64(k)))
		}
	}
	return X
}

// line 2, 6: X made with p columns: panics on the last
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), p, nil)
	for i, xi := range x {
		v := 1.0
		for k := 0; k <= p; k++ {
			X.Set(i, k, v)
			v *= xi
		}
	}
	return X
}

// line 2: only ones and x, whatever p
// said: Its argument p is never looked at
func design(x []float64, p int) *mat.Dense {
	X := mat.NewDense(len(x), 2, nil)
	for i := range x {
		X.Set(i, 0, 1)
		X.Set(i, 1, x[i])
	}
	return X
}

// line 2, 6, 10: data slice has its length and is appended to
func design(x []float64, p int) *mat.Dense {
	data := make([]float64, len(x)*(p+1))
	for _, xi := range x {
		v := 1.0
		for k := 0; k <= p; k++ {
			data = append(data, v)
			v *= xi
		}
	}
	return mat.NewDense(len(x), p+1, data[:len(x)*(p+1)])
}
