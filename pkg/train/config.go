package train

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/mat"
)

// Config says how to train. Loss, Optimizer, Epochs and Rand must be given; the
// zero value of every other field is its default.
type Config struct {
	// Loss is J(ŷ, y).
	Loss loss.Func
	// Optimizer moves θ. Fit does not Reset it, so that training can be
	// continued; for another network take a new one, or Reset it. Its Schedule
	// counts steps, not epochs: an epoch has ⌈n/B⌉ steps.
	Optimizer optimizer.Optimizer
	// Epochs is how often every row is used, 1 or more.
	Epochs int
	// BatchSize is B, the number of rows in a step, 1 … n: 1 is stochastic
	// gradient descent, n the full batch. 0 means n. When B does not divide n
	// the last batch of an epoch is smaller, and counts less. With BatchNorm no
	// batch may have one row only, nor may the last.
	BatchSize int
	// Rand draws the order of the rows, anew every epoch, and Noise. It may be nil
	// when nothing is drawn: without Noise, and with the full batch or KeepOrder.
	// (Dropout draws from the source that the network has.)
	Rand *rand.Rand
	// KeepOrder says whether every epoch takes the rows in the order of X. It is
	// there to see what goes wrong when they are sorted.
	KeepOrder bool
	// Noise is the standard deviation of the normal noise that is added to the
	// features, anew in every step; the rows of Data stay as they are. 0 adds
	// none.
	Noise float64
	// Penalty is added to the loss, summed over the θ^(l) of all Dense layers; nil
	// adds none.
	Penalty regularizer.Penalty
	// Validation holds rows to measure the loss with after every epoch, which do
	// not train; it may be nil.
	Validation *Data
	// Patience ends training after so many epochs without a new lowest
	// validation loss, and gives the network its state of the best epoch back,
	// however training ends; the optimizer's state stays that of the last epoch.
	// 0 trains all epochs and keeps the state of the last.
	Patience int
	// Metric is measured after every epoch, for instance loss.Accuracy; it may be
	// nil. J is Loss, which knows how ŷ is read. It costs a forward pass of all rows.
	Metric func(J loss.Func, yhat, y *mat.Dense) float64
	// GradientNorms says whether |∂J/∂θ^(l)| of every layer is recorded, in
	// Epoch.GradientNorm.
	GradientNorms bool
	// OnEpoch is called after every epoch, with the network in evaluation mode; an
	// error from it ends training. It may be nil.
	OnEpoch func(Epoch) error
}

// check panics on a nil in a field that must be given. It returns a *BadConfig
// for a number that makes no sense with n rows, or what is wrong with the data or
// with the loss behind the last layer.
func (c Config) check(net *nn.Network, d Data) error {
	if c.Optimizer == nil {
		panic("train: Fit: Config.Optimizer is nil; optimizer.NewGD(0.1) is one")
	}
	if err := d.check("Fit", "", net, c.Loss); err != nil {
		return err
	}
	if err := checkReach(net, c.Loss, d.Y); err != nil {
		return err
	}
	n, _ := d.X.Dims()
	bad := func(field string, value any, want string) error {
		return &BadConfig{Field: field, Value: value, Want: want}
	}
	if err := optimizer.Check(c.Optimizer); err != nil {
		return err
	}
	switch {
	case c.Epochs < 1:
		return bad("Epochs", c.Epochs, "1 or more")
	case c.BatchSize < 0:
		return bad("BatchSize", c.BatchSize, "1 or more, or 0 for all rows")
	case c.BatchSize > n:
		return &BadConfig{Field: "BatchSize", Value: c.BatchSize, Want: "at most the number of rows, or 0 for all of them", Rows: n}
	case net.UsesBatch() && leavesSingle(c.batchSize(n), n):
		return &BadConfig{Field: "BatchSize", Value: c.BatchSize, Want: wantPairs(c.batchSize(n), n), Rows: n}
	case !(c.Noise >= 0) || math.IsInf(c.Noise, 1):
		return bad("Noise", c.Noise, "a standard deviation, 0 or more")
	case c.Patience < 0:
		return bad("Patience", c.Patience, "a number of epochs, or 0 for no early stopping")
	case c.Patience > 0 && c.Validation == nil:
		return bad("Patience", c.Patience, "0 without Validation: early stopping watches the loss of rows held out")
	case c.Rand == nil && c.Noise > 0:
		panic("train: Fit: Config.Rand is nil, and Noise draws from it; rand.New(rand.NewPCG(1, 2)) is one")
	case c.Rand == nil && c.shuffles(n):
		panic("train: Fit: Config.Rand is nil, and the order of the rows is drawn from it; rand.New(rand.NewPCG(1, 2)) is one (or set KeepOrder)")
	}
	if c.Validation != nil {
		return c.Validation.check("Fit", "Validation.", net, c.Loss)
	}
	return nil
}

// batchSize returns B for n rows.
func (c Config) batchSize(n int) int {
	if c.BatchSize == 0 {
		return n
	}
	return c.BatchSize
}

// leavesSingle reports whether batches of so many of n rows have one row only, be it the
// last one of an epoch.
func leavesSingle(size, n int) bool { return size == 1 || n%size == 1 }

// wantPairs says which size near the given one leaves no row alone.
func wantPairs(size, n int) string {
	want := "batches of two rows or more, because a BatchNorm finds no variance in a single row"
	for d := 1; d <= n; d++ {
		for _, near := range []int{size - d, size + d} {
			if near >= 2 && near <= n && !leavesSingle(near, n) {
				return fmt.Sprintf("%s: try %d", want, near)
			}
		}
	}
	return want
}

// shuffles reports whether n rows come in a random order. For the full batch
// none is drawn, because there it does not matter.
func (c Config) shuffles(n int) bool {
	return !c.KeepOrder && c.BatchSize != 0 && c.BatchSize < n
}
