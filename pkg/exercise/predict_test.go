package exercise

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

func predicted(id string, guess, outcome any) string {
	var out bytes.Buffer
	predict(&out, id, guess, outcome)
	return out.String()
}

// The first guess is kept and shown beside a later one; without a guess nothing is recorded.
func TestPredictRemembers(t *testing.T) {
	path := fresh(t)
	if got := predicted("1.8", nil, -7.68); !strings.Contains(got, "not started yet: write your guess in place of nil") || strings.Contains(got, "7.68") {
		t.Error(got)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("no guess was recorded as one")
	}
	if got := predicted("1.8", -12, -7.68); !strings.HasPrefix(got, "→ 1.8 ") || !strings.Contains(got, "(1 of 11 done in this chapter)") || strings.Contains(got, "first guess") {
		t.Error(got)
	}
	if got := predicted("1.8", -8., -7.68); !strings.HasPrefix(got, "✓ 1.8 ") || !strings.Contains(got, "Your first guess was -12 mpg per 1000 lb.") {
		t.Error(got)
	}
	// a place comes back from the file as a list
	predicted("2.7", []float64{20, 1}, []float64{21.0544, -0.6242})
	if got := predicted("2.7", []float64{21.05, -0.62}, []float64{21.0544, -0.6242}); !strings.Contains(got, "Your first guess was (20, 1).") {
		t.Error(got)
	}
	predicted("2.6", Choice("a"), Choice("b"))
	if got := predicted("2.6", Choice("b"), Choice("b")); !strings.Contains(got, "Your first guess was a (down).") {
		t.Error(got)
	}
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), `"first": -12`) || !strings.Contains(string(text), `"now": -8`) {
		t.Errorf("%v\n%s", err, text)
	}
	// A file that somebody has edited does no harm.
	for _, first := range []string{`"x"`, `[1]`, `{"a": 1}`, `true`, `[null, 2]`} {
		if err := os.WriteFile(path, []byte(`{"version":1,"exercises":{"1.8":{"first":`+first+`},"2.7":{"first":`+first+`}}}`), 0o644); err != nil {
			t.Fatal(err)
		}
		predicted("1.8", -8., -7.68)
		predicted("2.7", []float64{20, 1}, []float64{21.0544, -0.6242})
	}
}

func TestPredictRefuses(t *testing.T) {
	fresh(t)
	if got := predicted("99.1", 1, 1); !strings.Contains(got, "there is no exercise") {
		t.Error(got)
	}
	if got := predicted("1.1", 1, 1); !strings.Contains(got, "this is no prediction") {
		t.Error(got)
	}
	func() {
		defer func() {
			if got := fmt.Sprint(recover()); got != "exercise: Predict: 1.8: the cell finds -7.5, the exercise says -7.68" {
				t.Errorf("panic %q", got)
			}
		}()
		predicted("1.8", nil, -7.5)
	}()
}
