package regression

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func TestSeparable(t *testing.T) {
	penguins := dataset.Penguins().Complete("bill_length_mm", "bill_depth_mm")
	var rows []int
	for i, s := range penguins.Text("species") {
		if s != "Chinstrap" {
			rows = append(rows, i)
		}
	}
	penguins = penguins.Select(rows)
	labels, _ := dataset.Labels(penguins.Text("species"))
	X := WithOnes(penguins.Matrix("bill_length_mm", "bill_depth_mm"))
	var e *Separable
	_, err := Logistic(X, labels, Config{})
	if !errors.As(err, &e) || e.N != len(labels) || e.Class != -1 || !strings.Contains(err.Error(), "use a penalty (λ > 0)") {
		t.Fatalf("Adelie, Gentoo: %v", err)
	}
	y := dataset.PlusMinus(labels)
	for i, z := range predict("", X, e.Theta) {
		if y[i]*z <= 0 {
			t.Fatalf("Theta does not separate row %d", i)
		}
	}
	// ‖θ‖ grows for ever, J falls.
	p := LogisticProblem(X, labels, 0)
	last := math.Inf(1)
	for _, f := range []float64{1, 10, 100, 1e3} {
		theta := slices.Clone(e.Theta)
		floats.Scale(f*10, theta)
		if J := p.J(theta); J >= last {
			t.Errorf("J is %g at %g·θ, was %g", J, f*10, last)
		} else {
			last = J
		}
	}
	// By the caller's own optimizer and settings it is the same.
	for _, s := range []optimizer.Config{{MaxSteps: 50_000}, {MinDecrease: 1e-12}} {
		if _, err := Logistic(WithOnes(mat.NewDense(4, 1, []float64{-2, -1, 1, 2})), []int{0, 0, 1, 1}, Config{Optimizer: optimizer.NewNesterov(0.1), Minimize: s}); !errors.As(err, &e) {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if _, err := Logistic(X, labels, Config{Lambda: 1e-6}); err != nil {
		t.Errorf("with a penalty: %v", err)
	}

	iris := dataset.Iris()
	labels, _ = dataset.Labels(iris.Text("species"))
	X = WithOnes(iris.Matrix("petal_length_cm", "petal_width_cm"))
	if _, err := Softmax(X, labels, 3, Config{}); !errors.As(err, &e) || e.Class != 0 {
		t.Errorf("setosa stands apart: %v", err)
	}
	X = WithOnes(mat.NewDense(6, 2, []float64{0, 9, 1, 9, 9, 0, 9, 1, -9, -9, -8, -9}))
	if _, err := Softmax(X, []int{0, 0, 1, 1, 2, 2}, 3, Config{}); !errors.As(err, &e) || e.Class != -1 && e.Class != 0 {
		t.Errorf("three heaps: %v", err)
	}

	// Classes that touch: x = 1 is in both.
	var slow *NotConverged
	if _, err := Logistic(WithOnes(mat.NewDense(4, 1, []float64{0, 1, 1, 2})), []int{0, 0, 1, 1}, Config{}); !errors.As(err, &slow) {
		t.Errorf("classes that touch: %v", err)
	}
}

func TestClassesBadData(t *testing.T) {
	X, labels := someClasses(20, 2, 2)
	for name, fit := range map[string]func(X mat.Matrix, labels []int, o Config) error{
		"Logistic": func(X mat.Matrix, labels []int, o Config) error { _, err := Logistic(X, labels, o); return err },
		"Softmax":  func(X mat.Matrix, labels []int, o Config) error { _, err := Softmax(X, labels, 2, o); return err },
	} {
		check := func(what string, err error, target any, words string) {
			t.Helper()
			if err == nil || !errors.As(err, target) || !strings.HasPrefix(err.Error(), "regression: "+name+": ") || !strings.Contains(err.Error(), words) {
				t.Errorf("%s: %s: error %v, want %T and %q", name, what, err, target, words)
			}
		}
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			bad := mat.DenseCopyOf(X)
			bad.Set(4, 2, v)
			check("bad cell", fit(bad, labels, Config{}), new(*dataset.NotFinite), "in row 4, column 2")
		}
		bad := mat.DenseCopyOf(X)
		bad.Set(4, 2, 1e151)
		check("1e151", fit(bad, labels, Config{}), new(*dataset.NotFinite), "a larger unit")
		for _, v := range []float64{-1, math.NaN(), math.Inf(1)} {
			check("λ", fit(X, labels, Config{Lambda: v}), new(*optimizer.BadParameter), "λ is")
		}
		check("empty", fit(&mat.Dense{}, nil, Config{}), new(*TooFewPoints), "there are no points")
		check("one class", fit(X, make([]int, 20), Config{Lambda: 1}), new(*MissingClass), "label 1")
		twice := mat.DenseCopyOf(X)
		twice.SetCol(2, mat.Col(nil, 1, X))
		check("a column twice", fit(twice, labels, Config{}), new(*RankDeficient), "drop column 2, or use a penalty")
		if err := fit(twice, labels, Config{Lambda: 0.1}); err != nil {
			t.Errorf("%s: a column twice with a penalty: %v", name, err)
		}
		few := fit(X.Slice(0, 2, 0, 3), []int{0, 1}, Config{})
		check("n < p+1", few, new(*TooFewPoints), "2 points for 3 columns")
		// Units at the ends of what is allowed.
		want := mat.DenseCopyOf(X)
		for i := range labels {
			want.Set(i, 1, X.At(i, 1)*1e149)
			want.Set(i, 2, X.At(i, 2)*1e-200)
		}
		if err := fit(want, labels, Config{}); err != nil {
			t.Errorf("%s: features of size 1e149 and 1e-200: %v", name, err)
		}
		for i := range labels {
			want.Set(i, 2, X.At(i, 2)*1e-309)
		}
		check("θ beyond 1e308", fit(want, labels, Config{}), new(*Overflow), "θ is beyond")

		panics(t, name, name+": X is nil", func() { _ = fit(nil, labels, Config{}) })
		panics(t, name, "labels has 19 values, X has 20 rows", func() { _ = fit(X, labels[:19], Config{}) })
		panics(t, name, "label 2 in row 0, want 0 to 1", func() { _ = fit(X, append([]int{2}, labels[1:]...), Config{}) })
		noOnes := mat.DenseCopyOf(X)
		noOnes.Set(3, 0, 2)
		panics(t, name, "column 0 of X must be the ones column", func() { _ = fit(noOnes, labels, Config{}) })
	}
	panics(t, "Softmax", "k is 1", func() { _, _ = Softmax(X, labels, 1, Config{}) })
	panics(t, "LogisticProblem", "λ is -1", func() { LogisticProblem(X, labels, -1) })
	panics(t, "LogisticProblem", "no points", func() { LogisticProblem(&mat.Dense{}, nil, 0) })
	panics(t, "SoftmaxProblem", "label -1 in row 0", func() { SoftmaxProblem(X, append([]int{-1}, labels[1:]...), 2, 0) })
	panics(t, "problem", "θ has 2 values", func() { LogisticProblem(X, labels, 0).J(make([]float64, 2)) })
	f, err := Softmax(X, labels, 2, Config{})
	if err != nil {
		t.Fatal(err)
	}
	panics(t, "Classes", "X is 20×2, want 3 columns", func() { f.Classes(X.Slice(0, 20, 0, 2)) })
	logistic := &LogisticResult{Theta: []float64{1, 1, 1}}
	if c := logistic.Classes(&mat.Dense{}); len(c) != 0 {
		t.Errorf("no rows have the classes %d", c)
	}
	missing := mat.DenseCopyOf(X)
	missing.Set(3, 1, math.NaN())
	panics(t, "Softmax", "loss: Classes: ŷ is NaN in row 3, column 0", func() { f.Classes(missing) })
	panics(t, "Logistic", "loss: Classes: ŷ is NaN in row 3, column 0", func() { logistic.Classes(missing) })
}
