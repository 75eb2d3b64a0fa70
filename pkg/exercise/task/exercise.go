package task

import (
	"embed"
	"fmt"
	"strings"
)

// Exercise is one exercise of a chapter.
type Exercise struct {
	ID    string    // "1.2": chapter and number
	Title string    // the words of its heading in the notebook
	Hints [3]string // from nudge to near-answer
	Why   string    // two sentences, shown with the solution
	Kind  Kind      // what the learner hands in: Function, Pick, Prediction, Bug or Break

	// Because is the sentence of why that follows a right answer; of a Prediction,
	// why most people miss in that direction.
	Because string

	sources embed.FS // of its chapter
	chapter []Exercise
	last    Memory // of the try before
}

// Kind is a way to ask and to judge. Each kind is one type in one file.
type Kind interface {
	// check judges an answer, which is not nil.
	check(e Exercise, answer any) Verdict

	// stub and solution return what stands in the exercise's cell: the source
	// above %%, which may be empty, and the answer that is handed to Check.
	stub(e Exercise) (source, answer string)
	solution(e Exercise) (source, answer string)

	// tables is Markdown that stands above the cell, or empty.
	tables() string
}

// Mistake is a usual wrong answer. It is a real one, so that the tests can hand
// it in and see it fail.
type Mistake struct {
	Name   string // what was done, a few words
	Says   string // how to see it and what to change
	Answer any    // a wrong function, or the letter that is wrong in a row of a Pick

	// ByShape is set when lengths, rows and columns are enough to recognise a
	// wrong function, because its numbers are arbitrary.
	ByShape bool
}

// Chapter is a notebook's exercises in their order.
type Chapter struct {
	Number, Title string // "01", "Linear regression and least squares"
	Exercises     []Exercise

	sources embed.FS // stub.go and solution.go
}

// NewChapter returns a chapter whose exercises find what is shown of them in
// sources, which holds the chapter's stub.go and solution.go.
func NewChapter(number, title string, sources embed.FS, exercises ...Exercise) Chapter {
	for i := range exercises {
		exercises[i].sources, exercises[i].chapter = sources, exercises
	}
	return Chapter{number, title, exercises, sources}
}

// Verdict is what Check found.
type Verdict struct {
	Right  bool
	Tried  bool   // the answer was more than an empty stub, and of the right type
	Text   string // for the learner: one line or several, the last without its end
	Memory Memory // for the next try
	Slip   string // the named mistake that it is, if any
	Guess  any    // of a prediction, else nil
	Why    string // the sentence of why after a right answer
}

// After returns the exercise as it is for a learner whose last try left a memory.
func (e Exercise) After(last Memory) Exercise {
	e.last = last
	return e
}

// Check judges an answer. It does not panic, whatever the answer: a panic or an
// endless loop (10 s) in a learner's function becomes part of the text.
func (e Exercise) Check(answer any) Verdict {
	if answer == nil {
		return e.notStarted("the answer is nil")
	}
	return e.Kind.check(e, answer)
}

// Label is how the exercise is called in print: "1.2 The design matrix".
func (e Exercise) Label() string { return e.ID + " " + e.Title }

// Heading is how the exercise is called in a notebook, without the number signs
// of Markdown: "Exercise 1.2 · The design matrix".
func (e Exercise) Heading() string { return "Exercise " + e.ID + " · " + e.Title }

// Tables is the Markdown that must stand between the heading and the cell, such
// as the rows and letters of a Pick. It is empty for a Function.
func (e Exercise) Tables() string {
	if k, ok := e.Kind.(interface{ markdown(e Exercise) string }); ok {
		return k.markdown(e)
	}
	return e.Kind.tables()
}

// IsStubCell reports whether a code cell of the chapter is what the learner is to find. That
// of a prediction holds the experiment too: its last line is the call.
func (e Exercise) IsStubCell(source string) bool {
	if p, ok := e.Kind.(Prediction); ok {
		m := predictCall(e.ID).FindStringSubmatch(source)
		return m != nil && m[1] == p.want() && strings.HasSuffix(source, m[0])
	}
	return source == e.StubCell()
}

// StubCell is the code cell that the learner finds in the chapter; that of a prediction finds its
// outcome itself.
func (e Exercise) StubCell() string {
	if p, ok := e.Kind.(Prediction); ok {
		return fmt.Sprintf("%%%%\nexercise.Predict(%q, nil, %s) // %s", e.ID, goText(p.Outcome), p.want())
	}
	source, answer := e.Kind.stub(e)
	return e.cell(source, answer) + fmt.Sprintf("\n// exercise.Hint(%q)\n// exercise.Solution(%[1]q)", e.ID)
}

// SolutionCell is the code cell of the solution notebook.
func (e Exercise) SolutionCell() string { return e.cell(e.Kind.solution(e)) }

// SolutionSource is the solution alone: a function as it stands in a cell, or
// the letters of a Pick with the reason of each as comments.
func (e Exercise) SolutionSource() string {
	source, _ := e.Kind.solution(e)
	return source
}

func (e Exercise) cell(source, answer string) string {
	if source != "" {
		source += "\n\n"
	}
	call := "Check"
	if _, ok := e.Kind.(Prediction); ok {
		call = "Predict"
	}
	return fmt.Sprintf("%s%%%%\nexercise.%s(%q, %s)", source, call, e.ID, answer)
}

func (e Exercise) correct() Verdict {
	v := Verdict{Right: true, Tried: true, Text: fmt.Sprintf("✓ %s — correct.", e.Label())}
	v.Why = e.Because
	return v
}

// wrong begins a verdict with what is wrong as a whole; lines follow.
func (e Exercise) wrong(what string, lines []string) Verdict {
	first := fmt.Sprintf("✗ %s — %s", e.Label(), what)
	return Verdict{Tried: true, Text: strings.Join(append([]string{first}, lines...), "\n")}
}

// untold is a verdict on an answer that cannot be judged: it is no try.
func (e Exercise) untold(what string, lines ...string) Verdict {
	v := e.wrong(what, lines)
	v.Tried = false
	return v
}

func (e Exercise) notStarted(because string) Verdict {
	return Verdict{Text: fmt.Sprintf("○ %s — not started yet: %s.", e.Label(), because)}
}
