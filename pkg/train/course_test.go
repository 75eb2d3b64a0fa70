//go:build !race

// These tests train to the end on the course's data. They take some seconds,
// and would take minutes under the race detector.

package train

import (
	"testing"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/regularizer"
	"ann/pkg/scaling"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

func scaled(t *testing.T, train, test *mat.Dense) (s *scaling.Standard, trainZ, testZ *mat.Dense) {
	s, err := scaling.FitStandard(train)
	if err != nil {
		t.Fatal(err)
	}
	return s, s.Transform(train), s.Transform(test)
}

// TestDigits: handwritten digits; the writers of the test images are others.
// Batch normalisation and a little noise on the pixels were chosen on held-out
// training rows.
func TestDigits(t *testing.T) {
	train, test := dataset.Digits()
	X, digits := dataset.Pixels(train)
	XT, digitsT := dataset.Pixels(test)
	Y, YT := dataset.OneHot(digits, 10), dataset.OneHot(digitsT, 10)
	fit := func(seed uint64, noise float64, layers ...nn.Layer) float64 {
		const epochs, size = 30, 32
		o := optimizer.NewAdam(0.003)
		o.Schedule = optimizer.Cosine(epochs * (len(digits)/size + 1))
		net := nn.New(64, rng(seed), layers...)
		mustFit(t, net, Data{X, Y}, Config{Loss: loss.CrossEntropy{}, Optimizer: o, Epochs: epochs, BatchSize: size, Rand: rng(100 + seed), Noise: noise})
		return loss.Accuracy(loss.CrossEntropy{}, net.Predict(XT), YT)
	}
	plain := fit(1, 0, nn.Dense{Out: 64, G: activation.ReLU{}}, nn.Dense{Out: 10})
	var normed []float64
	for seed := range uint64(3) {
		normed = append(normed, fit(seed, 0.1, nn.Dense{Out: 64, Init: nn.He}, nn.BatchNorm{G: activation.ReLU{}}, nn.Dense{Out: 10}))
	}
	t.Logf("test accuracy: plain %.4f, normalised %.4f", plain, normed)
	if floats.Min(normed) < 0.97 {
		t.Errorf("test accuracy %.4f, want 0.97", normed)
	}
	if plain < 0.95 || plain > floats.Min(normed) {
		t.Errorf("test accuracy of the plain network %.4f, want 0.95 to %.4f", plain, floats.Min(normed))
	}
}

// cars returns the complete rows of Auto MPG: six numbers and two columns for
// the origin (Europe, Japan; America is neither), and mpg.
func cars() Data {
	table := dataset.AutoMPG().Complete("horsepower")
	F := table.Matrix("cylinders", "displacement_cu_in", "horsepower", "weight_lb", "acceleration_s", "model_year")
	X := mat.NewDense(table.Rows(), 8, nil)
	for i, origin := range table.Column("origin") {
		copy(X.RawRowView(i), F.RawRowView(i))
		if origin > 1 {
			X.Set(i, 4+int(origin), 1)
		}
	}
	return Data{X, table.Matrix("mpg")}
}

// TestCars: fuel use from eight inputs, five-fold; all standardised, y too, by
// the training rows of each fold.
func TestCars(t *testing.T) {
	d := cars()
	n, p := d.X.Dims()
	for seed := range uint64(4) {
		var r2 []float64
		for _, fold := range dataset.Folds(n, 5, rng(seed)) {
			_, X, XT := scaled(t, dataset.Rows(d.X, fold.Train), dataset.Rows(d.X, fold.Test))
			s, Y, _ := scaled(t, dataset.Rows(d.Y, fold.Train), dataset.Rows(d.Y, fold.Test))
			net := nn.New(p, rng(10+seed), nn.Dense{Out: 16, G: activation.Tanh{}}, nn.Dense{Out: 1})
			mustFit(t, net, Data{X, Y}, Config{Loss: loss.SquaredError{}, Optimizer: optimizer.NewAdam(0.01), Epochs: 100, BatchSize: 32, Rand: rng(20 + seed),
				Penalty: regularizer.L2{Lambda: 0.003}})
			yhat := s.Inverse(net.Predict(XT))
			r2 = append(r2, loss.R2(yhat.RawMatrix().Data, dataset.Rows(d.Y, fold.Test).RawMatrix().Data))
		}
		t.Logf("seed %d: R² %.3f, mean %.3f", seed, r2, stat.Mean(r2, nil))
		if mean := stat.Mean(r2, nil); !(mean >= 0.85) {
			t.Errorf("seed %d: R² %.3f, mean %.3f, want 0.85", seed, r2, mean)
		}
	}
}

// TestSpirals: 16-16 ReLU on two spirals. Near the center the two overlap, so
// that 1 is out of reach. The cosine lets the last steps settle: at constant α
// one seed in five ends at 0.979.
func TestSpirals(t *testing.T) {
	var accuracy []float64
	for seed := range uint64(6) {
		draw := rng(50 + seed)
		X, labels := dataset.Spirals(1000, 0.05, draw)
		XT, labelsT := dataset.Spirals(1000, 0.05, draw)
		const epochs, size = 200, 32
		o := optimizer.NewAdam(0.01)
		o.Schedule = optimizer.Cosine(epochs * (1000/size + 1))
		net := nn.New(2, rng(seed), nn.Dense{Out: 16, G: activation.ReLU{}}, nn.Dense{Out: 16, G: activation.ReLU{}}, nn.Dense{Out: 1})
		mustFit(t, net, Data{X, dataset.OneColumn(labels)}, Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: o, Epochs: epochs, BatchSize: size, Rand: rng(60 + seed)})
		accuracy = append(accuracy, loss.Accuracy(loss.BinaryCrossEntropy{}, net.Predict(XT), dataset.OneColumn(labelsT)))
	}
	t.Logf("test accuracy %.3f, mean %.4f", accuracy, stat.Mean(accuracy, nil))
	if floats.Min(accuracy) < 0.98 {
		t.Errorf("test accuracy %.3f, want 0.98", accuracy)
	}
}

// TestXOR: 2-4-1 tanh, 20 seeds, every one solved.
func TestXOR(t *testing.T) {
	X, labels := dataset.XOR(4, 0, rng(1))
	d := Data{X, dataset.OneColumn(labels)}
	for seed := range uint64(20) {
		net := nn.New(2, rng(seed), nn.Dense{Out: 4, G: activation.Tanh{}}, nn.Dense{Out: 1})
		h := mustFit(t, net, d, Config{Loss: loss.BinaryCrossEntropy{}, Optimizer: optimizer.NewGD(0.5), Epochs: 300, Metric: loss.Accuracy})
		if got := h.Epochs[299].Metric; got != 1 {
			t.Errorf("seed %d: %g of the corners are right", seed, got)
		}
	}
}
