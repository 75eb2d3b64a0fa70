package exercise

import (
	"fmt"
	"io"
	"os"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// Predict shows what a guess was worth. It stands at the end of a cell that has run an
// experiment; outcome is what that found. The guess is a number, a [Choice] or a place
// []float64{x, y}, written in place of nil before the cell is run:
//
//	exercise.Predict("3.1", nil, steps) // your guess in place of nil: a number (steps)
//
// Without a guess it says how to make one and shows nothing of the outcome. With one it prints
// guess, outcome, the miss, and why most people miss in that direction. There is no wrong
// guess. The first one is kept with the progress and shown beside a later one.
//
// It panics when the cell finds another outcome than the texts of the course say.
func Predict(id string, guess, outcome any) { predict(os.Stdout, id, guess, outcome) }

func predict(out io.Writer, id string, guess, outcome any) {
	e, c, ok := chapters.Find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return
	}
	var first any
	if p, _ := recorded(); p.Exercises[id] != nil {
		first = fromFile(p.Exercises[id].First)
	}
	v := e.Predict(guess, outcome, first)
	if v.Guess == nil {
		fmt.Fprintln(out, v.Text)
		return
	}
	p, note, kept := update(func(p *progress) {
		r := p.record(id)
		r.Tries++
		r.Solved = true
		if r.First == nil {
			r.First = v.Guess
		}
		r.Now = v.Guess
	})
	fmt.Fprintln(out, v.Text)
	if kept {
		fmt.Fprintf(out, "  (%d of %d done in this chapter)\n", p.solved(c), len(c.Exercises))
	}
	if note != "" {
		fmt.Fprintln(out, note)
	}
}

// fromFile is a guess as JSON gives it back: a place is a list of any.
func fromFile(v any) any {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	var place []float64
	for _, x := range list {
		if f, ok := x.(float64); ok {
			place = append(place, f)
		}
	}
	return place
}

// Bug is the answer to an exercise in which a colleague's function has one wrong line: the line,
// counted from func = 1, and the letter of the reason.
type Bug = task.Finding

// Input is the answer to an exercise in which a colleague's function is to be broken: the
// arguments on which it is wrong.
func Input(args ...any) task.Input { return args }
