package task_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

func TestEveryExercise(t *testing.T) {
	count := 0
	for _, c := range chapters.All() {
		for i, e := range c.Exercises {
			count++
			t.Run(e.ID, func(t *testing.T) {
				if want := fmt.Sprintf("%s.%d", strings.TrimPrefix(c.Number, "0"), i+1); e.ID != want {
					t.Errorf("id %q stands where %q should", e.ID, want)
				}
				task.Prove(t, e)
			})
		}
	}
	if count < 19 {
		t.Errorf("only %d exercises were proved", count)
	}
}

// Every folder of exercises is in the list of chapters, under its number.
func TestEveryFolder(t *testing.T) {
	folders, err := filepath.Glob("../ch[0-9][0-9]")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, folder := range folders {
		want = append(want, strings.TrimPrefix(filepath.Base(folder), "ch"))
		for _, file := range []string{"tasks.go", "stub.go", "solution.go", "wrong.go", "random.go"} {
			if _, err := os.Stat(filepath.Join(folder, file)); err != nil {
				t.Errorf("%s has no %s", folder, file)
			}
		}
	}
	for _, c := range chapters.All() {
		got = append(got, c.Number)
		if c.Title == "" || len(c.Exercises) == 0 {
			t.Errorf("chapter %s has no title or no exercises", c.Number)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("chapters %v, folders %v", got, want)
	}
}

func find(t testing.TB, id string) task.Exercise {
	e, _, ok := chapters.Find(id)
	if !ok {
		t.Fatalf("there is no exercise %s", id)
	}
	return e
}

func TestFaultsAreFound(t *testing.T) {
	type exercise = task.Exercise
	function := func(spoil func(f *task.Function)) func(e *exercise) {
		return func(e *exercise) {
			f := e.Kind.(task.Function)
			spoil(&f)
			e.Kind = f
		}
	}
	pick := func(spoil func(p *task.Pick)) func(e *exercise) {
		return func(e *exercise) {
			p := e.Kind.(task.Pick)
			spoil(&p)
			e.Kind = p
		}
	}
	for _, id := range []string{"1.4", "1.6"} {
		if f := task.Faults(find(t, id)); len(f) > 0 {
			t.Fatalf("the good one has faults: %v", f)
		}
	}
	for _, test := range []struct {
		id, want string
		spoil    func(e *exercise)
	}{
		{"1.4", "hint 2 is empty", func(e *exercise) { e.Hints[1] = " " }},
		{"1.4", "hint 3 is there twice", func(e *exercise) { e.Hints[2] = e.Hints[0] }},
		{"1.4", "title", func(e *exercise) { e.Title = "" }},
		{"1.4", "breaks the table", func(e *exercise) { e.Title = "a|b" }},
		{"1.4", "not two sentences", func(e *exercise) { e.Why = "Because." }},
		{"1.4", "no kind", func(e *exercise) { e.Kind = nil }},
		{"1.4", "no solution", function(func(f *task.Function) { f.Solution = nil })},
		{"1.4", "no stub", function(func(f *task.Function) { f.Stub = nil })},
		{"1.4", "fewer than three wrong", function(func(f *task.Function) { f.Wrong = f.Wrong[:2] })},
		{"1.4", "fewer than three wrong", function(func(f *task.Function) { f.Wrong = nil })},
		{"1.4", "without name or message", function(func(f *task.Function) { f.Wrong[0].Says = "" })},
		{"1.4", "two mistakes with one name or message", function(func(f *task.Function) { f.Wrong[0].Says = f.Wrong[1].Says })},
		{"1.4", "the mistake has another type", function(func(f *task.Function) { f.Wrong[0].Answer = 1.5 })},
		{"1.4", "longer than a line", function(func(f *task.Function) { f.Wrong[0].Name = strings.Repeat("long ", 20) })},
		{"1.4", "the stub has another type", function(func(f *task.Function) { f.Stub = func() float64 { return 0 } })},
		{"1.4", "an argument of type chan int", function(func(f *task.Function) { f.Solution = func(chan int) {} })},
		{"1.4", "a result of type uint8", function(func(f *task.Function) { f.Solution = func() uint8 { return 0 } })},
		{"1.4", "fewer than three cases", function(func(f *task.Function) { f.Cases = nil })},
		{"1.4", "no random arguments", function(func(f *task.Function) { f.Random = nil })},
		{"1.4", "no edges", function(func(f *task.Function) { f.Edges = nil })},
		{"1.4", "hides a package", function(func(f *task.Function) { f.Name = "loss" })},
		{"1.6", "option 2 has the letter", pick(func(p *task.Pick) { p.Options[1].Letter = "a" })},
		{"1.6", "option b breaks the table", pick(func(p *task.Pick) { p.Options[1].Text = "|r|" })},
		{"1.6", "option b has no name", pick(func(p *task.Pick) { p.Options[1].Name = "" })},
		{"1.6", "row 1 lacks", pick(func(p *task.Pick) { p.Rows[0].Ask = "" })},
		{"1.6", "row 2 breaks the table", pick(func(p *task.Pick) { p.Rows[1].Text = "|r|" })},
		{"1.6", "row 3 has the right letter", pick(func(p *task.Pick) { p.Rows[2].Right = "g" })},
		{"1.6", "row 1: wrong letter", pick(func(p *task.Pick) { p.Rows[0].Wrong[0].Answer = p.Rows[0].Right })},
		{"1.6", "row 1: wrong letter", pick(func(p *task.Pick) { p.Rows[0].Wrong[0].Answer = 'b' })},
		{"1.6", "gives the answer away", pick(func(p *task.Pick) {
			for i := range p.Rows {
				p.Rows[i].Right = p.Options[i].Letter
			}
		})},
		{"1.6", "gives the answer away", pick(func(p *task.Pick) {
			for i := range p.Rows {
				p.Rows[i].Right = p.Options[5-i].Letter
			}
		})},
		{"1.6", "hint 3 does not name two letters", func(e *exercise) { e.Hints[2] = "ecfbda" }},
		{"1.6", "hint 3 misleads in row 4", func(e *exercise) { e.Hints[2] = strings.Replace(e.Hints[2], "4 b or d", "4 c or d", 1) }},
		{"1.6", "hint 3 misleads in row 1", func(e *exercise) { e.Hints[2] = strings.Replace(e.Hints[2], "1 b or e", "1 e or b", 1) }},
	} {
		e := find(t, test.id)
		test.spoil(&e)
		if !slices.ContainsFunc(task.Faults(e), func(f string) bool { return strings.Contains(f, test.want) }) {
			t.Errorf("want a fault with %q, got %q", test.want, task.Faults(e))
		}
	}
}
