package repair

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// Slip is something that the source alone shows to be wrong, or never useful.
type Slip struct {
	Line int    // counted from the func line; 1 where it is the function as a whole
	Look string // what to look at
	Says string // what is so
}

// readings find slips. A reading says only what is so, whatever the function is
// meant to compute.
var readings = []func(s *site, say func(n ast.Node, look, says string)){
	neverUsed,
	onceThrough,
	decimalsLost,
	noPower,
	shadowed,
	grownBehind,
	doesNothing,
	staysAsItWas,
	usedByNobody,
}

// Slips are what the source shows, the first line first.
func (f *Function) Slips() (slips []Slip) {
	program, _ := f.compile(f.Text)
	if program == nil || program.Info == nil {
		return nil
	}
	s := f.site(program)
	for _, read := range readings {
		read(s, func(n ast.Node, look, says string) {
			slips = append(slips, Slip{f.lineOf(s.at(n.Pos())), look, says})
		})
	}
	slices.SortStableFunc(slips, func(a, b Slip) int { return a.Line - b.Line })
	return slips
}

// uses counts where a variable is named below a node.
func (s *site) uses(n ast.Node, v types.Object) (count int) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.program.Info.Uses[id] == v {
			count++
		}
		return true
	})
	return count
}

// neverUsed finds arguments that the function does not look at.
func neverUsed(s *site, say func(ast.Node, string, string)) {
	for _, field := range s.decl.Type.Params.List {
		for _, name := range field.Names {
			if v := s.program.Info.Defs[name]; v != nil && name.Name != "_" && s.uses(s.decl.Body, v) == 0 {
				say(s.decl, "", fmt.Sprintf("Its argument %s is never looked at.", name.Name))
			}
		}
	}
}

// onceThrough finds loops that cannot come to a second round.
func onceThrough(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		loop, ok := n.(ast.Stmt)
		if !ok || bodyOf(loop) == nil {
			return true
		}
		goesOn := false
		ast.Inspect(bodyOf(loop), func(n ast.Node) bool {
			b, isJump := n.(*ast.BranchStmt)
			goesOn = goesOn || isJump && b.Tok == token.CONTINUE
			return true
		})
		for _, stmt := range bodyOf(loop).List {
			if r, isReturn := stmt.(*ast.ReturnStmt); isReturn && !goesOn {
				say(r, "look at where this return stands", fmt.Sprintf("the return stands inside the loop of line %d, so the loop ends in its first round.", s.f.lineOf(s.at(loop.Pos()))))
			}
		}
		return true
	})
}

// decimalsLost finds divisions of whole numbers whose decimals were wanted: they
// are a factor of a number with decimals, or are made one afterwards.
func decimalsLost(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok || b.Op != token.QUO {
			return true
		}
		x, y := s.program.Info.Types[b.X].Value, s.program.Info.Types[b.Y].Value
		_, isLiteral := b.X.(*ast.BasicLit)
		_, also := b.Y.(*ast.BasicLit)
		if isLiteral && also && x != nil && y != nil && x.Kind() == constant.Int && y.Kind() == constant.Int && b.Y.(*ast.BasicLit).Kind == token.INT && b.X.(*ast.BasicLit).Kind == token.INT {
			k, _ := constant.Int64Val(x)
			m, _ := constant.Int64Val(y)
			if m != 0 && k%m != 0 {
				say(b, "look at the division", fmt.Sprintf("%s is %d: whole numbers divide to whole numbers. Write %d.0 / %d.", s.text(b), k/m, k, m))
			}
			return true
		}
		if s.isInt(b) && x == nil {
			up := s.parents[ast.Node(b)]
			if p, isParen := up.(*ast.ParenExpr); isParen {
				up = s.parents[p]
			}
			if c, isCall := up.(*ast.CallExpr); isCall && s.text(c.Fun) == "float64" {
				say(b, "look at the division", fmt.Sprintf("%s divides whole numbers and cuts the decimals off, before float64 is there to keep them.", s.text(b)))
			}
		}
		return true
	})
}

// noPower finds ^, which works on bits.
func noPower(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok && b.Op == token.XOR {
			say(b, "look at ^", fmt.Sprintf("%s is no power: in Go, ^ works on the bits of whole numbers. Multiply, or use math.Pow.", s.text(b)))
		}
		return true
	})
}

// shadowed finds variables that := makes anew in an inner block, where the outer
// one of that name is never changed but read afterwards.
func shadowed(s *site, say func(ast.Node, string, string)) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok || a.Tok != token.DEFINE {
			return true
		}
		for _, e := range a.Lhs {
			id, isName := e.(*ast.Ident)
			if !isName {
				continue
			}
			inner := s.program.Info.Defs[id]
			if inner == nil || inner.Parent() == nil || inner.Parent().Parent() == nil {
				continue
			}
			_, found := inner.Parent().Parent().LookupParent(id.Name, id.Pos())
			outer, isVar := found.(*types.Var)
			if !isVar || outer.Parent() == s.program.Pkg.Scope() || !types.Identical(outer.Type(), inner.Type()) {
				continue
			}
			if s.changes(outer) == 0 && s.readsAfter(outer, inner.Parent().End()) {
				say(a, "look at :=", fmt.Sprintf(":= makes a second %s, which is gone after the block; the %s outside stays as it was. Use = or += here.", id.Name, id.Name))
			}
		}
		return true
	})
}

// changes counts the assignments to a variable after its declaration, and where
// its address is taken or a method called on it.
func (s *site) changes(v types.Object) (count int) {
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && s.program.Info.Uses[id] == v
	}
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.AssignStmt:
			for _, e := range x.Lhs {
				if i, isIndex := e.(*ast.IndexExpr); isIndex {
					e = i.X
				}
				if is(e) {
					count++
				}
			}
		case *ast.IncDecStmt:
			if is(x.X) {
				count++
			}
		case *ast.UnaryExpr:
			if x.Op == token.AND && is(x.X) {
				count++
			}
		case *ast.SelectorExpr:
			if is(x.X) {
				count++
			}
		}
		return true
	})
	return count
}

// readsAfter says whether a variable is named behind a place, be it as a result
// that a bare return gives.
func (s *site) readsAfter(v *types.Var, at token.Pos) (reads bool) {
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.Ident:
			reads = reads || x.Pos() > at && s.program.Info.Uses[x] == v
		case *ast.ReturnStmt:
			results := s.decl.Type.Results
			reads = reads || x.Pos() > at && len(x.Results) == 0 && results != nil && results.Pos() <= v.Pos() && v.Pos() < results.End()
		}
		return true
	})
	return reads
}
