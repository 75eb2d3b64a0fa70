package loss_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

// all lists every loss function of the package.
var all = []loss.Func{
	loss.SquaredError{}, loss.AbsoluteError{}, loss.Huber{Delta: 1}, loss.Huber{Delta: 0.3},
	loss.NormalNLL{Sigma: 1}, loss.NormalNLL{Sigma: 0.2}, loss.StudentTNLL{Nu: 4, Scale: 1}, loss.StudentTNLL{Nu: 1.5, Scale: 0.2},
	loss.Hinge{}, loss.BinaryCrossEntropy{}, loss.BernoulliNLL{}, loss.CrossEntropy{}, loss.CategoricalNLL{},
}

type reference struct {
	Loss          string
	Yhat, Y, Grad [][]float64
	J             float64
}

// references reads testdata/reference.json, made by testdata/reference.py.
func references(t *testing.T) (r struct {
	Torch, Exact []reference
	Classes      struct {
		Yhat, Y, Confusion [][]float64
		Accuracy           float64
	}
	Softmax []struct{ Z, P []float64 }
}) {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Torch) != 47 || len(r.Exact) != 57 {
		t.Fatalf("%d and %d reference cases, want 47 and 57", len(r.Torch), len(r.Exact))
	}
	return r
}

// dense copies rows into a matrix whose rows do not follow each other in
// memory, as is the case for a view of some columns.
func dense(rows [][]float64) *mat.Dense {
	n, m := len(rows), len(rows[0])
	wide := mat.NewDense(n, m+2, nil)
	for i := range n {
		for k := range m + 2 {
			wide.Set(i, k, math.NaN())
		}
	}
	X := wide.Slice(0, n, 1, m+1).(*mat.Dense)
	for i, r := range rows {
		X.SetRow(i, r)
	}
	return X
}

func byName(t *testing.T, name string) loss.Func {
	t.Helper()
	for _, l := range all {
		if l.String() == name {
			return l
		}
	}
	t.Fatalf("no loss is called %q", name)
	return nil
}

func TestTorch(t *testing.T) {
	seen := map[loss.Func]bool{}
	for _, c := range references(t).Torch {
		l := byName(t, c.Loss)
		seen[l] = true
		yhat, y, want := dense(c.Yhat), dense(c.Y), dense(c.Grad)
		n, m := yhat.Dims()
		if J := l.Value(nil, yhat, y); !(math.Abs(J-c.J) <= 1e-12*math.Abs(c.J)) {
			t.Errorf("%v, %d×%d: J is %.15g without gradient, PyTorch has %.15g", l, n, m, J, c.J)
		}
		grad := mat.NewDense(n, m, nil)
		if J := l.Value(grad, yhat, y); !(math.Abs(J-c.J) <= 1e-12*math.Abs(c.J)) {
			t.Errorf("%v, %d×%d: J is %.15g, PyTorch has %.15g", l, n, m, J, c.J)
		}
		if !mat.EqualApprox(grad, want, 1e-12) {
			t.Errorf("%v, %d×%d: gradient\n%.6g, PyTorch has\n%.6g", l, n, m, mat.Formatted(grad), mat.Formatted(want))
		}
		// The gradient may replace ŷ.
		l.Value(yhat, yhat, y)
		if !mat.Equal(grad, yhat) {
			t.Errorf("%v, %d×%d: the gradient is another one when it replaces ŷ", l, n, m)
		}
	}
	for _, l := range all {
		if !seen[l] {
			t.Errorf("no reference for %v", l)
		}
	}
}

// Logits from −1e308 to 1e308; J to a relative 1e-15, however small.
func TestHugeLogits(t *testing.T) {
	for _, c := range references(t).Exact {
		l := byName(t, c.Loss)
		grad := mat.NewDense(1, len(c.Y[0]), nil)
		J := l.Value(grad, dense(c.Yhat), dense(c.Y))
		if !(math.Abs(J-c.J) <= 1e-15*math.Abs(c.J)) {
			t.Errorf("%v: J is %.17g, want %.17g for ŷ = %g, y = %g", l, J, c.J, c.Yhat, c.Y)
		}
		if !mat.EqualApprox(grad, dense(c.Grad), 3e-16) {
			t.Errorf("%v: gradient %g, want %g for ŷ = %g, y = %g", l, grad.RawRowView(0), c.Grad, c.Yhat, c.Y)
		}
	}
}

func TestClassesAgainstScikitLearn(t *testing.T) {
	c := references(t).Classes
	yhat, y := dense(c.Yhat), dense(c.Y)
	if a := loss.Accuracy(loss.CrossEntropy{}, yhat, y); a != c.Accuracy {
		t.Errorf("accuracy %g, want %g", a, c.Accuracy)
	}
	if m := loss.Confusion(loss.CrossEntropy{}, yhat, y); !mat.Equal(m, dense(c.Confusion)) {
		t.Errorf("confusion matrix\n%v, want\n%v", mat.Formatted(m), mat.Formatted(dense(c.Confusion)))
	}
}

func TestSoftmaxAgainstTorch(t *testing.T) {
	for _, c := range references(t).Softmax {
		p := make([]float64, len(c.Z))
		loss.Softmax(p, c.Z)
		for k := range p {
			if !(math.Abs(p[k]-c.P[k]) <= 1e-14*c.P[k]) {
				t.Errorf("softmax of %g is %g, PyTorch has %g", c.Z, p, c.P)
				break
			}
		}
	}
}
