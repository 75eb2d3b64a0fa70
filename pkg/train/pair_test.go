package train

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// TestPairs: every loss behind every activation function. Which of them make sense is
// written down here; the others are refused before the first step, and Evaluate panics.
func TestPairs(t *testing.T) {
	X := some(12, 2, 1, 1).X
	zeroOne, signs, oneHot := mat.NewDense(12, 1, nil), mat.NewDense(12, 1, nil), mat.NewDense(12, 3, nil)
	for i := range 12 {
		zeroOne.Set(i, 0, float64(i%2))
		signs.Set(i, 0, float64(2*(i%2)-1))
		oneHot.Set(i, i%3, 1)
	}
	unbounded := []activation.Func{activation.Identity{}, activation.LeakyReLU{Slope: 0.01}}
	from0 := []activation.Func{activation.ReLU{}, activation.LeakyReLU{}, activation.GELU{}, activation.Softplus{}, activation.ELU{Alpha: 0.5}}
	deep := []activation.Func{activation.ELU{Alpha: 1}, activation.SELU{}}
	probabilities := []activation.Func{activation.Sigmoid{}, activation.BinaryStep{}}
	unknown := []activation.Func{square{}}
	all := slices.Concat(unbounded, from0, deep, probabilities, []activation.Func{activation.Tanh{}}, unknown)
	for _, c := range []struct {
		J    loss.Func
		y    *mat.Dense
		fits []activation.Func
		want string
	}{
		{loss.BinaryCrossEntropy{}, zeroOne, slices.Concat(unbounded, unknown), "behind a sigmoid take loss.BernoulliNLL"},
		{loss.CrossEntropy{}, oneHot, slices.Concat(unbounded, from0, deep, unknown), "it has the softmax inside: a last layer without G"},
		{loss.Hinge{}, signs, slices.Concat(unbounded, deep, unknown, []activation.Func{activation.Tanh{}}), "a last layer without G, or with tanh"},
		{loss.BernoulliNLL{}, zeroOne, slices.Concat(probabilities, unknown), "a last layer with G: activation.Sigmoid{}; without G take loss.BinaryCrossEntropy"},
		{loss.CategoricalNLL{}, oneHot, nil, "take loss.CrossEntropy, which has the softmax inside, and a last layer without G"},
		{loss.SquaredError{}, zeroOne, all, ""},
		{loss.AbsoluteError{}, zeroOne, all, ""},
		{loss.Huber{Delta: 1}, zeroOne, all, ""},
		{loss.NormalNLL{Sigma: 1}, zeroOne, all, ""},
		{loss.StudentTNLL{Nu: 4, Scale: 1}, zeroOne, all, ""},
	} {
		_, m := c.y.Dims()
		for _, g := range all {
			net := nn.New(2, rng(1), nn.Dense{Out: 3, G: activation.Tanh{}}, nn.Dense{Out: m, G: g})
			before := net.Clone()
			d := Data{X, c.y}
			h, err := Fit(net, d, Config{Loss: c.J, Optimizer: optimizer.NewGD(1e-3), Epochs: 1})
			name := c.J.String() + " behind " + g.String()
			if slices.Contains(c.fits, g) {
				if e := new(loss.BadRange); errors.As(err, &e) {
					t.Errorf("%s: %v", name, err)
				}
				continue
			}
			e := says[*loss.BadRange](t, name, err, "train: Fit: Dense", g.String()+" gives ", c.J.String()+" wants", c.want)
			if len(h.Epochs) != 0 || !floats.Equal(net.Params(), before.Params()) || e.Layer == "" {
				t.Errorf("%s: a step was made, or %+v", name, e)
			}
			panics(t, name, "train: Evaluate: Dense", func() { Evaluate(net, c.J, d) })
		}
	}
	// What stands at the end counts, of whatever kind it is.
	for _, c := range []struct {
		J      loss.Func
		layers []nn.Layer
		says   string
	}{
		{loss.BinaryCrossEntropy{}, []nn.Layer{nn.Dense{Out: 1}, nn.BatchNorm{G: activation.Sigmoid{}}}, "BatchNorm sigmoid gives ŷ from 0 to 1"},
		{loss.BinaryCrossEntropy{}, []nn.Layer{nn.RBF{Out: 1, Kernel: activation.Gaussian{Width: 1}}}, "RBF 1 Gaussian(width = 1) gives ŷ from 0 to 1"},
		{loss.BernoulliNLL{}, []nn.Layer{nn.Dense{Out: 1, G: activation.Sigmoid{}}, nn.Dropout{P: 0.5}}, "Dropout 0.5 gives ŷ from 0 to 2"},
		{loss.BernoulliNLL{}, []nn.Layer{nn.Dense{Out: 1, G: activation.Sigmoid{}}, nn.Skip(1, nn.Dense{Out: 1, G: activation.Sigmoid{}})}, "gives ŷ from 0 to 2"},
		{loss.BernoulliNLL{}, []nn.Layer{nn.RBF{Out: 1, Kernel: activation.Gaussian{Width: 1}}}, ""},
		{loss.BinaryCrossEntropy{}, []nn.Layer{nn.Dense{Out: 1}, nn.BatchNorm{}}, ""},
	} {
		_, err := Fit(nn.New(2, rng(2), c.layers...), Data{X, zeroOne}, Config{Loss: c.J, Optimizer: optimizer.NewGD(1e-3), Epochs: 1})
		if c.says == "" {
			if err != nil {
				t.Errorf("%v: %v", c.layers, err)
			}
			continue
		}
		says[*loss.BadRange](t, c.says, err, c.says)
	}
}

// TestReach: a last layer that cannot come near y is refused; some noise beyond its
// bounds is not.
func TestReach(t *testing.T) {
	d := some(200, 2, 1, 1) // y is standard normal
	draw := rng(2)
	y := func(f func(i int) float64) *mat.Dense {
		Y := mat.NewDense(200, 1, nil)
		for i := range 200 {
			Y.Set(i, 0, f(i))
		}
		return Y
	}
	signs := y(func(i int) float64 { return float64(2*(i%2)-1) + 0.2*draw.NormFloat64() })
	mpg := y(func(i int) float64 { return 9 + float64(i)/5 })
	five := y(func(int) float64 { return 5 })
	for _, c := range []struct {
		name string
		g    activation.Func
		Y    *mat.Dense
		says string
	}{
		{"standardised", activation.ReLU{}, d.Y, "Dense 1 ReLU gives ŷ ≥ 0; squared error wants it near Y, which goes from -"},
		{"standardised, sigmoid", activation.Sigmoid{}, d.Y, "in column 0, so that R² could be 0.4"},
		{"raw", activation.Tanh{}, mpg, "which goes from 9 to 48.8 in column 0, so that R² could be -5.84 at most"},
		{"constant", activation.Sigmoid{}, five, "R² could be 0.00 at most: a last layer without G, or another scale of Y"},
		{"positive", activation.ReLU{}, mpg, ""}, {"constant, positive", activation.Softplus{}, five, ""},
		{"signs with noise", activation.Tanh{}, signs, ""}, {"any", activation.Identity{}, mpg, ""}, {"unknown", square{}, d.Y, ""},
	} {
		net := nn.New(2, rng(1), nn.Dense{Out: 1, G: c.g})
		_, err := Fit(net, Data{d.X, c.Y}, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(1e-6), Epochs: 1})
		if c.says == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		says[*loss.BadRange](t, c.name, err, c.says)
	}
	// The second column is the bad one.
	two := mat.NewDense(200, 2, nil)
	two.Augment(signs, mpg)
	_, err := Fit(nn.New(2, rng(1), nn.Dense{Out: 2, G: activation.Tanh{}}), Data{d.X, two}, Config{Loss: loss.Huber{Delta: 1}, Optimizer: optimizer.NewGD(1e-6), Epochs: 1})
	says[*loss.BadRange](t, "two columns", err, "in column 1", "Huber(δ = 1) wants it near Y")
}

// TestBothPairsAreRead: logits and probabilities, each under its loss, have the same
// accuracy, in the history as after it.
func TestBothPairsAreRead(t *testing.T) {
	X, labels := dataset.Moons(200, 0.1, rng(1))
	d := Data{X, dataset.OneColumn(labels)}
	for _, c := range []struct {
		J loss.Func
		g activation.Func
	}{{loss.BinaryCrossEntropy{}, nil}, {loss.BernoulliNLL{}, activation.Sigmoid{}}} {
		net := nn.New(2, rng(1), nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1, G: c.g})
		h := mustFit(t, net, d, Config{Loss: c.J, Optimizer: optimizer.NewAdam(0.05), Epochs: 150, Metric: loss.Accuracy, Validation: &d})
		e := h.Epochs[149]
		if !(e.Loss < 0.05) || !(e.Metric >= 0.99) || e.Metric != e.ValidationMetric || e.Metric != loss.Accuracy(c.J, net.Predict(d.X), d.Y) {
			t.Errorf("%v: %+v", c.J, e)
		}
		if m := loss.Confusion(c.J, net.Predict(d.X), d.Y); m.At(0, 0) < 99 || m.At(1, 1) < 99 {
			t.Errorf("%v: confusion matrix %v", c.J, mat.Formatted(m))
		}
	}
}

// TestSingles: with BatchNorm no batch may have one row, and Fit names a size near by.
func TestSingles(t *testing.T) {
	for _, c := range []struct {
		n, size int
		says    string // "" when all is well
	}{
		{10, 1, "Config.BatchSize is 1 with 10 rows, want batches of two rows or more, because a BatchNorm finds no variance in a single row: try 2"},
		{9, 1, "try 3"}, {33, 32, "Config.BatchSize is 32 with 33 rows, want batches of two rows or more"}, {33, 32, "try 31"},
		{9, 4, "try 3"}, {3, 2, "try 3"}, {1, 0, "Config.BatchSize is 0 with 1 rows"}, {1, 1, "in a single row"},
		{10, 0, ""}, {10, 10, ""}, {10, 5, ""}, {10, 4, ""}, {2, 2, ""}, {11, 9, ""},
	} {
		d := some(c.n, 3, 2, 1)
		net := nn.New(3, rng(1), nn.Dense{Out: 4}, nn.Skip(1, nn.BatchNorm{}, nn.Dense{Out: 4, G: activation.Tanh{}}), nn.Dense{Out: 2})
		config := Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 2, BatchSize: c.size, Rand: rng(1)}
		before := net.Clone()
		_, err := Fit(net, d, config)
		if c.says == "" {
			if err != nil {
				t.Errorf("%d rows in batches of %d: %v", c.n, c.size, err)
			}
			continue
		}
		says[*BadConfig](t, "singles", err, c.says)
		if c.n == 1 && strings.Contains(err.Error(), "try") || !floats.Equal(before.Params(), net.Params()) {
			t.Errorf("%d rows: %v, or a step was made", c.n, err)
		}
		mustFit(t, small(1), d, config) // without BatchNorm a row is enough
	}
}
