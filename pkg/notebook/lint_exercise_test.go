package notebook_test

import (
	"go/ast"
	"go/format"
	"strings"

	"ann/pkg/exercise"
)

// ruleExercises wants every exercise of the chapter checked: in the chapter with
// the stub that the tests prove, among the solutions with the solution.
func ruleExercises(b *book) (found complaints) {
	ids := exercise.IDs(b.chapter())
	checked := map[string]bool{}
	var code strings.Builder
	b.each("code", func(i int, c *cell) {
		b.calls(c, "ann/pkg/exercise", func(name string, call *ast.CallExpr) {
			if name != "Check" || len(call.Args) != 2 {
				return
			}
			id, _ := literal(call.Args[0])
			checked[id] = true
			if !contains(ids, id) {
				found.add(i, "checks the exercise %q, which chapter %s does not have", id, b.chapter())
			}
		})
		code.WriteString(tidy(c.program()) + "\n")
	})
	for _, id := range ids {
		if !checked[id] {
			found.add(-1, "exercise %s has no cell with exercise.Check(%q, …)", id, id)
		}
		what, want := "stub", exercise.StubSource(id)
		if b.isSolution() {
			what, want = "solution", exercise.SolutionSource(id)
		}
		if !strings.Contains(code.String(), tidy(want)) {
			found.add(-1, "exercise %s: no cell holds the %s as it stands in pkg/exercise", id, what)
		}
	}
	return found
}

func contains(ids []string, id string) bool {
	for _, one := range ids {
		if one == id {
			return true
		}
	}
	return false
}

// tidy formats Go and joins its lines, so that neither spaces nor the depth at
// which something stands make a difference.
func tidy(source string) string {
	if pretty, err := format.Source([]byte(source)); err == nil {
		source = string(pretty)
	}
	return strings.Join(strings.Fields(source), " ")
}
