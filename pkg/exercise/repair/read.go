package repair

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"ann/pkg/exercise/eval"
)

// Function is a function with what it needs of the file it stands in.
type Function struct {
	Name  string
	Text  string   // from func to the last brace
	Line  int      // of the file where Text begins
	Calls []string // functions of the same file that it needs
	Twins []string // functions of the same file with the same type

	before, after string // around Text in a source that compiles by itself
	file          *reader
}

// Read returns the source of a function that this program runs. It returns an
// error where there is none: for closures and method values, where the file is
// gone, or has changed since.
func Read(f any) (*Function, error) {
	pc := runtime.FuncForPC(reflect.ValueOf(f).Pointer())
	file, line := pc.FileLine(pc.Entry())
	full := pc.Name()
	name := full[strings.LastIndex(full, "/")+1:]
	_, name, _ = strings.Cut(name, ".")
	if !token.IsIdentifier(name) {
		return nil, fmt.Errorf("repair: %s is no function of a file", full)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	fn, err := Parse(text, name)
	if err != nil {
		return nil, err
	}
	if lines := strings.Count(fn.Text, "\n"); line < fn.Line || line > fn.Line+lines {
		return nil, fmt.Errorf("repair: %s is not in line %d of %s", name, line, file)
	}
	return fn, nil
}

// Parse reads the function of a name from a file.
func Parse(text []byte, name string) (*Function, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	r := &reader{text: text, fset: fset, file: file, decls: map[string]ast.Decl{}}
	for _, d := range file.Decls {
		for _, n := range namesOf(d) {
			r.decls[n] = d
		}
	}
	return r.function(name)
}

// reader is a parsed file.
type reader struct {
	text  []byte
	fset  *token.FileSet
	file  *ast.File
	decls map[string]ast.Decl
}

// namesOf are the names that a declaration gives to the file.
func namesOf(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			}
		}
	}
	return names
}

func (r *reader) source(n ast.Node) string {
	return string(r.text[r.fset.Position(n.Pos()).Offset:r.fset.Position(n.End()).Offset])
}

func (r *reader) function(name string) (*Function, error) {
	d, ok := r.decls[name].(*ast.FuncDecl)
	if !ok || d.Body == nil {
		return nil, fmt.Errorf("repair: there is no function %s", name)
	}
	d.Doc = nil
	f := &Function{file: r, Name: name, Text: r.source(d), Line: r.fset.Position(d.Pos()).Line}
	needed := []ast.Decl{d}
	for i := 0; i < len(needed); i++ { // grows
		ast.Inspect(needed[i], func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if other := r.decls[id.Name]; other != nil && !slices.Contains(needed, other) {
					needed = append(needed, other)
				}
			}
			return true
		})
	}
	var after strings.Builder
	for _, other := range needed[1:] {
		if g, isFunction := other.(*ast.FuncDecl); isFunction {
			g.Doc = nil
			f.Calls = append(f.Calls, g.Name.Name)
		}
		after.WriteString("\n\n" + r.source(other))
	}
	var twins []string
	for n, other := range r.decls {
		if g, isFunction := other.(*ast.FuncDecl); isFunction && n != name && r.signature(g) == r.signature(d) {
			twins = append(twins, n)
		}
	}
	slices.Sort(twins)
	f.Twins = twins
	f.before, f.after = "package p\n\n"+r.imports(needed)+"\n", after.String()+"\n"
	return f, nil
}

// signature is the type of a function without the names of its parameters.
func (r *reader) signature(d *ast.FuncDecl) string {
	var b strings.Builder
	for _, list := range []*ast.FieldList{d.Type.Params, d.Type.Results} {
		b.WriteString("|")
		if list == nil {
			continue
		}
		for _, field := range list.List {
			for range max(1, len(field.Names)) {
				b.WriteString(r.source(field.Type) + ";")
			}
		}
	}
	return b.String()
}

// imports declares the packages that the declarations name.
func (r *reader) imports(needed []ast.Decl) string {
	used := map[string]bool{}
	for _, d := range needed {
		ast.Inspect(d, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := s.X.(*ast.Ident); ok {
					used[id.Name] = true
				}
			}
			return true
		})
	}
	text := ""
	for _, s := range r.file.Imports {
		p, _ := strconv.Unquote(s.Path.Value)
		name := path.Base(p)
		if s.Name != nil {
			name = s.Name.Name
		}
		if used[name] || name == "math" {
			text += "import " + r.source(s) + "\n"
			used[name] = false
		}
	}
	if strings.Contains(text, `"math"`) {
		return text
	}
	return text + "import \"math\"\n" // a change may need it
}

// unit is a source that compiles by itself, with a text in place of the function's.
func (f *Function) unit(text string) string { return f.before + text + f.after }

// Compile makes the function ready to run, or another text of it.
func (f *Function) compile(text string) (*eval.Program, error) { return eval.Compile(f.unit(text)) }

// lineOf is the line of a place in the text, from 1; 0 is no line.
func (f *Function) lineOf(offset int) int {
	if offset == nowhere {
		return 0
	}
	return 1 + strings.Count(f.Text[:offset], "\n")
}
