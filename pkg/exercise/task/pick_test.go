package task

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func (p Pick) letters() string {
	s := ""
	for _, r := range p.Rows {
		s += r.Right
	}
	return s
}

// answers puts each wrong letter into the right ones.
func (p Pick) answers() (stub, solution any, wrong []Mistake) {
	right := p.letters()
	for i, r := range p.Rows {
		for _, m := range r.Wrong {
			letter, _ := m.Answer.(string)
			m.Answer = right[:i] + letter + right[min(i+1, len(right)):]
			wrong = append(wrong, m)
		}
	}
	return "", right, wrong
}

// nearAnswer is what the third hint says of a row: its number and two letters.
var nearAnswer = regexp.MustCompile(`(\d+) ([a-z]) or ([a-z])\b`)

func (p Pick) faults(e Exercise) []string {
	var all faulty
	for i, o := range p.Options {
		all.add(o.Letter != string(rune('a'+i)), "option %d has the letter %q", i+1, o.Letter)
		all.add(o.Name == "" || o.Text == "", "option %s has no name or text", o.Letter)
		all.add(strings.ContainsAny(o.Name+o.Text, "|\n"), "option %s breaks the table", o.Letter)
	}
	near := nearAnswer.FindAllStringSubmatch(e.Hints[2], -1)
	all.add(len(near) != len(p.Rows), "hint 3 does not name two letters for each row, such as 1 b or e")
	for i, r := range p.Rows {
		all.add(r.Text == "" || r.Ask == "" || r.Because == "", "row %d lacks text, ask or because", i+1)
		all.add(strings.ContainsAny(r.Text, "|\n"), "row %d breaks the table", i+1)
		all.add(p.name(r.Right) == "", "row %d has the right letter %q", i+1, r.Right)
		told := []any{r.Right}
		for _, m := range r.Wrong {
			letter, _ := m.Answer.(string)
			all.add(p.name(letter) == "" || slices.Contains(told, m.Answer), "row %d: wrong letter %q", i+1, letter)
			told = append(told, m.Answer)
		}
		if i < len(near) {
			n := near[i]
			all.add(n[1] != fmt.Sprint(i+1) || n[2] >= n[3] || n[2] != r.Right && n[3] != r.Right, "hint 3 misleads in row %d: %s", i+1, n[0])
		}
	}
	right := strings.Split(p.letters(), "")
	ordered := slices.IsSorted(right)
	slices.Reverse(right)
	all.add(len(right) < 3 || ordered || slices.IsSorted(right), "the order of the letters gives the answer away")
	return all
}

// prove hands in what learners write in place of the letters.
func (p Pick) prove(t *testing.T, e Exercise) {
	type choice string
	right := p.letters()
	for _, same := range []any{choice(right), strings.ToUpper(right), " " + strings.Join(strings.Split(right, ""), "\t") + "\n"} {
		if v := e.Check(same); !v.Right {
			t.Errorf("%q: %s", same, v.Text)
		}
	}
	for row := range p.Rows {
		for _, o := range p.Options {
			answer := right[:row] + o.Letter + right[row+1:]
			v, told := e.Check(answer), fmt.Sprintf("Row %d is not %s (%s): ", row+1, o.Letter, o.Name)
			if wrong := o.Letter != p.Rows[row].Right; v.Right == wrong || strings.Contains(plainText(v.Text), told) != wrong {
				t.Errorf("%q: %s", answer, v.Text)
			}
		}
	}
}

func TestPickSays(t *testing.T) {
	p := Pick{
		Options: []Option{{"a", "mice", "small"}, {"b", "cats", "large"}, {"c", "dogs", "larger"}},
		Rows: []Row{
			{Text: "who purrs", Right: "b", Ask: "who?", Wrong: []Mistake{{Name: "a purring dog", Says: "It growls.", Answer: "c"}}},
			{Text: "who squeaks", Right: "a", Ask: "what?"},
			{Text: "who barks", Right: "c", Ask: "listen."},
			{Text: "who hides", Right: "a", Ask: "look."},
		},
	}
	e := Exercise{ID: "9.9", Title: "Pets", Kind: p}
	const label = "✗ 9.9 Pets — "
	for _, test := range []struct{ answer, want string }{
		{"", "○ 9.9 Pets — not started yet: nothing is chosen."},
		{" ?? ", "○ 9.9 Pets — not started yet: nothing is chosen."},
		{"baca", "✓ 9.9 Pets — correct."},
		{"B a\tCA", "✓ 9.9 Pets — correct."},
		{"bac", label + "3 letters for 4 rows\n  Write one letter for each row, in the order of the rows; ? leaves a row open."},
		{"b", label + "1 letter for 4 rows\n  Write one letter for each row, in the order of the rows; ? leaves a row open."},
		{"bada", label + "there is no letter \"d\"\n  The letters of the table go from a to c; ? leaves a row open."},
		{"b;ca", label + "there is no letter \";\"\n  The letters of the table go from a to c; ? leaves a row open."},
		{"\xff", label + "there is no letter \"\ufffd\"\n  The letters of the table go from a to c; ? leaves a row open."},
		{"caca", label + "not yet\n  3 of 4 are right.\n  Row 1 is not c (dogs): who?\n  It looks like this: a purring dog.\n  It growls."},
		{"bbca", label + "not yet\n  3 of 4 are right.\n  Row 2 is not b (cats): what?"},
		{"b??c", label + "not yet\n  1 of 4 are right, 2 left open.\n  Row 4 is not c (dogs): look."},
		{"ab?b", label + "not yet\n  0 of 4 are right, 1 left open.\n  Row 1 is not a (mice): who?\n  Row 2 is not b (cats): what?\n  Row 4 is not b (cats): look."},
		{"abab", label + "not yet\n  0 of 4 are right. The first three of the others:\n  Row 1 is not a (mice): who?\n  Row 2 is not b (cats): what?\n  Row 3 is not a (mice): listen."},
	} {
		if v := e.Check(test.answer); v.Text != test.want || v.Right != strings.HasPrefix(test.want, "✓") || v.Tried == (strings.HasPrefix(test.want, "○") || strings.Contains(test.want, "letter")) {
			t.Errorf("%q: %+v, want %q", test.answer, v, test.want)
		}
	}
	if got := e.Check(7).Text; got != label+"the answer has another type\n  wanted  exercise.Choice(\"…\")\n  got     int" {
		t.Error(got)
	}
	if got, want := e.Tables(), "| Row | |\n|---|---|\n| 1 | who purrs |\n| 2 | who squeaks |\n| 3 | who barks |\n| 4 | who hides |\n\n| Letter | |\n|---|---|\n| a | **mice**: small |\n| b | **cats**: large |\n| c | **dogs**: larger |"; got != want {
		t.Errorf("%q", got)
	}
}
