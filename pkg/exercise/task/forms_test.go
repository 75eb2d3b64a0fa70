package task_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// forms are right answers to an exercise: with gonum, in loops, and as a
// beginner would write it.
func forms(t testing.TB, file string) (all []string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range parsed.Decls {
		all = append(all, string(text[fset.Position(d.(*ast.FuncDecl).Pos()).Offset:fset.Position(d.End()).Offset]))
	}
	return all
}

// TestForms finds three right forms of each function that is asked for: what the benchmark damages.
func TestForms(t *testing.T) {
	for _, c := range chapters.All() {
		for _, e := range c.Exercises {
			if _, ok := e.Kind.(task.Function); !ok {
				continue
			}
			path := filepath.Join("testdata/forms", e.ID+".go")
			if _, err := os.Stat(path); err != nil {
				t.Errorf("%s: %v", e.Label(), err)
			} else if n := len(forms(t, path)); n != 3 {
				t.Errorf("%s: %d forms", e.Label(), n)
			}
		}
	}
}
