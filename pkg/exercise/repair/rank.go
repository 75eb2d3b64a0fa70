package repair

import (
	"go/scanner"
	"go/token"
	"slices"
)

// ranking orders changes: the fewest tokens first, then the likeliest, then the
// one that is nearest to the solution.
type ranking struct {
	f       *Function
	missing map[string]int // tokens of the solution less those of the function
	tokens  map[string][]string
}

func (f *Function) ranking(solution *Function) *ranking {
	r := &ranking{f: f, missing: map[string]int{}, tokens: map[string][]string{}}
	if solution != nil {
		for _, t := range tokens(solution.Text) {
			r.missing[t]++
		}
		for _, t := range tokens(f.Text) {
			r.missing[t]--
		}
	}
	return r
}

// of is the rank of edits that are made together. Of the distances only what the
// edits change is counted, since the rest is the same for all.
func (r *ranking) of(edits ...edit) (rank int) {
	change := map[string]int{}
	for _, e := range edits {
		rank += 4 * e.cost
		for _, p := range e.patches {
			r.count(change, r.f.Text[p.from:p.to], -1)
			r.count(change, p.text, +1)
		}
	}
	for t, n := range change {
		rank += 4 * max(n, -n)
		if missing := r.missing[t]; len(r.missing) > 0 {
			rank += max(missing-n, n-missing) - max(missing, -missing)
		}
	}
	return rank
}

func (r *ranking) count(change map[string]int, text string, by int) {
	if text == "" {
		return
	}
	if r.tokens[text] == nil {
		r.tokens[text] = tokens(text)
	}
	for _, t := range r.tokens[text] {
		change[t] += by
	}
}

// Same says whether two texts are the same but for blanks and comments.
func Same(a, b string) bool { return slices.Equal(tokens(a), tokens(b)) }

func tokens(text string) (all []string) {
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), nil, 0)
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			return all
		}
		if tok == token.SEMICOLON {
			continue
		}
		if lit == "" {
			lit = tok.String()
		}
		all = append(all, lit)
	}
}
