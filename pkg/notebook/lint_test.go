// The linter of the notebooks: what it rejects is listed in rules.
package notebook_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// rules is what a notebook must satisfy.
var rules = []struct {
	name  string
	check func(*book) complaints
}{
	{"parses", ruleParses},
	{"length", ruleLength},
	{"width", ruleWidth},
	{"dropped errors", ruleDropped},
	{"engine code", ruleEngineCode},
	{"commands", ruleCommands},
	{"tags", ruleTags},
	{"imports", ruleImports},
	{"alt text", ruleAlt},
	{"counts", ruleCounts},
	{"errors", ruleErrors},
	{"pictures", rulePictures},
	{"places", rulePlaces},
	{"headings", ruleHeadings},
	{"pattern", rulePattern},
	{"Markdown pictures", ruleMarkdownImages},
	{"links", ruleLinks},
	{"prose", ruleProse},
	{"exercises", ruleExercises},
	{"predictions", rulePredictions},
}

const notebooksFolder = "../../notebooks"

var chapterName = regexp.MustCompile(`^\d\d-.*\.ipynb$`)

// names lists the chapters and solutions below a folder.
func names(folder string) (all []string) {
	for _, below := range []string{"", "solutions/"} {
		entries, _ := os.ReadDir(filepath.Join(folder, below))
		for _, e := range entries {
			if chapterName.MatchString(e.Name()) && !strings.Contains(e.Name(), "-Copy") && !strings.Contains(e.Name(), "checkpoint") {
				all = append(all, below+e.Name())
			}
		}
	}
	return all
}

// TestNotebooks judges the notebooks of the course, or of the folder that
// ANN_NOTEBOOKS names.
func TestNotebooks(t *testing.T) {
	folder := notebooksFolder
	if f := os.Getenv("ANN_NOTEBOOKS"); f != "" {
		folder = f
	}
	all := names(folder)
	if len(all) == 0 {
		t.Fatal("there is no notebook to judge")
	}
	for _, name := range all {
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			b, err := read(name, content, folder, notebooksFolder)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rules {
				for _, f := range r.check(b) {
					t.Errorf("%s: %v", r.name, f)
				}
			}
		})
	}
}
