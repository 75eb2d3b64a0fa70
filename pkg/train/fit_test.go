package train

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*(1+math.Abs(b)) }

// TestRemainderWeight: while θ stays, the loss of an epoch is J of all rows and
// the mean of the gradients, weighted by rows, is the gradient of all rows,
// whatever the batch size.
func TestRemainderWeight(t *testing.T) {
	d := some(11, 3, 2, 1)
	for size := 1; size <= 11; size++ {
		net := small(1)
		o := &still{}
		h := mustFit(t, net, d, Config{Loss: loss.SquaredError{}, Optimizer: o, Epochs: 1, BatchSize: size, Rand: rng(5)})
		J := net.Gradients(loss.SquaredError{}, d.X, d.Y)
		if !near(h.Epochs[0].Loss, J) {
			t.Errorf("batch size %d: loss of the epoch %.15g, want %.15g", size, h.Epochs[0].Loss, J)
		}
		mean := make([]float64, len(net.Params()))
		for b, g := range o.grads {
			floats.AddScaled(mean, float64(min(size, 11-b*size))/11, g)
		}
		if want := (11 + size - 1) / size; len(o.grads) != want {
			t.Errorf("batch size %d: %d steps, want %d", size, len(o.grads), want)
		}
		if !floats.EqualApprox(mean, net.Grads(), 1e-12) {
			t.Errorf("batch size %d: mean gradient %.6g, want %.6g", size, mean, net.Grads())
		}
	}
}

// TestByHand: three steps on a line through five rows, worked out row by row:
// θ := θ − α/B Σ (h − y) (1, x).
func TestByHand(t *testing.T) {
	x, y := []float64{1, 2, -1, 0.5, 3}, []float64{2, 1, 0, -1, 4}
	d := Data{mat.NewDense(5, 1, x), mat.NewDense(5, 1, y)}
	net := line(1)
	copy(net.Params(), []float64{0.5, -0.25})
	a, b, J := 0.5, -0.25, 0.0
	for _, batch := range [][2]int{{0, 2}, {2, 4}, {4, 5}} {
		B, da, db := float64(batch[1]-batch[0]), 0.0, 0.0
		for i := batch[0]; i < batch[1]; i++ {
			r := a + b*x[i] - y[i]
			da, db, J = da+r/B, db+r*x[i]/B, J+r*r/2
		}
		a, b = a-0.1*da, b-0.1*db
	}
	h := mustFit(t, net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.1), Epochs: 1, BatchSize: 2, KeepOrder: true})
	if h.Epochs[0].GradientNorm != nil {
		t.Error("gradient norms were recorded that nobody asked for")
	}
	if got := net.Params(); !near(got[0], a) || !near(got[1], b) || !near(h.Epochs[0].Loss, J/5) {
		t.Errorf("θ = %v, J = %g, want [%g %g], %g", got, h.Epochs[0].Loss, a, b, J/5)
	}
}

// TestRowsStayTogether: a network that hands x through has ŷ = y in every row
// as long as x and y of a row stay together; every row comes once an epoch, in
// a new order unless it is kept.
func TestRowsStayTogether(t *testing.T) {
	const n = 10
	X := mat.NewDense(n, 1, nil)
	for i := range n {
		X.Set(i, 0, float64(i))
	}
	for _, keep := range []bool{false, true} {
		net := line(1)
		copy(net.Params(), []float64{0, 1})
		var order []float64
		J := spy{see: func(grad, yhat, y *mat.Dense) {
			if grad == nil {
				return // not a step
			}
			if !mat.Equal(yhat, y) {
				t.Errorf("a batch has x = %v with y = %v", yhat, y)
			}
			order = append(order, mat.Col(nil, 0, y)...)
		}}
		mustFit(t, net, Data{X, mat.DenseCopyOf(X)}, Config{Loss: J, Optimizer: &still{}, Epochs: 3, BatchSize: 4, Rand: rng(1), KeepOrder: keep})
		if len(order) != 3*n {
			t.Fatalf("%d rows seen, want %d", len(order), 3*n)
		}
		first, second := order[:n], order[n:2*n]
		if slices.Equal(first, second) != keep || slices.IsSorted(first) != keep {
			t.Errorf("KeepOrder %v: orders %v and %v", keep, first, second)
		}
		for e := range 3 {
			epoch := slices.Clone(order[e*n : (e+1)*n])
			slices.Sort(epoch)
			if !slices.Equal(epoch, mat.Col(nil, 0, X)) {
				t.Errorf("epoch %d uses rows %v", e+1, epoch)
			}
		}
	}
}

// TestHistory: with the full batch, epoch e shows J and the penalty of the θ
// before it, apart, and the norm of the gradient of their sum.
func TestHistory(t *testing.T) {
	d := some(20, 3, 2, 3)
	penalty := regularizer.Elastic{L1: 0.02, L2: 0.3}
	net := small(4)
	before := net.Clone()
	var seen []Epoch
	h := mustFit(t, net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.1), Epochs: 5, Penalty: penalty, Metric: loss.Accuracy, GradientNorms: true,
		OnEpoch: func(e Epoch) error {
			J := before.Gradients(loss.SquaredError{}, d.X, d.Y)
			price := 0.0
			for l := range before.L() {
				price += penalty.Value(before.Theta(l))
				penalty.AddGradient(before.Gradient(l), before.Theta(l))
				if want := floats.Norm(before.Gradient(l).RawMatrix().Data, 2); !near(e.GradientNorm[l], want) {
					t.Errorf("epoch %d: |∂J/∂θ^(%d)| = %g, want %g", e.Number, l, e.GradientNorm[l], want)
				}
			}
			if e.Loss != J || !near(e.Penalty, price) {
				t.Errorf("epoch %d: %g + %g, want %g + %g", e.Number, e.Loss, e.Penalty, J, price)
			}
			if m := loss.Accuracy(loss.SquaredError{}, net.Predict(d.X), d.Y); e.Metric != m || !math.IsNaN(e.ValidationMetric) || !math.IsNaN(e.ValidationLoss) {
				t.Errorf("epoch %d: metric %g, want %g; no validation: %g, %g", e.Number, e.Metric, m, e.ValidationMetric, e.ValidationLoss)
			}
			copy(before.Params(), net.Params())
			seen = append(seen, e)
			return nil
		}})
	if len(h.Epochs) != 5 || len(seen) != 5 || h.Best != 0 || h.Early {
		t.Errorf("history %+v, %d callbacks", h, len(seen))
	}
	total := h.Curve(func(e Epoch) float64 { return e.Loss + e.Penalty })
	if !slices.IsSortedFunc(total, func(a, b float64) int { return int(math.Copysign(1, b-a)) }) {
		t.Errorf("loss and penalty together do not fall: %v", total)
	}
}

// TestEvaluationMode: what is measured after an epoch is measured without
// dropout and with the running statistics, also while OnEpoch looks on.
func TestEvaluationMode(t *testing.T) {
	d, v := some(30, 3, 2, 5), some(30, 3, 2, 6)
	net := noisy()
	net.SetTraining(false) // as another Fit would have left it
	mean, _ := net.Running(1)
	before := slices.Clone(mean)
	mustFit(t, net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.01), Epochs: 5, BatchSize: 7, Rand: rng(8), Validation: &v, Metric: loss.Accuracy,
		OnEpoch: func(e Epoch) error {
			if net.Training() {
				t.Error("OnEpoch sees training mode")
			}
			if slices.Equal(before, mean) {
				t.Errorf("epoch %d was not in training mode: the running means stay", e.Number)
			}
			copy(before, mean)
			yhat := mat.DenseCopyOf(net.Forward(v.X))
			if !mat.Equal(yhat, net.Forward(v.X)) {
				t.Error("ŷ is another the second time: dropout is active")
			}
			if J := (loss.SquaredError{}).Value(nil, yhat, v.Y); J != e.ValidationLoss || J != Evaluate(net, loss.SquaredError{}, v) {
				t.Errorf("epoch %d: validation loss %g, want %g", e.Number, e.ValidationLoss, J)
			}
			if m := loss.Accuracy(loss.SquaredError{}, yhat, v.Y); m != e.ValidationMetric {
				t.Errorf("epoch %d: metric %g, want %g", e.Number, e.ValidationMetric, m)
			}
			return nil
		}})
	if net.Training() {
		t.Error("the network is left in training mode")
	}
}

// TestReproduces: the same seeds, the same bits, on one processor, on two and on
// four.
func TestReproduces(t *testing.T) {
	d := some(700, 40, 2, 1)
	train := func(processors int) ([]float64, string) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		net := nn.New(40, rng(1), nn.Dense{Out: 200}, nn.BatchNorm{G: activation.ReLU{}}, nn.Dropout{P: 0.5}, nn.Dense{Out: 100, G: activation.GELU{}}, nn.Dense{Out: 2})
		h := mustFit(t, net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.001), Epochs: 2, BatchSize: 300, Rand: rng(2), Noise: 0.1,
			Penalty: regularizer.L2{Lambda: 0.01}, Validation: &d, Patience: 3, Metric: loss.Accuracy})
		return net.Params(), fmt.Sprintf("%x", h.Epochs)
	}
	theta, history := train(1)
	for _, processors := range []int{1, 2, 4} {
		again, story := train(processors)
		if !slices.Equal(theta, again) || history != story {
			t.Errorf("GOMAXPROCS %d: another result for the same seed", processors)
		}
	}
}

// TestContinues: with the full batch, twice 5 epochs are 10, since Fit goes on
// with the optimizer as it is.
func TestContinues(t *testing.T) {
	d := some(20, 3, 2, 1)
	once, twice := small(1), small(1)
	mustFit(t, once, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.01), Epochs: 10})
	o := optimizer.NewAdam(0.01)
	for range 2 {
		mustFit(t, twice, d, Config{Loss: loss.SquaredError{}, Optimizer: o, Epochs: 5})
	}
	if !slices.Equal(once.Params(), twice.Params()) {
		t.Error("twice 5 epochs are not 10")
	}
}

// TestNoise: noise of standard deviation s on x is seen by the step, has
// variance s², is drawn anew, and leaves the data alone.
func TestNoise(t *testing.T) {
	X := mat.NewDense(5000, 1, nil)
	net := line(1)
	copy(net.Params(), []float64{0, 1})
	var seen []*mat.Dense
	J := spy{see: func(grad, yhat, _ *mat.Dense) {
		if grad != nil {
			seen = append(seen, mat.DenseCopyOf(yhat))
		}
	}}
	mustFit(t, net, Data{X, mat.DenseCopyOf(X)}, Config{Loss: J, Optimizer: &still{}, Epochs: 2, Noise: 0.3, Rand: rng(1)})
	v := seen[0].RawMatrix().Data
	if sd := floats.Norm(v, 2) / math.Sqrt(5000); !(math.Abs(sd-0.3) <= 0.01) {
		t.Errorf("standard deviation %g, want 0.3", sd)
	}
	if mat.Equal(seen[0], seen[1]) || mat.Norm(X, 1) != 0 {
		t.Error("the noise is the same in both epochs, or X has changed")
	}
}
