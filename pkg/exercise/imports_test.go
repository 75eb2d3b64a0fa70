package exercise

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is what the folders here may import of each other: only what stands
// before. A chapter does not import another one.
var order = []string{"eval", "repair", "task", "chNN", "chapters", "", "print"}

var chapterFolder = regexp.MustCompile(`^ch\d\d$`)

// place is the position of a folder of pkg/exercise in order, or -1.
func place(folder string) int {
	if chapterFolder.MatchString(folder) {
		folder = "chNN"
	}
	return slices.Index(order, folder)
}

func TestImportsInside(t *testing.T) {
	read := 0
	for _, pattern := range []string{"*.go", "*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			read++
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			from := strings.TrimSuffix(strings.TrimPrefix(filepath.Dir(file), "."), "/")
			for _, s := range parsed.Imports {
				path, err := strconv.Unquote(s.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				to, inside := strings.CutPrefix(path, "ann/pkg/exercise")
				if to = strings.TrimPrefix(to, "/"); inside && (place(to) < 0 || place(to) >= place(from)) {
					t.Errorf("%s imports %s: the order is %q", file, path, order)
				}
			}
		}
	}
	if read < 30 {
		t.Errorf("only %d files were read", read)
	}
}
