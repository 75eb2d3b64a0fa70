package dataset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

func seed(s uint64) *rand.Rand { return rand.New(rand.NewPCG(s, s)) }

// panicsWith wants every function to panic with the words before it.
func panicsWith(t *testing.T, cases map[string]func()) {
	t.Helper()
	for says, f := range cases {
		func() {
			defer func() {
				t.Helper()
				if got := fmt.Sprint(recover()); !strings.Contains(got, says) {
					t.Errorf("panic %q, want %q in it", got, says)
				}
			}()
			f()
		}()
	}
}

// all reports whether the parts hold each of the rows 0 … n−1 once.
func all(n int, parts ...[]int) bool {
	rows := slices.Concat(parts...)
	slices.Sort(rows)
	for i, r := range rows {
		if i != r {
			return false
		}
	}
	return len(rows) == n
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		n    int
		part float64
		want int
	}{{10, 0.25, 3}, {100, 0.2, 20}, {3, 0.01, 1}, {3, 0.99, 2}, {2, 0.5, 1}} {
		train, test := dataset.Split(c.n, c.part, seed(1))
		if len(test) != c.want || !all(c.n, train, test) {
			t.Errorf("Split(%d, %g): %v and %v, want %d to test with", c.n, c.part, train, test, c.want)
		}
	}
	a, _ := dataset.Split(100, 0.2, seed(1))
	b, _ := dataset.Split(100, 0.2, seed(1))
	c, _ := dataset.Split(100, 0.2, seed(2))
	if !slices.Equal(a, b) || slices.Equal(a, c) || slices.IsSorted(a) {
		t.Error("the same seed gives another split, another seed the same, or there is no chance at all")
	}
}

func TestStratifiedSplit(t *testing.T) {
	labels := make([]int, 100) // 80, 16 and 4 of a class, sorted
	for i := 80; i < 100; i++ {
		labels[i] = 1 + i/96
	}
	for s := range uint64(20) {
		train, test := dataset.StratifiedSplit(labels, 0.25, seed(s))
		if !all(100, train, test) {
			t.Fatalf("%v and %v are not all rows", train, test)
		}
		count := make([]int, 3)
		for _, c := range dataset.Pick(labels, test) {
			count[c]++
		}
		if !slices.Equal(count, []int{20, 4, 1}) {
			t.Errorf("%v of a class to test with, want 20, 4, 1", count)
		}
		if slices.IsSorted(dataset.Pick(labels, train)) {
			t.Error("the rows are still sorted by class")
		}
	}
	// A class of one row stays in the first set; a gap in the labels is no harm.
	train, test := dataset.StratifiedSplit([]int{0, 5, 5}, 0.5, seed(1))
	if !all(3, train, test) || !slices.Contains(train, 0) || len(test) != 1 {
		t.Errorf("%v and %v", train, test)
	}
}

// TestStratifiedShare: the second set has its share of all rows, and of each class to a
// row, though the classes are small.
func TestStratifiedShare(t *testing.T) {
	equal := func(classes, size int) (labels []int) {
		for i := range classes * size {
			labels = append(labels, i%classes)
		}
		return labels
	}
	for _, c := range []struct {
		labels []int
		part   float64
		want   int
	}{
		{equal(40, 2), 0.1, 8}, {equal(10, 5), 0.3, 15}, {equal(3, 50), 0.25, 38}, {equal(10, 5), 0.01, 1}, {equal(40, 2), 0.9, 40},
		{append(equal(4, 5), 90, 91, 92), 0.5, 10},
		{equal(7, 10), 0.29, 20},
		{append(equal(10, 2), slices.Repeat([]int{10}, 100)...), 0.9, 101}, // ten of the small ones, not 18
		{append(equal(10, 2), slices.Repeat([]int{10}, 100)...), 0.97, 108},
	} {
		train, test := dataset.StratifiedSplit(c.labels, c.part, seed(4))
		if !all(len(c.labels), train, test) || len(test) != c.want {
			t.Errorf("part %g of %d rows: %d in the second set, want %d", c.part, len(c.labels), len(test), c.want)
		}
		size, took := map[int]int{}, map[int]int{}
		for _, label := range c.labels {
			size[label]++
		}
		for _, label := range dataset.Pick(c.labels, test) {
			took[label]++
		}
		for label, n := range size {
			if off := math.Abs(float64(took[label]) - c.part*float64(n)); n > 1 && off > 1+1e-9 || took[label] >= n {
				t.Errorf("part %g: %d of the %d rows of class %d", c.part, took[label], n, label)
			}
		}
	}
	// The larger remainder gives the row, unless it would be the last of its class.
	for _, c := range []struct {
		sizes, want [2]int
		part        float64
	}{
		{[2]int{10, 9}, [2]int{3, 3}, 0.31}, // 3.1 and 2.79 of 5.89
		{[2]int{20, 2}, [2]int{19, 1}, 0.9}, // 18 and 1.8 of 19.8
	} {
		labels := make([]int, c.sizes[0]+c.sizes[1])
		for i := range c.sizes[1] {
			labels[c.sizes[0]+i] = 1
		}
		for s := range uint64(10) {
			_, test := dataset.StratifiedSplit(labels, c.part, seed(s))
			ones := 0
			for _, label := range dataset.Pick(labels, test) {
				ones += label
			}
			if got := [2]int{len(test) - ones, ones}; got != c.want {
				t.Errorf("part %g of %v: %v, want %v", c.part, c.sizes, got, c.want)
			}
		}
	}
	// Which of equal classes give a row is left to chance, and repeats with the seed.
	first := map[int]bool{}
	for s := range uint64(40) {
		_, test := dataset.StratifiedSplit(equal(4, 2), 0.2, seed(s))
		_, again := dataset.StratifiedSplit(equal(4, 2), 0.2, seed(s))
		if !slices.Equal(test, again) {
			t.Fatal("two runs differ")
		}
		for _, label := range dataset.Pick(equal(4, 2), test) {
			first[label] = true
		}
	}
	if len(first) != 4 {
		t.Errorf("only the classes %v ever give a row", first)
	}
	// A date as a label takes no more room than a 1.
	dates := []int{20261127, 20261127, 20261128, 20261128, 1 << 60, 1 << 60}
	if train, test := dataset.StratifiedSplit(dates, 0.5, seed(1)); len(train) != 3 || len(test) != 3 {
		t.Errorf("%v and %v of six rows with dates", train, test)
	}
}

func TestFolds(t *testing.T) {
	for _, c := range []struct{ n, k int }{{392, 5}, {10, 10}, {7, 3}, {2, 2}} {
		folds := dataset.Folds(c.n, c.k, seed(1))
		var tested [][]int
		for _, f := range folds {
			if !all(c.n, f.Train, f.Test) {
				t.Errorf("%v: train and test are not all rows", c)
			}
			if len(f.Test) != c.n/c.k && len(f.Test) != c.n/c.k+1 {
				t.Errorf("%v: %d rows to test with", c, len(f.Test))
			}
			tested = append(tested, f.Test)
		}
		if len(folds) != c.k || !all(c.n, tested...) {
			t.Errorf("%v: not every row is tested on once", c)
		}
	}
}

func TestRowsAndPick(t *testing.T) {
	X := mat.NewDense(3, 2, []float64{1, 2, 3, 4, 5, 6})
	if S := dataset.Rows(X, []int{2, 0, 2}); !mat.Equal(S, mat.NewDense(3, 2, []float64{5, 6, 1, 2, 5, 6})) {
		t.Errorf("Rows gives %v", mat.Formatted(S))
	}
	dataset.Rows(X, []int{0}).Set(0, 0, 99)
	if X.At(0, 0) != 1 {
		t.Error("Rows hands out X's own numbers")
	}
	if !dataset.Rows(X, nil).IsEmpty() {
		t.Error("no rows are not the empty matrix")
	}
	if got := dataset.Pick([]string{"a", "b", "c"}, []int{2, 0}); !slices.Equal(got, []string{"c", "a"}) {
		t.Errorf("Pick gives %v", got)
	}
}

func TestSplitPanics(t *testing.T) {
	X := mat.NewDense(3, 2, nil)
	nan := 0.0
	nan /= nan
	panicsWith(t, map[string]func(){
		"Split: n is 1":                                   func() { dataset.Split(1, 0.5, seed(1)) },
		"Split: part is 1":                                func() { dataset.Split(9, 1, seed(1)) },
		"Split: part is NaN":                              func() { dataset.Split(9, nan, seed(1)) },
		"Split: rng is nil":                               func() { dataset.Split(9, 0.5, nil) },
		"Folds: rng is nil":                               func() { dataset.Folds(9, 3, nil) },
		"StratifiedSplit: rng is nil; pass":               func() { dataset.StratifiedSplit([]int{0, 0}, 0.5, nil) },
		"StratifiedSplit: part is NaN":                    func() { dataset.StratifiedSplit([]int{0, 0}, nan, seed(1)) },
		"StratifiedSplit: no class":                       func() { dataset.StratifiedSplit([]int{0, 1}, 0.5, seed(1)) },
		"no class has two rows to part, there are 0 rows": func() { dataset.StratifiedSplit(nil, 0.5, seed(1)) },
		"StratifiedSplit: label -1 in row":                func() { dataset.StratifiedSplit([]int{0, -1}, 0.5, seed(1)) },
		"StratifiedSplit: part is 0":                      func() { dataset.StratifiedSplit([]int{0, 0}, 0, seed(1)) },
		"Folds: 1 folds of 9 rows":                        func() { dataset.Folds(9, 1, seed(1)) },
		"Folds: 3 folds of 2 rows":                        func() { dataset.Folds(2, 3, seed(1)) },
		"Rows: row 3, there are 3 rows":                   func() { dataset.Rows(X, []int{3}) },
		"Rows: row 0, there are 0 rows":                   func() { dataset.Rows(&mat.Dense{}, []int{0}) },
		"Rows: X is nil":                                  func() { dataset.Rows(nil, nil) },
		"Pick: row -1":                                    func() { dataset.Pick([]int{1}, []int{-1}) },
	})
}

// Five-fold cross-validation of a model that always says the mean.
func ExampleFolds() {
	y := dataset.AutoMPG().Column("mpg")
	sum := 0.0
	for _, f := range dataset.Folds(len(y), 5, rand.New(rand.NewPCG(1, 2))) {
		mean := 0.0
		for _, v := range dataset.Pick(y, f.Train) {
			mean += v / float64(len(f.Train))
		}
		for _, v := range dataset.Pick(y, f.Test) {
			sum += (v - mean) * (v - mean)
		}
	}
	fmt.Printf("mean squared error %.0f\n", sum/float64(len(y)))
	// Output: mean squared error 61
}
