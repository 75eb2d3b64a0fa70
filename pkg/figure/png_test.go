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
	"gonum.org/v1/plot/vg/draw"
)

func TestPNG(t *testing.T) {
	all := samples()
	for _, name := range []string{"scatter", "contours", "surface"} {
		d := all[name]
		a, err := PNG(d)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(a) > largest {
			t.Errorf("%s has %d bytes", name, len(a))
		}
		if name == "scatter" && len(a) > 32_000 {
			t.Errorf("%s has %d bytes", name, len(a))
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
	}
}

// noise is a drawing that cannot be made small.
type noise struct{ w, h vg.Length }

func (noise) Titles() []string { return nil }

func (n noise) Size() (w, h vg.Length) { return n.w, n.h }

func (n noise) Draw(c draw.Canvas) error {
	rng := rand.New(rand.NewPCG(1, 1))
	img := image.NewRGBA(image.Rect(0, 0, dots(n.w), dots(n.h)))
	for i := range img.Pix {
		img.Pix[i] = uint8(rng.Uint32()) | [4]uint8{0x1f, 0x1f, 0x3f, 0xff}[i%4] // 256 colours
	}
	c.DrawImage(c.Rectangle, img)
	return nil
}

func TestTooLargePicture(t *testing.T) {
	b, err := PNG(noise{165, 165})
	if err == nil || b != nil || !strings.Contains(err.Error(), "kB, more than 100: draw fewer points or curves") {
		t.Errorf("%d bytes, error %v", len(b), err)
	}
	// Too large with 64 colours, but not with 32.
	if b, err = PNG(noise{142, 142}); err != nil || len(b) > largest {
		t.Errorf("%d bytes, error %v", len(b), err)
	}
	for _, d := range []Drawing{noise{0, 100}, noise{100, -1}, noise{1e5, 1e5}} {
		if _, err := PNG(d); err == nil {
			t.Errorf("a drawing of size %v was drawn", d)
		}
	}
}

// Few colours stay exact; of many, texts and paper stay exact and the others come near.
func TestQuantise(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	few := []color.NRGBA{paper, ink, palette[0], palette[1]}
	for i := range 10000 {
		img.Set(i%100, i/100, few[i*7%4])
	}
	got := countShades(img).quantise(16)
	for i := range 10000 {
		if c := color.NRGBAModel.Convert(got.At(i%100, i/100)); c != few[i*7%4] {
			t.Fatalf("dot %d is %v, want %v", i, c, few[i*7%4])
		}
	}
	for i := range 10000 { // a smooth run of 10000 colours and one dot of ink
		c := color.NRGBA{uint8(i % 100 * 2), uint8(i / 100 * 2), uint8(i / 50), 0xff}
		if i == 5050 {
			c = ink
		}
		img.Set(i%100, i/100, c)
	}
	got = countShades(img).quantise(128)
	if len(got.Palette) != 128 {
		t.Errorf("%d colours", len(got.Palette))
	}
	for i := range 10000 {
		want := img.RGBAAt(i%100, i/100)
		c := color.NRGBAModel.Convert(got.At(i%100, i/100)).(color.NRGBA)
		if i == 5050 && c != ink {
			t.Fatalf("ink became %v", c)
		}
		if d := distance([3]uint8{want.R, want.G, want.B}, [3]uint8{c.R, c.G, c.B}); d > 11*45*45 {
			t.Fatalf("%v became %v", want, c)
		}
	}
}
