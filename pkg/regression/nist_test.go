package regression

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// nist is one of NIST's eleven reference problems of linear regression.
type nist struct {
	Name          string
	Degree        int  // p: the columns are x, x², … x^p
	Ones          bool // whether there is a ones column
	X             [][]float64
	Y             []float64
	Theta, StdErr []float64 // certified, to 15 digits; a StdErr of 0 is a fit without residuals
}

func (c nist) design() *mat.Dense {
	if c.Degree > 1 {
		return Design(c.X[0], Polynomial(c.Degree))
	}
	F := mat.NewDense(len(c.Y), len(c.X), nil)
	for k, x := range c.X {
		F.SetCol(k, x)
	}
	if c.Ones {
		return WithOnes(F)
	}
	return F
}

// TestNIST counts the right digits of θ and of StdErr.
func TestNIST(t *testing.T) {
	b, err := os.ReadFile("testdata/nist.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Sets []nist }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	least := map[string]struct{ theta, stdErr float64 }{
		"Norris": {13, 13}, "Pontius": {13, 12.5}, "NoInt1": {14, 14}, "NoInt2": {14, 14}, "Filip": {7, 7}, "Longley": {13, 11.5},
		"Wampler1": {9, 0}, "Wampler2": {11, 0}, "Wampler3": {14, 12.5}, "Wampler4": {14, 12.5}, "Wampler5": {14, 12.5},
	}
	if len(file.Sets) != len(least) {
		t.Fatalf("%d problems, want %d", len(file.Sets), len(least))
	}
	for _, c := range file.Sets {
		f, err := LeastSquares(c.design(), c.Y)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		want := least[c.Name]
		if got := rightDigits(f.Theta, c.Theta); !(got >= want.theta) {
			t.Errorf("%s: %.1f digits of θ are right, want %g", c.Name, got, want.theta)
		}
		if c.StdErr[0] == 0 {
			continue
		}
		if got := rightDigits(f.StdErr, c.StdErr); !(got >= want.stdErr) {
			t.Errorf("%s: %.1f digits of StdErr are right, want %g", c.Name, got, want.stdErr)
		}
	}
}

// rightDigits returns −log₁₀ of the largest relative error, at most 16.
func rightDigits(got, want []float64) float64 {
	digits := 16.0
	for k, v := range want {
		digits = min(digits, -math.Log10(math.Abs(got[k]/v-1)))
	}
	return digits
}
