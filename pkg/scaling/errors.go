package scaling

import (
	"fmt"

	"gonum.org/v1/gonum/floats"
)

// ConstantColumn says that a column has, to rounding, the same value in every
// row.
type ConstantColumn struct {
	// Column is the column of X, from 0.
	Column int
	// Value is the value of the column in row 0.
	Value float64
}

// Error says what to try: leave the column out.
func (e *ConstantColumn) Error() string {
	hint := "it tells nothing, leave it out"
	if e.Value == 1 {
		hint = "if it is the ones column x_i0, scale before you add it; otherwise leave it out"
	}
	return fmt.Sprintf("column %d is %g in every row, to rounding; %s", e.Column, e.Value, hint)
}

// checkSpread returns a *ConstantColumn if the values of column k differ by
// rounding only. A spread below 1e-300 counts as rounding too, because a number
// divided by it may be too large for float64.
func checkSpread(col []float64, k int) error {
	lo, hi := floats.Min(col), floats.Max(col)
	if hi-lo <= max(1e-300, 0x1p-52*max(-lo, hi)) {
		return &ConstantColumn{Column: k, Value: col[0]}
	}
	return nil
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("scaling: %s: %w", caller, err)
}
