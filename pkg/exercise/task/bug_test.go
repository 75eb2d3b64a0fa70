package task

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func (b Bug) answers() (stub, solution any, wrong []Mistake) {
	for _, m := range b.Wrong {
		letter, _ := m.Answer.(string)
		m.Answer = Finding{b.Line, letter}
		wrong = append(wrong, m)
	}
	return Finding{}, Finding{b.Line, b.Reason}, wrong
}

func (b Bug) faults(e Exercise) []string {
	var all faulty
	all.add(b.Ask == "" || b.Fixed == "", "nothing is asked, or it is not said what is right")
	all.add(len(b.Reasons) != 3 || len(b.Wrong) != 2, "%d reasons and %d wrong ones, want 3 and 2", len(b.Reasons), len(b.Wrong))
	for i, r := range b.Reasons {
		all.add(r.Letter != string(rune('a'+i)) || r.Text == "" || strings.ContainsAny(r.Text, "|\n"), "reason %d", i+1)
	}
	all.add(b.Function == nil || b.Right == nil || reflect.TypeOf(b.Function) != reflect.TypeOf(b.Right), "the function and the right one have not one type")
	all.add(len(b.Careless) == 0 || b.Random == nil, "no careless test, or no random arguments")
	lines := b.code(e)
	all.add(b.Line < 2 || b.Line > len(lines) || strings.TrimSpace(lines[b.Line-1]) == "", "line %d of %d", b.Line, len(lines))
	all.add(len(b.Fine) < 2, "fewer than two lines that are right have words of their own")
	return all
}

// prove shows that the function passes the careless test, is wrong elsewhere, and that
// each line and reason has an answer.
func (b Bug) prove(t *testing.T, e Exercise) {
	differ := func(args []any) bool {
		right := callAll(reflect.ValueOf(b.Right), [][]any{args}, patience, nil)[0]
		theirs := callAll(reflect.ValueOf(b.Function), [][]any{args}, patience, nil)[0]
		return !theirs.fine() || difference(right.got, theirs.got, tolerance) != ""
	}
	for _, args := range b.Careless {
		if differ(args) {
			t.Errorf("it fails the careless test: %v", args)
		}
	}
	wrong := 0
	for seed := range uint64(50) {
		if differ(b.Random(Rand(seed))) {
			wrong++
		}
	}
	if wrong < 10 {
		t.Errorf("it is wrong in %d of 50 random cases", wrong)
	}
	for n := range b.code(e) {
		for _, r := range b.Reasons {
			v := e.Check(Finding{n + 1, r.Letter})
			if isRight := n+1 == b.Line && r.Letter == b.Reason; v.Right != isRight {
				t.Errorf("line %d, %s: %s", n+1, r.Letter, v.Text)
			}
		}
	}
	for line := range b.Fine {
		if line == b.Line {
			t.Errorf("line %d is called right", line)
		}
	}
	if v := e.Check(Finding{Line: 99}); v.Tried || !strings.Contains(v.Text, "there is no line 99") {
		t.Error(v.Text)
	}
	if v := e.Check(Finding{b.Line, ""}); v.Right || !strings.Contains(v.Text, "And why?") {
		t.Error(v.Text)
	}
	if v := e.Check(Finding{b.Line, "q"}); v.Tried || !strings.Contains(v.Text, "there is no reason") {
		t.Error(v.Text)
	}
	if v := e.Check(fmt.Sprint(b.Line)); v.Tried || !strings.Contains(v.Text, "another type") {
		t.Error(v.Text)
	}
}
