package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"ann/pkg/exercise/task"
)

// number is a chapter's number as it is read: "1" for "01".
func number(c task.Chapter) string { return fmt.Sprint(int(c.Number[0]-'0')*10 + int(c.Number[1]-'0')) }

// exerciseHeading is the heading of an exercise in a chapter.
var exerciseHeading = regexp.MustCompile(`(?m)^### (.*\bExercise .*)$`)

// differences lists where the chapter's notebook is not what its exercises say:
// the title; for each exercise the heading, the tables below it and the cell
// that follows; and headings of exercises that do not exist.
func differences(n notebook, c task.Chapter) (found []string) {
	complain := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	title, _, _ := strings.Cut(string(n.Cells[0].Source), "\n")
	if want := "# " + number(c) + " · " + c.Title; title != want {
		complain("the title is %q, want %q", title, want)
	}
	at := map[string]int{} // the cell of a heading
	for i, cell := range n.Cells {
		for _, m := range exerciseHeading.FindAllStringSubmatch(string(cell.Source), -1) {
			if cell.Kind == "markdown" {
				at[m[1]] = i
			}
		}
	}
	for _, e := range c.Exercises {
		i, there := at[e.Heading()]
		if !there {
			complain("there is no heading %q", "### "+e.Heading())
			continue
		}
		delete(at, e.Heading())
		if tables := e.Tables(); tables != "" && !strings.HasSuffix(string(n.Cells[i].Source), "\n\n"+tables) {
			complain("exercise %s: the text below the heading must end with\n%s", e.ID, tables)
		}
		if i+1 == len(n.Cells) || n.Cells[i+1].Kind != "code" || !e.IsStubCell(string(n.Cells[i+1].Source)) {
			complain("exercise %s: the heading is not followed by the cell\n%s\nIf your own answer stands there, make reset EXERCISE=%s puts the cell back and keeps a copy.",
				e.ID, e.StubCell(), e.ID)
		} else if !slices.Equal(n.Cells[i+1].Metadata.Tags, []string{"exercise"}) {
			complain("exercise %s: the cell has not the tag exercise", e.ID)
		}
	}
	for _, heading := range slices.Sorted(maps.Keys(at)) {
		complain("%q is no exercise of pkg/exercise/ch%s", heading, c.Number)
	}
	return found
}
