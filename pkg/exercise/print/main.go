// Command print writes the solution notebooks, notebooks/solutions/NN-….ipynb,
// and checks that the chapters hold the titles, tables and stubs of the
// exercises. Run it in the root of the course:
//
//	go run ./pkg/exercise/print         write what has changed, without outputs
//	go run ./pkg/exercise/print -check  write nothing, complain of what would change
//
// Its exit code is 1 when there is anything to complain of.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

func main() {
	checkOnly := flag.Bool("check", false, "write nothing")
	flag.Parse()
	complaints, err := print("notebooks", !*checkOnly)
	if err != nil {
		fmt.Fprintln(os.Stderr, "print:", err)
		os.Exit(1)
	}
	for _, c := range complaints {
		fmt.Fprintln(os.Stderr, c)
	}
	if len(complaints) > 0 {
		os.Exit(1)
	}
}

// print compares every chapter below folder with its exercises and returns what
// is different. Solution notebooks that differ are written, or are complained of.
func print(folder string, write bool) (complaints []string, err error) {
	known := map[string]bool{}
	for _, c := range chapters.All() {
		name, err := notebookOf(folder, c)
		if err != nil {
			return nil, err
		}
		chapter, err := read(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		for _, what := range differences(chapter, c) {
			complaints = append(complaints, name+": "+what)
		}
		known[name] = true
		path := filepath.Join(folder, "solutions", name)
		want := solutions(c, name)
		old, err := read(path)
		switch {
		case err == nil && old.same(want):
		case write:
			if err := want.write(path); err != nil {
				return nil, err
			}
		default:
			complaints = append(complaints, "solutions/"+name+": is not what pkg/exercise/print writes; run make notebooks")
		}
	}
	all, err := filepath.Glob(filepath.Join(folder, "solutions", "[0-9][0-9]-*.ipynb"))
	if err != nil {
		return nil, err
	}
	for _, path := range all {
		if name := filepath.Base(path); !known[name] && !strings.Contains(name, "-Copy") {
			complaints = append(complaints, "solutions/"+name+": belongs to no chapter with exercises; delete it")
		}
	}
	return complaints, nil
}

// notebookOf is the file name of a chapter.
func notebookOf(folder string, c task.Chapter) (string, error) {
	all, err := filepath.Glob(filepath.Join(folder, c.Number+"-*.ipynb"))
	if err != nil {
		return "", err
	}
	var names []string
	for _, path := range all {
		if name := filepath.Base(path); !strings.Contains(name, "-Copy") {
			names = append(names, name)
		}
	}
	if len(names) != 1 {
		return "", fmt.Errorf("chapter %s has the notebooks %q in %s, want one", c.Number, names, folder)
	}
	return names[0], nil
}
