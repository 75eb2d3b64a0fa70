package task

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// method is a function found in a source file of the chapter: what is shown,
// what is tested and what the notebooks hold is one text.
type method struct {
	text []byte // of the file
	fset *token.FileSet
	decl *ast.FuncDecl
}

// parse reads a source file that is embedded, and so compiles.
func parse(sources embed.FS, file string) (text []byte, fset *token.FileSet, parsed *ast.File) {
	text, err := sources.ReadFile(file)
	if err != nil {
		panic("task: " + err.Error())
	}
	fset = token.NewFileSet()
	parsed, err = parser.ParseFile(fset, file, text, parser.ParseComments)
	if err != nil {
		panic("task: " + err.Error())
	}
	return text, fset, parsed
}

// Imports returns the import paths that the chapter's solutions need beside
// ann/pkg/exercise, in the order of solution.go.
func (c Chapter) Imports() []string {
	_, _, parsed := parse(c.sources, "solution.go")
	var paths []string
	for _, s := range parsed.Imports {
		path, _ := strconv.Unquote(s.Path.Value) // the parser has seen that it is a string
		paths = append(paths, path)
	}
	return paths
}

// method finds the method of a name in stub.go or solution.go. It panics where
// there is none: the tests show that each exercise has both.
func (e Exercise) method(file, name string) method {
	text, fset, parsed := parse(e.sources, file)
	for _, d := range parsed.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == name {
			return method{text, fset, f}
		}
	}
	panic(fmt.Sprintf("task: exercise %s: %s has no method %s", e.ID, file, name))
}

// between is the text from one position to another.
func (m method) between(from, to token.Pos) string {
	return string(m.text[m.fset.Position(from).Offset:m.fset.Position(to).Offset])
}

// function is the method with its comment and without its receiver, as it
// stands in a cell.
func (m method) function() string {
	from := m.decl.Pos()
	if m.decl.Doc != nil {
		from = m.decl.Doc.Pos()
	}
	return m.between(from, m.decl.Recv.Pos()) + m.between(m.decl.Name.Pos(), m.decl.End())
}

// signature is the function's type in the learner's words:
// "func design(x []float64, p int) *mat.Dense".
func (m method) signature() string {
	return "func " + m.between(m.decl.Name.Pos(), m.decl.Type.End())
}

// parameter is the name of the function's i-th argument.
func (m method) parameter(i int) string {
	for _, field := range m.decl.Type.Params.List {
		if i < len(field.Names) {
			return field.Names[i].Name
		}
		i -= len(field.Names)
	}
	return "?"
}

// results are the names of the function's results, if they have any.
func (m method) results() (names []string) {
	if m.decl.Type.Results == nil {
		return nil
	}
	for _, field := range m.decl.Type.Results.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

// solutionFile is the solution as a function of a file of its own.
func (e Exercise) solutionFile(name string) []byte {
	m := e.method("solution.go", name)
	_, _, parsed := parse(e.sources, "solution.go")
	file := "package p\n\n"
	for _, s := range parsed.Imports {
		file += "import " + m.between(s.Pos(), s.End()) + "\n"
	}
	return []byte(file + "\n" + m.function() + "\n")
}
