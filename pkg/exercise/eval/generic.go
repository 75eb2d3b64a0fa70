package eval

import (
	"cmp"
	"go/token"
	"go/types"
	"reflect"
	"slices"
)

// generic is a function of package slices, for []float64 and []int.
type generic struct {
	name   string
	result result
}

type result int

const (
	nothing result = iota
	element
	slice
)

func noResult(name string) generic   { return generic{name, nothing} }
func anyElement(name string) generic { return generic{name, element} }
func anySlice(name string) generic   { return generic{name, slice} }

// signature is func[S ~[]E, E float64 | int](S), with its result.
func (g generic) signature() *types.Signature {
	number := types.NewInterfaceType(nil, []types.Type{types.NewUnion([]*types.Term{
		types.NewTerm(true, types.Typ[types.Float64]), types.NewTerm(true, types.Typ[types.Int])})}).Complete()
	E := types.NewTypeParam(types.NewTypeName(token.NoPos, nil, "E", nil), number)
	list := types.NewInterfaceType(nil, []types.Type{types.NewUnion([]*types.Term{types.NewTerm(true, types.NewSlice(E))})}).Complete()
	S := types.NewTypeParam(types.NewTypeName(token.NoPos, nil, "S", nil), list)
	var results *types.Tuple
	switch g.result {
	case element:
		results = types.NewTuple(types.NewParam(token.NoPos, nil, "", E))
	case slice:
		results = types.NewTuple(types.NewParam(token.NoPos, nil, "", S))
	}
	return types.NewSignatureType(nil, nil, []*types.TypeParam{S, E}, types.NewTuple(types.NewParam(token.NoPos, nil, "s", S)), results, false)
}

func (g generic) call(args []reflect.Value) []reflect.Value {
	var r any
	switch x := args[0].Interface().(type) {
	case []float64:
		r = of(g.name, x)
	case []int:
		r = of(g.name, x)
	default:
		panic("slices: neither []float64 nor []int")
	}
	if g.result == nothing {
		return nil
	}
	return []reflect.Value{reflect.ValueOf(r)}
}

func of[E cmp.Ordered](name string, x []E) any {
	switch name {
	case "Max":
		return slices.Max(x)
	case "Min":
		return slices.Min(x)
	case "Clone":
		return slices.Clone(x)
	case "Sort":
		slices.Sort(x)
	case "Reverse":
		slices.Reverse(x)
	}
	return nil
}
