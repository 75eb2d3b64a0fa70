package train_test

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"

	"gonum.org/v1/gonum/mat"
)

// Two moons, parted by a small network. The last quarter of the rows is held
// out, and says when to stop.
func ExampleFit() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(400, 0.1, rng)
	Y := dataset.OneColumn(labels)
	rows, held := dataset.Split(400, 0.25, rng)

	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1})
	validation := train.Data{X: dataset.Rows(X, held), Y: dataset.Rows(Y, held)}
	history, err := train.Fit(net, train.Data{X: dataset.Rows(X, rows), Y: dataset.Rows(Y, rows)}, train.Config{
		Loss:       loss.BinaryCrossEntropy{},
		Optimizer:  optimizer.NewAdam(0.01),
		Epochs:     200,
		BatchSize:  32,
		Rand:       rng,
		Validation: &validation,
		Patience:   20,
		Metric:     loss.Accuracy,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	best := history.Epochs[history.Best-1]
	fmt.Println("accuracy above 0.95:", best.ValidationMetric > 0.95)
	fmt.Println("the best is kept:", train.Evaluate(net, loss.BinaryCrossEntropy{}, validation) == best.ValidationLoss)
	// Output:
	// accuracy above 0.95: true
	// the best is kept: true
}

// A learning rate that is too large, and what Fit says about it.
func ExampleDiverged() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, y := dataset.Surface(dataset.Plane, 100, 0.1, rng)
	X.Scale(3, X)
	net := nn.New(2, rng, nn.Dense{Out: 1})
	_, err := train.Fit(net, train.Data{X: X, Y: mat.NewDense(100, 1, y)}, train.Config{
		Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(5), Epochs: 100,
	})
	var diverged *train.Diverged
	if errors.As(err, &diverged) {
		fmt.Printf("%v: learning rate %g, stable below %.1g\n", diverged.Cause, diverged.Alpha, diverged.Stable)
	}
	// Output: learning rate: learning rate 5, stable below 0.7
}

// A schedule that counts epochs where steps are meant, and what Fit says about it.
func ExampleStandstill() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(320, 0.1, rng)
	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1})
	o := optimizer.NewGD(0.5)
	o.Schedule = optimizer.Cosine(50)
	_, err := train.Fit(net, train.Data{X: X, Y: dataset.OneColumn(labels)}, train.Config{
		Loss: loss.BinaryCrossEntropy{}, Optimizer: o, Epochs: 50, BatchSize: 32, Rand: rng,
	})
	var still *train.Standstill
	if errors.As(err, &still) {
		fmt.Printf("%v since epoch %d: α = %g, and there are %d steps\n", still.Obstacle, still.Since, still.Alpha, still.Steps)
	}
	// Output: small steps since epoch 6: α = 0, and there are 500 steps
}

// One sigmoid too many: this loss has the sigmoid inside.
func ExampleFit_wrongPair() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(100, 0.1, rng)
	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1, G: activation.Sigmoid{}})
	_, err := train.Fit(net, train.Data{X: X, Y: dataset.OneColumn(labels)}, train.Config{
		Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewGD(0.5), Epochs: 50,
	})
	var bad *loss.BadRange
	if errors.As(err, &bad) {
		fmt.Printf("%s gives %g to %g\n%s wants %s\n", bad.Layer, bad.Low, bad.High, bad.User, bad.Want)
	}
	// Output:
	// Dense 1 sigmoid gives 0 to 1
	// binary cross-entropy wants logits, any number, because it has the sigmoid inside: a last layer without G; behind a sigmoid take loss.BernoulliNLL
}
