package repair

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// grownBehind finds lists that are made with a length, never filled by index, and
// then grow behind their zeros.
func grownBehind(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || len(a.Lhs) != 1 || a.Tok == token.DEFINE {
			return true
		}
		id, isName := a.Lhs[0].(*ast.Ident)
		c, isCall := a.Rhs[0].(*ast.CallExpr)
		if !isName || !isCall || s.text(c.Fun) != "append" || len(c.Args) < 2 || s.text(c.Args[0]) != id.Name {
			return true
		}
		v := s.program.Info.Uses[id]
		made := s.madeWithLength(v)
		if made != nil && s.changes(v) == s.appends(v) {
			say(made, "look at how long this list begins", fmt.Sprintf("%s holds values already, and append puts more behind them. Begin with length 0, or write %s[i] = ….", s.text(made), id.Name))
		}
		return true
	})
}

// doesNothing finds loops without a statement.
func doesNothing(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		if loop, ok := n.(ast.Stmt); ok && bodyOf(loop) != nil && len(bodyOf(loop).List) == 0 {
			say(loop, "look at what this loop must do", "nothing stands in this loop, so it does nothing.")
		}
		return true
	})
}

// staysAsItWas finds variables that begin with a number, are read, and never
// change: a sum to which nothing is added.
func staysAsItWas(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok != token.DEFINE || len(a.Lhs) != len(a.Rhs) {
			return true
		}
		for i, e := range a.Lhs {
			id, isName := e.(*ast.Ident)
			l, isNumber := a.Rhs[i].(*ast.BasicLit)
			if !isName || !isNumber || (l.Value != "0.0" && l.Value != "0" && l.Value != "0.") {
				continue
			}
			if v := s.program.Info.Defs[id]; v != nil && s.changes(v) == 0 {
				say(s.decl, "", fmt.Sprintf("No line changes %s: it stays %s.", id.Name, l.Value))
			}
		}
		return true
	})
}

// madeWithLength is the make that declares a list, unless its length is 0.
func (s *site) madeWithLength(v types.Object) (made ast.Expr) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok != token.DEFINE || len(a.Lhs) != 1 {
			return true
		}
		id, isName := a.Lhs[0].(*ast.Ident)
		c, isCall := a.Rhs[0].(*ast.CallExpr)
		if isName && s.program.Info.Defs[id] == v && isCall && s.text(c.Fun) == "make" && len(c.Args) == 2 && s.text(c.Args[1]) != "0" {
			made = c
		}
		return true
	})
	return made
}

func (s *site) appends(v types.Object) (count int) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 1 && a.Tok != token.DEFINE {
			if id, isName := a.Lhs[0].(*ast.Ident); isName && s.program.Info.Uses[id] == v {
				if c, isCall := a.Rhs[0].(*ast.CallExpr); isCall && s.text(c.Fun) == "append" {
					count++
				}
			}
		}
		return true
	})
	return count
}

// usedByNobody finds variables that are computed, and then only used to compute
// themselves.
func usedByNobody(s *site, say func(ast.Node, string, string)) {
	ids := slices.SortedFunc(maps.Keys(s.program.Info.Defs), func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
	for _, id := range ids {
		v := s.program.Info.Defs[id]
		if _, isVar := v.(*types.Var); !isVar || v.Pos() < s.decl.Body.Pos() || v.Pos() > s.decl.Body.End() || s.inClosure(id) {
			continue
		}
		own, changes := 0, 0
		ast.Inspect(s.decl.Body, func(n ast.Node) bool {
			a, ok := n.(*ast.AssignStmt)
			if !ok || len(a.Lhs) != 1 {
				return true
			}
			if target, isName := a.Lhs[0].(*ast.Ident); isName && s.program.Info.Uses[target] == v {
				own, changes = own+s.uses(a, v), changes+1
			}
			return true
		})
		if changes > 0 && own == s.uses(s.decl.Body, v) {
			say(s.decl, "", fmt.Sprintf("The function computes %s, and then nothing uses it.", id.Name))
		}
	}
}

// inClosure says whether a name stands in a function within the function.
func (s *site) inClosure(id *ast.Ident) bool {
	for n := s.parents[id]; n != nil; n = s.parents[n] {
		if _, is := n.(*ast.FuncLit); is {
			return true
		}
	}
	return false
}
