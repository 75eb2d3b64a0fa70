package exercise

import (
	"fmt"
	"slices"
	"strings"
)

// exercise is one task: the learner completes a function, or picks a value.
type exercise struct {
	id    string    // "1.2": chapter and number
	name  string    // the function's name in the learner's cell and in the source files
	title string    // a few words, for the table of progress
	hints [3]string // from nudge to near-answer
	why   string    // two sentences shown with the solution

	stub, solution any       // functions, or values, of one type
	mistakes       []mistake // at least three

	cases func() [][]any // the arguments of each case, the smallest first; nil when a value is picked
	tol   float64        // relative to the largest number of the result; 0 means 1e-9

	// judge says what is wrong with a picked value, a line each; none means
	// right. It is nil when a function is completed.
	judge func(answer any) []string
}

// mistake is a usual wrong answer. It is a real one, so that the tests can
// hand it in and see it fail.
type mistake struct {
	name   string // what was done, a few words
	says   string // how to see it and what to change
	answer any    // of the solution's type

	// byShape: alike in shape (lengths, rows, columns) is enough to recognise
	// it, the numbers being arbitrary.
	byShape bool
	// seen recognises the mistake in a picked value; nil for functions.
	seen func(answer any) bool
}

// chapter is a notebook's exercises in their order.
type chapter struct {
	number, title string // "01", "Linear regression and least squares"
	exercises     []exercise
}

func chapters() []chapter {
	return []chapter{chapter00(), chapter01(), chapter02(), chapter06()}
}

// label is how an exercise is called in print: "1.2 Design matrix".
func (e exercise) label() string { return e.id + " " + e.title }

// find returns the exercise and its chapter.
func find(id string) (exercise, chapter, bool) {
	for _, c := range chapters() {
		for _, e := range c.exercises {
			if e.id == id {
				return e, c, true
			}
		}
	}
	return exercise{}, chapter{}, false
}

// IDs lists the exercises of a chapter in their order: IDs("01") gives "1.1",
// "1.2", …  It returns nil when there is no such chapter.
func IDs(chapter string) []string {
	var ids []string
	for _, c := range chapters() {
		if c.number == chapter {
			for _, e := range c.exercises {
				ids = append(ids, e.id)
			}
		}
	}
	return ids
}

// unknown is the message for an id that does not exist; it lists the nearest.
func unknown(id string) string {
	type near struct {
		label    string
		distance int
	}
	var all []near
	for _, c := range chapters() {
		for _, e := range c.exercises {
			all = append(all, near{e.label(), distance(id, e.id)})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return a.distance - b.distance })
	var labels []string
	for _, n := range all[:min(3, len(all))] {
		labels = append(labels, n.label)
	}
	return fmt.Sprintf("✗ there is no exercise %q. Near it: %s.", short(id, 20), strings.Join(labels, ", "))
}

// distance counts the characters to insert, delete or change to make b of a.
func distance(a, b string) int {
	from, to := []rune(short(a, 20)), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j := range to {
			change := diagonal
			if from[i] != to[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}

// short is s in one line of at most n characters.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
