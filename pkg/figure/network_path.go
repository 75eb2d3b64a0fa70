package figure

// FocusPath highlights the edge of θ⁽ˡ⁾_jk, the unit at its beginning, and all units and edges on the
// way from its neuron to the outputs: what that weight acts on, and what its derivative ∂J/∂θ is made of. Names and
// numbers beside the path are hidden.
//
// It panics if there is no such edge.
func (d *Network) FocusPath(l, j, k int) {
	d.checkEdge("FocusPath", l, j, k)
	d.FocusUnits(l, k)
	d.FocusEdge(l, j, k)
	d.FocusUnits(l+1, j)
	for at := l + 1; at < len(d.theta); at++ {
		for from := 1; from <= d.units[at]; from++ {
			if !d.focus[unitID{at, from}] {
				continue
			}
			for to := 1; to <= d.units[at+1]; to++ {
				d.FocusEdge(at, to, from)
				d.FocusUnits(at+1, to)
			}
		}
	}
	d.isPath = true
}
