package dataset

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Largest is the largest size of a number in data: its square, 1e300, and a sum
// of 1e8 such squares are within float64's 1.8e308.
const Largest = 1e150

// Finite reports whether v is neither NaN nor ±Inf.
func Finite(v float64) bool {
	return v-v == 0 // Inf − Inf and NaN − NaN are NaN, which equals nothing
}

// CheckFinite returns a *NotFinite for the first number of X, row by row, that
// is NaN, ±Inf or beyond ±Largest, and nil if there is none. where names X in
// the error. It panics when X is nil.
func CheckFinite(where string, X mat.Matrix) error {
	if d, ok := X.(*mat.Dense); X == nil || ok && d == nil {
		panic("dataset: CheckFinite: " + where + " is nil")
	}
	n, p := X.Dims()
	row := make([]float64, p)
	for i := range n {
		mat.Row(row, i, X)
		if k := firstUnusable(row); k >= 0 {
			return &NotFinite{Where: where, Row: i, Column: k, Value: row[k]}
		}
	}
	return nil
}

// CheckFiniteVec is CheckFinite for a vector, such as y.
func CheckFiniteVec(where string, v []float64) error {
	if i := firstUnusable(v); i >= 0 {
		return &NotFinite{Where: where, Row: i, Column: -1, Value: v[i]}
	}
	return nil
}

// firstUnusable returns the index of the first NaN, ±Inf or number beyond
// ±Largest, or −1.
func firstUnusable(v []float64) int {
	for i, x := range v {
		if !(math.Abs(x) <= Largest) { // every comparison with NaN is false
			return i
		}
	}
	return -1
}

// NotFinite says that data hold a number which nothing can be computed with.
type NotFinite struct {
	// Where names the matrix or the vector: "X", "y".
	Where string
	// Row is the row of the matrix, or the index in the vector, from 0.
	Row int
	// Column is the column of the matrix, from 0; −1 for a vector.
	Column int
	// Value is NaN, ±Inf or a number beyond ±Largest.
	Value float64
}

// Error names the place and says what to try: complete rows for NaN and ±Inf,
// another unit for a number that is too large.
func (e *NotFinite) Error() string {
	at := fmt.Sprintf("%s is %.4g in %s", e.Where, e.Value, place(e.Row, e.Column))
	if !Finite(e.Value) {
		return at + "; keep complete rows only (dataset's Complete leaves out rows with NaN)"
	}
	return fmt.Sprintf("%s, beyond ±%g, and its square may be beyond float64; scale it, or choose a larger unit", at, float64(Largest))
}

// place says where a number stands; column is −1 for a vector.
func place(row, column int) string {
	if column < 0 {
		return fmt.Sprintf("row %d", row)
	}
	return fmt.Sprintf("row %d, column %d", row, column)
}
