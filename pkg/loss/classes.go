package loss

import "gonum.org/v1/gonum/mat"

// Classes returns the class, 0 … K−1, that every row of ŷ (n×K) stands for: the
// column of the largest value, the first one if several are equal. A NaN is
// passed over. One column is two classes: 1 where the value is > 0, else 0. That
// is right for logits, for labels 0 and 1 and for labels −1 and 1; from a
// probability subtract ½ first. It panics when ŷ is nil.
func Classes(yhat *mat.Dense) []int {
	if yhat == nil {
		panic("loss: Classes: ŷ is nil")
	}
	n, _ := yhat.Dims()
	c := make([]int, n)
	for i := range c {
		c[i] = class(yhat.RawRowView(i))
	}
	return c
}

// class returns the class that a row of ŷ or y stands for.
func class(row []float64) int {
	if len(row) > 1 {
		return argmax(row)
	}
	if row[0] > 0 {
		return 1
	}
	return 0
}

// Accuracy returns the fraction of rows, from 0 to 1, whose class in ŷ is that
// in y; both are n×K, read as Classes does. It panics when the shapes differ.
func Accuracy(yhat, y *mat.Dense) float64 {
	n, _ := checkShapes("Accuracy", nil, yhat, y)
	right := 0
	for i := range n {
		if class(yhat.RawRowView(i)) == class(y.RawRowView(i)) {
			right++
		}
	}
	return float64(right) / float64(n)
}

// Confusion returns the K×K confusion matrix: element (j, k) counts the rows of
// class j in y that ŷ puts into class k, so that the right ones are counted on
// the diagonal. Both are n×K, read as Classes does; one column gives 2×2. It
// panics when the shapes differ.
func Confusion(yhat, y *mat.Dense) *mat.Dense {
	n, m := checkShapes("Confusion", nil, yhat, y)
	c := mat.NewDense(max(m, 2), max(m, 2), nil)
	for i := range n {
		j, k := class(y.RawRowView(i)), class(yhat.RawRowView(i))
		c.Set(j, k, c.At(j, k)+1)
	}
	return c
}
