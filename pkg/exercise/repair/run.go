package repair

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"ann/pkg/exercise/eval"
)

// IsRecursive says whether the function can come to call itself.
func (f *Function) IsRecursive() bool {
	program, _ := f.compile(f.Text)
	if program == nil || program.Info == nil {
		return false
	}
	calls := map[types.Object][]types.Object{}
	for _, d := range program.File.Decls {
		g, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		from := program.Info.Defs[g.Name]
		ast.Inspect(g, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if to, isFunc := program.Info.Uses[id].(*types.Func); isFunc && to.Pkg() == program.Pkg {
					calls[from] = append(calls[from], to)
				}
			}
			return true
		})
	}
	seen := map[types.Object]bool{}
	for from, queue := range calls { // any of them, since all are needed
		clear(seen)
		queue = slices.Clone(queue)
		for len(queue) > 0 {
			next := queue[0]
			queue = queue[1:]
			if next == from {
				return true
			}
			if !seen[next] {
				seen[next] = true
				queue = append(queue, calls[next]...)
			}
		}
	}
	return false
}

// Run runs the function as its source says. Lines of a fault are counted from
// the func line; 0 is a line of another function.
func (f *Function) Run(args []any, fuel int) (fault *eval.Fault, err error) {
	program, err := f.compile(f.Text)
	if err != nil {
		return nil, err
	}
	_, fault = program.Call(f.Name, fuel, args...)
	if fault != nil {
		fault.Line -= strings.Count(f.before, "\n")
		if fault.Line < 1 || fault.Line > f.lineOf(len(f.Text)) {
			fault.Line = 0
		}
	}
	return fault, nil
}
