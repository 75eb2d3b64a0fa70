package figure

import (
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Draw draws the diagram on c. It returns the first error met while it was built.
func (d *Network) Draw(c draw.Canvas) error { return d.draw(c, d.Title) }

func (d *Network) draw(c draw.Canvas, title string) error {
	d.checkText("title", title)
	if d.err != nil {
		return d.err
	}
	p, err := d.plan(c.Rectangle, title)
	if err != nil {
		return err
	}
	c.SetColor(paper)
	c.Fill(c.Rectangle.Path())
	p.title.draw(c, p.top, 0, 1, 0)
	for _, k := range p.keys {
		k.draw(c)
	}
	for _, lit := range []bool{false, true} { // what is in focus lies above
		for _, e := range p.edges {
			if d.lit(e.id) == lit {
				d.drawEdge(c, e)
			}
		}
	}
	for _, e := range p.edges {
		d.drawEdgeText(c, e)
	}
	for _, id := range p.order {
		d.drawUnit(c, p.units[id])
	}
	for l, x := range p.x {
		columnText.write(c, vg.Point{X: x, Y: p.captions}, 0.5, 1, 0, d.captions[l])
		if l < len(d.theta) && d.theta[l] != nil {
			rows, cols := d.theta[l].Dims()
			at := vg.Point{X: (x + d.halfUnit(l) + p.x[l+1] - d.halfUnit(l+1)) / 2, Y: p.captions}
			columnText.write(c, at, 0.5, 1, 0, fmt.Sprintf("θ%s is %d×%d", above(l), rows, cols))
		}
	}
	return nil
}

// legend explains the lines, if there are weights.
func (d *Network) legend() (keys []key) {
	plus, minus := false, false
	for _, t := range d.theta {
		if t == nil {
			continue
		}
		rows, cols := t.Dims()
		for j := range rows {
			for k := range cols {
				plus, minus = plus || t.At(j, k) > 0, minus || t.At(j, k) < 0
			}
		}
	}
	line := func(s draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
		return lineThumb(func() draw.LineStyle { return s })
	}
	if plus {
		keys = append(keys, key{"positive weight", thumbWidth, line(draw.LineStyle{Color: netLineInk, Width: 2})})
	}
	if minus {
		keys = append(keys, key{"negative weight", thumbWidth, line(draw.LineStyle{Color: netMinus, Width: 2, Dashes: netDashes})})
	}
	if plus || minus {
		keys = append(keys, key{"bias unit", thumbHeight, func(c draw.Canvas, r vg.Rectangle) {
			square := vg.Rectangle{Min: r.Min, Max: r.Min.Add(vg.Point{X: thumbHeight, Y: thumbHeight})}
			fillAndRim(c, square.Path(), biasFill, draw.LineStyle{Color: ink, Width: 1.1})
		}})
	}
	return keys
}

// largestWeight is the largest |θ| on the diagram.
func (d *Network) largestWeight() (most float64) {
	for l, t := range d.theta {
		for j := 0; t != nil && j < d.units[l+1]; j++ {
			for k := 0; k <= d.units[l]; k++ {
				most = math.Max(most, math.Abs(t.At(j, k)))
			}
		}
	}
	return most
}

// edgeStyle is how an edge is drawn: colour and dash say the sign, the width the size.
func (d *Network) edgeStyle(id edgeID) draw.LineStyle {
	s := draw.LineStyle{Color: axisInk, Width: 1}
	c := axisInk
	if len(d.focus) > 0 {
		c = ink
	}
	if t := d.theta[id.l]; t != nil {
		v := t.At(id.j-1, id.k)
		c = netLineInk
		if v < 0 {
			c, s.Dashes = netMinus, netDashes
		}
		s.Width = 0.7
		if most := d.largestWeight(); most > 0 {
			s.Width += vg.Length(1.9 * math.Abs(v) / most)
		}
	}
	if !d.lit(id) {
		c = tint(c, netFade)
	}
	s.Color = c
	return s
}

// drawEdge draws a line with an arrow's head at its end.
func (d *Network) drawEdge(c draw.Canvas, e netEdge) {
	s := d.edgeStyle(e.id)
	from, to := e.from, e.to
	if d.Backward {
		from, to = to, from
	}
	along := direction(from, to)
	across := vg.Point{X: -along.Y, Y: along.X}
	base := to.Sub(along.Scale(netHead))
	c.StrokeLine2(s, from.X, from.Y, base.X, base.Y)
	c.FillPolygon(s.Color, []vg.Point{to, base.Add(across.Scale(2.6)), base.Sub(across.Scale(2.6))})
}

// drawEdgeText writes along an edge, on a piece of white.
func (d *Network) drawEdgeText(c draw.Canvas, e netEdge) {
	if e.text == "" {
		return
	}
	b := e.textBox(e.at)
	corner := b.corners()
	c.FillPolygon(paper, corner[:])
	s := weightText
	if !d.lit(e.id) {
		s = faded(s, 0.45)
	}
	turn := math.Atan2(float64(b.sin), float64(b.cos))
	s.write(c, b.at, 0.5, 0.5, turn, e.text)
}

var (
	biasFill   = color.NRGBA{0xdd, 0xe1, 0xe5, 0xff}
	neuronFill = color.NRGBA{0xff, 0xf3, 0xd6, 0xff}
)

// drawUnit draws a unit with its names and numbers.
func (d *Network) drawUnit(c draw.Canvas, u netUnit) {
	lit := d.lit(u.id)
	part := 1.0 // of the colours that stay
	rim := draw.LineStyle{Color: ink, Width: 1.1}
	if !lit {
		part = 0.5
		rim.Color = tint(ink, netFade)
	} else if len(d.focus) > 0 {
		rim.Width = 2
	}
	number, name, hint, delta := faded(unitText, part), faded(unitName, part), faded(hintText, part), faded(deltaText, part)
	zName, aName := d.names(u.id)
	z, a := d.numbers(u.id)
	high := vg.Point{Y: netRadius + netGap + 1} // from the middle to the name
	switch u.kind {
	case neuronUnit:
		fillAndRim(c, capsule(u.at, u.half), tint(neuronFill, part), rim)
		c.StrokeLine2(draw.LineStyle{Color: rim.Color, Width: 0.8}, u.at.X, u.at.Y-netRadius, u.at.X, u.at.Y+netRadius)
		for _, side := range []struct {
			sign             vg.Length
			name, text, hint string
		}{{-1, zName, z, "Σ"}, {1, aName, a, "g" + above(u.id.l-1)}} {
			at := u.at.Add(vg.Point{X: side.sign * u.half / 2})
			if side.text == "" {
				hint.write(c, at, 0.5, 0.5, 0, side.hint)
			} else {
				number.write(c, at, 0.5, 0.5, 0, side.text)
			}
			name.write(c, at.Add(high), 0.5, 0, 0, side.name)
		}
		if v := d.d[u.id.l]; v != nil {
			text := "δ" + above(u.id.l) + below(u.id.j) + " = " + digits(v[u.id.j-1], d.Decimals)
			delta.write(c, u.at.Sub(high), 0.5, 1, 0, text)
		}
	case biasUnit:
		fillAndRim(c, square(u.at), tint(biasFill, part), rim)
		number.write(c, u.at, 0.5, 0.5, 0, a)
		name.write(c, u.at.Add(high), 0.5, 0, 0, aName)
	default:
		fillAndRim(c, capsule(u.at, u.half), paper, rim)
		number.write(c, u.at, 0.5, 0.5, 0, a)
		name.write(c, u.at.Add(high), 0.5, 0, 0, aName)
	}
}

// capsule is a rectangle with round ends, half is half its width.
func capsule(at vg.Point, half vg.Length) vg.Path {
	var p vg.Path
	run := half - netRadius
	p.Move(vg.Point{X: at.X + run, Y: at.Y - netRadius})
	p.Arc(vg.Point{X: at.X + run, Y: at.Y}, netRadius, -math.Pi/2, math.Pi)
	p.Line(vg.Point{X: at.X - run, Y: at.Y + netRadius})
	p.Arc(vg.Point{X: at.X - run, Y: at.Y}, netRadius, math.Pi/2, math.Pi)
	p.Close()
	return p
}

// square begins in the middle of a side, so that all its corners are joined alike.
func square(at vg.Point) vg.Path {
	var p vg.Path
	p.Move(vg.Point{X: at.X, Y: at.Y + netSide})
	for _, s := range [4][2]vg.Length{{1, 1}, {1, -1}, {-1, -1}, {-1, 1}} {
		p.Line(vg.Point{X: at.X + s[0]*netSide, Y: at.Y + s[1]*netSide})
	}
	p.Close()
	return p
}

// fillAndRim fills a path and draws its rim.
func fillAndRim(c draw.Canvas, p vg.Path, fill color.Color, rim draw.LineStyle) {
	c.SetColor(fill)
	c.Fill(p)
	c.SetLineStyle(rim)
	c.Stroke(p)
}

// faded makes a lettering paler; part 1 leaves it as it is.
func faded(l lettering, part float64) lettering {
	l.color = tint(l.color.(color.NRGBA), part)
	return l
}
