package figure

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// Sizes in a diagram, in points.
const (
	netPitch     = 56  // from unit to unit in a new diagram
	netPitchMany = 46  // the same with many units
	netRadius    = 14  // half the height of an input or a neuron
	netSide      = 11  // half a side of a bias unit
	netHalf      = 36  // least width of half a neuron
	netRun       = 60  // least length of an edge
	netHead      = 5.5 // length of an arrow's head
	netGap       = 3   // unit to name, number to the edge of its unit
)

var (
	unitText   = lettering{regular, 9.5, ink}                // numbers in units
	unitName   = lettering{regular, 9.5, ink}                // names above
	weightText = lettering{bold, 8.5, ink}                   // numbers on edges
	hintText   = lettering{regular, 10, axisInk}             // Σ and g in neurons without numbers
	columnText = lettering{regular, 9.5, inkSoft}            // below the columns
	deltaText  = lettering{bold, 9, shine(palette[3], 0.68)} // δ below
	netLineInk = palette[0]                                  // positive weights
	netMinus   = palette[1]                                  // negative weights
	netDashes  = []vg.Length{4.5, 2.2}                       // of negative weights
	netFade    = 0.28                                        // how much of a colour stays out of focus
)

// netUnit is a unit with its place.
type netUnit struct {
	id          unitID
	kind        unitKind
	at          vg.Point // its middle
	half        vg.Length
	left, right vg.Point // middles of the circles at which edges end and begin
}

type unitKind int

const (
	inputUnit unitKind = iota
	biasUnit
	neuronUnit
)

// netEdge is an edge with its place and its text.
type netEdge struct {
	id       edgeID
	from, to vg.Point
	text     string
	wide     vg.Length
	at       float64 // where on the edge the middle of the text stands, 0 … 1
}

// netPlan says where everything stands.
type netPlan struct {
	title    block
	top      vg.Point
	keys     []placedKey
	units    map[unitID]netUnit
	order    []unitID
	edges    []netEdge
	captions vg.Length   // top of the row below
	x        []vg.Length // middles of the columns
}

// plan lays the diagram out in r.
func (d *Network) plan(r vg.Rectangle, title string) (*netPlan, error) {
	p := &netPlan{units: map[unitID]netUnit{}}
	p.title = titleText.wrap(title, r.Size().X-2*edge)
	p.top = vg.Point{X: r.Min.X + edge, Y: r.Max.Y - edge - p.title.over()}
	y := p.top.Y
	if title != "" {
		y -= p.title.height() + titleGap
	}
	if keys := d.legend(); len(keys) > 0 {
		var around vg.Rectangle
		p.keys, around = placeKeys(keys, vg.Point{X: p.top.X, Y: y}, r.Size().X-2*edge)
		y = around.Min.Y - 2
	}
	lines := vg.Length(0)
	for l := range d.captions {
		lines = max(lines, columnText.set(d.captions[l]).height())
	}
	p.captions = r.Min.Y + edge + lines + descent*columnText.size

	halves, most := make([]vg.Length, len(d.units)), 0
	var wide vg.Length
	for l, n := range d.units {
		halves[l] = d.halfColumn(l)
		wide += 2 * halves[l]
		most = max(most, n+bias(l, len(d.units)))
	}
	below := vg.Length(0)
	if d.hasDelta() {
		below = deltaText.size + 2
	}
	name := unitName.size + netGap
	bottom := p.captions + 8 + below
	pitch := (y - bottom) / vg.Length(most)
	run := (r.Size().X - 2*edge - wide) / vg.Length(len(d.units)-1)
	if pitch < 2*netRadius+name+below || run < netRun {
		return nil, fmt.Errorf("figure: Network %q: %.1f × %.1f cm leave no room for %d layers of at most %d units: make Width and Height larger",
			d.Title, r.Size().X/vg.Centimeter, r.Size().Y/vg.Centimeter, len(d.units), most)
	}
	middle := (y-name+bottom)/2 - 1
	x := r.Min.X + edge
	for l := range d.units {
		x += halves[l]
		p.x = append(p.x, x)
		first := 1 - bias(l, len(d.units))
		rows := d.units[l] + 1 - first
		for j := first; j <= d.units[l]; j++ {
			at := vg.Point{X: x, Y: middle + pitch*(vg.Length(rows-1)/2-vg.Length(j-first))}
			p.place(unitID{l, j}, at, d.halfUnit(l))
		}
		x += halves[l] + run
	}
	d.planEdges(p)
	var boxes []turnedBox
	for _, id := range p.order {
		u := p.units[id]
		boxes = append(boxes, turnedBox{at: u.at, w: u.half, h: netRadius, cos: 1})
	}
	if !spreadTexts(p.edges, boxes) {
		return nil, fmt.Errorf("figure: Network %q: the numbers on the edges do not fit side by side: make Width and Height larger, or hide some with EdgeText", d.Title)
	}
	return p, nil
}

func (p *netPlan) place(id unitID, at vg.Point, half vg.Length) {
	u := netUnit{id: id, at: at, half: half, left: at, right: at}
	switch {
	case id.j == 0:
		u.kind = biasUnit
	case id.l > 0:
		u.kind = neuronUnit
	}
	if u.kind != biasUnit {
		u.left.X -= half - netRadius
		u.right.X += half - netRadius
	}
	p.units[id] = u
	p.order = append(p.order, id)
}

// planEdges finds the ends of the edges. They aim at the middle of the round end
// of a unit and stop at its rim.
func (d *Network) planEdges(p *netPlan) {
	for l := range d.theta {
		for j := 1; j <= d.units[l+1]; j++ {
			for k := 0; k <= d.units[l]; k++ {
				id := edgeID{l, j, k}
				from, to := p.units[unitID{l, k}], p.units[unitID{l + 1, j}]
				a, b := from.right, to.left
				along := direction(a, b)
				start := vg.Length(netRadius)
				if from.kind == biasUnit {
					start = netSide / vg.Length(along.X)
				}
				e := netEdge{id: id, from: a.Add(along.Scale(start + 1)), to: b.Sub(along.Scale(netRadius + 1.5)), text: d.edgeText(id)}
				e.wide = weightText.width(e.text)
				p.edges = append(p.edges, e)
			}
		}
	}
}

func length(v vg.Point) vg.Length { return vg.Length(math.Hypot(float64(v.X), float64(v.Y))) }

// direction is the unit vector from a to b.
func direction(a, b vg.Point) vg.Point {
	v := b.Sub(a)
	return v.Scale(1 / length(v))
}

// edgeText is what is written on an edge: the text set, or the weight.
func (d *Network) edgeText(id edgeID) string {
	if s, ok := d.texts[id]; ok {
		return s
	}
	if t := d.theta[id.l]; t != nil {
		return trimmed(t.At(id.j-1, id.k), d.Decimals)
	}
	return ""
}

func (d *Network) hasDelta() bool {
	for _, v := range d.d {
		if v != nil {
			return true
		}
	}
	return false
}

// halfUnit is half the width of the units of layer l.
func (d *Network) halfUnit(l int) vg.Length {
	half, share := vg.Length(netRadius), vg.Length(0.5)
	if l > 0 {
		half, share = netHalf, 1
	}
	for _, v := range slices.Concat(d.z[l], d.a[l]) {
		half = max(half, share*unitText.width(digits(v, d.Decimals))+5)
	}
	return half
}

// halfColumn is half the width of column l.
func (d *Network) halfColumn(l int) vg.Length {
	return max(d.halfUnit(l), columnText.width(d.captions[l])/2)
}

// names of a unit: one for an input or a bias unit, z and a of a neuron.
func (d *Network) names(id unitID) (z, a string) {
	last := len(d.units) - 1
	switch {
	case id.l == 0:
		return "", "x" + below(id.j)
	case id.l == last && d.units[last] == 1:
		return "z" + above(id.l), "ŷ"
	case id.l == last:
		return "z" + above(id.l) + below(id.j), "ŷ" + below(id.j)
	}
	return "z" + above(id.l) + below(id.j), "a" + above(id.l) + below(id.j)
}

// numbers of a unit as far as they are known; a bias unit is 1.
func (d *Network) numbers(id unitID) (z, a string) {
	if v := d.z[id.l]; v != nil && id.j > 0 && d.reached(2*id.l-1) {
		z = digits(v[id.j-1], d.Decimals)
	}
	v, at := d.a[id.l], id.j-1+bias(id.l, len(d.units))
	switch {
	case id.j == 0:
		a = "1"
		if v != nil {
			a = trimmed(v[at], d.Decimals)
		}
	case v != nil && d.reached(2*id.l):
		a = digits(v[at], d.Decimals)
	}
	return z, a
}
