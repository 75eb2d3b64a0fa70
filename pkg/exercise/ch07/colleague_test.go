package ch07

import (
	"math"
	"testing"

	"ann/pkg/exercise/task"
)

// The fingerprint of each suspect: how many of the 12 + 8 entries are wrong, for one example and for
// four, and the letter of its error in exercise 7.6.
func TestFingerprints(t *testing.T) {
	fingerprints := []struct {
		suspect, letter string
		one, batch      [2]int
	}{
		{"A", "b", [2]int{0, 0}, [2]int{12, 8}},
		{"B", "e", [2]int{12, 0}, [2]int{12, 0}},
		{"C", "c", [2]int{3, 2}, [2]int{3, 2}},
		{"D", "f", [2]int{12, 0}, [2]int{12, 0}},
		{"E", "a", [2]int{12, 8}, [2]int{12, 8}},
		{"F", "d", [2]int{0, 6}, [2]int{0, 6}},
	}
	rows := lineUp().Kind.(task.Pick).Rows
	if len(suspects) != len(fingerprints) || len(rows) != len(fingerprints) {
		t.Fatalf("%d suspects, %d rows", len(suspects), len(rows))
	}
	for i, f := range fingerprints {
		if rows[i].Text != "suspect "+f.suspect || rows[i].Right != f.letter {
			t.Errorf("row %d is %q, %s, want %s, %s", i+1, rows[i].Text, rows[i].Right, f.suspect, f.letter)
		}
		if options := lineUp().Kind.(task.Pick).Options; options[f.letter[0]-'a'].Letter != f.letter || int(suspects[f.suspect]) != map[string]int{
			"a": int(noOutputSlope), "b": int(noMean), "c": int(noBias), "d": int(sumForA), "e": int(slopeOfA), "f": int(onlyFirstOutput)}[f.letter] {
			t.Errorf("%s does not make the error of option %s", f.suspect, f.letter)
		}
		for name, want := range map[string][2]int{"one": f.one, "batch": f.batch} {
			r := references(t)[name]
			X, Y := r.data()
			got := Colleague(f.suspect, deckNetwork(), X, Y)
			wrong := [2]int{}
			for j := range got {
				if math.Abs(got[j]-r.Gradient[j]) > 1e-6*max(math.Abs(got[j]), math.Abs(r.Gradient[j])) {
					wrong[j/12]++
				}
			}
			if wrong != want {
				t.Errorf("%s, %s: %v entries are wrong, want %v", f.suspect, name, wrong, want)
			}
		}
	}
}

// What the texts of 7.6 say of the ratios with one example.
func TestRatios(t *testing.T) {
	r := references(t)["one"]
	X, Y := r.data()
	for j := range 12 {
		ratio := func(suspect string) float64 { return Colleague(suspect, deckNetwork(), X, Y)[j] / r.Gradient[j] }
		if b := ratio("B"); b < 1 || j/4 == 2 && b > 1.001 || j/4 == 0 && b < 2 {
			t.Errorf("B: ratio %v at entry %d", b, j)
		}
		if d := ratio("D"); j/4 == 2 && math.Abs(d-0.25) > 0.01 {
			t.Errorf("D: ratio %v at entry %d", d, j)
		}
	}
	batch := references(t)["batch"]
	X, Y = batch.data()
	for j, v := range Colleague("A", deckNetwork(), X, Y) {
		if math.Abs(v/batch.Gradient[j]-4) > 1e-12 {
			t.Errorf("A: ratio %v at entry %d", v/batch.Gradient[j], j)
		}
	}
}

func TestColleagueKnowsSix(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("suspect G is none, and nothing panics")
		}
	}()
	Colleague("G", deckNetwork(), nil, nil)
}
