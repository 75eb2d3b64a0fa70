package eval

import (
	"go/ast"
	"go/types"
	"reflect"
)

// ownCall is a call of a function of the source, without boxes.
type ownCall struct {
	callee *function
	put    []func(from, to *frame) // one an argument
}

// own is the call when it calls a function of the source, else nil.
func (f *function) own(e *ast.CallExpr) *ownCall {
	o := f.object(e)
	if o == nil || f.program.functions[o] == nil {
		return nil
	}
	c := &ownCall{callee: f.program.functions[o]}
	params := o.Type().(*types.Signature).Params()
	if len(e.Args) != params.Len() {
		panic(&Unsupported{"a call with the results of a call"})
	}
	for i, a := range e.Args {
		x := f.expr(a).as(params.At(i).Type())
		c.put = append(c.put, func(from, to *frame) {
			s := c.callee.params[i] // known only when the callee has been compiled
			switch x.kind {
			case isFloat:
				to.floats[s.index] = x.float(from)
			case isInt:
				to.ints[s.index] = x.int(from)
			case isFloats:
				to.lists[s.index] = x.floats(from)
			case isBool:
				to.ints[s.index] = truth(x.bool(from))
			default:
				s.put(to, x.other(from))
			}
		})
	}
	return c
}

// run calls and returns the callee's frame, which holds the results.
func (c *ownCall) run(fr *frame) *frame {
	to := c.callee.frame(nil, fr.run)
	for _, put := range c.put {
		put(fr, to)
	}
	r := fr.run
	at, in, of := r.at, r.in, r.of
	c.callee.body(to)
	r.at, r.in, r.of = at, in, of
	return to
}

// result is the call as an expression.
func (c *ownCall) result(t types.Type) expr {
	if _, isTuple := t.(*types.Tuple); isTuple || t == nil { // as a statement
		return expr{kind: isOther, other: func(fr *frame) reflect.Value { c.run(fr); return reflect.Value{} }}
	}
	switch kindOf(t) {
	case isFloat:
		return expr{kind: isFloat, float: func(fr *frame) float64 { return c.run(fr).floats[c.callee.results[0].index] }}
	case isInt:
		return expr{kind: isInt, int: func(fr *frame) int { return c.run(fr).ints[c.callee.results[0].index] }}
	case isBool:
		return expr{kind: isBool, bool: func(fr *frame) bool { return c.run(fr).ints[c.callee.results[0].index] != 0 }}
	case isFloats:
		return expr{kind: isFloats, floats: func(fr *frame) []float64 { return c.run(fr).lists[c.callee.results[0].index] }}
	}
	return expr{kind: isOther, goType: world.reflected(t), other: func(fr *frame) reflect.Value {
		return c.callee.results[0].value(c.run(fr))
	}}
}

// all gives every result boxed.
func (c *ownCall) all() func(*frame) []reflect.Value {
	return func(fr *frame) (all []reflect.Value) {
		to := c.run(fr)
		for _, s := range c.callee.results {
			all = append(all, s.value(to))
		}
		return all
	}
}
