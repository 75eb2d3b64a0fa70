package eval

import (
	"go/ast"
	"go/types"
	"reflect"
)

// function is a function of the source, or a closure in one, made ready to run.
type function struct {
	program *Program
	name    string
	up      *function // around a closure
	slots   map[types.Object]slot
	size    [5]int // variables of each kind
	params  []slot
	results []slot
	body    func(*frame)
}

// define compiles parameters, results and body.
func (f *function) define(t *ast.FuncType, body *ast.BlockStmt) {
	f.params = f.fields(t.Params)
	f.results = f.fields(t.Results)
	if n := len(t.Params.List); n > 0 {
		if _, variadic := t.Params.List[n-1].Type.(*ast.Ellipsis); variadic {
			panic(&Unsupported{"a function with ..."})
		}
	}
	block := f.block(body.List)
	f.body = func(fr *frame) {
		r := fr.run
		r.burn()
		if r.depth++; r.depth > maxDepth {
			panic(tooDeep{})
		}
		for _, s := range f.results {
			s.zero(fr)
		}
		block(fr)
		r.depth--
	}
}

// fields makes variables of parameters or results, named or not.
func (f *function) fields(list *ast.FieldList) (slots []slot) {
	if list == nil {
		return nil
	}
	for _, field := range list.List {
		t := f.program.Info.TypeOf(field.Type)
		if len(field.Names) == 0 {
			slots = append(slots, f.slotOf(t))
		}
		for _, name := range field.Names {
			s := f.slotOf(t)
			if object := f.program.Info.Defs[name]; object != nil {
				f.slots[object] = s
			}
			slots = append(slots, s)
		}
	}
	return slots
}

// slotOf reserves a variable of a type.
func (f *function) slotOf(t types.Type) slot {
	k := kindOf(t)
	s := slot{kind: k}
	if k == isBool {
		k = isInt // they share
	}
	if k == isOther {
		s.goType = world.reflected(t)
	}
	s.index = f.size[k]
	f.size[k]++
	return s
}

// lookup finds a variable here or in the functions around.
func (f *function) lookup(object types.Object) slot {
	up := 0
	for g := f; g != nil; g, up = g.up, up+1 {
		if s, ok := g.slots[object]; ok {
			s.up = up
			return s
		}
	}
	panic(&Unsupported{"the variable " + object.Name()})
}

// frame makes room for one call.
func (f *function) frame(up *frame, r *run) *frame {
	fr := &frame{up: up, run: r}
	if n := f.size[isFloat]; n > 0 {
		fr.floats = make([]float64, n)
	}
	if n := f.size[isInt]; n > 0 {
		fr.ints = make([]int, n)
	}
	if n := f.size[isFloats]; n > 0 {
		fr.lists = make([][]float64, n)
	}
	if n := f.size[isOther]; n > 0 {
		fr.others = make([]reflect.Value, n)
	}
	return fr
}

// asValue is the function as a value that others can call. Its frame is made at
// each call, within the frame where the closure stands.
func (f *function) asValue(t reflect.Type, around *frame, r *run) reflect.Value {
	return reflect.MakeFunc(t, func(args []reflect.Value) (results []reflect.Value) {
		fr := f.frame(around, r)
		for i, s := range f.params {
			s.put(fr, args[i])
		}
		f.body(fr)
		for i, s := range f.results {
			v := s.value(fr)
			if v.Type() != t.Out(i) {
				w := reflect.New(t.Out(i)).Elem()
				w.Set(v)
				v = w
			}
			results = append(results, v)
		}
		return results
	})
}
