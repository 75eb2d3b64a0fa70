// Package pkg_test checks how the packages of the course build on each other.
package pkg_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the house, ground floor first. A package imports packages of lower
// floors only; test files may import anything. A folder inside a package
// belongs to it.
var floors = [][]string{
	{"data", "product"},
	{"dataset"},
	{"activation", "loss", "regularizer", "optimizer", "scaling", "gradcheck"},
	{"regression", "nn"},
	{"train", "landscape"},
	{"figure", "exercise", "playground"},
	{"notebook"},
}

// kernel is the path of the packages that talk to the notebook's kernel; only
// package notebook imports them.
const kernel = "github.com/janpfeifer/gonb"

// forbidden returns why a file of the package in folder (such as "pkg/nn" or
// "data", from the module's root) must not import the path, or "".
func forbidden(folder, imported string) string {
	from := house(folder)
	if floor(from) < 0 {
		return fmt.Sprintf("package %s is on no floor; give it one in floors", folder)
	}
	if imported == kernel || strings.HasPrefix(imported, kernel+"/") {
		if from == "notebook" {
			return ""
		}
		return "only pkg/notebook imports " + kernel
	}
	inside, ok := strings.CutPrefix(imported, "ann/")
	if !ok {
		return "" // standard library, gonum, fonts
	}
	to := house(inside)
	switch {
	case floor(to) < 0:
		return fmt.Sprintf("%s is on no floor", imported)
	case to == from || floor(to) < floor(from):
		return ""
	}
	return fmt.Sprintf("%s is on floor %d, %s on floor %d: imports go down only", from, floor(from), to, floor(to))
}

// house returns the package of the table that a folder belongs to.
func house(folder string) string {
	name := strings.TrimPrefix(folder, "pkg/")
	if name == folder && folder != "data" && !strings.HasPrefix(folder, "data/") {
		return "" // neither pkg/… nor data
	}
	name, _, _ = strings.Cut(name, "/")
	return name
}

func floor(name string) int {
	for i, names := range floors {
		for _, n := range names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// violations parses every Go file below root (the module), in data and pkg,
// and returns one line per forbidden import. It also returns how many files it
// has read.
func violations(root fs.FS) (bad []string, files int, err error) {
	for _, top := range []string{"data", "pkg"} {
		err = fs.WalkDir(root, top, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
				return fs.SkipDir
			case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			files++
			src, err := fs.ReadFile(root, name)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, i := range f.Imports {
				imported, err := strconv.Unquote(i.Path.Value)
				if err != nil {
					return err
				}
				if why := forbidden(path.Dir(name), imported); why != "" {
					bad = append(bad, fmt.Sprintf("%s imports %s: %s", name, imported, why))
				}
			}
			return nil
		})
		if err != nil {
			return bad, files, err
		}
	}
	return bad, files, nil
}

func TestImportsGoDown(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	bad, files, err := violations(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bad {
		t.Error(b)
	}
	if files < 10 {
		t.Errorf("only %d Go files found in data and pkg: the search is broken", files)
	}
}
