package eval

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
)

// expr is an expression made ready to run. The function of its kind is set.
type expr struct {
	kind   kind
	goType reflect.Type // of an other, else nil

	float  func(*frame) float64
	int    func(*frame) int
	bool   func(*frame) bool
	floats func(*frame) []float64
	other  func(*frame) reflect.Value
}

// expr compiles an expression of one value.
func (f *function) expr(e ast.Expr) expr {
	tv := f.program.Info.Types[e]
	if tv.Value != nil {
		return literal(tv)
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.expr(e.X)
	case *ast.Ident:
		return f.ident(e)
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.BinaryExpr:
		return f.binary(e)
	case *ast.IndexExpr:
		return f.index(e)
	case *ast.SliceExpr:
		return f.sliced(e)
	case *ast.CallExpr:
		return f.call(e)
	case *ast.CompositeLit:
		return f.composite(e)
	case *ast.SelectorExpr:
		return f.selector(e)
	case *ast.StarExpr:
		x := f.expr(e.X).other
		return unbox(f.program.Info.TypeOf(e), func(fr *frame) reflect.Value {
			p := x(fr)
			if p.IsNil() {
				panic("runtime error: invalid memory address or nil pointer dereference")
			}
			return p.Elem()
		})
	case *ast.FuncLit:
		return f.closure(e)
	}
	panic(&Unsupported{"this kind of expression"})
}

// literal is a constant.
func literal(tv types.TypeAndValue) expr {
	t := types.Default(tv.Type)
	switch kindOf(t) {
	case isFloat:
		x, _ := constant.Float64Val(constant.ToFloat(tv.Value))
		return expr{kind: isFloat, float: func(*frame) float64 { return x }}
	case isInt:
		n, _ := constant.Int64Val(constant.ToInt(tv.Value))
		return expr{kind: isInt, int: func(*frame) int { return int(n) }}
	case isBool:
		b := constant.BoolVal(tv.Value)
		return expr{kind: isBool, bool: func(*frame) bool { return b }}
	}
	goType := world.reflected(t)
	v := reflect.New(goType).Elem()
	switch {
	case v.CanInt():
		n, _ := constant.Int64Val(constant.ToInt(tv.Value))
		v.SetInt(n)
	case v.CanUint():
		n, _ := constant.Uint64Val(constant.ToInt(tv.Value))
		v.SetUint(n)
	case v.CanFloat():
		x, _ := constant.Float64Val(constant.ToFloat(tv.Value))
		v.SetFloat(x)
	case v.Kind() == reflect.String:
		v.SetString(constant.StringVal(tv.Value))
	case v.Kind() == reflect.Bool:
		v.SetBool(constant.BoolVal(tv.Value))
	default:
		panic(&Unsupported{"a constant of type " + t.String()})
	}
	return expr{kind: isOther, goType: goType, other: func(*frame) reflect.Value { return v }}
}

func (f *function) ident(e *ast.Ident) expr {
	if f.program.Info.Types[e].IsNil() {
		return expr{kind: isOther, other: func(*frame) reflect.Value { return reflect.Value{} }}
	}
	object := f.program.Info.ObjectOf(e)
	if _, isFunc := object.(*types.Func); isFunc {
		g := f.program.functions[object]
		if g == nil {
			panic(&Unsupported{"the function " + e.Name})
		}
		t := world.reflected(object.Type())
		return expr{kind: isOther, goType: t, other: func(fr *frame) reflect.Value { return g.asValue(t, nil, fr.run) }}
	}
	s := f.lookup(object)
	i := s.index
	if s.up == 0 { // most are, and a variable is what is read most often
		switch s.kind {
		case isFloat:
			return expr{kind: isFloat, float: func(fr *frame) float64 { return fr.floats[i] }}
		case isInt:
			return expr{kind: isInt, int: func(fr *frame) int { return fr.ints[i] }}
		case isFloats:
			return expr{kind: isFloats, floats: func(fr *frame) []float64 { return fr.lists[i] }}
		}
	}
	switch s.kind {
	case isFloat:
		return expr{kind: isFloat, float: func(fr *frame) float64 { return s.frame(fr).floats[i] }}
	case isInt:
		return expr{kind: isInt, int: func(fr *frame) int { return s.frame(fr).ints[i] }}
	case isBool:
		return expr{kind: isBool, bool: func(fr *frame) bool { return s.frame(fr).ints[i] != 0 }}
	case isFloats:
		return expr{kind: isFloats, floats: func(fr *frame) []float64 { return s.frame(fr).lists[i] }}
	}
	return expr{kind: isOther, goType: s.goType, other: func(fr *frame) reflect.Value { return s.frame(fr).others[i] }}
}

func (f *function) unary(e *ast.UnaryExpr) expr {
	if e.Op == token.AND {
		return f.address(e)
	}
	x := f.expr(e.X)
	switch {
	case e.Op == token.ADD && x.kind <= isInt:
		return x
	case e.Op == token.SUB && x.kind == isFloat:
		return expr{kind: isFloat, float: func(fr *frame) float64 { return -x.float(fr) }}
	case e.Op == token.SUB && x.kind == isInt:
		return expr{kind: isInt, int: func(fr *frame) int { return -x.int(fr) }}
	case e.Op == token.XOR && x.kind == isInt:
		return expr{kind: isInt, int: func(fr *frame) int { return ^x.int(fr) }}
	case e.Op == token.NOT && x.kind == isBool:
		return expr{kind: isBool, bool: func(fr *frame) bool { return !x.bool(fr) }}
	}
	panic(&Unsupported{"this use of " + e.Op.String()})
}

// address is &x of a literal or of a variable that is no number or list.
func (f *function) address(e *ast.UnaryExpr) expr {
	t := world.reflected(f.program.Info.TypeOf(e))
	x := f.expr(e.X)
	if x.kind != isOther {
		panic(&Unsupported{"a pointer to a number or list"})
	}
	if _, isLiteral := ast.Unparen(e.X).(*ast.CompositeLit); isLiteral {
		return expr{kind: isOther, goType: t, other: func(fr *frame) reflect.Value {
			p := reflect.New(t.Elem())
			p.Elem().Set(x.other(fr))
			return p
		}}
	}
	return expr{kind: isOther, goType: t, other: func(fr *frame) reflect.Value { return x.other(fr).Addr() }}
}

// closure is a function literal.
func (f *function) closure(e *ast.FuncLit) expr {
	t := world.reflected(f.program.Info.TypeOf(e))
	g := &function{program: f.program, up: f, slots: map[types.Object]slot{}, name: f.name}
	g.define(e.Type, e.Body)
	return expr{kind: isOther, goType: t, other: func(fr *frame) reflect.Value { return g.asValue(t, fr, fr.run) }}
}

// selector is a member of a package, a field or a method without its call.
func (f *function) selector(e *ast.SelectorExpr) expr {
	t := f.program.Info.TypeOf(e)
	if x, ok := e.X.(*ast.Ident); ok {
		if p, isPackage := f.program.Info.Uses[x].(*types.PkgName); isPackage {
			v := reflect.ValueOf(library[p.Imported().Path()][e.Sel.Name])
			return expr{kind: isOther, goType: v.Type(), other: func(*frame) reflect.Value { return v }}
		}
	}
	s := f.program.Info.Selections[e]
	if s == nil || s.Kind() != types.FieldVal {
		panic(&Unsupported{"a method as a value"})
	}
	x, name := f.expr(e.X).other, e.Sel.Name
	return unbox(t, func(fr *frame) reflect.Value { return reflect.Indirect(x(fr)).FieldByName(name) })
}

// box gives an expression's value as a reflect.Value, whatever its kind.
func (e expr) box() func(*frame) reflect.Value {
	switch e.kind {
	case isFloat:
		return func(fr *frame) reflect.Value { return reflect.ValueOf(e.float(fr)) }
	case isInt:
		return func(fr *frame) reflect.Value { return reflect.ValueOf(e.int(fr)) }
	case isBool:
		return func(fr *frame) reflect.Value { return reflect.ValueOf(e.bool(fr)) }
	case isFloats:
		return func(fr *frame) reflect.Value { return reflect.ValueOf(e.floats(fr)) }
	}
	return e.other
}

// unbox makes an expression of type t of a reflect.Value.
func unbox(t types.Type, v func(*frame) reflect.Value) expr {
	switch kindOf(t) {
	case isFloat:
		return expr{kind: isFloat, float: func(fr *frame) float64 { return v(fr).Float() }}
	case isInt:
		return expr{kind: isInt, int: func(fr *frame) int { return int(v(fr).Int()) }}
	case isBool:
		return expr{kind: isBool, bool: func(fr *frame) bool { return v(fr).Bool() }}
	case isFloats:
		return expr{kind: isFloats, floats: func(fr *frame) []float64 { return floatsOf(v(fr)) }}
	}
	return expr{kind: isOther, goType: world.reflected(t), other: v}
}

// as is the expression where a value of type t is wanted: nil gets its type, and
// what is stored in an interface is boxed.
func (e expr) as(t types.Type) expr {
	if k := kindOf(t); k != isOther {
		if k == isFloats && e.kind == isOther { // nil, or a list under another name
			v := e.other
			return expr{kind: isFloats, floats: func(fr *frame) []float64 {
				if x := v(fr); x.IsValid() {
					return floatsOf(x.Convert(floatsType))
				}
				return nil
			}}
		}
		if k != e.kind {
			panic(&Unsupported{"this conversion"})
		}
		return e
	}
	goType := world.reflected(t)
	if e.kind == isOther && e.goType == goType {
		return e
	}
	v := e.box()
	return expr{kind: isOther, goType: goType, other: func(fr *frame) reflect.Value {
		x := v(fr)
		switch {
		case !x.IsValid():
			return reflect.Zero(goType)
		case x.Type() != goType && x.Type().ConvertibleTo(goType):
			return x.Convert(goType)
		}
		return x
	}}
}
