package data_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"testing"

	"ann/data"
)

// TestChecksums compares the SHA-256 of every embedded file with the README:
// a file that changed, is missing, or is not described fails.
func TestChecksums(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^([0-9a-f]{64})  (\S+)$`).FindAllSubmatch(readme, -1) {
		want[string(m[2])] = string(m[1])
	}
	names, err := fs.Glob(data.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != len(want) {
		t.Errorf("%d files are embedded, the README has the SHA-256 of %d", len(names), len(want))
	}
	for _, name := range names {
		b, err := data.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(b)
		if got := hex.EncodeToString(sum[:]); got != want[name] {
			t.Errorf("%s: SHA-256 is %s, the README says %q", name, got, want[name])
		}
		if bytes.Count(readme, []byte("## "+name)) == 0 && name != "digits-test.csv" {
			t.Errorf("%s has no section in the README", name)
		}
	}
}

// TestReadmeNamesEveryColumn checks that no column is left undescribed. The 64
// pixel columns of the digits are described together.
func TestReadmeNamesEveryColumn(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"auto-mpg.csv", "iris.csv", "penguins.csv"} {
		b, err := data.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		header, _, _ := bytes.Cut(b, []byte("\n"))
		for _, column := range bytes.Split(bytes.TrimSpace(header), []byte(",")) {
			if !bytes.Contains(readme, fmt.Appendf(nil, "| `%s` |", column)) {
				t.Errorf("%s: column %s is not described in the README", name, column)
			}
		}
	}
}

func ExampleFiles() {
	b, err := data.Files.ReadFile("iris.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	header, _, _ := bytes.Cut(b, []byte("\n"))
	fmt.Println(string(header))
	// Output: sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species
}
