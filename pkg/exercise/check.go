package exercise

import (
	"fmt"
	"io"
	"os"
	"strings"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// Check says whether an answer to the exercise id is right. The answer is the
// learner's function itself (not a call of it), or a [Choice].
//
// It prints, and records in the progress file, that the exercise is solved or
// was tried. When the answer is wrong it prints the first case where it is,
// what was expected and got, and the name of the mistake where it knows it. It
// also reads the learner's own function and says which line to look at; when the
// next try has the same mistake, it says what to write there. A panic, an
// endless loop and a function that writes into its arguments are said too.
//
// Check does not panic, whatever the answer, except with ANN_STRICT=1 in the
// environment: then anything but a right answer panics, so that the cell fails.
func Check(id string, answer any) {
	if right := check(os.Stdout, id, answer); !right && os.Getenv("ANN_STRICT") == "1" {
		panic(fmt.Sprintf("exercise: Check: %s is not solved, and ANN_STRICT=1", task.Short(id, 20)))
	}
}

func check(out io.Writer, id string, answer any) (right bool) {
	e, c, ok := chapters.Find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return false
	}
	v := e.After(remembered(id)).Check(answer)
	if !v.Tried {
		fmt.Fprintln(out, v.Text)
		return false
	}
	p, note, kept := update(func(p *progress) {
		r := p.record(id)
		r.Tries++
		r.Solved = r.Solved || v.Right
		r.Last = v.Memory
		r.slipped(v.Slip)
	})
	if v.Right && kept {
		first, rest, _ := strings.Cut(v.Text+"\n", "\n")
		v.Text = strings.TrimSuffix(fmt.Sprintf("%s (%d of %d solved in this chapter)\n%s", first, p.solved(c), len(c.Exercises), rest), "\n")
	}
	fmt.Fprintln(out, v.Text)
	if v.Why != "" {
		fmt.Fprintln(out, task.Wrap("  ", "  ", v.Why))
		fmt.Fprintf(out, "  Another way, and why: exercise.Solution(%q)\n", id)
	}
	if note != "" {
		fmt.Fprintln(out, note)
	}
	return v.Right
}

// Choice is the answer to an exercise in which one option is picked for each row
// of a table: the letters of the options in the order of the rows, such as
// Choice("abcdef") for six rows. Upper and lower case are the same, spaces are
// ignored, and ? leaves a row open: Choice("ab? d?f").
type Choice string
