package repair

import (
	"go/ast"
	"go/token"
	"go/types"
)

// offers are what could be missing at a place as a factor, a term or a value:
// parameters and variables, their sizes, their values at the indices of the loops
// around, and what the solution names.
type offers struct {
	sizes  []string // numbers that are the same in every round
	values []string // numbers of a round
	wholes []string
}

func (s *site) offers(at token.Pos) (o offers) {
	o.sizes = s.variables(at, sameAs(types.Typ[types.Float64]))
	o.wholes = s.variables(at, sameAs(types.Typ[types.Int]))
	lists := s.variables(at, isFloats)
	var indices []string
	for _, n := range o.wholes {
		if s.isIndex(n, at) {
			indices = append(indices, n)
		}
	}
	for _, x := range lists {
		o.wholes = append(o.wholes, "len("+x+")")
		for _, i := range indices {
			o.values = append(o.values, x+"["+i+"]", x+"["+i+"+1]")
		}
		o.values = append(o.values, x+"[0]")
	}
	for _, x := range s.variables(at, func(t types.Type) bool { return isNamed(t, "Dense") }) {
		for _, i := range indices {
			for _, k := range append([]string{"0"}, indices...) {
				if i != k {
					o.values = append(o.values, x+".At("+i+", "+k+")")
				}
			}
		}
	}
	for _, x := range s.variables(at, func(t types.Type) bool { return isNamed(t, "VecDense") }) {
		for _, i := range indices {
			o.values = append(o.values, x+".AtVec("+i+")")
		}
	}
	for _, x := range s.variables(at, sameAs(types.NewSlice(types.Typ[types.Int]))) {
		for _, i := range indices {
			o.wholes = append(o.wholes, x+"["+i+"]", x+"["+i+"-1]", x+"["+i+"+1]")
		}
	}
	for _, n := range o.wholes {
		o.sizes = append(o.sizes, "float64("+n+")")
	}
	o.sizes = append(o.sizes, s.fromSolution(at, types.Typ[types.Float64], append(o.sizes, o.values...))...)
	o.wholes = append(o.wholes, s.fromSolution(at, types.Typ[types.Int], o.wholes)...)
	return o
}

// isNamed says whether a type is one of gonum's matrices, or a pointer to it.
func isNamed(t types.Type, name string) bool {
	if p, isPointer := t.(*types.Pointer); isPointer {
		t = p.Elem()
	}
	return t.String() == "gonum.org/v1/gonum/mat."+name
}

// isIndex says whether a variable counts the rounds of a loop around a place.
func (s *site) isIndex(name string, at token.Pos) bool {
	found := false
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		switch l := n.(type) {
		case *ast.RangeStmt:
			if id, ok := l.Key.(*ast.Ident); ok && id.Name == name && l.Pos() <= at && at < l.End() {
				found = true
			}
		case *ast.ForStmt:
			if a, ok := l.Init.(*ast.AssignStmt); ok && l.Pos() <= at && at < l.End() && len(a.Lhs) == 1 && s.text(a.Lhs[0]) == name {
				found = true
			}
		}
		return !found
	})
	return found
}
