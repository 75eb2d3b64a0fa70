package eval

import (
	"go/token"
	"go/types"
	"reflect"
)

// kind is how a value is held while a program runs. Numbers and lists of
// numbers have their own, since nearly all work is done on them.
type kind uint8

const (
	isFloat  kind = iota // float64
	isInt                // int
	isBool               // bool, kept with the ints
	isFloats             // []float64
	isOther              // all else, as a reflect.Value
)

func kindOf(t types.Type) kind {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		switch t.Kind() {
		case types.Float64, types.UntypedFloat:
			return isFloat
		case types.Int, types.UntypedInt:
			return isInt
		case types.Bool, types.UntypedBool:
			return isBool
		}
	case *types.Slice:
		if e, ok := types.Unalias(t.Elem()).(*types.Basic); ok && e.Kind() == types.Float64 {
			return isFloats
		}
	}
	return isOther
}

// run is one call of a program from outside.
type run struct {
	fuel  int
	depth int
	at    token.Pos // of the statement that runs
	in    *frame    // of the function that runs
	of    *function // that runs
}

func (r *run) burn() {
	if r.fuel--; r.fuel < 0 {
		panic(outOfFuel{})
	}
}

// frame holds the variables of one call of a function.
type frame struct {
	floats []float64
	ints   []int
	lists  [][]float64
	others []reflect.Value // addressable
	up     *frame          // of the function around a closure
	run    *run
}

// slot is the place of a variable: so many frames up, at an index.
type slot struct {
	up, index int
	kind      kind
	goType    reflect.Type // of an other
}

func (s slot) frame(f *frame) *frame {
	for range s.up {
		f = f.up
	}
	return f
}

// zero makes a new variable.
func (s slot) zero(f *frame) {
	switch f = s.frame(f); s.kind {
	case isFloat:
		f.floats[s.index] = 0
	case isInt, isBool:
		f.ints[s.index] = 0
	case isFloats:
		f.lists[s.index] = nil
	default:
		f.others[s.index] = reflect.New(s.goType).Elem()
	}
}

// put makes a new variable of a value.
func (s slot) put(f *frame, v reflect.Value) {
	switch f = s.frame(f); s.kind {
	case isFloat:
		f.floats[s.index] = v.Float()
	case isInt:
		f.ints[s.index] = int(v.Int())
	case isBool:
		f.ints[s.index] = truth(v.Bool())
	case isFloats:
		f.lists[s.index] = floatsOf(v)
	default:
		n := reflect.New(s.goType).Elem()
		if v.IsValid() {
			n.Set(v)
		}
		f.others[s.index] = n
	}
}

// value is the variable's value, which later changes do not touch.
func (s slot) value(f *frame) reflect.Value {
	switch f = s.frame(f); s.kind {
	case isFloat:
		return reflect.ValueOf(f.floats[s.index])
	case isInt:
		return reflect.ValueOf(f.ints[s.index])
	case isBool:
		return reflect.ValueOf(f.ints[s.index] != 0)
	case isFloats:
		return reflect.ValueOf(f.lists[s.index])
	}
	return snapshot(f.others[s.index])
}

func snapshot(v reflect.Value) reflect.Value {
	n := reflect.New(v.Type()).Elem()
	n.Set(v)
	return n
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

var floatsType = reflect.TypeFor[[]float64]()

func floatsOf(v reflect.Value) []float64 {
	if !v.IsValid() || v.IsNil() {
		return nil
	}
	return v.Interface().([]float64)
}
