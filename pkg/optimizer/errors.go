package optimizer

import "fmt"

// Diverged says that a minimisation blew up: after step Step, counted from 1,
// the loss or the gradient is NaN, infinite or beyond 1e150, or the loss is far
// above that at the start.
type Diverged struct {
	Rule     string  // Rule is the optimizer, "GD(α = 5)"
	Step     int     // Step is the last step, counted from 1
	J        float64 // J is the loss after Step
	Gradient float64 // Gradient is |∇J| after Step
	Start    float64 // Start is the loss at the start
}

// Error says what to try: a smaller α, or, if J did not rise, another look at
// J.
func (e *Diverged) Error() string {
	try := "try a smaller α, a tenth say"
	if e.J < e.Start {
		try = "J fell on the way: check that it has a minimum and that its gradient is right, or try a smaller α"
	}
	return fmt.Sprintf("%s diverges: after step %d J is %.3g and |∇J| is %.3g, J was %.3g at the start; %s", e.Rule, e.Step, e.J, e.Gradient, e.Start, try)
}

// BadStart says that a number at the start is NaN, infinite or larger than
// 1e150: Where is "θ", "J" or "∇J", Index the entry, −1 for J.
type BadStart struct {
	Where string
	Index int
	Value float64
}

// Error names the entry and says what to try: another start.
func (e *BadStart) Error() string {
	where := e.Where
	if e.Index >= 0 {
		where = fmt.Sprintf("%s[%d]", e.Where, e.Index)
	}
	return fmt.Sprintf("%s is %g at the start; start where J and its gradient are defined, or scale the data", where, e.Value)
}

// BadParameter says that a number which steers a method makes no sense.
type BadParameter struct {
	// Name is the symbol of the number, or the name of its field: "α", "λ".
	Name string
	// Value is the number.
	Value float64
	// Want is what the method takes.
	Want string
}

// Error says what is wanted.
func (e *BadParameter) Error() string {
	return fmt.Sprintf("%s is %g, want %s", e.Name, e.Value, e.Want)
}

// NoStop says that all three tests of Config that can end a minimisation are off.
type NoStop struct{}

// Error says what to set.
func (*NoStop) Error() string {
	return "MaxSteps, MinDecrease and MinGradient are all 0, so it would never stop; set MaxSteps, to 1000 say"
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("optimizer: %s: %w", caller, err)
}
