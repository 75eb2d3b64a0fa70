package task

import (
	"reflect"
	"strings"
)

// explain says in the learner's words what a usual panic means.
func explain(panicked string) string {
	for _, p := range []struct{ part, means string }{
		{"index out of range [-", "An index is below 0, where nothing stands: where does this loop begin?"},
		{"index out of range", "An index goes too far: with n values the last one is n−1."},
		{"dimension mismatch", "Two shapes do not fit: write the rows and columns of each matrix beside the line."},
		{"zero length", "A matrix without rows or without columns cannot be made: count them again."},
		{"singular", "No single θ solves this system: are two columns the same, a second ones column for instance?"},
		{"nil pointer", "Something was used before it was made: mat.NewDense makes a matrix."},
		{"divide by zero", "A whole number is divided by 0."},
	} {
		if strings.Contains(panicked, p.part) {
			return p.means
		}
	}
	return ""
}

// trap warns those who get the stub's answer everywhere though they did write the function.
func (f Function) trap(got value) string {
	switch reflect.TypeOf(f.Solution).Out(0).Kind() {
	case reflect.Float64:
		return "\n" + sentence("(If you have written it: in Go 1/2 is 0, because whole numbers divide to whole numbers. Write 0.5.)")
	case reflect.Slice:
		if got.show(5) == "nil" {
			return "\n" + sentence("(If you have written it: a slice that is only declared is nil. make([]float64, n) gives it n values.)")
		}
	}
	return ""
}
