package regression_test

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"
	"ann/pkg/regression"

	"gonum.org/v1/gonum/mat"
)

// Fuel use of cars on their weight.
func ExampleLeastSquares() {
	cars := dataset.AutoMPG()
	x, y := cars.Column("weight_lb"), cars.Column("mpg")

	X := regression.Design(x, regression.Polynomial(1))
	fit, err := regression.LeastSquares(X, y)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mpg = %.2f %+.5f · weight\n", fit.Theta[0], fit.Theta[1])
	fmt.Printf("standard errors %.2f and %.5f\n", fit.StdErr[0], fit.StdErr[1])
	fmt.Printf("R² = %.3f, J = %.2f\n", loss.R2(fit.Fitted, y), regression.J(X, y, fit.Theta))
	// Output:
	// mpg = 46.32 -0.00768 · weight
	// standard errors 0.80 and 0.00026
	// R² = 0.692, J = 9.39
}

// An outlier turns least squares; least absolute deviation stays.
func ExampleLeastAbsolute() {
	x := []float64{0, 1, 2, 3, 4, 5}
	y := []float64{1, 3, 5, 7, 9, -29} // 1 + 2x but for the last
	X := regression.Design(x, regression.Polynomial(1))

	ls, _ := regression.LeastSquares(X, y)
	lad, _ := regression.LeastAbsolute(X, y)
	fmt.Printf("slope by least squares:           %.2f\n", ls.Theta[1])
	fmt.Printf("slope by least absolute deviation: %.2f\n", lad.Theta[1])
	// Output:
	// slope by least squares:           -3.71
	// slope by least absolute deviation: 2.00
}

// Columns that repeat each other have no single θ; a ridge has.
func ExampleRidge() {
	x := []float64{1, 2, 3, 4}
	y := []float64{2, 4, 6, 8}
	twice := []func(float64) float64{
		func(x float64) float64 { return x },
		func(x float64) float64 { return 1000 * x }, // the same in another unit
	}
	X := regression.Design(x, twice)

	_, err := regression.LeastSquares(X, y)
	var deficient *regression.RankDeficient
	fmt.Println(errors.As(err, &deficient), deficient.Column)

	fit, err := regression.Ridge(X, y, 0.01)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("h(5) = %.3f\n", fit.Predict(regression.Design([]float64{5}, twice))[0])
	// Output:
	// true 2
	// h(5) = 10.000
}

// A lasso finds the two features of five that matter, and pulls their weights,
// 3 and -2 in truth, a little towards 0.
func ExampleLasso() {
	rng := rand.New(rand.NewPCG(1, 2))
	features, y := mat.NewDense(100, 5, nil), make([]float64, 100)
	for i := range y {
		for k := range 5 {
			features.Set(i, k, rng.NormFloat64())
		}
		y[i] = 1 + 3*features.At(i, 0) - 2*features.At(i, 3) + 0.5*rng.NormFloat64()
	}
	fit, err := regression.Lasso(regression.WithOnes(features), y, 0.2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f\n", fit.Theta)
	// Output: [1.00 2.83 0.00 0.00 -1.88 0.00]
}

// How well is the line known, and where will the next point lie?
func ExampleBayes() {
	x, y := dataset.Line(50, 1, 2, 0.5, rand.New(rand.NewPCG(1, 2)))
	posterior, err := regression.Bayes(regression.Design(x, regression.Polynomial(1)), y, 0.001)
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, sdMean, sdNew := posterior.Predict(regression.Design([]float64{5, 20}, regression.Polynomial(1)))
	fmt.Printf("x = 5:  %.2f ± %.2f, the next point ± %.2f\n", mean[0], 2*sdMean[0], 2*sdNew[0])
	fmt.Printf("x = 20: %.2f ± %.2f, the next point ± %.2f\n", mean[1], 2*sdMean[1], 2*sdNew[1])
	// Output:
	// x = 5:  11.00 ± 0.15, the next point ± 1.05
	// x = 20: 40.98 ± 0.76, the next point ± 1.29
}

// Which of two penguins is it? One feature moves the odds; the other class
// needs a penalty, because a plane parts it from the first.
func ExampleLogistic() {
	penguins := dataset.Penguins().Complete("bill_length_mm", "bill_depth_mm")
	bill := penguins.Matrix("bill_length_mm", "bill_depth_mm")
	species := penguins.Text("species")
	// pair returns the Adelies, label 0, and the penguins of another species.
	pair := func(other string) (*mat.Dense, []int) {
		var rows, labels []int
		for i, s := range species {
			switch s {
			case "Adelie":
				rows, labels = append(rows, i), append(labels, 0)
			case other:
				rows, labels = append(rows, i), append(labels, 1)
			}
		}
		return regression.WithOnes(dataset.Rows(bill, rows)), labels
	}

	X, labels := pair("Chinstrap")
	fit, err := regression.Logistic(X, labels, regression.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("θ = %.2f\n", fit.Theta)
	fmt.Printf("p of the first: %.1g\n", fit.Probabilities(X)[0])

	X, labels = pair("Gentoo")
	_, err = regression.Logistic(X, labels, regression.Config{})
	var separable *regression.Separable
	fmt.Println(errors.As(err, &separable))
	fit, err = regression.Logistic(X, labels, regression.Config{Lambda: 0.01})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("θ = %.2f\n", fit.Theta)
	// Output:
	// θ = [-24.09 2.20 -3.98]
	// p of the first: 4e-06
	// true
	// θ = [-15.19 0.92 -1.49]
}

// Three species of iris by their petals.
func ExampleSoftmax() {
	iris := dataset.Iris()
	labels, classes := dataset.Labels(iris.Text("species"))
	X := regression.WithOnes(iris.Matrix("petal_length_cm", "petal_width_cm"))
	fit, err := regression.Softmax(X, labels, len(classes), regression.Config{Lambda: 0.001})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := fit.Probabilities(regression.WithOnes(mat.NewDense(1, 2, []float64{4.9, 1.6})))
	fmt.Println(classes)
	fmt.Printf("%.2f\n", p.RawRowView(0))
	// Output:
	// [setosa versicolor virginica]
	// [0.00 0.56 0.44]
}

// The best learning rate, and gradient descent with it.
func ExampleProblem() {
	x := dataset.Linspace(-2, 2, 50)
	y := make([]float64, len(x))
	for i := range x {
		y[i] = 1 + 2*x[i]
	}
	X := regression.Design(x, regression.Polynomial(1))
	best, limit := regression.LearningRates(X)
	walk, err := optimizer.Minimize(regression.Problem(X, y), []float64{0, 0}, optimizer.NewGD(best), optimizer.Config{MaxSteps: 1000, MinGradient: 1e-6})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("best α %.3f, limit %.3f, %d steps, θ = %.2f\n", best, limit, walk.Steps, walk.Theta)
	// Output: best α 0.838, limit 1.441, 9 steps, θ = [1.00 2.00]
}
