package repair

import (
	"go/ast"
	"go/token"
	"slices"
)

// alike are operators that are taken for one another.
var alike = [][]token.Token{
	{token.ADD, token.SUB, token.MUL, token.QUO},
	{token.LSS, token.LEQ, token.GTR, token.GEQ, token.EQL, token.NEQ},
	{token.LAND, token.LOR},
}

// near are pairs among them that are taken for one another most often.
var near = map[token.Token]token.Token{
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
}

var lookAt = map[token.Token]string{
	token.ADD: "look at the sign", token.SUB: "look at the sign",
	token.MUL: "look at what is multiplied and what is divided", token.QUO: "look at what is multiplied and what is divided",
}

func otherOperator(s *site, n ast.Node) {
	b, ok := n.(*ast.BinaryExpr)
	if !ok {
		return
	}
	for _, group := range alike {
		if !slices.Contains(group, b.Op) {
			continue
		}
		for _, op := range group {
			cost, look := 2, "look at the "+b.Op.String()
			if near[b.Op] == op {
				cost = 1
				if l := lookAt[op]; l != "" {
					look = l
				}
			}
			at := s.at(b.OpPos)
			s.add(edit{[]patch{{at, at + len(b.Op.String()), op.String()}}, at, s.place(b, look), cost})
		}
	}
}

func otherAssignment(s *site, n ast.Node) {
	switch a := n.(type) {
	case *ast.AssignStmt:
		if len(a.Lhs) > 1 && a.Tok != token.ASSIGN && a.Tok != token.DEFINE {
			return
		}
		for _, tok := range []token.Token{token.ASSIGN, token.DEFINE, token.ADD_ASSIGN, token.SUB_ASSIGN, token.MUL_ASSIGN, token.QUO_ASSIGN} {
			if len(a.Lhs) > 1 && tok != token.ASSIGN && tok != token.DEFINE {
				continue
			}
			at, cost := s.at(a.TokPos), 1
			if tok == token.MUL_ASSIGN || tok == token.QUO_ASSIGN {
				cost = 4
			}
			s.add(edit{[]patch{{at, at + len(a.Tok.String()), tok.String()}}, at, s.place(a, "look at how this line changes "+s.text(a.Lhs[0])), cost})
		}
	case *ast.IncDecStmt:
		other := token.INC
		if a.Tok == token.INC {
			other = token.DEC
		}
		at := s.at(a.TokPos)
		s.add(edit{[]patch{{at, at + 2, other.String()}}, at, s.place(a, "look at how this line changes "+s.text(a.X)), 2})
	}
}

func dropOperand(s *site, n ast.Node) {
	const look = "look at what is too much here"
	switch e := n.(type) {
	case *ast.BinaryExpr:
		s.replace(e, s.text(e.X), 2, look)
		switch e.Op {
		case token.SUB:
			s.replace(e, s.inside(e, "-"+s.operand(e.Y)), 3, look)
		case token.QUO:
			s.replace(e, s.inside(e, "1 / "+s.operand(e.Y)), 4, look)
			s.replace(e, s.text(e.Y), 4, look)
		default:
			s.replace(e, s.text(e.Y), 2, look)
		}
	case *ast.UnaryExpr:
		if e.Op == token.SUB || e.Op == token.NOT {
			s.replace(e, s.text(e.X), 2, "look at the sign")
		}
	}
}

// operand is an expression as it stands beside an operator.
func (s *site) operand(e ast.Expr) string {
	if _, isBinary := e.(*ast.BinaryExpr); isBinary {
		return "(" + s.text(e) + ")"
	}
	return s.text(e)
}

func negated(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) || !s.isFloat(e) {
		return
	}
	if _, isUnary := s.parents[e].(*ast.UnaryExpr); isUnary {
		return
	}
	s.replace(e, s.inside(e, "-"+s.operand(e)), 3, "look at the sign")
}

func operandsSwapped(s *site, n ast.Node) {
	if b, ok := n.(*ast.BinaryExpr); ok && (b.Op == token.SUB || b.Op == token.QUO) {
		s.replace(b, s.operand(b.Y)+" "+b.Op.String()+" "+s.operand(b.X), 2, "look at the order of the two sides of "+b.Op.String())
	}
}

func isProduct(op token.Token) bool { return op == token.MUL || op == token.QUO }
func isSum(op token.Token) bool     { return op == token.ADD || op == token.SUB }

// regrouped puts parentheses elsewhere.
func regrouped(s *site, n ast.Node) {
	const look = "look at what is computed first: are there parentheses too few or too many?"
	if p, ok := n.(*ast.ParenExpr); ok {
		if _, inner := p.X.(*ast.BinaryExpr); inner {
			s.replace(p, s.text(p.X), 2, look)
		}
		return
	}
	b, ok := n.(*ast.BinaryExpr)
	if !ok || !isProduct(b.Op) && !isSum(b.Op) {
		return
	}
	op := " " + b.Op.String() + " "
	if x, ok := b.X.(*ast.BinaryExpr); ok && (isProduct(x.Op) || isSum(x.Op)) { // a∘b∘c as a∘(b∘c)
		cost := 2
		if x.Op == token.QUO && b.Op == token.MUL {
			cost = 1
		}
		s.replace(b, s.inside(b, s.text(x.X)+" "+x.Op.String()+" ("+s.text(x.Y)+op+s.text(b.Y)+")"), cost, look)
		if x.Op == token.QUO && isProduct(b.Op) { // a/b*c as a*c/b
			s.replace(b, s.text(x.X)+" / ("+s.text(x.Y)+" * "+s.operand(b.Y)+")", cost, look)
		}
	}
	if x, ok := b.X.(*ast.BinaryExpr); ok && x.Op == b.Op && isSum(b.Op) { // a-b*a-b as (a-b)*(a-b)
		m, isMiddle := x.Y.(*ast.BinaryExpr)
		if isMiddle && m.Op == token.MUL && s.text(m.Y) == s.text(x.X) && s.text(m.X) == s.text(b.Y) {
			side := "(" + s.text(x.X) + op + s.text(b.Y) + ")"
			s.replace(b, side+" * "+side, 1, look)
		}
	}
	if y, ok := b.Y.(*ast.BinaryExpr); ok && isProduct(y.Op) && isSum(b.Op) { // a+b*c/d as (a+b)*c/d
		first := firstFactor(y)
		rest := s.f.Text[s.at(first.End()):s.at(y.End())]
		s.replace(b, "("+s.text(b.X)+op+s.text(first)+")"+rest, 2, look)
		if x, isSumToo := b.X.(*ast.BinaryExpr); isSumToo && isSum(x.Op) { // a+b-c*d as a+(b-c)*d
			s.replace(b, s.inside(b, s.text(x.X)+" "+x.Op.String()+" ("+s.text(x.Y)+op+s.text(first)+")"+rest), 2, look)
		}
	}
}

// firstFactor is a of a*b/c.
func firstFactor(e *ast.BinaryExpr) ast.Expr {
	if x, ok := e.X.(*ast.BinaryExpr); ok && isProduct(x.Op) {
		return firstFactor(x)
	}
	return e.X
}

// wholeDivision divides numbers with decimals where whole ones are.
func wholeDivision(s *site, n ast.Node) {
	const look = "look at the division: both numbers are whole, so the decimals are lost"
	switch e := n.(type) {
	case *ast.BinaryExpr:
		if e.Op != token.QUO {
			return
		}
		x, isLiteral := e.X.(*ast.BasicLit)
		if _, also := e.Y.(*ast.BasicLit); isLiteral && also && x.Kind == token.INT {
			s.replace(e.X, x.Value+".0", 1, look)
		}
	case *ast.CallExpr:
		if id, ok := e.Fun.(*ast.Ident); !ok || id.Name != "float64" || len(e.Args) != 1 {
			return
		}
		arg := ast.Unparen(e.Args[0])
		if b, ok := arg.(*ast.BinaryExpr); ok && s.isInt(b) && b.Op == token.QUO {
			s.replace(e, s.inside(e, s.float(b.X)+" / "+s.float(b.Y)), 1, look)
		} else if ok && s.isInt(b) {
			s.replace(e, s.inside(e, s.float(b.X)+" "+b.Op.String()+" "+s.float(b.Y)), 4, look)
		}
		if inner, ok := arg.(*ast.CallExpr); ok && len(inner.Args) == 1 && s.text(inner.Fun) == "int" {
			s.replace(e, s.text(inner.Args[0]), 1, "look at int(…), which cuts the decimals off")
		}
	}
}

// float is a whole number as one with decimals.
func (s *site) float(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok {
		return l.Value
	}
	if p, ok := e.(*ast.ParenExpr); ok {
		e = p.X
	}
	return "float64(" + s.text(e) + ")"
}

func otherCondition(s *site, n ast.Node) {
	switch i := n.(type) {
	case *ast.IfStmt:
		s.replace(i.Cond, "!("+s.text(i.Cond)+")", 3, "look at this condition")
		if i.Init == nil && len(i.Body.List) > 0 {
			s.replace(i, s.body(i.Body), 3, "look at this condition: is it needed?")
		}
		if e, ok := i.Else.(*ast.BlockStmt); ok && len(e.List) > 0 {
			s.replace(i, s.body(e), 4, "look at this condition: is it needed?")
		}
	case *ast.BranchStmt:
		switch i.Tok {
		case token.BREAK:
			s.replace(i, "continue", 1, "look at break")
		case token.CONTINUE:
			s.replace(i, "break", 2, "look at continue")
		}
	}
}

// body is the text of the statements of a block.
func (s *site) body(b *ast.BlockStmt) string {
	return s.f.Text[s.at(b.List[0].Pos()):s.at(b.List[len(b.List)-1].End())]
}
