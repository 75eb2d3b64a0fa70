package loss

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// Classes returns the class, 0 … K−1, that every row of ŷ (n×K) stands for, as the
// loss J reads it: see Decision. It panics when J or ŷ is nil, on one column that J
// cannot part into two classes, and on a ŷ that is NaN or outside what J takes.
func Classes(J Func, yhat *mat.Dense) []int {
	if yhat == nil {
		panic("loss: Classes: ŷ is nil")
	}
	n, m := yhat.Dims()
	if n == 0 {
		return nil
	}
	d := mustDecide("Classes", J, m)
	c := make([]int, n)
	for i := range c {
		if c[i] = d.Class(yhat.RawRowView(i)); c[i] < 0 {
			panic("loss: Classes: " + d.refusal(J, i, yhat.RawRowView(i)))
		}
	}
	return c
}

// Accuracy returns the fraction of rows, from 0 to 1, whose class in ŷ is that in
// y, as the loss J reads them: see Decision. Both are n×K. It is NaN when a row has
// no class: a ŷ that is NaN or outside what J takes, a y that J does not take for a
// label, or one that is undecided between two. It panics when J is nil, when the
// shapes differ, and on one column that J cannot part into two classes.
func Accuracy(J Func, yhat, y *mat.Dense) float64 {
	n, m := checkShapes("Accuracy", nil, yhat, y)
	d := mustDecide("Accuracy", J, m)
	right := 0
	for i := range n {
		j, k := labelled(J, y.RawRowView(i)), d.Class(yhat.RawRowView(i))
		if j < 0 || k < 0 {
			return math.NaN()
		}
		if j == k {
			right++
		}
	}
	return float64(right) / float64(n)
}

// Confusion returns the K×K confusion matrix: element (j, k) counts the rows of
// class j in y that ŷ puts into class k, so that the right ones are counted on the
// diagonal. Both are n×K, read as Accuracy does; one column gives 2×2. It panics
// where Accuracy does, and on a row without a class.
func Confusion(J Func, yhat, y *mat.Dense) *mat.Dense {
	n, m := checkShapes("Confusion", nil, yhat, y)
	d := mustDecide("Confusion", J, m)
	c := mat.NewDense(max(m, 2), max(m, 2), nil)
	for i := range n {
		j, k := labelled(J, y.RawRowView(i)), d.Class(yhat.RawRowView(i))
		switch {
		case k < 0:
			panic("loss: Confusion: " + d.refusal(J, i, yhat.RawRowView(i)))
		case j < 0:
			panic(fmt.Sprintf("loss: Confusion: y is %g in row %d, which is no class for %v", y.RawRowView(i), i, J))
		}
		c.Set(j, k, c.At(j, k)+1)
	}
	return c
}

// refusal says why row i of ŷ has no class.
func (d Decision) refusal(J Func, i int, yhat []float64) string {
	for k, v := range yhat {
		if math.IsNaN(v) {
			return fmt.Sprintf("ŷ is NaN in row %d, column %d", i, k)
		}
		if d.Class(yhat[k:k+1]) < 0 {
			return fmt.Sprintf("ŷ is %.4g in row %d, column %d; %v wants %g to %g", v, i, k, J, d.Low, d.High)
		}
	}
	return ""
}

// mustDecide returns how J reads m columns, or panics in the name of the caller.
func mustDecide(caller string, J Func, m int) Decision {
	if J == nil {
		panic("loss: " + caller + ": J is nil; it is the loss that the network was trained with")
	}
	d, err := DecisionOf(J, m)
	if err != nil {
		panic("loss: " + caller + ": " + err.Error())
	}
	return d
}

// labelled returns the class of a row of y, −1 if it has none. In one column labels
// are 0 and 1, with probabilities between them, or −1 and 1: ½ parts both.
func labelled(J Func, y []float64) int {
	checker, ok := J.(interface {
		CheckLabels(y []float64) *dataset.BadLabel
	})
	if ok && checker.CheckLabels(y) != nil {
		return -1
	}
	rivals := y
	if len(y) == 1 {
		rivals = []float64{0.5, y[0]}
	}
	class := argmax(rivals)
	for k, v := range rivals {
		if math.IsNaN(v) || k != class && v == rivals[class] {
			return -1
		}
	}
	return class
}
