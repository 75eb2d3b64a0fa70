package figure

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"runtime"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// The canvas draws what gonum's own does, but for the edges of letters, which that one blurs.
func TestCanvasIsThatOfGonum(t *testing.T) {
	var bent, round vg.Path
	bent.Move(vg.Point{X: 10, Y: 10})
	bent.QuadTo(vg.Point{X: 50, Y: 100}, vg.Point{X: 90, Y: 20})
	bent.CubeTo(vg.Point{X: 90, Y: 60}, vg.Point{X: 20, Y: 60}, vg.Point{X: 20, Y: 80})
	bent.Close()
	bent.Move(vg.Point{X: 60, Y: 60})
	bent.Line(vg.Point{X: 85, Y: 85})
	bent.Line(vg.Point{X: 80, Y: 50})
	round.Move(vg.Point{X: 20, Y: 20})
	round.Arc(vg.Point{X: 50, Y: 50}, 30, 0, 1.5*math.Pi)
	round.Close()
	round.Arc(vg.Point{X: 20, Y: 70}, 10, 1, 0) // no more than a line from where the path was closed
	round.QuadTo(vg.Point{X: 5, Y: 60}, vg.Point{X: 5, Y: 40})
	squares := image.NewRGBA(image.Rect(0, 0, 3, 2))
	for i := range 6 {
		squares.Set(i%3, i/3, palette[i])
	}
	whole := image.NewRGBA(image.Rect(0, 0, 40, 80))
	for i := range 3200 {
		whole.Set(i%40, i/40, palette[i/50%7])
	}
	for name, do := range map[string]func(c vg.Canvas){
		"fill":        func(c vg.Canvas) { c.Fill(bent) },
		"transparent": func(c vg.Canvas) { c.SetColor(color.NRGBA{200, 0, 80, 90}); c.Fill(round); c.Fill(bent) },
		"black":       func(c vg.Canvas) { c.SetColor(nil); c.Fill(round) },
		"stroke":      func(c vg.Canvas) { c.SetLineWidth(3); c.Stroke(round); c.SetLineWidth(0.4); c.Stroke(bent) },
		"no line":     func(c vg.Canvas) { c.SetLineWidth(0); c.Stroke(round) },
		"dashes":      func(c vg.Canvas) { c.SetLineDash([]vg.Length{7, 2, 1, 3}, 8); c.Stroke(bent); c.Stroke(round) },
		"moved": func(c vg.Canvas) {
			c.Push()
			c.Translate(vg.Point{X: 60, Y: 10})
			c.Rotate(0.6)
			c.SetColor(palette[1])
			c.Scale(0.7, 0.4)
			c.Fill(bent)
			c.Pop()
			c.Fill(round)
		},
		"level": func(c vg.Canvas) { c.FillString(titleText.face(), vg.Point{X: 2, Y: 30}, "Tea for AV 10 θ₀") },
		"upright": func(c vg.Canvas) {
			c.Translate(vg.Point{X: 50, Y: 5})
			c.Rotate(math.Pi / 2)
			c.FillString(labelText.face(), vg.Point{}, "J(θ) in mile")
		},
		"slanted": func(c vg.Canvas) {
			c.Rotate(0.5)
			c.FillString(labelText.face(), vg.Point{X: 20, Y: 10}, "J(θ) in mile")
		},
		"picture": func(c vg.Canvas) {
			c.DrawImage(vg.Rectangle{Min: vg.Point{X: 10, Y: 5}, Max: vg.Point{X: 70, Y: 85}}, squares)
		},
		"its dots": func(c vg.Canvas) {
			c.DrawImage(vg.Rectangle{Min: vg.Point{X: 15, Y: 15}, Max: vg.Point{X: 30, Y: 45}}, whole)
		},
	} {
		got := newCanvas(100, 90)
		want := vgimg.NewWith(vgimg.UseWH(100, 90), vgimg.UseDPI(dotsPerInch), vgimg.UseBackgroundColor(paper))
		do(got)
		do(want)
		limit := 0.002
		switch name {
		case "level", "upright", "slanted":
			limit = 0.02
		case "dashes": // the pieces of a curve have other lengths
			limit = 0.01
		}
		if part := differingDots(got.img, want.Image()); part > limit {
			t.Errorf("%s: %.2f %% of the dots differ", name, 100*part)
		}
	}
}

// A drawing has the same bytes again and again, on one processor and on two.
func TestBytesRepeat(t *testing.T) {
	all := samples()
	for _, name := range []string{"scatter", "contours", "surface", "regions"} {
		var first []byte
		for _, processors := range []int{2, 1, 2} {
			before := runtime.GOMAXPROCS(processors)
			png, err := PNG(all[name])
			runtime.GOMAXPROCS(before)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = png
			}
			if !bytes.Equal(png, first) {
				t.Errorf("%s: drawn again on %d processors, the bytes differ", name, processors)
			}
		}
	}
}

// differingDots is the part of the dots in which two pictures differ clearly.
func differingDots(p, q image.Image) float64 {
	if p.Bounds() != q.Bounds() {
		return 1
	}
	n := 0
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			if far(p, q, x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(p.Bounds().Dx()*p.Bounds().Dy())
}

// tolerance is how much a channel may differ, of 255: room for another processor's rounding.
const tolerance = 40

func far(p, q image.Image, x, y int) bool { return apart(p, q, x, y) > tolerance*257 }

// apart is how far a dot is from the other's in the channel that differs most, of 65535.
func apart(p, q image.Image, x, y int) int {
	r1, g1, b1, _ := p.At(x, y).RGBA()
	r2, g2, b2, _ := q.At(x, y).RGBA()
	most := 0
	for _, d := range [3]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
		most = max(most, d, -d)
	}
	return most
}
