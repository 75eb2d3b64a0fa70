package figure

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

const (
	// dotsPerInch makes two dots of a picture one pixel of an ordinary screen.
	dotsPerInch = 192
	// largest is the number of bytes a picture may have.
	largest = 100_000
	// manyShades is the number of colours of a picture that 64 cannot stand for: a plot
	// of curves has some thousand, most of them at the edges of letters and lines.
	manyShades = 12_000
)

// PNG draws d with 192 dots per inch and returns it as a PNG with a palette: 64 colours for
// curves and contours, 128 for pictures with as many shades as a surface has. The same
// drawing gives the same bytes. A picture of more than 100 kB is drawn with fewer colours
// (down to 32); if that does not help, it is an error.
func PNG(d Drawing) ([]byte, error) {
	img, err := raster(d)
	if err != nil {
		return nil, err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	shades := countShades(img)
	size := 0
	for _, colors := range []int{128, 64, 32} {
		if colors == 128 && len(shades) < manyShades {
			continue
		}
		var b bytes.Buffer
		if err := encoder.Encode(&b, quantise(img, shades, colors)); err != nil {
			return nil, fmt.Errorf("figure: PNG: %w", err)
		}
		if size = b.Len(); size <= largest {
			return b.Bytes(), nil
		}
	}
	w, h := d.Size()
	return nil, fmt.Errorf("figure: PNG: the picture has %d kB, more than %d: draw fewer points or curves, or make it smaller than %.0f × %.0f pt",
		size/1000, largest/1000, w.Points(), h.Points())
}

// raster draws d on white.
func raster(d Drawing) (*image.RGBA, error) {
	w, h := d.Size()
	if w <= 0 || h <= 0 || w*h > 2000*2000 {
		return nil, fmt.Errorf("figure: PNG: a drawing of %g × %g pt: Width and Height must be above 0 and sensible", w.Points(), h.Points())
	}
	c := outlined{vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(dotsPerInch))}
	if err := d.Draw(draw.New(c)); err != nil {
		return nil, err
	}
	return c.Image().(*image.RGBA), nil
}
