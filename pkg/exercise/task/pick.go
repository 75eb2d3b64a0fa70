package task

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// Pick is an exercise without code: "pick one for each". Two tables stand above
// the cell, rows that ask and options with letters. The answer is a text of one
// letter for each row, in order: exercise.Choice("abcdef").
//
// Upper and lower case are the same, spaces are ignored, and ? leaves a row
// open. Of the wrong rows the first three are told, each in its own words.
type Pick struct {
	Options []Option
	Rows    []Row
}

// Option is what can be chosen in a row.
type Option struct {
	Letter string // "a", "b", … in their order
	Name   string // a few words, said by the check
	Text   string // what it is; Markdown
}

// Row asks for one of the options.
type Row struct {
	Text    string    // for what; Markdown
	Right   string    // the letter
	Because string    // why, a sentence for the solution
	Ask     string    // what decides this row; said of every wrong letter
	Wrong   []Mistake // what else is said of those letters that are often chosen
}

const (
	open    = '?' // a row without a letter
	maxTold = 3   // wrong rows
)

// tables holds numbers and letters in the first column.
func (p Pick) tables() string {
	var b strings.Builder
	b.WriteString("| Row | |\n|---|---|\n")
	for i, r := range p.Rows {
		fmt.Fprintf(&b, "| %d | %s |\n", i+1, r.Text)
	}
	b.WriteString("\n| Letter | |\n|---|---|\n")
	for _, o := range p.Options {
		fmt.Fprintf(&b, "| %s | **%s**: %s |\n", o.Letter, o.Name, o.Text)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func (p Pick) stub(Exercise) (source, answer string) { return "", choice("") }

func (p Pick) solution(Exercise) (source, answer string) {
	letters, lines := "", []string(nil)
	for i, r := range p.Rows {
		letters += r.Right
		lines = append(lines, fmt.Sprintf("// %d %s: %s. %s", i+1, r.Right, p.name(r.Right), r.Because))
	}
	return strings.Join(lines, "\n"), choice(letters)
}

func choice(letters string) string { return fmt.Sprintf("exercise.Choice(%q)", letters) }

// name is what a letter stands for, or empty.
func (p Pick) name(letter string) string {
	for _, o := range p.Options {
		if o.Letter == letter {
			return o.Name
		}
	}
	return ""
}

func (p Pick) check(e Exercise, answer any) Verdict {
	v := reflect.ValueOf(answer)
	if v.Kind() != reflect.String {
		return e.untold("the answer has another type", "  wanted  "+choice("…"), "  got     "+Short(v.Type().String(), 120))
	}
	var letters []string
	for _, r := range strings.Join(strings.FieldsFunc(v.String(), func(r rune) bool { return unicode.IsSpace(r) || r == ',' }), "") {
		letters = append(letters, string(unicode.ToLower(r)))
	}
	isOpen := func(letter string) bool { return letter == string(open) }
	switch n := slices.IndexFunc(letters, func(l string) bool { return !isOpen(l) && p.name(l) == "" }); {
	case !slices.ContainsFunc(letters, func(l string) bool { return !isOpen(l) }):
		return e.notStarted("nothing is chosen")
	case n >= 0:
		return e.untold(fmt.Sprintf("there is no letter %q", letters[n]), sentence(fmt.Sprintf(
			"The letters of the table go from %s to %s; %c leaves a row open.", p.Options[0].Letter, p.Options[len(p.Options)-1].Letter, open)))
	case len(letters) != len(p.Rows):
		return e.untold(Plural(len(letters), "letter")+" for "+Plural(len(p.Rows), "row"), sentence(fmt.Sprintf(
			"Write one letter for each row, in the order of the rows; %c leaves a row open.", open)))
	}
	return p.judge(e, letters)
}

// judge compares letter by letter.
func (p Pick) judge(e Exercise, letters []string) Verdict {
	right, left, told := 0, 0, []string(nil)
	for i, r := range p.Rows {
		switch letters[i] {
		case r.Right:
			right++
		case string(open):
			left++
		default:
			told = append(told, p.tell(i, letters[i]))
		}
	}
	if right == len(p.Rows) {
		v := e.correct()
		v.More = "The reason of each row"
		return v
	}
	count := fmt.Sprintf("%d of %d are right", right, len(p.Rows))
	if left > 0 {
		count += fmt.Sprintf(", %d left open", left)
	}
	count += "."
	if len(told) > maxTold {
		told, count = told[:maxTold], count+" The first three of the others:"
	}
	return e.wrong("not yet", append([]string{sentence(count)}, told...))
}

// tell says what is wrong with a letter in a row.
func (p Pick) tell(row int, letter string) string {
	r := p.Rows[row]
	text := sentence(fmt.Sprintf("Row %d is not %s (%s): %s", row+1, letter, p.name(letter), r.Ask))
	for _, m := range r.Wrong {
		if m.Answer == letter {
			text += "\n" + m.lines()
		}
	}
	return text
}
