package figure

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The package comment names every file, and no other.
func TestFilesAreInTheTable(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := []string{"doc.go"}
	for _, pattern := range regexp.MustCompile(`[a-z_]+\*?\.go`).FindAllString(string(text), -1) {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		found = slices.DeleteFunc(found, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
		if len(found) == 0 {
			t.Errorf("there is no file %s", pattern)
		}
		named = append(named, found...)
	}
	all, _ := filepath.Glob("*.go")
	for _, f := range all {
		if !strings.HasSuffix(f, "_test.go") && !slices.Contains(named, f) {
			t.Errorf("%s is not in the table of the package comment", f)
		}
	}
}
