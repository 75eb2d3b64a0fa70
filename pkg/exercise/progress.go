package exercise

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ann/pkg/exercise/task"
)

// progressFormat is the version of the progress file that this code reads and writes.
const progressFormat = 1

// progress is the file's content.
type progress struct {
	Version   int                `json:"version"`
	Exercises map[string]*record `json:"exercises"` // by id; unknown ids are kept
}

// record is what is known of one exercise.
type record struct {
	Tries  int  `json:"tries"`
	Solved bool `json:"solved"`
	Hints  int  `json:"hints"`

	Last task.Memory `json:"last,omitzero"` // of the last try, if that was wrong

	First any `json:"first,omitempty"` // First and Now are the guesses of a prediction
	Now   any `json:"now,omitempty"`

	Slips map[string]int `json:"slips,omitempty"` // how often each named mistake was made
}

// slipped counts a named mistake.
func (r *record) slipped(name string) {
	if name == "" {
		return
	}
	if r.Slips == nil {
		r.Slips = map[string]int{}
	}
	r.Slips[name]++
}

func noProgress() *progress {
	return &progress{Version: progressFormat, Exercises: map[string]*record{}}
}

// record returns the record of an exercise, a new one if need be.
func (p *progress) record(id string) *record {
	r := p.Exercises[id]
	if r == nil {
		r = new(record)
		p.Exercises[id] = r
	}
	return r
}

// solved counts the solved exercises of a chapter.
func (p *progress) solved(c task.Chapter) int {
	n := 0
	for _, e := range c.Exercises {
		if r := p.Exercises[e.ID]; r != nil && r.Solved {
			n++
		}
	}
	return n
}

// progressPath is $ANN_PROGRESS, or .progress.json in the course's root: the
// nearest folder upwards whose go.mod is of module ann. Outside the course it is
// .progress.json in the working directory.
func progressPath() string {
	const name = ".progress.json"
	path := os.Getenv("ANN_PROGRESS")
	if path == "" {
		path = name
		if dir, err := os.Getwd(); err == nil {
			if root := moduleRoot(dir); root != "" {
				path = filepath.Join(root, name)
			}
		}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real // else the rename would replace the link
	}
	return path
}

func moduleRoot(dir string) string {
	for {
		text, _ := os.ReadFile(filepath.Join(dir, "go.mod"))
		for line := range strings.Lines(string(text)) {
			if words := strings.Fields(line); len(words) >= 2 && words[0] == "module" && strings.Trim(words[1], `"`) == "ann" {
				return dir
			}
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// read returns what is recorded. The note, if not empty, tells the learner what
// is wrong with the file in one line. When keep is false nothing may be written.
func read(path string) (p *progress, note string, keep bool) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return noProgress(), "", true
	}
	if err == nil && !info.Mode().IsRegular() {
		return noProgress(), fmt.Sprintf("note: %s is not a file, so progress is not kept.", name), false
	}
	var text []byte
	if err == nil {
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return noProgress(), fmt.Sprintf("note: progress could not be read (%s), so it is not kept.", reason(err)), false
	}
	p, err = decode(text)
	var newer *newerFormat
	if errors.As(err, &newer) {
		return noProgress(), fmt.Sprintf("note: %s %v; it is left alone and nothing is recorded.", name, err), false
	}
	if err != nil {
		bad, moved := setAside(path)
		if moved != nil {
			return noProgress(), fmt.Sprintf("note: %s is damaged and cannot be set aside (%s), so progress is not kept.", name, reason(moved)), false
		}
		return noProgress(), fmt.Sprintf("note: %s was damaged; it is kept as %s and a new one is started.", name, bad), true
	}
	return p, "", true
}

// newerFormat reports a file written by a later version of the course.
type newerFormat struct{ version int }

func (e *newerFormat) Error() string {
	return fmt.Sprintf("was written by a newer version of the course (format %d, this one reads %d)", e.version, progressFormat)
}

func decode(text []byte) (*progress, error) {
	if len(text) == 0 {
		return noProgress(), nil
	}
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return nil, err
	}
	if head.Version > progressFormat {
		return nil, &newerFormat{head.Version}
	}
	if head.Version < 1 {
		return nil, errors.New("no version")
	}
	p := noProgress()
	if err := json.Unmarshal(text, p); err != nil {
		return nil, err
	}
	if p.Exercises == nil {
		p.Exercises = map[string]*record{}
	}
	return p, nil
}

// setAside renames a damaged file to the first free name of FILE.bad-1, -2, …
func setAside(path string) (name string, err error) {
	for n := 1; ; n++ {
		bad := fmt.Sprintf("%s.bad-%d", path, n)
		if _, err := os.Lstat(bad); errors.Is(err, fs.ErrNotExist) {
			return filepath.Base(bad), os.Rename(path, bad)
		} else if err != nil {
			return "", err
		}
	}
}

// recorded reads the progress and changes nothing.
func recorded() (p *progress, note string) {
	path := progressPath()
	unlock := lock(path + ".lock")
	defer unlock()
	p, note, _ = read(path)
	return p, note
}

// remembered is what is kept of the last try of an exercise. A file that cannot be
// read is the business of update.
func remembered(id string) task.Memory {
	text, err := os.ReadFile(progressPath())
	if err != nil {
		return task.Memory{}
	}
	p, err := decode(text)
	if err != nil || p.Exercises[id] == nil {
		return task.Memory{}
	}
	return p.Exercises[id].Last
}

// isSolving says whether the program runs in the folder of the solution
// notebooks: the kernel starts a cell in its notebook's folder.
func isSolving() bool {
	dir, err := os.Getwd()
	return err == nil && filepath.Base(dir) == "solutions"
}

// update reads the progress, changes it and writes it back. A lock keeps two
// notebooks from losing each other's changes; the rename makes the write whole
// or nothing. When the progress cannot be kept, the note says why in one line.
// Among the solutions nothing is kept, and no note says so.
func update(change func(*progress)) (p *progress, note string, kept bool) {
	if isSolving() {
		p = noProgress()
		change(p)
		return p, "", false
	}
	path := progressPath()
	unlock := lock(path + ".lock")
	defer unlock()
	p, note, keep := read(path)
	change(p)
	if !keep {
		return p, note, false
	}
	if err := write(path, p); err != nil {
		return p, fmt.Sprintf("note: progress could not be kept (%s).", reason(err)), false
	}
	return p, note, true
}

func write(path string, p *progress) error {
	text, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return err
	}
	f.Chmod(0o644) // CreateTemp lets nobody else read it
	_, err = f.Write(append(text, '\n'))
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// reason is an error without the path in it, which is of no use in a saved cell.
func reason(err error) string {
	var file *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &file):
		return file.Op + ": " + file.Err.Error()
	case errors.As(err, &link):
		return link.Op + ": " + link.Err.Error()
	}
	return err.Error()
}
