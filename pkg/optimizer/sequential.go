package optimizer

import "fmt"

// Sequential minimises as Minimize does with GD, but updates one weight after
// the other, θ_0 first, and takes a fresh gradient each time:
//
//	for j = 0, 1, …:  θ_j := θ_j − α ∂J/∂θ_j at the θ changed so far.
//
// This is not the gradient step, in which all partial derivatives are taken at
// the same θ ("updated simultaneously", says the deck). It is a coordinate
// descent, on a quadratic J a relaxed Gauss–Seidel iteration: another path to
// the same minimum. There it converges for every α < 2/max_j ∂²J/∂θ_j², which
// is never less than the 2/λ_max of the gradient step. It costs one gradient for
// each weight instead of one for all.
//
// A step in c and in the result is one round over all weights. Path holds θ
// before and after each round; in a round from a to b θ is also at (b_0, a_1,
// a_2, …), (b_0, b_1, a_2, …). Errors and panics are those of Minimize.
func Sequential(p Problem, start []float64, alpha float64, c Config) (*Result, error) {
	if err := checkSettings(alpha); err != nil {
		return nil, fail("Sequential", err)
	}
	step := func(theta, grad []float64) {
		for j := range theta {
			if j > 0 { // grad is ∇J(θ) when the round begins
				p.Gradient(grad, theta)
			}
			theta[j] -= alpha * grad[j]
		}
	}
	return run("Sequential", p, start, fmt.Sprintf("Sequential(α = %g)", alpha), step, c)
}
