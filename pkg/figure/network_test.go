package figure

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
)

// written are the texts of a drawing.
func written(t *testing.T, d Drawing) (all []string) {
	t.Helper()
	texts, _, err := trace(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range texts {
		all = append(all, x.text)
	}
	return all
}

// wantTexts checks that some texts are there and others are not; those begin with "!".
func wantTexts(t *testing.T, d Drawing, want ...string) {
	t.Helper()
	all := written(t, d)
	for _, w := range want {
		text, absent := strings.CutPrefix(w, "!")
		if slices.Contains(all, text) == absent {
			t.Errorf("%q: there %v, in %q", text, !absent, all)
		}
	}
}

func TestNetworkNames(t *testing.T) {
	d := NewNetwork("", 3, 3, 2)
	wantTexts(t, d, "x₀", "x₃", "a⁽¹⁾₀", "z⁽¹⁾₃", "a⁽¹⁾₃", "z⁽²⁾₁", "ŷ₂", "!x₄", "!z⁽¹⁾₀", "!a⁽²⁾₁", "Σ", "g⁽⁰⁾", "g⁽¹⁾", "input layer", "hidden layer", "output layer")
	wantTexts(t, NewNetwork("", 2, 1), "z⁽¹⁾", "ŷ", "!ŷ₁", "!hidden layer")
	wantTexts(t, NewNetwork("", 1, 2, 2, 1), "hidden layer 1", "hidden layer 2", "a⁽²⁾₁")
	if got := above(12) + below(30); got != "⁽¹²⁾₃₀" {
		t.Error(got)
	}
}

func TestNetworkNumbers(t *testing.T) {
	d := deckDiagram("")
	wantTexts(t, d, "−1.00", "−0.6", "−0.60", "0.89", "0.81", "θ⁽⁰⁾ is 3×4", "θ⁽¹⁾ is 2×4", "!Σ", "positive weight", "negative weight")
	d.Decimals = 1
	wantTexts(t, d, "−1.0", "0.9", "!0.89")
	d.EdgeText(0, 1, 0, "bias")
	d.Caption(1, "tanh\nlayer")
	d.Delta(2, []float64{0.25, -1})
	wantTexts(t, d, "bias", "!0.1000", "tanh", "layer", "δ⁽²⁾₂ = −1.0")
	for v, want := range map[float64]string{-0.004: "0.00", 0: "0.00", 1.999: "2.00", -12: "−12.00", 1e9: "1e+09", -123456789: "−1.23e+08"} {
		if got := digits(v, 2); got != want {
			t.Errorf("%g is written %s, want %s", v, got, want)
		}
	}
	if trimmed(0.5, 2) != "0.5" || trimmed(-2, 2) != "−2" || trimmed(100, 2) != "100" {
		t.Error(trimmed(0.5, 2), trimmed(-2, 2), trimmed(100, 2))
	}
}

// Matrices and slices given to a diagram may be changed afterwards.
func TestNetworkCopies(t *testing.T) {
	theta, x := mat.NewDense(1, 2, []float64{0.3, 0.7}), []float64{1, 5}
	d := NewNetwork("", 1, 1)
	d.Weights(theta)
	d.A(0, x)
	theta.Set(0, 1, 0.9)
	x[1] = 6
	wantTexts(t, d, "0.7", "5.00", "!0.9", "!6.00")
}

// A frozen forward pass shows what is known, and columns stand still from step to step.
func TestNetworkUntil(t *testing.T) {
	for step, want := range [][]string{
		{"2.00", "!1.40", "Σ", "!0.81"}, {"1.40", "!0.89", "g⁽⁰⁾"}, {"0.89", "!1.46", "!g⁽⁰⁾"}, {"1.46", "!0.81", "g⁽¹⁾"}, {"0.81", "0.34", "!g⁽¹⁾"},
	} {
		d := deckDiagram("")
		d.Until(step)
		wantTexts(t, d, want...)
		if d.isInFocus(unitID{0, 1}) != (step < 2) || d.isInFocus(edgeID{1, 2, 3}) != (step == 3) || d.isInFocus(unitID{1, 0}) != (step == 2 || step == 3) ||
			d.isInFocus(unitID{1, 1}) != (step >= 1 && step <= 3) || d.isInFocus(unitID{2, 1}) != (step >= 3) {
			t.Errorf("step %d: %v", step, d.focus)
		}
		p, err := d.plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
		q, _ := deckDiagram("").plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
		if err != nil || !slices.Equal(p.x, q.x) || !reflect.DeepEqual(p.edges, q.edges) {
			t.Errorf("step %d: the units or numbers have moved (error %v)", step, err)
		}
	}
}

func TestNetworkFocus(t *testing.T) {
	d := NewNetwork("", 2, 2, 1)
	if !d.isInFocus(unitID{0, 0}) || !d.isInFocus(edgeID{1, 1, 0}) {
		t.Error("something is faded without a focus")
	}
	d.FocusUnits(1, 2)
	d.FocusEdges(0, 1)
	d.FocusEdge(1, 1, 2)
	for id, want := range map[any]bool{
		unitID{1, 2}: true, unitID{1, 1}: false, edgeID{0, 1, 0}: true, edgeID{0, 1, 2}: true, edgeID{0, 2, 0}: false, edgeID{1, 1, 2}: true, edgeID{1, 1, 1}: false,
	} {
		if d.isInFocus(id) != want {
			t.Errorf("%v: in focus %v", id, !want)
		}
	}
}

// Signs differ by their dashes, sizes by their widths.
func TestNetworkEdgeStyle(t *testing.T) {
	d := deckDiagram("")
	plus, minus, large := d.edgeStyle(edgeID{0, 1, 0}), d.edgeStyle(edgeID{0, 1, 2}), d.edgeStyle(edgeID{0, 3, 3})
	if plus.Dashes != nil || minus.Dashes == nil || plus.Color == minus.Color || large.Width <= plus.Width {
		t.Error(plus, minus, large)
	}
}

// Numbers on the edges stand free in networks of many shapes: of each other and, in small
// ones, of all other edges.
func TestEdgeTextsStandFree(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for _, units := range [][]int{{1, 1}, {2, 1}, {2, 2, 1}, {3, 3, 2}, {2, 4, 1}, {4, 4, 3}, {3, 5, 5, 2}} {
		d := NewNetwork("", units...)
		var theta []*mat.Dense
		for l := range len(units) - 1 {
			m := mat.NewDense(units[l+1], units[l]+1, nil)
			m.Apply(func(_, _ int, _ float64) float64 { return math.Round(100*rng.NormFloat64()) / 100 }, m)
			theta = append(theta, m)
		}
		if len(units) > 3 {
			d.Width = 24 * vg.Centimeter
		}
		d.Weights(theta...)
		p, err := d.plan(vg.Rectangle{Max: vg.Point{X: d.Width, Y: d.Height}}, "")
		if err != nil {
			t.Error(units, err)
			continue
		}
		hit := 0
		for i, e := range p.edges {
			b := e.ground(e.at)
			for k, o := range p.edges {
				if k != i && b.gap(o.ground(o.at)) < 0 {
					t.Errorf("%v: the texts of %v and %v overlap", units, e.id, o.id)
				}
				if k != i && b.gap(capsule{o.from, o.to, 0}) < 0 {
					hit++
				}
			}
			from, to := p.units[unitID{e.id.l, e.id.k}], p.units[unitID{e.id.l + 1, e.id.j}]
			if from.kind == biasUnit && e.from.X < from.at.X+netSide || from.kind != biasUnit && e.from.X < from.at.X+from.half-netRadius || e.to.X > to.at.X-to.half+netRadius {
				t.Errorf("%v: the edge %v runs into a unit", units, e.id)
			}
			for _, u := range p.units {
				if b.gap(u.body()) < 0 {
					t.Errorf("%v: the text of %v lies on a unit", units, e.id)
				}
			}
		}
		if len(p.edges) <= 20 && hit > 0 {
			t.Errorf("%v: %d edges run through numbers", units, hit)
		}
	}
}

func TestCapsuleGap(t *testing.T) {
	at := func(x, y vg.Length) vg.Point { return vg.Point{X: x, Y: y} }
	b := capsule{at(-10, -10), at(10, 10), 2}
	for _, c := range []struct {
		o    capsule
		want float64
	}{
		{capsule{at(-5, 5), at(5, -5), 1}, -3},                  // across
		{capsule{at(3, -3), at(13, 7), 1}, 3*math.Sqrt2 - 3},    // side by side
		{capsule{at(0, 5), at(0, 20), 0}, 5/math.Sqrt2 - 2},     // an end before a side
		{capsule{at(13, 14), at(20, 14), 1}, 5 - 3},             // an end before an end
		{capsule{at(10, 16), at(10, 16), 1}, 6 - 3},             // a disc
		{capsule{at(20, 20), at(30, 30), 0}, 10*math.Sqrt2 - 2}, // behind, on one line
	} {
		if got, back := float64(b.gap(c.o)), float64(c.o.gap(b)); math.Abs(got-c.want) > 1e-9 || got != back {
			t.Errorf("%v: gap %g, from the other side %g, want %g", c.o, got, back, c.want)
		}
	}
}

func TestNetworkOf(t *testing.T) {
	net := nn.New(2, rand.New(rand.NewPCG(1, 1)), nn.Dense{Out: 2, G: activation.Tanh{}}, nn.Dense{Out: 1})
	copy(net.Params(), []float64{0.5, 1, -1, 0, 2, 0.25, 1, 3, -3})
	net.Forward(mat.NewDense(2, 2, []float64{0, 0, 1, 2}))
	// Row 1: z = (0.5 + 1 − 2, 2 + 0.5), a = tanh z = (−0.46, 0.99), ŷ = 1 − 1.39 − 2.96.
	wantTexts(t, NetworkOf("", net, 1), "−0.50", "2.50", "−0.46", "0.99", "−3.35", "g⁽⁰⁾: tanh", "g⁽¹⁾: identity", "hidden layer")
	for want, do := range map[string]func(){
		"NetworkOf: there is no example 2 in a batch of 2": func() { NetworkOf("", net, 2) },
		"nn: A: no forward pass yet":                       func() { NetworkOf("", nn.New(1, rand.New(rand.NewPCG(1, 1)), nn.Dense{Out: 1}), 0) },
		"NetworkOf: layer 0 is Dropout 0.5": func() {
			NetworkOf("", nn.New(1, rand.New(rand.NewPCG(1, 1)), nn.Dropout{P: 0.5}), 0)
		},
	} {
		wantPanic(t, want, do)
	}
}

func wantPanic(t *testing.T, want string, do func()) {
	t.Helper()
	defer func() {
		if r, _ := recover().(string); !strings.Contains(r, want) {
			t.Errorf("panic %q, want %q", r, want)
		}
	}()
	do()
}

func TestNetworkPanics(t *testing.T) {
	d := NewNetwork("", 3, 3, 2)
	for want, do := range map[string]func(){
		"figure: NewNetwork: 1 layers, want 2 or more":                         func() { NewNetwork("", 3) },
		"figure: NewNetwork: layer 1 has 0 units":                              func() { NewNetwork("", 3, 0) },
		"figure: Network.Weights: θ⁽⁰⁾ is 3×3, want 3×4":                       func() { d.Weights(mat.NewDense(3, 3, nil)) },
		"figure: Network.Weights: θ⁽⁰⁾ is nil":                                 func() { d.Weights(nil) },
		"figure: Network.Weights: 3 matrices, want at most 2":                  func() { d.Weights(nil, nil, nil) },
		"figure: Network.Z: layer 0, want 1 … 2":                               func() { d.Z(0, nil) },
		"figure: Network.Z: z⁽¹⁾ has 4 values, want 3":                         func() { d.Z(1, make([]float64, 4)) },
		"figure: Network.A: a⁽¹⁾ has 3 values, want 4":                         func() { d.A(1, make([]float64, 3)) },
		"figure: Network.A: a⁽²⁾ has 3 values, want 2":                         func() { d.A(2, make([]float64, 3)) },
		"figure: Network.Delta: layer 3, want 1 … 2":                           func() { d.Delta(3, nil) },
		"figure: Network.EdgeText: there is no weight θ⁽¹⁾ with j = 3, k = 0":  func() { d.EdgeText(1, 3, 0, "") },
		"figure: Network.EdgeText: there is no weight θ⁽⁰⁾ with j = 0, k = 0":  func() { d.EdgeText(0, 0, 0, "") },
		"figure: Network.FocusEdge: there is no weight θ⁽⁰⁾ with j = 1, k = 4": func() { d.FocusEdge(0, 1, 4) },
		"figure: Network.FocusEdges: there is no weight θ⁽²⁾":                  func() { d.FocusEdges(2) },
		"figure: Network.FocusUnits: layer 2 has no unit 0":                    func() { d.FocusUnits(2, 0) },
		"figure: Network.FocusPath: there is no weight θ⁽⁰⁾ with j = 4, k = 0": func() { d.FocusPath(0, 4, 0) },
		"figure: Network.UnitText: layer 2 has no unit 0":                      func() { d.UnitText(2, 0, "") },
		"figure: Network.UnitText: layer 3, want 0 … 2":                        func() { d.UnitText(3, 1, "") },
		"figure: Network.Until: step 5, want 0 … 4":                            func() { d.Until(5) },
	} {
		wantPanic(t, want, do)
	}
}

func TestNetworkErrors(t *testing.T) {
	for want, spoil := range map[string]func(d *Network){
		"figure: Network.Z: z⁽¹⁾: value [1] is NaN":                 func(d *Network) { d.Z(1, []float64{0, math.NaN(), 0}) },
		"figure: Network.A: a⁽²⁾: value [0] is +Inf":                func(d *Network) { d.A(2, []float64{math.Inf(1), 0}) },
		"figure: Network.Weights: row 1 of θ⁽⁰⁾: value [2] is −Inf": func(d *Network) { m := mat.NewDense(3, 4, nil); m.Set(1, 2, math.Inf(-1)); d.Weights(m) },
		"figure: caption \"汉\"":                                     func(d *Network) { d.Caption(0, "汉") },
		"figure: text \"汉\"":                                        func(d *Network) { d.EdgeText(0, 1, 1, "汉") },
		"figure: title \"汉\"":                                       func(d *Network) { d.Title = "汉" },
		"leave no room for 3 layers of at most 4 units":             func(d *Network) { d.Height = 150 },
		"leave no room for 3 layers":                                func(d *Network) { d.Width = 200 },
		"the numbers on the edges do not fit side by side": func(d *Network) {
			d.EdgeText(0, 1, 1, "a text that is longer than the edge it stands on")
		},
	} {
		d := deckDiagram("T")
		spoil(d)
		if png, err := PNG(d); png != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	d := NewNetwork("", 64, 64, 10) // a network for digits: an error, and not after minutes
	d.Weights(mat.NewDense(64, 65, nil))
	if _, err := PNG(d); err == nil || !strings.Contains(err.Error(), "do not fit side by side") {
		t.Errorf("4160 numbers: error %v", err)
	}
}
