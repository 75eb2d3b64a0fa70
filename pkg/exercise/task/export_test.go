package task

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"ann/pkg/exercise/repair"
)

// Impatient shortens the limit for endless loops.
func Impatient(t testing.TB) {
	old := patience
	patience = 300 * time.Millisecond
	t.Cleanup(func() { patience = old })
}

// CountBy has searches count their time by a clock, and checks wait for them.
func CountBy(t testing.TB, clock func() time.Duration) {
	old := checkLimit
	searchClock, checkLimit = clock, time.Hour
	t.Cleanup(func() { searchClock, checkLimit = nil, old })
}

// judgeTexts has Judge make whole verdicts, which takes a second search.
var judgeTexts = false

// WholeTexts makes Judge return the verdict's text too.
func WholeTexts(t testing.TB) {
	judgeTexts = true
	t.Cleanup(func() { judgeTexts = false })
}

// Judged is what the check says of a source that nobody has compiled.
type Judged struct {
	Right   bool // it passes all cases and draws
	Named   string
	Numbers string
	Look    string
	Change  string
	Cure    *repair.Change
	Text    string // the verdict
}

// Judge judges a source. It returns an error where the source does not compile.
func Judge(e Exercise, file []byte) (j Judged, err error) {
	f := e.Kind.(Function)
	source, err := repair.Parse(file, f.Name)
	if err != nil {
		return j, err
	}
	run, err := source.AsFunc()
	if err != nil {
		return j, err
	}
	if Passes(e, source, 30) {
		return Judged{Right: true}, nil
	}
	if v, isEndless := f.endless(e, source); isEndless {
		return Judged{Text: v.Text}, nil
	}
	c := f.compare(reflect.ValueOf(run), nil)
	if c.first < 0 { // wrong on draws only
		return Judged{Right: true}, nil
	}
	if m := f.recognise(c.got); m != nil {
		j.Named = m.Name
	} else {
		j.Numbers = f.numbers(e, c)
	}
	found := f.look(e, source, j.Named != "", searchLimit)
	if judgeTexts {
		c.begun = time.Now()
		j.Text = f.notYet(e, c, source).Text
	}
	j.Look, j.Change, j.Cure = found.look, found.change, found.cure
	return j, nil
}

// PartsRight counts the results that are right in every case and on drawn
// arguments.
func PartsRight(e Exercise, source *repair.Function, n int) (count int) {
	f := e.Kind.(Function)
	run, err := source.AsFunc()
	if err != nil {
		return 0
	}
	var right []bool
	rng := rand.New(rand.NewPCG(98, 98))
	for range n {
		args := f.Random(rng)
		got := call(reflect.ValueOf(run), args, patience, nil)
		score := agreement(call(reflect.ValueOf(f.Solution), args, patience, nil).got, got.got)
		if right == nil {
			right = slices.Repeat([]bool{true}, len(score))
		}
		for i := range right {
			right[i] = right[i] && i < len(score) && score[i]
		}
	}
	for _, r := range right {
		if r {
			count++
		}
	}
	return count
}

// Passes says whether a source passes the cases and drawn arguments that no
// search has used.
func Passes(e Exercise, source *repair.Function, n int) bool {
	f := e.Kind.(Function)
	trials := f.trials(f.Cases)
	rng := rand.New(rand.NewPCG(99, 99))
	for range n {
		trials = append(trials, f.trial(f.Random(rng)))
	}
	right, err := repair.Passes(source, trials)
	return err == nil && right
}

// Another is the other way that the solution of an exercise goes.
func Another(e Exercise, text []byte) (string, error) {
	f := e.Kind.(Function)
	source, err := repair.Parse(text, f.Name)
	if err != nil {
		return "", err
	}
	return f.another(e, source), nil
}
