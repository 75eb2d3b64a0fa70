package optimizer_test

import (
	"errors"
	"fmt"

	"ann/pkg/optimizer"
)

// A valley that is 100 times as steep across as along.
func ExampleMinimize() {
	ravine := optimizer.Ravine(100)
	config := optimizer.Config{MaxSteps: 1000, MinGradient: 1e-3, Record: true}

	for _, o := range []optimizer.Optimizer{
		optimizer.NewGD(0.018),
		optimizer.NewMomentum(0.01),
		optimizer.NewAdam(0.1),
	} {
		result, err := optimizer.Minimize(ravine.Problem, ravine.Start, o, config)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%-20s %3d steps, %v; J from %.1f to %.0e\n", o, result.Steps, result.Stopped, result.History[0], result.J)
	}
	// Output:
	// GD(α = 0.018)        457 steps, |∇J| below MinGradient; J from 58.0 to 5e-07
	// Momentum(α = 0.01)   179 steps, |∇J| below MinGradient; J from 58.0 to 6e-08
	// Adam(α = 0.1)        177 steps, |∇J| below MinGradient; J from 58.0 to 2e-07
}

// Above 2/λ_max = 0.2 gradient descent goes up the walls.
func ExampleDiverged() {
	ravine := optimizer.Ravine(10)
	result, err := optimizer.Minimize(ravine.Problem, ravine.Start, optimizer.NewGD(0.25), optimizer.Config{MaxSteps: 100, Record: true})
	fmt.Println(err)

	var diverged *optimizer.Diverged
	if errors.As(err, &diverged) {
		fmt.Printf("the path has %d points, θ_1 goes %.2f, %.2f, %.2f, %.2f, …\n", len(result.Path),
			result.Path[0][1], result.Path[1][1], result.Path[2][1], result.Path[3][1])
	}
	// Output:
	// optimizer: Minimize: GD(α = 0.25) diverges: after step 19 J is 2.46e+07 and |∇J| is 2.22e+04, J was 13 at the start; try a smaller α, a tenth say
	// the path has 20 points, θ_1 goes 1.00, -1.50, 2.25, -3.38, …
}

// A loss of one's own: J = ½(θ_0 + θ_1 − 1)² + ½(θ_0 + 2θ_1 − 3)², with its
// minimum J = 0 at (−1, 2). Updating θ_0 first is another path to it.
func ExampleSequential() {
	residuals := func(theta []float64) (r, s float64) {
		return theta[0] + theta[1] - 1, theta[0] + 2*theta[1] - 3
	}
	problem := optimizer.Problem{
		J: func(theta []float64) float64 {
			r, s := residuals(theta)
			return (r*r + s*s) / 2
		},
		Gradient: func(grad, theta []float64) {
			r, s := residuals(theta)
			grad[0], grad[1] = r+s, r+2*s
		},
	}
	start := []float64{0, 0}
	config := optimizer.Config{MaxSteps: 1000, MinDecrease: 1e-12, Record: true}

	together, _ := optimizer.Minimize(problem, start, optimizer.NewGD(0.25), config)
	inTurn, _ := optimizer.Sequential(problem, start, 0.25, config)
	fmt.Printf("together: first to %.4f, ends at %.3f\n", together.Path[1], together.Theta)
	fmt.Printf("in turn:  first to %.4f, ends at %.3f\n", inTurn.Path[1], inTurn.Theta)
	// Output:
	// together: first to [1.0000 1.7500], ends at [-1.000 2.000]
	// in turn:  first to [1.0000 1.0000], ends at [-1.000 2.000]
}

// α rises over five steps and then falls along a cosine.
func ExampleWarmUp() {
	schedule := optimizer.WarmUp(5, optimizer.Cosine(10))
	for t := range 16 {
		fmt.Printf("%.2f ", schedule(t))
	}
	fmt.Println()
	// Output:
	// 0.20 0.40 0.60 0.80 1.00 1.00 0.98 0.90 0.79 0.65 0.50 0.35 0.21 0.10 0.02 0.00
}

// The step size of each weight, after its gradients were 100, 1 and, but for
// once, 0.
func ExampleAdaGrad_Rates() {
	theta, rates := make([]float64, 3), make([]float64, 3)
	o := optimizer.NewAdaGrad(0.1)
	for range 9 {
		o.Step(theta, []float64{100, 1, 0})
	}
	o.Step(theta, []float64{100, 1, 1})
	o.Rates(rates)
	fmt.Printf("%.6f\n", rates)
	// Output:
	// [0.000316 0.031623 0.100000]
}
