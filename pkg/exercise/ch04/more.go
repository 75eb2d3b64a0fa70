package ch04

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// pounds is the prediction of the limit for the mass in pounds.
func pounds() task.Exercise {
	return task.Exercise{
		ID: "4.1", Title: "Where does it break?",
		Hints: [3]string{
			"If one entry on the diagonal of H is far larger than the others, λ_max is almost that entry. Which one is it here?",
			"The mean of x² is the square of the mean plus the square of the standard deviation.",
			"λ_max is about 2970² + 846², which is 9.54 million. The limit is 2 over it, and 1 over a million is 10 ten-millionths.",
		},
		Why: "H holds 1, the mean of x and the mean of x², and here the last is a million times larger than the first. " +
			"So the limit is 2 over the mean of x², whatever y is.",
		Because: "Most people are too low by a factor of two: at 1/λ_max the walk begins to ring, and ringing looks like breaking.",
		Kind: task.Prediction{
			Ask: "The feature is the mass in pounds, counted from zero. The mean of the 398 masses is 2970 lb, " +
				"their standard deviation 846 lb. **Above which α does gradient descent break?** In ten-millionths: " +
				"write 5 for $5 \\cdot 10^{-7}$.",
			Unit: "ten-millionths", Outcome: 2.0967, Tolerance: 0.001, Near: 1.05, ByFactor: true, Guess: 1.05,
			Misses: []task.Mistake{
				{Name: "1/λ_max", Says: "There the steep direction arrives in one step. From there on it rings, up to 2/λ_max, and still converges.", Answer: 1.048},
				{Name: "the square of the mean for the mean of the squares", Says: "2/2970² leaves the spread out. The mean of x² is the square of the mean plus the variance.", Answer: 2.267},
				{Name: "XᵀX without 1/n", Says: "J is a mean, so the curvature is the mean of x², not its sum over 398 cars.", Answer: 0.00527},
				{Name: "the mean for the mean square", Says: "In H stands the mean of x·x. This is 2 over the mean of x.", Answer: 6734.},
				{Name: "the variance for the mean square", Says: "The mass is counted from zero, so the mean of x² is larger than the variance by the square of the mean.", Answer: 27.94},
				{Name: "not in ten-millionths", Says: "The number is right. Written in ten-millionths it is 2.1.", Answer: 2.1e-7},
				{Name: "the limit of the other unit", Says: "That was for thousands of pounds above 2000. The unit of x is all that counts here.", Answer: 8.5e6},
			},
			Forms: []string{"2.0967", "2.1·10⁻⁷", "2.10·10⁻⁷"},
		},
	}
}

// standardised is the prediction of the limit for one standardised feature.
func standardised() task.Exercise {
	return task.Exercise{
		ID: "4.8", Title: "And where, if it is standardised?",
		Hints: [3]string{
			"What are the mean of x and the mean of x² of a standardised feature?",
			"H is the unit matrix. What are its eigenvalues?",
			"Both curvatures are 1, and the limit is 2/λ_max.",
		},
		Why: "A standardised feature has mean 0 and mean square 1, so H is the unit matrix and both curvatures are 1. " +
			"The unit of y and the number of cars are not in it.",
		Because: "Most people say 1, where the walk arrives in a single step; it takes twice that to break it.",
		Kind: task.Prediction{
			Ask: "The same masses, standardised: mean 0, standard deviation 1. **Above which α does gradient descent break now?** " +
				"(And would the answer change with kilometres per litre for $y$, or with every car twice in the list?)",
			Outcome: 2., Tolerance: 1e-6, Near: 1.05, ByFactor: true, Guess: 1.,
			Misses: []task.Mistake{
				{Name: "1/λ_max", Says: "At α = 1 one step arrives: the factor is 0. It is −1 at twice that.", Answer: 1.},
				{Name: "the limit of before", Says: "The unit of x is gone: now the mean of x² is 1.", Answer: 2.1e-7},
				{Name: "the limit of the slider", Says: "It belongs to the mass in 1000 lb, whose largest curvature is 2.35. Here both curvatures are 1.", Answer: 0.85},
				{Name: "the best α of before", Says: "Those curvatures belonged to another unit of x. Here both are 1.", Answer: 0.75},
			},
			Forms: []string{"limit is exactly 2", "limit for one standardised feature: 2"},
		},
	}
}

// wrongSchedule is the bug in a walk with a schedule.
func wrongSchedule() task.Exercise {
	return task.Exercise{
		ID: "4.6", Title: "Find the bug: a walk with a schedule",
		Hints: [3]string{
			"Which variable of this function is changed in one step and used again in the next, besides theta?",
			"Take alpha = 1 and s = (½, ½, ½). What is alpha in line 6, in the first, the second and the third round?",
			"The rate of step t is to be α·s[t]. In line 4 the product is written back into alpha.",
		},
		Why: "The rate of step t is α·s[t]: the full α times one factor, so alpha itself must stay what it is. " +
			"With a cosine over 100 steps the product of the factors is almost 0 after a third of them, and θ stops moving.",
		Because: "alpha *= s[t] carries every factor into all later steps, and a product of ones cannot show it.",
		Kind: task.Bug{
			Name: "scheduled", Function: bug{}.scheduled, Right: scheduled,
			Ask: "A colleague's gradient descent with a schedule: `s` holds the factors $s(0), s(1), \\dots$, and step $t$ is to be made with $\\alpha\\, s(t)$. " +
				"With a constant schedule, all factors 1, it agrees with chapter 2 to the last digit. With a cosine over 100 steps, θ stops moving long before the end. **Which line, and why?**",
			Careless: [][]any{
				{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, []float64{1, 2}, 0.1, []float64{1, 1, 1, 1}},
				{mat.NewDense(2, 2, []float64{1, 1, 1, 2}), []float64{3, 5}, []float64{0, 0}, 0.3, []float64{1, 1}},
			},
			Line: 4, Fixed: "rate := alpha * s[t], and rate in line 7.",
			Fine: map[int]string{
				2: "The start belongs to the caller; a copy is right.",
				3: "One step for each factor, t counted from 0: as wanted.",
				5: "The gradient is taken at the present θ, in every round: right.",
				6: "All weights move, the bias too.",
				7: "θ_k − α·∂J/∂θ_k is the rule. Its alpha is wrong already when it comes here.",
			},
			Reasons: []task.Option{
				{Letter: "a", Text: "the gradient is taken at an old θ"},
				{Letter: "b", Text: "the rate is too large, so θ diverges"},
				{Letter: "c", Text: "the factors of all the steps so far are multiplied"},
			},
			Reason: "c",
			Wrong: []task.Mistake{
				{Name: "an old gradient", Says: "It is computed anew in every round, at the present θ.", Answer: "a"},
				{Name: "too small taken for too large", Says: "With factors below 1 the rate is smaller than it should be, never larger.", Answer: "b"},
			},
			Random: func(rng *rand.Rand) []any {
				args := random{}.descendBy(rng)
				factors := args[3].([]float64)
				for t := range factors {
					factors[t] /= 0.3
				}
				return []any{args[0], args[1], args[2], 0.3, factors}
			},
		},
	}
}

// fooled is the convergence test that is to be broken.
func fooled() task.Exercise {
	return task.Exercise{
		ID: "4.9", Title: "Break it: a convergence test",
		Hints: [3]string{
			"J falls by about αλ²θ² in a step if α is small. When is that below 10⁻³, though θ is still near 1?",
			"There are two ways: steps so short that J hardly changes, or jumps to the opposite wall, which has the same height.",
			"λ = 1 with α = 0.0001 crawls. λ = 1 with α = 1.9999 jumps from side to side.",
		},
		Why: "The test sees how much J changes in a step, and a small change has more than one cause: arrival, short steps, or a jump from wall to wall. " +
			"With λ = 1 and α = 0.0001 the first step already changes J by less than 10⁻³.",
		Because: "A small change of J says how fast you go, not how far you are from the minimum.",
		Kind: task.Break{
			Ask: "A colleague walks on $J = \\frac12 \\lambda \\theta^2$ from $\\theta = 1$ and stops as soon as $J$ changes by less than $10^{-3}$ in a step. " +
				"\"If α is below the limit, I am then close to the minimum, where $J = 0$.\" " +
				"Design an experiment that proves the contrary: a curvature λ of 1 or more and an α below the limit $2/\\lambda$, with which the test stops while $J$ is still more than half of what it was at the start.",
			Params: "λ, α",
			Refuse: func(args []any) string {
				lambda, alpha := args[0].(float64), args[1].(float64)
				switch {
				case lambda < 1 || lambda > 1e6:
					return "λ is to be between 1 and a million."
				case alpha <= 0:
					return "α is to be above 0."
				case alpha*lambda >= 2:
					return fmt.Sprintf("α is not below the limit 2/λ = %.4g.", 2/lambda)
				}
				return ""
			},
			Try: walkUntilStopped,
			Like: func(args []any) string {
				switch product := args[0].(float64) * args[1].(float64); {
				case product < 0.1:
					return "not near enough to 0"
				case product > 1.9:
					return "not near enough to 2"
				case math.Abs(product-1) < 0.1:
					return "it arrives in a step"
				}
				return "an ordinary α"
			},
			Solution: []string{"1", "0.0001"}, Input: []any{1., 0.0001},
			Wrong: []task.Mistake{
				{Name: "it arrives in a step", Says: "αλ is near 1, so one step multiplies θ by next to nothing: the test stops at the minimum. Go to one of the ends, αλ near 0 or near 2.", Answer: task.Input{1., 1.}},
				{Name: "an ordinary α", Says: "A step multiplies J by (1 − αλ)², and here that is far from 1: when J hardly changes any more, it is small. Go to one of the ends, αλ near 0 or near 2.", Answer: task.Input{1., 0.5}},
				{Name: "not near enough to 0", Says: "αλ is small and the walk crawls, but J has fallen below the half before a step changes it by less than 10⁻³. A step changes J by about αλ²θ²: make that smaller at θ = 1.", Answer: task.Input{1., 0.01}},
				{Name: "not near enough to 2", Says: "αλ is nearly 2 and θ jumps from wall to wall, but it comes down a little with each jump: J has fallen below the half before two walls are equally high to 10⁻³. Go nearer to the limit, or make λ smaller.", Answer: task.Input{1., 1.95}},
			},
		},
	}
}

// walkUntilStopped walks on J = ½λθ² from θ = 1 until J changes by less than 10⁻³.
func walkUntilStopped(args []any) (isBroken bool, shows string) {
	lambda, alpha := args[0].(float64), args[1].(float64)
	part, step := 1.0, 0 // J over J at the start
	for step = 1; step < 1e6; step++ {
		last := part
		part *= math.Pow(1-alpha*lambda, 2)
		if math.Abs(part-last)*lambda/2 < 1e-3 {
			break
		}
	}
	return part > 0.5, fmt.Sprintf("  αλ = %.4g: the test stops after step %d, where J is %.3g %% of its start", alpha*lambda, step, 100*part)
}
