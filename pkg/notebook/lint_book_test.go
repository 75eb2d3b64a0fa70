package notebook_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// book is a notebook as the linter sees it.
type book struct {
	name  string // below notebooks/: "01-topic.ipynb", "solutions/01-topic.ipynb"
	roots []string
	size  int
	Cells []*cell `json:"cells"`
}

type cell struct {
	Kind     string   `json:"cell_type"`
	Source   text     `json:"source"`
	Count    *int     `json:"execution_count"`
	Outputs  []output `json:"outputs"`
	Metadata struct {
		Tags []string `json:"tags"`
	} `json:"metadata"`
}

type output struct {
	Kind string          `json:"output_type"`
	Name string          `json:"name"` // of a stream
	Text text            `json:"text"` // of a stream
	Data map[string]text `json:"data"` // by MIME type
}

// text is a string, which the format also allows to be a list of its lines.
type text string

func (t *text) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*t = text(one)
		return nil
	}
	var lines []string
	if err := json.Unmarshal(b, &lines); err != nil {
		*t = text(b) // application/json
		return nil
	}
	*t = text(strings.Join(lines, ""))
	return nil
}

// read decodes a notebook. Links are looked for below the roots, each a folder
// that holds notebooks.
func read(name string, content []byte, roots ...string) (*book, error) {
	b := &book{name: name, roots: roots, size: len(content)}
	if err := json.Unmarshal(content, b); err != nil {
		return nil, err
	}
	if len(b.Cells) == 0 {
		return nil, fmt.Errorf("no cells")
	}
	return b, nil
}

// chapter is the two digits that the name begins with.
func (b *book) chapter() string { return strings.TrimPrefix(b.name, "solutions/")[:2] }

func (b *book) isSolution() bool { return strings.HasPrefix(b.name, "solutions/") }

// each calls f for every cell of a kind: "code" or "markdown".
func (b *book) each(kind string, f func(i int, c *cell)) {
	for i, c := range b.Cells {
		if c.Kind == kind {
			f(i, c)
		}
	}
}

// finding is what a rule objects to. Cells are counted from 1, Markdown too.
type finding struct {
	cell int // index, -1: the whole notebook
	what string
}

func (f finding) String() string {
	if f.cell < 0 {
		return f.what
	}
	return fmt.Sprintf("cell %d: %s", f.cell+1, f.what)
}

// complaints collects findings.
type complaints []finding

func (c *complaints) add(cell int, format string, args ...any) {
	*c = append(*c, finding{cell, fmt.Sprintf(format, args...)})
}

func (c *cell) tagged(tag string) bool { return slices.Contains(c.Metadata.Tags, tag) }

// commands are the lines that the kernel takes for itself, by line number from 0.
func (c *cell) commands() map[int]string {
	found := map[int]string{}
	for i, line := range c.lines() {
		line = strings.TrimPrefix(line, "//gonb:")
		if strings.HasPrefix(line, "%") || strings.HasPrefix(line, "!") {
			found[i] = strings.TrimRight(line, " \t\r")
		}
	}
	return found
}

func (c *cell) lines() []string { return strings.Split(string(c.Source), "\n") }

// program is the cell as a Go file with the same line numbers: the kernel's
// commands are taken out, "%%" begins a main function.
func (c *cell) program() string {
	lines, open := c.lines(), false
	for i, command := range c.commands() {
		lines[i] = ""
		if command == "%%" {
			lines[i], open = "func main() {", true
		}
	}
	program := "package main; " + strings.Join(lines, "\n")
	if open {
		program += "\n}"
	}
	return program
}

func (c *cell) parse() (*ast.File, *token.FileSet, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "", c.program(), parser.ParseComments|parser.SkipObjectResolution)
	return file, files, err
}

// codeLines counts the lines with code on them: no comments, no blank lines, no
// commands of the kernel, no lines that only go on with a text.
func (c *cell) codeLines() int {
	program := []byte(strings.TrimPrefix(c.program(), "package main; "))
	files := token.NewFileSet()
	file := files.AddFile("", -1, len(program))
	var s scanner.Scanner
	s.Init(file, program, nil, 0)
	filled := map[int]bool{}
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			break
		}
		if tok == token.SEMICOLON && literal == "\n" || tok == token.STRING && !strings.HasPrefix(literal, "`") || tok == token.ADD {
			continue // not written, or the rest of a long text
		}
		first := files.Position(pos).Line
		for k := range 1 + strings.Count(literal, "\n") {
			filled[first+k] = true
		}
	}
	for i := range c.commands() {
		delete(filled, i+1) // "%%" stands there as func main() {
	}
	n := 0
	for line := range filled {
		if line <= len(c.lines()) { // not main's closing brace
			n++
		}
	}
	return n
}

// calls calls f for every call of pkg.name in the cell; path is the package's
// import path, which the notebook may have given another name.
func (b *book) calls(c *cell, path string, f func(name string, call *ast.CallExpr)) {
	file, _, _ := c.parse()
	if file == nil {
		return
	}
	local := b.localName(path)
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if s, ok := call.Fun.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == local {
					f(s.Sel.Name, call)
				}
			}
		}
		return true
	})
}

// localName is what the notebook calls a package.
func (b *book) localName(path string) string {
	name := path[strings.LastIndex(path, "/")+1:]
	b.each("code", func(_ int, c *cell) {
		if file, _, _ := c.parse(); file != nil {
			for _, s := range file.Imports {
				if p, _ := strconv.Unquote(s.Path.Value); p == path && s.Name != nil {
					name = s.Name.Name
				}
			}
		}
	})
	return name
}

// literal is the value of a string literal, or of several that are added.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.ParenExpr:
		return literal(e.X)
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, ok2 := literal(e.Y)
		return left + right, ok && ok2 && e.Op == token.ADD
	}
	return "", false
}
