package figure

import (
	"fmt"
	"image"
	"image/color"

	"ann/pkg/landscape"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Regions colours the box by the class that a model gives to each point: pale areas in the
// colours of Classes, with a dark line between them. score returns one number for each class, and a
// point gets the class with the largest; a single number s stands for two classes, 1 where s > 0 and 0
// elsewhere. The names become entries of the legend; without names, there are none.
//
// The scores are evaluated at once, Samples² times, and interpolated. It is an error if one is not
// finite or their number changes. It panics if there are names, but not one for each class.
func (f *Figure) Regions(names []string, score func(x1, x2 float64) []float64, box Box) {
	if f.err != nil {
		return
	}
	r := &regions{}
	if r.scores, f.err = sampleScores(score, box, f.samples()); f.err != nil {
		return
	}
	if len(r.scores) == 1 { // class 0 has the score 0
		zero := *r.scores[0]
		zero.z = make([]float64, len(zero.z))
		r.scores = append([]*heights{&zero}, r.scores...)
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

// sampleScores takes the heights of each score on n × n points of a box.
func sampleScores(score func(x1, x2 float64) []float64, box Box, n int) ([]*heights, error) {
	places, err := newGrid("Regions", box, n)
	if err != nil {
		return nil, err
	}
	var J []*mat.Dense // of each score
	for j, x2 := range places.T {
		for i, x1 := range places.S {
			s := score(x1, x2)
			if i == 0 && j == 0 {
				for range s {
					J = append(J, mat.NewDense(n, n, nil))
				}
			}
			switch {
			case len(s) == 0:
				return nil, fmt.Errorf("figure: Regions: no scores at (%g, %g), want one for each class", x1, x2)
			case len(s) != len(J):
				return nil, fmt.Errorf("figure: Regions: %d scores at (%g, %g), %d before", len(s), x1, x2, len(J))
			}
			for k, v := range s {
				J[k].Set(j, i, v)
			}
		}
	}
	scores := make([]*heights, len(J))
	for k := range J {
		scores[k], err = newHeights(fmt.Sprintf("Regions: score %d", k), &landscape.Grid{S: places.S, T: places.T, J: J[k]})
		if err != nil {
			return nil, err
		}
	}
	return scores, nil
}

// regionColor is the pale colour of a class.
func regionColor(k int) color.NRGBA { return tint(palette[k%len(palette)], 0.3) }

// regions is the layer of the areas: a score for each class over one grid.
type regions struct{ scores []*heights }

func (*regions) rank() int { return rankGround }

func (r *regions) extent() (xmin, xmax, ymin, ymax float64) { return r.scores[0].box.extent() }

// class is the class with the largest score, the first of equals.
func (r *regions) class(a, b float64) int {
	best, at := r.scores[0].at(a, b), 0
	for k := 1; k < len(r.scores); k++ {
		if s := r.scores[k].at(a, b); s > best {
			best, at = s, k
		}
	}
	return at
}

// paint colours every dot by its class; where a neighbour has another class it is ink.
func (r *regions) paint(c draw.Canvas, t transform) {
	part, w, h := covered(r, t)
	if w < 2 || h < 2 {
		return
	}
	class := make([]int, w*h)
	for j := range h {
		b := t.unY(part.Max.Y - part.Size().Y*vg.Length((float64(j)+0.5)/float64(h)))
		for i := range w {
			class[j*w+i] = r.class(t.unX(part.Min.X+part.Size().X*vg.Length((float64(i)+0.5)/float64(w))), b)
		}
	}
	const reach = 1 // dots from the border that are ink
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for j := range h {
		for i := range w {
			k := class[j*w+i]
			rgb := regionColor(k)
			for _, d := range [4][2]int{{reach, 0}, {-reach, 0}, {0, reach}, {0, -reach}} {
				x, y := i+d[0], j+d[1]
				if x >= 0 && x < w && y >= 0 && y < h && class[y*w+x] != k {
					rgb = ink
				}
			}
			copy(img.Pix[img.PixOffset(i, j):], []uint8{rgb.R, rgb.G, rgb.B, 0xff})
		}
	}
	c.DrawImage(part, img)
}

// covered is the part of the frame that a layer's extent covers, and its size in whole dots.
func covered(l layer, t transform) (part vg.Rectangle, w, h int) {
	xmin, xmax, ymin, ymax := l.extent()
	x0, x1 := ordered(t.x(xmin), t.x(xmax))
	y0, y1 := ordered(t.y(ymin), t.y(ymax))
	part = vg.Rectangle{
		Min: vg.Point{X: max(x0, t.data.Min.X), Y: max(y0, t.data.Min.Y)},
		Max: vg.Point{X: min(x1, t.data.Max.X), Y: min(y1, t.data.Max.Y)},
	}
	return part, dots(part.Size().X), dots(part.Size().Y)
}
