//go:build !race

package figure

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"ann/pkg/activation"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// gallery has a drawing for every method. The statements of each function stand below its drawing on the sheet, but for
// those that make an empty figure or return it.
func gallery() []func() Drawing {
	x, y := cloud(60)
	h := func(x float64) float64 { return 46 - 0.0076*x }
	var yhat, residual, lo, hi []float64
	for i := range x {
		yhat = append(yhat, h(x[i]))
		residual = append(residual, y[i]-yhat[i])
	}
	line := []float64{1600, 3400, 5100}
	for _, v := range line {
		lo, hi = append(lo, h(v)-4-math.Abs(v-3400)/500), append(hi, h(v)+4+math.Abs(v-3400)/500)
	}
	valley := optimizer.Rosenbrock()
	run := func(o optimizer.Optimizer) *optimizer.Result {
		r, err := optimizer.Minimize(valley.Problem, valley.Start, o, optimizer.Config{MaxSteps: 120, Record: true})
		if err != nil {
			panic(err)
		}
		return r
	}
	momentum, adam := run(optimizer.NewMomentum(0.0008)), run(optimizer.NewAdam(0.1))
	grid := gridOf(func(s, t float64) float64 { return math.Sin(3*s) * math.Cos(2*t) }, Box{{-1, 1}, {-1, 1}}, 25, 25)
	score := func(x1, x2 float64) []float64 { return []float64{x1, x2, -x1 - x2} }
	cut := func(a1, a2 float64) float64 { return a1 - a2 - 0.8 }
	class := []int{0, 1, 2, 0, 1, 2}
	x1, x2 := []float64{1, 0, -1, 1.4, 0.3, -0.4}, []float64{0, 1, -1, 0.5, 1.4, -1.2}
	box := Box{{-2, 2}, {-2, 2}}
	lambda := []float64{10, 1, 0.1}
	theta := [][]float64{{0, 0, 0}, {1, -2, 0}, {2, -4, 0.5}}
	theta0 := mat.NewDense(1, 3, []float64{0.5, -1, 2})
	net := nn.New(1, rand.New(rand.NewPCG(1, 2)), nn.Dense{Out: 1, G: activation.Tanh{}})
	net.ForwardOne([]float64{2})
	return []func() Drawing{
		func() Drawing {
			f := New("", "x", "y")
			f.Scatter("one car", x, y)
			f.Function("h_θ(x)", h, 1600, 5100)
			f.Limits(Box{{1500, 5200}, {0, 45}})
			return f
		},
		func() Drawing {
			f := New("", "x", "y")
			f.Residuals("yᵢ − ŷᵢ", x[:20], yhat[:20], y[:20])
			f.Scatter("", x[:20], y[:20])
			f.Line("ŷ", x, yhat)
			return f
		},
		func() Drawing {
			f := New("", "x", "y")
			f.Line("mean", line, []float64{h(1600), h(3400), h(5100)})
			f.Band("± 2σ", line, lo, hi)
			return f
		},
		func() Drawing {
			f := New("", "step t", "J")
			f.Curve("momentum", momentum.History)
			f.Curve("Adam", adam.History)
			f.LogY()
			return f
		},
		func() Drawing {
			f := New("", "n", "time (s)")
			f.LogX()
			f.LogY()
			f.Line("n²", []float64{1, 1e5}, []float64{1e-9, 10})
			return f
		},
		func() Drawing {
			f := New("", "direction k", "1 − αλₖ")
			f.Bars("factor", []float64{1, 2, 3}, []float64{0.9, 0.4, -0.7})
			f.Mark("creeps", 1, 0.9)
			f.Mark("rings", 3, -0.7)
			f.HLine("1", 1)
			f.VLine("k = 2.5", 2.5)
			f.Note(1, -0.4, "∂J/∂θ₁ = 0")
			return f
		},
		func() Drawing {
			f := New("", "residual", "n")
			f.Histogram("residuals", residual, 0)
			f.NormalCurve("same μ and σ")
			return f
		},
		func() Drawing {
			f := New("", "normal quantile", "residual")
			f.QQ("residuals", residual)
			return f
		},
		func() Drawing {
			f := LassoPath("", lambda, theta, []string{"weight", "year", "power"})
			return f
		},
		func() Drawing {
			f := New("", "θ₀", "θ₁")
			f.Contours("J", valley.At, valley.Box)
			f.Path("momentum", momentum.Path)
			f.Path("Adam", adam.Path)
			f.Mark("minimum", 1, 1)
			return f
		},
		func() Drawing {
			f := New("", "s", "t")
			f.ContoursOf("J", grid)
			return f
		},
		func() Drawing {
			f := New("", "x₁", "x₂")
			f.Regions(nil, loss.CrossEntropy{}, score, box)
			f.Classes([]string{"A", "B", "C"}, x1, x2, class)
			return f
		},
		func() Drawing {
			f := New("", "a₁", "a₂")
			f.Sheet("squared paper", bend, box)
			f.Boundary("a₁ − a₂ = 0.8", cut, Box{{-1, 1}, {-1, 1}})
			return f
		},
		func() Drawing {
			s := NewSurface("", "θ₀", "θ₁", "J", valley.At, valley.Box)
			s.Path("Adam", adam.Path)
			s.Mark("minimum", 1, 1)
			return s
		},
		func() Drawing {
			s := NewSurfaceOf("", "s", "t", "J", grid)
			return s
		},
		func() Drawing {
			d := NewNetwork("", 2, 1)
			d.EdgeText(0, 1, 0, "θ₀")
			d.FocusUnits(1)
			d.FocusEdge(0, 1, 0)
			d.Caption(0, "x₁ and x₂")
			return d
		},
		func() Drawing {
			d := NewNetwork("", 2, 1)
			d.Weights(theta0)
			d.A(0, []float64{1, 2, -1})
			d.Z(1, []float64{-3.5})
			d.A(1, []float64{0.03})
			d.Delta(1, []float64{0.2})
			d.FocusEdges(0)
			return d
		},
		func() Drawing {
			d := NetworkOf("", net, 0)
			d.Until(1)
			return d
		},
	}
}

// calls are the statements of each function of gallery, as they stand in this file.
func calls(t *testing.T) (texts []string) {
	source, err := os.ReadFile("gallery_test.go")
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		list, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		for _, e := range list.Elts {
			f, ok := e.(*ast.FuncLit)
			if !ok {
				return true
			}
			var lines []string
			for _, s := range f.Body.List[:len(f.Body.List)-1] {
				if line := string(source[s.Pos()-1 : s.End()-1]); !strings.HasPrefix(line, "f := New(") {
					lines = append(lines, line)
				}
			}
			texts = append(texts, strings.Join(lines, "\n"))
		}
		return false
	})
	return texts
}

// sheetOf is a drawing of drawings in rows of three, each with the calls that make it.
type sheetOf struct {
	drawings []Drawing
	calls    []string
}

// Sizes on the sheet, in points.
const (
	tileWide = 228
	tileGap  = 10
)

// tileHigh is the height of a drawing; diagrams need more.
func tileHigh(d Drawing) vg.Length {
	if _, ok := d.(*Network); ok {
		return 265
	}
	return 165
}

var callText = lettering{regular, 8, ink}

// callsHigh is the height of the longest calls in the row that begins with drawing k.
func (s sheetOf) callsHigh(k int) (high vg.Length) {
	for _, text := range s.calls[k : k+3] {
		high = max(high, 10+callText.wrap(text, tileWide).height())
	}
	return high
}

func (sheetOf) Titles() []string { return nil }

func (s sheetOf) Size() (w, h vg.Length) {
	for k := 0; k < len(s.drawings); k += 3 {
		h += tileGap + tileHigh(s.drawings[k]) + s.callsHigh(k)
	}
	return 3*(tileWide+tileGap) + tileGap, h
}

func (s sheetOf) Draw(c draw.Canvas) error {
	c.SetColor(color.White)
	c.Fill(c.Rectangle.Path())
	y := c.Max.Y
	for k, d := range s.drawings {
		x := tileGap + vg.Length(k%3)*(tileWide+tileGap)
		if k%3 == 0 {
			y -= tileGap + tileHigh(d)
		}
		tile := vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + tileWide, Y: y + tileHigh(d)}}
		if err := d.Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: tile}); err != nil {
			return err
		}
		callText.wrap(s.calls[k], tileWide).draw(c, vg.Point{X: x, Y: y - 5}, 0, 1, 0)
		if k%3 == 2 {
			y -= s.callsHigh(k - 2)
		}
	}
	return nil
}

// The sheet shows a maker of chapters what there is.
func TestGallery(t *testing.T) {
	sheet := sheetOf{calls: calls(t)}
	for _, make := range gallery() {
		sheet.drawings = append(sheet.drawings, make())
	}
	if n := len(sheet.drawings); len(sheet.calls) != n || n%3 != 0 {
		t.Fatalf("%d calls for %d drawings, which must fill their rows of three", len(sheet.calls), n)
	}
	all := strings.Join(sheet.calls, "\n")
	for _, d := range []any{&Figure{}, &SurfacePlot{}, &Network{}} {
		for k := range reflect.TypeOf(d).NumMethod() {
			name := reflect.TypeOf(d).Method(k).Name
			if name != "Draw" && name != "Size" && name != "Titles" && !strings.Contains(all, "."+name+"(") {
				t.Errorf("no drawing shows %T.%s", d, name)
			}
		}
	}
	img, err := onDots(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, countShades(img).quantise(128)); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 400_000 {
		t.Errorf("the gallery has %d bytes", b.Len())
	}
	golden(t, "gallery", b.Bytes())
}
