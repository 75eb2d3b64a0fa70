package exercise

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
)

// Check says whether an answer to the exercise id is right. The answer is the
// learner's function itself (not a call of it), or the value that was picked.
//
// It prints, and records in the progress file, that the exercise is solved or
// was tried. When the answer is wrong it prints the first case where it is,
// what was expected and got, and the name of the mistake where it knows it. A
// panic, an endless loop (10 s) and a function that writes into its arguments
// are said too.
//
// Check does not panic, whatever the answer, except with ANN_STRICT=1 in the
// environment: then anything but a right answer panics, so that the cell fails.
func Check(id string, answer any) {
	if right := check(os.Stdout, id, answer); !right && os.Getenv("ANN_STRICT") == "1" {
		panic(fmt.Sprintf("exercise: Check: %s is not solved, and ANN_STRICT=1", short(id, 20)))
	}
}

func check(out io.Writer, id string, answer any) (right bool) {
	e, c, ok := find(id)
	if !ok {
		fmt.Fprintln(out, unknown(id))
		return false
	}
	v := e.examine(answer)
	if !v.tried {
		fmt.Fprintln(out, v.text)
		return false
	}
	p, note, kept := update(func(p *progress) {
		r := p.record(id)
		r.Tries++
		r.Solved = r.Solved || v.right
	})
	if v.right && kept {
		v.text += fmt.Sprintf(" (%d of %d solved in this chapter)", p.solved(c), len(c.exercises))
	}
	fmt.Fprintln(out, v.text)
	if note != "" {
		fmt.Fprintln(out, note)
	}
	return v.right
}

// verdict is what examine found.
type verdict struct {
	right, tried bool // tried: the answer was more than an empty stub
	text         string
}

// examine judges an answer.
func (e exercise) examine(answer any) verdict {
	want := reflect.TypeOf(e.solution)
	v, ok := adapt(answer, want)
	switch {
	case !ok:
		return verdict{text: e.wrongType(answer)}
	case e.judge != nil:
		return e.examineValue(v)
	case v.IsNil():
		return verdict{text: e.notStarted("the function is nil")}
	}
	return e.examineFunction(v)
}

// adapt makes the answer a value of the wanted type, if Go would allow it in a
// call. A whole number is a float64 too: exercise.Check("4.1", 1).
func adapt(answer any, want reflect.Type) (reflect.Value, bool) {
	v := reflect.ValueOf(answer)
	switch {
	case !v.IsValid():
		return v, false
	case v.Type().AssignableTo(want), v.CanInt() && want.Kind() == reflect.Float64:
		return v.Convert(want), true
	}
	return v, false
}

func (e exercise) wrongType(answer any) string {
	if answer == nil {
		return e.notStarted("the answer is nil")
	}
	got, isFunction := reflect.TypeOf(answer), e.judge == nil
	text := fmt.Sprintf("✗ %s — the answer has another type\n  wanted  %s\n  got     %s",
		e.label(), e.signature(), short(got.String(), 120))
	if f := reflect.TypeOf(e.solution); isFunction && f.NumOut() == 1 && got == f.Out(0) {
		text += fmt.Sprintf("\n  Hand over the function, not its result: exercise.Check(%q, %s)", e.id, e.name)
	}
	return text
}

func (e exercise) correct() verdict {
	return verdict{right: true, tried: true, text: fmt.Sprintf("✓ %s — correct.", e.label())}
}

func (e exercise) notStarted(because string) string {
	return fmt.Sprintf("○ %s — not started yet: %s.", e.label(), because)
}

func (e exercise) examineValue(v reflect.Value) verdict {
	if difference(valueOf(reflect.ValueOf(e.stub)), valueOf(v), 0) == "" {
		return verdict{text: e.notStarted("nothing is chosen")}
	}
	wrong := e.judge(v.Interface())
	if len(wrong) == 0 {
		return e.correct()
	}
	lines := []string{fmt.Sprintf("✗ %s — not yet", e.label())}
	for _, w := range wrong {
		lines = append(lines, sentence(w))
	}
	for _, m := range e.mistakes {
		if m.seen(v.Interface()) {
			lines = append(lines, m.lines())
		}
	}
	return verdict{tried: true, text: strings.Join(lines, "\n")}
}
