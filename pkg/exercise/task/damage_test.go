package task_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// damage is a function spoiled in one place, or in two.
type damage struct {
	kinds  []string
	known  bool   // the table of repairs has a row that undoes it, each part of it
	places places // lines at fault, for each part
	text   string
	cuts   []cut
}

// cut replaces a stretch of the function.
type cut struct {
	from, to int
	text     string
}

type places [][]int

// moved are the lines after other cuts have been made too.
func (p places) moved(text string, cuts []cut) (all places) {
	for _, lines := range p {
		var at []int
		for _, line := range lines {
			to := line
			for _, c := range cuts {
				if 1+strings.Count(text[:c.from], "\n") < line {
					to += strings.Count(c.text, "\n") - strings.Count(text[c.from:c.to], "\n")
				}
			}
			at = append(at, to)
		}
		all = append(all, at)
	}
	return all
}

// spoiler damages a function. The spoilers were written apart from the repairs:
// what a beginner does, not what the search can undo.
type spoiler struct {
	kind  string
	known bool
	spoil func(f *form, n ast.Node)
}

var spoilers = []spoiler{
	{"operator", true, spoilOperator},
	{"assignment", true, spoilAssignment},
	{"number", true, spoilNumber},
	{"arguments swapped", true, spoilArguments},
	{"transposed", true, spoilTranspose},
	{"return too early", true, spoilReturn},
	{"lines swapped", true, spoilOrder},
	{"term dropped", false, spoilTerm},
	{"line lost", false, spoilLine},
	{"argument misread", false, spoilReading},
	{"number for a value", false, spoilValue},
	{"one name for another, everywhere", false, spoilName},
	{"function of math dropped", false, spoilCall},
	{"begins with the wrong value", false, spoilBeginning},
}

// form is a right function that is about to be damaged.
type form struct {
	text    string
	fset    *token.FileSet
	decl    *ast.FuncDecl
	kind    spoiler
	damages []damage
}

const head = "package p\n"

// singles are all damages of a function.
func singles(text string) []damage {
	f := &form{text: text, fset: token.NewFileSet()}
	file, err := parser.ParseFile(f.fset, "", head+text, 0)
	if err != nil {
		panic(err)
	}
	f.decl = file.Decls[0].(*ast.FuncDecl)
	for _, f.kind = range spoilers {
		ast.Inspect(f.decl, func(n ast.Node) bool {
			if n != nil {
				f.kind.spoil(f, n)
			}
			return true
		})
	}
	return f.damages
}

func (f *form) at(p token.Pos) int       { return f.fset.Position(p).Offset - len(head) }
func (f *form) line(p token.Pos) int     { return f.fset.Position(p).Line - 1 }
func (f *form) source(n ast.Node) string { return f.text[f.at(n.Pos()):f.at(n.End())] }

// add records a damage; lines are those at fault beside that of the first cut.
func (f *form) add(cuts []cut, lines ...int) {
	for _, c := range cuts {
		lines = append(lines, 1+strings.Count(f.text[:c.from], "\n"))
	}
	d := damage{kinds: []string{f.kind.kind}, known: f.kind.known, places: places{lines}, cuts: cuts, text: spoiled(f.text, cuts)}
	if d.text == f.text || slices.ContainsFunc(f.damages, func(o damage) bool { return o.text == d.text }) {
		return
	}
	f.damages = append(f.damages, d)
}

func spoiled(text string, cuts []cut) string {
	cuts = slices.Clone(cuts)
	slices.SortFunc(cuts, func(a, b cut) int { return b.from - a.from })
	for _, c := range cuts {
		text = text[:c.from] + c.text + text[c.to:]
	}
	return text
}

func (f *form) put(n ast.Node, text string) {
	f.add([]cut{{f.at(n.Pos()), f.at(n.End()), text}})
}

// both joins two damages of a function; not ok where they touch.
func both(text string, a, b damage) (damage, bool) {
	cuts := append(slices.Clone(a.cuts), b.cuts...)
	slices.SortFunc(cuts, func(a, b cut) int { return a.from - b.from })
	for i := 1; i < len(cuts); i++ {
		if cuts[i].from < cuts[i-1].to {
			return damage{}, false
		}
	}
	places := append(a.places.moved(text, b.cuts), b.places.moved(text, a.cuts)...)
	return damage{
		kinds: append(slices.Clone(a.kinds), b.kinds...), known: a.known && b.known,
		places: places, cuts: cuts, text: spoiled(text, cuts),
	}, true
}

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
