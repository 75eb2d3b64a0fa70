package figure

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"gonum.org/v1/plot/vg/draw"
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
	img, err := onDots(d)
	if err != nil {
		return nil, err
	}
	picture := countShades(img)
	size := 0
	for _, colors := range []int{128, 64, 32} {
		if colors == 128 && len(picture.shades) < manyShades {
			continue
		}
		var b bytes.Buffer
		if err := png.Encode(&b, picture.quantise(colors)); err != nil {
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

// onDots draws d as a picture of dots.
func onDots(d Drawing) (*image.RGBA, error) {
	w, h := d.Size()
	if w <= 0 || h <= 0 || w*h > 2000*2000 {
		return nil, fmt.Errorf("figure: PNG: a drawing of %g × %g pt: Width and Height must be above 0 and sensible", w.Points(), h.Points())
	}
	c := newCanvas(w, h)
	if err := d.Draw(draw.NewCanvas(c, w, h)); err != nil {
		return nil, err
	}
	return c.img, nil
}
