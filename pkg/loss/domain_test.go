package loss_test

import (
	"math"
	"testing"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

func one(v float64) *mat.Dense { return mat.NewDense(1, 1, []float64{v}) }

// TestOutsideTheDomain: no J, and no slope, where the loss is not defined.
func TestOutsideTheDomain(t *testing.T) {
	nan := math.NaN()
	for _, l := range []loss.Func{loss.BernoulliNLL{}, loss.CategoricalNLL{}} {
		for _, p := range []float64{-0.1, 1.5, math.Inf(1), nan} {
			for _, y := range []float64{0, 1} {
				grad := one(0)
				if J := l.Value(grad, one(p), one(y)); !math.IsNaN(J) || !math.IsNaN(grad.At(0, 0)) {
					t.Errorf("%v at p = %g, y = %g: J = %g, slope %g, want NaN", l, p, y, J, grad.At(0, 0))
				}
			}
		}
	}
	for _, l := range all {
		yhat, y, grad := mat.NewDense(1, 2, []float64{nan, 0.5}), mat.NewDense(1, 2, []float64{1, 0}), mat.NewDense(1, 2, nil)
		if J := l.Value(grad, yhat, y); !math.IsNaN(J) || !math.IsNaN(grad.At(0, 0)) {
			t.Errorf("%v at NaN: J = %g, slope %g, want NaN", l, J, grad.At(0, 0))
		}
	}
}

// TestInfiniteLogits: a logit of ±∞ is a sure answer, and costs nothing if it is right.
func TestInfiniteLogits(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct{ z, y, J, slope float64 }{
		{inf, 1, 0, 0}, {-inf, 0, 0, 0}, {inf, 0, inf, 1}, {-inf, 1, inf, -1}, {inf, 0.5, inf, 0.5},
	} {
		grad := one(0)
		if J := (loss.BinaryCrossEntropy{}).Value(grad, one(c.z), one(c.y)); J != c.J || grad.At(0, 0) != c.slope {
			t.Errorf("binary cross-entropy at z = %g, y = %g: J = %g, slope %g, want %g, %g", c.z, c.y, J, grad.At(0, 0), c.J, c.slope)
		}
		two, y := mat.NewDense(1, 2, []float64{0, c.z}), mat.NewDense(1, 2, []float64{1 - c.y, c.y})
		grad = mat.NewDense(1, 2, nil)
		if J := (loss.CrossEntropy{}).Value(grad, two, y); J != c.J || grad.At(0, 1) != c.slope {
			t.Errorf("cross-entropy at z = %g, y = %g: J = %g, slope %g, want %g, %g", c.z, c.y, J, grad.At(0, 1), c.J, c.slope)
		}
		p := []float64{0, 0}
		if loss.Softmax(p, two.RawRowView(0)); p[0]+p[1] != 1 || (p[1] == 1) != (c.z > 0) {
			t.Errorf("softmax of (0, %g) is %g", c.z, p)
		}
	}
	if J := (loss.CrossEntropy{}).Value(nil, mat.NewDense(1, 2, []float64{inf, inf}), mat.NewDense(1, 2, []float64{1, 0})); !math.IsNaN(J) {
		t.Errorf("J = %g for two logits of +∞, want NaN", J)
	}
}

// TestStudentTLargeNu: from ν = 1e6 on, differences of ln Γ have lost their digits. The
// values were computed with 40 digits, at q = 1.
func TestStudentTLargeNu(t *testing.T) {
	for _, c := range []struct{ nu, J float64 }{
		{1e-3, 7.6055493233456026}, {59.9, 1.4272625512559314}, {60, 1.4272487165462733}, {61, 1.4271128573757892}, {100, 1.4239301996279927},
		{1e4, 1.4189885323713394}, {1e6, 1.4189390332045894}, {1e8, 1.4189385382046727}, {1e15, 1.4189385332046732},
	} {
		if J := (loss.StudentTNLL{Nu: c.nu, Scale: 1}).Value(nil, one(1), one(0)); !(math.Abs(J-c.J) <= 1e-13) {
			t.Errorf("ν = %g: J = %.16g, want %.16g", c.nu, J, c.J)
		}
	}
}

// TestLargeTerms: a mean is within float64 though the sum is not, and a term though a
// part of it is not.
func TestLargeTerms(t *testing.T) {
	near := func(what string, got, want float64) {
		t.Helper()
		if !(math.Abs(got-want) <= 1e-14*math.Abs(want)) {
			t.Errorf("%s is %g, want %g", what, got, want)
		}
	}
	large := []float64{1e308, -1e308, 1e308, 1e308}
	zeros := make([]float64, 4)
	near("MAE", loss.MAE(large, zeros), 1e308)
	near("RMSE", loss.RMSE(large, zeros), 1e308)
	near("MSE", loss.MSE([]float64{1e154, 1e154, -1e154, 1e154}, zeros), 1e308)
	near("R²", loss.R2([]float64{1e308, -1e308, 1e308, 0}, large), 1-1/3.)
	near("R² beside a large mean", loss.R2([]float64{1e15 + 1, 1e15 + 2, 1e15 + 2}, []float64{1e15 + 1, 1e15 + 2, 1e15 + 3}), 0.5)
	near("R² of small numbers", loss.R2([]float64{1e-300, 2e-300, 3e-300}, []float64{1e-300, 2e-300, 4e-300}), 1-3/14.)

	column := mat.NewDense(4, 1, large)
	near("absolute error", loss.AbsoluteError{}.Value(nil, column, mat.NewDense(4, 1, nil)), 1e308)
	near("squared error", loss.SquaredError{}.Value(nil, one(1.5e154), one(0)), 1.125e308)
	near("normal", loss.NormalNLL{Sigma: 1}.Value(nil, one(1.5e154), one(0)), 1.125e308)

	grad := one(0)
	near("Student-t", loss.StudentTNLL{Nu: 1, Scale: 1}.Value(grad, one(1e200), one(0)), math.Log(math.Pi)+400*math.Ln10)
	near("its slope", grad.At(0, 0), 2e-200)
	near("Student-t, narrow", loss.StudentTNLL{Nu: 1, Scale: 1e-200}.Value(grad, one(-1e200), one(0)), math.Log(math.Pi)+600*math.Ln10)
	near("its slope", grad.At(0, 0), -2e-200)
	near("Student-t, ν small", loss.StudentTNLL{Nu: 1e-300, Scale: 1}.Value(nil, one(1e100), one(0))-loss.StudentTNLL{Nu: 1e-300, Scale: 1}.Value(nil, one(1e50), one(0)), 50*math.Ln10)
}
