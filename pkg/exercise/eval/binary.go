package eval

import (
	"go/ast"
	"go/token"
	"math"
	"reflect"
)

func (f *function) binary(e *ast.BinaryExpr) expr {
	if e.Op == token.LAND || e.Op == token.LOR {
		x, y := f.expr(e.X).bool, f.expr(e.Y).bool
		if e.Op == token.LAND {
			return expr{kind: isBool, bool: func(fr *frame) bool { return x(fr) && y(fr) }}
		}
		return expr{kind: isBool, bool: func(fr *frame) bool { return x(fr) || y(fr) }}
	}
	x, y := f.expr(e.X), f.expr(e.Y)
	switch {
	case x.kind == isFloat && y.kind == isFloat:
		return floatOperation(e.Op, x.float, y.float)
	case x.kind == isInt && y.kind == isInt:
		return intOperation(e.Op, x.int, y.int)
	case x.kind == isBool && y.kind == isBool:
		equal := e.Op == token.EQL
		return expr{kind: isBool, bool: func(fr *frame) bool { return (x.bool(fr) == y.bool(fr)) == equal }}
	case e.Op == token.EQL || e.Op == token.NEQ:
		a, b, equal := x.box(), y.box(), e.Op == token.EQL
		return expr{kind: isBool, bool: func(fr *frame) bool { return same(a(fr), b(fr)) == equal }}
	case e.Op == token.ADD && x.goType == y.goType && x.goType.Kind() == reflect.String:
		a, b, t := x.other, y.other, x.goType
		return expr{kind: isOther, goType: t, other: func(fr *frame) reflect.Value {
			return reflect.ValueOf(a(fr).String() + b(fr).String()).Convert(t)
		}}
	}
	panic(&Unsupported{"this use of " + e.Op.String()})
}

// same is x == y where one may be nil.
func same(x, y reflect.Value) bool {
	if !x.IsValid() {
		x, y = y, x
	}
	if !y.IsValid() {
		return !x.IsValid() || x.IsNil()
	}
	return x.Interface() == y.Interface()
}

func floatOperation(op token.Token, x, y func(*frame) float64) expr {
	number := func(g func(*frame) float64) expr { return expr{kind: isFloat, float: g} }
	truth := func(g func(*frame) bool) expr { return expr{kind: isBool, bool: g} }
	switch op {
	case token.ADD:
		return number(func(fr *frame) float64 { return x(fr) + y(fr) })
	case token.SUB:
		return number(func(fr *frame) float64 { return x(fr) - y(fr) })
	case token.MUL:
		return number(func(fr *frame) float64 { return x(fr) * y(fr) })
	case token.QUO:
		return number(func(fr *frame) float64 { return x(fr) / y(fr) })
	case token.EQL:
		return truth(func(fr *frame) bool { return x(fr) == y(fr) })
	case token.NEQ:
		return truth(func(fr *frame) bool { return x(fr) != y(fr) })
	case token.LSS:
		return truth(func(fr *frame) bool { return x(fr) < y(fr) })
	case token.LEQ:
		return truth(func(fr *frame) bool { return x(fr) <= y(fr) })
	case token.GTR:
		return truth(func(fr *frame) bool { return x(fr) > y(fr) })
	case token.GEQ:
		return truth(func(fr *frame) bool { return x(fr) >= y(fr) })
	}
	panic(&Unsupported{"this use of " + op.String()})
}

func intOperation(op token.Token, x, y func(*frame) int) expr {
	number := func(g func(*frame) int) expr { return expr{kind: isInt, int: g} }
	truth := func(g func(*frame) bool) expr { return expr{kind: isBool, bool: g} }
	switch op {
	case token.ADD:
		return number(func(fr *frame) int { return x(fr) + y(fr) })
	case token.SUB:
		return number(func(fr *frame) int { return x(fr) - y(fr) })
	case token.MUL:
		return number(func(fr *frame) int { return x(fr) * y(fr) })
	case token.QUO:
		return number(func(fr *frame) int { return x(fr) / y(fr) })
	case token.REM:
		return number(func(fr *frame) int { return x(fr) % y(fr) })
	case token.AND:
		return number(func(fr *frame) int { return x(fr) & y(fr) })
	case token.OR:
		return number(func(fr *frame) int { return x(fr) | y(fr) })
	case token.XOR:
		return number(func(fr *frame) int { return x(fr) ^ y(fr) })
	case token.AND_NOT:
		return number(func(fr *frame) int { return x(fr) &^ y(fr) })
	case token.SHL:
		return number(func(fr *frame) int { return x(fr) << y(fr) })
	case token.SHR:
		return number(func(fr *frame) int { return x(fr) >> y(fr) })
	case token.EQL:
		return truth(func(fr *frame) bool { return x(fr) == y(fr) })
	case token.NEQ:
		return truth(func(fr *frame) bool { return x(fr) != y(fr) })
	case token.LSS:
		return truth(func(fr *frame) bool { return x(fr) < y(fr) })
	case token.LEQ:
		return truth(func(fr *frame) bool { return x(fr) <= y(fr) })
	case token.GTR:
		return truth(func(fr *frame) bool { return x(fr) > y(fr) })
	case token.GEQ:
		return truth(func(fr *frame) bool { return x(fr) >= y(fr) })
	}
	panic(&Unsupported{"this use of " + op.String()})
}

// wholeNumber is float64 to int as the compiler has it on this machine.
func wholeNumber(x float64) int {
	if math.IsNaN(x) {
		return math.MinInt
	}
	return int(x)
}
