package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// fromSolution puts an expression of the solution in an expression's place, and
// adds a statement of the solution.
func fromSolution(s *site, n ast.Node) {
	if s.solution == nil {
		return
	}
	if e, ok := n.(ast.Expr); ok && s.isValue(e) {
		t := s.typeOf(e)
		if t == nil {
			return
		}
		for _, x := range s.fromSolution(e.Pos(), types.Default(t), nil) {
			s.replace(e, s.inside(e, x), 4, "look at "+s.first(e)+": what should stand here?")
		}
	}
	list := lists(n)
	for _, x := range s.statements {
		for _, stmt := range list {
			at := s.at(stmt.Pos())
			s.add(edit{[]patch{{at, at, x + "\n"}}, at, "look at what must be done before this line", 5})
		}
		if b, ok := n.(*ast.BlockStmt); ok {
			at := s.at(b.Rbrace)
			s.add(edit{[]patch{{at, at, "\n" + x + "\n"}}, max(at-1, 0), "look at what must be done before this block ends", 5})
		}
	}
}

// fromSolution are the solution's expressions of a type that make sense at a
// place, with the learner's names of the parameters.
func (s *site) fromSolution(at token.Pos, t types.Type, but []string) (texts []string) {
	if s.solution == nil {
		return nil
	}
	o := s.solution
	seen := map[string]bool{}
	for _, b := range but {
		seen[b] = true
	}
	ast.Inspect(o.decl.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || !o.isValue(e) || o.typeOf(e) == nil || !types.Identical(types.Default(o.typeOf(e)), t) {
			return true
		}
		if _, isLiteral := e.(*ast.BasicLit); isLiteral {
			return true
		}
		if x, ok := s.translated(e, at); ok && !seen[x] && s.isSmall(x) {
			seen[x] = true
			texts = append(texts, x)
		}
		return true
	})
	return texts
}

// isSmall says whether a part of the solution is less than half of it: more is not
// told.
func (s *site) isSmall(text string) bool {
	small, known := s.small[text]
	if !known {
		small = 2*len(tokens(text)) < len(tokens(s.solution.text(s.solution.decl.Body)))
		s.small[text] = small
	}
	return small
}

// translated is a node of the solution in the learner's names. It is not ok
// where a name means nothing at the place.
func (s *site) translated(n ast.Node, at token.Pos) (text string, ok bool) {
	o := s.solution
	text = o.text(n)
	type swap struct {
		from, to int
		name     string
	}
	var swaps []swap
	ok = true
	declared := map[types.Object]bool{}
	ast.Inspect(n, func(n ast.Node) bool {
		id, isIdent := n.(*ast.Ident)
		if !isIdent {
			return true
		}
		if d := o.program.Info.Defs[id]; d != nil {
			declared[d] = true
			return true
		}
		v, isVar := o.program.Info.Uses[id].(*types.Var)
		if !isVar || v.IsField() || declared[v] {
			return true
		}
		name := s.nameOf(v, at)
		if name == "" {
			ok = false
			return false
		}
		if name != id.Name {
			swaps = append(swaps, swap{o.at(id.Pos()), o.at(id.End()), name})
		}
		return true
	})
	if !ok {
		return "", false
	}
	base := o.at(n.Pos())
	for i := len(swaps) - 1; i >= 0; i-- {
		text = text[:swaps[i].from-base] + swaps[i].name + text[swaps[i].to-base:]
	}
	return text, true
}

// nameOf is the learner's name for a variable of the solution: the parameter at
// the same position, or a variable of the same name and type.
func (s *site) nameOf(v *types.Var, at token.Pos) string {
	o := s.solution
	theirs := o.program.Info.Defs[o.decl.Name].Type().(*types.Signature)
	mine := s.program.Info.Defs[s.decl.Name].Type().(*types.Signature)
	for i := range theirs.Params().Len() {
		if theirs.Params().At(i) == v && i < mine.Params().Len() {
			return mine.Params().At(i).Name()
		}
	}
	here := variableAt{v, at}
	name, known := s.names[here]
	if !known && slices.Contains(s.variables(at, sameAs(v.Type())), v.Name()) {
		name = v.Name()
	}
	s.names[here] = name
	return name
}

// solutionStatements are the single-line statements of the solution, in the
// learner's names where they are parameters.
func (s *site) solutionStatements() (texts []string) {
	o := s.solution
	ast.Inspect(o.decl.Body, func(n ast.Node) bool {
		for _, stmt := range lists(n) {
			switch stmt.(type) {
			case *ast.AssignStmt, *ast.ExprStmt, *ast.IncDecStmt:
				text := o.text(stmt)
				if !strings.Contains(text, "\n") && s.isSmall(text) {
					texts = append(texts, text)
				}
			}
		}
		return true
	})
	return texts
}
