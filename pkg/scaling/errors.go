package scaling

import (
	"fmt"

	"ann/pkg/dataset"
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

// checkSpread returns a *ConstantColumn if column k is constant to rounding.
func checkSpread(col []float64, k int) error {
	if dataset.Constant(col) {
		return &ConstantColumn{Column: k, Value: col[0]}
	}
	return nil
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("scaling: %s: %w", caller, err)
}
