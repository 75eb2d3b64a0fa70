package exercise

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ann/pkg/exercise/task"
)

// The wrong answers of testdata/answers are what learners may write: one file
// an exercise, 1.1.go for exercise 1.1. Each function of the exercise's name is
// an answer, and functions of other names belong to the answer before them (a
// file is parsed, never compiled as it stands). The comment above an answer is
//
//	// line 4: += adds, = forgets what was added before
//	// said: look at how this line changes sum
//
// First the line at fault, counted from the line of func, which is 1. Where one
// of several lines could be mended, or there are several mistakes, it is
// "line 4, 6:"; "line -:" is an answer that must be written anew.
// Then, where the verdict helps without naming such a line, some words of it.
// Imports that are missing are added.
type answer struct {
	id, name string
	wrong    string   // what is wrong, in words
	lines    []string // at fault
	said     string   // words that help, or empty
	source   string   // a Go file of package p
}

var lineAtFault = regexp.MustCompile(`^line ([\d, ]+|-): (.+)`)

// readAnswers reads the wrong answers of an exercise.
func readAnswers(file, name string) (all []answer, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, file, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	id := strings.TrimSuffix(filepath.Base(file), ".go")
	for _, d := range parsed.Decls {
		source := string(text[fset.Position(d.Pos()).Offset:fset.Position(d.End()).Offset])
		f, isFunc := d.(*ast.FuncDecl)
		switch {
		case isFunc && f.Name.Name == name:
			a := answer{id: id, name: name, source: source}
			comment := strings.TrimSpace(f.Doc.Text())
			first, rest, _ := strings.Cut(comment, "\n")
			m := lineAtFault.FindStringSubmatch(first)
			if m == nil {
				return nil, fmt.Errorf("%s: want a comment `line N: what is wrong`, got %q", fset.Position(f.Pos()), comment)
			}
			if a.wrong = m[2]; m[1] != "-" {
				a.lines = strings.Split(strings.ReplaceAll(m[1], " ", ""), ",")
			}
			_, a.said, _ = strings.Cut(rest, "said: ")
			all = append(all, a)
		case len(all) == 0:
			if g, ok := d.(*ast.GenDecl); !ok || g.Tok != token.IMPORT {
				return nil, fmt.Errorf("%s: stands before the first answer", fset.Position(d.Pos()))
			}
		default:
			all[len(all)-1].source += "\n\n" + source
		}
	}
	for i := range all {
		all[i].source = "package p\n\n" + importsFor(all[i].source) + all[i].source + "\n\nfunc Answer() any { return " + name + " }\n"
	}
	return all, nil
}

// importsFor declares the packages that a source names.
func importsFor(source string) string {
	imports := ""
	for _, path := range []string{"fmt", "math", "slices", "sort", "gonum.org/v1/gonum/mat", "gonum.org/v1/gonum/floats", "gonum.org/v1/gonum/stat", "ann/pkg/activation", "ann/pkg/regression"} {
		if regexp.MustCompile(`\b` + filepath.Base(path) + `\.[A-Z]`).MatchString(source) {
			imports += fmt.Sprintf("import %q\n", path)
		}
	}
	return imports + "\n"
}

// runAnswers hands every answer to Check in a program of its own, as a cell
// does, and returns what is printed. It is one build: the answers are packages,
// and the program checks the one whose number it is given.
func runAnswers(t testing.TB, answers []answer) (said []string) {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	imports, list := "", ""
	for i, a := range answers {
		write(fmt.Sprintf("p%d/answer.go", i), a.source)
		imports += fmt.Sprintf("import p%d \"answers/p%[1]d\"\n", i)
		list += fmt.Sprintf("\t{%q, p%d.Answer()},\n", a.id, i)
	}
	write("main.go", "package main\n\nimport (\n\t\"os\"\n\t\"strconv\"\n\n\t\"ann/pkg/exercise\"\n)\n\n"+imports+
		"\nvar answers = []struct {\n\tid string\n\tf  any\n}{\n"+list+"}\n\n"+
		"func main() {\n\ti, _ := strconv.Atoi(os.Args[1])\n\texercise.Check(answers[i].id, answers[i].f)\n}\n")
	write("go.mod", "module answers\n\ngo 1.26.0\n")
	write("go.work", "go 1.26.0\n\nuse .\nuse "+strconv.Quote(root)+"\n")
	binary := filepath.Join(dir, "check")
	build := exec.Command("go", "build", "-ldflags=-w", "-o", binary, ".")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOWORK="+filepath.Join(dir, "go.work"), "GOPROXY=off", "GOFLAGS=-buildvcs=false")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i := range answers {
		check := exec.Command(binary, strconv.Itoa(i))
		check.Dir = dir
		check.Env = append(os.Environ(), "ANN_PROGRESS="+filepath.Join(dir, fmt.Sprintf("p%d/progress.json", i)), "ANN_STRICT=")
		out, _ := check.CombinedOutput() // a fatal error is said in the text
		said = append(said, string(out))
	}
	return said
}

// helps says whether a verdict names a line at fault, or says the words that
// were found to help.
func (a answer) helps(verdict string) bool {
	if a.said != "" {
		return strings.Contains(plain(verdict), plain(a.said))
	}
	return len(namedLines(verdict)) > 0
}

// misleads returns the line that a verdict names though it is not at fault.
func (a answer) misleads(verdict string) string {
	for _, line := range namedLines(verdict) {
		if len(a.lines) > 0 && !slices.Contains(a.lines, line) {
			return line
		}
	}
	return ""
}

var (
	namedLine = regexp.MustCompile(`\b[Ll]ine (\d+)`)
	panicLine = regexp.MustCompile(`(?m)^  in  .*$`) // where it stopped, not what is at fault
)

func namedLines(verdict string) (lines []string) {
	verdict = panicLine.ReplaceAllString(verdict, "")
	for _, m := range namedLine.FindAllStringSubmatch(verdict, -1) {
		lines = append(lines, m[1])
	}
	return lines
}

// TestAnswers hands in all wrong answers: nine of ten must be helped, and none
// sent to a line that is not at fault. With -v it prints every verdict, and
// ANN_ANSWERS=1.1 takes one exercise alone.
func TestAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a program for every wrong answer")
	}
	files, err := filepath.Glob("testdata/answers/" + cmp.Or(os.Getenv("ANN_ANSWERS"), "*") + ".go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no answers: %v", err)
	}
	var all []answer
	for _, file := range files {
		e := found(t, strings.TrimSuffix(filepath.Base(file), ".go"))
		answers, err := readAnswers(file, e.Kind.(task.Function).Name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, answers...)
	}
	helped := 0
	for i, verdict := range runAnswers(t, all) {
		a := all[i]
		state := "HELPED"
		switch {
		case !strings.HasPrefix(verdict, "✗ "+a.id):
			state = "NOT JUDGED"
			t.Errorf("%s (%s): no verdict:\n%s", a.id, a.wrong, verdict)
		case a.misleads(verdict) != "":
			state = "MISLED"
			t.Errorf("%s (%s) is sent to line %s:\n%s%s", a.id, a.wrong, a.misleads(verdict), a.source, verdict)
		case a.helps(verdict):
			helped++
		default:
			state = "not helped"
		}
		t.Logf("%s %s: %s\n%s\n%s", state, a.id, a.wrong, a.source, verdict)
	}
	t.Logf("%d of %d wrong answers are helped", helped, len(all))
	if os.Getenv("ANN_ANSWERS") == "" && (len(all) < 120 || 10*helped < 9*len(all)) {
		t.Errorf("%d of %d wrong answers are helped, want nine in ten of 120 or more", helped, len(all))
	}
}
