package eval_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/eval"
	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// chapterSource is a chapter's solutions and wrong answers as plain functions:
// solution{}.cost becomes solution_cost.
func chapterSource(t testing.TB, number string) string {
	body, imports := "", map[string]bool{}
	files, err := filepath.Glob("../ch" + number + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if base := filepath.Base(file); !strings.HasPrefix(base, "solution") && !strings.HasPrefix(base, "wrong") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if g, isGeneral := d.(*ast.GenDecl); isGeneral && g.Tok == token.IMPORT {
				continue
			} else if isGeneral && g.Tok == token.TYPE {
				continue // the receivers
			}
			body += string(text[fset.Position(d.Pos()).Offset:fset.Position(d.End()).Offset]) + "\n\n"
		}
		for _, s := range parsed.Imports {
			imports[s.Path.Value] = true
		}
	}
	body = regexp.MustCompile(`func \((solution|wrong)\) `).ReplaceAllString(body, "func ${1}_")
	body = regexp.MustCompile(`\b(solution|wrong)\{\}\.`).ReplaceAllString(body, "${1}_")
	body = strings.ReplaceAll(body, "slices.Sorted(slices.Values(x))", "slices.Clone(x); slices.Sort(s)")
	head := "package p\n"
	for path := range imports {
		head += "import " + path + "\n"
	}
	return head + body
}

// name is the name of a method: wrong_costMSE for wrong{}.costMSE.
func name(method any) string {
	words := regexp.MustCompile(`(solution|wrong)\.(\w+)-fm$`).FindStringSubmatch(runtime.FuncForPC(reflect.ValueOf(method).Pointer()).Name())
	return words[1] + "_" + words[2]
}

// Every solution and wrong answer gives here what the compiler makes of it.
func TestAsCompiled(t *testing.T) {
	calls := 0
	for _, c := range chapters.All() {
		program, err := eval.Compile(chapterSource(t, c.Number))
		if unsupported := new(eval.Unsupported); errors.As(err, &unsupported) {
			t.Logf("chapter %s: %v", c.Number, err) // its learners are told less
			continue
		}
		if err != nil {
			t.Errorf("chapter %s: %v", c.Number, err)
			continue
		}
		for _, e := range c.Exercises {
			f, isFunction := e.Kind.(task.Function)
			if !isFunction {
				continue
			}
			methods := []any{f.Solution}
			for _, m := range f.Wrong {
				methods = append(methods, m.Answer)
			}
			for _, m := range methods {
				rng := rand.New(rand.NewPCG(3, 3))
				for range 60 {
					args := f.Random(rng)
					want, panicked := compiled(m, args)
					got, fault := program.Call(name(m), 1e6, args...)
					calls++
					if panicked != "" {
						if fault == nil || !strings.Contains(fault.Text, panicked) {
							t.Errorf("%s: compiled it panics with %q, here %v", name(m), panicked, fault)
							break
						}
						continue
					}
					if fault != nil {
						t.Errorf("%s(%v): %v", name(m), args, fault)
						break
					}
					for i := range want {
						if !alike(want[i].Interface(), got[i].Interface()) {
							t.Errorf("%s(%v): compiled %v, here %v", name(m), args, want[i], got[i])
						}
					}
				}
			}
		}
	}
	if calls < 5000 {
		t.Errorf("only %d calls", calls)
	}
}

func compiled(f any, args []any) (results []reflect.Value, panicked string) {
	defer func() {
		if r := recover(); r != nil {
			panicked = fmt.Sprint(r)
		}
	}()
	var in []reflect.Value
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	return reflect.ValueOf(f).Call(in), ""
}

func alike(want, got any) bool {
	if w, ok := want.(*mat.Dense); ok {
		g, ok := got.(*mat.Dense)
		return ok && fmt.Sprint(w.Dims()) == fmt.Sprint(g.Dims()) && alike(w.RawMatrix().Data, g.RawMatrix().Data)
	}
	if w, ok := want.([]float64); ok {
		g, ok := got.([]float64)
		if !ok || len(w) != len(g) || (w == nil) != (g == nil) {
			return false
		}
		for i := range w {
			if !near(w[i], g[i]) {
				return false
			}
		}
		return true
	}
	if w, ok := want.(float64); ok {
		g, ok := got.(float64)
		return ok && near(w, g)
	}
	return reflect.DeepEqual(want, got)
}

// near allows for multiply-add in one step, which compilers for arm64 use.
func near(w, g float64) bool {
	return w == g || math.IsNaN(w) && math.IsNaN(g) || math.Abs(w-g) <= 1e-12*math.Max(1, math.Abs(w))
}
