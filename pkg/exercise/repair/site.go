package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"ann/pkg/exercise/eval"
)

// site is the learner's function with its types, seen from one of its nodes.
type site struct {
	f       *Function
	program *eval.Program
	decl    *ast.FuncDecl
	parents map[ast.Node]ast.Node
	add     func(edit)

	solution   *site           // whose parts may be missing here, or nil
	statements []string        // of it, that may be missing
	small      map[string]bool // parts of it that may be told
	names      map[variableAt]string
}

// variableAt is a variable of the solution at a place of the learner's function.
type variableAt struct {
	v  *types.Var
	at token.Pos
}

func (f *Function) site(p *eval.Program) *site {
	s := &site{f: f, program: p, parents: map[ast.Node]ast.Node{}}
	for _, d := range p.File.Decls {
		if g, ok := d.(*ast.FuncDecl); ok && g.Name.Name == f.Name {
			s.decl = g
		}
	}
	var up []ast.Node
	ast.Inspect(s.decl, func(n ast.Node) bool {
		if n == nil {
			up = up[:len(up)-1]
			return false
		}
		if len(up) > 0 {
			s.parents[n] = up[len(up)-1]
		}
		up = append(up, n)
		return true
	})
	return s
}

// at is the place of a position in the function's text.
func (s *site) at(p token.Pos) int {
	return s.program.Fset.Position(p).Offset - len(s.f.before)
}

func (s *site) text(n ast.Node) string { return s.f.Text[s.at(n.Pos()):s.at(n.End())] }

func (s *site) typeOf(e ast.Expr) types.Type { return s.program.Info.TypeOf(e) }

func (s *site) is(e ast.Expr, kind types.BasicKind) bool {
	t := s.typeOf(e)
	return t != nil && types.Identical(types.Default(t), types.Typ[kind])
}

func (s *site) isFloat(e ast.Expr) bool { return s.is(e, types.Float64) }
func (s *site) isInt(e ast.Expr) bool   { return s.is(e, types.Int) }
func (s *site) isList(e ast.Expr) bool  { return isFloats(s.typeOf(e)) }

var floats = types.NewSlice(types.Typ[types.Float64])

func isFloats(t types.Type) bool { return t != nil && types.Identical(t, floats) }

// variables are the variables that a place can name, the innermost first.
func (s *site) variables(at token.Pos, fits func(types.Type) bool) (names []string) {
	seen := map[string]bool{}
	file := s.program.Pkg.Scope().Innermost(at)
	for scope := file; scope != nil && scope != s.program.Pkg.Scope(); scope = scope.Parent() {
		for _, name := range scope.Names() {
			v, isVar := scope.Lookup(name).(*types.Var)
			if !isVar || name == "_" || seen[name] || v.Pos() > at && scope.Contains(v.Pos()) && !s.isParameter(v) {
				continue
			}
			seen[name] = true
			if fits(v.Type()) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (s *site) isParameter(v *types.Var) bool {
	return s.decl.Type.Pos() <= v.Pos() && v.Pos() < s.decl.Body.Pos()
}

func sameAs(t types.Type) func(types.Type) bool {
	return func(u types.Type) bool { return types.Identical(t, u) }
}

// loops are the loops around a node, the innermost first.
func (s *site) loops(n ast.Node) (all []ast.Stmt) {
	for n = s.parents[n]; n != nil; n = s.parents[n] {
		switch n := n.(type) {
		case *ast.ForStmt:
			all = append(all, n)
		case *ast.RangeStmt:
			all = append(all, n)
		case *ast.FuncLit:
			return all
		}
	}
	return all
}

func bodyOf(loop ast.Stmt) *ast.BlockStmt {
	switch l := loop.(type) {
	case *ast.ForStmt:
		return l.Body
	case *ast.RangeStmt:
		return l.Body
	}
	return nil
}

// inside puts parentheses around a text that takes the place of an expression
// within another one.
func (s *site) inside(e ast.Expr, text string) string {
	switch s.parents[e].(type) {
	case *ast.BinaryExpr, *ast.UnaryExpr, *ast.SelectorExpr, *ast.StarExpr:
		if strings.ContainsAny(text, " ") && !strings.HasPrefix(text, "(") {
			return "(" + text + ")"
		}
	case *ast.IndexExpr:
		if s.parents[e].(*ast.IndexExpr).X == e {
			return "(" + text + ")"
		}
	}
	return text
}
