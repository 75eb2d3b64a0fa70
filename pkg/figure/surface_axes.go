package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// placeAxes finds the places of the axes, their ticks and all labels.
func (g *cage) placeAxes() {
	g.lines, g.texts = nil, nil
	var written []vg.Rectangle // labels at a shared corner must not overlap
	for k, a := range g.axis {
		from, to := g.view.point(a.from), g.view.point(a.to)
		g.lines = append(g.lines, [2]vg.Point{from, to})
		// Away from the edge, at right angles to it on the canvas.
		along := g.view.direction(a.to.sub(a.from))
		out := vg.Point{X: -along.Y, Y: along.X}
		if o := g.view.direction(a.out); out.X*o.X+out.Y*o.Y < 0 {
			out = out.Scale(-1)
		}
		var reach vg.Length
		for i, v := range a.ticks.at {
			p := g.view.point(a.place(v))
			q := p.Add(out.Scale(tickLen))
			g.lines = append(g.lines, [2]vg.Point{p, q})
			text := tickText.set(a.ticks.label[i])
			w, h := text.width, text.height()
			q = q.Add(out.Scale(tickGap))
			// The label's rectangle touches q on the side that looks to the axis.
			ax, ay := 0.5-0.5*toward(float64(out.X)), 0.5-0.5*toward(float64(out.Y))
			corner := q.Sub(vg.Point{X: vg.Length(ax) * w, Y: vg.Length(ay) * h})
			label := vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: w, Y: h})}
			if overlapsAny(label, written) {
				continue
			}
			written = append(written, label)
			g.texts = append(g.texts, placedBlock{text, q, ax, ay, 0})
			reach = max(reach, vg.Length(math.Abs(float64(out.X)))*w+vg.Length(math.Abs(float64(out.Y)))*h)
		}
		if a.label == "" {
			continue
		}
		turn := math.Atan2(float64(along.Y), float64(along.X))
		if turn > math.Pi/2+1e-9 {
			turn -= math.Pi
		} else if turn < -math.Pi/2+1e-9 {
			turn += math.Pi
		}
		at := vg.Point{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2}
		at = at.Add(out.Scale(tickLen + tickGap + reach + labelGap))
		ay := 1.0 // the text lies below the edge …
		if k == 2 || float64(out.Y)*math.Cos(turn)-float64(out.X)*math.Sin(turn) > 0 {
			ay = 0 // … or above, seen along its own direction
		}
		long := length(to.Sub(from))
		g.texts = append(g.texts, placedBlock{labelText.wrap(a.label, max(long, 90)), at, 0.5, ay, turn})
	}
}

// beyond is how far the texts reach into the rim of r, 2 points wide, or beyond it, on each side.
func (g *cage) beyond(r vg.Rectangle) (over margins) {
	for _, t := range g.texts {
		for _, p := range t.corners() {
			over = over.max(margins{
				left: r.Min.X + 2 - p.X, right: p.X - r.Max.X + 2,
				bottom: r.Min.Y + 2 - p.Y, top: p.Y - r.Max.Y + 2,
			})
		}
	}
	return over
}

// drawAxes draws the edges with ticks and labels.
func (g *cage) drawAxes(c draw.Canvas) {
	s := draw.LineStyle{Color: axisInk, Width: 0.8}
	for _, l := range g.lines {
		c.StrokeLine2(s, l[0].X, l[0].Y, l[1].X, l[1].Y)
	}
	for _, t := range g.texts {
		t.draw(c)
	}
}

// toward sharpens a component of a direction.
func toward(v float64) float64 { return math.Max(-1, math.Min(1, 1.25*v)) }

// overlapsAny reports whether r comes too close to one of rs.
func overlapsAny(r vg.Rectangle, rs []vg.Rectangle) bool {
	for _, o := range rs {
		if r.Min.X < o.Max.X+6 && o.Min.X < r.Max.X+6 && r.Min.Y < o.Max.Y+2 && o.Min.Y < r.Max.Y+2 {
			return true
		}
	}
	return false
}
