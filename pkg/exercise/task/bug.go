package task

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Bug is an exercise in which the learner finds the line of a colleague's
// function that is wrong, and why. The function, a method of the type bug in the
// chapter's bugs.go, is printed with line numbers above the cell. It passes a
// careless test; the tests prove that it does, and that it is wrong elsewhere.
type Bug struct {
	Name     string // of the method in bugs.go
	Function any    // that method
	Right    any    // the solution of the same type, which it should equal

	Ask      string         // what it should do, and the careless test that it passes; Markdown
	Careless [][]any        // arguments of the careless test
	Line     int            // the wrong line; func is line 1
	Fixed    string         // what should stand there, for the solution
	Fine     map[int]string // what is said of a line that is right; others get a general word

	Reasons []Option  // three
	Reason  string    // the letter of the right one
	Wrong   []Mistake // the other two; Answer is the letter

	Random func(rng *rand.Rand) []any // arguments on which it is wrong now and then
}

// Finding is the answer to a Bug: the line, counted from func = 1, and the letter
// of the reason.
type Finding struct {
	Line   int
	Reason string
}

func (b Bug) source(e Exercise) string { return e.method("bugs.go", b.Name).function() }

// code is the function without the comment above it.
func (b Bug) code(e Exercise) []string {
	source := b.source(e)
	return strings.Split(source[strings.Index("\n"+source, "\nfunc "):], "\n")
}

func (b Bug) tables() string { return "" }

// markdown is what stands below the heading; unlike tables it needs the source.
func (b Bug) markdown(e Exercise) string {
	var s strings.Builder
	s.WriteString(b.Ask + "\n\n```go\n")
	for i, line := range b.code(e) {
		fmt.Fprintf(&s, "%2d  %s\n", i+1, line)
	}
	s.WriteString("```\n\n| Reason | |\n|---|---|\n")
	for _, r := range b.Reasons {
		fmt.Fprintf(&s, "| %s | %s |\n", r.Letter, r.Text)
	}
	return strings.TrimSuffix(s.String(), "\n")
}

func (b Bug) stub(Exercise) (source, answer string) {
	return "", `exercise.Bug{Line: 0, Reason: ""}`
}

func (b Bug) solution(Exercise) (source, answer string) {
	return fmt.Sprintf("// Line %d should be %s", b.Line, b.Fixed), fmt.Sprintf("exercise.Bug{Line: %d, Reason: %q}", b.Line, b.Reason)
}

func (b Bug) check(e Exercise, answer any) Verdict {
	f, ok := answer.(Finding)
	if !ok {
		return e.untold("the answer has another type", "  wanted  exercise.Bug{Line: 3, Reason: \"a\"}", "  got     "+Short(fmt.Sprintf("%T", answer), 120))
	}
	lines := b.code(e)
	reason := strings.ToLower(strings.TrimSpace(f.Reason))
	switch {
	case f.Line == 0 && reason == "":
		return e.notStarted("no line is named")
	case f.Line < 1 || f.Line > len(lines):
		return e.untold(fmt.Sprintf("there is no line %d", f.Line), sentence(fmt.Sprintf("The lines go from 1 to %d.", len(lines))))
	case f.Line != b.Line:
		why := b.Fine[f.Line]
		if why == "" {
			why = "It does what it should. Follow one small example through the function, with pencil."
		}
		return e.wrong("not yet", []string{row(fmt.Sprintf("line %d", f.Line), strings.TrimSpace(lines[f.Line-1])), sentence(why)})
	case reason == "":
		return e.wrong("not yet", []string{sentence(fmt.Sprintf("Line %d it is. And why? Choose one of the reasons.", b.Line))})
	case reason == b.Reason:
		return e.correct()
	}
	for _, m := range b.Wrong {
		if m.Answer == reason {
			return e.wrong("not yet", []string{sentence(fmt.Sprintf("Line %d it is; the reason is another.", b.Line)), m.lines()})
		}
	}
	return e.untold(fmt.Sprintf("there is no reason %q", Short(f.Reason, 10)), sentence("The letters stand in the table above the cell."))
}
