package train

import "fmt"

// BadConfig says that a field of Config makes no sense.
type BadConfig struct {
	Field string
	Value any
	Want  string
	Rows  int // Rows is n where Want depends on it, otherwise 0
}

// Error says what is wanted.
func (e *BadConfig) Error() string {
	if e.Rows > 0 {
		return fmt.Sprintf("Config.%s is %v with %d rows, want %s", e.Field, e.Value, e.Rows, e.Want)
	}
	return fmt.Sprintf("Config.%s is %v, want %s", e.Field, e.Value, e.Want)
}

// RowsDiffer says that X and Y have not the same number of rows, or none.
// Where is "" for the training data and "Validation." for the other.
type RowsDiffer struct {
	Where string
	X, Y  int
}

// Error says what to try: the same rows for both.
func (e *RowsDiffer) Error() string {
	if e.X == 0 && e.Y == 0 {
		return fmt.Sprintf("%[1]sX and %[1]sY have no rows; check that they were not all dropped", e.Where)
	}
	return fmt.Sprintf("%[1]sX has %[2]d rows and %[1]sY has %[3]d; select, split and drop the rows of both together", e.Where, e.X, e.Y)
}

// Stopped says that training was ended from outside, in epoch Epoch after Step
// of its steps: Err is the error of the context, or the one OnEpoch returned.
type Stopped struct {
	Epoch, Step int
	Err         error
}

// Error says where, and why.
func (e *Stopped) Error() string {
	return fmt.Sprintf("stopped in epoch %d after step %d: %v", e.Epoch, e.Step, e.Err)
}

// Unwrap returns Err, so that errors.Is(err, context.Canceled) works.
func (e *Stopped) Unwrap() error { return e.Err }
