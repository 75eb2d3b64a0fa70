// Wrong answers to exercise 8.4. How such a file is written is said in answers_test.go.
package answers

// line 2: the remainder is dropped
// said: It looks like this: the remainder is dropped
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from+size <= len(order); from += size {
		var xb, yb []float64
		for _, i := range order[from : from+size] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 4: no min at the end: out of range
// said: order[from : from+size]
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for _, i := range order[from : from+size] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 6: y is not shuffled
// said: It looks like this: x and y shuffled apart
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for j := from; j < min(from+size, len(order)); j++ {
			xb = append(xb, x[order[j]])
			yb = append(yb, y[j])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 2, 3, 4, 5: not shuffled at all
// said: It looks like this: not shuffled
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(x); from += size {
		to := min(from+size, len(x))
		xs = append(xs, x[from:to])
		ys = append(ys, y[from:to])
	}
	return xs, ys
}

// line 2: the lists are made before the loop and grow
// said: It looks like this: each batch holds the earlier ones too
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	var xb, yb []float64
	for from := 0; from < len(order); from += size {
		for _, i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 3, 4: make with a length, then append
// said: It looks like this: zeros in front of every batch
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		xb := make([]float64, size)
		yb := make([]float64, size)
		for _, i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 10: return inside the loop
// said: It looks like this: only the first batch
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for _, i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
		return xs, ys
	}
	return xs, ys
}

// line 2: the batches overlap
// said: It looks like this: the batches overlap
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from++ {
		var xb, yb []float64
		for _, i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 4: the last point is lost
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for _, i := range order[from:min(from+size, len(order)-1)] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 4: the index for the row
// said: It looks like this: the index for the point
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 3: n/size batches, the remainder is dropped
// said: It looks like this: the remainder is dropped
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	n := len(order)
	for b := 0; b < n/size; b++ {
		var xb, yb []float64
		for j := b * size; j < (b+1)*size; j++ {
			xb = append(xb, x[order[j]])
			yb = append(yb, y[order[j]])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 3: n/size + 1 batches, an empty one at the end
// said: It looks like this: an empty batch at the end
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	n := len(order)
	for b := 0; b < n/size+1; b++ {
		var xb, yb []float64
		for j := b * size; j < min((b+1)*size, n); j++ {
			xb = append(xb, x[order[j]])
			yb = append(yb, y[order[j]])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

// line 6, 12: the last, shorter batch is never handed over
// said: It looks like this: the remainder is dropped
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	var xb, yb []float64
	for _, i := range order {
		xb = append(xb, x[i])
		yb = append(yb, y[i])
		if len(xb) == size {
			xs = append(xs, xb)
			ys = append(ys, yb)
			xb, yb = nil, nil
		}
	}
	return xs, ys
}

// line 3, 4, 5: the order backwards
// said: It looks like this: the order backwards
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	sx, sy := make([]float64, len(x)), make([]float64, len(y))
	for j, i := range order {
		sx[i] = x[j]
		sy[i] = y[j]
	}
	for from := 0; from < len(x); from += size {
		xs = append(xs, sx[from:min(from+size, len(x))])
		ys = append(ys, sy[from:min(from+size, len(x))])
	}
	return xs, ys
}

// line 5, 6, 8, 9, 11: xs and ys swapped
// said: The two results are right but swapped
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		var xb, yb []float64
		for _, i := range order[from:min(from+size, len(order))] {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return ys, xs
}

// line 2, 3, 6, 7: one memory for all batches
// said: It looks like this: all batches share one memory
func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xb := make([]float64, size)
	yb := make([]float64, size)
	for from := 0; from < len(order); from += size {
		for j, i := range order[from:min(from+size, len(order))] {
			xb[j] = x[i]
			yb[j] = y[i]
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}
