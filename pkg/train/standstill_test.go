package train

import (
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
)

// A training in which nothing is learned says why.
func TestStandstill(t *testing.T) {
	d := some(20, 3, 1, 1)
	spent := optimizer.NewGD(0.1)
	spent.Schedule = func(step int) float64 { return float64(max(0, 1-step/5)) }
	dead := nn.New(3, rng(1), nn.Dense{Out: 4, G: activation.ReLU{}}, nn.Dense{Out: 1})
	for j := range 4 {
		dead.Theta(0).Set(j, 0, -100)
	}
	zero := nn.New(3, rng(1), nn.Dense{Out: 4, G: activation.Tanh{}}, nn.Dense{Out: 1})
	zero.SetParams(make([]float64, len(zero.Params()))...)
	deep := nn.New(3, rng(1), nn.Dense{Out: 4, G: activation.Tanh{}}, nn.Dense{Out: 4, G: activation.ReLU{}}, nn.Dense{Out: 1})
	for j := range 4 {
		deep.Theta(1).Set(j, 0, -100)
	}
	for name, c := range map[string]struct {
		net    *nn.Network
		o      optimizer.Optimizer
		reason Reason
		says   []string
	}{
		"spent":  {small1(), spent, NoLearningRate, []string{"since epoch 6 no θ has changed", "the learning rate is 0: give the schedule"}},
		"none":   {small1(), &scheduled{optimizer.NewGD(0.1), 0}, NoLearningRate, []string{"since epoch 1"}},
		"tiny":   {small1(), optimizer.NewGD(1e-30), TinySteps, []string{"since epoch 1", "far above 1e-30"}},
		"dead":   {dead, optimizer.NewGD(0.1), DeadUnits, []string{"for every row; all units of layer 1 are 0 for every row"}},
		"deeper": {deep, optimizer.NewAdam(0.001), DeadUnits, []string{"all units of layer 2"}},
		"zero":   {zero, optimizer.NewGD(0.1), AlikeUnits, []string{"all units of layer 1 are alike", "start with random θ"}},
	} {
		h, err := Fit(c.net, d, Config{Loss: loss.SquaredError{}, Optimizer: c.o, Epochs: 50})
		e := says[*Standstill](t, name, err, c.says...)
		if len(h.Epochs) != 50 {
			t.Errorf("%s: %d epochs in the history", name, len(h.Epochs))
		}
		if e.Reason != c.reason {
			t.Errorf("%s: %+v, want reason %d", name, e, c.reason)
		}
	}
	// Logits of a saturated sigmoid: the same ŷ to the last bit.
	net := nn.New(1, rng(1), nn.Dense{Out: 2, G: activation.Sigmoid{}}, nn.Dense{Out: 1})
	net.SetParams(0, 1e3, 0, 2e3, 0, 1, 1)
	far := Data{mat.NewDense(3, 1, []float64{1, 2, 3}), mat.NewDense(3, 1, []float64{0, 1, 2})}
	_, err := Fit(net, far, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.01), Epochs: 5})
	says[*Standstill](t, "saturated", err, "for every row; ", "scale x and y")
}

// A training that has arrived, or that has nothing to learn, is no standstill.
func TestNoStandstill(t *testing.T) {
	d := some(20, 3, 1, 1)
	noise := Data{d.X, mat.NewDense(20, 1, nil)} // y is the same for every row
	one := Data{mat.NewDense(3, 1, []float64{2, 2, 2}), mat.NewDense(3, 1, []float64{0, 1, 2})}
	cosine := optimizer.NewGD(0.1)
	cosine.Schedule = optimizer.Cosine(50)
	for name, c := range map[string]struct {
		net    *nn.Network
		d      Data
		o      optimizer.Optimizer
		epochs int
	}{
		"arrived":       {line(3), d, optimizer.NewGD(0.3), 5000},
		"cosine":        {line(3), d, cosine, 50},
		"one epoch":     {small1(), d, optimizer.NewGD(0.1), 1},
		"constant y":    {small1(), noise, optimizer.NewGD(0.1), 3000},
		"constant x":    {line(1), one, optimizer.NewGD(0.1), 100},
		"nothing to do": {zeroLine(), noise, optimizer.NewGD(0.1), 20},
		"start at zero": {zeroLine(), d, optimizer.NewGD(0.1), 20},
		"unknown α":     {small1(), d, &still{}, 3},
	} {
		if _, err := Fit(c.net, c.d, Config{Loss: loss.SquaredError{}, Optimizer: c.o, Epochs: c.epochs}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Trained once more, from where it has arrived.
	net := line(3)
	for range 2 {
		if _, err := Fit(net, d, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(0.3), Epochs: 5000}); err != nil {
			t.Error(err)
		}
	}
	// Sigmoid and Bernoulli, the right pair: the metric knows what it sees.
	X, class := dataset.Blobs(40, [][]float64{{-1, 0}, {1, 0}}, 0.3, rng(3))
	coin := nn.New(2, rng(1), nn.Dense{Out: 1, G: activation.Sigmoid{}})
	h, err := Fit(coin, Data{X, dataset.OneColumn(class)}, Config{Loss: loss.BernoulliNLL{}, Optimizer: optimizer.NewGD(0.5), Epochs: 200, Metric: loss.Accuracy})
	if err != nil || h.Epochs[199].Metric < 0.95 {
		t.Errorf("accuracy %g with loss %g, error %v", h.Epochs[199].Metric, h.Epochs[199].Loss, err)
	}
}

func small1() *nn.Network {
	return nn.New(3, rng(1), nn.Dense{Out: 5, G: activation.Tanh{}}, nn.Dense{Out: 1})
}

func zeroLine() *nn.Network {
	net := line(3)
	net.SetParams(0, 0, 0, 0)
	return net
}

// scheduled is a GD with a fixed learning rate that optimizer.Check would refuse.
type scheduled struct {
	*optimizer.GD
	alpha float64
}

func (s *scheduled) Step(theta, grad []float64) {
	for k := range theta {
		theta[k] -= s.alpha * grad[k]
	}
}

func (s *scheduled) LearningRate() float64 { return s.alpha }
