package task

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// Question is what is asked again of a solved exercise, days later: the result of a function on
// fresh arguments, or one row of a Pick with fresh luck.
type Question struct {
	Text  string // lines of Go comments that stand above the call of exercise.Answer
	Form  string // how the answer is written
	judge func(answer any) Verdict
}

// asker is a Kind of which a question can be asked.
type asker interface {
	question(e Exercise, seed uint64) (q Question, ok bool)
}

// Question returns the question that a seed draws; the same seed draws the same one. Where the
// kind has none (a guess can be made once only), or no result is short enough, ok is false.
func (e Exercise) Question(seed uint64) (q Question, ok bool) {
	if k, isAsker := e.Kind.(asker); isAsker {
		return k.question(e, seed)
	}
	return Question{}, false
}

// HasQuestions says whether the exercise is of a kind that can be asked again.
func (e Exercise) HasQuestions() bool {
	_, ok := e.Kind.(asker)
	return ok
}

// Answer judges an answer to the question that a seed draws. What is no answer, such as nil, is
// not tried.
func (e Exercise) Answer(seed uint64, answer any) Verdict {
	q, ok := e.Question(seed)
	switch {
	case !ok:
		return e.untold("it holds no question with fresh numbers")
	case answer == nil:
		return Verdict{Text: fmt.Sprintf("○ %s — not answered yet: write %s in place of nil.", e.Label(), q.Form)}
	}
	return q.judge(answer)
}

// What a pencil can do.
const (
	askedDraws     = 60   // among which the question is chosen
	mostArguments  = 10   // numbers in the arguments
	mostResults    = 4    // numbers in the result
	pencilAccuracy = 0.01 // of the largest number of the result
)

// question draws arguments of few digits. Of many draws it takes the one in which the usual mistakes
// show best in the result, and of equal ones the shortest.
func (f Function) question(e Exercise, seed uint64) (q Question, ok bool) {
	rng := rand.New(rand.NewPCG(seed, 57))
	var args []any
	var want []float64
	var shape value
	most, length := 0, 0
	for range askedDraws {
		drawn := fewDigits(f.Random(rng))
		n, isShort := lengthOf(drawn)
		if !isShort {
			continue
		}
		o := call(reflect.ValueOf(f.Solution), drawn, patience, nil)
		numbers := flat(o.got)
		if !o.fine() || len(numbers) == 0 || len(numbers) > mostResults || slices.ContainsFunc(numbers, func(x float64) bool { return !finite(x) }) {
			continue
		}
		if m := f.telling(drawn, numbers); m > most || m == most && n < length {
			args, want, shape, most, length = drawn, numbers, o.got, m, n
		}
	}
	if most == 0 {
		return Question{}, false
	}
	m := e.method("stub.go", f.Name)
	text := "// " + e.Label() + ", with new numbers:\n" + strings.TrimSpace(m.doc()) + "\n" +
		Wrap("// What does "+f.Name+" give for ", "//     ", f.showCase(e, args)+"? Take a pencil, or a few lines of Go.")
	q = Question{Text: text, Form: "a number"}
	if len(want) > 1 {
		q.Form = fmt.Sprintf("[]float64{…}, %d numbers", len(want))
		if shape.cols > 0 {
			q.Form += ", row by row"
		}
		if names := e.method("solution.go", f.Name).results(); len(names) == len(want) {
			q.Form = "[]float64{" + strings.Join(names, ", ") + "}"
		}
	}
	q.judge = func(answer any) Verdict { return f.recall(e, q, args, want, answer) }
	return q, true
}

// recall judges an answer as exactly as a pencil can give it.
func (f Function) recall(e Exercise, q Question, args []any, want []float64, answer any) Verdict {
	got := flat(valueOf(reflect.ValueOf(answer)))
	lines := []string{row("expected", list(want, 4))}
	switch {
	case len(got) != len(want):
		return e.untold("this is no answer to the question", sentence("Write "+q.Form+"."))
	case near(want, got, pencilAccuracy):
		v := e.correct()
		v.Text += "\n" + lines[0]
		return v
	}
	lines = append(lines, row("got", list(got, 4)))
	for _, m := range f.Wrong {
		if theirs, isFine := m.numbers(args); isFine && len(theirs) == len(want) && near(theirs, got, pencilAccuracy) {
			lines = append(lines, m.lines())
			break
		}
	}
	return e.wrong("not this time", lines)
}

// telling sums over the usual mistakes that a pencil can tell from the right result. The first
// ones, which are the most usual, weigh most.
func (f Function) telling(args []any, want []float64) (sum int) {
	for i, m := range f.Wrong {
		if got, isFine := m.numbers(args); !isFine || len(got) != len(want) || !near(want, got, 3*pencilAccuracy) {
			sum += len(f.Wrong) - i
		}
	}
	return sum
}

// numbers are what a wrong function gives; isFine is false where it panics or does not end.
func (m Mistake) numbers(args []any) (all []float64, isFine bool) {
	o := call(reflect.ValueOf(m.Answer), args, patience, nil)
	return flat(o.got), o.fine()
}

// near compares numbers relative to the largest that is wanted.
func near(want, got []float64, part float64) bool {
	scale := 0.0
	for _, w := range want {
		scale = math.Max(scale, math.Abs(w))
	}
	for i, w := range want {
		if !(math.Abs(got[i]-w) <= part*scale) {
			return false
		}
	}
	return true
}

// lengthOf counts the numbers of arguments; isShort is false where a line cannot show them all.
func lengthOf(args []any) (n int, isShort bool) {
	for _, a := range args {
		v := valueOf(reflect.ValueOf(a))
		numbers := flat(v)
		isWord := v.shape == "true" || v.shape == "false" || v.shape == "a text"
		if len(numbers) == 0 && !isWord || len(numbers) > longList {
			return n, false
		}
		n += len(numbers)
	}
	return n, n <= mostArguments
}

// fewDigits returns the arguments with one decimal, and numbers below 1 with one digit.
func fewDigits(args []any) []any {
	round := func(x float64) float64 {
		unit := 10.0
		if a := math.Abs(x); a > 0 && a < 0.1 {
			unit = math.Pow(10, math.Ceil(-math.Log10(a)))
		}
		return math.Round(x*unit) / unit
	}
	all := make([]any, len(args))
	for i, a := range args {
		switch x := copyOf(reflect.ValueOf(a)).Interface().(type) {
		case float64:
			all[i] = round(x)
		case []float64:
			for k := range x {
				x[k] = round(x[k])
			}
			all[i] = x
		case *mat.Dense:
			x.Apply(func(_, _ int, v float64) float64 { return round(v) }, x)
			all[i] = x
		default:
			all[i] = x
		}
	}
	return all
}

// question asks for one row.
func (p Pick) question(e Exercise, seed uint64) (q Question, ok bool) {
	i := rand.New(rand.NewPCG(seed, 57)).IntN(len(p.Rows))
	r := p.Rows[i]
	lines := []string{"// " + e.Label() + " (one row of it)", Wrap("// ", "//     ", r.Text), "//"}
	for _, o := range p.Options {
		lines = append(lines, Wrap("//   "+o.Letter+"  ", "//      ", o.Name+": "+o.Text))
	}
	q = Question{Text: strings.Join(lines, "\n"), Form: `exercise.Choice("a")`}
	q.judge = func(answer any) Verdict {
		letter := strings.ToLower(strings.TrimSpace(fmt.Sprint(answer)))
		switch {
		case reflect.ValueOf(answer).Kind() != reflect.String || p.name(letter) == "":
			return e.untold("this is no answer to the question", sentence(fmt.Sprintf(
				"Write one letter from %s to %s, such as %s.", p.Options[0].Letter, p.Options[len(p.Options)-1].Letter, q.Form)))
		case letter == r.Right:
			v := e.correct()
			v.Why = r.Because
			return v
		}
		told := []string{sentence(fmt.Sprintf("It is %s (%s). %s", r.Right, p.name(r.Right), r.Because))}
		for _, m := range r.Wrong {
			if m.Answer == letter {
				told = append(told, m.lines())
			}
		}
		return e.wrong("not this time", told)
	}
	return q, true
}
