package repair

import (
	"go/scanner"
	"go/token"
	"slices"
)

// rank orders changes: the fewest tokens first, then the likeliest, then the one
// that is nearest to the solution.
func (s *search) rank(c candidate) int {
	now := tokens(c.text)
	rank := 4 * distance(s.tokens, now)
	for _, e := range c.edits {
		rank += 4 * e.cost
	}
	if s.Solution != nil {
		rank += distance(s.wanted, now)
	}
	return rank
}

// distance counts the tokens that are in one text only.
func distance(a, b []string) (n int) {
	count := make(map[string]int, len(a))
	for _, t := range a {
		count[t]++
	}
	for _, t := range b {
		count[t]--
	}
	for _, k := range count {
		n += max(k, -k)
	}
	return n
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
