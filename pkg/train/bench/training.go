package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/mat"
)

// training is a classifier to be trained by gradient descent or Adam on the
// softmax cross-entropy, rows in their order.
type training struct {
	name, about   string
	X, Y          *mat.Dense
	sizes         []int // inputs, hidden units …, classes
	g             activation.Func
	batch, epochs int
	alpha         float64
	adam          bool
}

// trainings returns the workloads. The number of rows is a whole number of
// batches.
func trainings() []training {
	X, labels := dataset.Spirals(1000, 0.02, rand.New(rand.NewPCG(1, 1)))
	order := rand.New(rand.NewPCG(1, 2)).Perm(1000)
	X, Y := dataset.Rows(X, order), dataset.OneHot(dataset.Pick(labels, order), 2)
	spiral := training{"spiral", "spiral 2-16-16-2 tanh, batch 32", first(X, 992), first(Y, 992), []int{2, 16, 16, 2}, activation.Tanh{}, 32, 100, 0.05, false}
	online := training{"online", "online: spiral, batch 1", X, Y, []int{2, 16, 16, 2}, activation.Tanh{}, 1, 20, 0.01, false}

	table, _ := dataset.Digits()
	pixels, digits := dataset.Pixels(table)
	classes := dataset.OneHot(digits, 10)
	written := training{"digits", "digits 64-64-10 ReLU, batch 32", first(pixels, 1792), first(classes, 1792), []int{64, 64, 10}, activation.ReLU{}, 32, 20, 0.05, false}
	adamDigits := training{"adam-digits", "Adam: digits 64-64-10 ReLU, batch 32", first(pixels, 3808), first(classes, 3808), []int{64, 64, 10}, activation.ReLU{}, 32, 20, 0.001, true}

	X, Y = pictures(9984)
	large := training{"pictures", "pictures 784-128-64-10 ReLU, batch 64", X, Y, []int{784, 128, 64, 10}, activation.ReLU{}, 64, 5, 0.05, false}
	adamWide := training{"adam-wide", "Adam: pictures 784-128-10 ReLU, batch 64", first(X, 1984), first(Y, 1984), []int{784, 128, 10}, activation.ReLU{}, 64, 10, 0.001, true}
	return []training{spiral, written, large, online, adamDigits, adamWide}
}

func first(m *mat.Dense, n int) *mat.Dense {
	_, c := m.Dims()
	return m.Slice(0, n, 0, c).(*mat.Dense)
}

// pictures returns n random pictures of 784 pixels, four fifths of them 0 as
// in MNIST, in ten classes that a linear map tells apart.
func pictures(n int) (X, Y *mat.Dense) {
	rng := rand.New(rand.NewPCG(2, 1))
	X = mat.NewDense(n, 784, nil)
	W := mat.NewDense(784, 10, nil)
	for k := range 784 {
		for c := range 10 {
			W.Set(k, c, rng.NormFloat64())
		}
	}
	centred := mat.NewDense(n, 784, nil)
	for i := range n {
		for k := range 784 {
			v := 0.0
			if rng.Float64() < 0.2 {
				v = rng.Float64()
			}
			X.Set(i, k, v)
			centred.Set(i, k, v-0.1)
		}
	}
	var z mat.Dense
	z.Mul(centred, W)
	return X, dataset.OneHot(loss.Classes(loss.CrossEntropy{}, &z), 10)
}

func (w training) network() *nn.Network {
	var layers []nn.Layer
	for _, units := range w.sizes[1 : len(w.sizes)-1] {
		layers = append(layers, nn.Dense{Out: units, G: w.g})
	}
	layers = append(layers, nn.Dense{Out: w.sizes[len(w.sizes)-1]})
	return nn.New(w.sizes[0], rand.New(rand.NewPCG(3, 1)), layers...)
}

func (w training) optimizer() optimizer.Optimizer {
	if w.adam {
		return optimizer.NewAdam(w.alpha)
	}
	return optimizer.NewGD(w.alpha)
}

func (w training) measure() result {
	var seconds []float64
	last := time.Now()
	net, d := w.network(), train.Data{X: w.X, Y: w.Y}
	_, err := train.Fit(net, d, train.Config{
		Loss: loss.CrossEntropy{}, Optimizer: w.optimizer(),
		Epochs: w.epochs, BatchSize: w.batch, KeepOrder: true,
		OnEpoch: func(train.Epoch) error {
			now := time.Now()
			seconds = append(seconds, now.Sub(last).Seconds())
			last = now
			return nil
		},
	})
	quit(err)
	return result{w.name, median(seconds), train.Evaluate(net, loss.CrossEntropy{}, d)}
}

// allocations returns the heap allocations of a step, after the first: the least
// of three measurements, because the runtime now and then allocates too.
func (w training) allocations() float64 {
	net, o := w.network(), w.optimizer()
	X, Y := first(w.X, w.batch), first(w.Y, w.batch)
	step := func() {
		net.Gradients(loss.CrossEntropy{}, X, Y)
		o.Step(net.Params(), net.Grads())
	}
	step()
	const steps = 100
	least := math.Inf(1)
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range steps {
			step()
		}
		runtime.ReadMemStats(&after)
		least = min(least, float64(after.Mallocs-before.Mallocs)/steps)
	}
	return least
}

// gemmAlone returns the seconds that the products of an epoch take with
// gonum's Gemm.
func (w training) gemmAlone() float64 {
	rng := rand.New(rand.NewPCG(4, 1))
	fill := func(r, c int) blas64.General {
		m := blas64.General{Rows: r, Cols: c, Stride: c, Data: make([]float64, r*c)}
		for i := range m.Data {
			m.Data[i] = rng.NormFloat64()
		}
		return m
	}
	var products []func()
	for l := range len(w.sizes) - 1 {
		k, o := w.sizes[l], w.sizes[l+1]
		a, theta, z := fill(w.batch, k), fill(o, k), fill(w.batch, o)
		delta, d, g := fill(w.batch, o), fill(w.batch, k), fill(o, k)
		if l == 0 {
			for i := range w.batch {
				copy(a.Data[i*k:(i+1)*k], w.X.RawRowView(i))
			}
		}
		products = append(products, func() {
			blas64.Gemm(blas.NoTrans, blas.Trans, 1, a, theta, 0, z)
			blas64.Gemm(blas.Trans, blas.NoTrans, 1, delta, a, 0, g)
			if l > 0 {
				blas64.Gemm(blas.NoTrans, blas.NoTrans, 1, delta, theta, 0, d)
			}
		})
	}
	rows, _ := w.X.Dims()
	return median(timed(w.epochs, func() {
		for range rows / w.batch {
			for _, p := range products {
				p()
			}
		}
	}))
}

// timed returns the seconds of each of n calls of f.
func timed(n int, f func()) []float64 {
	seconds := make([]float64, n)
	for i := range seconds {
		start := time.Now()
		f()
		seconds[i] = time.Since(start).Seconds()
	}
	return seconds
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}
