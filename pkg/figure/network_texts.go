package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

const (
	// textSteps is the number of places on an edge that are tried for its text.
	textSteps = 48
	// mostTexts is the number of texts that are placed on a diagram: the time grows with its square, and
	// long before that they find no room in a picture of a notebook.
	mostTexts = 200
	// textRoom is the distance from a text to all else, in points, that is as good as any larger one.
	textRoom = 3
	// overlapping is what a text costs that lies on another or on a unit: more than any number of edges
	// through it.
	overlapping = 1e4
)

// placeTexts finds a place on its edge for each text: one far enough from all units, texts and other
// edges, or where there is none, the one where the least room is missing. They are placed one after the
// other, and then again and again with all others in place, until none moves. It reports whether each
// fits on its edge and none lies on another or on a unit.
func placeTexts(edges []netEdge, units []netUnit) bool {
	var written []*netEdge
	for i := range edges {
		if len(edges[i].text.rows) > 0 {
			written = append(written, &edges[i])
		}
	}
	if len(written) > mostTexts {
		return false
	}
	worst := 0.0
	for range 12 {
		moved := false
		worst = 0
		for _, e := range written {
			lo, hi := e.ends()
			best, at := math.Inf(1), 0.0
			for s := range textSteps + 1 {
				t := lo + (hi-lo)*float64(s)/textSteps
				// Of places that are alike, the one nearest to the middle of the edge.
				cost := 1e-3*math.Abs(t-0.5) + e.lack(t, edges, written, units, best)
				if cost < best {
					best, at = cost, t
				}
			}
			moved = moved || at != e.at
			e.at = at
			worst = max(worst, best)
			if lo > hi {
				return false
			}
		}
		if !moved {
			break
		}
	}
	return worst < overlapping
}

// ends are the first and the last place on the edge at which its text fits between the units.
func (e *netEdge) ends() (lo, hi float64) {
	long := float64(length(e.to.Sub(e.from)))
	half := float64(e.half)
	return (half + 2) / long, 1 - (half+netHead)/long
}

// lack is how much room is missing around the text of e at the place t, in all directions together. When it is
// more than limit, the rest is left out.
func (e *netEdge) lack(t float64, edges []netEdge, written []*netEdge, units []netUnit, limit float64) (sum float64) {
	box := e.ground(t)
	mid := box.p.Add(box.q).Scale(0.5)
	reach := length(box.q.Sub(mid)) + box.r + textRoom
	missing := func(o capsule) float64 {
		if o.axisTo(mid) > reach+o.r { // most are far away
			return 0
		}
		return float64(max(0, textRoom-box.gap(o)))
	}
	for i := range units {
		if m := missing(units[i].body()); m > textRoom {
			sum += overlapping
		} else {
			sum += m
		}
	}
	for _, o := range written {
		if o == e || o.at == 0 || sum > limit {
			continue
		}
		if m := missing(o.ground(o.at)); m > textRoom {
			sum += overlapping
		} else {
			sum += m
		}
	}
	for i := range edges {
		if o := &edges[i]; o != e && sum <= limit {
			sum += missing(capsule{o.from, o.to, 1})
		}
	}
	return sum
}

// ground is the piece of paper under the text of the edge, turned along it, with its middle at the
// place t, 0 … 1.
func (e *netEdge) ground(t float64) capsule {
	mid := e.from.Scale(vg.Length(1 - t)).Add(e.to.Scale(vg.Length(t)))
	half := direction(e.from, e.to).Scale(max(0, e.half-e.high))
	return capsule{mid.Sub(half), mid.Add(half), e.high}
}
