//go:build !race

// Whole pictures, which the race detector makes ten times slower; package figure starts
// no goroutine.

package figure

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/regression"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot/vg"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

// A picture is the same as the one stored if no block of 16 × 16 dots differs by more than 2 of
// 255 on average. On arm64 the worst block of all has 1; one digit of a tick gives 15 and more.
const side, mayDiffer = 16, 2.0

func TestGolden(t *testing.T) {
	x, y := cloud(40)
	small := func(f *Figure) *Figure {
		f.Width, f.Height = 6.5*vg.Centimeter, 5*vg.Centimeter
		return f
	}
	scatter := New("Scatter", "x (lb)", "y")
	scatter.Scatter("data", x, y)
	scatter.Function("h_θ(x)", func(v float64) float64 { return 46 - 0.0076*v }, 1600, 5100)
	contours := New("Contours", "θ₀", "θ₁")
	contours.Contours("J", bowl, Box{{-2, 2}, {-1.5, 1.5}})
	contours.Mark("minimum", 0, 0)
	log := New("Band", "n", "error")
	log.LogX()
	log.LogY()
	log.Line("mean", []float64{1, 1e4}, []float64{1, 1e-4})
	log.Band("range", []float64{1, 1e4}, []float64{0.3, 3e-5}, []float64{3, 3e-4})
	surface := NewSurface("", "a", "b", "J", func(a, b float64) float64 { return math.Sin(2*a) * math.Cos(2*b) }, Box{{-2, 2}, {-2, 2}})
	surface.Mark("top", math.Pi/4, 0)
	surface.Width, surface.Height = 7*vg.Centimeter, 6*vg.Centimeter
	histogram := New("Histogram", "y", "n")
	histogram.Histogram("", y, 8)
	histogram.NormalCurve("normal")
	bars := New("Bars", "k", "1 − αλ")
	bars.Bars("creep", []float64{1, 2}, []float64{0.9, 0.4})
	bars.Bars("rings", []float64{3}, []float64{-0.7})
	regions := New("Regions", "x₁", "x₂")
	regions.Regions(nil, loss.Hinge{}, func(x1, x2 float64) []float64 { a1, a2 := bend(x1, x2); return []float64{a1 - a2 - 0.8} }, Box{{-1.5, 1.5}, {-1.5, 1.5}})
	regions.Classes([]string{"0", "1"}, []float64{1, -1, 1, -1}, []float64{1, -1, -1, 1}, []int{0, 0, 1, 1})
	sheet := New("Sheet", "a₁", "a₂")
	sheet.Sheet("", bend, Box{{-1.5, 1.5}, {-1.5, 1.5}})
	sheet.Boundary("a₁ − a₂ = 0.8", func(a1, a2 float64) float64 { return a1 - a2 - 0.8 }, Box{{-1, 1}, {-1, 1}})
	network := deckDiagram("Network")
	network.FocusUnits(1)
	network.FocusEdges(0)
	for name, d := range map[string]Drawing{
		"bars": small(bars), "network": network, "regions": small(regions), "sheet": small(sheet),
		"scatter": small(scatter), "contours": small(contours), "band": small(log),
		"surface": surface, "histogram": small(histogram), "readme": readme(t),
		"notation": samples()["notation"],
	} {
		t.Run(name, func(t *testing.T) {
			got, err := PNG(d)
			if err != nil {
				t.Fatal(err)
			}
			if again, _ := PNG(d); name == "scatter" && !bytes.Equal(got, again) {
				t.Error("drawn twice, the bytes differ")
			}
			golden(t, name, got)
		})
	}
}

// golden compares a picture with the one in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if by, at := differing(t, got, want); by > mayDiffer {
		t.Errorf("at %v it differs by %.1f of 255 from %s; if that is meant, look at it after go test -update", at, by, file)
	}
}

// No sample has ink on its rim, two dots wide, nor has a figure whose texts reach high above their letters.
func TestRimStaysPaper(t *testing.T) {
	all := samples()
	tall := New("θ̄̂̂", "θ̄̂̂₁", "θ̄̂̂⁽¹⁾")
	tall.Line("θ̄̂̂", []float64{0, 1}, []float64{0, 1})
	surface := NewSurface("θ̄̂̂", "a", "b", "θ̄̂̂", bowl, Box{{-1, 1}, {-1, 1}})
	all["tall"], all["tall surface"], all["tall network"] = tall, surface, NewNetwork("θ̄̂̂", 2, 1)
	all["tall panels"] = Grid("θ̄̂̂", 2, tall, surface)
	for name, d := range all {
		img, err := onDots(d)
		if err != nil {
			t.Fatal(name, err)
		}
		inner := img.Rect.Inset(2)
		for y := range img.Rect.Dy() {
			for x := range img.Rect.Dx() {
				if !(image.Point{x, y}).In(inner) && color.NRGBAModel.Convert(img.At(x, y)) != paper {
					t.Fatalf("%s: ink at (%d, %d) of %v", name, x, y, img.Rect.Max)
				}
			}
		}
	}
}

// readme is the picture at the top of the README: the line among the cars, and its place in
// the landscape of the loss.
func readme(t *testing.T) Drawing {
	cars := dataset.AutoMPG()
	x, y := cars.Column("weight_lb"), cars.Column("mpg")
	floats.Scale(1e-3, x)
	X := regression.Design(x, regression.Polynomial(1))
	fit, err := regression.LeastSquares(X, y)
	if err != nil {
		t.Fatal(err)
	}
	line := New("A line through 398 cars …", "mass (1000 lb)", "fuel economy (mpg)")
	line.Residuals("residual", x, fit.Fitted, y)
	line.Scatter("one car", x, y)
	line.Line("least squares", x, fit.Fitted)
	J := func(a, b float64) float64 { return regression.J(X, y, []float64{a, b}) }
	bowl := NewSurface("… is a point in the loss", "θ₀ (mpg)", "θ₁ (mpg/1000 lb)", "J (mpg²)", J, Box{{20, 70}, {-15, 0}})
	bowl.Mark("minimum", fit.Theta[0], fit.Theta[1])
	return Grid("", 2, line, bowl)
}

// differing returns by how much two pictures differ on average in the block where they differ
// most, of 255, and where that is. Pictures of different size differ by 255.
func differing(t *testing.T, a, b []byte) (most float64, at image.Point) {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	q, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	all := p.Bounds()
	if all != q.Bounds() {
		return 255, at
	}
	for y := 0; y < all.Dy(); y += side {
		for x := 0; x < all.Dx(); x += side {
			part, sum := image.Rect(x, y, x+side, y+side).Intersect(all), 0
			for v := part.Min.Y; v < part.Max.Y; v++ {
				for u := part.Min.X; u < part.Max.X; u++ {
					sum += apart(p, q, u, v)
				}
			}
			if mean := float64(sum) / float64(part.Dx()*part.Dy()*257); mean > most {
				most, at = mean, part.Min
			}
		}
	}
	return most, at
}

// TestSmallChangesAreSeen: one digit of a name, one letter of a label, a line that has moved by a
// quarter of a dot.
func TestSmallChangesAreSeen(t *testing.T) {
	picture := func(xlabel, name string, shift float64) []byte {
		f := New("A line", xlabel, "y")
		f.Function(name, func(x float64) float64 { return math.Sin(x) + shift }, 0, 6)
		f.Limits(Box{{0, 6}, {-2, 2}})
		b, err := PNG(f)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first := picture("mass (lb)", "slope 0.63", 0)
	if by, _ := differing(t, first, picture("mass (lb)", "slope 0.63", 1e-9)); by > 0.1 {
		t.Errorf("rounding makes a difference of %.2f", by)
	}
	for what, changed := range map[string][]byte{
		"a digit":  picture("mass (lb)", "slope 0.68", 0),
		"a letter": picture("mass (Ib)", "slope 0.63", 0),
		"a dot":    picture("mass (lb)", "slope 0.63.", 0),
		"a line":   picture("mass (lb)", "slope 0.63", 0.0025),
	} {
		if by, at := differing(t, first, changed); by <= mayDiffer {
			t.Errorf("%s: the difference of %.2f at %v is not seen", what, by, at)
		}
	}
}
