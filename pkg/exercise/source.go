package exercise

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// The files that solutions and stubs are written in: what is shown, what is
// tested and what the notebooks hold is one text.
//
//go:embed solution*.go stub*.go
var sources embed.FS

// SolutionSource returns the Go source of an exercise's solution as it stands in
// a cell: a function, or the value to hand to Check. It panics when there is no
// such exercise.
func SolutionSource(id string) string { return sourceOf("solution", id) }

// StubSource returns the Go source that the learner starts from, in the same
// form. It panics when there is no such exercise.
func StubSource(id string) string { return sourceOf("stub", id) }

func sourceOf(kind, id string) string {
	e, _, ok := find(id)
	if !ok {
		panic("exercise: " + unknown(id))
	}
	s, err := e.source(kind)
	if err != nil {
		panic("exercise: " + err.Error())
	}
	return s
}

// method is a function found in a source file.
type method struct {
	text []byte // of the file
	fset *token.FileSet
	decl *ast.FuncDecl
}

// method finds the exercise's method in the file of its kind and chapter.
func (e exercise) method(kind string) (method, error) {
	_, c, _ := find(e.id)
	name := kind + c.number
	text, err := sources.ReadFile(name + ".go")
	if err != nil {
		return method{}, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name+".go", text, parser.ParseComments)
	if err != nil {
		return method{}, err
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == e.name {
			return method{text, fset, f}, nil
		}
	}
	return method{}, fmt.Errorf("%s.go has no method %s", name, e.name)
}

// between is the text from one position to another.
func (m method) between(from, to token.Pos) string {
	return string(m.text[m.fset.Position(from).Offset:m.fset.Position(to).Offset])
}

// source returns the function without its receiver, or the value it returns.
func (e exercise) source(kind string) (string, error) {
	m, err := e.method(kind)
	if err != nil {
		return "", err
	}
	f := m.decl
	if e.judge != nil {
		return m.returned()
	}
	from := f.Pos()
	if f.Doc != nil {
		from = f.Doc.Pos()
	}
	return m.between(from, f.Recv.Pos()) + m.between(f.Name.Pos(), f.End()), nil
}

// returned is the value that the method returns, with this package's names
// qualified as a notebook needs them.
func (m method) returned() (string, error) {
	last, ok := m.decl.Body.List[len(m.decl.Body.List)-1].(*ast.ReturnStmt)
	if !ok || len(last.Results) != 1 {
		return "", fmt.Errorf("%s does not end with a return of one value", m.decl.Name.Name)
	}
	result := last.Results[0]
	keys := map[ast.Node]bool{}
	var names []token.Pos
	ast.Inspect(result, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			keys[n.Key] = true
		case *ast.Ident:
			if n.IsExported() && !keys[n] {
				names = append(names, n.Pos())
			}
		}
		return true
	})
	slices.Sort(names)
	var b strings.Builder
	from := result.Pos()
	for _, at := range names {
		b.WriteString(m.between(from, at) + "exercise.")
		from = at
	}
	b.WriteString(m.between(from, result.End()))
	return strings.ReplaceAll(b.String(), "\n\t", "\n"), nil // the literal stands one level in
}

// signature is the wanted type in the learner's words:
// "func design(x []float64, p int) *mat.Dense".
func (e exercise) signature() string {
	m, err := e.method("solution")
	if err != nil || e.judge != nil {
		return fmt.Sprintf("%T", e.solution)
	}
	return "func " + m.between(m.decl.Name.Pos(), m.decl.Type.End())
}

// parameter is the name of the function's i-th argument.
func (e exercise) parameter(i int) string {
	if m, err := e.method("solution"); err == nil {
		for _, field := range m.decl.Type.Params.List {
			if i < len(field.Names) {
				return field.Names[i].Name
			}
			i -= len(field.Names)
		}
	}
	return "?"
}
