package train

import (
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"

	"gonum.org/v1/gonum/mat"
)

func moons(n int) Data {
	X, labels := dataset.Moons(n, 0.1, rng(1))
	return Data{X, dataset.OneColumn(labels)}
}

// hidden is a network of two inputs, eight units with g and a logit.
func hidden(g activation.Func) *nn.Network {
	return nn.New(2, rng(1), nn.Dense{Out: 8, G: g}, nn.Dense{Out: 1})
}

// zeroed sets θ to 0.
func zeroed(net *nn.Network) *nn.Network {
	clear(net.Params())
	return net
}

// biased gives the units of layer 1 a bias.
func biased(net *nn.Network, bias float64) *nn.Network {
	for j := range 8 {
		net.Theta(0).Set(j, 0, bias)
	}
	return net
}

// deep has 20 layers of sigmoids.
func deep() *nn.Network {
	var layers []nn.Layer
	for range 20 {
		layers = append(layers, nn.Dense{Out: 8, G: activation.Sigmoid{}})
	}
	return nn.New(2, rng(1), append(layers, nn.Dense{Out: 1})...)
}

func gd(alpha float64, s optimizer.Schedule) optimizer.Optimizer {
	return &optimizer.GD{Alpha: alpha, Schedule: s}
}

// spent is an optimizer that has used up its schedule.
func spent() optimizer.Optimizer {
	o := gd(0.5, optimizer.Cosine(3))
	for range 4 {
		o.Step(make([]float64, 33), make([]float64, 33)) // as many as hidden has
	}
	return o
}

// TestStandstill: a training that changes nothing, or nothing that shows x, says so and
// why; the history is complete, and the network stays as it was left.
func TestStandstill(t *testing.T) {
	X, labels := dataset.XOR(4, 0, rng(1))
	xor := Data{X, dataset.OneColumn(labels)}
	all := moons(100)
	for _, c := range []struct {
		name     string
		net      *nn.Network
		d        Data
		o        optimizer.Optimizer
		size     int
		obstacle Obstacle
		since    int
		layer    int
		says     []string
	}{
		{"θ = 0, XOR", zeroed(hidden(activation.Tanh{})), xor, gd(0.5, nil), 0, ZeroWeights, 1, 1, []string{"ŷ is the same for every row, and no gradient has passed through layer 1 in any of the 20 epochs: the weights in θ^(1) are 0"}},
		{"θ = 0, XOR, sigmoid", zeroed(hidden(activation.Sigmoid{})), xor, gd(0.5, nil), 0, ZeroWeights, 1, 1, nil},
		{"θ = 0, all rows", zeroed(hidden(activation.Sigmoid{})), all, gd(0.5, nil), 0, ZeroWeights, 1, 1, nil},
		{"θ = 0, batches", zeroed(hidden(activation.Tanh{})), all, gd(0.5, nil), 30, ZeroWeights, 1, 1, nil},
		{"θ = 0, Adam", zeroed(hidden(activation.ReLU{})), all, optimizer.NewAdam(0.01), 30, ZeroWeights, 1, 1, nil},
		{"dead", biased(hidden(activation.ReLU{}), -100), all, gd(0.5, nil), 30, FlatUnits, 1, 1, []string{"in layer 1 (Dense 8 ReLU) the slope g′(z) is 0 for every unit and row, with z from -10", "LeakyReLU"}},
		{"saturated", biased(hidden(activation.Sigmoid{}), 800), all, gd(0.5, nil), 30, FlatUnits, 1, 1, []string{"Dense 8 sigmoid"}},
		{"dead, Adam", biased(hidden(activation.ReLU{}), -100), all, optimizer.NewAdamW(0.01), 30, FlatUnits, 1, 1, nil},
		{"vanishing", deep(), all, gd(0.5, nil), 30, VanishingGradient, 1, 3, []string{"δ has fallen below 1e-12 of ∂J/∂ŷ in layer 3 (Dense 8 sigmoid)"}},
		{"spent from the start", hidden(activation.Tanh{}), all, spent(), 30, SmallSteps, 1, 0, []string{"θ has not changed in any of the 20 epochs: the learning rate is 0; a schedule counts steps, and this training has 80: let it span them"}},
		{"spent soon", hidden(activation.Tanh{}), all, gd(0.5, optimizer.Cosine(20)), 30, SmallSteps, 6, 0, []string{"θ has not changed since epoch 6 of 20"}},
		{"fading", hidden(activation.Tanh{}), all, gd(0.5, optimizer.Exponential(0.1)), 30, SmallSteps, 4, 0, []string{"is nothing beside the stable "}},
		{"tiny", hidden(activation.Tanh{}), all, gd(1e-20, nil), 30, SmallSteps, 1, 0, []string{"learning rate 1e-20 is nothing beside the stable 2"}},
		{"tiny Adam", hidden(activation.Tanh{}), all, optimizer.NewAdam(1e-20), 30, SmallSteps, 1, 0, []string{"learning rate 1e-20 is nothing beside θ"}},
	} {
		h, err := Fit(c.net, c.d, Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: c.o, Epochs: 20, BatchSize: c.size, Rand: rng(1)})
		e := says[*Standstill](t, c.name, err, c.says...)
		if e.Obstacle != c.obstacle || e.Since != c.since || e.Layer != c.layer || e.Epochs != 20 || len(h.Epochs) != 20 || h.Early {
			t.Errorf("%s: %d epochs, %+v", c.name, len(h.Epochs), e)
		}
		if c.net.Training() {
			t.Errorf("%s: the network is left in training mode", c.name)
		}
	}
	// A loss below 0 is not one that has converged.
	near := some(20, 2, 1, 1)
	near.Y.Scale(1e-3, near.Y)
	h, err := Fit(zeroed(line(2)), near, Config{Loss: loss.NormalNLL{Sigma: 0.1}, Optimizer: gd(1e-20, nil), Epochs: 3})
	if says[*Standstill](t, "normal", err, "in any of the 3 epochs: learning rate 1e-20"); !(h.Epochs[2].Loss < -1) {
		t.Errorf("normal: J = %g, and the test shows nothing", h.Epochs[2].Loss)
	}
	// A last layer without a slope.
	step := nn.New(2, rng(1), nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1, G: activation.BinaryStep{}})
	_, err = Fit(step, all, Config{Loss: loss.SquaredError{}, Optimizer: gd(0.5, nil), Epochs: 3})
	if e := says[*Standstill](t, "step", err, "train: no gradient has passed through layer 2 in any of the 3 epochs: in layer 2 (Dense 1 binary step)"); e.Layer != 2 {
		t.Errorf("step: %+v", e)
	}
	if s := VanishingGradient.String() + ", " + Obstacle(9).String(); s != "vanishing gradient, Obstacle(9)" {
		t.Errorf("obstacles are called %s", s)
	}
}

// TestStandstillWithPenalty: a penalty moves the θ that no gradient reaches.
func TestStandstillWithPenalty(t *testing.T) {
	net := biased(hidden(activation.ReLU{}), -100)
	before := net.Clone()
	_, err := Fit(net, moons(100), Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: gd(0.1, nil), Epochs: 10, Penalty: regularizer.L2{Lambda: 0.1}})
	says[*Standstill](t, "penalty", err, "Dense 8 ReLU")
	if mat.Equal(net.Theta(0), before.Theta(0)) {
		t.Error("the penalty has moved nothing, and the test shows nothing")
	}
}

// TestStandstillStopsEarly: early stopping ends a standstill as it ends all others, and
// the reason is told.
func TestStandstillStopsEarly(t *testing.T) {
	v := moons(40)
	h, err := Fit(biased(hidden(activation.ReLU{}), -100), moons(100), Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: spent(), Epochs: 50, Validation: &v, Patience: 4})
	says[*Standstill](t, "early", err, "in any of the 5 epochs")
	if !h.Early || h.Best != 1 || len(h.Epochs) != 5 {
		t.Errorf("%d epochs, the best %d, early %v", len(h.Epochs), h.Best, h.Early)
	}
	// A good one is stopped and nothing is said.
	v = some(30, 3, 2, 6)
	h = mustFit(t, noisy(), some(30, 3, 2, 5), Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.02), Epochs: 500, BatchSize: 8, Rand: rng(8), Validation: &v, Patience: 5})
	if !h.Early {
		t.Error("the good one was not stopped")
	}
}

// TestConvergedIsNoStandstill: θ that moves no more at a minimum is what one wants, and
// so is a network with units that nothing can teach, but that show x to the others.
func TestConvergedIsNoStandstill(t *testing.T) {
	X, labels := dataset.XOR(4, 0, rng(1))
	xor := Data{X, dataset.OneColumn(labels)}
	some3 := some(40, 3, 1, 1)
	exact := Data{some3.X, mat.NewDense(40, 1, nil)}
	for i := range 40 {
		x := exact.X.RawRowView(i)
		exact.Y.Set(i, 0, 1+2*x[0]-x[1])
	}
	constant := Data{some3.X, mat.NewDense(40, 1, nil)}
	for i := range 40 {
		constant.Y.Set(i, 0, 3)
	}
	dead := nn.New(3, rng(1), nn.Dense{Out: 8, G: activation.ReLU{}}, nn.Dense{Out: 1})
	first, second := nn.Dense{Out: 8, G: activation.BinaryStep{}}, nn.Dense{Out: 1}
	right := nn.New(2, rng(1), nn.Dense{Out: 1, G: activation.Sigmoid{}})
	right.SetParams(0, 1e4, 0)
	sides := Data{mat.NewDense(4, 2, []float64{-1, 0, -2, 1, 1, 0, 2, 1}), mat.NewDense(4, 1, []float64{0, 0, 1, 1})}
	for _, c := range []struct {
		name   string
		net    *nn.Network
		d      Data
		J      loss.Func
		o      optimizer.Optimizer
		epochs int
	}{
		{"least squares", line(3), some3, loss.SquaredError{}, gd(0.5, nil), 5000},
		{"an exact fit", line(3), exact, loss.SquaredError{}, gd(0.5, nil), 5000},
		{"least squares, then a spent schedule", line(3), some3, loss.SquaredError{}, gd(0.5, optimizer.StepDecay(1000, 0)), 5000},
		{"an exact fit, then a spent schedule", line(3), exact, loss.SquaredError{}, gd(0.5, optimizer.StepDecay(1000, 0)), 5000},
		{"XOR by one neuron", nn.New(2, rng(1), nn.Dense{Out: 1}), xor, loss.BinaryCrossEntropy{}, gd(0.5, nil), 5000},
		{"XOR by one neuron from 0", zeroed(nn.New(2, rng(1), nn.Dense{Out: 1})), xor, loss.BinaryCrossEntropy{}, gd(0.5, nil), 50},
		{"random features", nn.New(2, rng(1), first, second), moons(100), loss.SquaredError{}, gd(0.1, nil), 20000},
		{"random features, a few epochs", nn.New(2, rng(1), first, second), moons(100), loss.SquaredError{}, gd(0.1, nil), 3},
		{"a constant", biased(dead, -100), constant, loss.SquaredError{}, gd(0.5, nil), 5},
		{"nothing left to do", right, sides, loss.SquaredError{}, gd(0.5, nil), 5},
		{"all margins are kept", right.Clone(), Data{sides.X, mat.NewDense(4, 1, []float64{-1, -1, 1, 1})}, loss.Hinge{}, gd(0.5, nil), 5},
		{"the last steps of a cosine", hidden(activation.Tanh{}), moons(100), loss.BinaryCrossEntropy{}, gd(0.5, optimizer.Cosine(45)), 50},
		{"another optimizer", small(1), some(10, 3, 2, 1), loss.SquaredError{}, &still{}, 5},
	} {
		if c.J == (loss.Hinge{}) {
			c.net = nn.New(2, rng(1), nn.Dense{Out: 1})
			c.net.SetParams(0, 5, 0)
		}
		h, err := Fit(c.net, c.d, Config{Loss: c.J, Optimizer: c.o, Epochs: c.epochs})
		if err != nil || len(h.Epochs) != c.epochs {
			t.Errorf("%s: %v after %d epochs", c.name, err, len(h.Epochs))
		}
	}
	// Once more from the minimum.
	net := line(3)
	for range 2 {
		mustFit(t, net, some3, Config{Loss: loss.SquaredError{}, Optimizer: gd(0.5, nil), Epochs: 500})
	}
}
