package figure

import (
	"fmt"
	"image"
	"image/color"

	"ann/pkg/landscape"
	"ann/pkg/loss"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Regions colours the box by the class that a model gives to each point: pale areas in the
// colours of Classes, with a dark line between them. yhat returns ŷ of a point, as ForwardOne of a
// network does, and J is the loss that reads it, the one that the network was trained with: of several
// numbers the largest is the class, a single one stands for two classes and is compared with the
// threshold of J, 0 for a logit and ½ for a probability (loss.Decision). For a score of your own, whose
// sign decides, J is loss.Hinge{}. The names become entries of the legend; without names, there are none.
//
// ŷ is evaluated at once, Samples² times, and interpolated. It is an error if one is not finite or
// outside what J takes, or if their number changes. It panics if J is nil or cannot part a single
// number into two classes, and if there are names, but not one for each class.
func (f *Figure) Regions(names []string, J loss.Func, yhat func(x1, x2 float64) []float64, box Box) {
	if J == nil {
		panic("figure: Regions: J is nil; it is the loss that the network was trained with, loss.Hinge{} for a score whose sign decides")
	}
	if f.err != nil {
		return
	}
	r := &regions{}
	if r.scores, f.err = sampleScores(J, yhat, box, f.samples()); f.err != nil {
		return
	}
	if len(names) > 0 && len(names) != len(r.scores) {
		panic(fmt.Sprintf("figure: Regions: %d names for %d classes", len(names), len(r.scores)))
	}
	f.isTightX, f.isTightY = true, true
	f.add(r)
	for k, name := range names {
		f.checkName(name)
		f.legendKey(name, thumbWidth, func(c draw.Canvas, box vg.Rectangle) {
			fillAndRim(c, box.Path(), regionColor(k), draw.LineStyle{Color: ink, Width: 0.8})
		})
	}
}

// sampleScores takes the heights of the score of each class on n × n points of a box. A single
// number is the score of class 1, and the threshold of J that of class 0.
func sampleScores(J loss.Func, yhat func(x1, x2 float64) []float64, box Box, n int) ([]*heights, error) {
	places, err := newGrid("Regions", box, n)
	if err != nil {
		return nil, err
	}
	var read loss.Decision
	var grids []*mat.Dense // of each score
	for j, x2 := range places.T {
		for i, x1 := range places.S {
			s := yhat(x1, x2)
			if i == 0 && j == 0 && len(s) > 0 {
				if read, err = loss.DecisionOf(J, len(s)); err != nil {
					panic("figure: Regions: " + err.Error())
				}
				for range s {
					grids = append(grids, mat.NewDense(n, n, nil))
				}
			}
			switch {
			case len(s) == 0:
				return nil, fmt.Errorf("figure: Regions: no scores at (%g, %g), want one for each class", x1, x2)
			case len(s) != len(grids):
				return nil, fmt.Errorf("figure: Regions: %d scores at (%g, %g), %d before", len(s), x1, x2, len(grids))
			}
			for k, v := range s {
				if v < read.Low || v > read.High {
					return nil, fmt.Errorf("figure: Regions: score %d at (%g, %g) is %g, and %v wants %g to %g", k, x1, x2, v, J, read.Low, read.High)
				}
				grids[k].Set(j, i, v)
			}
		}
	}
	scores := make([]*heights, len(grids))
	for k, z := range grids {
		scores[k], err = newHeights(fmt.Sprintf("Regions: score %d", k), &landscape.Grid{S: places.S, T: places.T, J: z})
		if err != nil {
			return nil, err
		}
	}
	if len(scores) == 1 {
		level := *scores[0]
		level.z = make([]float64, len(level.z))
		floats.AddConst(read.Threshold, level.z)
		scores = append([]*heights{&level}, scores...)
	}
	return scores, nil
}

// regionColor is the pale colour of a class.
func regionColor(k int) color.NRGBA { return pale(palette[k%len(palette)]) }

// pale mixes c with white, and not with the paper, on which a third of a colour looks grey.
func pale(c color.NRGBA) color.NRGBA {
	const part = 0.34
	mix := func(v uint8) uint8 { return uint8(255*(1-part) + float64(v)*part + 0.5) }
	return color.NRGBA{mix(c.R), mix(c.G), mix(c.B), c.A}
}

// regions is the layer of the areas: a score for each class over one grid.
type regions struct{ scores []*heights }

func (*regions) rank() int { return rankGround }

func (r *regions) extent() (xmin, xmax, ymin, ymax float64) { return r.scores[0].box.extent() }

// classes are the classes at all (a[i], b[j]), in rows of one b: that with the largest score, the first of equals.
func (r *regions) classes(a, b []float64) []int {
	class, best := make([]int, len(a)*len(b)), r.scores[0].over(a, b)
	for k, score := range r.scores[1:] {
		for i, s := range score.over(a, b) {
			if s > best[i] {
				best[i], class[i] = s, k+1
			}
		}
	}
	return class
}

// paint colours every dot by its class; where a neighbour has another class it is ink.
func (r *regions) paint(c draw.Canvas, t transform) {
	part, x, y := covered(r, t)
	w, h := len(x), len(y)
	if w < 2 || h < 2 {
		return
	}
	class := r.classes(x, y)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for j := range h {
		for i := range w {
			at := j*w + i
			k := class[at]
			rgb := regionColor(k)
			if i > 0 && class[at-1] != k || i < w-1 && class[at+1] != k || j > 0 && class[at-w] != k || j < h-1 && class[at+w] != k {
				rgb = ink
			}
			img.SetRGBA(i, j, color.RGBA(rgb)) // both are opaque
		}
	}
	c.DrawImage(part, img)
}

// covered is the part of the frame that a layer's extent covers, moved to whole dots, with the coordinates of the
// middles of its dots: from left to right and from top to bottom.
func covered(l layer, t transform) (part vg.Rectangle, x, y []float64) {
	xmin, xmax, ymin, ymax := l.extent()
	x0, x1 := ordered(t.x(xmin), t.x(xmax))
	y0, y1 := ordered(t.y(ymin), t.y(ymax))
	part = vg.Rectangle{
		Min: snap(vg.Point{X: max(x0, t.data.Min.X), Y: max(y0, t.data.Min.Y)}),
		Max: snap(vg.Point{X: min(x1, t.data.Max.X), Y: min(y1, t.data.Max.Y)}),
	}
	for k := range dots(part.Size().X) {
		x = append(x, t.unX(part.Min.X+(vg.Length(k)+0.5)/perPoint))
	}
	for k := range dots(part.Size().Y) {
		y = append(y, t.unY(part.Max.Y-(vg.Length(k)+0.5)/perPoint))
	}
	return part, x, y
}

func ordered(a, b vg.Length) (lo, hi vg.Length) { return min(a, b), max(a, b) }
