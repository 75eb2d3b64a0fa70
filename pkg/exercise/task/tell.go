package task

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"ann/pkg/exercise/repair"
)

// Memory is what is kept of a wrong try until the next one, so that help comes in
// steps: first where to look, then, when the same is wrong again, what to write.
// It also spares a second search for the same source.
type Memory struct {
	Source string `json:"source,omitempty"` // a digest
	Look   string `json:"look,omitempty"`   // where to look
	Change string `json:"change,omitempty"` // what to write there, in words
	Right  int    `json:"right,omitempty"`  // how many cases were right
}

// nearer tells those who have changed something that it helped.
func (m Memory) nearer(now Memory) string {
	if m.Source != "" && m.Source != now.Source && now.Right > m.Right {
		return fmt.Sprintf(", before it was %d", m.Right)
	}
	return ""
}

// searchLimit is how long the smallest change is looked for, and checkLimit how
// long a whole check may take with that.
var (
	searchLimit = 1500 * time.Millisecond
	checkLimit  = 2300 * time.Millisecond
	searchClock func() time.Duration // nil is the clock on the wall
)

// tell says at most two things about a wrong function: the usual mistake it is,
// or what its numbers show; and the place to look at, or what its source shows.
func (f Function) tell(e Exercise, c comparison, source *repair.Function) (lines []string, now Memory) {
	now.Right = c.right
	m := f.recognise(c.got)
	if m != nil {
		lines = append(lines, m.lines())
	} else if s := f.numbers(e, c); s != "" {
		lines = append(lines, sentence(s))
	}
	if source == nil {
		return lines, now
	}
	now.Source = digest(source)
	if now.Source == e.last.Source {
		now.Look, now.Change = e.last.Look, e.last.Change
	} else {
		found := finding{}
		if f.agrees(c, source) {
			found = f.look(e, source, m != nil, min(searchLimit, checkLimit-time.Since(c.begun)))
		}
		now.Look, now.Change = found.look, found.change
	}
	switch {
	case now.Look == "":
	case now.Change != "" && now.Look == e.last.Look:
		lines = append(lines, sentence(capital(now.Change)+"."))
	default:
		lines = append(lines, sentence(capital(now.Look)))
	}
	return lines, now
}

// finding is what the source of a wrong function shows.
type finding struct {
	look   string         // a sentence on where to look
	change string         // what to write there, without a full stop, or empty
	cure   *repair.Change // which makes it right, or nil
}

// look reads the source, and searches for the smallest change.
func (f Function) look(e Exercise, source *repair.Function, isNamed bool, limit time.Duration) finding {
	if other := f.rightTwin(source); other != "" {
		return finding{look: fmt.Sprintf("The notebook also holds %s, which is right. But %s is checked: give the right one that name.", other, source.Name)}
	}
	for _, name := range source.Calls {
		if wrong := f.wrongExercise(e, name, source); wrong != "" {
			return finding{look: wrong}
		}
	}
	cure, err := repair.Search(f.problem(e, source, 1, limit))
	if cure != nil && (!isNamed || cure.IsPlain()) {
		return told(cure)
	}
	if slips := source.Slips(); err != repair.ErrRight && len(slips) > 0 && !isNamed {
		s := slips[0]
		if s.Look == "" {
			return finding{look: s.Says}
		}
		return finding{look: fmt.Sprintf("line %d: %s.", s.Line, s.Look), change: fmt.Sprintf("line %d: %s", s.Line, strings.TrimSuffix(s.Says, "."))}
	}
	return finding{}
}

// told are the two steps in which a change is told.
func told(c *repair.Change) finding {
	var looks, says []string
	for _, p := range c.Places {
		where := fmt.Sprintf("line %d: ", p.Line)
		if p.Line == 0 {
			where = ""
		}
		looks = append(looks, where+p.Look)
		says = append(says, p.Says)
	}
	f := finding{strings.ReplaceAll(strings.Join(looks, "; and "), "?; and ", "? And "), strings.Join(says, "; and "), c}
	if !strings.HasSuffix(f.look, "?") {
		f.look += "."
	}
	if c.Partly {
		f.look += " It is not all, but a part is right then."
		f.change += "; then a part is right"
	}
	return f
}

// digest tells sources apart.
func digest(source *repair.Function) string {
	sum := sha256.Sum256([]byte(source.Unit()))
	return hex.EncodeToString(sum[:8])
}

// where is the line in which a panic has left the function, with the sizes of
// what that line names.
func (f Function) where(c comparison, source *repair.Function) string {
	got := c.got[c.first]
	if got.panicked == "" && !got.endless {
		return ""
	}
	line, values := got.line, ""
	if source != nil && got.endless {
		line = source.OnlyLoop()
	} else if source != nil {
		if _, fault, err := source.Run(f.trial(f.Cases[c.first]).Args(), 200000); err == nil && fault != nil && fault.Line > 0 && (line == 0 || fault.Line == line) {
			line, values = fault.Line, fault.Values
		}
	}
	if line == 0 {
		return ""
	}
	text := fmt.Sprintf("line %d", line)
	if source != nil {
		if quoted := source.LineText(line); quoted != "" {
			text += ", " + quoted
		}
	}
	if values != "" {
		text += "; here " + values
	}
	return row("in", text)
}

// neverEnds says whether the source of a function that has not answered yet goes on
// without end, as far as 100,000 rounds can tell: no case needs a thousandth of them.
func (f Function) neverEnds(source *repair.Function, args []any) bool {
	if source == nil {
		return false
	}
	_, fault, err := source.Run(f.trial(args).Args(), 1e5)
	return err == nil && fault != nil && fault.Endless
}

// endless is the verdict on a function that calls itself without end. It is found
// by running the source, because a stack that overflows ends the whole program.
func (f Function) endless(e Exercise, source *repair.Function) (Verdict, bool) {
	if source == nil || !source.IsRecursive() {
		return Verdict{}, false
	}
	for _, args := range f.Cases {
		_, fault, err := source.Run(f.trial(args).Args(), 1e6)
		if err != nil || fault == nil || !fault.Deep {
			continue
		}
		lines := []string{row("case", f.showCase(e, args))}
		if fault.Line > 0 {
			lines = append(lines, row("in", fmt.Sprintf("line %d, %s", fault.Line, source.LineText(fault.Line))))
		}
		return e.wrong("not yet", append(lines, sentence(f.Name+" calls itself without end: each call waits for the next one. What ends it?"))), true
	}
	return Verdict{}, false
}

// rightTwin is another function of the same type in the program that passes: the
// kernel keeps an old function when the new one got another name.
func (f Function) rightTwin(source *repair.Function) string {
	for _, name := range source.Twins {
		twin, err := source.Other(name)
		if err == nil && f.passes(twin) {
			return name
		}
	}
	return ""
}

// passes and fails say whether a source is right in all cases; neither does where
// it cannot be run.
func (f Function) passes(source *repair.Function) bool {
	right, err := repair.Passes(source, f.trials(f.Cases))
	return err == nil && right
}

func (f Function) fails(source *repair.Function) bool {
	right, err := repair.Passes(source, f.trials(f.Cases))
	return err == nil && !right
}

// otherName warns after a right answer that a function of nearly the same name
// was not looked at.
func (f Function) otherName(source *repair.Function) string {
	if source == nil {
		return ""
	}
	for _, name := range source.Twins {
		if strings.EqualFold(name, f.Name) {
			return "\n" + sentence(fmt.Sprintf("(%s was checked. The notebook also holds %s, which was not.)", f.Name, name))
		}
	}
	return ""
}

// wrongExercise is told when the function calls another one that is an exercise
// of its own and wrong.
func (f Function) wrongExercise(e Exercise, name string, source *repair.Function) string {
	for _, other := range e.chapter {
		g, isFunction := other.Kind.(Function)
		if !isFunction || g.Name != name || other.ID == e.ID {
			continue
		}
		if called, err := source.Other(name); err == nil && g.fails(called) {
			return fmt.Sprintf("It calls %s, and that is not right yet: see exercise %s first.", name, other.ID)
		}
	}
	return ""
}
