package train

import (
	"context"
	"errors"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// noisy has everything that behaves otherwise in training, and overfits.
func noisy() *nn.Network {
	return nn.New(3, rng(7), nn.Dense{Out: 30}, nn.BatchNorm{G: activation.ReLU{}}, nn.Dropout{P: 0.2}, nn.Dense{Out: 2})
}

// TestEarlyStopping: the network is the one of the best epoch, bit for bit,
// running statistics and all, and not the last, however training ends.
func TestEarlyStopping(t *testing.T) {
	d, v := some(30, 3, 2, 5), some(30, 3, 2, 6)
	ctx, cancel := context.WithCancel(context.Background())
	for _, c := range []struct {
		name             string
		patience, epochs int
		on               func(Epoch) error
	}{
		{"patience ends", 5, 500, nil},
		{"epochs end", 500, 40, nil},
		{"OnEpoch ends", 500, 500, func(e Epoch) error { return stopAt(e, 40) }},
		{"the user stops", 500, 500, func(e Epoch) error { return cancelAt(e, 40, cancel) }}, // the last: ctx is over
	} {
		name, net := c.name, noisy()
		h, err := FitContext(ctx, net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.02), Epochs: c.epochs, BatchSize: 8, Rand: rng(8),
			Validation: &v, Patience: c.patience, Metric: loss.Accuracy, OnEpoch: c.on})
		if (err != nil) != (c.on != nil) {
			t.Fatalf("%s: %v", name, err)
		}
		curve := h.Curve(func(e Epoch) float64 { return e.ValidationLoss })
		best, last := floats.Min(curve), curve[len(curve)-1]
		if h.Best != floats.MinIdx(curve)+1 || h.Best == len(curve) || last <= best {
			t.Fatalf("%s: best epoch %d of %v", name, h.Best, curve)
		}
		if got := Evaluate(net, loss.SquaredError{}, v); got != best {
			t.Errorf("%s: the network has validation loss %g, want %g of epoch %d; the last was %g", name, got, best, h.Best, last)
		}
		if early := name == "patience ends"; h.Early != early || early && len(curve) != h.Best+5 {
			t.Errorf("%s: early %v after %d epochs, the best was %d", name, h.Early, len(curve), h.Best)
		}
		if net.Training() {
			t.Errorf("%s: the network is left in training mode", name)
		}
		if e := h.BestEpoch(); e.Number != h.Best || e.ValidationLoss != best {
			t.Errorf("%s: BestEpoch is %+v, want number %d with %g", name, e, h.Best, best)
		}
	}
	cancel()
	panics(t, "no validation", "train: BestEpoch: no epoch has a validation loss", func() { new(History).BestEpoch() })
}

var errStop = errors.New("enough")

func stopAt(e Epoch, number int) error {
	if e.Number == number {
		return errStop
	}
	return nil
}

func cancelAt(e Epoch, number int, cancel context.CancelFunc) error {
	if e.Number == number {
		cancel()
	}
	return nil
}

func TestStops(t *testing.T) {
	d := some(20, 3, 2, 1)
	c := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 10, BatchSize: 5, Rand: rng(1)}
	c.OnEpoch = func(e Epoch) error { return stopAt(e, 3) }
	h, err := Fit(small(1), d, c)
	if e := says[*Stopped](t, "OnEpoch", err, "epoch 3", "enough"); !errors.Is(err, errStop) || len(h.Epochs) != 3 || e.Epoch != 3 || e.Step != 4 {
		t.Errorf("OnEpoch: %+v after %d epochs", e, len(h.Epochs))
	}

	ctx, cancel := context.WithCancel(context.Background())
	steps := 0
	c.OnEpoch = nil
	c.Loss = spy{see: func(grad, _, _ *mat.Dense) {
		if grad != nil {
			if steps++; steps == 6 {
				cancel()
			}
		}
	}}
	h, err = FitContext(ctx, small(1), d, c)
	if e := says[*Stopped](t, "cancelled", err, "epoch 2 after step 2"); !errors.Is(err, context.Canceled) || len(h.Epochs) != 1 || steps != 6 || e.Step != 2 {
		t.Errorf("cancelled: %+v after %d epochs, %d steps", e, len(h.Epochs), steps)
	}
}
