package exercise

import "fmt"

// Ending is where gradient descent with a small α ends, in exercise 2.5.
type Ending int

// The endings of exercise 2.5.
const (
	Unjudged       Ending = iota
	TheMinimum            // at the only minimum, from every start
	OneOfManyEqual        // at a minimum; which one depends on the start, J is the same at all
	PerhapsNotBest        // at a minimum; which one and its J depend on the start
	StaysAtStart          // where it began: the gradient is 0 there, and it is no minimum
)

var endingNames = [...]string{"Unjudged", "TheMinimum", "OneOfManyEqual", "PerhapsNotBest", "StaysAtStart"}

// String returns the constant's name.
func (e Ending) String() string {
	if e < 0 || int(e) >= len(endingNames) {
		return fmt.Sprintf("Ending(%d)", int(e))
	}
	return endingNames[e]
}

// Endings is the answer of exercise 2.5: for each loss and start the place
// where gradient descent with a small α ends.
type Endings struct {
	ManyCars   Ending // a line through 398 cars, J = 1/(2n) Σ r²; the start is drawn by chance
	OneCar     Ending // a line through a single car, J = ½ r²; the start is drawn by chance
	Fourth     Ending // J(θ) = θ⁴, whose second derivative is 0 at θ = 0; start at θ = 1
	Wave       Ending // y = θ0·sin(θ1·x) fitted to a wave, J = 1/(2n) Σ r²; the start is drawn by chance
	WaveAtZero Ending // the same wave; start at θ0 = θ1 = 0
}

// journeys are the fields of Endings with the question that decides.
var journeys = []struct {
	name string
	at   func(*Endings) *Ending
	ask  string
}{
	{"ManyCars", func(e *Endings) *Ending { return &e.ManyCars }, "is the bowl strictly convex?"},
	{"OneCar", func(e *Endings) *Ending { return &e.OneCar }, "how many lines go through one point, and what is J for each?"},
	{"Fourth", func(e *Endings) *Ending { return &e.Fourth }, "draw θ⁴. How many lowest points are there?"},
	{"Wave", func(e *Endings) *Ending { return &e.Wave }, "how many valleys are there, and are they equally deep?"},
	{"WaveAtZero", func(e *Endings) *Ending { return &e.WaveAtZero }, "what are both partial derivatives at θ0 = θ1 = 0?"},
}

// judgeEndings says for each journey that ends elsewhere what decides it.
func judgeEndings(answer any) []string {
	got, want := answer.(Endings), solution02{}.endings()
	var lines []string
	for _, j := range journeys {
		switch chosen := *j.at(&got); chosen {
		case *j.at(&want):
		case Unjudged:
			lines = append(lines, j.name+": not chosen yet.")
		default:
			lines = append(lines, fmt.Sprintf("%s: not %v: %s", j.name, chosen, j.ask))
		}
	}
	if len(lines) > 0 {
		lines = append([]string{fmt.Sprintf("%d of %d are right.", len(journeys)-len(lines), len(journeys))}, lines...)
	}
	return lines
}

// endingMistake is the mistake to choose this wrong ending for the journey.
func endingMistake(journey int, wrong Ending, name, says string) mistake {
	at := journeys[journey].at
	answer := solution02{}.endings()
	*at(&answer) = wrong
	return mistake{name: name, says: says, answer: answer, seen: func(a any) bool {
		e := a.(Endings)
		return *at(&e) == wrong
	}}
}
