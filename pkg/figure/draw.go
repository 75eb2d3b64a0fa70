package figure

import (
	"fmt"
	"sort"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Draw draws the figure on c. It returns the first error met while the figure was
// built: see the package comment.
func (f *Figure) Draw(c draw.Canvas) error {
	l, _, err := f.plan(c.Rectangle, f.Plot.Title.Text, margins{})
	if err != nil {
		return err
	}
	return f.render(c, l)
}

// render draws a figure that has been laid out.
func (f *Figure) render(c draw.Canvas, l *layout) error {
	if err := f.checkTexts(l); err != nil {
		return err
	}
	c.SetColor(paper)
	c.Fill(c.Rectangle.Path())
	if f.field == nil {
		l.drawGrid(c)
	}
	layers := append([]layer(nil), f.layers...)
	sort.SliceStable(layers, func(i, j int) bool { return layers[i].rank() < layers[j].rank() })
	inner := draw.Canvas{Canvas: c.Canvas, Rectangle: l.data}
	t := transform{l.p, l.data}
	top := 0
	for top < len(layers) && layers[top].rank() < rankMark {
		layers[top].paint(inner, t)
		top++
	}
	f.drawPlotters(inner, l)
	l.drawAxes(c)
	for _, y := range layers[top:] {
		y.paint(inner, t)
	}
	for _, t := range l.texts {
		t.draw(c)
	}
	for _, k := range l.keys {
		k.draw(c)
	}
	if f.field != nil {
		f.field.drawBar(c, l.bar)
	}
	f.drawEndLabels(c, t)
	return nil
}

// checkTexts returns an error for a sign that cannot be written.
func (f *Figure) checkTexts(l *layout) error {
	for _, s := range []struct{ where, text string }{
		{"title", f.Plot.Title.Text}, {"x label", l.p.X.Label.Text}, {"y label", l.p.Y.Label.Text},
	} {
		if err := checkText(s.where, s.text); err != nil {
			return err
		}
	}
	for _, t := range []ticks{l.x, l.y} {
		for _, s := range t.label {
			if err := checkText("tick label", s); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *Figure) tooSmall(r vg.Rectangle) error {
	return fmt.Errorf("figure: %q: %.1f × %.1f cm leave no room for the plot: make Width and Height larger or the texts shorter",
		f.Plot.Title.Text, r.Size().X/vg.Centimeter, r.Size().Y/vg.Centimeter)
}

// drawPlotters draws what the caller added to Plot, without axes.
func (f *Figure) drawPlotters(c draw.Canvas, l *layout) {
	q := *l.p
	q.Title.Text, q.BackgroundColor, q.Legend = "", nil, plot.NewLegend()
	for _, a := range []*plot.Axis{&q.X, &q.Y} {
		a.Label.Text, a.Padding, a.Width = "", 0, 0
		a.Tick.Marker = plot.ConstantTicks(nil)
	}
	q.Draw(c)
}

// drawGrid draws the lines behind the data.
func (l *layout) drawGrid(c draw.Canvas) {
	t := transform{l.p, l.data}
	fine := draw.LineStyle{Color: tint(gridInk, 0.55), Width: 0.5}
	coarse := draw.LineStyle{Color: gridInk, Width: 0.75}
	vertical := func(s draw.LineStyle, at []float64) {
		for _, v := range at {
			c.StrokeLine2(s, t.x(v), l.data.Min.Y, t.x(v), l.data.Max.Y)
		}
	}
	horizontal := func(s draw.LineStyle, at []float64) {
		for _, v := range at {
			c.StrokeLine2(s, l.data.Min.X, t.y(v), l.data.Max.X, t.y(v))
		}
	}
	vertical(fine, l.x.minor)
	horizontal(fine, l.y.minor)
	vertical(coarse, l.x.at)
	horizontal(coarse, l.y.at)
}

// drawAxes draws the two axis lines with ticks and labels.
func (l *layout) drawAxes(c draw.Canvas) {
	t := transform{l.p, l.data}
	d := l.data
	s := draw.LineStyle{Color: axisInk, Width: 0.8}
	c.StrokeLines(s, []vg.Point{{X: d.Min.X, Y: d.Max.Y}, d.Min, {X: d.Max.X, Y: d.Min.Y}})

	for i, v := range l.x.at {
		c.StrokeLine2(s, t.x(v), d.Min.Y, t.x(v), d.Min.Y-tickLen)
		tickText.write(c, vg.Point{X: t.x(v), Y: d.Min.Y - tickLen - tickGap}, 0.5, 1, 0, l.x.label[i])
	}
	for i, v := range l.y.at {
		c.StrokeLine2(s, d.Min.X, t.y(v), d.Min.X-tickLen, t.y(v))
		tickText.write(c, vg.Point{X: d.Min.X - tickLen - tickGap, Y: t.y(v)}, 1, 0.5, 0, l.y.label[i])
	}
	for _, v := range l.x.minor {
		c.StrokeLine2(s, t.x(v), d.Min.Y, t.x(v), d.Min.Y-tickLen*0.6)
	}
	for _, v := range l.y.minor {
		c.StrokeLine2(s, d.Min.X, t.y(v), d.Min.X-tickLen*0.6, t.y(v))
	}
}
