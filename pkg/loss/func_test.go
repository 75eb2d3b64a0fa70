package loss_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"
)

// sample returns ŷ and y that suit the loss: probabilities where it wants some,
// labels ±1, rows that are distributions.
func sample(r *rand.Rand, l loss.Func, n, m int) (yhat, y *mat.Dense) {
	yhat, y = mat.NewDense(n, m, nil), mat.NewDense(n, m, nil)
	for i := range n {
		h, t := yhat.RawRowView(i), y.RawRowView(i)
		for k := range h {
			h[k], t[k] = 3*r.NormFloat64(), r.NormFloat64()
		}
		switch l.(type) {
		case loss.Hinge:
			for k := range t {
				t[k] = math.Copysign(1, t[k])
			}
		case loss.BinaryCrossEntropy:
			for k := range t {
				t[k] = r.Float64()
			}
		case loss.BernoulliNLL:
			for k := range t {
				t[k], h[k] = r.Float64(), 0.05+0.9*r.Float64()
			}
		case loss.CrossEntropy:
			loss.Softmax(t, t)
		case loss.CategoricalNLL:
			loss.Softmax(t, t)
			for k := range h {
				h[k] /= 6 // no p so small that 1/p bends within a step
			}
			loss.Softmax(h, h)
		}
	}
	return yhat, y
}

func TestGradientIsTheDerivative(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	for _, l := range all {
		for _, s := range [][2]int{{1, 2}, {5, 3}, {20, 2}} {
			n, m := s[0], s[1]
			yhat, y := sample(r, l, n, m)
			if l == (loss.CrossEntropy{}) {
				y.Scale(1.5, y) // rows that do not sum to 1 count more or less
			}
			grad, x := mat.NewDense(n, m, nil), mat.NewDense(n, m, nil)
			l.Value(grad, yhat, y)
			numeric := fd.Gradient(nil, func(v []float64) float64 {
				copy(x.RawMatrix().Data, v)
				return l.Value(nil, x, y)
			}, yhat.RawMatrix().Data, &fd.Settings{Formula: fd.Central, Step: 1e-6})
			for j, want := range numeric {
				got := grad.RawMatrix().Data[j]
				if !(math.Abs(got-want) <= 1e-6*max(math.Abs(got), math.Abs(want), 1e-2)) {
					t.Errorf("%v, %d×%d: derivative %d is %g, central difference %g", l, n, m, j, got, want)
				}
			}
		}
	}
}

// What the losses have to do with each other and with the measures.
func TestRelations(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 2))
	close := func(name string, got, want float64) {
		t.Helper()
		if !(math.Abs(got-want) <= 1e-12*max(1, math.Abs(want))) {
			t.Errorf("%s: %.15g, want %.15g", name, got, want)
		}
	}
	const n = 50
	yhat, y := sample(r, loss.SquaredError{}, n, 1)
	h, v := yhat.RawMatrix().Data, y.RawMatrix().Data
	J := loss.SquaredError{}.Value(nil, yhat, y)
	close("2J = MSE", 2*J, loss.MSE(h, v))
	close("absolute error = MAE", loss.AbsoluteError{}.Value(nil, yhat, y), loss.MAE(h, v))
	close("Huber of a large δ", loss.Huber{Delta: 1e3}.Value(nil, yhat, y), J)
	close("Huber of a small δ", loss.Huber{Delta: 1e-13}.Value(nil, yhat, y)/1e-13, loss.MAE(h, v))
	close("normal", loss.NormalNLL{Sigma: 0.5}.Value(nil, yhat, y), J/0.25+math.Log(0.5*math.Sqrt(2*math.Pi)))
	if s, g := (loss.StudentTNLL{Nu: 1e7, Scale: 2}).Value(nil, yhat, y), (loss.NormalNLL{Sigma: 2}).Value(nil, yhat, y); !(math.Abs(s-g) < 1e-5) {
		t.Errorf("Student-t with many degrees of freedom gives %g, normal %g", s, g)
	}

	// Two classes are one logit; cross-entropies are likelihoods of σ and softmax.
	z, y := sample(r, loss.BinaryCrossEntropy{}, n, 1)
	two, y2, p := mat.NewDense(n, 2, nil), mat.NewDense(n, 2, nil), mat.NewDense(n, 1, nil)
	for i := range n {
		two.SetRow(i, []float64{7, 7 + z.At(i, 0)})
		y2.SetRow(i, []float64{1 - y.At(i, 0), y.At(i, 0)})
		p.Set(i, 0, 1/(1+math.Exp(-z.At(i, 0))))
	}
	J = loss.BinaryCrossEntropy{}.Value(nil, z, y)
	close("cross-entropy of two classes", loss.CrossEntropy{}.Value(nil, two, y2), J)
	close("Bernoulli", loss.BernoulliNLL{}.Value(nil, p, y), J)
	z, y = sample(r, loss.CrossEntropy{}, n, 4)
	J = loss.CrossEntropy{}.Value(nil, z, y)
	P, shifted := mat.NewDense(n, 4, nil), mat.NewDense(n, 4, nil)
	for i := range n {
		loss.Softmax(P.RawRowView(i), z.RawRowView(i))
		for k := range 4 {
			shifted.Set(i, k, z.At(i, k)+100*float64(i))
		}
	}
	close("categorical", loss.CategoricalNLL{}.Value(nil, P, y), J)
	close("a shift of the logits", loss.CrossEntropy{}.Value(nil, shifted, y), J)

	// A row of the gradient sums to 0, since a shift changes nothing.
	grad := mat.NewDense(n, 4, nil)
	loss.CrossEntropy{}.Value(grad, z, y)
	for i := range n {
		if s := mat.Sum(grad.RowView(i)); !(math.Abs(s) <= 1e-16) {
			t.Errorf("row %d of the gradient sums to %g", i, s)
		}
	}
}

func TestSoftmax(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 3))
	for range 1000 {
		z := make([]float64, 1+r.IntN(10))
		for k := range z {
			z[k] = 100 * r.NormFloat64()
		}
		p, q := make([]float64, len(z)), make([]float64, len(z))
		loss.Softmax(p, z)
		sum := 0.0
		for k := range z {
			sum += p[k]
			z[k] += 64
		}
		loss.Softmax(q, z)
		for k := range z {
			if !(p[k] >= 0 && math.Abs(p[k]-q[k]) < 1e-13) {
				t.Errorf("p is %g, %g for z + 64", p[k], q[k])
			}
		}
		loss.Softmax(z, z)
		for k := range z {
			if z[k] != q[k] {
				t.Error("in place the result is another one")
			}
		}
		if !(math.Abs(sum-1) <= 1e-15) {
			t.Errorf("softmax sums to %.17g", sum)
		}
	}
}

// What a loss says at its edges.
func TestEdges(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		l                loss.Func
		yhat, y, J, grad float64
	}{
		{loss.SquaredError{}, 1e200, 0, inf, 1e200},
		{loss.AbsoluteError{}, 1, 1, 0, 0},
		{loss.AbsoluteError{}, -1e308, 0, 1e308, -1},
		{loss.Huber{Delta: 1}, 2, 1, 0.5, 1},
		{loss.Huber{Delta: 2}, -1e300, 0, 2e300, -2},
		{loss.Hinge{}, 1, 1, 0, 0},
		{loss.Hinge{}, -1e308, 1, 1e308, -1},
		{loss.Hinge{}, 0.5, -1, 1.5, 1},
		{loss.StudentTNLL{Nu: 1, Scale: 1}, 1e200, 0, math.Log(math.Pi) + 400*math.Ln10, 0},
		{loss.BernoulliNLL{}, 1, 1, 0, -1},
		{loss.BernoulliNLL{}, 0, 0, 0, 1},
		{loss.BernoulliNLL{}, 0, 1, inf, -inf},
		{loss.BernoulliNLL{}, 1, 0, inf, inf},
		{loss.CategoricalNLL{}, 0, 0, 0, 0},
		{loss.CategoricalNLL{}, 0, 1, inf, -inf},
	} {
		grad := mat.NewDense(1, 1, nil)
		J := c.l.Value(grad, mat.NewDense(1, 1, []float64{c.yhat}), mat.NewDense(1, 1, []float64{c.y}))
		if J != c.J && !(math.Abs(J-c.J) < 1e-13*c.J) {
			t.Errorf("%v: J(%g, %g) is %g, want %g", c.l, c.yhat, c.y, J, c.J)
		}
		if g := grad.At(0, 0); g != c.grad && !(math.Abs(g-c.grad) < 1e-150) {
			t.Errorf("%v: ∂J/∂ŷ at (%g, %g) is %g, want %g", c.l, c.yhat, c.y, g, c.grad)
		}
	}
	r := rand.New(rand.NewPCG(13, 4))
	for _, l := range all {
		for at := range 3 {
			yhat, y := sample(r, l, 2, 3)
			yhat.Set(1, at, nan)
			if J := l.Value(nil, yhat, y); !math.IsNaN(J) {
				t.Errorf("%v: J is %g with a NaN in ŷ", l, J)
			}
			yhat, y = sample(r, l, 2, 3)
			y.Set(1, at, nan)
			if J := l.Value(nil, yhat, y); !math.IsNaN(J) {
				t.Errorf("%v: J is %g with a NaN in y", l, J)
			}
		}
	}
	// One-hot rows with a NaN among the classes that did not come.
	oneHot := mat.NewDense(1, 3, []float64{1, 0, 0})
	for _, l := range []loss.Func{loss.CrossEntropy{}, loss.CategoricalNLL{}} {
		if J := l.Value(nil, mat.NewDense(1, 3, []float64{0.5, nan, 0.2}), oneHot); !math.IsNaN(J) {
			t.Errorf("%v: J is %g with a NaN in ŷ", l, J)
		}
	}
	// A logit of −Inf is a class ruled out.
	if J := (loss.CrossEntropy{}).Value(nil, mat.NewDense(1, 3, []float64{1, math.Inf(-1), 1}), oneHot); !(math.Abs(J-math.Ln2) < 1e-15) {
		t.Errorf("cross-entropy with one class ruled out is %g, want ln 2", J)
	}
}

func TestNothingIsAllocated(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 5))
	for _, l := range all {
		for _, n := range []int{1, 32, 1000, 7} {
			yhat, y := sample(r, l, n, 3)
			grad := mat.NewDense(n, 3, nil)
			if a := testing.AllocsPerRun(10, func() { l.Value(grad, yhat, y); l.Value(nil, yhat, y) }); a != 0 {
				t.Errorf("%v: %g allocations for %d rows", l, a, n)
			}
			if a := testing.AllocsPerRun(10, func() { loss.Accuracy(l, yhat, y) }); a != 0 {
				t.Errorf("Accuracy: %g allocations for %d rows", a, n)
			}
		}
	}
}

func TestPanics(t *testing.T) {
	check := func(want string, f func()) {
		t.Helper()
		defer func() {
			t.Helper()
			if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
				t.Errorf("panic %q, want one with %q", got, want)
			}
		}()
		f()
	}
	a, b, c := mat.NewDense(2, 3, nil), mat.NewDense(2, 2, nil), mat.NewDense(3, 3, nil)
	for _, l := range all {
		check(": y is 2×2, want 2×3", func() { l.Value(nil, a, b) })
		check(": y is 3×3, want 2×3", func() { l.Value(nil, a, c) })
		check(": grad is 2×2, want 2×3", func() { l.Value(b, a, a) })
		check("is nil", func() { l.Value(nil, nil, a) })
		check("is nil", func() { l.Value(nil, a, nil) })
		check("no values", func() { l.Value(nil, &mat.Dense{}, &mat.Dense{}) })
	}
	check("take BinaryCrossEntropy", func() { loss.CrossEntropy{}.Value(nil, mat.NewDense(2, 1, nil), mat.NewDense(2, 1, nil)) })
	check("loss: Huber: Delta is 0, want > 0", func() { loss.Huber{}.Value(nil, a, a) })
	check("loss: NormalNLL: Sigma is -1", func() { loss.NormalNLL{Sigma: -1}.Value(nil, a, a) })
	check("loss: StudentTNLL: Nu is 0", func() { loss.StudentTNLL{Scale: 1}.Value(nil, a, a) })
	check("loss: StudentTNLL: Scale is NaN", func() { loss.StudentTNLL{Nu: 1, Scale: math.NaN()}.Value(nil, a, a) })
	check("loss: Softmax: dst has 1 values, want 2", func() { loss.Softmax(make([]float64, 1), make([]float64, 2)) })
	check("loss: Softmax: no values", func() { loss.Softmax(nil, nil) })
	check("loss: Accuracy: y is 2×2", func() { loss.Accuracy(loss.Hinge{}, a, b) })
	check("loss: Confusion: y is 3×3", func() { loss.Confusion(loss.Hinge{}, a, c) })
	check("loss: Classes: ŷ is nil", func() { loss.Classes(loss.Hinge{}, nil) })
}
