package exercise

import (
	"bytes"
	"math"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"
)

// impatient shortens the limit for endless loops.
func impatient(t testing.TB) {
	old := patience
	patience = 300 * time.Millisecond
	t.Cleanup(func() { patience = old })
}

type learners func(x []float64) float64

// TestCheckSays gives Check what learners give it.
func TestCheckSays(t *testing.T) {
	fresh(t)
	right := solution00{}.mean
	var stop atomic.Bool
	defer stop.Store(true)
	for _, test := range []struct {
		name, id string
		answer   any
		want     []string
	}{
		{"right", "0.1", right, []string{"✓ 0.1 Mean (trial) — correct. (1 of 1 solved in this chapter)"}},
		{"a named type", "0.1", learners(right), []string{"correct"}},
		{"nil", "0.1", nil, []string{"not started yet: the answer is nil"}},
		{"nil function", "0.1", learners(nil), []string{"not started yet: the function is nil"}},
		{"nil of nothing", "1.6", nil, []string{"not started yet"}},
		{"stub", "0.1", stub00{}.mean, []string{"○ 0.1 Mean (trial) — not started yet: mean gives 0 in every case", "in Go 1/2 is 0"}},
		{"stub with a slice", "1.3", stub01{}.normalEquation, []string{"gives nil in every case", "a slice that is only declared is nil"}},
		{"empty choice", "1.6", Cures{}, []string{"not started yet: nothing is chosen"}},
		{"result for function", "0.1", 2.5, []string{"another type", "wanted  func mean(x []float64) float64", "got     float64", `exercise.Check("0.1", mean)`}},
		{"other function", "1.2", func(x []float64) *mat.Dense { return nil }, []string{"wanted  func design(x []float64, p int) *mat.Dense", "got     func([]float64) *mat.Dense"}},
		{"other value", "1.6", "Ridge", []string{"wanted  exercise.Cures", "got     string"}},
		{"channel", "0.1", make(chan int), []string{"got     chan int"}},
		{"index", "0.1", func(x []float64) float64 { return x[len(x)] }, []string{"case      x = [1 2 3 5]", "expected  2.75", "panic     runtime error: index out of range [4] with length 4", "An index goes too far"}},
		{"own panic", "0.1", func(x []float64) float64 { panic("no\nidea") }, []string{"panic     no idea"}},
		{"panic of nil", "0.1", func(x []float64) float64 { panic(nil) }, []string{"panic     panic called with nil"}},
		{"goexit", "0.1", func(x []float64) float64 { runtime.Goexit(); return 0 }, []string{"ended its goroutine"}},
		{"shapes", "1.3", func(X *mat.Dense, y []float64) []float64 {
			var A mat.Dense
			A.Mul(X, mat.NewDense(7, 1, nil))
			return nil
		}, []string{"case      X = 2×2 [1 2; 1 4], y = [3 7]", "panic     mat: dimension mismatch", "Two shapes do not fit"}},
		{"singular", "1.3", func(X *mat.Dense, y []float64) []float64 {
			return solve(mat.NewDense(2, 2, []float64{1, 1, 1, 1}), mat.NewVecDense(2, y[:2]))
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
			X := solution01{}.design(x, p)
			X.Set(1, 0, math.NaN())
			return X
		}, []string{"Row 1, column 0 (counted from 0) is NaN"}},
		{"changes y", "1.3", func(X *mat.Dense, y []float64) []float64 {
			theta := solution01{}.normalEquation(X, y)
			y[0] = 0
			return theta
		}, []string{"(0 of 4 cases right)", "The result is right.", "case      X = 2×2 [1 2; 1 4], y = [3 7]\n", "But normalEquation writes into its argument y"}},
		{"changes X", "1.5", func(X *mat.Dense, y []float64, lambda float64) []float64 {
			theta := solution01{}.ridge(X, y, lambda)
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
			return solution01{}.design(x, p)
		}, []string{"(4 of 5 cases right)", "Wanted 3×2, got nil."}},
		{"factor", "0.1", func(x []float64) float64 { return 3 * right(x) }, []string{"Every number is 3 times the expected one"}},
		{"sign", "0.1", func(x []float64) float64 { return -right(x) }, []string{"Every number has the wrong sign"}},
		{"a hair off", "0.1", func(x []float64) float64 { return right(x) * (1 + 1e-7) }, []string{"expected  2.75\n", "got       2.75000028\n"}},
		{"half the choices", "1.6", Cures{Healthy: LeastSquares, OutliersInY: Lasso, FarX: Lasso}, []string{
			"1 of 6 are right.", "OutliersInY: Lasso is not the cure", "FarX: Lasso is not the cure", "Twins: not chosen yet.", "Lasso against outliers"}},
		{"a choice out of range", "1.6", Cures{Band: 99}, []string{"Band: Cure(99) is not the cure"}},
		{"unknown", "1.22", right, []string{`✗ there is no exercise "1.22". Near it: 1.2 Design matrix`}},
		{"unknown and long", strings.Repeat("x", 1e5), right, []string{"there is no exercise"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "endless" {
				impatient(t)
			}
			got := checked(test.id, test.answer)
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in:\n%s", want, got)
				}
			}
			if test.name != "endless" && checked(test.id, test.answer) != got {
				t.Error("the second time it says something else")
			}
		})
	}
}

// A mistake is named only when it explains every case.
func TestHalfAMistakeIsNotNamed(t *testing.T) {
	fresh(t)
	for _, other := range []func() float64{func() float64 { panic("late") }, func() float64 { return 7 }} {
		got := checked("0.1", func(x []float64) float64 {
			if len(x) == 1 {
				return other()
			}
			return wrong00{}.meanSum(x)
		})
		if !strings.Contains(got, "not yet") || strings.Contains(got, "looks like") {
			t.Error(got)
		}
	}
}

// A tiny rounding difference, as between two ways to add, is right.
func TestRoundingIsRight(t *testing.T) {
	fresh(t)
	for _, off := range []float64{1e-12, -1e-12} {
		if got := checked("0.1", func(x []float64) float64 { return solution00{}.mean(x) * (1 + off) }); !strings.Contains(got, "correct") {
			t.Error(got)
		}
	}
	if got := checked("0.1", func(x []float64) float64 { return solution00{}.mean(x) * (1 + 1e-8) }); strings.Contains(got, "correct") {
		t.Error(got)
	}
}

// A result that the function keeps and overwrites is still compared as it was.
func TestReusedResult(t *testing.T) {
	fresh(t)
	kept := make([]float64, 2)
	got := checked("1.3", func(X *mat.Dense, y []float64) []float64 {
		if _, columns := X.Dims(); columns != 2 {
			return solution01{}.normalEquation(X, y)
		}
		copy(kept, solution01{}.normalEquation(X, y))
		return kept
	})
	if !strings.Contains(got, "correct") {
		t.Error(got)
	}
}

func TestStrict(t *testing.T) {
	fresh(t)
	for _, test := range []struct {
		strict, id string
		answer     any
		panics     bool
	}{
		{"1", "0.1", stub00{}.mean, true},
		{"1", "0.1", wrong00{}.meanSum, true},
		{"1", "0.1", 3, true},
		{"1", "0.11", solution00{}.mean, true},
		{"1", "0.1", solution00{}.mean, false},
		{"1", "1.6", Cures{}, true},
		{"1", "1.6", solution01{}.cures(), false},
		{"", "0.1", wrong00{}.meanSum, false},
		{"0", "0.1", wrong00{}.meanSum, false},
	} {
		t.Setenv("ANN_STRICT", test.strict)
		if got := panicOf(func() { Check(test.id, test.answer) }); (got != "") != test.panics || test.panics && !strings.Contains(got, "exercise: Check: "+test.id+" is not solved") {
			t.Errorf("strict %q, %s, %T: panic %q", test.strict, test.id, test.answer, got)
		}
	}
}

// panicOf is the message with which f panics, or empty.
func panicOf(f func()) (message string) {
	defer func() {
		if r := recover(); r != nil {
			message = r.(string)
		}
	}()
	f()
	return ""
}

func TestHintsComeOneByOne(t *testing.T) {
	fresh(t)
	said := func() string {
		var out bytes.Buffer
		hint(&out, "1.2")
		return plainText(out.String())
	}
	e := designExercise()
	for call := 1; call <= 5; call++ {
		got := said()
		for i, h := range e.hints {
			if want := i < call; strings.Contains(got, plainText(h)) != want || strings.Contains(got, []string{"hint 1 of 3:", "hint 2 of 3:", "hint 3 of 3:"}[i]) != want {
				t.Errorf("call %d, hint %d: want shown %v: %s", call, i+1, want, got)
			}
		}
		if strings.Contains(got, "These were all") != (call >= 3) {
			t.Errorf("call %d: %s", call, got)
		}
	}
	if !strings.Contains(Progress(), "| 1.2 | Design matrix | – | 3 of 3 |") {
		t.Error(Progress())
	}
}

func TestSolutionSaysToTry(t *testing.T) {
	fresh(t)
	said := func() string {
		var out bytes.Buffer
		solution(&out, "1.4")
		return out.String()
	}
	e := sigma2Exercise()
	if got := said(); !strings.Contains(got, "try is worth it") || !strings.Contains(got, SolutionSource("1.4")) || !strings.Contains(plainText(got), plainText(e.why)) {
		t.Error(got)
	}
	checked("1.4", stub01{}.sigma2)
	if got := said(); !strings.Contains(got, "try is worth it") {
		t.Errorf("a stub is no try: %s", got)
	}
	checked("1.4", wrong01{}.sigma2N)
	if got := said(); strings.Contains(got, "try is worth it") || !strings.Contains(got, SolutionSource("1.4")) {
		t.Error(got)
	}
}

func TestUnknownIDs(t *testing.T) {
	fresh(t)
	var out bytes.Buffer
	hint(&out, "1.8")
	solution(&out, "99.1")
	if got := out.String(); strings.Count(got, "there is no exercise") != 2 {
		t.Error(got)
	}
	for _, f := range []func(){func() { SolutionSource("1.8") }, func() { StubSource("") }} {
		if got := panicOf(f); !strings.HasPrefix(got, "exercise: ") || !strings.Contains(got, "Near it") {
			t.Errorf("panic %q", got)
		}
	}
}

// A count that is 0 has nothing to do with 1/2.
func TestNoTrapForWholeNumbers(t *testing.T) {
	fresh(t)
	var out bytes.Buffer
	check(&out, "6.5", stub06{}.countParameters)
	if s := out.String(); !strings.Contains(s, "not started yet") || strings.Contains(s, "1/2") {
		t.Errorf("said %q", s)
	}
}
