package loss

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Classes returns the class, 0 … K−1, that every row of ŷ (n×K) stands for: the
// column of the largest value, the first one if several are equal. One column is
// two classes, and J, for which the model was trained, says where class 1 begins: at
// logits above 0 for BinaryCrossEntropy, at probabilities above ½ for
// BernoulliNLL, at scores above 0 for Hinge. A row with a NaN is of no class, −1. It panics
// when J or ŷ is nil, and for one column when J is a loss for responses.
func Classes(J Func, yhat *mat.Dense) []int {
	if J == nil || yhat == nil {
		panic("loss: Classes: J or ŷ is nil")
	}
	n, m := yhat.Dims()
	from := 0.0
	if m == 1 {
		j, ok := J.(interface{ Boundary() (yhat, y float64) })
		if !ok {
			panic(fmt.Sprintf("loss: Classes: %v says of one column of ŷ not where class 1 begins; name a loss for classes that does", J))
		}
		from, _ = j.Boundary()
	}
	c := make([]int, n)
	for i := range c {
		c[i] = class(yhat.RawRowView(i), from)
	}
	return c
}

// class returns the class that a row of ŷ or y stands for, or −1 for a NaN. One
// column is class 1 above from.
func class(row []float64, from float64) int {
	for _, v := range row {
		if math.IsNaN(v) {
			return -1
		}
	}
	switch {
	case len(row) > 1:
		return argmax(row)
	case row[0] > from:
		return 1
	}
	return 0
}

// Accuracy returns the fraction of rows, from 0 to 1, whose class in ŷ is that
// in y; both are n×K, read as Classes does. Where J is a loss for responses, one
// column is read by its labels: class 1 begins at ½ for labels 0 and 1, and at 0
// for −1 and 1. A row with a NaN is wrong. It panics when J is nil or the shapes differ.
func Accuracy(J Func, yhat, y *mat.Dense) float64 {
	n, _ := checkShapes("Accuracy", nil, yhat, y)
	fromYhat, fromY := boundaries("Accuracy", J, y)
	right := 0
	for i := range n {
		if c := class(y.RawRowView(i), fromY); c >= 0 && c == class(yhat.RawRowView(i), fromYhat) {
			right++
		}
	}
	return float64(right) / float64(n)
}

// Confusion returns the K×K confusion matrix: element (j, k) counts the rows of
// class j in y that ŷ puts into class k, so that the right ones are counted on
// the diagonal. Both are n×K, read as Accuracy does; one column gives 2×2. A row with a NaN
// is not counted. It panics when J is nil or the shapes differ.
func Confusion(J Func, yhat, y *mat.Dense) *mat.Dense {
	n, m := checkShapes("Confusion", nil, yhat, y)
	fromYhat, fromY := boundaries("Confusion", J, y)
	c := mat.NewDense(max(m, 2), max(m, 2), nil)
	for i := range n {
		j, k := class(y.RawRowView(i), fromY), class(yhat.RawRowView(i), fromYhat)
		if j >= 0 && k >= 0 {
			c.Set(j, k, c.At(j, k)+1)
		}
	}
	return c
}

// boundaries returns the ŷ and the label above which one column means class 1. J
// says so if it has the method Boundary; else the labels do.
func boundaries(caller string, J Func, y *mat.Dense) (fromYhat, fromY float64) {
	if J == nil {
		panic("loss: " + caller + ": J is nil; name the loss that the model was trained for")
	}
	if j, ok := J.(interface{ Boundary() (yhat, y float64) }); ok {
		return j.Boundary()
	}
	n, m := y.Dims()
	for i := 0; m == 1 && i < n; i++ {
		if y.At(i, 0) < 0 {
			return 0, 0
		}
	}
	return 0.5, 0.5
}
