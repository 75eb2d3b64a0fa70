package figure

import (
	"image/color"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A letter that stands at an angle has as much ink as an upright one, also where it is thin.
func TestTurnedLetters(t *testing.T) {
	ink := func(turn float64) (sum float64) {
		c := newCanvas(60, 60)
		l := weightText
		l.color = color.Black
		l.write(draw.NewCanvas(c, 60, 60), vg.Point{X: 30, Y: 30}, 0.5, 0.5, turn, "−0.1")
		img := c.img
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				r, _, _, _ := img.At(x, y).RGBA()
				sum += 1 - float64(r)/0xffff
			}
		}
		return sum
	}
	upright := ink(0)
	for _, turn := range []float64{-0.7, 0.3, math.Pi / 2} {
		if part := ink(turn) / upright; part < 0.98 || part > 1.02 {
			t.Errorf("turned by %g, the ink is %.3f of that of upright letters", turn, part)
		}
	}
}
