package nn

import "fmt"

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
	Err  error // Err is the error of the JSON decoder, or nil
}

// Error says what to try: another copy of the file.
func (e *CorruptFile) Error() string {
	return e.What + "; the file is not a network's or is damaged: take another copy, or train and save again"
}

// Unwrap returns the error of the JSON decoder.
func (e *CorruptFile) Unwrap() error { return e.Err }

// NewerVersion says that a file has a version of the format that this program
// does not know: Known is the latest that it does.
type NewerVersion struct {
	Version, Known int
}

// Error says what to try: a newer program.
func (e *NewerVersion) Error() string {
	return fmt.Sprintf("the file has version %d of the format, this program reads up to %d; update the program, or save the network with this one", e.Version, e.Known)
}
