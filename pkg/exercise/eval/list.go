package eval

import (
	"go/ast"
	"go/types"
	"reflect"
)

// index is x[i] of a list, an array or a text.
func (f *function) index(e *ast.IndexExpr) expr {
	x, t := f.expr(e.X), f.program.Info.TypeOf(e)
	i := f.expr(e.Index)
	if i.kind != isInt {
		panic(&Unsupported{"this index"})
	}
	if x.kind == isFloats {
		return expr{kind: isFloat, float: func(fr *frame) float64 { return x.floats(fr)[i.int(fr)] }}
	}
	if x.goType == nil || x.goType.Kind() != reflect.Slice && x.goType.Kind() != reflect.Array {
		panic(&Unsupported{"this index"})
	}
	return unbox(t, func(fr *frame) reflect.Value { return x.other(fr).Index(i.int(fr)) })
}

// sliced is x[low:high:max] of a list.
func (f *function) sliced(e *ast.SliceExpr) expr {
	bound := func(e ast.Expr) func(*frame) int {
		if e == nil {
			return nil
		}
		return f.expr(e).int
	}
	low, high, limit := bound(e.Low), bound(e.High), bound(e.Max)
	if low == nil {
		low = func(*frame) int { return 0 }
	}
	x := f.expr(e.X)
	if x.kind == isFloats {
		return expr{kind: isFloats, floats: func(fr *frame) []float64 {
			s := x.floats(fr)
			switch {
			case limit != nil:
				return s[low(fr):high(fr):limit(fr)]
			case high != nil:
				return s[low(fr):high(fr)]
			}
			return s[low(fr):]
		}}
	}
	if x.goType == nil || x.goType.Kind() != reflect.Slice {
		panic(&Unsupported{"a part of what is no list"})
	}
	return expr{kind: isOther, goType: x.goType, other: func(fr *frame) reflect.Value {
		s := x.other(fr)
		end := s.Len()
		if high != nil {
			end = high(fr)
		}
		if limit != nil {
			return s.Slice3(low(fr), end, limit(fr))
		}
		return s.Slice(low(fr), end)
	}}
}

// composite is a literal of a list, an array or a struct.
func (f *function) composite(e *ast.CompositeLit) expr {
	t := f.program.Info.TypeOf(e)
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return f.listLiteral(e, t, u.Elem(), -1)
	case *types.Array:
		return f.listLiteral(e, t, u.Elem(), int(u.Len()))
	case *types.Struct:
		return f.structLiteral(e, t)
	}
	panic(&Unsupported{"this literal"})
}

func (f *function) listLiteral(e *ast.CompositeLit, t, element types.Type, length int) expr {
	var values []expr
	for _, x := range e.Elts {
		if _, keyed := x.(*ast.KeyValueExpr); keyed {
			panic(&Unsupported{"a literal with indices"})
		}
		values = append(values, f.expr(x).as(element))
	}
	if kindOf(t) == isFloats {
		return expr{kind: isFloats, floats: func(fr *frame) []float64 {
			s := make([]float64, len(values))
			for i := range values {
				s[i] = values[i].float(fr)
			}
			return s
		}}
	}
	goType := world.reflected(t)
	boxed := make([]func(*frame) reflect.Value, len(values))
	for i := range values {
		boxed[i] = values[i].box()
	}
	return expr{kind: isOther, goType: goType, other: func(fr *frame) reflect.Value {
		s := reflect.New(goType).Elem()
		if length < 0 {
			s.Set(reflect.MakeSlice(goType, len(boxed), len(boxed)))
		}
		for i := range boxed {
			s.Index(i).Set(boxed[i](fr))
		}
		return s
	}}
}

func (f *function) structLiteral(e *ast.CompositeLit, t types.Type) expr {
	goType := world.reflected(t)
	type field struct {
		name  string
		value func(*frame) reflect.Value
	}
	var fields []field
	for _, x := range e.Elts {
		kv, keyed := x.(*ast.KeyValueExpr)
		if !keyed {
			panic(&Unsupported{"a literal without names"})
		}
		name := kv.Key.(*ast.Ident).Name
		want := f.program.Info.ObjectOf(kv.Key.(*ast.Ident)).Type()
		fields = append(fields, field{name, f.expr(kv.Value).as(want).box()})
	}
	return expr{kind: isOther, goType: goType, other: func(fr *frame) reflect.Value {
		s := reflect.New(goType).Elem()
		for _, x := range fields {
			s.FieldByName(x.name).Set(x.value(fr))
		}
		return s
	}}
}
