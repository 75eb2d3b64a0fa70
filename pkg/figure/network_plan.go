package figure

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
)

// Sizes in a diagram, in points.
const (
	netPitch     = 60  // from unit to unit in a new diagram
	netPitchMany = 46  // the same with many units
	netRadius    = 14  // half the height of an input or a neuron
	netSide      = 11  // half a side of a bias unit
	netHalf      = 38  // least width of half a neuron
	netRun       = 54  // least length of an edge
	netHead      = 5.5 // length of an arrow's head
	netGap       = 3   // unit to name, number to the edge of its unit

	netGround     = 1.5 // text of an edge to the long sides of its ground
	netPad        = 4.5 // the same to its ends, so that a minus sign and a dash stay apart
	netCaptionGap = 10  // between two texts below the columns
)

var (
	unitText   = lettering{regular, 10, ink}                   // numbers in units
	unitName   = lettering{regular, 10, ink}                   // names above
	weightText = lettering{bold, 9, ink}                       // numbers on edges
	hintText   = lettering{regular, 10, axisInk}               // Σ and g in neurons without numbers
	columnText = lettering{regular, 9.5, inkSoft}              // below the columns
	deltaText  = lettering{bold, 9.5, shine(palette[3], 0.68)} // δ below
	netLineInk = palette[0]                                    // positive weights
	netMinus   = palette[1]                                    // negative weights
	netDashes  = []vg.Length{4.5, 2.2}                         // of negative weights
	netFade    = 0.28                                          // how much of a colour stays out of focus

	netFadeText = 0.5 // the same of texts and of units
)

// netUnit is a unit with its place.
type netUnit struct {
	id          unitID
	kind        unitKind
	at          vg.Point // its middle
	half        vg.Length
	left, right vg.Point // middles of the circles at which edges end and begin
}

// body is the outline of a unit, of a bias unit only about.
func (u netUnit) body() capsule { return capsule{u.left, u.right, netRadius} }

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
	text     block
	half     vg.Length // half the length of the ground of the text
	high     vg.Length // half its height
	at       float64   // where on the edge the middle of the text stands, 0 … 1; 0 before it is placed
}

// netPlan says where everything stands.
type netPlan struct {
	title    block
	top      vg.Point
	keys     []placedKey
	units    map[unitID]netUnit
	order    []unitID
	edges    []netEdge
	captions []placedBlock // the row below
	x        []vg.Length   // middles of the columns
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
	columns, between := d.captionBlocks(r.Size().X - 2*edge)
	lines := vg.Length(0) // what the captions need
	for _, b := range slices.Concat(columns, between) {
		lines = max(lines, b.height()+b.drop())
	}

	halves, most := make([]vg.Length, len(d.units)), 0
	var wide vg.Length
	for l, n := range d.units {
		halves[l] = max(d.halfUnit(l), columns[l].width/2, d.widestText(l)/2)
		wide += 2 * halves[l]
		most = max(most, n+bias(l, len(d.units)))
	}
	below := vg.Length(0)
	if d.hasDelta() {
		below = netGap + 1 + deltaText.set("δ⁽¹⁾₁").height() + deltaText.set("δ⁽¹⁾₁").drop()
	}
	name := unitName.set("z⁽¹⁾₁").rows[0].rise + unitName.set("z⁽¹⁾₁").drop() + netGap + 2
	foot := r.Min.Y + edge + d.noteHeight(r.Size().X-2*edge) // of the captions
	captions := foot + lines                                 // their top
	bottom := captions + 8 + below
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
	for l, b := range columns {
		p.captions = append(p.captions, placedBlock{b, vg.Point{X: p.x[l], Y: captions}, 0.5, 1, 0})
		if l < len(between) {
			x := (p.x[l] + b.width/2 + p.x[l+1] - columns[l+1].width/2) / 2
			p.captions = append(p.captions, placedBlock{between[l], vg.Point{X: x, Y: captions}, 0.5, 1, 0})
		}
	}
	if d.note != "" {
		at := vg.Point{X: r.Min.X + edge, Y: foot - noteGap}
		p.captions = append(p.captions, placedBlock{footText.wrap(d.note, r.Size().X-2*edge), at, 0, 1, 0})
	}
	d.planEdges(p)
	var units []netUnit
	for _, id := range p.order {
		units = append(units, p.units[id])
	}
	if !placeTexts(p.edges, units) {
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
				e := netEdge{id: id, from: a.Add(along.Scale(start + 1)), to: b.Sub(along.Scale(netRadius + 1.5))}
				e.text = weightText.set(d.edgeText(id))
				e.half, e.high = e.text.width/2+netPad, e.text.high()+netGround
				p.edges = append(p.edges, e)
			}
		}
	}
}

// edgeText is what is written on an edge: the text set, or the weight; nothing beside a path.
func (d *Network) edgeText(id edgeID) string {
	if d.isPath && !d.isInFocus(id) {
		return ""
	}
	if s, ok := d.texts[id]; ok {
		return s
	}
	if t := d.theta[id.l]; t != nil {
		return trimmed(t.At(id.j-1, id.k), d.Decimals)
	}
	return ""
}

// hasDelta reports whether anything stands below a unit.
func (d *Network) hasDelta() bool {
	if len(d.below) > 0 {
		return true
	}
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

// captionBlocks are the texts below the columns and between them, on a diagram so wide. Each has its share
// of the width.
func (d *Network) captionBlocks(wide vg.Length) (columns, between []block) {
	texts := len(d.units)
	for _, t := range d.theta {
		if t != nil {
			texts++
		}
	}
	share := wide/vg.Length(texts) - netCaptionGap
	for l, caption := range d.captions {
		columns = append(columns, columnText.wrap(caption, share))
		if l == len(d.theta) {
			break
		}
		size := ""
		if t := d.theta[l]; t != nil {
			rows, cols := t.Dims()
			size = fmt.Sprintf("θ%s is %d×%d", above(l), rows, cols)
		}
		between = append(between, columnText.wrap(size, share))
	}
	return columns, between
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
	if v := d.z[id.l]; v != nil && id.j > 0 && d.hasReached(2*id.l-1) {
		z = digits(v[id.j-1], d.Decimals)
	}
	v, at := d.a[id.l], id.j-1+bias(id.l, len(d.units))
	switch {
	case id.j == 0:
		a = "1"
		if v != nil {
			a = trimmed(v[at], d.Decimals)
		}
	case v != nil && d.hasReached(2*id.l):
		a = digits(v[at], d.Decimals)
	}
	return z, a
}
