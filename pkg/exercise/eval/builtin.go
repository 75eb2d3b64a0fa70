package eval

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
)

func (f *function) builtin(e *ast.CallExpr) expr {
	name := ast.Unparen(e.Fun).(*ast.Ident).Name
	t := f.program.Info.TypeOf(e)
	switch name {
	case "len", "cap":
		return f.length(name, f.expr(e.Args[0]))
	case "make":
		return f.makeCall(e, t)
	case "new":
		goType := world.reflected(t)
		if kindOf(t.(*types.Pointer).Elem()) != isOther {
			panic(&Unsupported{"a pointer to a number or list"})
		}
		return expr{kind: isOther, goType: goType, other: func(*frame) reflect.Value { return reflect.New(goType.Elem()) }}
	case "append":
		return f.appendCall(e, t)
	case "copy":
		x, y := f.expr(e.Args[0]), f.expr(e.Args[1])
		if x.kind == isFloats && y.kind == isFloats {
			return expr{kind: isInt, int: func(fr *frame) int { return copy(x.floats(fr), y.floats(fr)) }}
		}
		a, b := x.box(), y.box()
		return expr{kind: isInt, int: func(fr *frame) int { return reflect.Copy(a(fr), b(fr)) }}
	case "min", "max":
		return f.extreme(name, e)
	case "panic":
		v := f.expr(e.Args[0]).box()
		return expr{kind: isOther, other: func(fr *frame) reflect.Value {
			if x := v(fr); x.IsValid() {
				panic(fmt.Sprint(x.Interface()))
			}
			panic("nil")
		}}
	case "print", "println":
		return expr{kind: isOther, other: func(*frame) reflect.Value { return reflect.Value{} }}
	case "clear":
		if x := f.expr(e.Args[0]); x.kind == isFloats {
			return expr{kind: isOther, other: func(fr *frame) reflect.Value { clear(x.floats(fr)); return reflect.Value{} }}
		}
	}
	panic(&Unsupported{name})
}

func (f *function) length(name string, x expr) expr {
	switch {
	case x.kind == isFloats && name == "len":
		return expr{kind: isInt, int: func(fr *frame) int { return len(x.floats(fr)) }}
	case x.kind == isFloats:
		return expr{kind: isInt, int: func(fr *frame) int { return cap(x.floats(fr)) }}
	case name == "len":
		return expr{kind: isInt, int: func(fr *frame) int { return x.other(fr).Len() }}
	}
	return expr{kind: isInt, int: func(fr *frame) int { return x.other(fr).Cap() }}
}

func (f *function) makeCall(e *ast.CallExpr, t types.Type) expr {
	if _, isSlice := t.Underlying().(*types.Slice); !isSlice {
		panic(&Unsupported{"make of what is no list"})
	}
	n := f.expr(e.Args[1]).int
	c := n
	if len(e.Args) == 3 {
		c = f.expr(e.Args[2]).int
	}
	sizes := func(fr *frame) (int, int) {
		n, c := n(fr), c(fr)
		if n < 0 || c < n {
			panic("runtime error: makeslice: len out of range")
		}
		if c > maxSize {
			panic(outOfFuel{})
		}
		return n, c
	}
	if kindOf(t) == isFloats {
		return expr{kind: isFloats, floats: func(fr *frame) []float64 { n, c := sizes(fr); return make([]float64, n, c) }}
	}
	goType := world.reflected(t)
	return expr{kind: isOther, goType: goType, other: func(fr *frame) reflect.Value {
		n, c := sizes(fr)
		return reflect.MakeSlice(goType, n, c)
	}}
}

func (f *function) appendCall(e *ast.CallExpr, t types.Type) expr {
	list := f.expr(e.Args[0]).as(t)
	if e.Ellipsis.IsValid() {
		more := f.expr(e.Args[1]).as(t)
		if list.kind == isFloats {
			return expr{kind: isFloats, floats: func(fr *frame) []float64 {
				a, b := list.floats(fr), more.floats(fr)
				small(len(a) + len(b))
				return append(a, b...)
			}}
		}
		return expr{kind: isOther, goType: list.goType, other: func(fr *frame) reflect.Value {
			a, b := list.other(fr), more.other(fr)
			small(a.Len() + b.Len())
			return reflect.AppendSlice(a, b)
		}}
	}
	var values []expr
	for _, a := range e.Args[1:] {
		values = append(values, f.expr(a).as(t.Underlying().(*types.Slice).Elem()))
	}
	if list.kind == isFloats {
		return expr{kind: isFloats, floats: func(fr *frame) []float64 {
			s := list.floats(fr)
			more := make([]float64, len(values)) // all are evaluated before s grows
			for i := range values {
				more[i] = values[i].float(fr)
			}
			small(len(s) + len(more))
			return append(s, more...)
		}}
	}
	var boxed []func(*frame) reflect.Value
	for _, v := range values {
		boxed = append(boxed, v.box())
	}
	return expr{kind: isOther, goType: list.goType, other: func(fr *frame) reflect.Value {
		s := list.other(fr)
		small(s.Len() + len(boxed))
		return reflect.Append(s, evaluated(boxed, fr)...)
	}}
}

func small(n int) {
	if n > maxSize {
		panic(outOfFuel{})
	}
}

func (f *function) extreme(name string, e *ast.CallExpr) expr {
	x := f.expr(e.Args[0])
	for _, a := range e.Args[1:] {
		x0, y := x, f.expr(a)
		switch {
		case x.kind == isFloat && name == "min":
			x = expr{kind: isFloat, float: func(fr *frame) float64 { return min(x0.float(fr), y.float(fr)) }}
		case x.kind == isFloat:
			x = expr{kind: isFloat, float: func(fr *frame) float64 { return max(x0.float(fr), y.float(fr)) }}
		case x.kind == isInt && name == "min":
			x = expr{kind: isInt, int: func(fr *frame) int { return min(x0.int(fr), y.int(fr)) }}
		case x.kind == isInt:
			x = expr{kind: isInt, int: func(fr *frame) int { return max(x0.int(fr), y.int(fr)) }}
		default:
			panic(&Unsupported{name})
		}
	}
	return x
}
