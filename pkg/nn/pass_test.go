package nn_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// kinds has one network for every layer kind, and a wide one with all.
func kinds() map[string]*nn.Network {
	tanh := activation.Tanh{}
	one := func(layers ...nn.Layer) *nn.Network { return nn.New(8, seeded(5), layers...) }
	return map[string]*nn.Network{
		"dense":   one(nn.Dense{Out: 16, G: tanh}, nn.Dense{Out: 3}),
		"dropout": one(nn.Dense{Out: 16, G: activation.ReLU{}}, nn.Dropout{P: 0.5}, nn.Dense{Out: 3}),
		"norm":    one(nn.Dense{Out: 16}, nn.BatchNorm{G: activation.GELU{}}, nn.Dense{Out: 3}),
		"skip":    one(nn.Skip(1, nn.Dense{Out: 8, G: activation.SELU{}}, nn.Skip(0.5, nn.Dense{Out: 8, G: tanh})), nn.Dense{Out: 3}),
		"rbf":     one(nn.RBF{Out: 16, Kernel: activation.Gaussian{Width: 2}}, nn.Dense{Out: 3}),
		"wide": one(nn.Dropout{P: 0.1}, nn.Dense{Out: 80, G: tanh}, nn.Skip(1, nn.Dense{Out: 70}, nn.BatchNorm{G: activation.ReLU{}}, nn.Dense{Out: 80}),
			nn.RBF{Out: 5, Kernel: activation.Multiquadric{Width: 2}}, nn.Dense{Out: 3}),
	}
}

// step is a training step: gradients, then θ := θ − α ∂J/∂θ.
func step(net *nn.Network, J loss.Func, X, Y *mat.Dense) {
	net.Gradients(J, X, Y)
	floats.AddScaled(net.Params(), -0.01, net.Grads())
}

// TestNoAllocation trains at batch 1, 32, 1000 and a remainder, then to and
// fro between two sizes, and looks at no memory taken after the first step.
func TestNoAllocation(t *testing.T) {
	rng := seeded(6)
	batches := map[int][2]*mat.Dense{}
	for _, n := range []int{1, 17, 32, 1000} {
		batches[n] = [2]*mat.Dense{random(rng, n, 8), random(rng, n, 3)}
	}
	var J loss.Func = loss.SquaredError{} // made an interface once, not in the loop
	for name, net := range kinds() {
		for n, b := range batches {
			step(net, J, b[0], b[1])
			if a := testing.AllocsPerRun(3, func() { step(net, J, b[0], b[1]) }); a != 0 {
				t.Errorf("%s: a step with %d rows allocates %g times", name, n, a)
			}
		}
		if a := testing.AllocsPerRun(3, func() {
			for _, n := range []int{32, 17, 1, 32, 1000} {
				step(net, J, batches[n][0], batches[n][1])
			}
			net.ForwardOne(batches[1][0].RawRowView(0))
			net.Backward(batches[1][1])
			net.InputGradient(batches[1][1])
		}); a != 0 {
			t.Errorf("%s: steps of changing size allocate %g times", name, a)
		}
	}
}

// TestBatchSizes: what a pass gives does not depend on the passes before, be
// they of more rows, of fewer, of many sizes, or in the other mode.
func TestBatchSizes(t *testing.T) {
	rng := seeded(7)
	for name, net := range kinds() {
		net.SetTraining(false) // in training mode dropout and running statistics do depend on them
		X, Y := random(rng, 100, 8), random(rng, 100, 3)
		for _, n := range []int{3, 100, 1, 40, 3, 99} {
			x, y := X.Slice(0, n, 0, 8).(*mat.Dense), Y.Slice(0, n, 0, 3).(*mat.Dense)
			clone := net.Clone()
			want := clone.Gradients(loss.SquaredError{}, x, y)
			if J := net.Gradients(loss.SquaredError{}, x, y); J != want || !floats.Equal(net.Grads(), clone.Grads()) {
				t.Errorf("%s: %d rows after others give J %v, alone %v, or another gradient", name, n, J, want)
			}
			for l := range net.L() { // the bias unit is still 1
				for i := range n {
					if a := net.A(l).At(i, 0); a != 1 {
						t.Fatalf("%s: a_0(%d) is %g", name, l, a)
					}
				}
			}
			floats.AddScaled(net.Params(), -1e-6, net.Grads())
		}
		for n := 1; n <= 100; n++ {
			net.Forward(X.Slice(0, n, 0, 8).(*mat.Dense))
			if r, _ := net.A(0).Dims(); r != n {
				t.Fatalf("%s: %d rows for %d", name, r, n)
			}
		}
	}
}

// TestSameBits trains each network twice, and with more processors, to the
// same bits.
func TestSameBits(t *testing.T) {
	train := func() string {
		rng := seeded(8)
		X, Y := random(rng, 200, 8), random(rng, 200, 3)
		var sums []string
		for name, net := range kinds() {
			for range 3 {
				step(net, loss.CrossEntropy{}, X, Y)
			}
			h := fnv.New64()
			for _, v := range net.Params() {
				fmt.Fprintf(h, "%x ", math.Float64bits(v))
			}
			sums = append(sums, fmt.Sprintf("%s %x", name, h.Sum64()))
		}
		slices.Sort(sums)
		return strings.Join(sums, "\n")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := train()
	for _, procs := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(procs)
		if got := train(); got != want {
			t.Errorf("GOMAXPROCS %d:\n%s\nwant\n%s", procs, got, want)
		}
	}
}

// TestNotFinite: NaN, Inf and huge numbers go through without a panic, NaN is
// not lost on the way, and rows do not infect each other.
func TestNotFinite(t *testing.T) {
	for name, net := range kinds() {
		net.SetTraining(false)
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e308, -1e308} {
			X := random(seeded(9), 3, 8)
			clean := net.Predict(X)
			X.Set(1, 4, v)
			yhat := net.Predict(X)
			for k := range 3 {
				if got := yhat.At(1, k); math.IsNaN(v) && !math.IsNaN(got) {
					t.Errorf("%s: NaN becomes %g", name, got)
				}
				for _, i := range []int{0, 2} {
					if yhat.At(i, k) != clean.At(i, k) {
						t.Errorf("%s: %g in row 1 makes ŷ = %g of %g in row %d", name, v, yhat.At(i, k), clean.At(i, k), i)
					}
				}
			}
			net.InputGradient(yhat)
		}
	}
}

// TestCloneAtOnce uses clones from several goroutines, for the race detector.
func TestCloneAtOnce(t *testing.T) {
	X := random(seeded(9), 50, 8)
	for name, net := range kinds() {
		step(net, loss.SquaredError{}, X, random(seeded(10), 50, 3)) // moves running statistics
		want := net.Predict(X)
		if !net.Training() {
			t.Errorf("%s: Predict left evaluation mode on", name)
		}
		var wg sync.WaitGroup
		for range 4 {
			clone := net.Clone()
			if !clone.Training() {
				t.Errorf("%s: the clone is in evaluation mode", name)
			}
			wg.Go(func() {
				if !mat.Equal(clone.Predict(X), want) {
					t.Errorf("%s: the clone predicts something else", name)
				}
				clone.Params()[0]++
				clone.SetRand(seeded(11))
				clone.Gradients(loss.SquaredError{}, X, want)
			})
		}
		wg.Wait()
		if !mat.Equal(net.Predict(X), want) {
			t.Errorf("%s: a clone changed the original", name)
		}
	}
}
