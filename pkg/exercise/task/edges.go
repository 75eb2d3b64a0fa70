package task

import (
	"reflect"

	"gonum.org/v1/gonum/mat"
)

// Edges are the special arguments on which functions go wrong, by name: whether
// a list of arguments is one, such as "one point". The tests want each among
// 200 draws of Random.
type Edges map[string]func(args []any) bool

// Is is the edge at which argument k has this value.
func Is(k int, value any) func(args []any) bool {
	return func(args []any) bool { return reflect.DeepEqual(args[k], value) }
}

// Len is the edge at which argument k is a list of n values or a matrix of n rows.
func Len(k, n int) func(args []any) bool {
	return func(args []any) bool {
		if X, ok := args[k].(*mat.Dense); ok {
			rows, _ := X.Dims()
			return rows == n
		}
		return reflect.ValueOf(args[k]).Len() == n
	}
}

// Square is the edge at which argument k is a square matrix.
func Square(k int) func(args []any) bool {
	return func(args []any) bool {
		rows, columns := args[k].(*mat.Dense).Dims()
		return rows == columns
	}
}

// ZeroBias is the edge at which the biases in argument k are 0: θ_0 of a list,
// column 0 of a matrix.
func ZeroBias(k int) func(args []any) bool {
	return func(args []any) bool {
		theta, ok := args[k].(*mat.Dense)
		if !ok {
			return args[k].([]float64)[0] == 0
		}
		return mat.Norm(theta.ColView(0), 1) == 0
	}
}
