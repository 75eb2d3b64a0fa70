package notebook_test

import (
	"go/ast"

	"ann/pkg/exercise/chapters"
)

// ruleExercises wants exercise.Check for exercises of the chapter only. That
// each of them has its cell is proved by pkg/exercise/print.
func ruleExercises(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		b.calls(c, "ann/pkg/exercise", func(name string, call *ast.CallExpr) {
			if name != "Check" || len(call.Args) != 2 {
				return
			}
			id, _ := literal(call.Args[0])
			if _, of, ok := chapters.Find(id); !ok || of.Number != b.chapter() {
				found.add(i, "checks the exercise %q, which chapter %s does not have", id, b.chapter())
			}
		})
	})
	return found
}
