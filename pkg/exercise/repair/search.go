package repair

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"ann/pkg/exercise/eval"

	"gonum.org/v1/gonum/mat"
)

// Trial is one list of arguments on which a function is tried.
type Trial struct {
	Args func() []any // anew for each call, since a function may write into them

	// Score says of each part of the results whether it is right, and how many
	// numbers are. The trial is passed when all parts are right, and there is at
	// least one. Args are what the call has left of them; the fault is nil or why
	// there are no results.
	Score func(results []reflect.Value, args []any, fault *eval.Fault) (parts []bool, numbers int)
}

// Problem is what a search is given.
type Problem struct {
	Function *Function
	Solution *Function // a right function of the same type
	Cases    []Trial   // on which the function is wrong, at least on one
	Draws    []Trial   // a change must pass these too
	Limit    time.Duration
	Clock    func() time.Duration // that the limit is counted by; nil is the clock on the wall
}

// Fuel is what one call may use: rounds of loops and calls of functions.
const fuel = 30000

// ErrRight is the error where the function passes: then its source is not what
// was run.
var ErrRight = errors.New("repair: the source is right")

// Search returns the smallest change that makes the function right, or nil if
// none was found in time. It returns an error where the function is not for
// package eval.
func Search(p Problem) (*Change, error) {
	program, err := p.Function.compile(p.Function.Text)
	if err != nil {
		return nil, err
	}
	// Variants are made and thrown away: with less of collecting the same search
	// takes half the time, on a heap that stays small.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	begin := time.Now()
	if p.Clock == nil {
		p.Clock = func() time.Duration { return time.Since(begin) }
	}
	s, start := &search{Problem: p}, p.Clock()
	s.base, _, s.effect = s.scores(program)
	if passed(s.base) {
		return nil, ErrRight
	}
	var solution *site
	if p.Solution != nil {
		if right, err := p.Solution.compile(p.Solution.Text); err == nil {
			solution = p.Solution.site(right)
		}
	}
	s.ranking = p.Function.ranking(p.Solution)
	s.end = start + p.Limit*6/10
	s.singles(p.Function.edits(p.Function.site(program), solution))
	if s.cure == nil {
		s.end = start + p.Limit
		s.pairs()
	}
	if s.cure == nil {
		return s.parted(), nil
	}
	return p.Function.change(s.cure.edits, s.cure.text), nil
}

type search struct {
	Problem
	end     time.Duration // by the clock
	base    [][]bool      // of each case
	effect  uint64
	ranking *ranking

	mu    sync.Mutex
	tried []candidate // single edits that compile and are not right
	cure  *candidate  // the best that is right
}

// candidate is a change that is tried.
type candidate struct {
	number int // in the order of trying
	edits  []edit
	rank   int
	text   string
	right  int // how many numbers are
	scores [][]bool
	effect uint64 // of what it gave, to know equal ones
	place  int    // among those that are tried in pairs, by rank
}

// compare puts the better one first, in the same order each time.
func (c candidate) compare(d candidate) int {
	return cmp.Or(cmp.Compare(c.rank, d.rank), cmp.Compare(c.number, d.number))
}

// keep keeps a cure that is better than the one that is known.
func (s *search) keep(c candidate) {
	if s.cure == nil || c.compare(*s.cure) < 0 {
		s.cure = &c
	}
}

// scores runs a program on all cases and counts the numbers that are right. The
// effect is the same for programs that give the same.
func (s *search) scores(p *eval.Program) (all [][]bool, right int, effect uint64) {
	h := fnv.New64()
	for i, c := range s.Cases {
		score, numbers, results, fault := c.score(p, s.Function.Name)
		all, right = append(all, score), right+numbers
		if fault != nil && fault.Endless { // once is enough
			return append(all, make([][]bool, len(s.Cases)-i-1)...), right, 0
		}
		for _, r := range results {
			printValue(h, r)
		}
		h.Write([]byte{byte(len(results))})
	}
	return all, right, h.Sum64()
}

// printValue writes what a result is made of.
func printValue(w io.Writer, v reflect.Value) {
	switch x := v.Interface().(type) {
	case float64:
		binary.Write(w, binary.LittleEndian, x)
	case []float64:
		binary.Write(w, binary.LittleEndian, x)
	case *mat.Dense:
		if x != nil && !x.IsEmpty() {
			rows, columns := x.Dims()
			binary.Write(w, binary.LittleEndian, []int64{int64(rows), int64(columns)})
			for i := range rows {
				binary.Write(w, binary.LittleEndian, mat.Row(nil, i, x))
			}
		}
	default:
		fmt.Fprint(w, x)
	}
}

func (t Trial) score(p *eval.Program, name string) (parts []bool, numbers int, results []reflect.Value, fault *eval.Fault) {
	args := t.Args()
	results, fault = p.Call(name, fuel, args...)
	parts, numbers = t.Score(results, args, fault)
	return parts, numbers, results, fault
}

func (t Trial) parts(p *eval.Program, name string) []bool {
	parts, _, _, _ := t.score(p, name)
	return parts
}

func passed(scores [][]bool) bool {
	for _, s := range scores {
		if !all(s) {
			return false
		}
	}
	return true
}

func all(score []bool) bool {
	return len(score) > 0 && !slices.Contains(score, false)
}

// passes stops at the first trial that is not passed.
func (s *search) passes(p *eval.Program, trials []Trial) bool {
	for _, t := range trials {
		if !all(t.parts(p, s.Function.Name)) {
			return false
		}
	}
	return true
}

// each calls try for every index, on all processors, until time is up or try says
// that what comes later is of no use.
func (s *search) each(n int, try func(i int) (goOn bool)) {
	var at atomic.Int64
	var done sync.WaitGroup
	for range max(1, min(4, runtime.GOMAXPROCS(0))) {
		done.Go(func() {
			for {
				i := int(at.Add(1)) - 1
				s.mu.Lock()
				end := s.end
				s.mu.Unlock()
				if i >= n || s.Clock() > end || !try(i) {
					return
				}
			}
		})
	}
	done.Wait()
}

// singles tries every edit alone, the best first: so the first that is right is
// the one to tell.
func (s *search) singles(edits []edit) {
	candidates := make([]candidate, len(edits))
	for i := range edits {
		candidates[i] = candidate{number: i, edits: edits[i : i+1], rank: s.ranking.of(edits[i])}
	}
	slices.SortFunc(candidates, candidate.compare)
	s.each(len(edits), func(i int) (goOn bool) {
		c := candidates[i]
		c.text, _ = s.Function.apply(c.edits...)
		if s.Function.isIdle(c.edits[0], c.text) {
			return true
		}
		program, err := s.Function.compile(c.text)
		if err != nil {
			return true
		}
		c.scores, c.right, c.effect = s.scores(program)
		isRight := passed(c.scores) && s.passes(program, s.Draws)
		s.mu.Lock()
		defer s.mu.Unlock()
		if isRight {
			s.keep(c)
		} else {
			s.tried = append(s.tried, c)
		}
		return s.cure == nil
	})
}

// maxPairs is more than there is time for.
const maxPairs = 50000

// pairs tries two edits together. Where the function has two mistakes, one edit
// often makes more right than before, and the other is likely by itself: so the
// first of a pair comes from those that make most right, the second from the
// likely ones, and the pairs come by the product of their places in these orders.
func (s *search) pairs() {
	s.distinct()
	second := s.tried
	for k := range second {
		second[k].place = k
	}
	first := slices.Clone(second)
	slices.SortFunc(first, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rank-3*a.right, b.rank-3*b.right), cmp.Compare(a.number, b.number))
	})
	inFirst := make([]int, len(first)) // where the edits of second stand in first
	for i, c := range first {
		inFirst[c.place] = i
	}
	type pair struct{ i, k int }
	compare := func(p, q pair) int {
		return cmp.Or(cmp.Compare((p.i+1)*(p.k+1), (q.i+1)*(q.k+1)), cmp.Compare(p.i, q.i))
	}
	var pairs []pair
	for i := range min(len(first), maxPairs) {
		for k := range min(len(second), maxPairs/(i+1)) {
			p, sameTwo := pair{i, k}, pair{inFirst[k], first[i].place}
			if compare(p, sameTwo) < 0 { // once, and no edit with itself
				pairs = append(pairs, p)
			}
		}
	}
	slices.SortFunc(pairs, compare)
	s.each(len(pairs), func(n int) bool {
		a, b := first[pairs[n].i], second[pairs[n].k]
		edits := []edit{a.edits[0], b.edits[0]}
		text, ok := s.Function.apply(edits...)
		if !ok {
			return true
		}
		program, err := s.Function.compile(text)
		if err != nil || !s.passes(program, s.Cases) || !s.passes(program, s.Draws) {
			return true
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if soon := s.Clock() + 100*time.Millisecond; s.cure == nil && soon < s.end {
			s.end = soon // is there a better one near by?
		}
		s.keep(candidate{number: n, edits: edits, rank: s.ranking.of(edits...), text: text})
		return true
	})
}

// distinct sorts the edits by rank, keeps the first of those that give the same,
// and puts those that change nothing last.
func (s *search) distinct() {
	slices.SortFunc(s.tried, candidate.compare)
	seen := map[uint64]int{s.effect: -1000}
	var last []candidate
	s.tried = slices.DeleteFunc(s.tried, func(c candidate) bool {
		if c.effect == s.effect {
			last = append(last, c)
			return true
		}
		seen[c.effect]++
		return seen[c.effect] > 2
	})
	s.tried = append(s.tried, last...)
}
