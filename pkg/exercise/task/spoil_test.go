//go:build unix && !race && !noasm

package task_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

func spoilOperator(f *form, n ast.Node) {
	b, ok := n.(*ast.BinaryExpr)
	if !ok {
		return
	}
	others := map[token.Token][]string{
		token.ADD: {"-"}, token.SUB: {"+"}, token.MUL: {"/", "+"}, token.QUO: {"*"},
		token.LSS: {"<="}, token.LEQ: {"<"}, token.GTR: {">="}, token.EQL: {"!="}, token.LAND: {"||"},
	}
	for _, op := range others[b.Op] {
		f.add([]cut{{f.at(b.OpPos), f.at(b.OpPos) + len(b.Op.String()), op}})
	}
}

func spoilAssignment(f *form, n ast.Node) {
	a, ok := n.(*ast.AssignStmt)
	if !ok || len(a.Lhs) > 1 {
		return
	}
	others := map[token.Token][]string{
		token.ADD_ASSIGN: {"=", "-=", "*="}, token.SUB_ASSIGN: {"=", "+="}, token.MUL_ASSIGN: {"=", "+="}, token.ASSIGN: {":="},
	}
	for _, op := range others[a.Tok] {
		f.add([]cut{{f.at(a.TokPos), f.at(a.TokPos) + len(a.Tok.String()), op}})
	}
}

func spoilNumber(f *form, n ast.Node) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.INT && l.Kind != token.FLOAT {
		return
	}
	if k, err := strconv.Atoi(l.Value); err == nil {
		f.put(l, strconv.Itoa(k+1))
		f.put(l, strconv.Itoa(max(0, k-1)))
	} else if l.Value == "0.0" {
		f.put(l, "1.0")
	} else {
		f.put(l, "1")
	}
}

func spoilArguments(f *form, n ast.Node) {
	var list []ast.Expr
	switch e := n.(type) {
	case *ast.CallExpr:
		list = e.Args
	case *ast.ReturnStmt:
		list = e.Results
	}
	for i := 1; i < len(list); i++ {
		f.add([]cut{
			{f.at(list[i-1].Pos()), f.at(list[i-1].End()), f.source(list[i])},
			{f.at(list[i].Pos()), f.at(list[i].End()), f.source(list[i-1])},
		})
	}
}

func spoilTranspose(f *form, n ast.Node) {
	if c, ok := n.(*ast.CallExpr); ok {
		if s, isMethod := c.Fun.(*ast.SelectorExpr); isMethod && s.Sel.Name == "T" {
			f.put(c, f.source(s.X))
		}
		for _, a := range c.Args {
			if id, isName := a.(*ast.Ident); isName && strings.Contains("X theta theta0 theta1", id.Name) {
				f.put(a, id.Name+".T()")
			}
		}
	}
}

// spoilReturn moves the last return into the loop before it.
func spoilReturn(f *form, n ast.Node) {
	b, ok := n.(*ast.BlockStmt)
	if !ok || n != ast.Node(f.decl.Body) {
		return
	}
	last := b.List[len(b.List)-1]
	for _, s := range b.List {
		var body *ast.BlockStmt
		switch l := s.(type) {
		case *ast.ForStmt:
			body = l.Body
		case *ast.RangeStmt:
			body = l.Body
		default:
			continue
		}
		zero := "return " + strings.Join(slices.Repeat([]string{map[bool]string{true: "nil", false: "0"}[strings.ContainsAny(f.source(f.decl.Type.Results), "[*")]}, max(1, f.decl.Type.Results.NumFields())), ", ")
		at := f.at(body.Rbrace)
		f.add([]cut{{at, at, f.source(last) + "\n"}, {f.at(last.Pos()), f.at(last.End()), zero}})
	}
}

func spoilOrder(f *form, n ast.Node) {
	b, ok := n.(*ast.BlockStmt)
	if !ok {
		return
	}
	for i := 1; i < len(b.List); i++ {
		x, y := b.List[i-1], b.List[i]
		f.add([]cut{{f.at(x.Pos()), f.at(x.End()), f.source(y)}, {f.at(y.Pos()), f.at(y.End()), f.source(x)}})
	}
}

func spoilTerm(f *form, n ast.Node) {
	b, ok := n.(*ast.BinaryExpr)
	if !ok || !slices.Contains([]token.Token{token.ADD, token.SUB, token.MUL, token.QUO}, b.Op) {
		return
	}
	f.put(b, f.source(b.X))
	switch b.Op {
	case token.SUB:
		f.put(b, "(-"+f.source(b.Y)+")")
	case token.QUO:
	default:
		f.put(b, f.source(b.Y))
	}
}

func spoilLine(f *form, n ast.Node) {
	b, ok := n.(*ast.BlockStmt)
	if !ok {
		return
	}
	for _, s := range b.List {
		if strings.Contains(f.source(s), "\n") {
			continue
		}
		from, to := f.at(s.Pos()), f.at(s.End())
		if to < len(f.text) && f.text[to] == '\n' {
			to++
		}
		line := f.line(s.Pos())
		f.add([]cut{{from, to, ""}}, line-1, line)
	}
}

// spoilReading takes an argument for another thing wherever it is used.
func spoilReading(f *form, n ast.Node) {
	field, ok := n.(*ast.Field)
	if !ok || field.Pos() > f.decl.Type.Params.End() {
		return
	}
	wrong := map[string][]string{
		"int":        {"(%s - 1)", "(%s + 1)"},
		"float64":    {"(-%s)", "(1 / %s)", "(%s * %s)"},
		"[]float64":  {"%s[1:]"},
		"*mat.Dense": {"mat.DenseCopyOf(%s.T())"},
	}
	for _, name := range field.Names {
		for _, as := range wrong[f.source(field.Type)] {
			var cuts []cut
			ast.Inspect(f.decl.Body, func(n ast.Node) bool {
				if id, isName := n.(*ast.Ident); isName && id.Name == name.Name {
					cuts = append(cuts, cut{f.at(id.Pos()), f.at(id.End()), strings.ReplaceAll(as, "%s", id.Name)})
				}
				return true
			})
			if len(cuts) > 0 {
				f.add(cuts)
			}
		}
	}
}

func spoilValue(f *form, n ast.Node) {
	switch e := n.(type) {
	case *ast.IndexExpr:
		f.put(e, "1.0")
		f.put(e, "0.0")
	case *ast.CallExpr:
		if s := f.source(e.Fun); strings.HasSuffix(s, ".At") || strings.HasSuffix(s, ".AtVec") || s == "float64" {
			f.put(e, "1.0")
		}
	}
}

// spoilName uses one of the function's own variables for another one of them
// in a whole statement.
func spoilName(f *form, n ast.Node) {
	s, ok := n.(ast.Stmt)
	if !ok || strings.Contains(f.source(s), "\n") {
		return
	}
	for _, pair := range [][2]string{{"i", "k"}, {"k", "i"}, {"j", "k"}, {"k", "j"}, {"j", "i"}, {"x", "y"}, {"y", "x"}, {"theta0", "theta1"}, {"theta1", "theta0"}, {"n", "columns"}, {"columns", "n"}, {"n", "m"}, {"d0", "d1"}, {"d1", "d0"}} {
		var cuts []cut
		ast.Inspect(s, func(n ast.Node) bool {
			if id, isName := n.(*ast.Ident); isName && id.Name == pair[0] {
				cuts = append(cuts, cut{f.at(id.Pos()), f.at(id.End()), pair[1]})
			}
			return true
		})
		if len(cuts) > 0 {
			f.add(cuts)
		}
	}
}

func spoilCall(f *form, n ast.Node) {
	if c, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(f.source(c.Fun), "math.") {
		f.put(c, fmt.Sprintf("(%s)", f.source(c.Args[0])))
	}
}

// spoilBeginning begins a sum, a list or a loop with something else.
func spoilBeginning(f *form, n ast.Node) {
	switch s := n.(type) {
	case *ast.AssignStmt:
		if s.Tok == token.DEFINE && len(s.Rhs) == 1 {
			if l, ok := s.Rhs[0].(*ast.CompositeLit); ok && len(l.Elts) > 0 {
				f.put(l, f.source(l.Type)+"{}")
			}
			if _, ok := s.Rhs[0].(*ast.IndexExpr); ok {
				f.put(s.Rhs[0], "0.0")
			}
		}
	case *ast.RangeStmt:
		if s.Key != nil && s.Value == nil {
			f.add([]cut{{f.at(s.Body.Lbrace) + 1, f.at(s.Body.Lbrace) + 1, fmt.Sprintf("\nif %s == 0 {\ncontinue\n}", f.source(s.Key))}})
		}
	}
}
