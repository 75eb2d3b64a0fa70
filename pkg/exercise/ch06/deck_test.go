package ch06

import (
	"math"
	"math/rand/v2"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/nn"
)

// The numbers of the network of the slides, worked out with pencil and a table of tanh and
// e^−z. The engine, the solution of 6.3 and chapter 06 must agree with them.
func TestDeckNetworkByHand(t *testing.T) {
	x := []float64{2, -1, 0.5}
	// z⁽¹⁾ = θ⁽⁰⁾ (1, 2, −1, 0.5)
	z1 := []float64{
		0.1 + 0.4*2 + 0.2*1 + 0.6*0.5,  // 0.1 + 0.8 + 0.2 + 0.3 = 1.4
		-0.3 + 0.2*2 - 0.5*1 - 0.4*0.5, // −0.3 + 0.4 − 0.5 − 0.2 = −0.6
		0.2 - 0.1*2 - 0.3*1 + 0.8*0.5,  // 0.2 − 0.2 − 0.3 + 0.4 = 0.1
	}
	// tanh 1.4, tanh −0.6, tanh 0.1
	a1 := []float64{1, 0.885352, -0.537050, 0.099668}
	// z⁽²⁾ = θ⁽¹⁾ (1, 0.885352, −0.537050, 0.099668)
	z2 := []float64{
		0.5 + 0.619746 + 0.322230 + 0.019934,  // 1.461910
		-0.4 + 0.265606 - 0.483345 - 0.049834, // −0.667573
	}
	// 1/(1 + e^−1.461910) = 1/1.231793, 1/(1 + e^0.667573) = 1/2.949500
	yhat := []float64{0.811825, 0.339040}

	net := nn.New(3, rand.New(rand.NewPCG(6, 6)), nn.Dense{Out: 3, G: activation.Tanh{}}, nn.Dense{Out: 2, G: activation.Sigmoid{}})
	net.Theta(0).Copy(deckTheta0())
	net.Theta(1).Copy(deckTheta1())
	net.ForwardOne(x)
	for _, c := range []struct {
		name      string
		got, want []float64
	}{
		{"z⁽¹⁾", net.Z(1).RawRowView(0), z1},
		{"a⁽¹⁾", net.A(1).RawRowView(0), a1},
		{"z⁽²⁾", net.Z(2).RawRowView(0), z2},
		{"ŷ", net.A(2).RawRowView(0), yhat},
		{"ŷ of the solution of 6.3", solution{}.forwardPass(deckTheta0(), deckTheta1(), x), yhat},
	} {
		if len(c.got) != len(c.want) {
			t.Errorf("%s has %d values, want %d", c.name, len(c.got), len(c.want))
			continue
		}
		for j := range c.want {
			if math.Abs(c.got[j]-c.want[j]) > 1.5e-6 {
				t.Errorf("%s: value [%d] is %.6f, by hand %.6f", c.name, j, c.got[j], c.want[j])
			}
		}
	}
}
