package exercise

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// writer is what the second process of TestTwoNotebooks does.
func writer() {
	for range writes {
		update(func(p *progress) { p.record(os.Getenv("ANN_TEST_WRITER")).Tries++ })
	}
}

const writes = 40

// Two notebooks, two processes, and within each two goroutines: nothing is lost.
func TestTwoNotebooks(t *testing.T) {
	path := fresh(t)
	var all sync.WaitGroup
	for i := range 3 {
		all.Go(func() {
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), fmt.Sprintf("ANN_TEST_WRITER=1.%d", i))
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
		all.Go(func() {
			for range writes {
				if _, note, kept := update(func(p *progress) { p.record("1.1").Tries++ }); note != "" || !kept {
					t.Error(note)
				}
			}
		})
	}
	all.Wait()
	var p progress
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{"1.0": writes, "1.1": 4 * writes, "1.2": writes} {
		if r := p.record(id); r.Tries != want {
			t.Errorf("%s: %d of %d changes were kept", id, r.Tries, want)
		}
	}
	if left, _ := filepath.Glob(path + ".new-*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestProgressOfALearner(t *testing.T) {
	path := fresh(t)
	if got := Progress(); strings.Contains(got, "✓") || strings.Contains(got, "tried") || !strings.Contains(got, "| 1.1 | The loss | – | – |") {
		t.Error(got)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("looking writes a file")
	}
	stub, _, _ := answers(t, "1.1")
	_, _, wrong := answers(t, "1.2")
	_, sigma2, sigma2N := answers(t, "1.4")
	checked("1.1", stub)
	checked("1.2", wrong)
	checked("1.4", sigma2)
	checked("1.4", sigma2N)     // solved stays solved
	checked("1.5", 7)           // the wrong type is no try
	checked("1.6", Choice("a")) // and so is a wrong length
	hint(&bytes.Buffer{}, "1.4")
	got := Progress()
	for _, want := range []string{
		"**Chapter 00, Start here: 0 of 1 solved**\n\n| exercise | title | state | hints used |\n|---|---|---|---|\n| 0.1 |",
		"**Chapter 01, Linear regression and least squares: 1 of 11 solved**",
		"| 1.1 | The loss | – | – |\n| 1.2 | The design matrix | tried | – |\n",
		"| 1.4 | The variance of the noise | solved ✓ | 1 of 3 |\n| 1.5 | Ridge | – | – |\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	text, _ := os.ReadFile(path)
	if want := `{
	"version": 1,
	"exercises": {
		"1.2": {
			"tries": 1,
			"solved": false,
			"hints": 0,
			"slips": {
				"no ones column": 1
			}
		},
		"1.4": {
			"tries": 2,
			"solved": true,
			"hints": 1,
			"slips": {
				"divided by n": 1
			}
		}
	}
}
`; string(text) != want {
		t.Errorf("the file holds %s", text)
	}
}

func TestBadProgressFiles(t *testing.T) {
	for _, test := range []struct {
		name, text string
		note       string
		kept       bool // what is solved now is recorded
		bad        bool // the old file is set aside
	}{
		{"empty", "", "", true, false},
		{"other exercises", `{"version":1,"exercises":{"99.1":{"tries":3}}}`, "", true, false},
		{"null exercises", `{"version":1,"exercises":null}`, "", true, false},
		{"null record", `{"version":1,"exercises":{"0.1":null}}`, "", true, false},
		{"odd hints", `{"version":1,"exercises":{"0.1":{"hints":-7},"1.1":{"hints":99}}}`, "", true, false},
		{"cut off", `{"version":1,"exerc`, "was damaged; it is kept as .progress.json.bad-1", true, true},
		{"binary", "\x00\xff", "was damaged", true, true},
		{"other kind", `{"version":1,"exercises":{"0.1":[1]}}`, "was damaged", true, true},
		{"no version", `{"exercises":{}}`, "was damaged", true, true},
		{"two texts", `{"version":1}{"version":1}`, "was damaged", true, true},
		{"newer", `{"version":2,"exercises":[]}`, "was written by a newer version of the course (format 2, this one reads 1); it is left alone", false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := fresh(t)
			if err := os.WriteFile(path, []byte(test.text), 0o644); err != nil {
				t.Fatal(err)
			}
			_, mean, _ := answers(t, "0.1")
			got := checked("0.1", mean)
			lines := strings.Split(strings.TrimSpace(got), "\n")
			if !strings.HasPrefix(got, "✓ 0.1 A trial run — correct.") || len(lines) > 5 || (test.note == "") != (len(lines) == 4) || !strings.Contains(got, test.note) {
				t.Errorf("Check says %q", got)
			}
			if strings.Contains(got, "(1 of 1 solved in this chapter)") != test.kept {
				t.Errorf("Check says %q", got)
			}
			text, _ := os.ReadFile(path)
			if test.kept != strings.Contains(string(text), `"solved": true`) || !test.kept && string(text) != test.text {
				t.Errorf("the file holds %q", text)
			}
			if strings.Contains(test.text, "99.1") && !strings.Contains(string(text), "99.1") {
				t.Errorf("what other notebooks wrote is lost: %s", text)
			}
			old, _ := os.ReadFile(path + ".bad-1")
			if test.bad && string(old) != test.text || !test.bad && old != nil {
				t.Errorf("set aside: %q", old)
			}
			if strings.Contains(Progress(), "| 0.1 | A trial run | solved ✓ |") != test.kept {
				t.Error(Progress())
			}
		})
	}
}

// The second damaged file does not overwrite the first.
func TestBadFilesAreNumbered(t *testing.T) {
	path := fresh(t)
	for _, text := range []string{"first", "second"} {
		os.WriteFile(path, []byte(text), 0o644)
		Progress()
	}
	one, _ := os.ReadFile(path + ".bad-1")
	two, _ := os.ReadFile(path + ".bad-2")
	if string(one) != "first" || string(two) != "second" {
		t.Errorf("%q, %q", one, two)
	}
}

// Where nothing can be written the check works and says so; hints, which cannot
// be counted then, come all at once.
func TestProgressCannotBeKept(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	os.WriteFile(file, nil, 0o644)
	locked := filepath.Join(dir, "locked")
	os.Mkdir(locked, 0o555)
	for name, path := range map[string]string{
		"no folder":        filepath.Join(dir, "none", "p.json"),
		"below a file":     filepath.Join(file, "p.json"),
		"a folder":         dir,
		"read-only folder": filepath.Join(locked, "p.json"),
	} {
		if name == "read-only folder" && os.Geteuid() == 0 {
			continue // root may write there
		}
		t.Setenv("ANN_PROGRESS", path)
		_, mean, _ := answers(t, "0.1")
		got := checked("0.1", mean)
		lines := strings.Split(strings.TrimSpace(got), "\n")
		if len(lines) != 5 || lines[0] != "✓ 0.1 A trial run — correct." || !strings.HasPrefix(lines[4], "note: ") || strings.Contains(got, dir) {
			t.Errorf("%s: %q", name, got)
		}
		var out bytes.Buffer
		hint(&out, "0.1")
		if !strings.Contains(out.String(), "hint 3 of 3") || !strings.Contains(out.String(), "note: ") {
			t.Errorf("%s: %s", name, out.String())
		}
		if !strings.Contains(Progress(), "| 0.1 | A trial run | – | – |") {
			t.Errorf("%s: %s", name, Progress())
		}
	}
	if _, note, keep := read(os.DevNull); keep || note == "" {
		t.Error("a device would be replaced by a file")
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		t.Error("the folder was replaced")
	}
}

// The solution notebooks hand in our answers, not the learner's: they leave the
// file alone.
func TestSolutionsAreNotRecorded(t *testing.T) {
	path := fresh(t)
	_, mean, wrong := answers(t, "0.1")
	checked("0.1", wrong)
	before, _ := os.ReadFile(path)
	folder := filepath.Join(t.TempDir(), "notebooks", "solutions")
	os.MkdirAll(folder, 0o755)
	t.Chdir(folder)
	if got := checked("0.1", mean); got != strings.Replace(rightMean, " (1 of 1 solved in this chapter)", "", 1) {
		t.Error(got)
	}
	hint(&bytes.Buffer{}, "0.1")
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) || !strings.Contains(string(after), `"solved": false`) {
		t.Errorf("the file held %s and holds %s", before, after)
	}
	t.Chdir("..")
	if got := checked("0.1", mean); !strings.Contains(got, "(1 of 1 solved in this chapter)") {
		t.Error(got)
	}
}

func TestProgressPath(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	inner := filepath.Join(root, "course", "notebooks", "deep")
	os.MkdirAll(inner, 0o755)
	os.WriteFile(filepath.Join(root, "course", "go.mod"), []byte("// a comment\nmodule ann // here\n\ngo 1.26\n"), 0o644)
	os.WriteFile(filepath.Join(inner, "go.mod"), []byte("module annother\n"), 0o644)
	t.Setenv("ANN_PROGRESS", "")
	for dir, want := range map[string]string{
		inner:                         filepath.Join(root, "course", ".progress.json"),
		filepath.Join(root, "course"): filepath.Join(root, "course", ".progress.json"),
		root:                          ".progress.json",
	} {
		t.Chdir(dir)
		if got := progressPath(); got != want {
			t.Errorf("in %s: %s, want %s", dir, got, want)
		}
	}
	elsewhere := filepath.Join(root, "mine.json")
	link := filepath.Join(root, "link.json")
	os.WriteFile(elsewhere, nil, 0o644)
	os.Symlink(elsewhere, link)
	t.Setenv("ANN_PROGRESS", link)
	update(func(p *progress) { p.record("0.1").Solved = true })
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
	if text, _ := os.ReadFile(elsewhere); !strings.Contains(string(text), "0.1") {
		t.Errorf("the file behind the link holds %q", text)
	}
}

// Whatever is in the file, reading it must not panic, and what decodes is
// written back the same.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "{}", `{"version":1,"exercises":{"0.1":{"tries":1,"solved":true,"hints":2}}}`, `{"version":9}`, "[", "null"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := decode(text)
		if err != nil {
			return
		}
		p.record("0.1").Tries++
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decode(again); err != nil {
			t.Errorf("%q: %v", again, err)
		}
	})
}
