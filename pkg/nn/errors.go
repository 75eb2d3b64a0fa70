package nn

import "fmt"

// BadLabel says that the label of Row, counted from 0, is not ±1.
type BadLabel struct {
	Row   int
	Value float64
}

// Error says what to try: 2y − 1 for labels 0 and 1.
func (e *BadLabel) Error() string {
	return fmt.Sprintf("the label in row %d is %g, want +1 or −1; labels 0 and 1 become ±1 by 2y − 1", e.Row, e.Value)
}

// OutOfRange says that X holds NaN, Inf or a number beyond ±1e150, whose square
// is beyond float64, in Row and Column, counted from 0.
type OutOfRange struct {
	Row, Column int
	Value       float64
}

// Error says what to try: complete rows, or scaling.
func (e *OutOfRange) Error() string {
	return fmt.Sprintf("X is %g in row %d, column %d, want numbers within ±1e150; keep complete rows only (dataset's Complete), or scale the column", e.Value, e.Row, e.Column)
}

// CannotSave says what in a network a file cannot hold: a number that is not
// finite, or an activation function or kernel that is not of this course.
type CannotSave struct {
	What, Try string
}

// Error says what to try.
func (e *CannotSave) Error() string { return e.What + "; " + e.Try }

// CorruptFile says that a file is not a network's, or is damaged.
type CorruptFile struct {
	What string
	Err  error // the reader's error, or nil
}

// Error says what to try: another copy of the file.
func (e *CorruptFile) Error() string {
	return e.What + "; the file is not a network's or is damaged: take another copy, or train and save again"
}

// Unwrap returns the reader's error.
func (e *CorruptFile) Unwrap() error { return e.Err }

// NewerVersion says that a file has a version that this program does not know.
type NewerVersion struct {
	Version, Known int
}

// Error says what to try: a newer program.
func (e *NewerVersion) Error() string {
	return fmt.Sprintf("the file has version %d of the format, this program reads up to %d; update the program, or save the network with this one", e.Version, e.Known)
}
