package train

import (
	"fmt"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"
)

var layerKinds = map[string][]nn.Layer{
	"Dense":     {nn.Dense{Out: 70, G: activation.ReLU{}}},
	"Dropout":   {nn.Dense{Out: 20, G: activation.GELU{}}, nn.Dropout{P: 0.5}},
	"BatchNorm": {nn.Dense{Out: 20}, nn.BatchNorm{G: activation.Tanh{}}},
	"Skip":      {nn.Dense{Out: 20, G: activation.SELU{}}, nn.Skip(1, nn.Dense{Out: 20, G: activation.ELU{Alpha: 1}}, nn.Dense{Out: 20})},
	"RBF":       {nn.RBF{Out: 20, Kernel: activation.Gaussian{Width: 1}}},
}

var allLosses = []loss.Func{
	loss.SquaredError{}, loss.AbsoluteError{}, loss.Huber{Delta: 1}, loss.Hinge{}, loss.BinaryCrossEntropy{}, loss.CrossEntropy{},
	loss.NormalNLL{Sigma: 1}, loss.StudentTNLL{Nu: 4, Scale: 1}, loss.BernoulliNLL{}, loss.CategoricalNLL{},
}

// TestStepAllocates: after the first epoch no step allocates anything, nor does the
// look at θ once an epoch, for every layer, loss, optimizer and batch size; 1000 rows in
// 32s leave 8.
func TestStepAllocates(t *testing.T) {
	labels := make([]int, 1000)
	for i := range labels {
		labels[i] = i % 10
	}
	d := some(1000, 64, 10, 1)
	oneHot := Data{d.X, dataset.OneHot(labels, 10)}
	allocations := func(name string, layers []nn.Layer, c Config) {
		last := nn.Dense{Out: 10}
		switch c.Loss.(type) {
		case loss.BernoulliNLL, loss.CategoricalNLL: // of probabilities
			last.G = activation.Sigmoid{}
		}
		net := nn.New(64, rng(2), append(layers[:len(layers):len(layers)], last)...)
		c.Rand = rng(3)
		r := newRun(net, oneHot, c)
		epoch := func() {
			r.saveStart()
			for r.step = 1; r.batches.Next(); r.step++ {
				J, penalty := r.stepOnce()
				if what, value := r.trouble(J, penalty); what != "" {
					t.Fatalf("%s: %s is %g", name, what, value)
				}
			}
			r.watch()
		}
		r.epoch = 1
		epoch()
		r.epoch = 2
		// The runtime allocates now and then for itself, with the race detector above all; a
		// step that allocates does it in every epoch.
		least := testing.AllocsPerRun(1, epoch)
		for try := 1; try < 5 && least > 0; try++ {
			least = min(least, testing.AllocsPerRun(1, epoch))
		}
		if least > 0 {
			t.Errorf("%s: %g allocations in %d steps", name, least, r.batches.Len())
		}
	}
	sizes := []int{1, 32, 1000}
	if testing.Short() {
		sizes = []int{32, 1000}
	}
	for kind, layers := range layerKinds {
		for _, size := range sizes {
			name := fmt.Sprintf("%s, batch size %d", kind, size)
			allocations(name, layers, Config{Loss: loss.CrossEntropy{}, Optimizer: optimizer.NewAdam(1e-4), BatchSize: size, Noise: 0.1, Penalty: regularizer.L2{Lambda: 1e-3}, GradientNorms: true})
		}
	}
	for _, J := range allLosses {
		for _, size := range sizes {
			allocations(fmt.Sprintf("%v, batch size %d", J, size), layerKinds["BatchNorm"], Config{Loss: J, Optimizer: optimizer.NewGD(1e-4), BatchSize: size})
		}
	}
	for _, o := range []optimizer.Optimizer{optimizer.NewMomentum(1e-4), optimizer.NewNesterov(1e-4), optimizer.NewAdaGrad(1e-4), optimizer.NewRMSProp(1e-4), optimizer.NewAdamW(1e-4)} {
		allocations(o.String(), layerKinds["Dense"], Config{Loss: loss.CrossEntropy{}, Optimizer: o, BatchSize: 32, Penalty: regularizer.Elastic{L1: 1e-4, L2: 1e-4}})
	}
}

// BenchmarkStep is a step of Fit. In its profile all but a few percent is
// Gradients and the optimizer's Step.
func BenchmarkStep(b *testing.B) {
	for _, size := range []int{1, 32, 256} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			net := nn.New(64, rng(1), nn.Dense{Out: 64, G: activation.ReLU{}}, nn.Dense{Out: 10})
			r := newRun(net, some(2048, 64, 10, 1), Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewGD(1e-3), BatchSize: size, Rand: rng(1)})
			r.epoch, r.step = 1, 2
			for b.Loop() {
				if !r.batches.Next() {
					r.batches.Next()
				}
				r.trouble(r.stepOnce())
			}
		})
	}
}
