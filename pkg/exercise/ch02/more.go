package ch02

import (
	"fmt"
	"math"

	"ann/pkg/exercise/task"
)

// more are the predictions, the bug and what is to be broken.
func more() []task.Exercise {
	return []task.Exercise{
		{
			ID: "2.6", Title: "Which way first?",
			Hints: [3]string{
				"At θ0 = θ1 = 0 the line lies at 0 mpg. Where are the cars, above it or below?",
				"A car pulls the line towards itself, and at the right end of the axis it has the longer lever.",
				"All cars lie above the line and pull it up; those at the right pull the right end up.",
			},
			Why: "The first step follows the mean of x_i·r_i at θ = 0, and there every residual is negative. " +
				"Which slope is best at the end does not matter yet.",
			Because: "Most people say down, because they think of where the line will end; the first step knows only how it pulls at the start.",
			Kind: task.Prediction{
				Ask: "The walk below begins with the line $h = 0$. Heavy cars do fewer miles a gallon than light ones, so at the end the line falls to the right. **Which way does it tilt in the first step?**",
				Options: []task.Option{
					{Letter: "a", Name: "down", Text: "the right end goes down, as at the end of the walk"},
					{Letter: "b", Name: "up", Text: "the right end goes up, more than the left one"},
					{Letter: "c", Name: "not at all", Text: "the line moves up as it is; it tilts later"},
				},
				Outcome: "b", Guess: "a",
				Misses: []task.Mistake{
					{Name: "the end in mind", Says: "At the end it falls. At the start every car is above the line, and the lever x is positive for nearly all.", Answer: "a"},
					{Name: "first the height, then the slope", Says: "Both weights move at the same time, each by its own derivative.", Answer: "c"},
				},
				Forms: []string{"tilts the wrong way", "tilts up"},
			},
		},
		{
			ID: "2.7", Title: "Where does the next step land?",
			Hints: [3]string{
				"The rule is θ := θ − α∇J, for both weights at the same time.",
				"α∇J = 0.3 · (−3.51, 2.08). Mind the minus of the rule.",
				"θ0 = 20 + 0.3·3.51 and θ1 = 0 − 0.3·2.08.",
			},
			Why: "Each weight moves by −α times its own derivative. " +
				"A negative ∂J/∂θ0 says that the line lies too low, so θ0 grows.",
			Because: "Those who miss mostly forget the minus of the rule in one of the two weights.",
			Kind: task.Prediction{
				Ask:     "At $\\theta = (20, 0)$ the gradient is $\\nabla J = (-3.51, 2.08)$, and $\\alpha = 0.3$. **Where is θ after one step?** With pencil: a place, `[]float64{θ0, θ1}`.",
				Outcome: []float64{21.054, -0.6242}, Tolerance: 0.005, Near: 0.05, Guess: []float64{18.9, 0.6},
				Misses: []task.Mistake{
					{Name: "uphill", Says: "The rule subtracts the gradient; this adds it.", Answer: []float64{18.9456, 0.6242}},
					{Name: "without α", Says: "This is θ − ∇J. Multiply the gradient by 0.3 first.", Answer: []float64{23.5146, -2.0808}},
					{Name: "the change alone", Says: "This is −α∇J. Add it to the old θ.", Answer: []float64{1.0544, -0.6242}},
				},
				Forms: []string{"21.05", "−0.62", "-0.62"},
			},
		},
		{
			ID: "2.8", Title: "Find the bug: one step",
			Hints: [3]string{
				"The careless test has its x arranged around 0. What does the mean of x do to the second derivative?",
				"Which θ0 does the second loop see?",
				"Both derivatives belong to the old θ. Find the line that changes a weight between the two sums.",
			},
			Why: "θ0 has moved before ∂J/∂θ1 is computed, so the two components belong to two places. " +
				"When the x_i add up to 0, θ0 drops out of ∂J/∂θ1, and nobody sees it.",
			Because: "Gradient descent moves all weights at once; with one after the other it is the Gauss–Seidel way, another path to the same minimum.",
			Kind: task.Bug{
				Name: "step", Function: bug{}.step, Right: solution{}.step,
				Ask:      "A colleague's step of gradient descent agrees with yours for $x = (-1, 0, 1)$, whatever $y$, $\\theta$ and $\\alpha$ are. With the cars it walks another path. **Which line comes too early, and why is that wrong?**",
				Careless: [][]any{{1., 2., 0.1, []float64{-1, 0, 1}, []float64{3, 1, 2}}, {-2., 0.5, 0.7, []float64{-1, 0, 1}, []float64{0, 5, 1}}},
				Line:     7, Fixed: "moved behind the second loop: both sums first, then both weights.",
				Fine: map[int]string{
					2:  "float64(len(x)) is n as a number that can divide.",
					5:  "The mean residual is ∂J/∂θ0.",
					9:  "The mean of x_i·r_i is ∂J/∂θ1. The formula is right; what its residual is made of has changed before.",
					11: "θ1 − α ∂J/∂θ1, as the rule wants.",
				},
				Reasons: []task.Option{
					{Letter: "a", Text: "the sign is wrong: the gradient must be added"},
					{Letter: "b", Text: "the second derivative is taken at a θ0 that has moved already"},
					{Letter: "c", Text: "α must not be used twice in one step"},
				},
				Reason: "b",
				Wrong: []task.Mistake{
					{Name: "uphill", Says: "The rule is θ − α∇J: the minus is right.", Answer: "a"},
					{Name: "α twice", Says: "Each weight gets its own α times derivative: that is right.", Answer: "c"},
				},
				Random: random{}.step,
			},
		},
		{
			ID: "2.9", Title: "Break it: the worse valley",
			Hints: [3]string{
				"Sketch J, or compute it at −2, −1, 0, 1 and 2. How many valleys are there?",
				"Gradient descent stays on the side of the hill where it starts. Where is the top between the valleys?",
				"The deeper valley lies at θ < 0. Every start to the right of the hill, from about 0.15 on, ends in the other.",
			},
			Why: "J has two valleys, and each start belongs to one of them. " +
				"Gradient descent sees the slope under its feet only, so it cannot know that there is a deeper one behind the hill.",
			Because: "Local descent finds the valley it starts in; that is why starts are drawn at random and tried more than once.",
			Kind: task.Break{
				Ask:    "A colleague says: \"$J(\\theta) = \\theta^4 - 2\\theta^2 + 0.6\\,\\theta$ has its minimum at −1.07. I start gradient descent anywhere between −2 and 2, with $\\alpha = 0.05$, and get it.\" Give a start from which he does not.",
				Params: "θ",
				Refuse: func(args []any) string {
					if math.Abs(args[0].(float64)) > 2 {
						return "it lies outside −2 … 2."
					}
					return ""
				},
				Try:      breakDescent,
				Solution: []string{"1.5"}, Input: []any{1.5},
				Wrong: []task.Mistake{
					{Name: "the middle", Says: "At 0 the slope is 0.6, so the walk goes to the left, into the deep valley.", Answer: task.Input{0.}},
					{Name: "the left side", Says: "There the deep valley is near.", Answer: task.Input{-1.5}},
					{Name: "not far enough", Says: "The top of the hill lies a little further to the right.", Answer: task.Input{0.1}},
				},
			},
		},
	}
}

// breakDescent walks down J(θ) = θ⁴ − 2θ² + 0.6θ.
func breakDescent(args []any) (isBroken bool, shows string) {
	theta := args[0].(float64)
	J := func(t float64) float64 { return t*t*t*t - 2*t*t + 0.6*t }
	for range 5000 {
		theta -= 0.05 * (4*theta*theta*theta - 4*theta + 0.6)
	}
	return theta > 0, fmt.Sprintf("  from %.4g it ends at θ = %.3f, where J = %.3f (the deep valley: J = %.3f)", args[0], theta, J(theta), J(-1.0699))
}
