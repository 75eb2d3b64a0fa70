package dataset

import (
	"fmt"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// Batches hands out the rows of X and Y in mini-batches, in a new random order
// every epoch:
//
//	b := dataset.NewBatches(X, Y, 32, rng)
//	for range epochs {
//		for b.Next() {
//			… b.X, b.Y …
//		}
//	}
//
// Every row comes once an epoch, x and y of a row together. The last batch of
// an epoch holds what is left and may be smaller.
type Batches struct {
	X, Y *mat.Dense // X and Y are the batch, B×p and B×m; overwritten by the next
	Rows []int      // Rows are the B rows of the data that the batch holds

	fromX, fromY           *mat.Dense // fromX and fromY are all the data
	fullX, fullY           *mat.Dense // fullX and fullY are the memory of a batch of size rows
	remainderX, remainderY *mat.Dense // remainderX and remainderY are views of its first n mod size rows; nil when size divides n
	rng                    *rand.Rand
	order                  []int // order is the order of the n rows in this epoch
	size                   int
	next                   int // next is where in order the next batch begins; −1 before an epoch
}

// NewBatches prepares batches of size rows of X (n×p) and Y (n×m); a size
// above n means n, the full batch. X and Y are copied from and not changed.
// With rng nil the rows come in the order of X every time, which trains badly
// when they are sorted by class. It panics when X or Y is nil or empty, when
// their rows differ in number, or size < 1.
func NewBatches(X, Y *mat.Dense, size int, rng *rand.Rand) *Batches {
	if X == nil || Y == nil || X.IsEmpty() || Y.IsEmpty() {
		panic("dataset: NewBatches: X or Y is nil or has no rows")
	}
	n, p := X.Dims()
	rows, m := Y.Dims()
	if rows != n {
		panic(fmt.Sprintf("dataset: NewBatches: Y has %s, X has %d", count(rows, "row"), n))
	}
	if size < 1 {
		panic(fmt.Sprintf("dataset: NewBatches: size is %d, want 1 or more", size))
	}
	size = min(size, n)
	b := &Batches{fromX: X, fromY: Y, rng: rng, size: size, order: make([]int, n), next: -1}
	b.fullX, b.fullY = mat.NewDense(size, p, nil), mat.NewDense(size, m, nil)
	if rest := n % size; rest > 0 {
		b.remainderX = b.fullX.Slice(0, rest, 0, p).(*mat.Dense)
		b.remainderY = b.fullY.Slice(0, rest, 0, m).(*mat.Dense)
	}
	for i := range b.order {
		b.order[i] = i
	}
	return b
}

// Len returns the number of batches in an epoch, the remainder counted.
func (b *Batches) Len() int { return (len(b.order) + b.size - 1) / b.size }

// Next sets X, Y and Rows to the next batch, or returns false when the epoch
// is over; called again it begins the next epoch. It allocates nothing.
func (b *Batches) Next() bool {
	n := len(b.order)
	if b.next == n {
		b.next = -1
		return false
	}
	if b.next < 0 {
		b.next = 0
		if b.rng != nil {
			shuffle(b.order, b.rng)
		}
	}
	end := min(b.next+b.size, n)
	b.Rows = b.order[b.next:end:end]
	b.X, b.Y = b.fullX, b.fullY
	if len(b.Rows) < b.size {
		b.X, b.Y = b.remainderX, b.remainderY
	}
	for j, i := range b.Rows {
		copy(b.X.RawRowView(j), b.fromX.RawRowView(i))
		copy(b.Y.RawRowView(j), b.fromY.RawRowView(i))
	}
	b.next = end
	return true
}
