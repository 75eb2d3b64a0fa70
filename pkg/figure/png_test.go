package figure

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestPNG(t *testing.T) {
	for name, d := range samples() {
		a, err := PNG(d)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(a) > largest {
			t.Errorf("%s has %d bytes", name, len(a))
		}
		if _, ok := d.(*Figure); ok && name != "contours" && len(a) > 48_000 {
			t.Errorf("the line figure %s has %d bytes", name, len(a))
		}
		img, err := png.Decode(bytes.NewReader(a))
		if err != nil {
			t.Fatal(name, err)
		}
		if p, ok := img.(*image.Paletted); !ok || len(p.Palette) > 256 {
			t.Errorf("%s is a %T", name, img)
		}
		w, h := d.Size()
		if b := img.Bounds(); b.Dx() != dots(w) || b.Dy() != dots(h) {
			t.Errorf("%s: %d × %d dots for %v × %v pt", name, b.Dx(), b.Dy(), w, h)
		}
		if name == "scatter" || name == "surface" {
			if b, _ := PNG(d); !bytes.Equal(a, b) {
				t.Errorf("%s: drawn twice, the bytes differ", name)
			}
		}
	}
}

func TestTooLargePicture(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	f := New("", "x", "y")
	for range 7 {
		x, y := make([]float64, 4000), make([]float64, 4000)
		for i := range x {
			x[i], y[i] = rng.Float64(), rng.Float64()
		}
		f.Scatter("points", x, y)
	}
	f.Width, f.Height = 30*vg.Centimeter, 20*vg.Centimeter
	if b, err := PNG(f); err == nil || b != nil || !strings.Contains(err.Error(), "kB, more than 100: draw fewer points or curves") {
		t.Errorf("%d bytes, error %v", len(b), err)
	}
	f.Width = 0
	if _, err := PNG(f); err == nil {
		t.Error("a figure without width was drawn")
	}
}

// Few colours stay exact; of many, texts and paper stay exact and the others come near.
func TestQuantise(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	few := []color.NRGBA{paper, ink, palette[0], palette[1]}
	for i := range 10000 {
		img.Set(i%100, i/100, few[i*7%4])
	}
	got := quantise(img, 16)
	for i := range 10000 {
		if c := color.NRGBAModel.Convert(got.At(i%100, i/100)); c != few[i*7%4] {
			t.Fatalf("dot %d is %v, want %v", i, c, few[i*7%4])
		}
	}
	for i := range 10000 { // a smooth run of 10000 colours and some letters
		c := color.NRGBA{uint8(i % 100 * 2), uint8(i / 100 * 2), uint8(i / 50), 0xff}
		if i%97 == 0 {
			c = ink
		}
		img.Set(i%100, i/100, c)
	}
	got = quantise(img, 128)
	if len(got.Palette) != 128 {
		t.Errorf("%d colours", len(got.Palette))
	}
	for i := range 10000 {
		want := img.RGBAAt(i%100, i/100)
		c := color.NRGBAModel.Convert(got.At(i%100, i/100)).(color.NRGBA)
		if i%97 == 0 && c != ink {
			t.Fatalf("ink became %v", c)
		}
		if d := distance([3]uint8{want.R, want.G, want.B}, [3]uint8{c.R, c.G, c.B}); d > 11*45*45 {
			t.Fatalf("%v became %v", want, c)
		}
	}
}
