package figure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"ann/pkg/activation"
	"ann/pkg/dataset"
	"ann/pkg/figure"
	"ann/pkg/landscape"
	"ann/pkg/loss"
	"ann/pkg/nn"
	"ann/pkg/optimizer"
	"ann/pkg/train"
)

// A figure is built by calls in the order of its layers. The picture is a PNG of at most
// 100 kB.
func Example() {
	x := []float64{1, 2, 3, 4, 5}
	y := []float64{2.1, 3.9, 6.2, 7.8, 10.1}
	h := func(x float64) float64 { return 0.05 + 1.99*x }

	f := figure.New("Five measurements and their line", "x (m)", "y (m)")
	f.Residuals("residual ŷᵢ − yᵢ", x, []float64{h(1), h(2), h(3), h(4), h(5)}, y)
	f.Scatter("measured", x, y)
	f.Function("h_θ(x) = θ₀ + θ₁x", h, 0, 6)

	png, err := figure.PNG(f)
	fmt.Println(err, len(png) < 100_000, string(png[1:4]))
	// Output: <nil> true PNG
}

// Drawing methods remember the first bad value; PNG returns it.
func ExamplePNG() {
	f := figure.New("A fit that went wrong", "x", "y")
	f.Line("fit", []float64{0, 1, 2, 3}, []float64{0, 1, 2, math.NaN()})
	_, err := figure.PNG(f)
	fmt.Println(err)
	// Output: figure: Line "fit": y[3] is NaN
}

// A surface and its contours, side by side.
func ExampleGrid() {
	J := func(a, b float64) float64 { return a*a + 2*b*b }

	contours := figure.New("From above", "θ₀", "θ₁")
	contours.Contours("J(θ)", J, figure.Box{{-2, 2}, {-2, 2}})
	contours.Mark("minimum", 0, 0)

	surface := figure.NewSurface("In space", "θ₀", "θ₁", "J(θ)", J, figure.Box{{-2, 2}, {-2, 2}})
	surface.Mark("minimum", 0, 0)

	w, _ := figure.Grid("Two views of one J", 2, contours, surface).Size()
	fmt.Printf("%.0f cm wide\n", w.Points()/72*2.54)
	// Output: 18 cm wide
}

// The loss of a network around the end of its training, and the path that led there.
func ExampleFigure_ContoursOf() {
	rng := rand.New(rand.NewPCG(1, 2))
	X, labels := dataset.Moons(100, 0.1, rng)
	Y, J := dataset.OneColumn(labels), loss.BinaryCrossEntropy{}
	net := nn.New(2, rng, nn.Dense{Out: 8, G: activation.Tanh{}}, nn.Dense{Out: 1})
	var path [][]float64
	_, err := train.Fit(net, train.Data{X: X, Y: Y}, train.Config{
		Loss: J, Optimizer: optimizer.NewGD(0.5), Epochs: 50,
		OnEpoch: func(train.Epoch) error {
			path = append(path, slices.Clone(net.Params())) // Params is not a copy
			return nil
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	seen, err := landscape.PCA(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	plane := landscape.Plane(net, J, X, Y, seen.D1, seen.D2, dataset.Linspace(-2, 3, 21), dataset.Linspace(-1.5, 1.5, 16))

	f := figure.New("The way of a training", "s", "t")
	f.ContoursOf("J", plane)
	f.Path("gradient descent", seen.Points)
	surface := figure.NewSurfaceOf("The same in space", "s", "t", "J", plane)
	surface.Path("gradient descent", seen.Points)
	surface.Mark("end", 0, 0)

	png, err := figure.PNG(figure.Grid("", 2, f, surface))
	fmt.Println(err, len(png) < 100_000)
	// Output: <nil> true
}

// Curves of one name are a family: one colour, one entry in the legend.
func ExampleFigure_Function() {
	f := figure.New("Bumps", "x", "φ(x)")
	for _, center := range []float64{0, 1, 2, 3} {
		f.Function("one bump", func(x float64) float64 { return math.Exp(-2 * (x - center) * (x - center)) }, -1, 4)
	}
	_, err := figure.PNG(f)
	fmt.Println(err)
	// Output: <nil>
}

// A loss to watch optimizers on brings its box along.
func ExampleFigure_Contours() {
	s := optimizer.Himmelblau()
	f := figure.New("Four minima", "θ₀", "θ₁")
	f.Contours("J", s.At, s.Box)
	f.Limits(s.Box)
	_, err := figure.PNG(f)
	fmt.Println(err)
	// Output: <nil>
}
