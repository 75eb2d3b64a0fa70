package notebook_test

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// ruleExercises wants the calls with an id for exercises of the chapter only. That
// each of them has its cell is proved by pkg/exercise/print.
func ruleExercises(b *book) (found complaints) {
	b.each("code", func(i int, c *cell) {
		b.calls(c, "ann/pkg/exercise", func(name string, call *ast.CallExpr) {
			if !slices.Contains([]string{"Check", "Predict", "Hint", "Solution"}, name) || len(call.Args) == 0 {
				return
			}
			id, _ := literal(call.Args[0])
			if _, of, ok := chapters.Find(id); !ok || of.Number != b.chapter() {
				found.add(i, "%s names the exercise %q, which chapter %s does not have", name, id, b.chapter())
			}
		})
	})
	return found
}

// rulePredictions wants that nothing above the cell of a prediction, in text, code or saved
// output, holds its outcome.
func rulePredictions(b *book) (found complaints) {
	if strings.HasPrefix(b.name, "solutions/") {
		return nil
	}
	b.each("code", func(i int, c *cell) {
		b.calls(c, "ann/pkg/exercise", func(name string, call *ast.CallExpr) {
			if name != "Predict" || len(call.Args) == 0 {
				return
			}
			id, _ := literal(call.Args[0])
			e, _, _ := chapters.Find(id)
			p, isPrediction := e.Kind.(task.Prediction)
			if !isPrediction {
				return // ruleExercises complains of an id that is none
			}
			for _, form := range p.Forms {
				holds := regexp.MustCompile(`(^|[^\d.])` + regexp.QuoteMeta(form) + `($|\D)`)
				for k, above := range b.Cells[:i] {
					if holds.MatchString(string(above.Source)) || holds.MatchString(above.printed()) {
						found.add(k, "holds %q, the outcome of prediction %s, which is made in cell %d", form, id, i)
					}
				}
			}
		})
	})
	return found
}

// pictures are what an output holds that no reader can read.
var pictures = regexp.MustCompile(`[A-Za-z0-9+/=]{200,}`)

// printed is what the saved outputs of a cell say in words, alternative texts among them.
func (c *cell) printed() string {
	var b strings.Builder
	for _, o := range c.Outputs {
		b.WriteString(string(o.Text) + "\n")
		for kind, data := range o.Data {
			if strings.HasPrefix(kind, "text/") {
				b.WriteString(pictures.ReplaceAllString(string(data), "…") + "\n")
			}
		}
	}
	return b.String()
}
