package figure

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// Every point of an ellipse is at the distance 2 from the middle, measured with S⁻¹.
func TestEllipse(t *testing.T) {
	f := New("", "", "")
	S := mat.NewSymDense(2, []float64{4, -1.5, -1.5, 1})
	f.Ellipse("2σ", 10, -3, S)
	if f.err != nil {
		t.Fatal(f.err)
	}
	l := f.layers[0].(*line)
	var inverse mat.Dense
	if err := inverse.Inverse(S); err != nil {
		t.Fatal(err)
	}
	for i := range l.x {
		z := mat.NewVecDense(2, []float64{l.x[i] - 10, l.y[i] + 3})
		if d := mat.Inner(z, &inverse, z); !(math.Abs(d-4) <= 1e-9) {
			t.Fatalf("point %d is at the squared distance %g, want 4", i, d)
		}
	}
	if last := len(l.x) - 1; math.Hypot(l.x[last]-l.x[0], l.y[last]-l.y[0]) > 1e-9 {
		t.Error("it is not closed")
	}
	xmin, xmax, ymin, ymax := l.extent()
	if math.Abs(xmax-xmin-8) > 1e-2 || math.Abs(ymax-ymin-4) > 1e-2 {
		t.Errorf("extent %g to %g, %g to %g; want ±2σ: 8 wide, 4 high", xmin, xmax, ymin, ymax)
	}
}

// A cloud on a line, upright or not, and a single point are ellipses as well.
func TestEllipseWithoutWidth(t *testing.T) {
	for _, s := range [][]float64{{0, 0, 0, 1}, {1, 0.1, 0.1, 0.01}, {0, 0, 0, 0}} {
		f := New("", "", "")
		f.Ellipse("", 1, 2, mat.NewSymDense(2, s))
		if _, err := PNG(f); err != nil {
			t.Errorf("S = %v: %v", s, err)
		}
	}
}

func TestEllipseErrors(t *testing.T) {
	for want, s := range map[string][]float64{
		`figure: Ellipse "e": S[0][1] is NaN`:                     {1, math.NaN(), math.NaN(), 1},
		`figure: Ellipse "e": S = (1, 2; 2, 1) is no covariance`:  {1, 2, 2, 1},
		`figure: Ellipse "e": S = (-1, 0; 0, 1) is no covariance`: {-1, 0, 0, 1},
		`figure: Ellipse "e": S = (0, 1; 1, 1) is no covariance`:  {0, 1, 1, 1},
	} {
		f := New("", "", "")
		f.Ellipse("e", 0, 0, mat.NewSymDense(2, s))
		if _, err := PNG(f); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for _, S := range []mat.Symmetric{nil, mat.NewSymDense(3, nil)} {
		func() {
			defer func() {
				if r := recover(); r != `figure: Ellipse "e": S is no 2×2 matrix` {
					t.Errorf("panics with %v", r)
				}
			}()
			New("", "", "").Ellipse("e", 0, 0, S)
		}()
	}
}
