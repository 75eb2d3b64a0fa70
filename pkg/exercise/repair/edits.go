package repair

import (
	"fmt"
	"go/ast"
	"hash/maphash"
	"regexp"
	"strings"
)

// edit is a small change of the function's text.
type edit struct {
	patches []patch // in the order of the text
	at      int     // the place in the text that is said, or nowhere
	look    string  // what to look at there: "look at …"
	cost    int     // the less likely a slip, the higher
}

// nowhere is the place of an edit of the whole function.
const nowhere = -1

// patch replaces a stretch of the text.
type patch struct {
	from, to int
	text     string
}

// operator makes edits of a kind at a node.
type operator struct {
	what  string // what the learner may have done
	edits func(s *site, n ast.Node)
}

// operators are all kinds of edits.
var operators = []operator{
	{"+ for −, * for /, < for <=", otherOperator},
	{"= for +=, := for =", otherAssignment},
	{"an operand too many", dropOperand},
	{"the sign", negated},
	{"operands in the wrong order", operandsSwapped},
	{"parentheses", regrouped},
	{"whole numbers divided", wholeDivision},
	{"one variable for another", otherVariable},
	{"a name of a package for its neighbour", otherName},
	{"off by one", oneOff},
	{"another number", otherNumber},
	{"a factor or a term", factorOrTerm},
	{"a function of math too many or too few", wrapped},
	{"arguments, results or indices in the wrong order", listSwapped},
	{"two values of a line in each other's place", valuesSwapped},
	{"two arguments taken for one another", namesSwapped},
	{"a transposed matrix", transposed},
	{"a list with one value too many or too few", otherList},
	{"the value for the index", valueForIndex},
	{"one value for another", otherValue},
	{"a statement too many", dropStatement},
	{"a statement in or out of a loop", movedByLoop},
	{"statements in the wrong order", statementsSwapped},
	{"a sum that must begin anew", reset},
	{"a loop that never ends", stepLost},
	{"one after the other in place of at once", atOnce},
	{"a condition", otherCondition},
	{"a line too few", lineLost},
	{"what the solution has here", fromSolution},
}

// changesNothing matches what does nothing.
var changesNothing = regexp.MustCompile(`[*/]=? ?1[^.\w]|[-+]=? ?0[^.\w]`)

// idleParts counts what nobody would be told to write: x * 1, x + 0, x = x.
func idleParts(text string) (n int) {
	if strings.ContainsAny(text, "01") {
		n = len(changesNothing.FindAllStringIndex(text, -1))
	}
	for line := range strings.Lines(text) {
		if left, right, is := strings.Cut(strings.TrimSpace(line), " = "); is && left == right {
			n++
		}
	}
	return n
}

// edits are all edits of the function, without doubles. The solution is a
// function of the same type, or nil.
func (f *Function) edits(s *site, solution *site) []edit {
	var all []edit
	seed := maphash.MakeSeed()
	seen := map[uint64]bool{maphash.String(seed, f.Text): true}
	s.add = func(e edit) {
		text, ok := f.apply(e)
		if digest := maphash.String(seed, text); ok && !seen[digest] {
			seen[digest] = true
			all = append(all, e)
		}
	}
	if s.solution = solution; solution != nil {
		s.small, s.names = map[string]bool{}, map[variableAt]string{}
		s.statements = s.solutionStatements()
	}
	for _, o := range operators {
		ast.Inspect(s.decl.Body, func(n ast.Node) bool {
			if n != nil {
				o.edits(s, n)
			}
			return true
		})
	}
	for _, e := range f.everywhere(all) {
		s.add(e)
	}
	return all
}

// isIdle says whether the text after an edit does nothing where the function
// does something.
func (f *Function) isIdle(e edit, text string) bool {
	from, to := len(f.Text), 0
	for _, p := range e.patches {
		from, to = min(from, p.from), max(to, p.to)
	}
	from = strings.LastIndexByte(f.Text[:from], '\n') + 1
	rest := 0
	if n := strings.IndexByte(f.Text[to:], '\n'); n >= 0 {
		rest = len(f.Text) - to - n - 1
	}
	return idleParts(text[from:len(text)-rest]) > idleParts(f.Text[from:len(f.Text)-rest])
}

// everywhere repeats an edit at all places of a line, and of the function, where
// the same stands: a name that was misread is misread each time.
func (f *Function) everywhere(edits []edit) (all []edit) {
	type slip struct {
		old, now string
		line     int // 0 for the whole function
	}
	groups := map[slip][]edit{}
	var order []slip
	for _, e := range edits {
		if len(e.patches) != 1 || e.patches[0].from == e.patches[0].to {
			continue
		}
		p := e.patches[0]
		for _, line := range []int{f.lineOf(p.from), 0} {
			s := slip{f.Text[p.from:p.to], p.text, line}
			if groups[s] == nil {
				order = append(order, s)
			}
			groups[s] = append(groups[s], e)
		}
	}
	for _, s := range order {
		if group := groups[s]; len(group) > 1 {
			e := edit{at: group[0].at, look: group[0].look, cost: group[0].cost + 1}
			for _, one := range group {
				e.patches = append(e.patches, one.patches...)
			}
			all = append(all, e)
		}
	}
	return all
}

// apply returns the text after one edit or several; not ok where they overlap.
func (f *Function) apply(edits ...edit) (text string, ok bool) {
	var patches []patch
	for _, e := range edits {
		patches = append(patches, e.patches...)
	}
	for i := 1; i < len(patches); i++ { // few, nearly in order
		for k := i; k > 0 && patches[k].from < patches[k-1].from; k-- {
			patches[k], patches[k-1] = patches[k-1], patches[k]
		}
	}
	var b strings.Builder
	b.Grow(len(f.Text) + 64)
	at := 0
	for _, p := range patches {
		if p.from < at {
			return "", false
		}
		b.WriteString(f.Text[at:p.from])
		b.WriteString(p.text)
		at = p.to
	}
	b.WriteString(f.Text[at:])
	return b.String(), true
}

// replace adds the edit that puts a text in place of a node.
func (s *site) replace(n ast.Node, text string, cost int, look string) {
	s.add(edit{[]patch{{s.at(n.Pos()), s.at(n.End()), text}}, s.at(n.Pos()), s.place(n, look), cost})
}

// swap adds the edit that exchanges two nodes, the first one first.
func (s *site) swap(a, b ast.Node, cost int, look string) {
	s.add(edit{[]patch{
		{s.at(a.Pos()), s.at(a.End()), s.text(b)},
		{s.at(b.Pos()), s.at(b.End()), s.text(a)},
	}, s.at(a.Pos()), s.place(a, look), cost})
}

// place says what to look at: the part of a loop that a node is in, an index, or
// else the words of the operator.
func (s *site) place(n ast.Node, look string) string {
	for up := s.parents[n]; up != nil; n, up = up, s.parents[up] {
		switch p := up.(type) {
		case *ast.ForStmt:
			switch n {
			case p.Init:
				return "look at where this loop begins"
			case p.Cond:
				return "look at where this loop ends"
			case p.Post:
				return "look at the step of this loop"
			}
			return look
		case *ast.RangeStmt:
			if n == p.X {
				return "look at what this loop runs over"
			}
			return look
		case *ast.IfStmt:
			if n == p.Cond {
				return "look at this condition"
			}
			return look
		case *ast.IndexExpr:
			if n == p.Index {
				return fmt.Sprintf("look at the index of %s", s.text(p.X))
			}
		case *ast.BlockStmt:
			return look
		}
	}
	return look
}
