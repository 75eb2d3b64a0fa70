package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
)

// notebooks is the folder of the course's notebooks, or the one that
// ANN_NOTEBOOKS names.
func notebooks() string {
	if folder := os.Getenv("ANN_NOTEBOOKS"); folder != "" {
		return folder
	}
	return "../../../notebooks"
}

func TestNotebooksHoldTheExercises(t *testing.T) {
	complaints, err := print(notebooks(), false)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range complaints {
		t.Error(c)
	}
}

// TestComplaints damages a copy of the notebooks, one way at a time.
func TestComplaints(t *testing.T) {
	title := chapters.All()[0].Exercises[0].Heading()
	for _, c := range []struct {
		file, old, new, want string
	}{
		{"00-", "### " + title, "### Exercise 0.1 · Another title", `there is no heading "### ` + title},
		{"00-", "### " + title, "### Exercise 0.1 · Another title", `"Exercise 0.1 · Another title" is no exercise`},
		{"00-", "\\treturn 0\\n", "\\treturn 1\\n", "exercise 0.1: the heading is not followed by the cell"},
		{"00-", "\\treturn 0\\n", "\\treturn 1\\n", "make reset EXERCISE=0.1 puts the cell back"},
		{"00-", `"exercise"`, `"timing"`, "exercise 0.1: the cell has not the tag exercise"},
		{"01-", "| a | **Bayes**", "| a | **ridge**", "exercise 1.6: the text below the heading must end with"},
		{"01-", "# 1 · Linear", "# 1 · A linear", "the title is"},
		{"solutions/00-", "Each cell below", "Some cells below", "is not what pkg/exercise/print writes"},
		{"solutions/02-", "exercise.Check(", "// exercise.Check(", "is not what pkg/exercise/print writes"},
	} {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS(notebooks())); err != nil {
			t.Fatal(err)
		}
		found, _ := filepath.Glob(filepath.Join(folder, c.file+"*.ipynb"))
		text, err := os.ReadFile(found[0])
		if err != nil || strings.Count(string(text), c.old) == 0 {
			t.Fatalf("%s has no %q (%v)", found[0], c.old, err)
		}
		if err := os.WriteFile(found[0], []byte(strings.ReplaceAll(string(text), c.old, c.new)), 0o644); err != nil {
			t.Fatal(err)
		}
		complaints, err := print(folder, false)
		if err != nil || !strings.Contains(strings.Join(complaints, "\n"), c.want) {
			t.Errorf("%q for %q: complaints %q, error %v, want %q", c.new, c.old, complaints, err, c.want)
		}
	}
}

// TestWrites: what is lost is written again, and then nothing is to be done.
func TestWrites(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(notebooks())); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(folder, "solutions")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "solutions"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, write := range []bool{true, false} {
		if complaints, err := print(folder, write); err != nil || len(complaints) > 0 {
			t.Errorf("write %v: complaints %q, error %v", write, complaints, err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "solutions", "77-none.ipynb"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if complaints, _ := print(folder, false); len(complaints) != 1 || !strings.Contains(complaints[0], "belongs to no chapter") {
		t.Errorf("a stray notebook: %q", complaints)
	}
}
