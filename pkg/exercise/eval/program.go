package eval

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"reflect"
)

// Unsupported reports what this package does not run.
type Unsupported struct{ What string }

func (u *Unsupported) Error() string { return "eval: " + u.What + " is not supported" }

// Program is a source that compiles.
type Program struct {
	Fset *token.FileSet
	File *ast.File
	Info *types.Info
	Pkg  *types.Package

	functions map[types.Object]*function
}

// Compile parses and checks a source. The error is of type [*Unsupported] where
// the source may be right but is not for this package; else it is the
// compiler's. An import that is not used is no error. With an error the program
// cannot be called, but Info says what is known of the types; it is nil where
// the source does not parse.
func Compile(source string) (*Program, error) {
	p := &Program{Fset: token.NewFileSet(), functions: map[types.Object]*function{}}
	var err error
	p.File, err = parser.ParseFile(p.Fset, "", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	if err := p.outside(); err != nil {
		return p, err
	}
	p.Info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	var first error
	config := types.Config{Importer: world, Error: func(err error) {
		var e types.Error
		if first != nil || errors.As(err, &e) && p.isUnusedImport(e.Pos) {
			return
		}
		first = err
	}}
	p.Pkg, _ = config.Check("p", p.Fset, []*ast.File{p.File}, p.Info)
	if first != nil {
		return p, first
	}
	return p, p.compile()
}

// outside finds a package, or a member of one, that is not in the library.
func (p *Program) outside() error {
	packages := map[string]map[string]any{}
	for _, s := range p.File.Imports {
		members, known := library[unquoted(s)]
		if !known {
			return &Unsupported{"package " + unquoted(s)}
		}
		name := path.Base(unquoted(s))
		if s.Name != nil {
			name = s.Name.Name
		}
		packages[name] = members
	}
	var err error
	ast.Inspect(p.File, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok || err != nil {
			return err == nil
		}
		if x, isName := s.X.(*ast.Ident); isName { // be it the package, or a variable of its name
			if members := packages[x.Name]; members != nil && members[s.Sel.Name] == nil {
				err = &Unsupported{x.Name + "." + s.Sel.Name}
			}
		}
		return true
	})
	return err
}

func unquoted(s *ast.ImportSpec) string { return s.Path.Value[1 : len(s.Path.Value)-1] }

// isUnusedImport says whether an error at a place is about an import that is
// there but not used: there is no other error about one that is in the library.
func (p *Program) isUnusedImport(at token.Pos) bool {
	for _, s := range p.File.Imports {
		if s.Pos() <= at && at < s.End() {
			return true
		}
	}
	return false
}

// compile makes closures of all functions.
func (p *Program) compile() (err error) {
	defer func() {
		if r := recover(); r != nil {
			u, ok := r.(*Unsupported)
			if !ok {
				panic(r)
			}
			err = u
		}
	}()
	for _, d := range p.File.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv != nil || d.Type.TypeParams != nil || d.Body == nil {
				return &Unsupported{"the function " + d.Name.Name}
			}
			p.functions[p.Info.Defs[d.Name]] = &function{program: p, slots: map[types.Object]slot{}, name: d.Name.Name}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				return &Unsupported{"a variable outside of functions"}
			}
		}
	}
	for _, d := range p.File.Decls {
		if d, ok := d.(*ast.FuncDecl); ok {
			p.functions[p.Info.Defs[d.Name]].define(d.Type, d.Body)
		}
	}
	return nil
}

// Fault is why a call gave no result.
type Fault struct {
	Text    string // of the panic
	Line    int    // of the source
	Endless bool   // it ran out of fuel
	Deep    bool   // it called itself too often
	Values  string // of the variables of that line: "i = 4, x has 4 values"
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.Text) }

// Limits of a call.
const (
	maxDepth = 2000    // calls within calls
	maxSize  = 1 << 20 // values that one slice or matrix may have
)

type (
	outOfFuel struct{}
	tooDeep   struct{}
)

// Call runs a function, which must be there. Fuel is how many rounds of loops and calls of functions
// it may take. The arguments are passed as they are: what the function writes
// into a slice stays there.
func (p *Program) Call(name string, fuel int, args ...any) (results []reflect.Value, fault *Fault) {
	f := p.functions[p.Pkg.Scope().Lookup(name)]
	if f == nil {
		panic("eval: Call: there is no function " + name)
	}
	r := &run{fuel: fuel}
	defer func() {
		if x := recover(); x != nil {
			fault = &Fault{Text: fmt.Sprint(x), Line: p.Fset.Position(r.at).Line, Values: p.values(r)}
			switch x.(type) {
			case outOfFuel:
				fault.Text, fault.Endless = "it does not end", true
			case tooDeep:
				fault.Text, fault.Deep = "it calls itself without end", true
			}
		}
	}()
	in := f.frame(nil, r)
	for i, s := range f.params {
		s.put(in, reflect.ValueOf(args[i]))
	}
	f.body(in)
	for _, s := range f.results {
		results = append(results, s.value(in))
	}
	return results, nil
}

// Func is a function of the program as a value.
func (p *Program) Func(name string, fuel int) any {
	o := p.Pkg.Scope().Lookup(name)
	f, t := p.functions[o], world.reflected(o.Type())
	return reflect.MakeFunc(t, func(args []reflect.Value) []reflect.Value {
		return f.asValue(t, nil, &run{fuel: fuel}).Call(args)
	}).Interface()
}
