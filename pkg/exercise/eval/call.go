package eval

import (
	"go/ast"
	"go/types"
	"reflect"

	"gonum.org/v1/gonum/mat"
)

// call is a call with one result, or with none whose value is not used.
func (f *function) call(e *ast.CallExpr) expr {
	tv := f.program.Info.Types[e.Fun]
	switch {
	case tv.IsType():
		return f.conversion(e)
	case tv.IsBuiltin():
		return f.builtin(e)
	}
	if own := f.own(e); own != nil {
		return own.result(f.program.Info.TypeOf(e))
	}
	if fast, ok := f.fast(e); ok {
		return fast
	}
	many := f.multi(e)
	t := f.program.Info.TypeOf(e)
	if _, isTuple := t.(*types.Tuple); isTuple || t == nil { // as a statement
		return expr{kind: isOther, other: func(fr *frame) reflect.Value { many(fr); return reflect.Value{} }}
	}
	return unbox(t, func(fr *frame) reflect.Value { return many(fr)[0] })
}

// object is the function or method that is called by its name, or nil.
func (f *function) object(e *ast.CallExpr) types.Object {
	switch fun := ast.Unparen(e.Fun).(type) {
	case *ast.Ident:
		o, _ := f.program.Info.Uses[fun].(*types.Func)
		if o == nil {
			return nil
		}
		return o
	case *ast.SelectorExpr:
		if o, ok := f.program.Info.Uses[fun.Sel].(*types.Func); ok {
			return o
		}
	}
	return nil
}

// native returns the function of the library that is called, and the receiver of
// a method.
func (f *function) native(e *ast.CallExpr) (member any, receiver *expr) {
	selector, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	s := f.program.Info.Selections[selector]
	if s == nil { // of a package
		o := f.object(e)
		if o == nil || o.Pkg() == nil {
			return nil, nil
		}
		return library[o.Pkg().Path()][o.Name()], nil
	}
	if s.Kind() != types.MethodVal {
		return nil, nil // a field that is a function
	}
	x := f.expr(selector.X)
	t := types.Unalias(s.Recv())
	if p, isPointer := t.(*types.Pointer); isPointer {
		t = types.Unalias(p.Elem())
	} else if _, isInterface := t.Underlying().(*types.Interface); !isInterface {
		v := x.other // a variable, whose methods want its address
		x = expr{kind: isOther, other: func(fr *frame) reflect.Value { return v(fr).Addr() }}
	}
	named, _ := t.(*types.Named)
	if named == nil || named.Obj().Pkg() == nil {
		if s.Obj().Name() == "Error" {
			return error.Error, &x
		}
		panic(&Unsupported{"the method " + s.Obj().Name()})
	}
	if member = library[named.Obj().Pkg().Path()][named.Obj().Name()+"."+s.Obj().Name()]; member == nil {
		panic(&Unsupported{"the method " + s.Obj().Name()})
	}
	return member, &x
}

// multi is a call that gives all results boxed.
func (f *function) multi(e *ast.CallExpr) func(*frame) []reflect.Value {
	if own := f.own(e); own != nil {
		return own.all()
	}
	signature := f.program.Info.TypeOf(e.Fun).Underlying().(*types.Signature)
	args := f.arguments(e, signature)
	member, receiver := f.native(e)
	if g, isGeneric := member.(generic); isGeneric {
		return func(fr *frame) []reflect.Value { return g.call(evaluated(args, fr)) }
	}
	spread := e.Ellipsis.IsValid()
	if member == nil { // a function in a variable
		fun := f.expr(e.Fun).other
		return func(fr *frame) []reflect.Value {
			fr.run.burn()
			return invoke(fun(fr), evaluated(args, fr), spread)
		}
	}
	fun := reflect.ValueOf(member)
	if receiver != nil {
		args = append([]func(*frame) reflect.Value{receiver.box()}, args...)
	}
	return func(fr *frame) []reflect.Value {
		values := evaluated(args, fr)
		guard(values)
		return invoke(fun, values, spread)
	}
}

func invoke(fun reflect.Value, args []reflect.Value, spread bool) []reflect.Value {
	if fun.IsNil() {
		panic("runtime error: invalid memory address or nil pointer dereference")
	}
	if spread {
		return fun.CallSlice(args)
	}
	return fun.Call(args)
}

// guard stops a call that would make something huge.
func guard(args []reflect.Value) {
	size := 1
	for _, a := range args {
		if a.Kind() == reflect.Int && a.Int() > 1 {
			if size *= int(min(a.Int(), maxSize+1)); size > maxSize {
				panic(outOfFuel{})
			}
		}
	}
}

func evaluated(args []func(*frame) reflect.Value, fr *frame) []reflect.Value {
	values := make([]reflect.Value, len(args))
	for i := range args {
		values[i] = args[i](fr)
	}
	return values
}

// arguments compiles the arguments, each for the type of its parameter.
func (f *function) arguments(e *ast.CallExpr, signature *types.Signature) (args []func(*frame) reflect.Value) {
	params := signature.Params()
	if len(e.Args) == 1 && params.Len() > 1 {
		panic(&Unsupported{"a call with the results of a call"})
	}
	for i, a := range e.Args {
		var t types.Type
		switch last := params.Len() - 1; {
		case signature.Variadic() && i >= last && !e.Ellipsis.IsValid():
			t = params.At(last).Type().(*types.Slice).Elem()
		default:
			t = params.At(i).Type()
		}
		args = append(args, f.expr(a).as(t).box())
	}
	return args
}

// fast is a call that learners write in inner loops, without boxes.
func (f *function) fast(e *ast.CallExpr) (expr, bool) {
	if len(e.Args) > 3 || e.Ellipsis.IsValid() {
		return expr{}, false
	}
	member, receiver := f.native(e)
	arg := func(i int) expr { return f.expr(e.Args[i]) }
	switch g := member.(type) {
	case func(float64) float64:
		x := arg(0).float
		return expr{kind: isFloat, float: func(fr *frame) float64 { return g(x(fr)) }}, true
	case func(float64, float64) float64:
		if len(e.Args) == 2 {
			x, y := arg(0).float, arg(1).float
			return expr{kind: isFloat, float: func(fr *frame) float64 { return g(x(fr), y(fr)) }}, true
		}
	case func(*mat.Dense, int, int) float64:
		X, i, j := receiver.other, arg(0).int, arg(1).int
		return expr{kind: isFloat, float: func(fr *frame) float64 { return g(X(fr).Interface().(*mat.Dense), i(fr), j(fr)) }}, true
	case func(*mat.Dense, int, int, float64):
		X, i, j, v := receiver.other, arg(0).int, arg(1).int, arg(2).float
		return expr{kind: isOther, other: func(fr *frame) reflect.Value {
			g(X(fr).Interface().(*mat.Dense), i(fr), j(fr), v(fr))
			return reflect.Value{}
		}}, true
	case func(*mat.VecDense, int) float64:
		x, i := receiver.other, arg(0).int
		return expr{kind: isFloat, float: func(fr *frame) float64 { return g(x(fr).Interface().(*mat.VecDense), i(fr)) }}, true
	case func(*mat.VecDense, int, float64):
		x, i, v := receiver.other, arg(0).int, arg(1).float
		return expr{kind: isOther, other: func(fr *frame) reflect.Value {
			g(x(fr).Interface().(*mat.VecDense), i(fr), v(fr))
			return reflect.Value{}
		}}, true
	}
	return expr{}, false
}

// conversion is T(x).
func (f *function) conversion(e *ast.CallExpr) expr {
	t := f.program.Info.TypeOf(e)
	x := f.expr(e.Args[0])
	switch k := kindOf(t); {
	case k == x.kind && k != isOther:
		return x
	case k == isFloat && x.kind == isInt:
		return expr{kind: isFloat, float: func(fr *frame) float64 { return float64(x.int(fr)) }}
	case k == isInt && x.kind == isFloat:
		return expr{kind: isInt, int: func(fr *frame) int { return wholeNumber(x.float(fr)) }}
	case k == isFloats || k == isBool:
		return x.as(t)
	}
	goType, v := world.reflected(t), x.box()
	return unbox(t, func(fr *frame) reflect.Value {
		if x := v(fr); x.IsValid() {
			return x.Convert(goType)
		}
		return reflect.Zero(goType)
	})
}
