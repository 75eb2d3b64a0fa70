package task

import (
	"ann/pkg/exercise/repair"

	"gonum.org/v1/gonum/mat"
)

// agrees says whether the source gives what the function gave, as far as it can be
// run: else it is not the function's, or not read as it should be. A case where a
// hair in the arguments changes the result, such as a singular system, says
// nothing: there the last digits of a sum decide.
func (f Function) agrees(c comparison, source *repair.Function) bool {
	for i, got := range c.got {
		args := f.trial(f.Cases[i]).Args()
		results, fault, err := source.Run(args, 1e6)
		switch {
		case err != nil: // then it is not searched, and the rest holds for any source
			return true
		case fault != nil && fault.Endless:
		case got.fine() != (fault == nil):
			return false
		case fault == nil && difference(got.got, together(valuesOf(results)), tolerance) != "":
			again, fault, _ := source.Run(nearby(f.trial(f.Cases[i]).Args()), 1e6)
			if fault != nil || difference(together(valuesOf(results)), together(valuesOf(again)), 1e-6) == "" {
				return false
			}
		}
	}
	return true
}

// nearby are arguments whose numbers are a hair larger, each by its own.
func nearby(args []any) []any {
	for i, a := range args {
		switch x := a.(type) {
		case float64:
			args[i] = x * (1 + 1e-13)
		case []float64:
			for k := range x {
				x[k] *= 1 + 1e-13*float64(k%7+1)
			}
		case *mat.Dense:
			x.Apply(func(r, c int, v float64) float64 { return v * (1 + 1e-13*float64((3*r+c)%7+1)) }, x)
		}
	}
	return args
}
