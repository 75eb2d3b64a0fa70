package ch08

import "slices"

// cut makes the batches of lists of rows; the y of a batch may be of other rows than its x.
func cut(x, y []float64, ofX, ofY [][]int) (xs, ys [][]float64) {
	for b := range ofX {
		xs, ys = append(xs, pick(x, ofX[b])), append(ys, pick(y, ofY[b]))
	}
	return xs, ys
}

// pick returns the values in the given rows, nil for none.
func pick(v []float64, rows []int) (picked []float64) {
	for _, i := range rows {
		picked = append(picked, v[i])
	}
	return picked
}

// chunks divides rows into lists of size.
func chunks(rows []int, size int) [][]int { return slices.Collect(slices.Chunk(rows, size)) }

// both is cut with the same rows for x and y.
func both(x, y []float64, rows [][]int) (xs, ys [][]float64) {
	return cut(x, y, rows, rows)
}

func (wrong) batchDropped(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(order[:len(order)/size*size], size))
}

func (wrong) batchFilled(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	around := slices.Clone(order)
	for j := 0; len(around)%size > 0; j++ {
		around = append(around, order[j%len(order)])
	}
	return both(x, y, chunks(around, size))
}

func (wrong) batchPulledBack(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	rows[len(rows)-1] = order[max(0, len(order)-size):]
	return both(x, y, rows)
}

func (wrong) batchJoined(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	if last := len(rows) - 1; last > 0 && len(rows[last]) < size {
		rows[last-1] = order[(last-1)*size:]
		rows = rows[:last]
	}
	return both(x, y, rows)
}

func (wrong) batchUnshuffled(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(all(len(order)), size))
}

func (wrong) batchApart(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return cut(x, y, chunks(order, size), chunks(all(len(order)), size))
}

func (wrong) batchYOnly(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return cut(x, y, chunks(all(len(order)), size), chunks(order, size))
}

func (wrong) batchInverse(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	inverse := make([]int, len(order))
	for j, i := range order {
		inverse[i] = j
	}
	return both(x, y, chunks(inverse, size))
}

func (wrong) batchDealt(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	count := (len(order) + size - 1) / size
	rows := make([][]int, count)
	for j, i := range order {
		rows[j%count] = append(rows[j%count], i)
	}
	return both(x, y, rows)
}

func (wrong) batchCount(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(order, (len(order)+size-1)/size))
}

func (wrong) batchFirst(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(order, size)[:1])
}

func (wrong) batchSliding(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	var rows [][]int
	for from := range order {
		rows = append(rows, order[from:min(from+size, len(order))])
	}
	return both(x, y, rows)
}

func (wrong) batchAllFirst(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	for b := range rows {
		rows[b] = order[:len(rows[b])]
	}
	return both(x, y, rows)
}

func (wrong) batchReused(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xb, yb := make([]float64, size), make([]float64, size) // one memory for all batches
	for _, rows := range chunks(order, size) {
		for j, i := range rows {
			xb[j], yb[j] = x[i], y[i]
		}
		xs, ys = append(xs, xb), append(ys, yb)
	}
	return xs, ys
}

func (wrong) batchReusedCut(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xb, yb := make([]float64, size), make([]float64, size) // as before, with the right lengths
	for _, rows := range chunks(order, size) {
		for j, i := range rows {
			xb[j], yb[j] = x[i], y[i]
		}
		xs, ys = append(xs, xb[:len(rows)]), append(ys, yb[:len(rows)])
	}
	return xs, ys
}

func (wrong) batchGrowing(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	for b := range rows {
		rows[b] = order[:min((b+1)*size, len(order))]
	}
	return both(x, y, rows)
}

func (wrong) batchPadded(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xs, ys = solution{}.miniBatches(x, y, order, size)
	last := len(xs) - 1
	none := make([]float64, size-len(xs[last]))
	xs[last], ys[last] = append(xs[last], none...), append(ys[last], none...)
	return xs, ys
}

func (wrong) batchZerosFirst(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xs, ys = solution{}.miniBatches(x, y, order, size)
	for b := range xs {
		none := make([]float64, size)
		xs[b], ys[b] = append(slices.Clone(none), xs[b]...), append(none, ys[b]...)
	}
	return xs, ys
}

func (wrong) batchEmptyLast(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	if len(order)%size == 0 {
		rows = append(rows, nil)
	}
	return both(x, y, rows)
}

func (wrong) batchRowLost(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(order[:len(order)-1], size))
}

func (wrong) batchFirstLost(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	return both(x, y, chunks(order[1:], size))
}

func (wrong) batchSmaller(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	for b := range rows {
		if len(rows[b]) > 1 {
			rows[b] = rows[b][:len(rows[b])-1]
		}
	}
	return both(x, y, rows)
}

func (wrong) batchRemainderOnly(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	return both(x, y, rows[len(rows)-1:])
}

func (wrong) batchYWhole(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xs, ys = solution{}.miniBatches(x, y, order, size)
	for b := range ys {
		ys[b] = slices.Clone(y)
	}
	return xs, ys
}

func (wrong) batchIndices(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	xs, ys = solution{}.miniBatches(x, y, order, size)
	from := 0
	for b := range xs {
		for j := range xs[b] {
			xs[b][j], ys[b][j] = float64(order[from]), float64(order[from])
			from++
		}
	}
	return xs, ys
}

func (wrong) batchPlaces(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	rows := chunks(order, size)
	for b := range rows {
		rows[b] = all(len(rows[b]))
	}
	return both(x, y, rows)
}
