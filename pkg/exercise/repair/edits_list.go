package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// listSwapped exchanges neighbours: arguments, results, targets, indices.
func listSwapped(s *site, n ast.Node) {
	pairs := func(list []ast.Expr, cost int, look string) {
		for i := 1; i < len(list); i++ {
			s.swap(list[i-1], list[i], cost, look)
		}
	}
	switch e := n.(type) {
	case *ast.CallExpr:
		pairs(e.Args, 1, "look at the order of the arguments")
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok && len(e.Args) == 1 && s.program.Info.Selections[sel] != nil {
			s.swap(sel.X, e.Args[0], 3, "look at the order")
		}
	case *ast.ReturnStmt:
		pairs(e.Results, 1, "look at the order of the results")
	case *ast.AssignStmt:
		pairs(e.Lhs, 1, "look at the order of the names")
		pairs(e.Rhs, 1, "look at the order of the values")
	case *ast.CompositeLit:
		pairs(e.Elts, 2, "look at the order of the values")
	case *ast.IndexExpr:
		if x, ok := e.X.(*ast.IndexExpr); ok {
			s.swap(x.Index, e.Index, 1, "look at the order of the indices")
		}
	case *ast.RangeStmt:
		key, isKey := e.Key.(*ast.Ident)
		if !isKey {
			return
		}
		const look = "look at what this loop gives you: the index comes first, the value second"
		if e.Value == nil {
			s.replace(e.Key, "_, "+key.Name, 1, look)
		} else if key.Name == "_" {
			s.add(edit{[]patch{{s.at(e.Key.Pos()), s.at(e.Value.End()), s.text(e.Value)}}, s.at(e.Pos()), look, 1})
		} else {
			s.swap(e.Key, e.Value, 1, look)
		}
	}
}

// valuesSwapped exchanges two names, elements or numbers of a statement.
func valuesSwapped(s *site, n ast.Node) {
	switch n.(type) {
	case *ast.AssignStmt, *ast.ReturnStmt, *ast.ExprStmt:
	default:
		return
	}
	var atoms []ast.Expr
	ast.Inspect(n, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		switch e.(type) {
		case *ast.Ident, *ast.IndexExpr, *ast.BasicLit:
			if s.isValue(e) {
				atoms = append(atoms, e)
			}
		}
		return true
	})
	for i, a := range atoms {
		for _, b := range atoms[i+1:] {
			if a.End() <= b.Pos() && s.text(a) != s.text(b) && types.Identical(types.Default(s.typeOf(a)), types.Default(s.typeOf(b))) {
				s.swap(a, b, 2, "look at "+s.text(a)+" and "+s.text(b)+": is each in its place?")
			}
		}
	}
}

// namesSwapped takes two parameters for one another in the whole function.
func namesSwapped(s *site, n ast.Node) {
	if n != ast.Node(s.decl.Body) {
		return
	}
	var names []types.Object
	for _, field := range s.decl.Type.Params.List {
		for _, name := range field.Names {
			names = append(names, s.program.Info.Defs[name])
		}
	}
	for i, a := range names {
		for _, b := range names[i+1:] {
			if a == nil || b == nil || !types.Identical(a.Type(), b.Type()) {
				continue
			}
			e := edit{at: nowhere, look: "look at " + a.Name() + " and " + b.Name() + ": is each in its place?", cost: 2}
			ast.Inspect(s.decl.Body, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				if !ok {
					return true
				}
				switch s.program.Info.Uses[id] {
				case a:
					e.patches = append(e.patches, patch{s.at(id.Pos()), s.at(id.End()), b.Name()})
				case b:
					e.patches = append(e.patches, patch{s.at(id.Pos()), s.at(id.End()), a.Name()})
				}
				return true
			})
			if len(e.patches) > 0 {
				s.add(e)
			}
		}
	}
}

// isMatrix says whether an expression has a method T.
func (s *site) isMatrix(e ast.Expr) bool {
	t := s.typeOf(e)
	return t != nil && (strings.HasPrefix(t.String(), "*gonum.org/v1/gonum/mat.") || strings.HasPrefix(t.String(), "gonum.org/v1/gonum/mat."))
}

// transposed puts T() in or takes it out.
func transposed(s *site, n ast.Node) {
	const look = "look at which matrix is transposed"
	switch e := n.(type) {
	case *ast.CallExpr:
		if sel, ok := e.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "T" && len(e.Args) == 0 {
			s.replace(e, strings.TrimPrefix(s.text(sel.X), "&"), 1, look)
			return
		}
		for _, a := range e.Args {
			if s.isMatrix(a) && !strings.HasSuffix(s.text(a), ".T()") {
				s.replace(a, strings.TrimPrefix(s.text(a), "&")+".T()", 1, look)
			}
		}
		if len(e.Args) == 2 && s.isMatrix(e.Args[0]) && s.isMatrix(e.Args[1]) {
			a, b := strings.TrimPrefix(s.text(e.Args[0]), "&"), strings.TrimPrefix(s.text(e.Args[1]), "&")
			for _, args := range []string{b + ", " + a + ".T()", b + ".T(), " + a} {
				s.add(edit{[]patch{{s.at(e.Args[0].Pos()), s.at(e.Args[1].End()), args}}, s.at(e.Pos()), "look at the order of the matrices, and which is transposed", 2})
			}
		}
	case *ast.ReturnStmt:
		for _, r := range e.Results {
			if s.isMatrix(r) {
				s.replace(r, "mat.DenseCopyOf("+strings.TrimPrefix(s.text(r), "&")+".T())", 2, look)
			}
		}
	}
}

// otherList changes a list by a value at its ends, its length, or copies it.
func otherList(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok {
		return
	}
	if c, isCall := e.(*ast.CallExpr); isCall {
		if s.text(c.Fun) == "make" && len(c.Args) == 2 {
			s.replace(c.Args[1], "0", 2, "look at how long this list begins")
			for _, v := range s.variables(c.Pos(), func(t types.Type) bool { return isFloats(t) }) {
				s.replace(c.Args[1], "len("+v+")", 3, "look at how long this list is")
			}
		}
	}
	if id, isName := e.(*ast.Ident); isName && s.isValue(e) && sameAs(types.NewSlice(types.Typ[types.Int]))(s.typeOf(e)) {
		s.replace(id, id.Name+"[1:]", 3, "look at the first value of "+id.Name)
		s.replace(id, id.Name+"[:len("+id.Name+")-1]", 3, "look at the last value of "+id.Name)
	}
	if !s.isValue(e) || !s.isList(e) {
		return
	}
	const look = "look at the first and the last value of this list"
	text := s.text(e)
	switch l := e.(type) {
	case *ast.CompositeLit:
		inner := s.f.Text[s.at(l.Lbrace)+1 : s.at(l.Rbrace)]
		comma := ", "
		if strings.TrimSpace(inner) == "" {
			comma = ""
		}
		s.replace(l, s.text(l.Type)+"{1"+comma+inner+"}", 2, look)
		s.replace(l, s.text(l.Type)+"{"+inner+comma+"1}", 3, look)
		if len(l.Elts) > 0 {
			rest := ""
			if len(l.Elts) > 1 {
				rest = s.f.Text[s.at(l.Elts[1].Pos()):s.at(l.Rbrace)]
			}
			s.replace(l, s.text(l.Type)+"{"+rest+"}", 2, look)
		}
	case *ast.CallExpr:
		if s.text(l.Fun) == "append" && len(l.Args) == 2 {
			if l.Ellipsis != token.NoPos {
				s.replace(e, s.text(l.Args[1]), 2, look)
				s.replace(e, "append("+s.text(l.Args[1])+", "+s.text(l.Args[0])+"...)", 2, look)
			} else {
				s.replace(e, "append([]float64{"+s.text(l.Args[1])+"}, "+s.text(l.Args[0])+"...)", 2, "look at which end of the list grows")
			}
		}
	case *ast.SliceExpr:
		s.replace(e, s.text(l.X), 2, look)
	}
	if p, isSlice := s.parents[e].(*ast.SliceExpr); isSlice && p.X == e {
		return
	}
	if _, isLiteral := e.(*ast.CompositeLit); !isLiteral {
		s.replace(e, "append([]float64{1}, "+text+"...)", 2, look)
	}
	if _, isName := e.(*ast.Ident); isName {
		s.replace(e, text+"[1:]", 3, look)
		s.replace(e, text+"[:len("+text+")-1]", 3, look)
		s.replace(e, "append([]float64(nil), "+text+"...)", 3, "look at "+text+": does it belong to the caller?")
		s.replace(e, "append("+text+", 1)", 4, look)
	}
}

// valueForIndex puts a value where its index stands, and the other way round.
func valueForIndex(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) {
		return
	}
	const look = "look at this: is it an index or a value?"
	if x, isIndex := e.(*ast.IndexExpr); isIndex && s.isFloat(e) && s.isInt(x.Index) {
		s.replace(e, "float64("+s.text(x.Index)+")", 3, look)
	}
	if c, isCall := e.(*ast.CallExpr); isCall && len(c.Args) == 1 && s.isFloat(e) && s.isInt(c.Args[0]) && s.text(c.Fun) == "float64" {
		for _, v := range s.variables(e.Pos(), isFloats) {
			s.replace(e, v+"["+s.text(c.Args[0])+"]", 2, look)
		}
	}
	if id, isName := e.(*ast.Ident); isName && s.isInt(e) {
		for _, v := range s.variables(e.Pos(), sameAs(types.NewSlice(types.Typ[types.Int]))) {
			s.replace(id, v+"["+id.Name+"]", 2, look)
		}
	}
	if x, isIndex := e.(*ast.IndexExpr); isIndex && s.isInt(e) {
		s.replace(e, s.text(x.Index), 2, look)
	}
	if b, isBinary := e.(*ast.BinaryExpr); isBinary && b.Op == token.XOR {
		s.replace(e, s.inside(e, s.operand(b.X)+" * "+s.operand(b.X)), 1, "look at ^, which is no power in Go")
	}
}
