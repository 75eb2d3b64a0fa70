package exercise

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program is what a notebook's kernel makes of the cells: the functions, and a
// main that checks them all.
func program(source func(id string) string) string {
	var functions, calls strings.Builder
	for _, c := range chapters() {
		for _, e := range c.exercises {
			answer := e.name
			if e.judge != nil {
				answer = source(e.id)
			} else {
				functions.WriteString(source(e.id) + "\n\n")
			}
			fmt.Fprintf(&calls, "\texercise.Check(%q, %s)\n", e.id, answer)
		}
	}
	text := functions.String() + "func main() {\n" + calls.String() + "}\n"
	imports := "import \"ann/pkg/exercise\"\n"
	for name, path := range map[string]string{"math": "math", "mat": "gonum.org/v1/gonum/mat"} {
		if strings.Contains(text, name+".") {
			imports += fmt.Sprintf("import %q\n", path)
		}
	}
	return "package main\n\n" + imports + "\n" + text
}

// TestSourcesRun compiles and runs, as a learner would, what SolutionSource and
// StubSource show: all solutions pass with strict checks, all stubs fail
// politely, and with strict checks the program ends with an error.
func TestSourcesRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two programs")
	}
	exercises := 0
	for _, c := range chapters() {
		exercises += len(c.exercises)
	}
	run := func(name string, source func(id string) string, strict string) (string, error) {
		dir := t.TempDir()
		file, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(program(source)), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("go", "build", "-ldflags=-w", "-o", binary, file).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		c := exec.Command(binary)
		c.Env = append(os.Environ(), "ANN_STRICT="+strict, "ANN_PROGRESS="+filepath.Join(dir, "p.json"))
		out, err := c.CombinedOutput()
		return string(out), err
	}
	out, err := run("solutions", SolutionSource, "1")
	if err != nil || strings.Count(out, "✓") != exercises {
		t.Errorf("solutions: %v\n%s", err, out)
	}
	out, err = run("stubs", StubSource, "")
	if err != nil || strings.Count(out, "not started yet") != exercises {
		t.Errorf("stubs: %v\n%s", err, out)
	}
	out, err = run("stubs", StubSource, "1")
	if err == nil || strings.Count(out, "not started yet") != 1 || !strings.Contains(out, "ANN_STRICT=1") {
		t.Errorf("strict stubs: %v\n%s", err, out)
	}
}
