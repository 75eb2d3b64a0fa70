package figure

import (
	"fmt"

	"ann/pkg/nn"
)

// NetworkOf returns the diagram of a network of Dense layers with its weights and all
// numbers of example i of the last forward pass. Below each layer stands its g.
//
// It panics if a layer is not Dense, before the first forward pass, and if there is no
// example i in it.
func NetworkOf(title string, net *nn.Network, i int) *Network {
	units := []int{net.Inputs()}
	for l := range net.L() {
		if _, ok := net.Layer(l).(nn.Dense); !ok {
			panic(fmt.Sprintf("figure: NetworkOf: layer %d is %v, only Dense is drawn", l, net.Layer(l)))
		}
		rows, _ := net.Theta(l).Dims()
		units = append(units, rows)
	}
	if n, _ := net.A(0).Dims(); i < 0 || i >= n {
		panic(fmt.Sprintf("figure: NetworkOf: there is no example %d in a batch of %d", i, n))
	}
	d := NewNetwork(title, units...)
	d.A(0, net.A(0).RawRowView(i))
	for l := range net.L() {
		d.weights(l, net.Theta(l))
		d.Z(l+1, net.Z(l+1).RawRowView(i))
		d.A(l+1, net.A(l+1).RawRowView(i))
		d.Caption(l+1, fmt.Sprintf("%s\ng%s: %v", d.captions[l+1], above(l), net.Layer(l).(nn.Dense).G))
	}
	return d
}

// Until shows a forward pass frozen after so many steps: 0 the inputs, 1 z⁽¹⁾, 2 a⁽¹⁾,
// 3 z⁽²⁾ and so on. Numbers that come later are hidden; the step itself is highlighted with what
// goes into it.
//
// It panics if there is no such step.
func (d *Network) Until(step int) {
	last := 2 * (len(d.units) - 1)
	if step < 0 || step > last {
		panic(fmt.Sprintf("figure: Network.Until: step %d, want 0 … %d", step, last))
	}
	d.until = &step
	d.FocusUnits((step + 1) / 2)
	if step%2 == 1 {
		d.FocusUnits(step / 2)
		d.FocusEdges(step / 2)
		delete(d.focus, unitID{(step + 1) / 2, 0}) // no sum flows into a bias unit
	}
}

// hasReached reports whether the numbers of a step are shown.
func (d *Network) hasReached(step int) bool { return d.until == nil || step <= *d.until }
