package task_test

import (
	"math"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ann/pkg/exercise/chapters"
	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// function is an exercise's record of a function.
func function(t testing.TB, id string) task.Function {
	return find(t, id).Kind.(task.Function)
}

// wrong is the wrong answer of a name.
func wrong(t testing.TB, id, name string) any {
	for _, m := range function(t, id).Wrong {
		if m.Name == name {
			return m.Answer
		}
	}
	t.Fatalf("exercise %s has no mistake %q", id, name)
	return nil
}

// said is what the check says to an answer.
func said(id string, answer any) string {
	e, _, _ := chapters.Find(id)
	return e.Check(answer).Text
}

type learners func(x []float64) float64

// TestCheckSays gives Check what learners give it.
func TestCheckSays(t *testing.T) {
	right := function(t, "0.1").Solution.(func([]float64) float64)
	design := function(t, "1.2").Solution.(func([]float64, int) *mat.Dense)
	normalEquation := function(t, "1.3").Solution.(func(*mat.Dense, []float64) []float64)
	ridge := function(t, "1.5").Solution.(func(*mat.Dense, []float64, float64) []float64)
	var stop atomic.Bool
	defer stop.Store(true)
	for _, test := range []struct {
		name, id string
		answer   any
		want     []string
	}{
		{"right", "0.1", right, []string{"✓ 0.1 A trial run — correct."}},
		{"a named type", "0.1", learners(right), []string{"correct"}},
		{"nil", "0.1", nil, []string{"not started yet: the answer is nil"}},
		{"nil function", "0.1", learners(nil), []string{"not started yet: the function is nil"}},
		{"nil of nothing", "1.6", nil, []string{"not started yet"}},
		{"stub", "0.1", function(t, "0.1").Stub, []string{"○ 0.1 A trial run — not started yet: mean gives 0 in every case", "in Go 1/2 is 0"}},
		{"stub with a slice", "1.3", function(t, "1.3").Stub, []string{"gives nil in every case", "a slice that is only declared is nil"}},
		{"empty choice", "1.6", "", []string{"not started yet: nothing is chosen"}},
		{"result for function", "0.1", 2.5, []string{"another type", "wanted  func mean(x []float64) float64", "got     float64", `exercise.Check("0.1", mean)`}},
		{"other function", "1.2", func(x []float64) *mat.Dense { return nil }, []string{"wanted  func design(x []float64, p int) *mat.Dense", "got     func([]float64) *mat.Dense"}},
		{"other value", "1.6", 7, []string{"wanted  exercise.Choice(", "got     int"}},
		{"channel", "0.1", make(chan int), []string{"got     chan int"}},
		{"index", "0.1", func(x []float64) float64 { return x[len(x)] }, []string{"case      x = [1 2 3 5]", "expected  2.75", "panic     runtime error: index out of range [4] with length 4\n  in        line 1\n", "An index goes too far"}},
		{"own panic", "0.1", func(x []float64) float64 { panic("no\nidea") }, []string{"panic     no idea"}},
		{"panic of nil", "0.1", func(x []float64) float64 { panic(nil) }, []string{"panic     panic called with nil"}},
		{"goexit", "0.1", func(x []float64) float64 { runtime.Goexit(); return 0 }, []string{"ended its goroutine"}},
		{"shapes", "1.3", func(X *mat.Dense, y []float64) []float64 {
			var A mat.Dense
			A.Mul(X, mat.NewDense(7, 1, nil))
			return nil
		}, []string{"case      X = 2×2 [1 2; 1 4], y = [3 7]", "panic     mat: dimension mismatch", "Two shapes do not fit"}},
		{"singular", "1.3", func(X *mat.Dense, y []float64) []float64 {
			return normalEquation(mat.NewDense(2, 2, []float64{1, 1, 1, 1}), y[:2])
		}, []string{"panic", "two columns the same"}},
		{"late panic", "0.1", func(x []float64) float64 {
			if len(x) == 1 {
				panic("late")
			}
			return right(x)
		}, []string{"3 of 4 cases right", "case      x = [7.5]", "panic     late"}},
		{"endless", "0.1", func(x []float64) float64 {
			for !stop.Load() {
				time.Sleep(time.Millisecond)
			}
			return 0
		}, []string{"(0 of 4 cases right)", "case      x = [1 2 3 5]", "No answer within 300ms", "endless loop"}},
		{"NaN", "0.1", func(x []float64) float64 { return math.NaN() }, []string{"got       NaN", "The number is NaN: 0/0"}},
		{"Inf", "0.1", func(x []float64) float64 { return math.Inf(1) }, []string{"got       +Inf", "is infinite: a division by 0"}},
		{"NaN inside", "1.2", func(x []float64, p int) *mat.Dense {
			X := design(x, p)
			X.Set(1, 0, math.NaN())
			return X
		}, []string{"Row 1, column 0 (counted from 0) is NaN"}},
		{"changes y", "1.3", func(X *mat.Dense, y []float64) []float64 {
			theta := normalEquation(X, y)
			y[0] = 0
			return theta
		}, []string{"(0 of 4 cases right)", "The result is right.", "case      X = 2×2 [1 2; 1 4], y = [3 7]\n", "But normalEquation writes into its argument y"}},
		{"changes X", "1.5", func(X *mat.Dense, y []float64, lambda float64) []float64 {
			theta := ridge(X, y, lambda)
			X.Set(0, 0, 7)
			return theta
		}, []string{"case      X = 4×2 [1 0; 1 1;", "But ridge writes into its argument X"}},
		{"length", "1.3", func(X *mat.Dense, y []float64) []float64 { return y[:1:1] }, []string{"Wanted 2 values, got 1 value."}},
		{"empty", "1.3", func(X *mat.Dense, y []float64) []float64 { return []float64{} }, []string{"got       []", "Wanted 2 values, got 0 values."}},
		{"empty matrix", "1.2", func([]float64, int) *mat.Dense { return new(mat.Dense) }, []string{"Wanted 4×3, got 0×0."}},
		{"nil now and then", "1.2", func(x []float64, p int) *mat.Dense {
			if p == 1 {
				return nil
			}
			return design(x, p)
		}, []string{"(4 of 5 cases right)", "Wanted 3×2, got nil."}},
		{"factor", "0.1", func(x []float64) float64 { return 3 * right(x) }, []string{"Every number is 3 times the expected one"}},
		{"sign", "0.1", func(x []float64) float64 { return -right(x) }, []string{"Every number has the wrong sign"}},
		{"a hair off", "0.1", func(x []float64) float64 { return right(x) * (1 + 1e-7) }, []string{"expected  2.75\n", "got       2.75000028"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "endless" {
				task.Impatient(t)
			}
			got := said(test.id, test.answer)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in:\n%s", want, got)
				}
			}
			if test.name != "endless" && said(test.id, test.answer) != got {
				t.Error("the second time it says something else")
			}
		})
	}
}

// A mistake is named only when it explains every case.
func TestHalfAMistakeIsNotNamed(t *testing.T) {
	sum := wrong(t, "0.1", "the sum is not divided").(func([]float64) float64)
	for _, other := range []func() float64{func() float64 { panic("late") }, func() float64 { return 7 }} {
		got := said("0.1", func(x []float64) float64 {
			if len(x) == 1 {
				return other()
			}
			return sum(x)
		})
		if !strings.Contains(got, "not yet") || strings.Contains(got, "looks like") {
			t.Error(got)
		}
	}
}

// A tiny rounding difference, as between two ways to add, is right.
func TestRoundingIsRight(t *testing.T) {
	mean := function(t, "0.1").Solution.(func([]float64) float64)
	for _, off := range []float64{1e-12, -1e-12} {
		if got := said("0.1", func(x []float64) float64 { return mean(x) * (1 + off) }); !strings.Contains(got, "correct") {
			t.Error(got)
		}
	}
	if got := said("0.1", func(x []float64) float64 { return mean(x) * (1 + 1e-8) }); strings.Contains(got, "correct") {
		t.Error(got)
	}
}

// A result that the function keeps and overwrites is still compared as it was.
func TestReusedResult(t *testing.T) {
	normalEquation := function(t, "1.3").Solution.(func(*mat.Dense, []float64) []float64)
	kept := make([]float64, 2)
	got := said("1.3", func(X *mat.Dense, y []float64) []float64 {
		if _, columns := X.Dims(); columns != 2 {
			return normalEquation(X, y)
		}
		copy(kept, normalEquation(X, y))
		return kept
	})
	if !strings.Contains(got, "correct") {
		t.Error(got)
	}
}

// A count that is 0 has nothing to do with 1/2.
func TestNoTrapForWholeNumbers(t *testing.T) {
	if s := said("6.5", function(t, "6.5").Stub); !strings.Contains(s, "not started yet") || strings.Contains(s, "1/2") {
		t.Errorf("said %q", s)
	}
}
