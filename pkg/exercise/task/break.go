package task

import (
	"fmt"
	"reflect"
	"strings"
)

// Break is an exercise in which the learner gives an input on which a
// colleague's function is wrong. The check runs it and the right one and shows
// both. Where something else is to break, Try judges.
type Break struct {
	Name     string // of the method in bugs.go; empty with Try
	Function any    // that method
	Right    any    // the solution of the same type

	Ask    string                  // what the function should do and which inputs count; Markdown
	Params string                  // the arguments of exercise.Input in words, "X, y"
	Refuse func(args []any) string // why an input does not count, or ""; may be nil
	Try    func(args []any) (isBroken bool, shows string)

	Solution []string  // the arguments of an input that breaks it, as Go
	Input    []any     // the same
	Wrong    []Mistake // inputs that do not; Answer is an Input

	// Like returns the name of the mistake in Wrong whose words fit an input that does not break
	// it, or "". Without it they are said of the inputs in Wrong alone.
	Like func(args []any) string
}

// Input is the answer to a Break: the arguments of the function.
type Input []any

func (b Break) tables() string { return "" }

func (b Break) markdown(e Exercise) string {
	if b.Name == "" {
		return b.Ask
	}
	source := e.method("bugs.go", b.Name).function()
	return b.Ask + "\n\n```go\n" + source + "\n```"
}

func (b Break) stub(Exercise) (source, answer string) {
	return "", "exercise.Input( /* " + b.Params + " */ )"
}

func (b Break) solution(Exercise) (source, answer string) {
	return "", "exercise.Input(" + strings.Join(b.Solution, ", ") + ")"
}

func (b Break) check(e Exercise, answer any) Verdict {
	in, ok := answer.(Input)
	switch {
	case !ok:
		return e.untold("the answer has another type", "  wanted  exercise.Input("+b.Params+")", "  got     "+Short(fmt.Sprintf("%T", answer), 120))
	case len(in) == 0:
		return e.notStarted("there is no input")
	}
	args, what := b.fit(in)
	if what != "" {
		return e.untold(what, "  wanted  exercise.Input("+b.Params+")")
	}
	if b.Refuse != nil {
		if why := b.Refuse(args); why != "" {
			return e.wrong("not yet", append([]string{sentence("This input does not count: " + why)}, b.named(args)...))
		}
	}
	isBroken, shows := b.try(args)
	if !isBroken {
		var lines []string
		if shows != "" {
			lines = append(lines, shows)
		}
		told := b.named(args)
		if b.Try == nil {
			lines = append(lines, sentence("It is not broken by this input."))
			if told == nil {
				told = []string{sentence("What do all inputs of a careless test have in common?")}
			}
		}
		return e.wrong("not yet", append(lines, told...))
	}
	v := e.correct()
	if shows != "" {
		v.Text += "\n" + shows
	}
	return v
}

// named names a usual wrong input, or says nothing.
func (b Break) named(args []any) []string {
	for _, m := range b.Wrong {
		isLike := reflect.DeepEqual([]any(m.Answer.(Input)), args)
		if b.Like != nil {
			isLike = m.Name == b.Like(args)
		}
		if isLike {
			return []string{m.lines()}
		}
	}
	return nil
}

// fit makes the arguments those of the function: a whole number serves as a
// float64.
func (b Break) fit(in Input) (args []any, what string) {
	want := make([]reflect.Type, len(b.Input))
	for i, a := range b.Input {
		want[i] = reflect.TypeOf(a)
	}
	if len(in) != len(want) {
		return nil, fmt.Sprintf("%s for %s", Plural(len(in), "value"), Plural(len(want), "argument"))
	}
	for i, a := range in {
		v := reflect.ValueOf(a)
		switch {
		case !v.IsValid() || (v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice) && v.IsNil():
			return nil, fmt.Sprintf("argument %d is nil", i+1)
		case v.Type() == want[i]:
			args = append(args, a)
		case v.CanInt() && want[i].Kind() == reflect.Float64:
			args = append(args, float64(v.Int()))
		default:
			return nil, fmt.Sprintf("argument %d is %s, want %s", i+1, v.Type(), want[i])
		}
		for _, x := range valueOf(reflect.ValueOf(args[i])).nums {
			if !finite(x) {
				return nil, fmt.Sprintf("argument %d holds a number that is not finite", i+1)
			}
		}
	}
	return args, ""
}

// try runs both functions.
func (b Break) try(args []any) (isBroken bool, shows string) {
	if b.Try != nil {
		return b.Try(args)
	}
	right := callAll(reflect.ValueOf(b.Right), [][]any{args}, patience, nil)[0]
	if !right.fine() {
		return false, row("right", "panic: "+right.panicked)
	}
	theirs := callAll(reflect.ValueOf(b.Function), [][]any{args}, patience, nil)[0]
	if !theirs.fine() {
		return true, row("right", right.got.show(5)) + "\n" + row("theirs", "panic: "+theirs.panicked)
	}
	want, got := showPair(right.got, theirs.got)
	return difference(right.got, theirs.got, tolerance) != "", row("right", want) + "\n" + row("theirs", got)
}
