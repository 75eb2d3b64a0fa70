package task_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"
)

// program is what a notebook's kernel makes of the cells: the functions, and a
// main that checks them all.
func program(cell func(e task.Exercise) string) string {
	var functions, calls strings.Builder
	for _, c := range chapters.All() {
		for _, e := range c.Exercises {
			source, call, _ := strings.Cut("\n"+cell(e), "\n%%\n")
			functions.WriteString(source + "\n")
			calls.WriteString(call + "\n")
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

// TestCellsRun compiles and runs the cells of the notebooks, as a learner
// would: all solutions pass with strict checks, all stubs fail politely, and
// with strict checks the program ends with an error.
func TestCellsRun(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles two programs")
	}
	exercises := 0
	for _, c := range chapters.All() {
		exercises += len(c.Exercises)
	}
	run := func(name string, cell func(e task.Exercise) string, strict string) (string, error) {
		dir := t.TempDir()
		file, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(program(cell)), 0o644); err != nil {
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
	out, err := run("solutions", task.Exercise.SolutionCell, "1")
	done := strings.Count(out, "\n✓ ") + strings.Count(out, "\n→ ") // of a prediction any guess will do
	if err != nil || done+1 != exercises {
		t.Errorf("solutions: %v\n%s", err, out)
	}
	out, err = run("stubs", task.Exercise.StubCell, "")
	if err != nil || strings.Count(out, "not started yet") != exercises {
		t.Errorf("stubs: %v\n%s", err, out)
	}
	out, err = run("stubs", task.Exercise.StubCell, "1")
	if err == nil || strings.Count(out, "not started yet") != 1 || !strings.Contains(out, "ANN_STRICT=1") {
		t.Errorf("strict stubs: %v\n%s", err, out)
	}
}
