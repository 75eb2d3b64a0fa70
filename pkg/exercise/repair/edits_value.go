package repair

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// isValue says whether an expression is read, as a whole, for its value: not the
// name of a function or a field, a type, or what is assigned to.
func (s *site) isValue(e ast.Expr) bool {
	tv, known := s.program.Info.Types[e]
	if !known || !tv.IsValue() {
		return false
	}
	switch p := s.parents[e].(type) {
	case *ast.SelectorExpr:
		return p.X == e
	case *ast.ParenExpr:
		return false // its content is
	case *ast.AssignStmt:
		return !slices.Contains(p.Lhs, e)
	case *ast.IncDecStmt:
		return false
	case *ast.RangeStmt:
		return p.X == e
	case *ast.KeyValueExpr:
		return p.Value == e
	case *ast.UnaryExpr:
		return p.Op != token.AND
	case *ast.CallExpr:
		return p.Fun != e
	}
	return true
}

// otherVariable puts a variable of the same type in a variable's place.
func otherVariable(s *site, n ast.Node) {
	id, ok := n.(*ast.Ident)
	if !ok || id.Name == "_" {
		return
	}
	v, isVar := s.program.Info.Uses[id].(*types.Var)
	if !isVar || v.IsField() {
		return
	}
	for _, name := range s.variables(id.Pos(), sameAs(v.Type())) {
		if name != id.Name {
			s.replace(id, name, 2, "look at "+id.Name+": is it the right one?")
		}
	}
}

// neighbours are names in packages and of methods that are taken for one another.
var neighbours = [][]string{
	{"Exp", "Log", "Exp2"}, {"Log", "Log2", "Log10", "Log1p"}, {"Tanh", "Tan", "Sinh", "Cosh", "Atanh", "Atan", "Exp"}, {"Sin", "Cos"},
	{"Sqrt", "Abs", "Cbrt"}, {"Max", "Min"}, {"Floor", "Ceil", "Round", "Trunc"},
	{"Add", "Sub"}, {"Mul", "MulElem", "Div", "DivElem"}, {"AddVec", "SubVec", "MulElemVec"}, {"RowView", "ColView"}, {"Row", "Col"}, {"SetRow", "SetCol"},
	{"Sum", "Prod"}, {"Variance", "PopVariance", "StdDev"},
}

func otherName(s *site, n ast.Node) {
	e, ok := n.(*ast.SelectorExpr)
	if !ok {
		return
	}
	for _, group := range neighbours {
		if slices.Contains(group, e.Sel.Name) {
			for _, name := range group {
				s.add(edit{[]patch{{s.at(e.Sel.Pos()), s.at(e.Sel.End()), name}}, s.at(e.Sel.Pos()), s.place(e, "look at "+s.text(e)+": is it the right function?"), 1})
			}
		}
	}
}

// oneOff moves a whole number by one.
func oneOff(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) || !s.isInt(e) {
		return
	}
	look := "look at " + s.text(e) + ": is it one too many or too few?"
	if l, isLiteral := e.(*ast.BasicLit); isLiteral {
		if k, err := strconv.Atoi(l.Value); err == nil {
			s.replace(e, strconv.Itoa(k+1), 1, look)
			p, isTerm := s.parents[e].(*ast.BinaryExpr)
			if isTerm = isTerm && isSum(p.Op); k > 1 || k == 1 && !isTerm { // else the term goes
				s.replace(e, strconv.Itoa(k-1), 1, look)
			}
		}
		return
	}
	if b, isBinary := e.(*ast.BinaryExpr); isBinary && isSum(b.Op) {
		if _, isLiteral := b.Y.(*ast.BasicLit); isLiteral {
			return // the literal is moved
		}
	}
	if b, isBinary := s.parents[e].(*ast.BinaryExpr); isBinary && isSum(b.Op) && b.X == e {
		if _, isLiteral := b.Y.(*ast.BasicLit); isLiteral {
			return
		}
	}
	s.replace(e, s.inside(e, s.text(e)+"+1"), 2, look)
	s.replace(e, s.inside(e, s.text(e)+"-1"), 2, look)
	if p, isBinary := s.parents[e].(*ast.BinaryExpr); isBinary && p.Op == token.MUL {
		s.replace(e, "("+s.text(e)+"+1)", 2, look)
		s.replace(e, "("+s.text(e)+"-1)", 2, look)
	}
}

// otherNumber puts a common number in a number's place.
func otherNumber(s *site, n ast.Node) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.INT && l.Kind != token.FLOAT {
		return
	}
	list := []string{"0", "1", "2", "3", "4"}
	if s.isFloat(l) {
		list = []string{"0", "1", "2", "0.5", "4", "-1"}
		if def, isDefinition := s.parents[l].(*ast.AssignStmt); isDefinition && def.Tok == token.DEFINE {
			list = []string{"0.0", "1.0", "2.0"}
		}
	}
	for _, x := range list {
		s.replace(l, x, 2, "look at the number "+l.Value)
	}
}

// factorOrTerm adds what may be missing.
func factorOrTerm(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) || !s.isFloat(e) && !s.isInt(e) {
		return
	}
	if p, isBinary := s.parents[e].(*ast.BinaryExpr); isBinary && p.X == e && (isSum(p.Op) || isProduct(p.Op)) && isProduct(p.Op) {
		return // a*b*c: a factor at the end is enough
	}
	o := s.offers(e.Pos())
	const look = "look at what is missing here"
	text := s.text(e)
	factor := text
	if b, isBinary := e.(*ast.BinaryExpr); isBinary && isSum(b.Op) {
		factor = "(" + text + ")"
	}
	if s.isInt(e) {
		for _, x := range o.wholes {
			if x != text {
				s.replace(e, s.inside(e, factor+" * "+x), 4, look)
				s.replace(e, s.inside(e, text+" + "+x), 4, look)
				s.replace(e, s.inside(e, text+" - "+x), 4, look)
			}
		}
		return
	}
	for _, x := range append(slices.Clip(o.sizes), o.values...) {
		long, isSize := 0, slices.Contains(o.sizes, x)
		if strings.Contains(x, " ") && !strings.Contains(x, "(") {
			x, long = "("+x+")", 1
		}
		s.replace(e, s.inside(e, factor+" * "+x), 3+long, look)
		if isSize {
			s.replace(e, s.inside(e, factor+" / "+x), 3+long, look)
		}
		if x != text {
			s.replace(e, s.inside(e, text+" + "+x), 4+long, look)
			s.replace(e, s.inside(e, text+" - "+x), 4+long, look)
		}
	}
	for _, x := range []string{"2", "4"} {
		s.replace(e, s.inside(e, factor+" * "+x), 3, look)
		s.replace(e, s.inside(e, factor+" / "+x), 3, look)
	}
	s.replace(e, s.inside(e, text+" + 1"), 4, look)
	s.replace(e, s.inside(e, "1 - "+factor), 4, look)
	s.replace(e, s.inside(e, "1 / "+s.operand(e)), 4, look)
}

// otherValue puts another value in the place of a number, a name or an element.
func otherValue(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) {
		return
	}
	switch x := e.(type) {
	case *ast.BasicLit, *ast.Ident, *ast.IndexExpr:
	case *ast.CallExpr:
		if len(x.Args) > 2 {
			return
		}
	default:
		return
	}
	o := s.offers(e.Pos())
	texts := o.wholes
	if s.isFloat(e) {
		texts = append(slices.Clip(o.sizes), o.values...)
	} else if !s.isInt(e) {
		return
	}
	for _, x := range texts {
		s.replace(e, s.inside(e, x), 3, "look at "+s.text(e)+": is it the right value?")
	}
}

// wrapped puts a function of math around a number, or takes it away.
func wrapped(s *site, n ast.Node) {
	e, ok := n.(ast.Expr)
	if !ok || !s.isValue(e) || !s.isFloat(e) {
		return
	}
	if c, isCall := e.(*ast.CallExpr); isCall {
		for _, a := range c.Args {
			if s.isFloat(a) {
				s.replace(e, s.inside(e, s.text(a)), 2, "look at "+s.text(c.Fun)+": does it belong here?")
			}
		}
	}
	if _, isLiteral := e.(*ast.BasicLit); isLiteral {
		return
	}
	const look = "look at what is missing here"
	s.replace(e, s.inside(e, s.operand(e)+" * "+s.operand(e)), 2, look)
	for _, k := range s.variables(e.Pos(), sameAs(types.Typ[types.Int])) {
		if s.isIndex(k, e.Pos()) {
			s.replace(e, "math.Pow("+s.text(e)+", float64("+k+"))", 3, look)
		}
	}
	names := []string{"math.Sqrt", "math.Abs"}
	if s.solution != nil {
		ast.Inspect(s.solution.decl, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x := s.solution.text(sel); strings.HasPrefix(x, "math.") && !slices.Contains(names, x) {
					names = append(names, x)
				}
			}
			return true
		})
	}
	for _, name := range names {
		s.replace(e, fmt.Sprintf("%s(%s)", name, s.text(e)), 3, look)
	}
	if slices.Contains(names, "math.Exp") {
		s.replace(e, fmt.Sprintf("1 / (1 + math.Exp(-%s))", s.operand(e)), 3, look)
	}
}
