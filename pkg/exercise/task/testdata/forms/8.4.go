package forms

func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for len(order) > 0 {
		rows := order[:min(size, len(order))]
		order = order[len(rows):]
		var xb, yb []float64
		for _, i := range rows {
			xb, yb = append(xb, x[i]), append(yb, y[i])
		}
		xs, ys = append(xs, xb), append(ys, yb)
	}
	return xs, ys
}

func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	for from := 0; from < len(order); from += size {
		rows := order[from:min(from+size, len(order))]
		var xb, yb []float64
		for _, i := range rows {
			xb = append(xb, x[i])
			yb = append(yb, y[i])
		}
		xs = append(xs, xb)
		ys = append(ys, yb)
	}
	return xs, ys
}

func miniBatches(x, y []float64, order []int, size int) (xs, ys [][]float64) {
	var xb, yb []float64
	for k := 0; k < len(order); k++ {
		i := order[k]
		xb = append(xb, x[i])
		yb = append(yb, y[i])
		if len(xb) == size || k == len(order)-1 {
			xs = append(xs, xb)
			ys = append(ys, yb)
			xb = nil
			yb = nil
		}
	}
	return xs, ys
}
