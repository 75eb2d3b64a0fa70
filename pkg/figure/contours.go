package figure

import (
	"image"
	"image/color"
	"math"

	"ann/pkg/landscape"

	"gonum.org/v1/plot/vg/draw"
)

// Contours draws J(a, b) over the box, a along x and b along y, as coloured steps with
// level lines between them, and a slim colour bar that carries the name. Low is
// dark. The levels are denser near the minimum, so that a bowl can be read there, and
// are the numbers beside the bar.
//
// J is evaluated at once, Samples² times, and interpolated. Only one field of contours fits
// on a figure: a second call is an error, as is a value that is not finite (*BadHeight).
func (f *Figure) Contours(name string, J func(a, b float64) float64, box Box) {
	h, err := sample(called("Contours", name), J, box, f.samples())
	f.contours("Contours", name, h, err)
}

// ContoursOf is Contours of heights that are known on a grid, s along x and t along y, such
// as those of a landscape.Plane. The grid is copied.
//
// Errors: *BadAxis unless S and T have 4 or more coordinates in even, ascending steps;
// *BadHeight for a height that is not finite. It panics when the grid is nil, or J has not a
// row for every t and a column for every s.
func (f *Figure) ContoursOf(name string, g *landscape.Grid) {
	h, err := newHeights(called("ContoursOf", name), g)
	f.contours("ContoursOf", name, h, err)
}

// contours adds a field of heights, unless there is an error.
func (f *Figure) contours(method, name string, h *heights, err error) {
	f.checkName(name)
	if f.err == nil {
		f.err = err
	}
	if f.field != nil {
		f.fail("%s: the figure has contours already; use a Grid of two figures", called(method, name))
	}
	if f.err != nil {
		return
	}
	f.logCheckBox(method, name, h.box)
	f.field = &heightMap{name: name, h: h, levels: newLevels(h.z)}
	f.isTightX, f.isTightY = true, true
	f.looks.colors = max(f.looks.colors, 1) // blue would be lost on the blue of the heights
	f.add(f.field)
}

// samples is the number of evaluations along each axis.
func (f *Figure) samples() int {
	if f.Samples == 0 {
		return 101
	}
	return max(f.Samples, fewest)
}

// heightMap is the layer of a contour plot.
type heightMap struct {
	name   string
	h      *heights
	levels levels
}

func (*heightMap) rank() int { return rankGround }

func (m *heightMap) extent() (xmin, xmax, ymin, ymax float64) { return m.h.box.extent() }

// paint colours every dot of the picture by its height.
func (m *heightMap) paint(c draw.Canvas, t transform) {
	if part, x, y := covered(m, t); len(x) > 1 && len(y) > 1 {
		c.DrawImage(part, m.colorDots(m.h.over(x, y), len(x), len(y)))
	}
}

// colorDots turns heights into steps and lines. Lines are where the height comes closer to a level than
// half the width of a line, measured with the slope.
func (m *heightMap) colorDots(z []float64, w, h int) image.Image {
	const width = 1.5 // of a line, in dots
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	steps := make([]step, len(m.levels)-1)
	for k := range steps {
		steps[k] = newStep(m.levels.color(k))
	}
	for j := range h {
		above, below := max(j-1, 0), min(j+1, h-1)
		k := 0
		for i := range w {
			v := z[j*w+i]
			if !(m.levels[k] < v && v <= m.levels[k+1]) { // seldom, and asked first because step is slow
				k = m.levels.step(v)
			}
			rgb := steps[k].color
			gap, near := math.Inf(1), 0
			if k > 0 {
				gap, near = v-m.levels[k], k
			}
			if k < len(m.levels)-2 && m.levels[k+1]-v < gap {
				gap, near = m.levels[k+1]-v, k+1
			}
			left, right := max(i-1, 0), min(i+1, w-1)
			dx := (z[j*w+right] - z[j*w+left]) / float64(right-left)
			dy := (z[below*w+i] - z[above*w+i]) / float64(below-above)
			slope := math.Hypot(dx, dy)
			if cover := width/2 + 0.5 - gap/slope; slope > 0 && cover > 0 {
				rgb = steps[near].line(rgb, math.Round(3*math.Min(1, cover))/3)
			}
			img.SetRGBA(i, j, color.RGBA{rgb[0], rgb[1], rgb[2], 0xff})
		}
	}
	return img
}

// step is a coloured step of a contour plot, with the line at its lower end: light where the step is dark, dark
// where it is light.
type step struct {
	color    uint8RGB
	ink      float64 // of the line, in each channel
	strength float64 // how much of the ink the line has
}

func newStep(c uint8RGB) step {
	if luminance(color.NRGBA{c[0], c[1], c[2], 0xff}) > 0.3 {
		return step{c, 20, 0.45}
	}
	return step{c, 255, 0.5}
}

// line is the colour of a dot that the line covers in part.
func (s step) line(rgb uint8RGB, cover float64) uint8RGB {
	for k, v := range rgb {
		rgb[k] = uint8(math.Round(float64(v) + (s.ink-float64(v))*s.strength*cover))
	}
	return rgb
}
