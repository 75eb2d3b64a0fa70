package exercise

import (
	"bytes"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

func reviewed(now time.Time) string {
	var out bytes.Buffer
	review(&out, now, rand.New(rand.NewPCG(1, 2)))
	return out.String()
}

func answered(now time.Time, id string, seed uint64, answer any) string {
	var out bytes.Buffer
	answerTo(&out, now, id, seed, answer)
	return out.String()
}

// expected reads the right numbers from what is said of a wrong answer.
func expected(t *testing.T, said string) (numbers []float64) {
	t.Helper()
	m := regexp.MustCompile(`(?m)^  expected  (.*)$`).FindStringSubmatch(said)
	if m == nil {
		t.Fatalf("no numbers in %s", said)
	}
	for _, word := range strings.Fields(m[1]) {
		x, err := strconv.ParseFloat(word, 64)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, x)
	}
	return numbers
}

// seeds are those of the cells that Review has printed, by exercise.
func seeds(t *testing.T, printed string) map[string]uint64 {
	found := map[string]uint64{}
	for _, m := range regexp.MustCompile(`(?m)^exercise\.Answer\("(.*)", (\d+), nil\)`).FindAllStringSubmatch(printed, -1) {
		seed, err := strconv.ParseUint(m[2], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		found[m[1]] = seed
	}
	return found
}

// What is solved is asked after 1, 3, 7 and 21 days, and after a wrong answer from the first on.
func TestReview(t *testing.T) {
	fresh(t)
	start := time.Date(2026, 2, 27, 23, 0, 0, 0, time.UTC)
	at := func(days int) time.Time { return start.AddDate(0, 0, days) }
	if got := reviewed(start); got != "" {
		t.Errorf("nothing is solved: %q", got)
	}
	update(func(p *progress) {
		for _, id := range []string{"1.1", "1.8"} { // a function, and a guess that is never asked again
			p.record(id).Solved = true
			p.record(id).askAgain(0, start)
		}
		p.record("2.2").Tries = 3
	})
	if got := reviewed(start); got != "No question from before is due today; the next one is on 2026-02-28.\n" {
		t.Error(got)
	}
	right := func(days int, want string) {
		t.Helper()
		printed := reviewed(at(days))
		if !strings.HasPrefix(printed, "1 question from before.") {
			t.Fatalf("day %d: %s", days, printed)
		}
		seed := seeds(t, printed)["1.1"]
		if got := answered(at(days), "1.1", seed, nil); got != "○ 1.1 The loss — not answered yet: write a number in place of nil.\n" {
			t.Error(got)
		}
		if got := answered(at(days), "1.1", seed, []float64{1, 2}); !strings.Contains(got, "no answer to the question") {
			t.Error(got)
		}
		numbers := expected(t, answered(at(-1), "1.1", seed, 1e9)) // a day before it is due nothing counts
		if got := answered(at(days), "1.1", seed, numbers[0]); !strings.HasPrefix(got, "✓ 1.1") || !strings.Contains(got, want) {
			t.Errorf("day %d: %s", days, got)
		}
		// a second time on the same day it is judged and does not count
		if got := answered(at(days), "1.1", seed, 1e9); !strings.HasPrefix(got, "✗ 1.1") || !strings.Contains(got, want) {
			t.Errorf("day %d: %s", days, got)
		}
	}
	right(1, "It comes again on 2026-03-03.")
	if got := reviewed(at(3)); !strings.Contains(got, "the next one is on 2026-03-03") {
		t.Error(got)
	}
	if got := answered(at(9), "1.1", 7, -1); !strings.Contains(got, "It comes again tomorrow.") || !strings.Contains(got, `exercise.Solution("1.1")`) {
		t.Error(got)
	}
	right(10, "It comes again on 2026-03-12.")
	right(13, "It comes again on 2026-03-19.")
	right(20, "It comes again on 2026-04-09.")
	right(60, "That was the last time: you know it by now.")
	if got := reviewed(at(400)); got != "" {
		t.Error(got)
	}
	if got := answered(at(400), "1.1", 7, -1); !strings.Contains(got, "last time") {
		t.Error(got)
	}
}

// Three at most, the longest due first; what an older file has solved without a day is due.
func TestReviewPicks(t *testing.T) {
	fresh(t)
	update(func(p *progress) {
		for id, due := range map[string]string{"1.1": "2026-01-05", "1.2": "2026-01-03", "1.3": "", "1.6": "2026-01-04", "2.1": "2026-01-09"} {
			p.record(id).Solved, p.record(id).Due = true, due
		}
		p.record("99.1").Solved = true // of a later version of the course
	})
	now := time.Date(2026, 1, 8, 1, 0, 0, 0, time.UTC)
	printed := reviewed(now)
	asked := seeds(t, printed)
	if len(asked) != 3 || !strings.HasPrefix(printed, "3 questions from before.") {
		t.Error(printed)
	}
	for _, id := range []string{"1.2", "1.3", "1.6"} {
		if _, ok := asked[id]; !ok {
			t.Errorf("%s is not asked:\n%s", id, printed)
		}
	}
	if got := answered(now, "1.8", 1, 1.0); !strings.Contains(got, "no question with fresh numbers") {
		t.Error(got)
	}
	if got := answered(now, "9.99", 1, 1.0); !strings.Contains(got, "there is no exercise") {
		t.Error(got)
	}
	if got := answered(now, "4.1", 1, nil); strings.Contains(got, "comes again") {
		t.Error(got)
	}
	// what is not solved yet may be answered too, and is not scheduled
	if got := answered(now, "2.2", 1, []int{1, 1}); !strings.HasPrefix(got, "✗ 2.2") || strings.Contains(got, "comes again") {
		t.Error(got)
	}
}

// Among the solutions nothing is asked.
func TestReviewSolving(t *testing.T) {
	fresh(t)
	update(func(p *progress) { p.record("1.1").Solved = true })
	dir := t.TempDir() + "/solutions"
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if got := reviewed(time.Now()); got != "" {
		t.Error(got)
	}
}
