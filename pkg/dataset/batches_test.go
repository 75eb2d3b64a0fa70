package dataset_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/mat"
)

// numbered returns n rows that tell which they are: x = (i, −i), y = 10 i.
func numbered(n int) (X, Y *mat.Dense) {
	X, Y = mat.NewDense(n, 2, nil), mat.NewDense(n, 1, nil)
	for i := range n {
		X.SetRow(i, []float64{float64(i), -float64(i)})
		Y.Set(i, 0, 10*float64(i))
	}
	return X, Y
}

func TestBatches(t *testing.T) {
	for _, c := range []struct{ n, size, last int }{{10, 3, 1}, {10, 5, 5}, {10, 10, 10}, {10, 99, 10}, {10, 1, 1}, {1, 1, 1}, {33, 32, 1}} {
		X, Y := numbered(c.n)
		b := dataset.NewBatches(X, Y, c.size, seed(1))
		var orders [][]int
		for range 3 {
			var seen []int
			count := 0
			for b.Next() {
				rows, _ := b.X.Dims()
				if r, _ := b.Y.Dims(); r != rows || len(b.Rows) != rows {
					t.Fatalf("%v: X has %d rows, Y %d, Rows %d", c, rows, r, len(b.Rows))
				}
				for j, i := range b.Rows {
					if b.X.At(j, 0) != float64(i) || b.X.At(j, 1) != -float64(i) || b.Y.At(j, 0) != 10*float64(i) {
						t.Fatalf("%v: row %d comes as x = %v, y = %v", c, i, b.X.RawRowView(j), b.Y.RawRowView(j))
					}
				}
				count++
				seen = append(seen, b.Rows...)
				if want := min(c.size, c.n); rows != want && (count != b.Len() || rows != c.last) {
					t.Errorf("%v: batch %d has %d rows", c, count, rows)
				}
			}
			if count != b.Len() || !all(c.n, seen) {
				t.Errorf("%v: %d batches, want %d; rows %v", c, count, b.Len(), seen)
			}
			orders = append(orders, seen)
		}
		if c.n >= 10 && (slices.Equal(orders[0], orders[1]) || slices.Equal(orders[1], orders[2]) || slices.IsSorted(orders[0])) {
			t.Errorf("%v: two epochs have the same order: %v", c, orders)
		}
		if !mat.Equal(X, func() mat.Matrix { X, _ := numbered(c.n); return X }()) {
			t.Errorf("%v: X is changed", c)
		}
	}
}

func TestBatchesSeedAndOrder(t *testing.T) {
	X, Y := numbered(20)
	order := func(rng *rand.Rand) (rows []int) {
		for b := dataset.NewBatches(X, Y, 6, rng); len(rows) < 40; {
			for b.Next() {
				rows = append(rows, b.Rows...)
			}
		}
		return rows
	}
	if !slices.Equal(order(seed(1)), order(seed(1))) || slices.Equal(order(seed(1)), order(seed(2))) {
		t.Error("the same seed gives another order, or another seed the same")
	}
	for j, i := range order(nil) {
		if i != j%20 {
			t.Fatalf("without chance the order is %v", order(nil))
		}
	}
}

func TestBatchesAllocateNothing(t *testing.T) {
	X, Y := numbered(100)
	b := dataset.NewBatches(X, Y, 32, seed(1))
	if a := testing.AllocsPerRun(20, func() {
		for b.Next() {
		}
	}); a != 0 {
		t.Errorf("an epoch allocates %g times", a)
	}
}

func TestBatchesPanics(t *testing.T) {
	X, Y := numbered(3)
	panicsWith(t, map[string]func(){
		"X or Y is nil":        func() { dataset.NewBatches(nil, Y, 1, seed(1)) },
		"or has no rows":       func() { dataset.NewBatches(X, &mat.Dense{}, 1, seed(1)) },
		"size is 0":            func() { dataset.NewBatches(X, Y, 0, seed(1)) },
		"Y has 1 row, X has 3": func() { dataset.NewBatches(X, mat.NewDense(1, 1, nil), 1, seed(1)) },
	})
}

func ExampleBatches() {
	X := mat.NewDense(5, 1, []float64{0, 1, 2, 3, 4})
	Y := mat.NewDense(5, 1, []float64{0, 10, 20, 30, 40})
	b := dataset.NewBatches(X, Y, 2, rand.New(rand.NewPCG(1, 2)))
	for epoch := range 2 {
		for b.Next() {
			fmt.Println("epoch", epoch, "x", mat.Col(nil, 0, b.X), "y", mat.Col(nil, 0, b.Y))
		}
	}
	// Output:
	// epoch 0 x [1 4] y [10 40]
	// epoch 0 x [2 0] y [20 0]
	// epoch 0 x [3] y [30]
	// epoch 1 x [2 0] y [20 0]
	// epoch 1 x [3 1] y [30 10]
	// epoch 1 x [4] y [40]
}
