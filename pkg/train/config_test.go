package train

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/mat"
)

func TestBadConfig(t *testing.T) {
	good := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 2, BatchSize: 4, Rand: rng(1)}
	d := some(10, 3, 2, 1)
	for name, c := range map[string]struct {
		change func(*Config)
		says   string
	}{
		"no epochs":         {func(c *Config) { c.Epochs = 0 }, "Config.Epochs is 0, want 1 or more"},
		"negative epochs":   {func(c *Config) { c.Epochs = -1 }, "Config.Epochs is -1"},
		"negative batch":    {func(c *Config) { c.BatchSize = -1 }, "Config.BatchSize is -1"},
		"batch above n":     {func(c *Config) { c.BatchSize = 11 }, "Config.BatchSize is 11 with 10 rows, want at most"},
		"negative noise":    {func(c *Config) { c.Noise = -0.1 }, "Config.Noise is -0.1"},
		"NaN noise":         {func(c *Config) { c.Noise = math.NaN() }, "Config.Noise is NaN"},
		"infinite noise":    {func(c *Config) { c.Noise = math.Inf(1) }, "Config.Noise is +Inf"},
		"negative patience": {func(c *Config) { c.Patience, c.Validation = -1, &d }, "Config.Patience is -1"},
		"blind patience":    {func(c *Config) { c.Patience = 3 }, "without Validation"},
	} {
		config := good
		c.change(&config)
		net := small(1)
		before := net.Clone()
		h, err := Fit(net, d, config)
		says[*BadConfig](t, name, err, c.says)
		if h == nil || len(h.Epochs) != 0 || !mat.Equal(net.Theta(0), before.Theta(0)) {
			t.Errorf("%s: history %v, or θ was touched", name, h)
		}
	}
	bad := good
	bad.Optimizer = optimizer.NewGD(0)
	_, err := Fit(small(1), d, bad)
	says[*optimizer.BadParameter](t, "α = 0", err, "α is 0")
}

func TestBadData(t *testing.T) {
	c := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 2}
	with := func(m *mat.Dense, i, k int, v float64) *mat.Dense {
		m = mat.DenseCopyOf(m)
		m.Set(i, k, v)
		return m
	}
	d := some(10, 3, 2, 1)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err := Fit(small(1), Data{with(d.X, 7, 2, v), d.Y}, c)
		if e := says[*dataset.NotFinite](t, "X", err, "in row 7, column 2", "Complete"); e.Where != "X" || e.Row != 7 || e.Column != 2 {
			t.Errorf("%+v", e)
		}
		_, err = Fit(small(1), Data{d.X, with(d.Y, 3, 1, v)}, c)
		says[*dataset.NotFinite](t, "Y", err, "Y is", "in row 3, column 1")
		vc := c
		vc.Validation = &Data{d.X, with(d.Y, 3, 1, v)}
		_, err = Fit(small(1), d, vc)
		says[*dataset.NotFinite](t, "validation", err, "Validation.Y is", "in row 3, column 1")
	}
	_, err := Fit(small(1), Data{with(d.X, 0, 0, 1e308), d.Y}, c)
	says[*dataset.NotFinite](t, "huge", err, "1e+308", "scale it")
	_, err = Fit(small(1), Data{d.X, some(9, 3, 2, 1).Y}, c)
	says[*RowsDiffer](t, "rows", err, "X has 10 rows and Y has 9")
	_, err = Fit(small(1), Data{&mat.Dense{}, &mat.Dense{}}, c)
	says[*RowsDiffer](t, "empty", err, "have no rows")
	_, err = Fit(small(1), Data{d.X, &mat.Dense{}}, c)
	says[*RowsDiffer](t, "no y", err, "Y has 0")
}

func TestBadLabels(t *testing.T) {
	X := some(3, 3, 1, 1).X
	for _, c := range []struct {
		name string
		J    loss.Func
		m    int
		y    []float64
		says string // "" when y is fine
	}{
		{"one-hot", loss.CrossEntropy{}, 3, []float64{1, 0, 0, 0, 1, 0, 0, 0, 1}, ""},
		{"soft", loss.CrossEntropy{}, 2, []float64{0.25, 0.75, 1, 0, 0.5, 0.5}, ""},
		{"two ones", loss.CrossEntropy{}, 3, []float64{1, 0, 0, 0, 1, 1, 0, 0, 1}, "the row sum of Y is 2 in row 1; "},
		{"nothing", loss.CrossEntropy{}, 2, []float64{0, 1, 1, 0, 0, 0}, "the row sum of Y is 0 in row 2"},
		{"class numbers", loss.CrossEntropy{}, 1, []float64{0, 1, 2}, "dataset.OneHot"},
		{"one column", loss.CrossEntropy{}, 1, []float64{1, 1, 1}, "a column for every class"},
		{"negative", loss.CategoricalNLL{}, 2, []float64{0, 1, 2, -1, 1, 0}, "Y is 2 in row 1, column 0"},
		{"0 and 1", loss.BinaryCrossEntropy{}, 1, []float64{0, 1, 0.5}, ""},
		{"−1 and 1", loss.BinaryCrossEntropy{}, 1, []float64{1, -1, 1}, "Y is -1 in row 1, column 0; binary cross-entropy wants"},
		{"classes 1 and 2", loss.BernoulliNLL{}, 1, []float64{1, 2, 1}, "Y is 2 in row 1"},
		{"±1", loss.Hinge{}, 1, []float64{1, -1, 1}, ""},
		{"hinge with 0", loss.Hinge{}, 1, []float64{1, 0, 1}, "Y is 0 in row 1, column 0; hinge wants labels −1 and 1"},
		{"anything", loss.SquaredError{}, 1, []float64{-7, 0, 99}, ""},
	} {
		last := nn.Dense{Out: c.m}
		if c.J == (loss.BernoulliNLL{}) {
			last.G = activation.Sigmoid{}
		}
		net := nn.New(3, rng(1), last)
		_, err := Fit(net, Data{X, mat.NewDense(3, c.m, c.y)}, Config{Loss: c.J, Optimizer: optimizer.NewGD(1e-6), Epochs: 1})
		if c.says == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		says[*dataset.BadLabel](t, c.name, err, c.says)
	}
}

func TestPanics(t *testing.T) {
	d := some(10, 3, 2, 1)
	c := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 2}
	fit := func(net *nn.Network, d Data, c Config) func() {
		return func() { _, _ = Fit(net, d, c) }
	}
	var noCtx context.Context
	panics(t, "ctx", "train: FitContext: ctx is nil", func() { _, _ = FitContext(noCtx, small(1), d, c) })
	panics(t, "net", "train: Fit: net is nil", fit(nil, d, c))
	panics(t, "X", "train: Fit: X or Y is nil", fit(small(1), Data{nil, d.Y}, c))
	panics(t, "Y", "train: Fit: X or Y is nil", fit(small(1), Data{d.X, nil}, c))
	panics(t, "X columns", "train: Fit: X is 10×4, want 3 columns", fit(small(1), some(10, 4, 2, 1), c))
	panics(t, "Y columns", "train: Fit: Y is 10×1, want 2 columns", fit(small(1), some(10, 3, 1, 1), c))
	no := c
	no.Loss = nil
	panics(t, "loss", "the loss is nil", fit(small(1), d, no))
	no = c
	no.Optimizer = nil
	panics(t, "optimizer", "Config.Optimizer is nil", fit(small(1), d, no))
	no = c
	no.BatchSize = 5
	panics(t, "rand", "train: Fit: Config.Rand is nil, and the order of the rows is drawn from it", fit(small(1), d, no))
	for _, size := range []int{0, 10} { // nothing is drawn
		no.BatchSize = size
		mustFit(t, small(1), d, no)
	}
	no.BatchSize, no.KeepOrder = 5, true
	mustFit(t, small(1), d, no)
	no.Noise = 0.1
	panics(t, "rand for noise", "train: Fit: Config.Rand is nil, and Noise draws from it", fit(small(1), d, no))
	dropping := nn.New(3, rng(1), nn.Dropout{P: 0.5}, nn.Dense{Out: 2}).Clone()
	panics(t, "rand for dropout", "nn: Forward: Dropout has no source of randomness", fit(dropping, d, c))
	no = c
	no.Validation = &Data{}
	panics(t, "validation", "Validation.X or Y is nil", fit(small(1), d, no))
	panics(t, "Evaluate", "train: Evaluate: X is 10×4", func() { Evaluate(small(1), loss.SquaredError{}, some(10, 4, 2, 1)) })
	panics(t, "Evaluate NaN", "train: Evaluate: X is NaN", func() {
		Evaluate(small(1), loss.SquaredError{}, Data{mat.NewDense(1, 3, []float64{1, math.NaN(), 1}), mat.NewDense(1, 2, nil)})
	})
}

// FuzzFit: whatever the configuration and the scale of the data, Fit returns a
// typed error or a history without NaN and finite θ, and never panics.
func FuzzFit(f *testing.F) {
	f.Add(3, 4, 2, 0.1, 0.0, 1.0, 0.01, uint8(0), uint64(1))
	f.Add(0, 0, 0, 0.0, -1.0, 1.0, 0.0, uint8(1), uint64(2))
	f.Add(2, 11, -1, 1e9, 1e9, 1e100, 1e9, uint8(2), uint64(3))
	f.Add(2, 3, 1, 1e300, 0.5, 1e150, 1e300, uint8(3), uint64(4))
	f.Add(5, 1, 9, math.NaN(), math.Inf(1), math.Inf(-1), math.NaN(), uint8(4), uint64(5))
	f.Add(4, 2, 1, 1e-3, 0.1, 1e-300, 1e-3, uint8(5), uint64(6))
	f.Fuzz(func(t *testing.T, epochs, batch, patience int, alpha, noise, scale, lambda float64, kind uint8, seed uint64) {
		epochs = min(epochs, 6)
		d, v := some(10, 3, 2, seed), some(4, 3, 2, seed+1)
		d.X.Scale(scale, d.X)
		d.Y.Scale(scale, d.Y)
		optimizers := []optimizer.Optimizer{optimizer.NewGD(alpha), optimizer.NewMomentum(alpha), optimizer.NewNesterov(alpha), optimizer.NewAdam(alpha), optimizer.NewAdaGrad(alpha), optimizer.NewRMSProp(alpha)}
		r := rand.New(rand.NewPCG(seed, 1))
		layers := []nn.Layer{nn.Dense{Out: 4, G: activation.ReLU{}}, nn.Dense{Out: 2}}
		if seed%2 == 1 {
			layers = []nn.Layer{nn.Dense{Out: 4}, nn.BatchNorm{G: activation.Tanh{}}, nn.Dropout{P: 0.5}, nn.Dense{Out: 2}}
		}
		net := nn.New(3, r, layers...)
		c := Config{Loss: loss.SquaredError{}, Optimizer: optimizers[int(kind)%len(optimizers)], Epochs: epochs, BatchSize: batch, Patience: patience, Noise: noise,
			Rand: r, Penalty: regularizer.L2{Lambda: lambda}, KeepOrder: seed%3 == 0}
		if seed%5 != 0 {
			c.Validation = &v
		}
		h, err := Fit(net, d, c)
		if err != nil {
			known := errors.As(err, new(*BadConfig)) || errors.As(err, new(*Standstill)) || errors.As(err, new(*dataset.NotFinite)) || errors.As(err, new(*Diverged)) || errors.As(err, new(*optimizer.BadParameter))
			if !known || err.Error() == "" {
				t.Fatalf("unknown error %v", err)
			}
		} else if len(h.Epochs) == 0 {
			t.Fatal("no error and no epochs")
		}
		for _, e := range h.Epochs {
			if sum := e.Loss + e.Penalty; sum-sum != 0 || c.Validation != nil && e.ValidationLoss-e.ValidationLoss != 0 {
				t.Fatalf("history has %+v", e)
			}
		}
		for _, v := range net.Params() {
			if v-v != 0 {
				t.Fatalf("θ has %g after %v", v, err)
			}
		}
	})
}
