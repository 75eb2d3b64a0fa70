package eval_test

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"ann/pkg/exercise/eval"
)

// TestSnippets runs the functions of snippets_test.go compiled, and from its source.
func TestSnippets(t *testing.T) {
	text, err := os.ReadFile("snippets_test.go")
	if err != nil {
		t.Fatal(err)
	}
	program, err := eval.Compile(string(text))
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]func() []float64{
		"snippetWholeNumbers": snippetWholeNumbers, "snippetShadow": snippetShadow, "snippetShare": snippetShare,
		"snippetArrays": snippetArrays, "snippetTuples": snippetTuples, "snippetResults": snippetResults,
		"snippetRecursion": snippetRecursion, "snippetClosures": snippetClosures, "snippetFlow": snippetFlow,
		"snippetRange": snippetRange, "snippetFloats": snippetFloats, "snippetNil": snippetNil,
		"snippetMatrices": snippetMatrices, "snippetPointers": snippetPointers, "snippetPackages": snippetPackages,
		"snippetConstants": snippetConstants, "snippetIncDec": snippetIncDec,
	} {
		got, fault := program.Call(name, 1e5)
		if fault != nil {
			t.Errorf("%s: %v", name, fault)
		} else if want := f(); !alike(want, got[0].Interface()) {
			t.Errorf("%s: compiled %v, here %v", name, want, got[0])
		}
	}
}

func TestFaults(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       eval.Fault
		text       string
	}{
		{"index", "i := 3\n\treturn x[i]", eval.Fault{Line: 5, Values: "x has 2 values, i = 3"}, "index out of range [3] with length 2"},
		{"zero", "n := 0\n\treturn float64(1 / n)", eval.Fault{Line: 5, Values: "n = 0"}, "divide by zero"},
		{"own", `panic("no idea")`, eval.Fault{Line: 4}, "no idea"},
		{"shapes", "A := mat.NewDense(2, 3, nil)\n\tA.Mul(A, A)\n\treturn 0", eval.Fault{Line: 5, Values: "A is 2×3"}, "dimension mismatch"},
		{"endless", "for {\n\t}", eval.Fault{Endless: true}, "does not end"},
		{"huge", "x = make([]float64, 1<<40)\n\treturn x[0]", eval.Fault{Endless: true}, ""},
		{"huge matrix", "return mat.NewDense(1<<20, 1<<20, nil).At(0, 0)", eval.Fault{Endless: true}, ""},
		{"growing", "for {\n\t\tx = append(x, x...)\n\t}", eval.Fault{Endless: true}, ""},
		{"deep", "return f(x)", eval.Fault{Deep: true}, "without end"},
		{"nil", "var A *mat.Dense\n\treturn A.At(0, 0)", eval.Fault{Line: 5, Values: "A is nil"}, "nil pointer"},
		{"slice", "return x[1:5][0]", eval.Fault{Line: 4, Values: "x has 2 values"}, "out of range"},
	} {
		program, err := eval.Compile("package p\nimport \"gonum.org/v1/gonum/mat\"\nfunc f(x []float64) float64 {\n\t" + test.body + "\n}")
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		_, fault := program.Call("f", 1e5, []float64{1, 2})
		switch {
		case fault == nil:
			t.Errorf("%s: no fault", test.name)
		case fault.Endless != test.want.Endless || fault.Deep != test.want.Deep || !strings.Contains(fault.Text, test.text):
			t.Errorf("%s: %+v", test.name, fault)
		case test.want.Line > 0 && fault.Line != test.want.Line || test.want.Values != "" && fault.Values != test.want.Values:
			t.Errorf("%s: %+v, want %+v", test.name, fault, test.want)
		}
	}
}

func TestCompileErrors(t *testing.T) {
	for _, test := range []struct {
		source      string
		unsupported bool
	}{
		{"func f() { go f() }", true},
		{"func f() { defer f() }", true},
		{"func f() { x := map[int]int{}; x[1] = 2 }", true},
		{"func f() {\nouter:\n\tfor {\n\t\tbreak outer\n\t}\n}", true},
		{"func f() { var c chan int; c <- 1 }", true},
		{"type t struct{ x float64 }\nfunc f() t { return t{} }", true},
		{"import \"os\"\nfunc f() { os.Exit(1) }", true},
		{"var x = g()\nfunc g() int { return 1 }", true},
		{"func f[T any](x T) T { return x }", true},
		{"func f() int { x := 1; p := &x; return *p }", true},
		{"func f(x ...int) int { return len(x) }", true},
		{"import \"math\"\nfunc f() float64 { return math.Y0(1) }", true},
		{"func f() { x := 1 }", false},
		{"func f() int { return 1.5 }", false},
		{"func f() int { return y }", false},
		{"func f() int { }", false},
		{"func f( int {", false},
		{"func f() float64 { n := 2; return 1.0 * n }", false},
		{"", false},
	} {
		source := "package p\n" + test.source
		if test.source == "" {
			source = ""
		}
		_, err := eval.Compile(source)
		var u *eval.Unsupported
		if err == nil || errors.As(err, &u) != test.unsupported {
			t.Errorf("%q: %v", test.source, err)
		}
	}
	if _, err := eval.Compile("package p\nimport \"math\"\nfunc f() {}"); err != nil {
		t.Errorf("an import that is not used: %v", err)
	}
}

func TestFunc(t *testing.T) {
	program, err := eval.Compile("package p\nfunc f(x []float64) (int, bool) { x[0] = 2; return len(x), x[0] > 1 }")
	if err != nil {
		t.Fatal(err)
	}
	f, ok := program.Func("f", 100).(func([]float64) (int, bool))
	if !ok {
		t.Fatalf("%T", program.Func("f", 100))
	}
	x := []float64{1, 1}
	if n, large := f(x); n != 2 || !large || !reflect.DeepEqual(x, []float64{2, 1}) {
		t.Error(n, large, x)
	}
}

// FuzzCompile reads anything.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"", "package p", "package p\nfunc f() {}", "package p\nfunc f() { for range f { } }", "package p\nfunc f(x int) { x, y := f }", "package p\nimport \"math\"\nfunc f() { math.Sqrt() }", "package p\nfunc f() { switch { case 1: } }", "package p\nfunc f() { var _ = [...]int{1}[f] }"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		late := time.AfterFunc(5*time.Second, func() { panic("it takes too long: " + source) })
		defer late.Stop()
		program, err := eval.Compile(source)
		if err == nil && program.Pkg.Scope().Lookup("f") != nil {
			defer func() { _ = recover() }() // its arguments are missing
			program.Call("f", 1000)
		}
	})
}
