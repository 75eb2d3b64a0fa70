package repair

import (
	"go/ast"
	"go/types"
	"reflect"
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
// the func line; 0 is a line of another function. It returns an error where the
// function is not for package eval.
func (f *Function) Run(args []any, fuel int) (results []reflect.Value, fault *eval.Fault, err error) {
	program, err := f.compile(f.Text)
	if err != nil {
		return nil, nil, err
	}
	results, fault = program.Call(f.Name, fuel, args...)
	if fault != nil {
		fault.Line -= strings.Count(f.before, "\n")
		if fault.Line < 1 || fault.Line > f.lineOf(len(f.Text)) {
			fault.Line = 0
		}
	}
	return results, fault, nil
}

// Other returns another function of the same file that this one needs, or one of
// its twins.
func (f *Function) Other(name string) (*Function, error) { return f.file.function(name) }

// Unit is a source that compiles by itself: the function and all it needs.
func (f *Function) Unit() string { return f.unit(f.Text) }

// LineText is a line of the function without the blanks around it.
func (f *Function) LineText(line int) string {
	lines := strings.Split(f.Text, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[line-1])
}

// Passes says whether a function passes trials. It returns an error where it is
// not for package eval.
func Passes(f *Function, trials []Trial) (bool, error) {
	program, err := f.compile(f.Text)
	if err != nil {
		return false, err
	}
	return (&search{Problem: Problem{Function: f}}).passes(program, trials), nil
}

// OnlyLoop is the line of the one loop with a condition, 0 where there are more
// or none: it is the only one that may never end.
func (f *Function) OnlyLoop() int {
	program, _ := f.compile(f.Text)
	if program == nil || program.Info == nil {
		return 0
	}
	s := f.site(program)
	line, loops := 0, 0
	ast.Inspect(s.decl.Body, func(n ast.Node) bool {
		if l, ok := n.(*ast.ForStmt); ok {
			line, loops = f.lineOf(s.at(l.Pos())), loops+1
		}
		return true
	})
	if loops != 1 {
		return 0
	}
	return line
}

// AsFunc is the function as a value that runs its source.
func (f *Function) AsFunc() (any, error) {
	program, err := f.compile(f.Text)
	if err != nil {
		return nil, err
	}
	return program.Func(f.Name, fuel), nil
}
