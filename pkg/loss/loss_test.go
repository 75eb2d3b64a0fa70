package loss_test

import (
	"fmt"
	"math"
	"testing"

	"ann/pkg/loss"
)

// The numbers are worked by hand: residuals 1, 0, −2, 1.
func TestMeasures(t *testing.T) {
	y := []float64{1, 2, 3, 4}
	yhat := []float64{2, 2, 1, 5}
	for name, c := range map[string]struct{ got, want float64 }{
		"MSE":  {loss.MSE(yhat, y), 1.5},
		"RMSE": {loss.RMSE(yhat, y), math.Sqrt(1.5)},
		"MAE":  {loss.MAE(yhat, y), 1},
		"R2":   {loss.R2(yhat, y), 1 - 6.0/5},
	} {
		if !(math.Abs(c.got-c.want) <= 1e-15) {
			t.Errorf("%s is %g, want %g", name, c.got, c.want)
		}
	}
	if got := loss.R2(y, y); got != 1 {
		t.Errorf("R² of a perfect fit is %g, want 1", got)
	}
	if got := loss.R2([]float64{2.5, 2.5, 2.5, 2.5}, y); got != 0 {
		t.Errorf("R² of the mean is %g, want 0", got)
	}
}

// A constant y has no variance to explain.
func TestR2OfAConstant(t *testing.T) {
	y := []float64{3, 3}
	if got := loss.R2(y, y); got != 1 {
		t.Errorf("R² of an exact fit is %g, want 1", got)
	}
	if got := loss.R2([]float64{3, 4}, y); got != 0 {
		t.Errorf("R² of another fit is %g, want 0", got)
	}
	// 0.1 + 0.2 is 0.3 to rounding.
	tenth, fifth := 0.1, 0.2
	if got := loss.R2([]float64{0.3, 0.3}, []float64{0.3, tenth + fifth}); got != 1 {
		t.Errorf("R² of a fit exact to rounding is %g, want 1", got)
	}
	if got := loss.R2([]float64{0.3, 0.31}, []float64{0.3, tenth + fifth}); got != 0 {
		t.Errorf("R² of another fit is %g, want 0", got)
	}
	for _, yhat := range [][]float64{{math.NaN(), 3}, {3, math.NaN()}} {
		if got := loss.R2(yhat, y); !math.IsNaN(got) {
			t.Errorf("R² of %g is %g, want NaN", yhat, got)
		}
	}
}

func TestLengthsPanic(t *testing.T) {
	for name, f := range map[string]func(yhat, y []float64) float64{"MSE": loss.MSE, "RMSE": loss.RMSE, "MAE": loss.MAE, "R2": loss.R2} {
		func() {
			defer func() {
				if got, want := recover(), "loss: "+name+": ŷ has 2 values, y has 1"; got != want {
					t.Errorf("panic %v, want %s", got, want)
				}
			}()
			f([]float64{1, 2}, []float64{1})
		}()
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s accepts empty slices", name)
				}
			}()
			f(nil, nil)
		}()
	}
}

func Example() {
	y, yhat := []float64{1, 2, 3, 4}, []float64{2, 2, 1, 5}
	fmt.Println(loss.MSE(yhat, y), loss.MAE(yhat, y))
	// Output: 1.5 1
}
