package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Split divides the rows 0 … n−1 into two sets at random. The fraction part of
// them, between 0 and 1, goes to the second set, rounded to whole rows but
// leaving at least one row in each:
//
//	train, test := dataset.Split(n, 0.25, rng)
//
// Rows, Pick and Table's Select copy the rows of a set. For three sets split
// the first once more. It panics when n < 2, part is not between 0 and 1, or
// rng is nil.
func Split(n int, part float64, rng *rand.Rand) (first, second []int) {
	needRand("Split", rng)
	if n < 2 {
		panic(fmt.Sprintf("dataset: Split: n is %d, want 2 or more", n))
	}
	checkPart("Split", part)
	rows := rng.Perm(n)
	cut := n - countOf(part, n)
	return rows[:cut:cut], rows[cut:]
}

// StratifiedSplit divides the rows as Split does, but class by class, so that
// the fraction part of every class is in the second set. A class with a single
// row stays in the first. Both sets are in random order. It
// panics when there are fewer than two rows of every class, when a label is
// negative, part is not between 0 and 1, or rng is nil.
func StratifiedSplit(labels []int, part float64, rng *rand.Rand) (first, second []int) {
	needRand("StratifiedSplit", rng)
	checkPart("StratifiedSplit", part)
	var classes [][]int // classes[c] are the rows of class c, in random order
	for _, i := range rng.Perm(len(labels)) {
		c := labels[i]
		if c < 0 {
			panic(fmt.Sprintf("dataset: StratifiedSplit: label %d in row %d, want 0 or more", c, i))
		}
		for c >= len(classes) {
			classes = append(classes, nil)
		}
		classes[c] = append(classes[c], i)
	}
	for _, rows := range classes {
		cut := len(rows)
		if cut > 1 {
			cut -= countOf(part, cut)
		}
		first = append(first, rows[:cut]...)
		second = append(second, rows[cut:]...)
	}
	if len(second) == 0 {
		panic(fmt.Sprintf("dataset: StratifiedSplit: no class has two rows to part, there are %s", count(len(labels), "row")))
	}
	shuffle(first, rng)
	shuffle(second, rng)
	return first, second
}

// Fold is one of k divisions of the rows: those to train on, and those to test
// with.
type Fold struct {
	Train, Test []int
}

// Folds divides the rows 0 … n−1 into k sets of equal size at random; the sizes
// differ by one row when k does not divide n. Fold j tests on set j and
// trains on all others, so that every row is tested on once: k-fold
// cross-validation. It panics when k < 2, n < k, or rng is nil.
//
// Source: Hastie, Tibshirani, Friedman, "The Elements of Statistical
// Learning", section 7.10.
func Folds(n, k int, rng *rand.Rand) []Fold {
	needRand("Folds", rng)
	if k < 2 || n < k {
		panic(fmt.Sprintf("dataset: Folds: %d folds of %s, want 2 or more and no more than rows", k, count(n, "row")))
	}
	rows := rng.Perm(n)
	folds := make([]Fold, k)
	for j := range folds {
		from, to := j*n/k, (j+1)*n/k
		folds[j].Test = slices.Clone(rows[from:to])
		folds[j].Train = slices.Concat(rows[:from], rows[to:])
	}
	return folds
}

// Rows returns the given rows of X, in the given order, as a new matrix; no
// rows give the empty matrix. It panics when X is nil and on a row that does
// not exist.
func Rows(X *mat.Dense, rows []int) *mat.Dense {
	if X == nil {
		panic("dataset: Rows: X is nil")
	}
	if len(rows) == 0 {
		return &mat.Dense{}
	}
	n, p := X.Dims()
	S := mat.NewDense(len(rows), max(p, 1), nil)
	for j, i := range rows {
		checkRow("Rows", i, n)
		S.SetRow(j, X.RawRowView(i))
	}
	return S
}

// Pick returns the values in the given rows: Rows for a slice of labels or of
// responses. It panics on a row that does not exist.
func Pick[T any](values []T, rows []int) []T {
	picked := make([]T, len(rows))
	for j, i := range rows {
		checkRow("Pick", i, len(values))
		picked[j] = values[i]
	}
	return picked
}

func checkRow(caller string, i, n int) {
	if i < 0 || i >= n {
		panic(fmt.Sprintf("dataset: %s: row %d, there are %s", caller, i, count(n, "row")))
	}
}

func checkPart(caller string, part float64) {
	if !(part > 0 && part < 1) {
		panic(fmt.Sprintf("dataset: %s: part is %g, want a number between 0 and 1", caller, part))
	}
}

// countOf returns part·n rounded, at least 1 and at most n−1.
func countOf(part float64, n int) int {
	return min(max(int(math.Round(part*float64(n))), 1), n-1)
}

func shuffle(rows []int, rng *rand.Rand) {
	rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
}
