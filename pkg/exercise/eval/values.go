package eval

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// values describes the variables that the line where a run stopped names, as far
// as they are sizes: numbers that count, lists and matrices.
func (p *Program) values(r *run) string {
	if r.in == nil {
		return ""
	}
	line := p.Fset.Position(r.at).Line
	var words, names []string
	ast.Inspect(p.File, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if p.Fset.Position(n.Pos()).Line > line || p.Fset.Position(n.End()).Line < line {
			return false
		}
		id, isName := n.(*ast.Ident)
		if !isName || slices.Contains(names, id.Name) {
			return true
		}
		if v, isVar := p.Info.Uses[id].(*types.Var); isVar && !v.IsField() {
			if d := r.of.describe(v, r.in); d != "" {
				names, words = append(names, id.Name), append(words, id.Name+" "+d)
			}
		}
		return true
	})
	return strings.Join(words, ", ")
}

// describe is the size of a variable in words, or empty.
func (f *function) describe(v *types.Var, fr *frame) string {
	defer func() { _ = recover() }() // a variable that has no value yet
	switch x := f.lookup(v).value(fr).Interface().(type) {
	case int:
		return fmt.Sprintf("= %d", x)
	case []float64:
		return fmt.Sprintf("has %d values", len(x))
	case []int:
		return fmt.Sprintf("has %d values", len(x))
	case *mat.Dense:
		if x == nil {
			return "is nil"
		}
		rows, columns := x.Dims()
		return fmt.Sprintf("is %d×%d", rows, columns)
	case mat.Dense:
		return dims(&x)
	case *mat.VecDense:
		if x == nil {
			return "is nil"
		}
		return fmt.Sprintf("has %d values", x.Len())
	case mat.VecDense:
		if x.IsEmpty() {
			return "is empty"
		}
		return fmt.Sprintf("has %d values", x.Len())
	default:
		if v := reflect.ValueOf(x); v.Kind() == reflect.Slice {
			return fmt.Sprintf("has %d values", v.Len())
		}
	}
	return ""
}

func dims(x *mat.Dense) string {
	if x.IsEmpty() {
		return "is empty"
	}
	rows, columns := x.Dims()
	return fmt.Sprintf("is %d×%d", rows, columns)
}
