package task

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strings"
)

// Prediction is an exercise in which the learner commits to a guess before an
// experiment: a number, a letter, or a place in a plane. There is no wrong
// answer; the check shows guess, outcome and miss, and why most people miss in
// that direction (Exercise.Because).
//
// The cell runs the experiment and hands guess and outcome to exercise.Predict.
// Until there is a guess, the outcome is not shown, and nothing above the cell
// may hold it: Forms are what the linter looks for.
type Prediction struct {
	Ask     string   // what is asked, in which unit; Markdown, below the heading
	Unit    string   // behind a number, "steps"; empty for a choice and a number without unit
	Options []Option // of a choice

	Outcome   any     // what the cell finds: a float64, the letter of an Option, or []float64{x, y}
	Tolerance float64 // by how much the cell's number or place may be off, in the outcome's unit
	Near      float64 // a guess is good when it is off by no more, or by no larger factor if ByFactor
	ByFactor  bool    // a miss is told as a factor: the outcome is a count or a power of ten

	Guess  any       // a usual guess, which the solution notebook holds
	Misses []Mistake // usual guesses; Answer is the guess
	Forms  []string  // how a text would write the outcome: "328", "4.4·10⁸"
}

func (p Prediction) tables() string {
	var b strings.Builder
	b.WriteString(p.Ask)
	if len(p.Options) > 0 {
		b.WriteString("\n\n| Letter | |\n|---|---|\n")
		for _, o := range p.Options {
			fmt.Fprintf(&b, "| %s | **%s**: %s |\n", o.Letter, o.Name, o.Text)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// want says how a guess is written.
func (p Prediction) want() string {
	switch p.Outcome.(type) {
	case string:
		return `your guess in place of nil: a letter, exercise.Choice("a")`
	case []float64:
		return "your guess in place of nil: a place, []float64{x, y}"
	}
	if p.Unit == "" {
		return "your guess in place of nil: a number"
	}
	return "your guess in place of nil: a number (" + p.Unit + ")"
}

func (p Prediction) stub(Exercise) (source, answer string) { return "", "nil, " + goText(p.Outcome) }

func (p Prediction) solution(Exercise) (source, answer string) {
	return "", goText(p.Guess) + ", " + goText(p.Outcome)
}

// goText writes a guess as Go.
func goText(v any) string {
	switch x := v.(type) {
	case string:
		return choice(x)
	case []float64:
		return fmt.Sprintf("[]float64{%v, %v}", x[0], x[1])
	}
	return fmt.Sprint(v)
}

// predictCall finds the call that ends the cell of a prediction.
func predictCall(id string) *regexp.Regexp {
	return regexp.MustCompile(`(?m)^exercise\.Predict\(` + regexp.QuoteMeta(fmt.Sprintf("%q", id)) + `, nil, .*\) // (.*)$`)
}

// guess takes a guess apart: ok is false when it is of another kind than the
// outcome. No guess at all, or an empty Choice, is nil.
func (p Prediction) guess(v any) (guess any, ok bool) {
	if v == nil {
		return nil, true
	}
	r := reflect.ValueOf(v)
	switch p.Outcome.(type) {
	case string:
		if r.Kind() != reflect.String {
			return nil, false
		}
		letter := strings.ToLower(strings.TrimSpace(r.String()))
		if letter == "" || letter == string(open) {
			return nil, true
		}
		for _, o := range p.Options {
			if o.Letter == letter {
				return letter, true
			}
		}
		return nil, false
	case []float64:
		place, isPlace := v.([]float64)
		if !isPlace || len(place) != 2 || !finite(place[0]) || !finite(place[1]) {
			return nil, false
		}
		return place, true
	}
	var x float64
	switch {
	case r.CanFloat():
		x = r.Float()
	case r.CanInt():
		x = float64(r.Int())
	default:
		return nil, false
	}
	return x, finite(x)
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// check judges a guess against the record's outcome.
func (p Prediction) check(e Exercise, answer any) Verdict { return p.judge(e, answer, nil) }

// Predict judges a guess, shows the outcome that the cell has found, and recalls
// the first guess, if there was one. It panics when the cell finds another
// outcome than the record holds: the texts would be wrong.
func (e Exercise) Predict(guess, outcome, first any) Verdict {
	p, ok := e.Kind.(Prediction)
	if !ok {
		return e.untold("this is no prediction", sentence(fmt.Sprintf("Hand the answer to exercise.Check(%q, …).", e.ID)))
	}
	found, ok := p.guess(outcome)
	if !ok || found == nil || p.off(found) > p.Tolerance {
		panic(fmt.Sprintf("exercise: Predict: %s: the cell finds %v, the exercise says %v", e.ID, outcome, p.Outcome))
	}
	return p.judge(e, guess, first)
}

// off is the distance of a guess from the outcome: 0 or 1 for a letter.
func (p Prediction) off(guess any) float64 {
	switch want := p.Outcome.(type) {
	case string:
		if guess == want {
			return 0
		}
		return 1
	case []float64:
		place := guess.([]float64)
		return math.Hypot(place[0]-want[0], place[1]-want[1])
	}
	return math.Abs(guess.(float64) - p.number())
}

func (p Prediction) number() float64 { return p.Outcome.(float64) }

func (p Prediction) judge(e Exercise, answer, first any) Verdict {
	guess, ok := p.guess(answer)
	switch {
	case !ok:
		return e.untold("this is no guess", sentence("Write "+p.want()+"."))
	case guess == nil:
		return Verdict{Text: fmt.Sprintf("○ %s — not started yet: write %s, and run the cell. Then it shows what happens.", e.Label(), p.want())}
	}
	miss, isNear := p.miss(guess)
	sign := "→"
	if isNear {
		sign = "✓"
	}
	lines := []string{
		Wrap(fmt.Sprintf("%s %s — ", sign, e.Label()), "    ", "you said "+p.show(guess)+"; it is "+p.show(p.Outcome)+"."),
		sentence(miss),
	}
	for _, m := range p.Misses {
		if known, _ := p.guess(m.Answer); !isNear && p.alike(known, guess) {
			lines = append(lines, m.lines())
			break
		}
	}
	if e.Because != "" {
		lines = append(lines, sentence(e.Because))
	}
	if before, ok := p.guess(first); ok && before != nil && !p.alike(before, guess) {
		lines = append(lines, sentence("Your first guess was "+p.show(before)+"."))
	}
	return Verdict{Right: isNear, Tried: true, Text: strings.Join(lines, "\n"), Guess: guess}
}

// alike says whether two guesses are the same, to a hundredth.
func (p Prediction) alike(a, b any) bool {
	switch x := a.(type) {
	case string:
		return a == b
	case []float64:
		y := b.([]float64)
		return math.Hypot(x[0]-y[0], x[1]-y[1]) <= 0.01*math.Hypot(x[0], x[1])
	}
	return math.Abs(a.(float64)-b.(float64)) <= 0.01*math.Abs(a.(float64))
}

// miss says how far a guess is off.
func (p Prediction) miss(guess any) (text string, isNear bool) {
	off := p.off(guess)
	if _, isLetter := p.Outcome.(string); isLetter {
		if off == 0 {
			return "You have seen it coming.", true
		}
		return "Most people who have not seen it say so too.", false
	}
	if off == 0 {
		return "Exactly.", true
	}
	if _, isPlace := p.Outcome.([]float64); isPlace {
		return fmt.Sprintf("You are %s away.", digit(off, 2)), off <= p.Near
	}
	x, want := guess.(float64), p.number()
	if !p.ByFactor || x*want <= 0 {
		side := "above"
		if x < want {
			side = "below"
		}
		return fmt.Sprintf("You are %s %s.", strings.TrimSpace(digit(off, 2)+" "+p.Unit), side), off <= p.Near
	}
	factor, word := x/want, "large"
	if factor < 1 {
		factor, word = 1/factor, "small"
	}
	if factor < 1.05 {
		return fmt.Sprintf("You are %s %% off.", digit(100*(factor-1), 1)), factor <= p.Near
	}
	return fmt.Sprintf("Your guess is %s times too %s.", digit(factor, 2), word), factor <= p.Near
}

// show is a guess or an outcome in words.
func (p Prediction) show(v any) string {
	switch x := v.(type) {
	case string:
		for _, o := range p.Options {
			if o.Letter == x {
				return x + " (" + o.Name + ")"
			}
		}
		return x
	case []float64:
		return fmt.Sprintf("(%s, %s)", digit(x[0], 3), digit(x[1], 3))
	}
	return strings.TrimSpace(digit(v.(float64), 4) + " " + p.Unit)
}
