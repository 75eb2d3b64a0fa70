package exercise

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Wrong answers to exercise 0.1, whose source the check reads in this file.

func lastValue(x []float64) float64 {
	sum := 0.0
	for _, xi := range x {
		sum = xi
	}
	return sum / float64(len(x))
}

func lastValueTwice(x []float64) float64 {
	sum := 0.0
	for i := range x {
		sum = x[i]
	}
	return 2 * sum / float64(len(x))
}

// The first wrong try is told where to look, the second one what to write, and so
// is a hint; a right answer ends it.
func TestHelpComesInSteps(t *testing.T) {
	path := fresh(t)
	const look, change = "Line 4: look at how this line changes sum.", "line 4: write `sum += xi` in place of `sum = xi`"
	if got := checked("0.1", lastValue); !strings.Contains(got, look) || strings.Contains(got, "write") {
		t.Errorf("first try: %s", got)
	}
	var out bytes.Buffer
	if hint(&out, "0.1"); !strings.Contains(out.String(), change) {
		t.Errorf("hint: %s", out.String())
	}
	if got := checked("0.1", lastValue); strings.Contains(got, look) || !strings.Contains(strings.ToLower(got), change) {
		t.Errorf("second try: %s", got)
	}
	if got := checked("0.1", lastValueTwice); !strings.Contains(got, "line 4: look at how this line changes sum") && !strings.Contains(got, "Line 4: look at how this line changes sum") {
		t.Errorf("another mistake: %s", got)
	}
	_, mean, _ := answers(t, "0.1")
	checked("0.1", mean)
	if text, err := os.ReadFile(path); err != nil || strings.Contains(string(text), "last") {
		t.Errorf("after the right answer: %s", text)
	}
}

// A try that is nearer is told so.
func TestNearer(t *testing.T) {
	fresh(t)
	checked("0.1", lastValueTwice)
	if got := checked("0.1", lastValue); !strings.Contains(got, "(2 of 4 cases right, before it was 0)") {
		t.Error(got)
	}
	if got := checked("0.1", lastValueTwice); strings.Contains(got, "before") {
		t.Error(got)
	}
}

// Where nothing can be kept, every try is told where to look.
func TestStepsWithoutMemory(t *testing.T) {
	t.Setenv("ANN_PROGRESS", filepath.Join(t.TempDir(), "no", "such", "folder"))
	for range 2 {
		if got := checked("0.1", lastValue); !strings.Contains(got, "Line 4: look at") {
			t.Error(got)
		}
	}
}

// Closures and methods have no source to read; nothing complains.
func TestWithoutSource(t *testing.T) {
	fresh(t)
	closure := func(x []float64) float64 { return lastValue(x) + 1 }
	if got := checked("0.1", closure); !strings.HasPrefix(got, "✗") || strings.Contains(got, "line") {
		t.Error(got)
	}
}
