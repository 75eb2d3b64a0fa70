package exercise

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"time"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// waits are the days after which a solved exercise is asked again: from the day on which it was
// solved to the first question, from there to the second, and so on.
var waits = []int{1, 3, 7, 21}

// atOnce is how many questions Review asks.
const atOnce = 3

// day is how a day is written in the progress file; as text, days are in order.
const day = time.DateOnly

// Review asks questions of solved exercises that are due: a day after an exercise was solved,
// then after 3, 7 and 21 more days. It prints at most three, the longest due first, each
// as a cell to copy that ends in [Answer], with fresh numbers. What comes back to mind
// at the edge of being forgotten stays the longest.
//
// As long as nothing is solved it prints nothing.
func Review() { review(os.Stdout, time.Now(), rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))) }

func review(out io.Writer, now time.Time, rng *rand.Rand) {
	if isSolving() {
		return
	}
	p, _ := recorded()
	today, next := now.Format(day), ""
	var due []task.Exercise
	for _, c := range chapters.All() {
		for _, e := range c.Exercises {
			switch r := p.Exercises[e.ID]; {
			case r == nil || !r.Solved || r.Round >= len(waits) || !e.HasQuestions():
			case r.Due <= today: // also one of an older file, which has no day
				due = append(due, e)
			case next == "" || r.Due < next:
				next = r.Due
			}
		}
	}
	slices.SortStableFunc(due, func(a, b task.Exercise) int {
		return cmp.Compare(p.Exercises[a.ID].Due, p.Exercises[b.ID].Due)
	})
	var cells []string
	for _, e := range due {
		if len(cells) == atOnce {
			break
		}
		seed := rng.Uint64N(10000)
		if q, ok := e.Question(seed); ok {
			cells = append(cells, fmt.Sprintf("%s\n%%%%\nexercise.Answer(%q, %d, nil) // in place of nil: %s", q.Text, e.ID, seed, q.Form))
		}
	}
	switch {
	case len(cells) > 0:
		fmt.Fprintf(out, "%s from before. Copy each into a cell of its own and answer it there:\n\n%s\n", task.Plural(len(cells), "question"), strings.Join(cells, "\n\n"))
	case next != "":
		fmt.Fprintf(out, "No question from before is due today; the next one is on %s.\n", next)
	}
}

// Answer judges the answer to a question of [Review], which seed has drawn, and says on which
// day it comes again: later when the answer is right, tomorrow when it is not. An answer
// may be off by 1 %, as a pencil's is. What was answered once on a day counts once.
func Answer(id string, seed uint64, answer any) { answerTo(os.Stdout, time.Now(), id, seed, answer) }

func answerTo(out io.Writer, now time.Time, id string, seed uint64, answer any) {
	e, _, ok := chapters.Find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return
	}
	v := e.Answer(seed, answer)
	fmt.Fprintln(out, v.Text)
	if !v.Tried {
		return
	}
	if v.Why != "" {
		fmt.Fprintln(out, task.Wrap("  ", "  ", v.Why))
	}
	var again string
	_, note, kept := update(func(p *progress) {
		r := p.record(id)
		if r.Solved && r.Round < len(waits) && r.Due <= now.Format(day) {
			if v.Right {
				r.askAgain(r.Round+1, now)
			} else {
				r.askAgain(0, now)
			}
		}
		again = r.comesAgain(now)
	})
	switch {
	case kept && again != "":
		fmt.Fprintln(out, task.Wrap("  ", "  ", again))
	case note != "":
		fmt.Fprintln(out, note)
	}
	if !v.Right {
		fmt.Fprintf(out, "  How it goes: exercise.Solution(%q)\n", id)
	}
}

// askAgain sets the day of the next question, after so many right answers in a row.
func (r *record) askAgain(round int, now time.Time) {
	r.Round, r.Due = round, ""
	if round < len(waits) {
		r.Due = now.AddDate(0, 0, waits[round]).Format(day)
	}
}

// comesAgain says in a sentence when the exercise is asked again.
func (r *record) comesAgain(now time.Time) string {
	switch {
	case !r.Solved:
		return "" // asked by hand, of an exercise that is still to be done
	case r.Round >= len(waits):
		return "That was the last time: you know it by now."
	case r.Due == now.AddDate(0, 0, 1).Format(day):
		return "It comes again tomorrow."
	}
	return "It comes again on " + r.Due + "."
}
