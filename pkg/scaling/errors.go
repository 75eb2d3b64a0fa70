package scaling

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// ConstantColumn says that column Column, counted from 0, has the same Value
// in every row.
type ConstantColumn struct {
	Column int
	Value  float64
}

// Error says what to try: leave the column out.
func (e *ConstantColumn) Error() string {
	hint := "it tells nothing, leave it out"
	if e.Value == 1 {
		hint = "if it is the ones column x_i0, scale before you add it; otherwise leave it out"
	}
	return fmt.Sprintf("column %d is %g in every row, its spread is 0; %s", e.Column, e.Value, hint)
}

// NotFinite says that column Column holds NaN or Inf in row Row, both counted
// from 0; Row is −1 when every value is finite but the spread, σ or
// max − min, is out of range.
type NotFinite struct {
	Row, Column int
	Value       float64
}

// Error says what to try: rows without missing values, or another unit.
func (e *NotFinite) Error() string {
	if e.Row < 0 {
		return fmt.Sprintf("the spread of column %d is %g, out of float64's range; choose another unit", e.Column, e.Value)
	}
	return fmt.Sprintf("row %d, column %d is %g; keep complete rows only (dataset's Complete)", e.Row, e.Column, e.Value)
}

// checkColumn refuses a column that no scale fits.
func checkColumn(col []float64, k int) error {
	for i, v := range col {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return &NotFinite{Row: i, Column: k, Value: v}
		}
	}
	if floats.Min(col) == floats.Max(col) {
		return &ConstantColumn{Column: k, Value: col[0]}
	}
	return nil
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("scaling: %s: %w", caller, err)
}
