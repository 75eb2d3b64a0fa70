package exercise

import (
	"fmt"
	"strings"
)

// Progress returns a Markdown table per chapter: which exercises are solved (✓),
// tried (tried) or untouched (–), and how many of the three hints were shown.
//
// The progress is kept in the file that ANN_PROGRESS names, else in
// .progress.json in the course's root folder. A damaged file is set aside as
// .progress.json.bad-1 and a new one begun; one by a newer version of the
// course is left alone. Both are said in a line below the tables.
func Progress() string {
	path := progressPath()
	unlock := lock(path + ".lock")
	p, note, _ := read(path)
	unlock()

	var b strings.Builder
	for _, c := range chapters() {
		fmt.Fprintf(&b, "**Chapter %s, %s: %d of %d solved**\n\n", c.number, c.title, p.solved(c), len(c.exercises))
		b.WriteString("| exercise | title | state | hints used |\n|---|---|---|---|\n")
		for _, e := range c.exercises {
			state, hints := "–", "–"
			if r := p.Exercises[e.id]; r != nil {
				switch {
				case r.Solved:
					state = "solved ✓"
				case r.Tries > 0:
					state = "tried"
				}
				if r.Hints > 0 {
					hints = fmt.Sprintf("%d of %d", min(r.Hints, len(e.hints)), len(e.hints))
				}
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", e.id, e.title, state, hints)
		}
		b.WriteString("\n")
	}
	if note != "" {
		b.WriteString(note + "\n")
	}
	return b.String()
}
