package repair

import (
	"fmt"
	"go/format"
	"slices"
	"strings"
)

// Change is a change of the learner's function that makes it right.
type Change struct {
	Text   string // the function after the change, as gofmt writes it
	Places []Place
	Partly bool // only a part of the results is right then
}

// Place is one of the places of a change.
type Place struct {
	Line int    // of the function as it was, counted from its func line; 0 is all of it
	Look string // "look at the sign"
	Says string // "line 6: write `sum += r * r` in place of `sum += r`"
}

func (f *Function) change(edits []edit, text string) *Change {
	c := &Change{Text: text}
	if pretty, err := format.Source([]byte(text)); err == nil {
		c.Text = string(pretty)
	}
	for _, e := range edits {
		alone, _ := f.apply(e)
		c.Places = append(c.Places, Place{f.lineOf(e.at), e.look, f.says(alone, f.lineOf(e.at))})
	}
	slices.SortFunc(c.Places, func(a, b Place) int { return a.Line - b.Line })
	return c
}

// says tells what is different in a text, line by line. Where two lines have
// changed places, at is the one that is to be moved.
func (f *Function) says(text string, at int) string {
	if pretty, err := format.Source([]byte(text)); err == nil {
		text = string(pretty)
	}
	old, now := trimmed(f.Text), slices.DeleteFunc(trimmed(text), func(l string) bool { return l == "" })
	numbers := []int{}
	kept := old[:0:0]
	for i, l := range old {
		if l != "" {
			kept, numbers = append(kept, l), append(numbers, i+1)
		}
	}
	old = kept
	from := 0
	for from < min(len(old), len(now)) && old[from] == now[from] {
		from++
	}
	end := 0
	for end < min(len(old), len(now))-from && old[len(old)-1-end] == now[len(now)-1-end] {
		end++
	}
	out, in := old[from:len(old)-end], now[from:len(now)-end]
	line := func(i int) int { return numbers[min(from+i, len(numbers)-1)] } // of out[i]
	quote := func(lines ...string) string { return "`" + strings.Join(lines, " ") + "`" }
	last := len(out) - 1
	switch {
	case len(out) == 0:
		return fmt.Sprintf("after line %d: add %s", line(-1), quote(in...))
	case len(in) == 0 && len(out) == 1:
		return fmt.Sprintf("line %d: leave out %s", line(0), quote(out...))
	case len(out) == len(in) && last > 0 && (last > 1 || at == line(0)) && out[0] == in[last] && slices.Equal(out[1:], in[:last]):
		return fmt.Sprintf("move line %d, %s, behind line %d", line(0), quote(out[0]), line(last))
	case len(out) == len(in) && last > 0 && out[last] == in[0] && slices.Equal(out[:last], in[1:]):
		return fmt.Sprintf("move line %d, %s, before line %d", line(last), quote(in[0]), line(0))
	case len(out) == len(in):
		var parts []string
		for i := range out {
			if out[i] != in[i] {
				parts = append(parts, fmt.Sprintf("line %d: write %s in place of %s", line(i), quote(in[i]), quote(out[i])))
			}
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprintf("line %d: write %s in place of %s", line(0), quote(in...), quote(out...))
}

// trimmed are the lines without the blanks around them.
func trimmed(text string) []string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines
}

// IsPlain reports whether a change is one that a named mistake may stand beside: in one place,
// complete, and not one that can make a function right in a roundabout way, as a sign elsewhere
// or another order of the lines can.
func (c *Change) IsPlain() bool {
	if len(c.Places) != 1 || c.Partly {
		return false
	}
	look := c.Places[0].Look
	for _, roundabout := range []string{"the sign", "the order", "transposed"} {
		if strings.Contains(look, roundabout) {
			return false
		}
	}
	return true
}
