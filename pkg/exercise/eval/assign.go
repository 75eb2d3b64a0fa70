package eval

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
)

// target is where a value is stored. Its address is taken first, then the value
// is computed, then stored.
type target struct {
	t     types.Type // nil for _
	slot  *slot      // of a variable
	isNew bool       // declared here: a new variable each time

	list  func(*frame) []float64 // of an element of a list of numbers
	place func(*frame) reflect.Value
	index func(*frame) int
}

func (f *function) target(e ast.Expr) target {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if e.Name == "_" {
			return target{}
		}
		if d := f.program.Info.Defs[e]; d != nil {
			s := f.slotOf(d.Type())
			f.slots[d] = s
			return target{t: d.Type(), slot: &s, isNew: true}
		}
		o := f.program.Info.Uses[e]
		s := f.lookup(o)
		return target{t: o.Type(), slot: &s}
	case *ast.IndexExpr:
		x, i := f.expr(e.X), f.expr(e.Index)
		t := f.program.Info.TypeOf(e)
		if i.kind != isInt {
			panic(&Unsupported{"this index"})
		}
		if x.kind == isFloats {
			return target{t: t, list: x.floats, index: i.int}
		}
		if x.goType == nil || x.goType.Kind() != reflect.Slice && x.goType.Kind() != reflect.Array {
			panic(&Unsupported{"this index"})
		}
		return target{t: t, place: func(fr *frame) reflect.Value { return x.other(fr).Index(i.int(fr)) }}
	case *ast.SelectorExpr, *ast.StarExpr:
		t := f.program.Info.TypeOf(e)
		if s, isField := e.(*ast.SelectorExpr); isField {
			x := f.expr(s.X).other
			return target{t: t, place: func(fr *frame) reflect.Value { return reflect.Indirect(x(fr)).FieldByName(s.Sel.Name) }}
		}
		x := f.expr(e.(*ast.StarExpr).X).other
		return target{t: t, place: func(fr *frame) reflect.Value { return x(fr).Elem() }}
	}
	panic(&Unsupported{"this assignment"})
}

// store compiles target = x.
func (t target) store(x expr) func(*frame) {
	if t.t == nil {
		v := x.box()
		return func(fr *frame) { v(fr) }
	}
	x = x.as(t.t)
	switch {
	case t.slot != nil:
		return t.slot.store(x)
	case t.list != nil:
		return func(fr *frame) {
			s, i := t.list(fr), t.index(fr)
			v := x.float(fr)
			s[i] = v
		}
	}
	v := x.box()
	return func(fr *frame) {
		place := t.place(fr)
		place.Set(v(fr))
	}
}

// store compiles the assignment to a variable.
func (s slot) store(x expr) func(*frame) {
	i := s.index
	switch s.kind {
	case isFloat:
		if s.up == 0 {
			return func(fr *frame) { fr.floats[i] = x.float(fr) }
		}
		return func(fr *frame) { s.frame(fr).floats[i] = x.float(fr) }
	case isInt:
		if s.up == 0 {
			return func(fr *frame) { fr.ints[i] = x.int(fr) }
		}
		return func(fr *frame) { s.frame(fr).ints[i] = x.int(fr) }
	case isBool:
		return func(fr *frame) { s.frame(fr).ints[i] = truth(x.bool(fr)) }
	case isFloats:
		return func(fr *frame) { s.frame(fr).lists[i] = x.floats(fr) }
	}
	return func(fr *frame) {
		v := x.other(fr)
		if to := s.frame(fr).others; to[i].IsValid() {
			to[i].Set(v)
			return
		}
		s.put(fr, v)
	}
}

// setter stores a boxed value. It is called first for the place, whose index is
// computed then, and later with the value.
func (t target) setter() func(*frame) func(reflect.Value) {
	switch {
	case t.t == nil:
		return func(*frame) func(reflect.Value) { return func(reflect.Value) {} }
	case t.slot != nil:
		s := *t.slot
		return func(fr *frame) func(reflect.Value) {
			return func(v reflect.Value) {
				if s.kind == isOther && !t.isNew {
					s.frame(fr).others[s.index].Set(v)
					return
				}
				s.put(fr, v)
			}
		}
	case t.list != nil:
		return func(fr *frame) func(reflect.Value) {
			list, i := t.list(fr), t.index(fr)
			return func(v reflect.Value) { list[i] = v.Float() }
		}
	}
	return func(fr *frame) func(reflect.Value) {
		place := t.place(fr)
		return func(v reflect.Value) { place.Set(v) }
	}
}

func (f *function) assign(s *ast.AssignStmt) func(*frame) {
	if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
		return f.operate(s)
	}
	if len(s.Lhs) > 1 {
		return f.assignMany(s)
	}
	x := f.expr(s.Rhs[0]) // before the target: what it declares is not known in it
	t := f.target(s.Lhs[0])
	store := t.store(x)
	if t.isNew && t.slot.kind == isOther {
		v, to := x.as(t.t).other, *t.slot
		return func(fr *frame) { to.put(fr, v(fr)) }
	}
	return store
}

// assignMany is a, b = x, y and a, b = f().
func (f *function) assignMany(s *ast.AssignStmt) func(*frame) {
	var values func(*frame) []reflect.Value
	if len(s.Rhs) == 1 {
		c, isCall := ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
		if !isCall {
			panic(&Unsupported{"this assignment"})
		}
		values = f.multi(c)
	} else {
		var boxed []func(*frame) reflect.Value
		for i, e := range s.Rhs {
			x := f.expr(e)
			if t := f.program.Info.TypeOf(s.Lhs[i]); t != nil {
				x = x.as(t)
			}
			v := x.box()
			if x.kind == isOther {
				boxed = append(boxed, func(fr *frame) reflect.Value {
					if y := v(fr); y.IsValid() {
						return snapshot(y)
					}
					return reflect.Value{}
				})
				continue
			}
			boxed = append(boxed, v)
		}
		values = func(fr *frame) []reflect.Value { return evaluated(boxed, fr) }
	}
	var places []func(*frame) func(reflect.Value)
	for _, e := range s.Lhs {
		places = append(places, f.target(e).setter())
	}
	return func(fr *frame) {
		set := make([]func(reflect.Value), len(places))
		for i := range places {
			set[i] = places[i](fr)
		}
		for i, v := range values(fr) {
			set[i](v)
		}
	}
}

// operators of x op= y and x++.
var operators = map[token.Token]token.Token{
	token.ADD_ASSIGN: token.ADD, token.SUB_ASSIGN: token.SUB, token.MUL_ASSIGN: token.MUL, token.QUO_ASSIGN: token.QUO,
	token.REM_ASSIGN: token.REM, token.AND_ASSIGN: token.AND, token.OR_ASSIGN: token.OR, token.XOR_ASSIGN: token.XOR,
	token.SHL_ASSIGN: token.SHL, token.SHR_ASSIGN: token.SHR, token.INC: token.ADD, token.DEC: token.SUB,
}

func (f *function) operate(s *ast.AssignStmt) func(*frame) {
	return f.change(s.Lhs[0], operators[s.Tok], f.expr(s.Rhs[0]))
}

// change is x = x op y, where x is looked at once.
func (f *function) change(e ast.Expr, op token.Token, y expr) func(*frame) {
	x := f.expr(e)
	t := f.target(e)
	if t.list != nil {
		return func(fr *frame) {
			s, i := t.list(fr), t.index(fr)
			switch v := y.float(fr); op {
			case token.ADD:
				s[i] += v
			case token.SUB:
				s[i] -= v
			case token.MUL:
				s[i] *= v
			case token.QUO:
				s[i] /= v
			}
		}
	}
	switch {
	case x.kind == isFloat && y.kind == isFloat:
		return t.store(floatOperation(op, x.float, y.float))
	case x.kind == isInt && y.kind == isInt:
		return t.store(intOperation(op, x.int, y.int))
	}
	panic(&Unsupported{"this use of " + op.String()})
}
