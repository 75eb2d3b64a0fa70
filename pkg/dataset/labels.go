package dataset

import (
	"fmt"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Labels numbers the classes in a column of names: classes holds each name
// once, in alphabetical order, and labels[i] is the index of names[i] in it,
// 0 … K−1. It panics on "", which is how a Table marks a missing name: keep
// complete rows first (Table's Complete).
func Labels(names []string) (labels []int, classes []string) {
	classes = slices.Clone(names)
	slices.Sort(classes)
	classes = slices.Compact(classes)
	labels = make([]int, len(names))
	for i, name := range names {
		if name == "" {
			panic(fmt.Sprintf("dataset: Labels: the name in row %d is missing; keep complete rows only (Table's Complete)", i))
		}
		labels[i], _ = slices.BinarySearch(classes, name)
	}
	return labels, classes
}

// OneHot returns the n×k matrix that has a 1 in column labels[i] of row i and
// 0 elsewhere: row i is a probability distribution, all of it on one class. No
// labels give the empty matrix. It panics when k < 1 and when a label is not
// among 0 … k−1.
func OneHot(labels []int, k int) *mat.Dense {
	if k < 1 {
		panic(fmt.Sprintf("dataset: OneHot: k is %d, want 1 or more", k))
	}
	if len(labels) == 0 {
		return &mat.Dense{}
	}
	Y := mat.NewDense(len(labels), k, nil)
	for i, c := range labels {
		if c < 0 || c >= k {
			panic(fmt.Sprintf("dataset: OneHot: label %d in row %d, want 0 to %d", c, i, k-1))
		}
		Y.Set(i, c, 1)
	}
	return Y
}

// OneColumn returns labels 0 and 1 as the n×1 matrix of a single output: 1 is
// the probability of class 1. No labels give the empty matrix. It panics on
// any other label.
func OneColumn(labels []int) *mat.Dense {
	if len(labels) == 0 {
		return &mat.Dense{}
	}
	Y := mat.NewDense(len(labels), 1, nil)
	for i, c := range labels {
		Y.Set(i, 0, float64(twoClasses("OneColumn", i, c)))
	}
	return Y
}

// PlusMinus returns labels 0 and 1 as −1 and +1, as the perceptron and the
// hinge loss want them. It panics on any other label.
func PlusMinus(labels []int) []float64 {
	y := make([]float64, len(labels))
	for i, c := range labels {
		y[i] = float64(2*twoClasses("PlusMinus", i, c) - 1)
	}
	return y
}

// twoClasses returns the label of row i, which must be 0 or 1.
func twoClasses(caller string, i, label int) int {
	if label != 0 && label != 1 {
		panic(fmt.Sprintf("dataset: %s: label %d in row %d, want 0 or 1", caller, label, i))
	}
	return label
}

// Pixels returns the images of a table of Digits as n×64 features in [0, 1]
// (ink divided by 16, pixel rc in column 8r+c) and the digits 0 … 9. It panics
// when the table has no such columns.
func Pixels(t *Table) (X *mat.Dense, digits []int) {
	names := make([]string, 64)
	for k := range names {
		names[k] = fmt.Sprintf("p%d%d", k/8, k%8)
	}
	X = t.Matrix(names...)
	if t.rows > 0 {
		X.Scale(1.0/16, X)
	}
	digits = make([]int, t.rows)
	for i, v := range t.Column("digit") {
		digits[i] = int(v)
	}
	return X, digits
}

// BadLabel says that the label of a row is none that its user takes.
type BadLabel struct {
	// Where names what holds the label: "Y", "y", "the row sum of Y".
	Where string
	// Row is the row of the label, from 0.
	Row int
	// Column is the column of the label, from 0; −1 when there are no columns.
	Column int
	// Value is the label.
	Value float64
	// User is who takes the labels: a loss, or the perceptron.
	User string
	// Want is what User takes.
	Want string
}

// Error names the place and says what to try: the labels that User wants.
func (e *BadLabel) Error() string {
	return fmt.Sprintf("%s is %.6g in %s; %s wants %s", e.Where, e.Value, place(e.Row, e.Column), e.User, e.Want)
}
