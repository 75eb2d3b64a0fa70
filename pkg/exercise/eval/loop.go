package eval

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
)

func (f *function) ifStatement(s *ast.IfStmt) statement {
	begin := func(*frame) flow { return next }
	if s.Init != nil {
		begin = f.statement(s.Init)
	}
	condition := f.expr(s.Cond).bool
	then, otherwise := f.block(s.Body.List), statement(func(*frame) flow { return next })
	if s.Else != nil {
		otherwise = f.statement(s.Else)
	}
	return func(fr *frame) flow {
		begin(fr)
		if condition(fr) {
			return then(fr)
		}
		return otherwise(fr)
	}
}

func (f *function) forStatement(s *ast.ForStmt) statement {
	begin, post := func(*frame) flow { return next }, func(*frame) flow { return next }
	if s.Init != nil {
		begin = f.statement(s.Init)
	}
	condition := func(*frame) bool { return true }
	if s.Cond != nil {
		condition = f.expr(s.Cond).bool
	}
	if s.Post != nil {
		post = f.statement(s.Post)
	}
	body := f.block(s.Body.List)
	return func(fr *frame) flow {
		for begin(fr); condition(fr); post(fr) {
			fr.run.burn()
			switch body(fr) {
			case breaks:
				return next
			case returns:
				return returns
			}
		}
		return next
	}
}

// rangeStatement is a loop over a number, a list or an array.
func (f *function) rangeStatement(s *ast.RangeStmt) statement {
	if s.Tok == token.ILLEGAL { // for range x
		s = &ast.RangeStmt{X: s.X, Body: s.Body, Key: ast.NewIdent("_"), Value: ast.NewIdent("_"), Tok: token.ASSIGN}
	}
	x := f.expr(s.X)
	if x.kind == isInt {
		key := f.variable(s.Key)
		body := f.block(s.Body.List)
		return func(fr *frame) flow {
			return rounds(fr, x.int(fr), func(i int) { key(fr, reflect.Value{}, i) }, body)
		}
	}
	if x.kind != isFloats && (x.goType == nil || x.goType.Kind() != reflect.Slice && x.goType.Kind() != reflect.Array) {
		panic(&Unsupported{"a loop over this"})
	}
	key, value := f.variable(s.Key), f.variable(s.Value)
	body := f.block(s.Body.List)
	if x.kind == isFloats {
		number := f.number(s.Value)
		return func(fr *frame) flow {
			list := x.floats(fr)
			return rounds(fr, len(list), func(i int) {
				key(fr, reflect.Value{}, i)
				number(fr, list[i])
			}, body)
		}
	}
	isArray := x.goType.Kind() == reflect.Array
	return func(fr *frame) flow {
		list := x.other(fr)
		if isArray {
			list = snapshot(list)
		}
		return rounds(fr, list.Len(), func(i int) {
			key(fr, reflect.Value{}, i)
			value(fr, list.Index(i), 0)
		}, body)
	}
}

// rounds runs a body n times; set gives the variables their values.
func rounds(fr *frame, n int, set func(i int), body statement) flow {
	for i := range n {
		fr.run.burn()
		set(i)
		switch body(fr) {
		case breaks:
			return next
		case returns:
			return returns
		}
	}
	return next
}

// variable stores the key or the value of a round, a boxed one or an index.
func (f *function) variable(e ast.Expr) func(*frame, reflect.Value, int) {
	if e == nil {
		return func(*frame, reflect.Value, int) {}
	}
	t := f.target(e)
	switch {
	case t.t == nil:
		return func(*frame, reflect.Value, int) {}
	case t.slot != nil && t.slot.kind == isInt:
		s := *t.slot
		return func(fr *frame, v reflect.Value, i int) {
			if v.IsValid() {
				i = int(v.Int())
			}
			s.frame(fr).ints[s.index] = i
		}
	}
	set := t.setter()
	return func(fr *frame, v reflect.Value, i int) {
		if !v.IsValid() {
			v = reflect.ValueOf(i)
		}
		set(fr)(v)
	}
}

// number stores the value of a round over a list of numbers.
func (f *function) number(e ast.Expr) func(*frame, float64) {
	if e == nil {
		return func(*frame, float64) {}
	}
	id, isIdent := e.(*ast.Ident)
	if !isIdent {
		panic(&Unsupported{"a loop with this variable"})
	}
	object := f.program.Info.ObjectOf(id)
	if id.Name == "_" || object == nil {
		return func(*frame, float64) {}
	}
	s := f.lookup(object)
	if s.kind != isFloat {
		panic(&Unsupported{"a loop with this variable"})
	}
	return func(fr *frame, x float64) { s.frame(fr).floats[s.index] = x }
}

// switchStatement is a switch over values or conditions.
func (f *function) switchStatement(s *ast.SwitchStmt) statement {
	begin := func(*frame) flow { return next }
	if s.Init != nil {
		begin = f.statement(s.Init)
	}
	tag := func(*frame) reflect.Value { return reflect.ValueOf(true) }
	var t types.Type = types.Typ[types.Bool]
	if s.Tag != nil {
		t = types.Default(f.program.Info.TypeOf(s.Tag))
		tag = f.expr(s.Tag).box()
	}
	type branch struct {
		values []func(*frame) reflect.Value
		body   statement
	}
	var branches []branch
	otherwise := -1
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		var b branch
		for _, e := range c.List {
			b.values = append(b.values, f.expr(e).as(t).box())
		}
		for _, inner := range c.Body {
			if jump, isJump := inner.(*ast.BranchStmt); isJump && jump.Tok == token.FALLTHROUGH {
				panic(&Unsupported{"fallthrough"})
			}
		}
		b.body = f.block(c.Body)
		if c.List == nil {
			otherwise = len(branches)
		}
		branches = append(branches, b)
	}
	return func(fr *frame) flow {
		begin(fr)
		v, chosen := tag(fr), otherwise
	search:
		for i, b := range branches {
			for _, value := range b.values {
				if same(v, value(fr)) {
					chosen = i
					break search
				}
			}
		}
		if chosen < 0 {
			return next
		}
		if after := branches[chosen].body(fr); after != breaks {
			return after
		}
		return next
	}
}
