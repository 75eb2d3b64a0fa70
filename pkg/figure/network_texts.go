package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// textSteps is the number of places on an edge that are tried for its text, and mostTexts how many
// texts are placed at all: the time grows with the square of their number, and long before that
// they find no room in a picture of a notebook.
const (
	textSteps = 48
	mostTexts = 500
)

// spreadTexts finds a place on its edge for each text, so that none lies on another or on a unit
// and few are crossed by other edges: first one after the other, then again and again with all others
// in place, until none moves. It reports whether all stand free.
func spreadTexts(edges []netEdge, units []turnedBox) bool {
	texts := 0
	for _, e := range edges {
		if e.text != "" {
			texts++
		}
	}
	if texts > mostTexts {
		return false
	}
	placed := make([]bool, len(edges))
	for range 12 {
		moved := false
		for i := range edges {
			if edges[i].text == "" {
				continue
			}
			best, at := math.Inf(1), 0.5
			for s := 1; s < textSteps; s++ {
				t := float64(s) / textSteps
				if c := textCost(edges, placed, units, i, t, best); c < best-1e-9 {
					best, at = c, t
				}
			}
			moved = moved || !placed[i] || edges[i].at != at
			edges[i].at, placed[i] = at, true
		}
		if !moved {
			break
		}
	}
	for i := range edges {
		if edges[i].text != "" && textCost(edges, placed, units, i, edges[i].at, overlapping) >= overlapping {
			return false
		}
	}
	return true
}

// The costs of a place: another text or a unit there or the edge too short, an edge through the text,
// an edge close to it.
const (
	overlapping = 1e3
	crossed     = 4.0
	touched     = 1.0
)

// textCost is how bad the place t is for the text of edge i. When it is at least limit, the rest of
// what makes it bad is left out.
func textCost(edges []netEdge, placed []bool, units []turnedBox, i int, t, limit float64) float64 {
	e := edges[i]
	b := e.textBox(t)
	long := math.Hypot(float64(e.to.X-e.from.X), float64(e.to.Y-e.from.Y))
	cost := 0.15 * math.Abs(t-0.5)
	if before, after := t*long, (1-t)*long; before < float64(b.w)+2 || after < float64(b.w)+netHead+3 {
		cost += overlapping
	}
	for _, u := range units {
		if cost >= limit {
			return cost
		}
		if b.overlaps(u) {
			cost += overlapping
		}
	}
	tight, loose := b.grown(0), b.grown(2.5)
	for k := range edges {
		if k == i {
			continue
		}
		if cost >= limit {
			return cost
		}
		o := &edges[k]
		if loose.meets(o.from, o.to) {
			if tight.meets(o.from, o.to) {
				cost += crossed
			} else {
				cost += touched
			}
		}
		if placed[k] && o.text != "" && b.grown(1.2).overlaps(o.textBox(o.at)) {
			cost += overlapping
		}
	}
	return cost
}

// turnedBox is a rectangle turned by an angle about its middle; w and h are half its sides.
type turnedBox struct {
	at       vg.Point
	w, h     vg.Length
	cos, sin vg.Length
}

// textBox is the box around the text of an edge at the place t, turned along the edge.
func (e *netEdge) textBox(t float64) turnedBox {
	along := direction(e.from, e.to)
	return turnedBox{
		at: e.from.Scale(vg.Length(1 - t)).Add(e.to.Scale(vg.Length(t))),
		w:  e.wide/2 + 1.5, h: weightText.size*capital/2 + 1.5,
		cos: along.X, sin: along.Y,
	}
}

func (b turnedBox) grown(by vg.Length) turnedBox {
	b.w, b.h = b.w+by, b.h+by
	return b
}

// local is p seen from the middle of the box, along its sides.
func (b turnedBox) local(p vg.Point) (x, y float64) {
	v := p.Sub(b.at)
	return float64(v.X*b.cos + v.Y*b.sin), float64(v.Y*b.cos - v.X*b.sin)
}

// corners go round the box.
func (b turnedBox) corners() (c [4]vg.Point) {
	for k, s := range [4][2]vg.Length{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} {
		x, y := s[0]*b.w, s[1]*b.h
		c[k] = b.at.Add(vg.Point{X: x*b.cos - y*b.sin, Y: x*b.sin + y*b.cos})
	}
	return c
}

// meets reports whether the straight line from p to q has a point in the box.
func (b turnedBox) meets(p, q vg.Point) bool {
	reach := b.w + b.h // no corner is farther from the middle
	if max(p.X, q.X) < b.at.X-reach || min(p.X, q.X) > b.at.X+reach || max(p.Y, q.Y) < b.at.Y-reach || min(p.Y, q.Y) > b.at.Y+reach {
		return false
	}
	x0, y0 := b.local(p)
	x1, y1 := b.local(q)
	lo, hi := 0.0, 1.0
	for _, c := range [2][3]float64{{x0, x1, float64(b.w)}, {y0, y1, float64(b.h)}} {
		from, to, half := c[0], c[1], c[2]
		if from == to {
			if math.Abs(from) > half {
				return false
			}
			continue
		}
		in, out := (-half-from)/(to-from), (half-from)/(to-from)
		lo, hi = math.Max(lo, math.Min(in, out)), math.Min(hi, math.Max(in, out))
	}
	return lo <= hi
}

// overlaps reports whether two boxes share an area: if no side of either parts them.
func (b turnedBox) overlaps(o turnedBox) bool {
	reach := float64(b.w + b.h + o.w + o.h) // no two corners that meet have middles farther apart
	if math.Abs(float64(b.at.X-o.at.X)) > reach || math.Abs(float64(b.at.Y-o.at.Y)) > reach {
		return false
	}
	for _, c := range [2][2]turnedBox{{b, o}, {o, b}} {
		xlo, xhi, ylo, yhi := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
		for _, p := range c[1].corners() {
			x, y := c[0].local(p)
			xlo, xhi, ylo, yhi = math.Min(xlo, x), math.Max(xhi, x), math.Min(ylo, y), math.Max(yhi, y)
		}
		w, h := float64(c[0].w), float64(c[0].h)
		if xlo >= w || xhi <= -w || ylo >= h || yhi <= -h {
			return false
		}
	}
	return true
}
