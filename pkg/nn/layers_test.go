package nn_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// TestInit measures θ against the formulas of the documentation.
func TestInit(t *testing.T) {
	const in, out = 300, 200
	xavier, he, lecun, uniform := math.Sqrt(2./(in+out)), math.Sqrt(2./in), math.Sqrt(1./in), 1/math.Sqrt(3*in)
	for _, c := range []struct {
		init  nn.Init
		g     activation.Func
		sigma float64
	}{
		{nn.Xavier, activation.ReLU{}, xavier},
		{nn.He, activation.Tanh{}, he},
		{nn.LeCun, nil, lecun},
		{nn.Uniform, activation.ReLU{}, uniform},
		{nn.ByActivation, nil, xavier},
		{nn.ByActivation, activation.Tanh{}, xavier},
		{nn.ByActivation, activation.Sigmoid{}, xavier},
		{nn.ByActivation, activation.ReLU{}, he},
		{nn.ByActivation, activation.LeakyReLU{Slope: 0.1}, he},
		{nn.ByActivation, activation.ELU{Alpha: 1}, he},
		{nn.ByActivation, activation.GELU{}, he},
		{nn.ByActivation, activation.Softplus{}, he},
		{nn.ByActivation, activation.SELU{}, lecun},
	} {
		theta := nn.New(in, seeded(12), nn.Dense{Out: out, G: c.g, Init: c.init}).Theta(0)
		if got := c.init.Sigma(c.g, in, out); !(math.Abs(got-c.sigma) <= 1e-15) {
			t.Errorf("%v, g = %v: Sigma is %g, want %g", c.init, c.g, got, c.sigma)
		}
		weights := mat.DenseCopyOf(theta.Slice(0, out, 1, in+1)).RawMatrix().Data
		mean, sigma := stat.MeanStdDev(weights, nil)
		// 60,000 weights: 5 standard errors of the mean and of σ.
		if !(math.Abs(mean) <= 5*c.sigma/math.Sqrt(in*out)) || !(math.Abs(sigma/c.sigma-1) <= 5/math.Sqrt(2*in*out)) {
			t.Errorf("%v, g = %v: θ̄ has mean %g and standard deviation %g, want 0 and %g", c.init, c.g, mean, sigma, c.sigma)
		}
		biases := mat.Col(nil, 0, theta)
		kurtosis := stat.ExKurtosis(weights, nil)
		if c.init == nn.Uniform {
			if limit := 1 / math.Sqrt(in); floats.Max(weights) > limit || floats.Min(weights) < -limit || !(floats.Norm(biases, math.Inf(1)) <= limit) || !(stat.StdDev(biases, nil) >= 0.8*uniform) {
				t.Errorf("uniform: weights or biases are not spread over ±%g", limit)
			}
			if !(math.Abs(kurtosis+1.2) <= 0.1) {
				t.Errorf("uniform has excess kurtosis %g, want −1.2", kurtosis)
			}
			continue
		}
		if floats.Norm(biases, 1) != 0 {
			t.Errorf("%v: the biases are not 0", c.init)
		}
		if !(math.Abs(kurtosis) <= 0.1) {
			t.Errorf("%v has excess kurtosis %g, want the normal's 0", c.init, kurtosis)
		}
	}
	a := nn.New(3, seeded(1), nn.Dense{Out: 4}, nn.RBF{Out: 2, Kernel: activation.Gaussian{Width: 1}})
	b := nn.New(3, seeded(1), nn.Dense{Out: 4}, nn.RBF{Out: 2, Kernel: activation.Gaussian{Width: 1}})
	c := nn.New(3, seeded(2), nn.Dense{Out: 4}, nn.RBF{Out: 2, Kernel: activation.Gaussian{Width: 1}})
	if !floats.Equal(a.Params(), b.Params()) || floats.Equal(a.Params(), c.Params()) {
		t.Error("the seed does not settle θ")
	}
	if s := nn.LeCun.String() + " " + nn.Init(9).String(); s != "LeCun Init(9)" {
		t.Errorf("String gives %q", s)
	}
}

// TestDropout looks at 200,000 masked units.
func TestDropout(t *testing.T) {
	const n, k, p = 1000, 200, 0.3
	net := nn.New(k, seeded(13), nn.Dropout{P: p})
	X := random(seeded(14), n, k)
	count := func(a *mat.Dense) (dropped float64) {
		for i := range n {
			for j := range k {
				switch v := a.At(i, j); v {
				case 0:
					dropped++
				default:
					if want := X.At(i, j) / (1 - p); !(math.Abs(v-want) <= 1e-15*math.Abs(want)) {
						t.Fatalf("a kept %g becomes %g, want %g", X.At(i, j), v, want)
					}
				}
			}
		}
		return dropped / (n * k)
	}
	first := mat.DenseCopyOf(net.Forward(X))
	if share := count(first); !(math.Abs(share-p) <= 5*math.Sqrt(p*(1-p)/(n*k))) {
		t.Errorf("%g of the units are dropped, want %g", share, p)
	}
	for _, shares := range [][]float64{rowShares(first), rowShares(mat.DenseCopyOf(first.T()))} {
		// Each row, and each unit, has its own dice.
		want := p * (1 - p) / (n * k / float64(len(shares)))
		if v := stat.Variance(shares, nil); !(v >= 0.6*want && v <= 1.5*want) {
			t.Errorf("the shares of %d have variance %g, want %g", len(shares), v, want)
		}
	}
	// The mask of the forward pass is that of the backward pass.
	ones := mat.NewDense(n, k, slices.Repeat([]float64{1}, n*k))
	dx := net.InputGradient(ones)
	for i := range n {
		for j := range k {
			if want := first.At(i, j) / X.At(i, j); !(math.Abs(dx.At(i, j)-want) <= 1e-12) {
				t.Fatalf("∂a/∂x is %g, want %g", dx.At(i, j), want)
			}
		}
	}
	second := mat.DenseCopyOf(net.Forward(X))
	if mat.Equal(first, second) {
		t.Error("two passes drop the same units")
	}
	net.SetTraining(false)
	if !mat.Equal(net.Forward(X), X) || !mat.Equal(net.InputGradient(ones), ones) {
		t.Error("evaluation mode drops or scales")
	}
	if net = nn.New(k, seeded(13), nn.Dropout{P: 0}); !mat.Equal(net.Forward(X), X) {
		t.Error("P = 0 drops or scales")
	}
}

func rowShares(a *mat.Dense) []float64 {
	n, k := a.Dims()
	shares := make([]float64, n)
	for i := range n {
		for _, v := range a.RawRowView(i) {
			if v == 0 {
				shares[i] += 1 / float64(k)
			}
		}
	}
	return shares
}

// TestBatchNorm: training mode normalises with the batch, evaluation mode with
// the running statistics, and those arrive where the data are.
func TestBatchNorm(t *testing.T) {
	rng := seeded(15)
	net := nn.New(2, rng, nn.BatchNorm{})
	X := random(rng, 500, 2)
	X.Apply(func(_, k int, v float64) float64 { return float64(k)*1000 + 3*v }, X)
	yhat := mat.DenseCopyOf(net.Forward(X))
	for k := range 2 {
		mean, variance := stat.PopMeanVariance(mat.Col(nil, k, yhat), nil)
		_, before := stat.PopMeanVariance(mat.Col(nil, k, X), nil)
		if !(math.Abs(mean) <= 1e-12) || !(math.Abs(variance-before/(before+1e-5)) <= 1e-12) {
			t.Errorf("column %d has mean %g and variance %.15g", k, mean, variance)
		}
	}
	for range 300 {
		net.Forward(X)
	}
	mean, variance := net.Running(0)
	for k := range 2 {
		col := mat.Col(nil, k, X)
		if m, v := stat.MeanVariance(col, nil); !(math.Abs(mean[k]-m) <= 1e-9*math.Abs(m)) || !(math.Abs(variance[k]-v) <= 1e-9*v) {
			t.Errorf("running statistics of column %d are %g, %g, want %g, %g", k, mean[k], variance[k], m, v)
		}
	}
	net.SetTraining(false)
	copy(mean, []float64{1, 2})
	copy(variance, []float64{4 - 1e-5, 9 - 1e-5})
	copy(net.Theta(0).RawMatrix().Data, []float64{10, 2, 20, 3})
	one := net.ForwardOne([]float64{5, 5})
	if !(math.Abs(one[0]-14) <= 1e-12) || !(math.Abs(one[1]-23) <= 1e-12) {
		t.Errorf("evaluation gives %g, want 10 + 2·(5−1)/2 = 14 and 20 + 3·(5−2)/3 = 23", one)
	}
	if mean[0] != 1 || variance[1] != 9-1e-5 {
		t.Error("evaluation moves the running statistics")
	}
}

// TestBatchNormEdges: one row, and a unit that never changes.
func TestBatchNormEdges(t *testing.T) {
	net := nn.New(2, seeded(1), nn.BatchNorm{}, nn.Dense{Out: 1})
	X, Y := mat.NewDense(1, 2, []float64{5, -7}), mat.NewDense(1, 1, []float64{1})
	net.Gradients(loss.SquaredError{}, X, Y)
	if z := net.Z(1); z.At(0, 0) != 0 || z.At(0, 1) != 0 {
		t.Errorf("one row gives z = %v, want 0", mat.Formatted(z))
	}
	if dx := net.InputGradient(Y); dx.At(0, 0) != 0 || dx.At(0, 1) != 0 {
		t.Errorf("one row gives ∂J/∂x = %v, want 0", mat.Formatted(dx))
	}
	if mean, variance := net.Running(0); mean[0] != 0.5 || variance[0] != 1 {
		t.Errorf("one row moves the running statistics to %g, %g; want 0.1·5 and 1", mean[0], variance[0])
	}
	X = mat.NewDense(3, 2, []float64{4, 1, 4, 2, 4, 3})
	net.Gradients(loss.SquaredError{}, X, mat.NewDense(3, 1, []float64{1, 2, 3}))
	for _, v := range net.Grads() {
		if math.IsNaN(v) {
			t.Fatalf("a constant unit gives the gradient %g", net.Grads())
		}
	}
}

// TestBatchNormLargeMean: a thousand numbers 1e8 have no spread, and numbers beside a
// large mean have their own.
func TestBatchNormLargeMean(t *testing.T) {
	const n = 1000
	net := nn.New(2, seeded(1), nn.BatchNorm{})
	X := mat.NewDense(n, 2, nil)
	for i := range n {
		X.SetRow(i, []float64{1e8 + 0.1, 1e8 + float64(i%2)})
	}
	z := net.Forward(X)
	for i := range n {
		want := (float64(i%2) - 0.5) / math.Sqrt(0.25+1e-5)
		if z.At(i, 0) != 0 || !(math.Abs(z.At(i, 1)-want) <= 1e-12) {
			t.Fatalf("row %d is normalised to %g, %g; want 0, %g", i, z.At(i, 0), z.At(i, 1), want)
		}
	}
}

// TestSkipStrength: with 0 the block is the plain network, with 1 and F = 0 it
// is nothing at all.
func TestSkipStrength(t *testing.T) {
	X, Y := random(seeded(16), 6, 3), random(seeded(17), 6, 3)
	f := []nn.Layer{nn.Dense{Out: 5, G: activation.Tanh{}}, nn.Dense{Out: 3}}
	plain, cut := nn.New(3, seeded(1), f...), nn.New(3, seeded(1), nn.Skip(0, f...))
	if plain.Gradients(loss.SquaredError{}, X, Y) != cut.Gradients(loss.SquaredError{}, X, Y) || !floats.Equal(plain.Grads(), cut.Grads()) {
		t.Error("strength 0 is not the plain network")
	}
	open := nn.New(3, seeded(1), nn.Skip(1, f...))
	clear(open.Params())
	if !mat.Equal(open.Forward(X), X) || !mat.Equal(open.InputGradient(Y), Y) {
		t.Error("with F = 0 the block is not the identity, forward and back")
	}
	list := []nn.Layer{f[0], f[1]}
	block := nn.Skip(1, list...)
	list[0] = nn.Dropout{P: 2}
	nn.New(3, seeded(1), block) // has its own list
}

// TestNestedSkips: the text of Skips in Skips takes the time of writing it once.
func TestNestedSkips(t *testing.T) {
	layer := nn.Skip(1, nn.Dense{Out: 2})
	if got, want := fmt.Sprint(nn.Skip(0.5, layer, nn.Dense{Out: 2})), "Skip 0.5 (Skip 1 (Dense 2 identity), Dense 2 identity)"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	const depth = 100_000
	for range depth {
		layer = nn.Skip(1, layer)
	}
	done := make(chan int, 1)
	go func() { done <- len(fmt.Sprint(layer)) }()
	select {
	case n := <-done:
		if want := depth*len("Skip 1 ()") + len("Skip 1 (Dense 2 identity)"); n != want {
			t.Errorf("the text has %d bytes, want %d", n, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("the text of %d nested Skips takes more than 10 s", depth)
	}
}

// TestPredict returns a copy, in evaluation mode, and leaves the mode alone.
func TestPredict(t *testing.T) {
	net := nn.New(3, seeded(1), nn.Dropout{P: 0.5}, nn.Dense{Out: 2})
	X := random(seeded(23), 4, 3)
	yhat := net.Predict(X)
	kept := mat.DenseCopyOf(yhat)
	for _, on := range []bool{true, false} {
		net.SetTraining(on)
		net.Forward(mat.NewDense(4, 3, nil))
		if !mat.Equal(yhat, kept) {
			t.Error("a later pass changes what Predict returned")
		}
		if !mat.Equal(net.Predict(X), kept) || net.Training() != on {
			t.Errorf("Predict depends on the mode, or leaves %v for %v", net.Training(), on)
		}
	}
}
