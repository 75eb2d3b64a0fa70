package train

import (
	"math"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// TestBadTheta: a θ that nobody can train is named, in place of advice on scales; so is
// what OnEpoch has spoiled, and what a step has.
func TestBadTheta(t *testing.T) {
	d := some(20, 3, 2, 1)
	base := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 9, BatchSize: 10, Rand: rng(1)}
	for _, c := range []struct {
		name        string
		spoil       func(net *nn.Network)
		says        string
		epoch, step int
	}{
		{"NaN", func(net *nn.Network) { net.Theta(3).Set(0, 1, math.NaN()) },
			"loss is NaN at epoch 1, step 1 (layer 4 first); θ^(3) was NaN before this step; no step of this training has made it so: draw it anew (nn.New)", 1, 1},
		{"Inf", func(net *nn.Network) { net.Theta(0).Set(0, 1, math.Inf(1)) }, "θ^(0) was +Inf before this step; no step", 1, 1},
		{"running", func(net *nn.Network) { _, v := net.Running(1); v[2] = math.NaN() },
			"the running variance of layer 1 is NaN at epoch 1, step 2; the running variance of layer 1 was NaN before this step; no step", 1, 2},
	} {
		net := noisy()
		c.spoil(net)
		_, err := Fit(net, d, base)
		if e := says[*Diverged](t, c.name, err, c.says); e.Cause != BadTheta || e.Before == "" || e.Epoch != c.epoch || e.Step != c.step {
			t.Errorf("%s: %+v", c.name, e)
		}
		// Between two epochs.
		net, config := noisy(), base
		config.OnEpoch = func(e Epoch) error {
			if e.Number == 3 {
				c.spoil(net)
			}
			return nil
		}
		h, err := Fit(net, d, config)
		if e := says[*Diverged](t, c.name, err, "before this step; no step of this training has made it so", "see what OnEpoch changes"); e.Cause != BadTheta || e.Epoch != 4 || len(h.Epochs) != 3 || strings.Contains(err.Error(), "since epoch 5") {
			t.Errorf("%s by OnEpoch: %+v", c.name, e)
		}
	}
	// A step within an epoch makes θ infinite: that is the learning rate.
	config := base
	config.Optimizer, config.Loss = optimizer.NewGD(math.MaxFloat64), thousandfold{}
	_, err := Fit(small(1), d, config)
	if e := says[*Diverged](t, "a step", err, "at epoch 1, step 2", "Inf before this step; learning rate 1.8e+308 is above the stable"); e.Cause != LearningRate || e.Before == "" {
		t.Errorf("a step: %+v", e)
	}
}

// free is the identity, and does not say so.
type free struct{}

func (free) Value(a, z []float64)       { copy(a, z) }
func (free) Backward(_, _, _ []float64) {}
func (free) String() string             { return "free" }

// TestBadYhat: logits in a loss for probabilities, behind a g that does not tell its
// range, and probabilities that are sure and wrong, are named before any advice on
// scales.
func TestBadYhat(t *testing.T) {
	d := some(20, 3, 1, 1)
	d.Y.Apply(func(i, _ int, _ float64) float64 { return float64(i % 2) }, d.Y)
	c := Config{Loss: loss.BernoulliNLL{}, Optimizer: optimizer.NewGD(0.1), Epochs: 3}
	net := nn.New(3, rng(2), nn.Dense{Out: 1, G: free{}})
	before := net.Clone()
	_, err := Fit(net, d, c)
	e := says[*Diverged](t, "logits", err, "loss is NaN at epoch 1, step 1", "; ŷ is -", "and the loss wants probabilities, from 0 to 1: a last layer with G: activation.Sigmoid{}")
	if e.Cause != BadYhat || !(e.Yhat < 0 || e.Yhat > 1) || !floats.Equal(before.Params(), net.Params()) {
		t.Errorf("logits: %+v", e)
	}

	net = nn.New(3, rng(2), nn.Dense{Out: 1, G: activation.Sigmoid{}})
	floats.Scale(1e4, net.Params())
	_, err = Fit(net, d, c)
	if e := says[*Diverged](t, "sure", err, "loss is +Inf at epoch 1, step 1", "where y is not", "let the loss work from logits (loss.BinaryCrossEntropy"); e.Cause != SureAndWrong || e.Yhat != 0 && e.Yhat != 1 {
		t.Errorf("sure: %+v", e)
	}
	// Sure and right is no error; that of a row held out is.
	for i := range 20 {
		d.X.SetRow(i, []float64{float64(2*(i%2) - 1), 0, 0})
	}
	net.SetParams(0, 1e3, 0, 0)
	mustFit(t, net, d, c)
	v := Data{mat.NewDense(1, 3, []float64{-1, 0, 0}), mat.NewDense(1, 1, []float64{1})}
	c.Validation = &v
	_, err = Fit(net, d, c)
	if e := says[*Diverged](t, "held out", err, "validation loss is +Inf", "ŷ is exactly 0 where y is not"); e.Cause != SureAndWrong {
		t.Errorf("held out: %+v", e)
	}
	// A logit that overflows is not sure: it is too large.
	wide := nn.New(3, rng(2), nn.Dense{Out: 1}, nn.Dense{Out: 1})
	wide.SetParams(0, 1e200, 0, 0, 0, 1e200)
	c = Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewGD(0.1), Epochs: 3}
	d.Y.Apply(func(i, _ int, _ float64) float64 { return float64(1 - i%2) }, d.Y)
	_, err = Fit(wide, d, c)
	if e := says[*Diverged](t, "overflow", err, "no step was made yet"); e.Cause != Exploding {
		t.Errorf("overflow: %+v", e)
	}
	if s := BadTheta.String() + ", " + BadYhat.String() + ", " + SureAndWrong.String(); s != "θ not finite, ŷ outside the loss, sure and wrong" {
		t.Errorf("causes are called %s", s)
	}
}
