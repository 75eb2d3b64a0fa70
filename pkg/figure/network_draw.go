package figure

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Draw draws the diagram on c. It returns the first error met while it was built.
func (d *Network) Draw(c draw.Canvas) error { return d.draw(c, d.Title) }

// Titles is Title.
func (d *Network) Titles() []string { return oneTitle(d.Title) }

func (d *Network) draw(c draw.Canvas, title string) error {
	if d.err != nil {
		return d.err
	}
	if err := checkText("title", title); err != nil {
		return err
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
	for _, isInFocus := range []bool{false, true} { // what is in focus lies above
		for _, e := range p.edges {
			if d.isInFocus(e.id) == isInFocus {
				d.drawEdge(c, e)
			}
		}
	}
	for _, e := range p.edges {
		d.drawEdgeText(c, e)
	}
	for _, id := range p.order { // before the units, which the paper around a name may not cut
		d.drawNames(c, p.units[id])
	}
	for _, id := range p.order {
		d.drawUnit(c, p.units[id])
	}
	for _, t := range p.captions {
		t.draw(c)
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

// edgeColor is the colour of an edge in focus: that of the sign of its weight.
func (d *Network) edgeColor(id edgeID) color.NRGBA {
	switch t := d.theta[id.l]; {
	case t != nil && t.At(id.j-1, id.k) < 0:
		return netMinus
	case t != nil:
		return netLineInk
	case len(d.focus) > 0:
		return ink
	}
	return axisInk
}

// edgeStyle is how an edge is drawn: colour and dash say the sign, the width the size.
func (d *Network) edgeStyle(id edgeID) draw.LineStyle {
	s := draw.LineStyle{Color: d.edgeColor(id), Width: 1}
	if t := d.theta[id.l]; t != nil {
		v := t.At(id.j-1, id.k)
		if v < 0 {
			s.Dashes = netDashes
		}
		s.Width = 0.7
		if most := d.largestWeight(); most > 0 {
			s.Width += vg.Length(1.9 * math.Abs(v) / most)
		}
	}
	if !d.isInFocus(id) {
		s.Color = tint(d.edgeColor(id), netFade)
	}
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

// drawEdgeText writes along an edge in a darker shade of its colour, on a piece of paper.
func (d *Network) drawEdgeText(c draw.Canvas, e netEdge) {
	if len(e.text.rows) == 0 {
		return
	}
	ground := e.ground(e.at)
	c.SetColor(paper)
	c.Fill(ground.path())
	text := e.text
	text.color = ink
	if d.theta[e.id.l] != nil {
		text.color = shine(d.edgeColor(e.id), 0.75)
	}
	if !d.isInFocus(e.id) {
		text.lettering = faded(text.lettering, netFadeText)
	}
	along := direction(e.from, e.to)
	text.draw(c, ground.p.Add(ground.q).Scale(0.5), 0.5, 0.5, math.Atan2(float64(along.Y), float64(along.X)))
}

var (
	biasFill   = color.NRGBA{0xdd, 0xe1, 0xe5, 0xff}
	neuronFill = color.NRGBA{0xff, 0xf3, 0xd6, 0xff}
)

// drawNames writes the names above a unit and its text or δ below it.
func (d *Network) drawNames(c draw.Canvas, u netUnit) {
	part := 1.0
	if !d.isInFocus(u.id) {
		part = netFadeText
		if d.isPath {
			return
		}
	}
	name, delta := faded(unitName, part), faded(deltaText, part)
	up := u.at.Add(vg.Point{Y: netRadius + netGap + unitName.set("z⁽¹⁾₁").drop()})
	delta.set(d.unitTextOf(u.id)).drawOn(c, u.at.Sub(vg.Point{Y: netRadius + netGap + 1}), 0.5, 1)
	z, a := d.names(u.id)
	if u.kind != neuronUnit {
		name.set(a).drawOn(c, up, 0.5, 0)
		return
	}
	side := vg.Point{X: u.half / 2}
	name.set(z).drawOn(c, up.Sub(side), 0.5, 0)
	name.set(a).drawOn(c, up.Add(side), 0.5, 0)
}

// drawUnit draws a unit with its numbers.
func (d *Network) drawUnit(c draw.Canvas, u netUnit) {
	isInFocus := d.isInFocus(u.id)
	part := 1.0
	rim := draw.LineStyle{Color: ink, Width: 1.1}
	if !isInFocus {
		part = netFadeText
		rim.Color = tint(ink, netFade)
	} else if len(d.focus) > 0 {
		rim.Width = 2
	}
	number, hint := faded(unitText, part), faded(hintText, part)
	z, a := d.numbers(u.id)
	switch u.kind {
	case neuronUnit:
		fillAndRim(c, u.body().path(), tint(neuronFill, part), rim)
		c.StrokeLine2(draw.LineStyle{Color: rim.Color, Width: 0.8}, u.at.X, u.at.Y-netRadius, u.at.X, u.at.Y+netRadius)
		if d.isPath && !isInFocus {
			break
		}
		for _, side := range []struct {
			sign       vg.Length
			text, hint string
		}{{-1, z, "Σ"}, {1, a, "g" + above(u.id.l-1)}} {
			at := u.at.Add(vg.Point{X: side.sign * u.half / 2})
			if side.text == "" {
				hint.write(c, at, 0.5, 0.5, 0, side.hint)
			} else {
				number.write(c, at, 0.5, 0.5, 0, side.text)
			}
		}
	case biasUnit:
		fillAndRim(c, square(u.at), tint(biasFill, part), rim)
		number.write(c, u.at, 0.5, 0.5, 0, a)
	default:
		fillAndRim(c, u.body().path(), paper, rim)
		if !d.isPath || isInFocus {
			number.write(c, u.at, 0.5, 0.5, 0, a)
		}
	}
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
