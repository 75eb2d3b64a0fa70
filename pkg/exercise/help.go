package exercise

import (
	"fmt"
	"io"
	"os"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// Hint reveals one more of the exercise's three hints, from nudge to
// near-answer, below those that were shown before. How many were shown is kept
// with the progress; where it cannot be kept, all three are shown at once.
func Hint(id string) { hint(os.Stdout, id) }

func hint(out io.Writer, id string) {
	e, _, ok := chapters.Find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return
	}
	shown := len(e.Hints)
	p, note, kept := update(func(p *progress) {
		r := p.record(id)
		r.Hints = min(max(r.Hints, 0)+1, len(e.Hints))
	})
	if kept {
		shown = p.record(id).Hints
	}
	fmt.Fprintln(out, e.Label())
	if change := p.record(id).Last.Change; change != "" {
		fmt.Fprintln(out, task.Wrap("  your last try: ", "    ", change+"."))
	}
	for i, h := range e.Hints[:shown] {
		fmt.Fprintln(out, task.Wrap(fmt.Sprintf("  hint %d of %d: ", i+1, len(e.Hints)), "    ", h))
	}
	if shown == len(e.Hints) {
		fmt.Fprintf(out, "  These were all. Still stuck? exercise.Solution(%q) shows a solution.\n", id)
	} else {
		fmt.Fprintln(out, "  Run the cell again for one more.")
	}
	if note != "" {
		fmt.Fprintln(out, note)
	}
}

// Solution prints the source of the exercise's solution and why it is so. If
// nothing was tried yet, it says that a try first is worth it.
func Solution(id string) { solution(os.Stdout, id) }

func solution(out io.Writer, id string) {
	e, _, ok := chapters.Find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return
	}
	p, _ := recorded()
	fmt.Fprintf(out, "Solution of %s\n", e.Label())
	if r := p.record(id); r.Tries == 0 && !r.Solved {
		fmt.Fprintln(out, task.Wrap("", "", fmt.Sprintf("(You have not tried it yet. The try is worth it: what you find yourself stays. exercise.Hint(%q) helps.)", id)))
	}
	fmt.Fprintf(out, "\n%s\n\n%s\n", e.SolutionSource(), task.Wrap("Why: ", "", e.Why))
}
