package train

import (
	"math"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// lambdaMax returns the largest eigenvalue of XᵀX/n, the ones column included.
func lambdaMax(X *mat.Dense) float64 {
	n, p := X.Dims()
	ones := mat.NewDense(n, p+1, nil)
	for i := range n {
		ones.SetRow(i, append([]float64{1}, X.RawRowView(i)...))
	}
	var H mat.SymDense
	H.SymOuterK(1/float64(n), ones.T())
	var eigen mat.EigenSym
	eigen.Factorize(&H, false)
	return floats.Max(eigen.Values(nil))
}

// TestStableRate: on a quadratic J the rate that Fit calls stable is the limit
// of each rule, c/λ_max: just below it training converges, above it Fit says
// so, and the network is as it was.
func TestStableRate(t *testing.T) {
	d := some(40, 3, 1, 1)
	d.X.Scale(3, d.X)
	lambda := lambdaMax(d.X)
	for _, c := range []struct {
		name  string
		limit float64
		rule  func(alpha float64) optimizer.Optimizer
	}{
		{"GD", 2 / lambda, func(a float64) optimizer.Optimizer { return optimizer.NewGD(a) }},
		{"Momentum", 2 * 1.9 / lambda, func(a float64) optimizer.Optimizer { return optimizer.NewMomentum(a) }},
		{"Nesterov", 2 * 1.9 / 2.8 / lambda, func(a float64) optimizer.Optimizer { return optimizer.NewNesterov(a) }},
	} {
		config := Config{Loss: loss.SquaredError{}, Optimizer: c.rule(0.98 * c.limit), Epochs: 5000}
		mustFit(t, line(3), d, config)

		net := line(3)
		before := net.Clone()
		config.Optimizer = c.rule(1.05 * c.limit)
		h, err := Fit(net, d, config)
		e := says[*Diverged](t, c.name, err, "loss is ", "learning rate", "is above the stable")
		if !(math.Abs(e.Stable/c.limit-1) <= 0.01) || !(math.Abs(e.Alpha/c.limit-1.05) <= 1e-9) || e.Cause != LearningRate {
			t.Errorf("%s: %+v, want stable %g", c.name, e, c.limit)
		}
		if len(h.Epochs) != e.Epoch-1 || !floats.Equal(net.Params(), before.Params()) && e.SinceEpoch < 2 {
			t.Errorf("%s: %d epochs before epoch %d, θ %v, was %v", c.name, len(h.Epochs), e.Epoch, net.Params(), before.Params())
		}
		for _, v := range net.Params() {
			if v-v != 0 {
				t.Errorf("%s: θ is left at %v", c.name, net.Params())
			}
		}
	}
}

// TestStablePenalty: a penalty curves J too: λ_max = λ where x is small.
func TestStablePenalty(t *testing.T) {
	d := some(40, 3, 1, 1)
	d.X.Scale(0.01, d.X)
	_, err := Fit(line(3), d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.5), Epochs: 1000, Penalty: regularizer.L2{Lambda: 10}})
	if e := says[*Diverged](t, "penalty", err, "stable 0.2"); !(math.Abs(e.Stable-0.2) <= 0.002) {
		t.Errorf("stable %g, want 2/10", e.Stable)
	}
}

// TestCurvature: the largest eigenvalue, also when a negative one is larger in
// size.
func TestCurvature(t *testing.T) {
	for _, c := range []struct {
		diagonal []float64
		want     float64
	}{{[]float64{3, 1, 0}, 3}, {[]float64{-5, 2, 1}, 2}, {[]float64{-5, -2, -1}, -1}, {[]float64{1e8, 1, 1}, 1e8}, {[]float64{0, 0}, 0}} {
		theta := make([]float64, len(c.diagonal))
		theta[0] = 3
		at := append([]float64(nil), theta...)
		got := curvature(func(grad []float64) { floats.MulTo(grad, c.diagonal, theta) }, theta)
		if !(math.Abs(got-c.want) <= 0.01*math.Abs(c.want)+1e-9) || !floats.Equal(theta, at) {
			t.Errorf("%v: λ_max = %g, want %g (θ %v)", c.diagonal, got, c.want, theta)
		}
	}
}

// TestTooFast: networks whose learning rate is too large.
func TestTooFast(t *testing.T) {
	d := some(50, 3, 2, 2)
	// The ReLUs pass on what is too large, layer by layer.
	net := nn.New(3, rng(1), nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 2})
	_, err := Fit(net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(5), Epochs: 100, BatchSize: 10, Rand: rng(1)})
	e := says[*Diverged](t, "ReLU", err, "learning rate 5 is above the stable")
	if !(e.Stable > 0.05 && e.Stable < 2) || e.Epoch != 1 || e.Step < 2 {
		t.Errorf("ReLU: %+v", e)
	}
	// With the rate it calls stable, all is well.
	mustFit(t, nn.New(3, rng(1), nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 2}), d,
		Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(e.Stable / 2), Epochs: 100, BatchSize: 10, Rand: rng(1)})

	// Adam: no stable rate, but θ is small beside α.
	net = nn.New(3, rng(1), nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 2})
	_, err = Fit(net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(1e3), Epochs: 100, BatchSize: 10, Rand: rng(1)})
	e = says[*Diverged](t, "Adam", err, "learning rate 1e+03 moves every weight by about so much a step")
	if e.Cause != LearningRate || e.Alpha != 1e3 || !math.IsNaN(e.Stable) || !(e.WeightSize < 1) {
		t.Errorf("Adam: %+v", e)
	}
}

// TestExploding: the first step fails, with θ as drawn.
func TestExploding(t *testing.T) {
	layers := make([]nn.Layer, 30)
	for l := range layers {
		layers[l] = nn.Dense{Out: 8}
	}
	net := nn.New(3, rng(1), append(layers, nn.Dense{Out: 2})...)
	floats.Scale(1e12, net.Params())
	before := net.Clone()
	_, err := Fit(net, some(50, 3, 2, 2), Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(1e-9), Epochs: 100})
	e := says[*Diverged](t, "deep", err, "epoch 1, step 1", "layer 26 first", "no step was made yet", "in layer 1 and ", "in layer 25; scale")
	if e.Cause != Exploding || e.Layer != 26 || len(e.Largest) != 31 || !(e.Largest[0] < 1e15 && e.Largest[20] > 1e200) {
		t.Errorf("deep: %+v", e)
	}
	if !floats.Equal(net.Params(), before.Params()) {
		t.Error("deep: θ was changed")
	}
}

// bomb is a loss that becomes Value at its step number At.
type bomb struct {
	loss.SquaredError
	at    int
	value float64
	steps *int
	slope bool // the gradient, not the loss
}

func (b bomb) Value(grad, yhat, y *mat.Dense) float64 {
	J := b.SquaredError.Value(grad, yhat, y)
	if grad == nil {
		return J
	}
	if *b.steps++; *b.steps != b.at {
		return J
	}
	if b.slope {
		grad.Set(0, 0, b.value)
		return J
	}
	return b.value
}

// TestWhen: divergence is found in the step in which it happens, and that step
// is not made.
func TestWhen(t *testing.T) {
	d := some(20, 3, 2, 1)
	for _, c := range []struct {
		b     bomb
		what  string
		layer int
	}{
		{bomb{at: 10, value: math.NaN()}, "loss is NaN at epoch 2, step 3", 0},
		{bomb{at: 13, value: math.Inf(1)}, "loss is +Inf at epoch 2, step 6", 0},
		{bomb{at: 14, value: 1e13}, "loss is 1e+13 at epoch 2, step 7", 0},
		{bomb{at: 15, value: math.NaN(), slope: true}, "gradient is NaN at epoch 3, step 1 (layer 2 first)", 2},
	} {
		c.b.steps = new(int)
		net := small(1)
		h, err := Fit(net, d, Config{Loss: c.b, Optimizer: optimizer.NewGD(1e-3), Epochs: 9, BatchSize: 3, Rand: rng(1)})
		e := says[*Diverged](t, c.what, err, c.what, "was below the stable")
		if len(h.Epochs) != e.Epoch-1 || e.Cause != Unclear || e.Layer != c.layer {
			t.Errorf("%s: %d epochs, %+v", c.what, len(h.Epochs), e)
		}
	}
}

// TestSince: J rises from a known step on.
func TestSince(t *testing.T) {
	d := some(50, 3, 1, 2)
	_, err := Fit(line(3), d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(20), Epochs: 100, BatchSize: 10, Rand: rng(1)})
	e := says[*Diverged](t, "since", err, "above where it began since epoch 1, step 2")
	if e.SinceEpoch != 1 || e.SinceStep != 2 || e.Epoch == 1 && e.Step <= 2 {
		t.Errorf("%+v", e)
	}
}

// TestLevel: a loss that is infinite at ŷ = 0, which is no probability of what
// came, is measured by its start; else no J could be absurd beside it.
func TestLevel(t *testing.T) {
	d := some(20, 3, 1, 1)
	d.Y.Apply(func(i, _ int, _ float64) float64 { return float64(i % 2) }, d.Y)
	net := nn.New(3, rng(1), nn.Dense{Out: 1, G: activation.Sigmoid{}})
	r := newRun(net, d, Config{Loss: loss.BernoulliNLL{}, Optimizer: &still{}})
	r.epoch, r.step = 1, 1
	if what, _ := r.trouble(0.7, 0); what != "" || r.startLevel != 0.7 {
		t.Errorf("the level is %g after a start at 0.7, trouble %q", r.startLevel, what)
	}
	r.step = 2
	if what, _ := r.trouble(1e11, 0); what != "loss" {
		t.Errorf("J = 1e11 passes, trouble %q", what)
	}
	if s := FarRows.String() + ", " + Cause(9).String(); s != "far validation rows, Cause(9)" {
		t.Errorf("causes are called %s", s)
	}
}

// TestOtherTroubles: what else can leave the range of float64.
func TestOtherTroubles(t *testing.T) {
	d := some(20, 3, 2, 1)
	base := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(1e-3), Epochs: 3}
	for name, c := range map[string]struct {
		change func(*Config)
		says   string
	}{
		"penalty": {func(c *Config) { c.Penalty = regularizer.L2{Lambda: math.MaxFloat64} }, "penalty is +Inf at epoch 1, step 1; the loss is in range; try a smaller λ"},
		"θ": {func(c *Config) {
			c.Optimizer, c.Epochs, c.Loss = optimizer.NewGD(math.MaxFloat64), 1, thousandfold{}
		}, "θ^(0) is "},
		"another optimizer": {func(c *Config) {
			c.Optimizer, c.Loss = &still{}, bomb{at: 2, value: math.NaN(), steps: new(int)}
		}, "epoch 2, step 1; try a learning rate ten times smaller"},
	} {
		config := base
		c.change(&config)
		_, err := Fit(small(1), d, config)
		says[*Diverged](t, name, err, c.says)
	}
	// A network that multiplies: the validation rows lie far outside.
	net := nn.New(3, rng(1), nn.Dense{Out: 5, G: activation.ReLU{}}, nn.Dense{Out: 5, G: square{}}, nn.Dense{Out: 2})
	v := some(5, 3, 2, 1)
	v.X.Scale(1e140, v.X)
	config := base
	config.Validation = &v
	_, err := Fit(net, d, config)
	says[*Diverged](t, "validation loss", err, "validation loss is +Inf at epoch 1, step 1; the training loss is in range; scale the validation rows")
}

// thousandfold is a loss whose gradient is a thousandfold.
type thousandfold struct{ loss.SquaredError }

func (l thousandfold) Value(grad, yhat, y *mat.Dense) float64 {
	J := l.SquaredError.Value(grad, yhat, y)
	if grad != nil {
		grad.Scale(1e3, grad)
	}
	return J
}

// square is the activation z².
type square struct{}

func (square) Value(a, z []float64)           { floats.MulTo(a, z, z) }
func (square) Backward(delta, z, _ []float64) { floats.Mul(delta, z); floats.Scale(2, delta) }
func (square) String() string                 { return "z²" }

// TestBackToALowLoss: the network is put back to where the loss was low, not to
// the start of an epoch in which it had already risen.
func TestBackToALowLoss(t *testing.T) {
	d := some(64, 3, 1, 2)
	for _, size := range []int{0, 8} {
		for seed := range uint64(5) {
			net := line(3)
			before := Evaluate(net, loss.SquaredError{}, d)
			_, err := Fit(net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(3), Epochs: 200, BatchSize: size, Rand: rng(seed)})
			e := says[*Diverged](t, "too fast", err)
			if after := Evaluate(net, loss.SquaredError{}, d); !(after <= 2*before) {
				t.Errorf("batch size %d, seed %d: J was %g, is %g, diverged in epoch %d, since %d", size, seed, before, after, e.Epoch, e.SinceEpoch)
			}
		}
	}
}
