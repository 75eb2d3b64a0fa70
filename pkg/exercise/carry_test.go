package exercise

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was done on two machines is there after both have been joined.
func TestCarry(t *testing.T) {
	file := filepath.Join(t.TempDir(), "carry.json")
	said := func(f func(out *bytes.Buffer)) string {
		var out bytes.Buffer
		f(&out)
		return out.String()
	}
	fresh(t)
	_, mean, wrong := answers(t, "0.1")
	checked("0.1", mean)
	predicted("1.8", -9, -7.68)
	if got := said(func(out *bytes.Buffer) { export(out, file) }); !strings.Contains(got, "Progress of 2 exercises is written") {
		t.Error(got)
	}
	if got := said(func(out *bytes.Buffer) { export(out, file) }); !strings.Contains(got, "a file of that name already") {
		t.Error(got)
	}
	path := fresh(t)
	checked("0.1", wrong)
	checked("0.1", wrong)
	hint(&bytes.Buffer{}, "1.1")
	if got := said(func(out *bytes.Buffer) { importFrom(out, file) }); !strings.Contains(got, "Progress of 2 exercises is added") {
		t.Error(got)
	}
	got := Progress()
	for _, want := range []string{"| 0.1 | A trial run | solved ✓ |", "| 1.8 | The slope, by eye | predicted |", "| 1.1 | The loss | – | 1 of 3 |", "Look again at: 0.1, the sum is not divided (2 times)."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if got := predicted("1.8", -8, -7.68); !strings.Contains(got, "Your first guess was -9") {
		t.Error(got)
	}
	// What is no progress changes nothing.
	before, _ := os.ReadFile(path)
	for text, want := range map[string]string{
		"":                 "is added", // an empty file is an empty progress
		"{":                "no progress of this course",
		`{"version":99}`:   "was written by a newer version",
		`[1]`:              "no progress of this course",
		`{"exercises":{}}`: "no progress of this course",
	} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := said(func(out *bytes.Buffer) { importFrom(out, file) }); !strings.Contains(got, want) {
			t.Errorf("%q: %s", text, got)
		}
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Errorf("the progress was\n%s\nand is\n%s", before, after)
	}
	if got := said(func(out *bytes.Buffer) { importFrom(out, filepath.Join(t.TempDir(), "none")) }); !strings.Contains(got, "could not be read") {
		t.Error(got)
	}
	if got := said(func(out *bytes.Buffer) { export(out, filepath.Join(file, "x")) }); !strings.Contains(got, "could not be written") {
		t.Error(got)
	}
}
