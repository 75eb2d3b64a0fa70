package notebook_test

import (
	"go/ast"
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	maxLines         = 25 // of code in a cell
	maxExerciseLines = 40
	maxFunctions     = 2
	minAlt           = 20 // characters
)

var (
	allowedCommands = []string{"%%", "%test", "%noautoget"}
	allowedTags     = []string{"exercise", "timing"}
)

func ruleParses(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		if strings.TrimSpace(string(c.Source)) == "" {
			found.add(i, "is empty")
		}
		if _, _, err := c.parse(); err != nil {
			found.add(i, "is not Go: %v", err)
		}
	})
	return found
}

func ruleLength(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		limit := maxLines
		if c.tagged("exercise") {
			limit = maxExerciseLines
		}
		if n := c.codeLines(); n > limit {
			found.add(i, "%d lines of code, at most %d are allowed; move engine code to pkg/", n, limit)
		}
	})
	return found
}

func ruleEngineCode(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		file, _, _ := c.parse()
		if file == nil || c.tagged("exercise") {
			return
		}
		functions := 0
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			switch {
			case !ok || f.Name.Name == "main":
			case f.Recv != nil:
				found.add(i, "engine code: a type with the method %s; types with methods belong into pkg/", f.Name.Name)
			default:
				functions++
			}
		}
		if functions > maxFunctions {
			found.add(i, "engine code: %d functions, at most %d are allowed in a cell", functions, maxFunctions)
		}
	})
	return found
}

func ruleCommands(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		for _, command := range c.commands() {
			if strings.HasPrefix(command, "!") {
				found.add(i, "shell command %q: its failure would pass unseen", command)
			} else if !slices.Contains(allowedCommands, command) {
				found.add(i, "command %q is not one of %s", command, strings.Join(allowedCommands, ", "))
			}
		}
	})
	return found
}

func ruleTags(b *book) (found complaints) {
	for i, c := range b.Cells {
		for _, tag := range c.Metadata.Tags {
			if !slices.Contains(allowedTags, tag) {
				found.add(i, "tag %q is not one of %s", tag, strings.Join(allowedTags, ", "))
			}
		}
	}
	return found
}

func ruleImports(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		file, _, _ := c.parse()
		if file == nil {
			return
		}
		for _, s := range file.Imports {
			path, _ := strconv.Unquote(s.Path.Value)
			if !mayImport(path) {
				found.add(i, "imports %q: only the standard library, ann/pkg/…, ann/data and gonum.org/… are allowed", path)
			}
			if s.Name != nil && s.Name.Name == "." {
				found.add(i, "imports %q into its own names; write the package's name", path)
			}
		}
	})
	return found
}

func mayImport(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	switch {
	case first == "ann":
		_, err := os.Stat(filepath.FromSlash("../../" + strings.TrimPrefix(path, "ann/")))
		return err == nil
	case path == "C" || path == "unsafe":
		return false
	case strings.Contains(first, "."):
		return strings.HasPrefix(path, "gonum.org/")
	}
	info, err := os.Stat(filepath.Join(build.Default.GOROOT, "src", filepath.FromSlash(path)))
	return err == nil && info.IsDir()
}

// ruleAlt wants words for every figure, seen in the source.
func ruleAlt(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		b.calls(c, "ann/pkg/notebook", func(name string, call *ast.CallExpr) {
			if (name != "Show" && name != "Frames") || len(call.Args) == 0 {
				return
			}
			alt, ok := literal(call.Args[0])
			alt = strings.TrimSpace(alt)
			switch {
			case !ok:
				found.add(i, "notebook.%s: alt is not a string literal", name)
			case utf8.RuneCountInString(alt) < minAlt:
				found.add(i, "notebook.%s: alt %q is shorter than %d characters; say what the figure shows", name, alt, minAlt)
			}
		})
	})
	return found
}

// ruleCounts wants the notebook saved as one run from top to bottom leaves it.
func ruleCounts(b *book) (found complaints) {
	n := 0
	b.each("code", func(i int, c *cell) {
		n++
		switch {
		case c.Count == nil:
			found.add(i, "was not executed")
		case *c.Count != n:
			found.add(i, "has execution count %d, want %d; save it with `make notebooks`", *c.Count, n)
		}
	})
	return found
}
