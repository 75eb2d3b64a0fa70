package task

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func (p Prediction) answers() (stub, solution any, wrong []Mistake) { return nil, p.Outcome, p.Misses }

func (p Prediction) faults(e Exercise) []string {
	var all faulty
	all.add(p.Ask == "", "nothing is asked")
	all.add(e.Because == "" || !strings.HasSuffix(e.Because, "."), "because is not a sentence")
	all.add(len(p.Forms) == 0, "no form in which a text would give the outcome away")
	for _, v := range append([]any{p.Outcome, p.Guess}, guesses(p.Misses)...) {
		g, ok := p.guess(v)
		all.add(!ok || g == nil, "%v is no guess", v)
	}
	switch p.Outcome.(type) {
	case string:
		all.add(len(p.Options) < 2 || p.Tolerance != 0, "a choice needs two options and no tolerance")
	default:
		all.add(len(p.Options) > 0 || !(p.Near > 0) || !(p.Tolerance >= 0), "a number needs Near > 0 and no options")
		all.add(p.ByFactor && p.Near < 1, "Near is a factor and below 1")
	}
	for i, o := range p.Options {
		all.add(o.Letter != string(rune('a'+i)) || o.Name == "" || o.Text == "" || strings.ContainsAny(o.Text, "|\n"), "option %d", i+1)
	}
	return all
}

func guesses(misses []Mistake) (all []any) {
	for _, m := range misses {
		all = append(all, m.Answer)
	}
	return all
}

func (p Prediction) prove(t *testing.T, e Exercise) {
	if v := e.Predict(nil, p.Outcome, nil); v.Right || v.Tried || v.Guess != nil || !strings.Contains(v.Text, "not started yet: ") {
		t.Errorf("no guess: %s", v.Text)
	} else {
		for _, form := range append(slices.Clone(p.Forms), p.show(p.Outcome), e.Because) {
			if len(form) > 1 && strings.Contains(v.Text, form) {
				t.Errorf("no guess gives away %q: %s", form, v.Text)
			}
		}
	}
	if v := e.Predict(p.Outcome, p.Outcome, nil); !v.Right || !strings.HasPrefix(v.Text, "✓ "+e.Label()) || !strings.Contains(plainText(v.Text), plainText(e.Because)) {
		t.Errorf("the outcome as a guess: %s", v.Text)
	}
	for _, m := range p.Misses {
		v := e.Predict(m.Answer, p.Outcome, nil)
		if v.Right || !v.Tried || !strings.HasPrefix(v.Text, "→ "+e.Label()) || !strings.Contains(v.Text, "It looks like this: "+m.Name+".\n") {
			t.Errorf("%s: %s", m.Name, v.Text)
		}
		for line := range strings.Lines(v.Text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > wide {
				t.Errorf("%s: a line of %d characters: %s", m.Name, n, line)
			}
		}
	}
	if x, ok := p.Outcome.(float64); ok {
		for _, other := range []any{x + 2*p.Tolerance + 1, nil, "a", math.NaN()} {
			if !panicsIn(func() { e.Predict(x, other, nil) }) {
				t.Errorf("the cell finds %v, and nobody complains", other)
			}
		}
	}
}

func panicsIn(f func()) (does bool) {
	defer func() { does = recover() != nil }()
	f()
	return false
}

func TestPredictionSays(t *testing.T) {
	steps := Exercise{ID: "9.1", Title: "Steps", Because: "Most say too few.", Kind: Prediction{
		Ask: "How many?", Unit: "steps", Outcome: 328., Near: 1.5, ByFactor: true, Guess: 50.,
		Misses: []Mistake{{Name: "the number of points", Says: "A step uses all points.", Answer: 392.}, {Name: "one each", Says: "Six weights move at once.", Answer: 6.}},
	}}
	slope := Exercise{ID: "9.2", Title: "Slope", Because: "The eye follows the hull.", Kind: Prediction{
		Ask: "?", Unit: "mpg", Outcome: -7.6, Tolerance: 0.05, Near: 1, Guess: -9.}}
	letter := Exercise{ID: "9.3", Title: "Which", Because: "It is linear.", Kind: Prediction{
		Ask: "?", Options: []Option{{"a", "twice", "2ŷ"}, {"b", "less", "<"}}, Outcome: "b", Guess: "a"}}
	place := Exercise{ID: "9.4", Title: "Where", Because: "It turns.", Kind: Prediction{
		Ask: "?", Outcome: []float64{1, 2}, Tolerance: 0.01, Near: 0.5, Guess: []float64{0, 0}}}
	const ask = "write your guess in place of nil: "
	for _, c := range []struct {
		e                     Exercise
		guess, outcome, first any
		want                  string
	}{
		{steps, nil, 328, nil, "○ 9.1 Steps — not started yet: " + ask + "a number (steps), and run the cell. Then it shows what happens."},
		{steps, "many", 328, nil, "✗ 9.1 Steps — this is no guess\n  Write your guess in place of nil: a number (steps)."},
		{steps, math.NaN(), 328, nil, "✗ 9.1 Steps — this is no guess\n  Write your guess in place of nil: a number (steps)."},
		{steps, 328, 328, nil, "✓ 9.1 Steps — you said 328 steps; it is 328 steps.\n  Exactly.\n  Most say too few."},
		{steps, 300, 328, nil, "✓ 9.1 Steps — you said 300 steps; it is 328 steps.\n  Your guess is 1.1 times too small.\n  Most say too few."},
		{steps, 320, 328, nil, "✓ 9.1 Steps — you said 320 steps; it is 328 steps.\n  You are 3 % off.\n  Most say too few."},
		{steps, 3280, 328, nil, "→ 9.1 Steps — you said 3280 steps; it is 328 steps.\n  Your guess is 10 times too large.\n  Most say too few."},
		{steps, -3, 328, nil, "→ 9.1 Steps — you said -3 steps; it is 328 steps.\n  You are 3.3e+02 steps below.\n  Most say too few."},
		{steps, 6, 328, 50., "→ 9.1 Steps — you said 6 steps; it is 328 steps.\n  Your guess is 55 times too small.\n  It looks like this: one each.\n  Six weights move at once.\n  Most say too few.\n  Your first guess was 50 steps."},
		{slope, -9., -7.64, nil, "→ 9.2 Slope — you said -9 mpg; it is -7.6 mpg.\n  You are 1.4 mpg below.\n  The eye follows the hull."},
		{letter, "A ", "b", nil, "→ 9.3 Which — you said a (twice); it is b (less).\n  Most people who have not seen it say so too.\n  It is linear."},
		{letter, "b", "b", "a", "✓ 9.3 Which — you said b (less); it is b (less).\n  You have seen it coming.\n  It is linear.\n  Your first guess was a (twice)."},
		{letter, "?", "b", nil, "○ 9.3 Which — not started yet: " + ask + `a letter, exercise.Choice("a"), and run the cell. Then it shows what happens.`},
		{letter, "z", "b", nil, "✗ 9.3 Which — this is no guess\n  Write your guess in place of nil: a letter, exercise.Choice(\"a\")."},
		{place, []float64{1, 1}, []float64{1, 2.005}, nil, "→ 9.4 Where — you said (1, 1); it is (1, 2).\n  You are 1 away.\n  It turns."},
		{place, []float64{1}, []float64{1, 2}, nil, "✗ 9.4 Where — this is no guess\n  Write your guess in place of nil: a place, []float64{x, y}."},
		{place, 3, []float64{1, 2}, nil, "✗ 9.4 Where — this is no guess\n  Write your guess in place of nil: a place, []float64{x, y}."},
	} {
		if v := c.e.Predict(c.guess, c.outcome, c.first); v.Text != c.want || v.Right != strings.HasPrefix(c.want, "✓") || (v.Guess != nil) != strings.Contains(c.want, "you said") {
			t.Errorf("%v:\n%s\nwant\n%s", c.guess, v.Text, c.want)
		}
	}
	if cell := "%%\nn := 328.\nexercise.Predict(\"9.1\", nil, n) // your guess in place of nil: a number (steps)"; !steps.IsStubCell(cell) || steps.IsStubCell(cell+"\n") || steps.IsStubCell(strings.Replace(cell, "nil, n", "5, n", 1)) {
		t.Error("the cell of a prediction")
	}
	if got := steps.SolutionCell(); got != "%%\nexercise.Predict(\"9.1\", 50, 328)" {
		t.Error(got)
	}
}
