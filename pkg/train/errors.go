package train

import (
	"fmt"
	"strings"

	"ann/pkg/loss"
	"ann/pkg/nn"
)

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

// BadOutput says that the loss cannot be had with what the last layer gives: the sigmoid is
// applied twice, or p comes out of no sigmoid at all.
type BadOutput struct {
	Lo, Hi float64 // Lo and Hi are the range of ŷ
	Last   string  // Last is the last layer
	Loss   string
	Want   string
}

// Error says which pair was meant.
func (e *BadOutput) Error() string {
	ends := func(v float64) string {
		return strings.NewReplacer("+Inf", "+∞", "-Inf", "−∞", "-", "−").Replace(fmt.Sprintf("%.3g", v))
	}
	return fmt.Sprintf("the last layer, %s, gives ŷ from %s to %s; %s wants %s", e.Last, ends(e.Lo), ends(e.Hi), e.Loss, e.Want)
}

// checkOutput asks the loss whether it takes what the last layer gives.
func checkOutput(net *nn.Network, J loss.Func) error {
	checker, ok := J.(interface {
		CheckOutput(lo, hi float64) (want string)
	})
	if !ok {
		return nil
	}
	lo, hi := net.OutputRange()
	if want := checker.CheckOutput(lo, hi); want != "" {
		return &BadOutput{Lo: lo, Hi: hi, Last: net.Layer(net.L() - 1).String(), Loss: J.String(), Want: want}
	}
	return nil
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
