package figure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

// cloud returns n points about a falling curve, like fuel economy over weight.
func cloud(n int) (x, y []float64) {
	rng := rand.New(rand.NewPCG(7, 1))
	for range n {
		v := 1600 + 3500*rng.Float64()
		x = append(x, v)
		y = append(y, 46-0.0076*v+4*rng.NormFloat64())
	}
	return x, y
}

func bowl(a, b float64) float64 { return 3 + a*a + 2*b*b + 0.5*a*b }

// samples is one drawing of every kind, with texts as long as a chapter may have.
func samples() map[string]Drawing {
	x, y := cloud(200)
	h := func(v float64) float64 { return 46 - 0.0076*v }
	fitted := make([]float64, len(x))
	rest := make([]float64, len(x))
	for i := range x {
		fitted[i] = h(x[i])
		rest[i] = y[i] - fitted[i]
	}
	all := map[string]Drawing{}
	add := func(name, title, xl, yl string, draw func(f *Figure)) {
		f := New(title, xl, yl)
		draw(f)
		all[name] = f
	}
	add("scatter", "Heavier cars go fewer miles on a gallon", "mass (lb)", "fuel economy (mile/gallon)", func(f *Figure) {
		f.Scatter("cars", x, y)
		f.Function("h_θ(x) = θ₀ + θ₁x", h, 1600, 5100)
		f.Mark("the mean", 3300, 21)
	})
	add("residuals", "Residual bars", "mass (lb)", "fuel economy (mile/gallon)", func(f *Figure) {
		f.Residuals("yᵢ − ŷᵢ", x[:20], fitted[:20], y[:20])
		f.Scatter("cars", x[:20], y[:20])
		f.Function("h_θ(x)", h, 1600, 5100)
		f.HLine("mean", 20)
		f.VLine("3000 lb", 3000)
		f.Note(3900, 35, "θ⁽⁰⁾₁₀, ∂J/∂θ₁,\nσ′, λₘₐₓ, 10⁻³")
	})
	add("many", "A title so long that it has to be broken over two lines of the figure", "x", "y", func(f *Figure) {
		for k := range 9 {
			f.Line(fmt.Sprintf("curve number %d of nine", k), []float64{0, 1, 2}, []float64{float64(k), 3, float64(-k)})
		}
		f.Scatter("a name that is much longer than any line of the legend can be and therefore has to be broken as well", []float64{1}, []float64{2})
	})
	add("band", "A band", "x", "y", func(f *Figure) {
		f.Line("mean", []float64{0, 1, 2}, []float64{0, 1, 2})
		f.Band("mean ± 2σ", []float64{0, 1, 2}, []float64{-1, 0.5, 1}, []float64{1, 1.5, 3})
		f.Band("new point ± 2σ", []float64{0, 1, 2}, []float64{-2, -0.5, 0}, []float64{2, 2.5, 4})
	})
	add("histogram", "Residuals", "residual (mile/gallon)", "number of cars", func(f *Figure) {
		f.Histogram("residuals", rest, 0)
		f.NormalCurve("normal with the same μ and σ")
	})
	add("bars", "Bars that stand and hang", "direction k", "factor 1 − αλₖ", func(f *Figure) {
		f.Bars("flat directions", []float64{1, 2}, []float64{0.9, 0.4})
		f.Bars("steep directions", []float64{3, 4.5}, []float64{-0.7, -1.2})
	})
	add("qq", "Q–Q plot", "normal quantile", "residual (mile/gallon)", func(f *Figure) { f.QQ("residuals", rest) })
	add("loglog", "Cost", "n", "time (s)", func(f *Figure) {
		f.LogX()
		f.LogY()
		f.Function("n²", func(v float64) float64 { return 1e-9 * v * v }, 10, 1e6)
	})
	add("small numbers", "A quadrupole scan", "q (1/m) with a long label that meets the factor", "σ² (m²)", func(f *Figure) {
		f.Scatter("measured", []float64{1e-7, 2e-7, 9e-7}, []float64{-4e-7, 1.2e-6, 3e-6})
	})
	add("offset", "Numbers that differ late", "time (s)", "signal (V)", func(f *Figure) {
		f.Line("", []float64{1e9, 1e9 + 7}, []float64{1.0000001, 1.0000004})
	})
	add("contours", "The loss", "θ₀ (mile/gallon)", "θ₁ (mile/gallon per lb)", func(f *Figure) {
		f.Contours("J(θ)", bowl, Box{{-2, 2}, {-1.5, 1.5}})
		f.Line("path", []float64{-1.8, -1, 0}, []float64{1.2, -0.5, 0})
		f.Mark("minimum", 0, 0)
	})
	s := NewSurface("J as a surface", "θ₀ (mile/gallon)", "θ₁ (mile/gallon per lb)", "J(θ) (mile²/gallon²)", bowl, Box{{-2e-6, 2e-6}, {-1.5, 1.5}})
	s.Mark("minimum", 0, 0)
	s.Path("gradient descent", [][]float64{{-1.8e-6, 1.2}, {-1e-6, -0.5}, {0, 0}})
	all["surface"] = s
	features := []string{"cylinders", "displacement", "horsepower", "weight", "acceleration", "year", "origin"}
	theta := [][]float64{make([]float64, 8), {23, -0.3, -0.25, -0.1, -5, -0.05, 2.8, 1.1}}
	all["lasso"] = LassoPath("Lasso path", []float64{5, 0.01}, theta, features)
	full := deckDiagram("A network with all its numbers")
	full.Delta(1, []float64{-0.11, 0.023, 0.3})
	full.Delta(2, []float64{-0.5, 0.25})
	full.Caption(1, "hidden layer\ng⁽⁰⁾: tanh")
	all["network"] = full
	names := deckDiagram("A network frozen at a step")
	names.Until(1)
	for k := range 4 {
		names.EdgeText(0, 1, k, "θ⁽⁰⁾₁"+below(k))
	}
	all["network names"] = names
	all["perceptron"] = NewNetwork("A perceptron, which has a short title", 2, 1)
	add("regions", "Three classes", "x₁", "x₂", func(f *Figure) {
		f.Samples = 31
		f.Regions([]string{"A", "B", "C"}, loss.CrossEntropy{}, func(a, b float64) []float64 { return []float64{a, b, -a - b} }, Box{{-2, 2}, {-2, 2}})
		f.Classes([]string{"A", "B", "C"}, []float64{1, 0, -1}, []float64{0, 1, -1}, []int{0, 1, 2})
	})
	add("sheet", "A sheet, moved", "a₁", "a₂", func(f *Figure) {
		f.Sheet("squared paper", bend, Box{{-1.5, 1.5}, {-1.5, 1.5}})
		f.Boundary("a₁ − a₂ = 0.8", func(a, b float64) float64 { return a - b - 0.8 }, Box{{-1, 1}, {-1, 1}})
	})
	add("notation", "θ̄, ŷ, x̄, h_θ(x), ∂J/∂θ̄⁽⁰⁾ and XᵀX, as on the slide", "∂J/∂θ⁽⁰⁾₁₀, weight_lb", "σ² = 1/n Σᵢ (yᵢ − ȳ)²", func(f *Figure) {
		f.Function("h_θ(x) = θ⁽⁰⁾₁₀ + θ⁽⁰⁾₁₁x", func(v float64) float64 { return v }, 0, 1)
		f.Function("λₘₐₓ of XᵀX", func(v float64) float64 { return 1 - v }, 0, 1)
		f.Scatter("ŷ⁽ⁱ⁾, x̄_i0, θ̄̂", []float64{0.5}, []float64{0.2})
		f.Note(0.1, 0.9, "a⁽¹⁾₂ = g(z⁽¹⁾₂)\nδ⁽²⁾ = (ŷ − y) g′(z⁽²⁾)\nθ ← θ − α ∂J/∂θ̄\n10⁻³, e⁻ˣ, J̄, ∇J, x₁², R²")
	})
	long := "a text that goes on and on, far beyond the room that it has where it stands, and therefore into a further line"
	add("long labels", long, long, long, func(f *Figure) {
		f.Scatter(long, []float64{0, 1}, []float64{-123456.5, 1})
		f.HLine(strings.ReplaceAll(long, " ", "_"), 0)
		f.Note(0.1, 0, long)
		f.Note(0.95, -90000, long)
	})
	add("long bar", "A bar with a long name", "a", "b", func(f *Figure) {
		f.Contours("J(θ), "+long, func(a, b float64) float64 { return 1e6 * bowl(a, b) }, Box{{-2e-9, 2e-9}, {-1e-9, 1e-9}})
	})
	steep := NewSurface(long, long, long, long, bowl, Box{{-2, 2}, {-1.5, 1.5}})
	steep.Mark(long, 0, 0)
	all["long surface"] = steep
	theta = [][]float64{make([]float64, 3), {1, -0.3, -0.25}}
	all["long ends"] = LassoPath(long, []float64{5, 0.01}, theta, []string{long, "weight_lb", "b " + long})
	captions := deckDiagram(long)
	captions.Height += 20
	for l := range 3 {
		captions.Caption(l, long)
	}
	all["long captions"] = captions
	all["long panels"] = Grid(long, 3, all["contours"], all["long bar"], all["perceptron"])
	all["panels"] = Grid("Four views with one title", 2, all["scatter"], all["contours"], all["surface"], all["histogram"])
	all["diagrams"] = Grid("A diagram beside a figure", 2, all["perceptron"], all["sheet"])
	all["three"] = Grid("", 3, all["qq"], all["band"], all["small numbers"])
	return all
}

// wave is a smooth curve of n points.
func wave(n int) (x, y []float64) {
	for k := range n {
		v := 6 * float64(k) / float64(n-1)
		x, y = append(x, v), append(y, math.Sin(v))
	}
	return x, y
}

// deckDiagram is the network of the slides with weights and numbers.
func deckDiagram(title string) *Network {
	d := NewNetwork(title, 3, 3, 2)
	d.Weights(
		mat.NewDense(3, 4, []float64{0.1, 0.4, -0.2, 0.6, -0.3, 0.2, 0.5, -0.4, 0.2, -0.1, 0.3, 0.8}),
		mat.NewDense(2, 4, []float64{0.5, 0.7, -0.6, 0.2, -0.4, 0.3, 0.9, -0.5}))
	d.A(0, []float64{1, 2, -1, 0.5})
	d.Z(1, []float64{1.4, -0.6, 0.1})
	d.A(1, []float64{1, 0.89, -0.54, 0.1})
	d.Z(2, []float64{1.46, -0.67})
	d.A(2, []float64{0.81, 0.34})
	return d
}

// bend is a layer of two tanh neurons.
func bend(x1, x2 float64) (a1, a2 float64) {
	return math.Tanh(1.8*x1 + 1.2*x2 + 1.5), math.Tanh(1.2*x1 + 1.8*x2 - 1.5)
}
