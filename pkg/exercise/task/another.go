package task

import (
	"go/ast"
	"go/parser"
	"go/token"

	"ann/pkg/exercise/repair"
)

// way is how a function goes about its work.
type way struct {
	depth    int  // of loops inside each other
	products bool // matrices or lists are multiplied as a whole
	inverts  bool // a matrix is inverted
	calls    bool // a function that is not looked into does a part, or it calls itself
}

// another says that the solution goes another way than a right answer, in kind and not in
// words only: loops against products, one loop more, an inverse. It is empty where they are alike
// or where the learner's way cannot be seen.
func (f Function) another(e Exercise, source *repair.Function) string {
	if source == nil || len(source.Calls) > 0 {
		return ""
	}
	solution, err := repair.Parse(e.solutionFile(f.Name), f.Name)
	if err != nil {
		return ""
	}
	yours, ours := wayOf(source.Text), wayOf(solution.Text)
	switch {
	case yours.calls != ours.calls:
		return ""
	case yours.inverts && !ours.inverts:
		return "without an inverse"
	case yours.depth > 0 && !yours.products && ours.depth == 0 && ours.products:
		return "without a loop, by products of matrices"
	case yours.depth == 0 && yours.products && ours.depth > 0 && !ours.products:
		return "with loops over the numbers"
	case yours.depth > ours.depth && ours.depth > 0:
		return "with one loop less inside the other"
	}
	return ""
}

// wholes are functions of gonum that multiply as a whole.
var wholes = map[string]bool{
	"Mul": true, "MulVec": true, "MulElem": true, "Outer": true, "Product": true, "Dot": true,
	"Inner": true,
}

func wayOf(text string) (w way) {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n\n"+text, 0)
	if err != nil {
		return way{calls: true}
	}
	depth := 0
	var open []bool // of the nodes around, which are loops
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			if open[len(open)-1] {
				depth--
			}
			open = open[:len(open)-1]
			return true
		}
		isLoop := false
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			isLoop = true
			depth++
			w.depth = max(w.depth, depth)
		case *ast.CallExpr:
			s, isSelector := n.Fun.(*ast.SelectorExpr)
			w.products = w.products || isSelector && wholes[s.Sel.Name]
			w.inverts = w.inverts || isSelector && s.Sel.Name == "Inverse"
		case *ast.FuncLit, *ast.GoStmt:
			w.calls = true
		}
		open = append(open, isLoop)
		return true
	})
	return w
}
