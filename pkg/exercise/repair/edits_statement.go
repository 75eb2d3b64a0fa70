package repair

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// lists are the statements that follow one another in a node.
func lists(n ast.Node) []ast.Stmt {
	switch b := n.(type) {
	case *ast.BlockStmt:
		return b.List
	case *ast.CaseClause:
		return b.Body
	}
	return nil
}

// first is the first line of a statement, for words.
func (s *site) first(n ast.Node) string {
	line, _, more := strings.Cut(s.text(n), "\n")
	if more {
		return strings.TrimSuffix(line, " {")
	}
	return line
}

func dropStatement(s *site, n ast.Node) {
	for _, stmt := range lists(n) {
		s.replace(stmt, "", 3, "look at this line: is it needed?")
	}
}

// move adds the edit that takes a statement from its place to another one.
func (s *site) move(stmt ast.Stmt, to token.Pos, cost int, look string) {
	text := s.text(stmt)
	remove := patch{s.at(stmt.Pos()), s.at(stmt.End()), ""}
	insert := patch{s.at(to), s.at(to), "\n" + text + "\n"}
	patches := []patch{remove, insert}
	if insert.from < remove.from {
		patches = []patch{insert, remove}
	}
	s.add(edit{patches, s.at(stmt.Pos()), look, cost + strings.Count(text, "\n")})
}

// movedByLoop moves a statement out of a loop, or into it.
func movedByLoop(s *site, n ast.Node) {
	const out = "look at where this line stands: does it belong into the loop?"
	const in = "look at where this line stands: does it belong before, in or after the loop?"
	list := lists(n)
	for i, stmt := range list {
		body := bodyOf(stmt)
		if body == nil {
			continue
		}
		for k, inner := range body.List {
			cost := 2
			if k > 0 && k < len(body.List)-1 {
				cost = 3
			}
			s.move(inner, stmt.Pos(), cost, out)
			s.move(inner, stmt.End(), cost-1, out)
		}
		if body.List == nil {
			continue
		}
		for k := max(0, i-4); k < i; k++ {
			s.move(list[k], body.Lbrace+1, 2, in)
		}
		for k := i + 1; k < min(len(list), i+3); k++ {
			s.move(list[k], body.Rbrace, 3, in)
		}
	}
}

// statementsSwapped exchanges neighbours, and moves a statement to the end.
func statementsSwapped(s *site, n ast.Node) {
	list := lists(n)
	for i := 1; i < len(list); i++ {
		s.swap(list[i-1], list[i], 2+strings.Count(s.text(list[i-1])+s.text(list[i]), "\n"), "look at the order of this line and the next one")
	}
	for i := range len(list) - 2 {
		for k := i + 2; k < len(list); k++ {
			s.move(list[i], list[k].Pos(), 3, "look at the order of the lines: is this one too early?")
			s.move(list[k], list[i].Pos(), 4, "look at the order of the lines: is this one too late?")
		}
	}
}

// reset sets a variable back at the beginning of a loop's body.
func reset(s *site, n ast.Node) {
	loop, ok := n.(ast.Stmt)
	if !ok || bodyOf(loop) == nil {
		return
	}
	body := bodyOf(loop)
	var names []string
	ast.Inspect(body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && a.Tok != token.DEFINE && len(a.Lhs) == 1 {
			if id, ok := a.Lhs[0].(*ast.Ident); ok && s.isFloat(id) && !slices.Contains(names, id.Name) {
				names = append(names, id.Name)
			}
		}
		return true
	})
	for _, name := range names {
		for _, value := range []string{"0", "1"} {
			at := s.at(body.Lbrace) + 1
			s.add(edit{[]patch{{at, at, "\n" + name + " = " + value + "\n"}}, s.at(loop.Pos()), "look at what " + name + " is when a round of this loop begins", 2})
		}
	}
}

// stepLost counts on at the end of each round.
func stepLost(s *site, n ast.Node) {
	loop, ok := n.(*ast.ForStmt)
	if !ok || loop.Cond == nil || loop.Post != nil {
		return
	}
	ast.Inspect(loop.Cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.isInt(id) {
			at := s.at(loop.Body.Rbrace)
			s.add(edit{[]patch{{at, at, "\n" + id.Name + "++\n"}}, s.at(loop.Pos()), "look at what changes " + id.Name + " in this loop", 1})
		}
		return true
	})
}

// atOnce makes one assignment of two.
func atOnce(s *site, n ast.Node) {
	list := lists(n)
	for i := 1; i < len(list); i++ {
		a, ok := list[i-1].(*ast.AssignStmt)
		b, also := list[i].(*ast.AssignStmt)
		if !ok || !also || len(a.Lhs) != 1 || len(b.Lhs) != 1 || a.Tok == token.DEFINE || b.Tok == token.DEFINE {
			continue
		}
		s.add(edit{
			[]patch{{s.at(a.Pos()), s.at(b.End()), s.text(a.Lhs[0]) + ", " + s.text(b.Lhs[0]) + " = " + s.value(a) + ", " + s.value(b)}},
			s.at(b.Pos()), "look at " + s.text(a.Lhs[0]) + ": is it the old or the new one here?", 1,
		})
	}
}

// value is what an assignment gives its target: a - b for a -= b.
func (s *site) value(a *ast.AssignStmt) string {
	if a.Tok == token.ASSIGN {
		return s.text(a.Rhs[0])
	}
	return s.text(a.Lhs[0]) + " " + strings.TrimSuffix(a.Tok.String(), "=") + " " + s.operand(a.Rhs[0])
}

// lineLost adds a line that is like one that is there, with 1 for 0 in its names;
// and, in a loop, one that adds to what is never changed.
func lineLost(s *site, n ast.Node) {
	for _, stmt := range lists(n) {
		if a, isAssignment := stmt.(*ast.AssignStmt); isAssignment {
			text := s.text(a)
			for _, twin := range []string{renamed(text, "0", "1"), renamed(text, "1", "0")} {
				if twin != text {
					before, after := s.at(a.Pos()), s.at(a.End())
					s.add(edit{[]patch{{after, after, "\n" + twin}}, after, "look at what must be done after this line", 4})
					s.add(edit{[]patch{{before, before, twin + "\n"}}, before, "look at what must be done before this line", 4})
				}
			}
		}
		body := bodyOf(stmt)
		if body == nil {
			continue
		}
		at := s.at(body.Rbrace)
		values := s.offers(body.Rbrace - 1).values
		for _, v := range s.variables(stmt.Pos(), sameAs(types.Typ[types.Float64])) {
			if !s.isConstant(v) {
				continue
			}
			for i, x := range values {
				s.add(edit{[]patch{{at, at, "\n" + v + " += " + x + "\n"}}, s.at(stmt.Pos()), "look at what this loop must do", 4})
				for _, y := range values[i:] {
					s.add(edit{[]patch{{at, at, "\n" + v + " += " + x + "*" + y + "\n"}}, s.at(stmt.Pos()), "look at what this loop must do", 4})
				}
			}
		}
	}
}

// renamed puts one digit for another at the end of names.
func renamed(text, from, to string) string {
	return regexp.MustCompile(`([A-Za-z])`+from+`\b`).ReplaceAllString(text, "${1}"+to)
}

// isConstant says whether a variable of the function is declared and never
// changed, or only by itself.
func (s *site) isConstant(name string) bool {
	for id, v := range s.program.Info.Defs {
		if id.Name == name && v != nil && v.Pos() > s.decl.Body.Pos() {
			return s.changesInLoops(v) == 0
		}
	}
	return false
}

// changesInLoops counts the assignments to a variable in loops.
func (s *site) changesInLoops(v types.Object) (count int) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(s.loops(a)) > 0 {
			for _, e := range a.Lhs {
				if id, isName := e.(*ast.Ident); isName && s.program.Info.Uses[id] == v {
					count++
				}
			}
		}
		return true
	})
	return count
}
