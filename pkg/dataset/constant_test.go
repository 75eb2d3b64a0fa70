package dataset

import "testing"

func TestConstant(t *testing.T) {
	tenth, fifth := 0.1, 0.2
	for _, c := range []struct {
		v    []float64
		want bool
	}{
		{nil, true},
		{[]float64{7}, true},
		{[]float64{0.3, tenth + fifth, 0.3}, true},
		{[]float64{-0.3, -tenth - fifth}, true},
		{[]float64{1, 1 + 3*0x1p-52, 1}, true},
		{[]float64{1, 1 + 4*0x1p-52, 1}, false},
		{[]float64{0, 5e-324}, true},
		{[]float64{0, 1e-299}, false},
		{[]float64{0.3, 0.31}, false},
		{[]float64{-1e150, 1e150}, false},
	} {
		if got := Constant(c.v); got != c.want {
			t.Errorf("Constant(%v) = %t, want %t", c.v, got, c.want)
		}
	}
}
