package ch07

import (
	_ "embed"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

//go:embed testdata/reference.json
var referenceJSON []byte

// run is an example or a batch in reference.json.
type run struct {
	X, Y, Z1, Z2, Yhat, Gradient []float64
	J                            float64
}

func references(t *testing.T) map[string]run {
	t.Helper()
	var runs map[string]run
	if err := json.Unmarshal(referenceJSON, &runs); err != nil {
		t.Fatal(err)
	}
	return runs
}

func (r run) data() (X, Y *mat.Dense) {
	return mat.NewDense(len(r.X)/3, 3, r.X), mat.NewDense(len(r.Y)/2, 2, r.Y)
}

func deckNetwork() *nn.Network {
	net := nn.New(3, rand.New(rand.NewPCG(6, 6)), nn.Dense{Out: 3, G: activation.Tanh{}}, nn.Dense{Out: 2, G: activation.Sigmoid{}})
	net.Theta(0).Copy(deckTheta0())
	net.Theta(1).Copy(deckTheta1())
	return net
}

// What NumPy computes with complex steps is what the engine, the solution of 7.5 and a colleague
// without a slip compute by backpropagation.
func TestReference(t *testing.T) {
	for name, r := range references(t) {
		net := deckNetwork()
		X, Y := r.data()
		if J := net.Gradients(loss.SquaredError{}, X, Y); math.Abs(J-r.J) > 1e-14 {
			t.Errorf("%s: J is %v, want %v", name, J, r.J)
		}
		near(t, name+": engine", net.Grads(), r.Gradient)
		near(t, name+": a colleague without a slip", flawed(noSlip, net, X, Y), r.Gradient)
		if len(r.X) == 3 {
			grad0, grad1 := solution{}.backward(deckTheta0(), deckTheta1(), r.X, r.Y)
			near(t, name+": 7.5", append(grad0.RawMatrix().Data, grad1.RawMatrix().Data...), r.Gradient)
		}
	}
}

func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for j := range want {
		if math.Abs(got[j]-want[j]) > 1e-14 {
			t.Errorf("%s: value [%d] is %v, want %v", what, j, got[j], want[j])
		}
	}
}

// The chapter shows lines of the engine: they stand there as they are shown.
func TestLinesOfTheEngine(t *testing.T) {
	const notebook = "../../../notebooks/07-backpropagation.ipynb"
	if _, err := os.Stat(notebook); err != nil {
		t.Skip("there are no notebooks beside this copy of pkg")
	}
	source, chapter := file(t, "../../nn/dense.go"), file(t, notebook)
	for _, line := range []string{
		"p.product.TimesSlope(p.g, p.delta, p.z, p.a)   // Δ^(l+1) = ∂J/∂A^(l+1) ⊙ g′(Z^(l+1))",
		"p.product.Gradient(p.gradient, p.delta, p.aIn) // ∂J/∂θ = Δ^(l+1)ᵀ A^(l)",
		"p.product.Backward(p.gradA, p.delta, p.weights) // ∂J/∂A^(l) = Δ^(l+1) θ̄",
	} {
		code, _, _ := strings.Cut(line, " //")
		if !strings.Contains(source, strings.TrimSpace(code)) {
			t.Errorf("not in pkg/nn/dense.go: %s", code)
		}
		if !strings.Contains(chapter, line) {
			t.Errorf("not in the chapter: %s", line)
		}
	}
	if !strings.Contains(chapter, "pkg/nn/dense.go:  p.product.Gradient(p.gradient, p.delta, p.aIn)") {
		t.Error("the chapter's drawings show another line")
	}
}

func file(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
