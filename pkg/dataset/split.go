package dataset

import (
	"cmp"
	"fmt"
	"maps"
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

// StratifiedSplit deals the rows out as Split does, but class by class, so that
// every class has the share part of its rows in the second set, to a row. What rounding
// leaves over goes to the classes with the largest remainders, one row each, among
// equals by chance, until all of them together have the share too. Every class keeps a
// row in the first set: so small classes and a part near 1 can leave the second set
// short, and a class with a single row, which does not count in the share, stays in the
// first. A small class may have no row in the second set, but neither set is empty.
// Labels are any numbers from 0 on. Both sets are in random order. It panics when no class has two rows, when a label
// is negative, part is not between 0 and 1, or rng is nil.
func StratifiedSplit(labels []int, part float64, rng *rand.Rand) (first, second []int) {
	needRand("StratifiedSplit", rng)
	checkPart("StratifiedSplit", part)
	class := map[int][]int{} // its rows, in random order
	var met []int            // the classes with two rows or more, in the order in which that is seen
	for _, i := range rng.Perm(len(labels)) {
		c := labels[i]
		if c < 0 {
			panic(fmt.Sprintf("dataset: StratifiedSplit: label %d in row %d, want 0 or more", c, i))
		}
		class[c] = append(class[c], i)
		if len(class[c]) == 2 {
			met = append(met, c)
		}
	}
	if len(met) == 0 {
		panic(fmt.Sprintf("dataset: StratifiedSplit: no class has two rows to part, there are %s", count(len(labels), "row")))
	}
	takes := apportion(class, met, part)
	for _, c := range slices.Sorted(maps.Keys(class)) {
		rows := class[c]
		cut := len(rows) - takes[c]
		first = append(first, rows[:cut]...)
		second = append(second, rows[cut:]...)
	}
	shuffle(first, rng)
	shuffle(second, rng)
	return first, second
}

// apportion returns how many rows of each class go to the second set, by the method of
// largest remainders. Every class keeps one.
func apportion(class map[int][]int, met []int, part float64) map[int]int {
	takes, all, taken := map[int]int{}, 0, 0
	for _, c := range met {
		n := len(class[c])
		takes[c] = min(int(part*float64(n)), n-1)
		all, taken = all+n, taken+takes[c]
	}
	left := countOf(part, all) - taken
	remainder := func(c int) float64 { return part*float64(len(class[c])) - float64(takes[c]) }
	slices.SortStableFunc(met, func(b, c int) int { return cmp.Compare(remainder(c), remainder(b)) })
	for _, c := range met { // a second round would take more than the share of a class
		if left > 0 && takes[c] < len(class[c])-1 {
			takes[c]++
			left--
		}
	}
	return takes
}

// Fold is one way of k to hold out a part of the rows.
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
