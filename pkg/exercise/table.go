package exercise

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// Progress returns a Markdown table per chapter: which exercises are solved (✓),
// tried (tried), predicted (predicted) or untouched (–), and how many of the three hints were
// shown. Below it stand the mistakes that were made more than once, and what took all hints.
//
// The progress is kept in the file that ANN_PROGRESS names, else in
// .progress.json in the course's root folder. A damaged file is set aside as
// .progress.json.bad-1 and a new one begun; one by a newer version of the
// course is left alone. Both are said in a line below the tables. Notebooks in
// a folder named solutions record nothing: what they hand in is no work of the
// learner's.
func Progress() string {
	p, note := recorded()
	var b strings.Builder
	for _, c := range chapters.All() {
		fmt.Fprintf(&b, "**Chapter %s, %s: %d of %d solved**\n\n", c.Number, c.Title, p.solved(c), len(c.Exercises))
		b.WriteString("| exercise | title | state | hints used |\n|---|---|---|---|\n")
		for _, e := range c.Exercises {
			state, hints := "–", "–"
			if r := p.Exercises[e.ID]; r != nil {
				switch {
				case r.First != nil:
					state = "predicted"
				case r.Solved:
					state = "solved ✓"
				case r.Tries > 0:
					state = "tried"
				}
				if r.Hints > 0 {
					hints = fmt.Sprintf("%d of %d", min(r.Hints, len(e.Hints)), len(e.Hints))
				}
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", e.ID, e.Title, state, hints)
		}
		b.WriteString("\n")
		if again := p.again(c); again != "" {
			b.WriteString("Look again at: " + again + ".\n\n")
		}
	}
	if note != "" {
		b.WriteString(note + "\n")
	}
	return b.String()
}

// again names what is worth a second look in a chapter: mistakes that came more than once, and
// exercises that took every hint.
func (p *progress) again(c task.Chapter) string {
	var found []string
	for _, e := range c.Exercises {
		r := p.Exercises[e.ID]
		if r == nil {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(r.Slips)) {
			if n := r.Slips[name]; n > 1 {
				found = append(found, fmt.Sprintf("%s, %s (%d times)", e.ID, name, n))
			}
		}
		if r.Hints >= len(e.Hints) {
			found = append(found, e.ID+", which took all hints")
		}
	}
	return strings.Join(found, "; ")
}
