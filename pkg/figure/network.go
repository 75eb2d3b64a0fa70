package figure

import (
	"fmt"
	"strings"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
)

// Network is a diagram of a network of layers: a column of units for each layer, an
// edge for each weight. Make one with [NewNetwork], add numbers with its methods.
//
// An input is round, with its number inside. A neuron is a capsule: the weighted sum z in
// its left half, g(z) in its right half. A bias unit is a square. Names stand above,
// in the notation of the deck: x₁, z⁽¹⁾₂, a⁽¹⁾₂, ŷ₁.
type Network struct {
	// Title stands above the diagram; empty leaves no room for it.
	Title string

	// Width and Height are the size on paper; NewNetwork sets 18 cm by what the
	// largest layer needs.
	Width, Height vg.Length

	// Decimals is the number of decimals of the numbers in the units; NewNetwork sets 2.
	// Weights have at most as many.
	Decimals int

	// Backward says whether the arrows point from the last layer to the first, as δ does.
	Backward bool

	err      error
	units    []int // units[l] is the number of units of layer l, without the bias unit
	captions []string
	theta    []*mat.Dense // theta[l] is nil where Weights has given none
	z, a, d  [][]float64
	texts    map[edgeID]string
	below    map[unitID]string // below holds the texts of UnitText
	note     string
	isPath   bool         // isPath says whether edges out of focus have no numbers
	focus    map[any]bool // focus holds the edgeID and unitID that are highlighted; empty highlights nothing
	until    *int         // until is the step of Until; nil shows all numbers
}

// edgeID is the weight θ⁽ˡ⁾_jk: from unit k of layer l to unit j of layer l+1.
type edgeID struct{ l, j, k int }

// unitID is unit j of layer l; unit 0 is the bias unit.
type unitID struct{ l, j int }

// NewNetwork returns the diagram of a network with so many units in each layer, bias
// units not counted: NewNetwork("", 3, 3, 2) is the network of the deck, with 3 inputs, 3 hidden
// neurons and 2 outputs. Each layer but the last gets a bias unit.
//
// It panics with fewer than two layers and with a layer of fewer than one unit.
func NewNetwork(title string, units ...int) *Network {
	if len(units) < 2 {
		panic(fmt.Sprintf("figure: NewNetwork: %d layers, want 2 or more", len(units)))
	}
	most := 0
	for l, n := range units {
		if n < 1 {
			panic(fmt.Sprintf("figure: NewNetwork: layer %d has %d units, want 1 or more", l, n))
		}
		most = max(most, n+bias(l, len(units)))
	}
	layers, pitch := len(units), vg.Length(netPitch)
	if most > 5 {
		pitch = netPitchMany
	}
	d := &Network{
		Title: title, Width: 18 * vg.Centimeter, Height: 84 + vg.Length(most)*pitch, Decimals: 2,
		units: units, captions: make([]string, layers), theta: make([]*mat.Dense, layers-1),
		z: make([][]float64, layers), a: make([][]float64, layers), d: make([][]float64, layers),
		texts: map[edgeID]string{}, below: map[unitID]string{}, focus: map[any]bool{},
	}
	for l := range d.captions {
		switch {
		case l == 0:
			d.captions[l] = "input layer"
		case l == layers-1:
			d.captions[l] = "output layer"
		case layers == 3:
			d.captions[l] = "hidden layer"
		default:
			d.captions[l] = fmt.Sprintf("hidden layer %d", l)
		}
	}
	return d
}

// bias is 1 if layer l has a bias unit, else 0.
func bias(l, layers int) int {
	if l < layers-1 {
		return 1
	}
	return 0
}

// Size is Width and Height.
func (d *Network) Size() (w, h vg.Length) { return d.Width, d.Height }

// Caption sets what is written below layer l, in place of "hidden layer". Lines are
// separated by \n, and broken where they are wider than the share of a layer.
func (d *Network) Caption(l int, text string) {
	d.checkLayer("Caption", l, 0)
	d.checkText("caption", text)
	d.captions[l] = text
}

// Weights gives the edges their weights θ⁽⁰⁾, θ⁽¹⁾, …: θ⁽ˡ⁾ has a row for each neuron of
// layer l+1 and a column for each unit of layer l, the bias unit first. A positive weight is a
// solid line, a negative one is dashed; the larger, the thicker. The numbers stand on their lines, in
// the colour of the line and turned along it.
//
// It panics if a matrix has another shape or there are too many.
func (d *Network) Weights(theta ...*mat.Dense) {
	if len(theta) > len(d.theta) {
		panic(fmt.Sprintf("figure: Network.Weights: %d matrices, want at most %d", len(theta), len(d.theta)))
	}
	for l, t := range theta {
		d.weights(l, t)
	}
}

func (d *Network) weights(l int, t *mat.Dense) {
	name := "θ" + above(l)
	if t == nil {
		panic(fmt.Sprintf("figure: Network.Weights: %s is nil", name))
	}
	rows, cols := t.Dims()
	if rows != d.units[l+1] || cols != d.units[l]+1 {
		panic(fmt.Sprintf("figure: Network.Weights: %s is %d×%d, want %d×%d", name, rows, cols, d.units[l+1], d.units[l]+1))
	}
	for j := range rows {
		d.checkNumbers(fmt.Sprintf("Weights: row %d of %s", j, name), t.RawRowView(j))
	}
	d.theta[l] = mat.DenseCopyOf(t)
}

// Z writes the weighted sums z⁽ˡ⁾, l ≥ 1, into the left halves of the neurons.
//
// It panics if l is no layer of neurons or z has not one value for each.
func (d *Network) Z(l int, z []float64) {
	d.checkLayer("Z", l, 1)
	d.set("Z", "z", d.z, l, z, d.units[l])
}

// A writes the activations a⁽ˡ⁾ into the units: the bias unit first where the layer has one,
// a⁽⁰⁾ = (1, x₁, x₂, …), and without one in the last layer, ŷ = (ŷ₁, ŷ₂, …).
//
// It panics if l is no layer or a has not one value for each unit.
func (d *Network) A(l int, a []float64) {
	d.checkLayer("A", l, 0)
	d.set("A", "a", d.a, l, a, d.units[l]+bias(l, len(d.units)))
}

// Delta writes δ⁽ˡ⁾ = ∂J/∂z⁽ˡ⁾, l ≥ 1, below the neurons.
//
// It panics if l is no layer of neurons or delta has not one value for each.
func (d *Network) Delta(l int, delta []float64) {
	d.checkLayer("Delta", l, 1)
	d.set("Delta", "δ", d.d, l, delta, d.units[l])
}

func (d *Network) set(method, letter string, to [][]float64, l int, v []float64, want int) {
	if len(v) != want {
		panic(fmt.Sprintf("figure: Network.%s: %s%s has %d values, want %d", method, letter, above(l), len(v), want))
	}
	d.checkNumbers(fmt.Sprintf("%s: %s%s", method, letter, above(l)), v)
	to[l] = append([]float64(nil), v...)
}

// EdgeText writes text on the edge of θ⁽ˡ⁾_jk, from unit k of layer l (0 is the bias unit) to neuron
// j ≥ 1 of layer l+1, in place of its number. An empty text hides the number.
//
// It panics if there is no such edge.
func (d *Network) EdgeText(l, j, k int, text string) {
	d.checkEdge("EdgeText", l, j, k)
	d.checkText("text", text)
	d.texts[edgeID{l, j, k}] = text
}

// FocusUnits highlights the units of layer l: units are numbered from 1, 0 is the bias unit;
// none named means all. As soon as anything is highlighted, all other units and edges fade.
//
// It panics if there is no such unit.
func (d *Network) FocusUnits(l int, units ...int) {
	d.checkLayer("FocusUnits", l, 0)
	first := 1 - bias(l, len(d.units))
	if len(units) == 0 {
		for j := first; j <= d.units[l]; j++ {
			units = append(units, j)
		}
	}
	for _, j := range units {
		d.checkUnit("FocusUnits", l, j)
		d.focus[unitID{l, j}] = true
	}
}

// FocusEdges highlights the edges of θ⁽ˡ⁾ that end in the neurons named; none named means all.
//
// It panics if there is no such neuron.
func (d *Network) FocusEdges(l int, neurons ...int) {
	if len(neurons) == 0 {
		d.checkEdge("FocusEdges", l, 1, 0)
		for j := 1; j <= d.units[l+1]; j++ {
			neurons = append(neurons, j)
		}
	}
	for _, j := range neurons {
		for k := 0; k == 0 || k <= d.units[l]; k++ {
			d.FocusEdge(l, j, k)
		}
	}
}

// FocusEdge highlights the edge of θ⁽ˡ⁾_jk: see EdgeText.
//
// It panics if there is no such edge.
func (d *Network) FocusEdge(l, j, k int) {
	d.checkEdge("FocusEdge", l, j, k)
	d.focus[edgeID{l, j, k}] = true
}

// isInFocus reports whether a unit or an edge has its full colours, which all have without a
// focus.
func (d *Network) isInFocus(id any) bool { return len(d.focus) == 0 || d.focus[id] }

func (d *Network) checkLayer(method string, l, first int) {
	if l < first || l >= len(d.units) {
		panic(fmt.Sprintf("figure: Network.%s: layer %d, want %d … %d", method, l, first, len(d.units)-1))
	}
}

func (d *Network) checkEdge(method string, l, j, k int) {
	if l < 0 || l > len(d.theta)-1 || j < 1 || j > d.units[l+1] || k < 0 || k > d.units[l] {
		panic(fmt.Sprintf("figure: Network.%s: there is no weight θ%s with j = %d, k = %d", method, above(l), j, k))
	}
}

func (d *Network) checkText(where, text string) {
	if err := checkText(where, text); err != nil && d.err == nil {
		d.err = err
	}
}

// checkNumbers remembers the first number that cannot be written.
func (d *Network) checkNumbers(what string, v []float64) {
	for i, x := range v {
		if why := undrawable(x); why != "" && d.err == nil {
			d.err = fmt.Errorf("figure: Network.%s: value [%d] is %s", what, i, why)
		}
	}
}

// digits writes v with a typographic minus and so many decimals.
func digits(v float64, decimals int) string {
	s := fmt.Sprintf("%.*f", decimals, v)
	if len(s) > 9 {
		s = fmt.Sprintf("%.*g", decimals+1, v)
	}
	if strings.TrimLeft(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-") // no −0.00
	}
	return strings.Replace(s, "-", "−", 1)
}

// trimmed is digits without zeros at the end: 0.5 in place of 0.50.
func trimmed(v float64, decimals int) string {
	s := digits(v, decimals)
	if strings.Contains(s, ".") && !strings.Contains(s, "e") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// above writes a layer as a superscript, ⁽¹⁾; below writes a number as a subscript.
func above(l int) string {
	return "⁽" + strings.Map(shift("⁰¹²³⁴⁵⁶⁷⁸⁹"), fmt.Sprint(l)) + "⁾"
}

func below(n int) string { return strings.Map(shift("₀₁₂₃₄₅₆₇₈₉"), fmt.Sprint(n)) }

func shift(signs string) func(rune) rune {
	to := []rune(signs)
	return func(r rune) rune {
		if r >= '0' && r <= '9' {
			return to[r-'0']
		}
		return r
	}
}
