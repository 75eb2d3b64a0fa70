package figure

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/golang/freetype/raster"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// canvas is the vg.Canvas that draws on a picture of dots. The one of gonum/plot, vgimg, needs twice the time: it
// paints areas dot by dot, and letters as little pictures that it resamples.
type canvas struct {
	img  *image.RGBA
	area *raster.Rasterizer
	pen
	pens []pen // kept by Push
}

// pen is what Push keeps and Pop brings back.
type pen struct {
	toDots f64.Aff3 // from points, upwards, to dots, downwards
	color  color.Color
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
}

// dot is a place on the picture, in dots from its left upper corner.
type dot struct{ x, y float64 }

// perPoint is the number of dots in a point.
const perPoint = dotsPerInch / 72.0

// newCanvas is a blank sheet of paper.
func newCanvas(w, h vg.Length) *canvas {
	wide, high := dots(w), dots(h)
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, wide, high)), area: raster.NewRasterizer(wide, high)}
	draw.Draw(c.img, c.img.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	c.toDots = f64.Aff3{perPoint, 0, 0, 0, -perPoint, float64(high)}
	vg.Initialize(c)
	return c
}

// dots is the number of dots of a picture along a length.
func dots(l vg.Length) int { return int(math.Round(float64(l) * perPoint)) }

func (c *canvas) SetLineWidth(w vg.Length) { c.width = w }
func (c *canvas) Push()                    { c.pens = append(c.pens, c.pen) }
func (c *canvas) Pop()                     { c.pen, c.pens = c.pens[len(c.pens)-1], c.pens[:len(c.pens)-1] }
func (c *canvas) Translate(p vg.Point)     { d := c.at(p); c.toDots[2], c.toDots[5] = d.x, d.y }

// SetColor sets the colour of areas and lines; nil is black.
func (c *canvas) SetColor(k color.Color) {
	if c.color = k; k == nil {
		c.color = color.Black
	}
}

// SetLineDash sets the lengths of dashes and gaps, in turn.
func (c *canvas) SetLineDash(lengths []vg.Length, offset vg.Length) {
	c.dashes, c.offset = lengths, offset
}

// Rotate turns what is drawn from now on counter-clockwise.
func (c *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	m := &c.toDots
	m[0], m[1], m[3], m[4] = cos*m[0]+sin*m[1], cos*m[1]-sin*m[0], cos*m[3]+sin*m[4], cos*m[4]-sin*m[3]
}

// Scale makes what is drawn from now on larger; lines keep their width.
func (c *canvas) Scale(x, y float64) {
	m := &c.toDots
	m[0], m[1], m[3], m[4] = x*m[0], y*m[1], x*m[3], y*m[4]
}

// at is the place of a point on the picture.
func (c *canvas) at(p vg.Point) dot {
	x, y, m := float64(p.X), float64(p.Y), &c.toDots
	return dot{m[0]*x + m[1]*y + m[2], m[3]*x + m[4]*y + m[5]}
}

func (d dot) fixed() fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(d.x * 64)), Y: fixed.Int26_6(math.Round(d.y * 64))}
}

// Fill fills a path; where its parts overlap, the area counts once if they turn the same way.
func (c *canvas) Fill(p vg.Path) {
	c.begin()
	for _, line := range c.outline(p) {
		c.enclose(line)
	}
	c.area.Rasterize(c)
}

func (c *canvas) begin() {
	c.area.Clear()
	c.area.UseNonZeroWinding = true
}

// enclose adds the area within a line.
func (c *canvas) enclose(line []dot) {
	c.area.Start(line[0].fixed())
	for _, d := range line[1:] {
		c.area.Add1(d.fixed())
	}
	c.area.Add1(line[0].fixed())
}

// Stroke draws a path as a line.
func (c *canvas) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	lines := c.outline(p)
	if len(c.dashes) > 0 {
		lines = dashed(lines, c.dashes, c.offset)
	}
	var path raster.Path
	for _, line := range lines {
		last := line[0].fixed()
		path.Start(last)
		for _, d := range line[1:] {
			const tiny = 4 // 64ths of a dot: joints of such short pieces point anywhere
			if next := d.fixed(); max(next.X-last.X, last.X-next.X)+max(next.Y-last.Y, last.Y-next.Y) > tiny {
				path.Add1(next)
				last = next
			}
		}
	}
	c.begin()
	c.area.AddStroke(path, fixed.Int26_6(math.Round(float64(c.width)*perPoint*64)), raster.ButtCapper, raster.RoundJoiner)
	c.area.Rasterize(c)
}

// Paint lays the color over spans of dots. It is what the rasterizer calls.
func (c *canvas) Paint(spans []raster.Span, _ bool) {
	const full = 1<<16 - 1
	r, g, b, a := c.color.RGBA()
	for _, s := range spans {
		row := c.img.Pix[s.Y*c.img.Stride:][4*s.X0 : 4*s.X1]
		if s.Alpha*a == full*full {
			one := [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
			for len(row) > 0 {
				row = row[copy(row, one[:]):]
			}
			continue
		}
		rest := (full - a*s.Alpha/full) * 0x101
		for i := 0; i < len(row); i += 4 {
			row[i] = uint8((uint32(row[i])*rest + r*s.Alpha) / full >> 8)
			row[i+1] = uint8((uint32(row[i+1])*rest + g*s.Alpha) / full >> 8)
			row[i+2] = uint8((uint32(row[i+2])*rest + b*s.Alpha) / full >> 8)
			row[i+3] = 0xff
		}
	}
}

// DrawImage fills r with a picture. One that has just the dots of r is copied.
func (c *canvas) DrawImage(r vg.Rectangle, img image.Image) {
	size := img.Bounds().Size()
	m := c.toDots
	if m[0] == perPoint && m[4] == -perPoint && dots(r.Size().X) == size.X && dots(r.Size().Y) == size.Y {
		corner := c.at(vg.Point{X: r.Min.X, Y: r.Max.Y})
		to := image.Pt(int(math.Round(corner.x)), int(math.Round(corner.y)))
		draw.Draw(c.img, image.Rectangle{Min: to, Max: to.Add(size)}, img, img.Bounds().Min, draw.Over)
		return
	}
	corner := c.at(vg.Point{X: r.Min.X, Y: r.Max.Y})
	x, y := float64(r.Size().X)/float64(size.X), -float64(r.Size().Y)/float64(size.Y)
	xdraw.BiLinear.Transform(c.img, f64.Aff3{m[0] * x, m[1] * y, corner.x, m[3] * x, m[4] * y, corner.y}, img, img.Bounds(), xdraw.Over, nil)
}
