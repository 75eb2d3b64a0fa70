package exercise

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Export writes the progress to one file, to be carried to another machine; nothing is sent
// anywhere. It says what it has written. A file of that name is left alone.
func Export(path string) { export(os.Stdout, path) }

func export(out io.Writer, path string) {
	p, note := recorded()
	if note != "" {
		fmt.Fprintln(out, note)
	}
	text, err := json.MarshalIndent(p, "", "\t")
	if err == nil {
		var f *os.File
		if f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err == nil {
			_, err = f.Write(append(text, '\n'))
			err = errors.Join(err, f.Close())
		}
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		fmt.Fprintln(out, "note: there is a file of that name already; choose another one.")
	case err != nil:
		fmt.Fprintf(out, "note: the progress could not be written (%s).\n", reason(err))
	default:
		fmt.Fprintf(out, "Progress of %d exercises is written. On the other machine: exercise.Import(%q)\n", len(p.Exercises), path)
	}
}

// Import adds the progress in a file that [Export] has written. Nothing is lost: what is solved
// in one of the two is solved, and of counts the larger stays.
func Import(path string) { importFrom(os.Stdout, path) }

func importFrom(out io.Writer, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintf(out, "note: the file could not be read (%s).\n", reason(err))
		return
	}
	theirs, err := decode(text)
	var newer *newerFormat
	switch {
	case errors.As(err, &newer):
		fmt.Fprintf(out, "note: the file %v; nothing was taken from it.\n", newer)
		return
	case err != nil:
		fmt.Fprintln(out, "note: the file is no progress of this course; nothing was taken from it.")
		return
	}
	_, note, kept := update(func(p *progress) {
		for id, r := range theirs.Exercises {
			if r != nil {
				p.record(id).merge(r)
			}
		}
	})
	if note != "" {
		fmt.Fprintln(out, note)
	}
	if kept {
		fmt.Fprintf(out, "Progress of %d exercises is added.\n", len(theirs.Exercises))
	}
}

// merge adds what another machine knows of the same exercise.
func (r *record) merge(other *record) {
	r.Solved = r.Solved || other.Solved
	r.Tries, r.Hints = max(r.Tries, other.Tries), max(r.Hints, other.Hints)
	if r.First == nil {
		r.First, r.Now = other.First, other.Now
	}
	if r.Last == (record{}).Last {
		r.Last = other.Last
	}
	for name, n := range other.Slips {
		if r.Slips == nil {
			r.Slips = map[string]int{}
		}
		r.Slips[name] = max(r.Slips[name], n)
	}
}
