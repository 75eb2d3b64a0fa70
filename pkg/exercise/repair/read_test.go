package repair

import (
	"slices"
	"strings"
	"testing"
)

func onlyHere(x float64) float64 {
	return helper(x) + 1
}

func helper(x float64) float64 { return 2 * x }

type someType struct{}

func (someType) method(x float64) float64 { return x }

func TestRead(t *testing.T) {
	f, err := Read(onlyHere)
	if err != nil {
		t.Fatal(err)
	}
	if f.Name != "onlyHere" || !strings.HasPrefix(f.Text, "func onlyHere(x float64) float64 {\n") || !strings.HasSuffix(f.Text, "+ 1\n}") {
		t.Errorf("%s: %q", f.Name, f.Text)
	}
	if !slices.Equal(f.Calls, []string{"helper"}) || !slices.Equal(f.Twins, []string{"helper"}) {
		t.Errorf("calls %v, twins %v", f.Calls, f.Twins)
	}
	if f.LineText(2) != "return helper(x) + 1" || f.LineText(0) != "" || f.LineText(9) != "" {
		t.Errorf("line 2 is %q", f.LineText(2))
	}
	other, err := f.Other("helper")
	if err != nil || !strings.HasPrefix(other.Text, "func helper(") {
		t.Errorf("%v, %v", other, err)
	}
	for name, without := range map[string]any{
		"closure": func(x float64) float64 { return x },
		"method":  someType{}.method,
		"native":  strings.ToUpper, // its file has it, but this program was built elsewhere or not
	} {
		if f, err := Read(without); err == nil && name != "native" {
			t.Errorf("%s: %q", name, f.Text)
		}
	}
}

func TestParse(t *testing.T) {
	file := `package main

import (
	"fmt"
	m "math"
	"os"
)

const half = 0.5

var start = read()

func read() float64 { return 1 }

// cost is documented.
func cost(x []float64) float64 { return half * m.Sqrt(norm(x)) }

func norm(x []float64) float64 { return 0 }

func Cost(y []float64) (J float64) { return 1 }

func withVariable() float64 { return start }

func main() { fmt.Println(cost(nil), os.Args) }
`
	f, err := Parse([]byte(file), "cost")
	if err != nil {
		t.Fatal(err)
	}
	for want, there := range map[string]bool{"const half": true, "func norm": true, `m "math"`: true, `"os"`: false, `"fmt"`: false, "func main": false, "documented": false} {
		if strings.Contains(f.Unit(), want) != there {
			t.Errorf("%q there: want %v:\n%s", want, there, f.Unit())
		}
	}
	if _, err := f.compile(f.Text); err != nil {
		t.Error(err)
	}
	if !slices.Equal(f.Twins, []string{"Cost", "norm"}) || f.Line != 16 {
		t.Errorf("twins %v, line %d", f.Twins, f.Line)
	}
	if f, err := Parse([]byte(file), "withVariable"); err != nil {
		t.Error(err)
	} else if _, err := f.compile(f.Text); err == nil {
		t.Error("a variable whose value is a call was run again")
	}
	for _, bad := range []struct{ file, name string }{{file, "gone"}, {file, "half"}, {"no Go", "f"}, {"", "f"}} {
		if _, err := Parse([]byte(bad.file), bad.name); err == nil {
			t.Errorf("%s was found", bad.name)
		}
	}
}

func TestIsRecursive(t *testing.T) {
	for source, want := range map[string]bool{
		"func f() { g() }\nfunc g() { f() }":                   true,
		"func f() { f() }":                                     true,
		"func f() { g() }\nfunc g() { g() }":                   true,
		"func f() { g(); h() }\nfunc g() {}\nfunc h() { g() }": false,
		"func f() { f := 1; _ = f }":                           false,
	} {
		f, err := Parse([]byte("package p\n"+source), "f")
		if err != nil {
			t.Fatal(err)
		}
		if f.IsRecursive() != want {
			t.Errorf("%s: want %v", source, want)
		}
	}
}
