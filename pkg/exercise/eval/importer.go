package eval

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// universe makes packages for the type checker from what this program itself
// holds of them, by reflection: no export data, no source and no Go are needed.
type universe struct {
	mu       sync.Mutex
	packages map[string]*types.Package
	named    map[reflect.Type]*types.Named
	goTypes  map[*types.TypeName]reflect.Type
}

var world = &universe{
	packages: map[string]*types.Package{},
	named:    map[reflect.Type]*types.Named{},
	goTypes:  map[*types.TypeName]reflect.Type{},
}

// Import returns the package of a path that is in the library.
func (u *universe) Import(path string) (*types.Package, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	members, ok := library[path]
	if !ok {
		return nil, &Unsupported{"package " + path}
	}
	p := u.pkg(path)
	if p.Complete() {
		return p, nil
	}
	for name, member := range members {
		if !strings.Contains(name, ".") {
			u.declare(p, name, member)
		}
	}
	p.MarkComplete()
	return p, nil
}

// declare adds a member of the library to its package.
func (u *universe) declare(p *types.Package, name string, member any) {
	switch m := member.(type) {
	case reflect.Type: // the type exists under this name as soon as it is used
		u.typeOf(m)
	case generic:
		p.Scope().Insert(types.NewFunc(token.NoPos, p, name, m.signature()))
	default:
		t := reflect.TypeOf(member)
		if t.PkgPath() != "" { // a constant with a type of its own
			p.Scope().Insert(types.NewConst(token.NoPos, p, name, u.typeOf(t), constant.MakeInt64(reflect.ValueOf(m).Int())))
			return
		}
		switch t.Kind() {
		case reflect.Func:
			p.Scope().Insert(types.NewFunc(token.NoPos, p, name, u.signature(t)))
		case reflect.Float64:
			p.Scope().Insert(types.NewConst(token.NoPos, p, name, types.Typ[types.UntypedFloat], constant.MakeFloat64(m.(float64))))
		case reflect.Int:
			p.Scope().Insert(types.NewConst(token.NoPos, p, name, types.Typ[types.UntypedInt], constant.MakeInt64(int64(m.(int)))))
		default:
			panic(fmt.Sprintf("eval: library: %s.%s is a %v", p.Path(), name, t))
		}
	}
}

func (u *universe) pkg(path_ string) *types.Package {
	p := u.packages[path_]
	if p == nil {
		p = types.NewPackage(path_, path.Base(path_))
		u.packages[path_] = p
	}
	return p
}

var basic = map[reflect.Kind]types.BasicKind{
	reflect.Bool: types.Bool, reflect.Int: types.Int, reflect.Int8: types.Int8, reflect.Int16: types.Int16,
	reflect.Int32: types.Int32, reflect.Int64: types.Int64, reflect.Uint: types.Uint, reflect.Uint8: types.Uint8,
	reflect.Uint16: types.Uint16, reflect.Uint32: types.Uint32, reflect.Uint64: types.Uint64, reflect.Uintptr: types.Uintptr,
	reflect.Float32: types.Float32, reflect.Float64: types.Float64, reflect.Complex64: types.Complex64,
	reflect.Complex128: types.Complex128, reflect.String: types.String, reflect.UnsafePointer: types.UnsafePointer,
}

var errorType = reflect.TypeFor[error]()

// typeOf is a type as the checker sees it.
func (u *universe) typeOf(t reflect.Type) types.Type {
	if t == errorType {
		return types.Universe.Lookup("error").Type()
	}
	if t.Name() != "" && t.PkgPath() != "" {
		return u.namedOf(t)
	}
	return u.underlying(t)
}

func (u *universe) namedOf(t reflect.Type) types.Type {
	if n := u.named[t]; n != nil {
		return n
	}
	p := u.pkg(t.PkgPath())
	name := types.NewTypeName(token.NoPos, p, t.Name(), nil)
	n := types.NewNamed(name, nil, nil)
	u.named[t], u.goTypes[name] = n, t
	p.Scope().Insert(name)
	methods := u.methodsOf(t, p)
	if t.Kind() == reflect.Interface {
		n.SetUnderlying(types.NewInterfaceType(methods, nil).Complete())
		return n
	}
	n.SetUnderlying(u.underlying(t))
	for _, m := range methods {
		n.AddMethod(m)
	}
	return n
}

// methodsOf are the methods that the library lists of a type.
func (u *universe) methodsOf(t reflect.Type, p *types.Package) (all []*types.Func) {
	for name, member := range library[p.Path()] {
		method, isMethod := strings.CutPrefix(name, t.Name()+".")
		if !isMethod {
			continue
		}
		m := reflect.TypeOf(member)
		params, results := u.tuples(m, 1)
		receiver := types.NewVar(token.NoPos, p, "", u.typeOf(m.In(0)))
		signature := types.NewSignatureType(receiver, nil, nil, params, results, m.IsVariadic())
		all = append(all, types.NewFunc(token.NoPos, p, method, signature))
	}
	slices.SortFunc(all, func(a, b *types.Func) int { return strings.Compare(a.Name(), b.Name()) })
	return all
}

func (u *universe) underlying(t reflect.Type) types.Type {
	if kind, ok := basic[t.Kind()]; ok {
		return types.Typ[kind]
	}
	switch t.Kind() {
	case reflect.Slice:
		return types.NewSlice(u.typeOf(t.Elem()))
	case reflect.Array:
		return types.NewArray(u.typeOf(t.Elem()), int64(t.Len()))
	case reflect.Pointer:
		return types.NewPointer(u.typeOf(t.Elem()))
	case reflect.Map:
		return types.NewMap(u.typeOf(t.Key()), u.typeOf(t.Elem()))
	case reflect.Func:
		return u.signature(t)
	case reflect.Struct:
		var fields []*types.Var
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				fields = append(fields, types.NewField(token.NoPos, u.pkg(t.PkgPath()), f.Name, u.typeOf(f.Type), f.Anonymous))
			}
		}
		return types.NewStruct(fields, nil)
	case reflect.Interface:
		return types.NewInterfaceType(nil, nil).Complete()
	}
	return types.NewStruct(nil, nil) // channels and the like: nobody can use them here
}

func (u *universe) signature(t reflect.Type) *types.Signature {
	params, results := u.tuples(t, 0)
	return types.NewSignatureType(nil, nil, nil, params, results, t.IsVariadic())
}

// tuples are the parameters from one on, and the results.
func (u *universe) tuples(t reflect.Type, from int) (params, results *types.Tuple) {
	var in, out []*types.Var
	for i := from; i < t.NumIn(); i++ {
		in = append(in, types.NewParam(token.NoPos, nil, "", u.typeOf(t.In(i))))
	}
	for i := range t.NumOut() {
		out = append(out, types.NewParam(token.NoPos, nil, "", u.typeOf(t.Out(i))))
	}
	return types.NewTuple(in...), types.NewTuple(out...)
}

// reflected is the type of this program that a checked type stands for.
func (u *universe) reflected(t types.Type) reflect.Type {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		for kind, b := range basic {
			if b == t.Kind() {
				return basicTypes[kind]
			}
		}
	case *types.Slice:
		return reflect.SliceOf(u.reflected(t.Elem()))
	case *types.Array:
		return reflect.ArrayOf(int(t.Len()), u.reflected(t.Elem()))
	case *types.Pointer:
		return reflect.PointerTo(u.reflected(t.Elem()))
	case *types.Signature:
		var in, out []reflect.Type
		for i := range t.Params().Len() {
			in = append(in, u.reflected(t.Params().At(i).Type()))
		}
		for i := range t.Results().Len() {
			out = append(out, u.reflected(t.Results().At(i).Type()))
		}
		return reflect.FuncOf(in, out, t.Variadic())
	case *types.Interface:
		if t.NumMethods() == 0 {
			return reflect.TypeFor[any]()
		}
	case *types.Named:
		if t.Obj().Pkg() == nil && t.Obj().Name() == "error" {
			return errorType
		}
		u.mu.Lock()
		known := u.goTypes[t.Obj()]
		u.mu.Unlock()
		if known != nil {
			return known
		}
		if _, isStruct := t.Underlying().(*types.Struct); !isStruct && t.NumMethods() == 0 {
			return u.reflected(t.Underlying())
		}
	}
	panic(&Unsupported{"the type " + t.String()})
}

var basicTypes = map[reflect.Kind]reflect.Type{
	reflect.Bool: reflect.TypeFor[bool](), reflect.Int: reflect.TypeFor[int](), reflect.Int8: reflect.TypeFor[int8](),
	reflect.Int16: reflect.TypeFor[int16](), reflect.Int32: reflect.TypeFor[int32](), reflect.Int64: reflect.TypeFor[int64](),
	reflect.Uint: reflect.TypeFor[uint](), reflect.Uint8: reflect.TypeFor[uint8](), reflect.Uint16: reflect.TypeFor[uint16](),
	reflect.Uint32: reflect.TypeFor[uint32](), reflect.Uint64: reflect.TypeFor[uint64](), reflect.Float32: reflect.TypeFor[float32](),
	reflect.Float64: reflect.TypeFor[float64](), reflect.String: reflect.TypeFor[string](),
}
