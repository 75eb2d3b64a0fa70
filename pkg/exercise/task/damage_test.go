//go:build unix && !race && !noasm

package task_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// damage is a function spoiled in one place, or in two.
type damage struct {
	kinds  []string
	known  bool   // the table of repairs has a row that undoes it, each part of it
	places places // lines at fault, for each part
	text   string
	cuts   []cut
}

// cut replaces a stretch of the function.
type cut struct {
	from, to int
	text     string
}

type places [][]int

// moved are the lines after other cuts have been made too.
func (p places) moved(text string, cuts []cut) (all places) {
	for _, lines := range p {
		var at []int
		for _, line := range lines {
			to := line
			for _, c := range cuts {
				if 1+strings.Count(text[:c.from], "\n") < line {
					to += strings.Count(c.text, "\n") - strings.Count(text[c.from:c.to], "\n")
				}
			}
			at = append(at, to)
		}
		all = append(all, at)
	}
	return all
}

// spoiler damages a function. The spoilers were written apart from the repairs:
// what a beginner does, not what the search can undo.
type spoiler struct {
	kind  string
	known bool
	spoil func(f *form, n ast.Node)
}

var spoilers = []spoiler{
	{"operator", true, spoilOperator},
	{"assignment", true, spoilAssignment},
	{"number", true, spoilNumber},
	{"arguments swapped", true, spoilArguments},
	{"transposed", true, spoilTranspose},
	{"return too early", true, spoilReturn},
	{"lines swapped", true, spoilOrder},
	{"term dropped", false, spoilTerm},
	{"line lost", false, spoilLine},
	{"argument misread", false, spoilReading},
	{"number for a value", false, spoilValue},
	{"one name for another, everywhere", false, spoilName},
	{"function of math dropped", false, spoilCall},
	{"begins with the wrong value", false, spoilBeginning},
}

// form is a right function that is about to be damaged.
type form struct {
	text    string
	fset    *token.FileSet
	decl    *ast.FuncDecl
	kind    spoiler
	damages []damage
}

const head = "package p\n"

// singles are all damages of a function.
func singles(text string) []damage {
	f := &form{text: text, fset: token.NewFileSet()}
	file, err := parser.ParseFile(f.fset, "", head+text, 0)
	if err != nil {
		panic(err)
	}
	f.decl = file.Decls[0].(*ast.FuncDecl)
	for _, f.kind = range spoilers {
		ast.Inspect(f.decl, func(n ast.Node) bool {
			if n != nil {
				f.kind.spoil(f, n)
			}
			return true
		})
	}
	return f.damages
}

func (f *form) at(p token.Pos) int       { return f.fset.Position(p).Offset - len(head) }
func (f *form) line(p token.Pos) int     { return f.fset.Position(p).Line - 1 }
func (f *form) source(n ast.Node) string { return f.text[f.at(n.Pos()):f.at(n.End())] }

// add records a damage; lines are those at fault beside that of the first cut.
func (f *form) add(cuts []cut, lines ...int) {
	for _, c := range cuts {
		lines = append(lines, 1+strings.Count(f.text[:c.from], "\n"))
	}
	d := damage{kinds: []string{f.kind.kind}, known: f.kind.known, places: places{lines}, cuts: cuts, text: spoiled(f.text, cuts)}
	if d.text == f.text || slices.ContainsFunc(f.damages, func(o damage) bool { return o.text == d.text }) {
		return
	}
	f.damages = append(f.damages, d)
}

func spoiled(text string, cuts []cut) string {
	cuts = slices.Clone(cuts)
	slices.SortFunc(cuts, func(a, b cut) int { return b.from - a.from })
	for _, c := range cuts {
		text = text[:c.from] + c.text + text[c.to:]
	}
	return text
}

func (f *form) put(n ast.Node, text string) {
	f.add([]cut{{f.at(n.Pos()), f.at(n.End()), text}})
}

// both joins two damages of a function; not ok where they touch.
func both(text string, a, b damage) (damage, bool) {
	cuts := append(slices.Clone(a.cuts), b.cuts...)
	slices.SortFunc(cuts, func(a, b cut) int { return a.from - b.from })
	for i := 1; i < len(cuts); i++ {
		if cuts[i].from < cuts[i-1].to {
			return damage{}, false
		}
	}
	places := append(a.places.moved(text, b.cuts), b.places.moved(text, a.cuts)...)
	return damage{
		kinds: append(slices.Clone(a.kinds), b.kinds...), known: a.known && b.known,
		places: places, cuts: cuts, text: spoiled(text, cuts),
	}, true
}
