package eval

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
)

// flow is what comes after a statement.
type flow uint8

const (
	next flow = iota
	breaks
	continues
	returns
)

type statement func(*frame) flow

// block compiles statements that follow one another.
func (f *function) block(list []ast.Stmt) statement {
	var all []statement
	for _, s := range list {
		all = append(all, f.statement(s))
	}
	return func(fr *frame) flow {
		for _, s := range all {
			if after := s(fr); after != next {
				return after
			}
		}
		return next
	}
}

func (f *function) statement(s ast.Stmt) statement {
	run := f.unmarked(s)
	at := s.Pos()
	return func(fr *frame) flow {
		r := fr.run
		r.at, r.in, r.of = at, fr, f
		return run(fr)
	}
}

// plain is a statement after which the next one follows.
func plain(do func(*frame)) statement {
	return func(fr *frame) flow { do(fr); return next }
}

func (f *function) unmarked(s ast.Stmt) statement {
	switch s := s.(type) {
	case *ast.AssignStmt:
		return plain(f.assign(s))
	case *ast.IncDecStmt:
		one := expr{kind: isInt, int: func(*frame) int { return 1 }}
		if kindOf(f.program.Info.TypeOf(s.X)) == isFloat {
			one = expr{kind: isFloat, float: func(*frame) float64 { return 1 }}
		}
		return plain(f.change(s.X, operators[s.Tok], one))
	case *ast.ExprStmt:
		v := f.expr(s.X).box()
		return plain(func(fr *frame) { v(fr) })
	case *ast.DeclStmt:
		return plain(f.declare(s.Decl.(*ast.GenDecl)))
	case *ast.BlockStmt:
		return f.block(s.List)
	case *ast.IfStmt:
		return f.ifStatement(s)
	case *ast.ForStmt:
		return f.forStatement(s)
	case *ast.RangeStmt:
		return f.rangeStatement(s)
	case *ast.SwitchStmt:
		return f.switchStatement(s)
	case *ast.ReturnStmt:
		return f.returnStatement(s)
	case *ast.BranchStmt:
		if s.Label == nil {
			switch s.Tok {
			case token.BREAK:
				return func(*frame) flow { return breaks }
			case token.CONTINUE:
				return func(*frame) flow { return continues }
			}
		}
	case *ast.EmptyStmt:
		return func(*frame) flow { return next }
	}
	panic(&Unsupported{"this kind of statement"})
}

func (f *function) declare(d *ast.GenDecl) func(*frame) {
	var all []func(*frame)
	for _, spec := range d.Specs {
		v, isVariable := spec.(*ast.ValueSpec)
		if !isVariable || d.Tok == token.CONST {
			continue // the checker has put in what they stand for
		}
		if len(v.Values) != 0 && len(v.Values) != len(v.Names) {
			panic(&Unsupported{"this declaration"})
		}
		var values []expr
		for _, x := range v.Values {
			values = append(values, f.expr(x))
		}
		for i, name := range v.Names {
			object := f.program.Info.Defs[name]
			s := f.slotOf(object.Type())
			f.slots[object] = s
			if values == nil {
				all = append(all, s.zero)
				continue
			}
			x := values[i].as(object.Type())
			if s.kind == isOther {
				all = append(all, func(fr *frame) { s.put(fr, x.other(fr)) })
				continue
			}
			all = append(all, s.store(x))
		}
	}
	return func(fr *frame) {
		for _, do := range all {
			do(fr)
		}
	}
}

func (f *function) returnStatement(s *ast.ReturnStmt) statement {
	done := func(*frame) flow { return returns }
	switch {
	case len(s.Results) == 0:
		return done
	case len(s.Results) == 1 && len(f.results) > 1:
		values := f.multi(ast.Unparen(s.Results[0]).(*ast.CallExpr))
		return func(fr *frame) flow {
			for i, v := range values(fr) {
				f.results[i].put(fr, v)
			}
			return returns
		}
	case len(s.Results) == 1:
		x := f.resultOf(s.Results[0], 0)
		store := f.results[0].store(x)
		return func(fr *frame) flow { store(fr); return returns }
	}
	var boxed []func(*frame) reflect.Value
	for i, e := range s.Results {
		boxed = append(boxed, f.resultOf(e, i).box())
	}
	return func(fr *frame) flow {
		values := evaluated(boxed, fr)
		for i, v := range values {
			if v.CanAddr() {
				values[i] = snapshot(v)
			}
		}
		for i, v := range values {
			f.results[i].put(fr, v)
		}
		return returns
	}
}

// resultOf is an expression as the function's i-th result.
func (f *function) resultOf(e ast.Expr, i int) expr {
	x, s := f.expr(e), f.results[i]
	if s.kind != isOther {
		switch s.kind {
		case isFloat:
			return x.as(types.Typ[types.Float64])
		case isInt:
			return x.as(types.Typ[types.Int])
		case isBool:
			return x.as(types.Typ[types.Bool])
		}
		return x.as(types.NewSlice(types.Typ[types.Float64]))
	}
	v := x.box()
	return expr{kind: isOther, goType: s.goType, other: func(fr *frame) reflect.Value {
		switch y := v(fr); {
		case !y.IsValid():
			return reflect.Zero(s.goType)
		case y.Type() != s.goType:
			return y.Convert(s.goType)
		default:
			return y
		}
	}}
}
