package task

import (
	"reflect"
	"testing"

	"ann/pkg/exercise/repair"

	"gonum.org/v1/gonum/mat"
)

// A source is believed only where it gives what the function gave.
func TestAgrees(t *testing.T) {
	f := Function{Name: "f", Cases: [][]any{{2.}, {-1.}, {0.}}, Solution: func(x float64) float64 { return x }}
	source, err := repair.Parse([]byte("package p\nfunc f(x float64) float64 {\n\tif x < 0 {\n\t\tpanic(x)\n\t}\n\treturn 2 * x\n}"), "f")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		f    func(x float64) float64
		want bool
	}{
		{"the same", func(x float64) float64 {
			if x < 0 {
				panic("any text")
			}
			return x + x
		}, true},
		{"no panic", func(x float64) float64 { return 2 * x }, false},
		{"another number", func(x float64) float64 {
			if x < 0 {
				panic(x)
			}
			return 2*x + 1e-6
		}, false},
	} {
		c := f.compare(reflect.ValueOf(test.f), nil)
		if got := f.agrees(c, source); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// The solution of a singular system is noise, and no reason to disbelieve.
func TestAgreesOnNoise(t *testing.T) {
	f := Function{Name: "f", Cases: [][]any{{mat.NewDense(3, 2, []float64{1, 0.3, 1, 1.7, 1, 2.9})}}, Solution: func(X *mat.Dense) float64 { return 0 }}
	source, err := repair.Parse([]byte(`package p
import "gonum.org/v1/gonum/mat"
func f(X *mat.Dense) float64 {
	var A mat.Dense
	A.Mul(X, X.T())
	var x mat.VecDense
	x.SolveVec(&A, mat.NewVecDense(3, []float64{1, 2, 4}))
	return x.AtVec(0)
}`), "f")
	if err != nil {
		t.Fatal(err)
	}
	run, err := source.AsFunc()
	if err != nil {
		t.Fatal(err)
	}
	noisy := func(X *mat.Dense) float64 { return 1.001 * run.(func(*mat.Dense) float64)(X) }
	if c := f.compare(reflect.ValueOf(noisy), nil); !f.agrees(c, source) {
		t.Error("a singular system is disbelieved")
	}
}
