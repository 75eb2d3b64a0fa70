package task_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

var (
	expectedLine = regexp.MustCompile(`(?m)^  expected  (.*)$`)
	twoPoints    = regexp.MustCompile(`x = \[\S+ \S+`)
)

// expected reads the right numbers from what is said of a wrong answer.
func expected(t *testing.T, said string) (numbers []float64) {
	t.Helper()
	m := expectedLine.FindStringSubmatch(said)
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

// Every question of every exercise fits into a cell and has one right answer, as exact as a pencil.
func TestQuestions(t *testing.T) {
	for _, c := range chapters.All() {
		for _, e := range c.Exercises {
			if !e.HasQuestions() {
				continue
			}
			texts := map[string]bool{}
			for seed := range uint64(5) {
				q, ok := e.Question(seed)
				if !ok {
					continue // of a whole network, a short one is drawn now and then
				}
				texts[q.Text] = true
				for line := range strings.Lines(q.Text) {
					if !strings.HasPrefix(line, "//") || len([]rune(line)) > 101 {
						t.Errorf("%s, seed %d: %s", e.ID, seed, line)
					}
				}
				if strings.Contains(q.Form, "Choice") {
					oneLetter(t, e, seed)
				} else {
					numbersOf(t, e, seed, q)
				}
			}
			if len(texts) < 2 {
				t.Errorf("%s has only %d questions", e.ID, len(texts))
			}
		}
	}
}

func oneLetter(t *testing.T, e task.Exercise, seed uint64) {
	right := 0
	for _, letter := range "abcdefghij" {
		if e.Answer(seed, string(letter)).Right {
			right++
		}
	}
	if right != 1 {
		t.Errorf("%s, seed %d: %d letters are right", e.ID, seed, right)
	}
}

func numbersOf(t *testing.T, e task.Exercise, seed uint64, q task.Question) {
	wrong := []float64{1e9}
	for range strings.Count(q.Form, ",") {
		wrong = append(wrong, 0)
	}
	if n := regexp.MustCompile(`(\d) numbers`).FindStringSubmatch(q.Form); n != nil {
		wrong = make([]float64, n[1][0]-'0')
		wrong[0] = 1e9
	}
	right := expected(t, e.Answer(seed, wrong).Text)
	if v := e.Answer(seed, right); !v.Right {
		t.Errorf("%s, seed %d: %v: %s", e.ID, seed, right, v.Text)
	}
	right[0] += 1 + right[0]*right[0]
	if v := e.Answer(seed, right); v.Right || !v.Tried {
		t.Errorf("%s, seed %d: %v: %s", e.ID, seed, right, v.Text)
	}
}

// A usual mistake is told by its name, in a question too.
func TestQuestionNames(t *testing.T) {
	e := find(t, "2.1")
	named := 0
	for seed := range uint64(5) {
		if q, _ := e.Question(seed); !twoPoints.MatchString(q.Text) { // of one point, the sum is the mean
			t.Errorf("seed %d hides that 1/n is missing:\n%s", seed, q.Text)
		}
		right := expected(t, e.Answer(seed, []float64{1e9, 0}).Text)
		v := e.Answer(seed, []float64{2 * right[0], 2 * right[1]})
		if strings.Contains(v.Text, "It looks like this: a factor 2 too much.") || strings.Contains(v.Text, "the 1/n is missing.") { // the same for n = 2
			named++
		}
	}
	if named != 5 {
		t.Errorf("named %d of 5 times", named)
	}
}
