package task

import (
	"reflect"
	"testing"

	"ann/pkg/exercise/repair"
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
