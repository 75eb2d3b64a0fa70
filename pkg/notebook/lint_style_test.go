package notebook_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// maxColumns is how long a line of code may be; a tab is four columns.
const maxColumns = 100

func ruleWidth(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		for k, line := range c.lines() {
			if n := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    ")); n > maxColumns {
				found.add(i, "line %d has %d columns, at most %d are allowed", k+1, n, maxColumns)
			}
		}
	})
	return found
}

// ruleDropped wants the errors of the engine looked at, and notebook.Must for those that
// cannot happen.
func ruleDropped(b *book) (found complaints) {
	packages := map[string]string{} // path, by the name in the notebook
	b.each("code", func(_ int, c *cell) {
		if file, _, _ := c.parse(); file != nil {
			for _, s := range file.Imports {
				if path, _ := strconv.Unquote(s.Path.Value); strings.HasPrefix(path, "ann/pkg/") {
					packages[b.localName(path)] = path
				}
			}
		}
	})
	mayFail := func(e ast.Expr) (name string, ok bool) {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return "", false
		}
		s, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return "", false
		}
		x, ok := s.X.(*ast.Ident)
		if !ok {
			return "", false
		}
		return x.Name + "." + s.Sel.Name, returnsError(packages[x.Name], s.Sel.Name)
	}
	b.each("code", func(i int, c *cell) {
		file, _, _ := c.parse()
		if file == nil {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				last, isName := n.Lhs[len(n.Lhs)-1].(*ast.Ident)
				if name, ok := mayFail(n.Rhs[0]); ok && isName && last.Name == "_" {
					found.add(i, "the error of %s is dropped; use notebook.Must", name)
				}
			case *ast.ExprStmt:
				if name, ok := mayFail(n.X); ok {
					found.add(i, "the error of %s is dropped; use notebook.Must", name)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" && len(n.Args) == 1 && !c.tagged("exercise") {
					if x, ok := n.Args[0].(*ast.Ident); ok && x.Name == "err" {
						found.add(i, "panic(err); use notebook.Must")
					}
				}
			}
			return true
		})
	})
	return found
}

// failingFunctions holds, for the folder of each package asked for, the names of its functions whose
// last result is an error.
var failingFunctions sync.Map

func returnsError(path, function string) bool {
	if path == "" {
		return false
	}
	known, ok := failingFunctions.Load(path)
	if !ok {
		names := map[string]bool{}
		files, _ := filepath.Glob(filepath.FromSlash("../../" + strings.TrimPrefix(path, "ann/") + "/*.go"))
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				continue
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Recv != nil || f.Type.Results == nil {
					continue
				}
				results := f.Type.Results.List
				last, ok := results[len(results)-1].Type.(*ast.Ident)
				names[f.Name.Name] = ok && last.Name == "error"
			}
		}
		known, _ = failingFunctions.LoadOrStore(path, names)
	}
	return known.(map[string]bool)[function]
}
