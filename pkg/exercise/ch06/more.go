package ch06

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// more are the predictions, the bug and what is to be broken.
func more() []task.Exercise {
	return []task.Exercise{
		{
			ID: "6.7", Title: "z by pencil",
			Hints: [3]string{
				"Four products: the bias times 1, then each input times its weight.",
				"The weights are 0.1, 0.4, −0.2 and 0.6; the units are 1, 2, −1 and 0.5.",
				"0.1·1 + 0.4·2 + (−0.2)·(−1) + 0.6·0.5",
			},
			Why: "z is the weighted sum of all units of the layer below, the bias unit among them. " +
				"Minus times minus is plus, so the third product adds 0.2.",
			Because: "Those who miss mostly lose the bias, or the sign of the product of two negative numbers.",
			Kind: task.Prediction{
				Ask:     "Before the computer does it: neuron 1 of the hidden layer has the weights 0.1 (bias), 0.4, −0.2 and 0.6, and the inputs are 2, −1 and 0.5. **What is its sum $z^{(1)}_1$?**",
				Outcome: 1.4, Tolerance: 1e-9, Near: 0.01, Guess: 1.,
				Misses: []task.Mistake{
					{Name: "the bias is lost", Says: "The bias unit is 1, and its weight 0.1 is a summand like the others.", Answer: 1.3},
					{Name: "the sign of −0.2 · −1", Says: "Minus times minus is plus.", Answer: 1.},
					{Name: "tanh already", Says: "This is a, after the bend. The sum comes first.", Answer: 0.885},
				},
				Forms: []string{"1.4", "1.40"},
			},
		},
		{
			ID: "6.8", Title: "Twice the inputs",
			Hints: [3]string{
				"Does tanh(2z) equal 2·tanh(z)? And does the bias double?",
				"A weight of the second layer may be negative: what does an output do when a hidden activation grows?",
				"Look at the numbers: one output has mostly positive weights on what grows, the other has not.",
			},
			Why: "The biases stay, tanh and sigmoid bend, and weights of the second layer have both signs. " +
				"So ŷ is no multiple of x, and an output can even shrink when all inputs grow.",
			Because: "Most people say \"more, but less than twice\": they think of the bend, and forget that weights have signs.",
			Kind: task.Prediction{
				Ask: "The inputs (2, −1, 0.5) gave two outputs. Now all three inputs are doubled. **What do the outputs do?**",
				Options: []task.Option{
					{Letter: "a", Name: "both double", Text: "twice the input, twice the output"},
					{Letter: "b", Name: "both grow", Text: "both grow, but less than twice, because g bends"},
					{Letter: "c", Name: "one each way", Text: "one grows and the other shrinks"},
				},
				Outcome: "c", Guess: "b",
				Misses: []task.Mistake{
					{Name: "linear", Says: "With g and biases nothing is proportional any more. And a sigmoid cannot go beyond 1.", Answer: "a"},
					{Name: "bent, but upwards", Says: "A negative weight in the second layer turns growth into shrinking.", Answer: "b"},
				},
				Forms: []string{"0.835", "0.321"},
			},
		},
		{
			ID: "6.9", Title: "Find the bug: a hidden layer",
			Hints: [3]string{
				"The careless test has as many neurons as units below. What is special about such a θ?",
				"Which values does k take, and how many units does a have?",
				"The sum of a neuron runs over the columns of θ, one for each unit below.",
			},
			Why: "The inner loop runs over the neurons, and it should run over the units below. " +
				"For a square θ both are as many, so the careless test cannot see it.",
			Because: "A row of θ is a neuron and a column is a unit below: with a square θ the two cannot be told apart, so test with another shape.",
			Kind: task.Bug{
				Name: "hiddenLayer", Function: bug{}.hiddenLayer, Right: solution{}.hiddenLayer,
				Ask:      "A colleague tests his hidden layer with two neurons on one input and the bias unit. It passes. With the 3×4 matrix of the slides it gives wrong numbers, without a panic. **Which line, and why?**",
				Careless: [][]any{{mat.NewDense(2, 2, []float64{0.5, -1, 0.1, 0.3}), []float64{1, 0.75}}, {mat.NewDense(1, 1, []float64{0.3}), []float64{1}}},
				Line:     6, Fixed: "for k := range columns {, with rows, columns := theta.Dims().",
				Fine: map[int]string{
					2: "Dims gives rows and columns. That the columns are thrown away is a trace, but this line does what it says.",
					3: "The bias unit of the next layer stands in front.",
					5: "z begins at 0 for each neuron, as it must.",
					7: "θ_jk times a_k is the right product. Which k there are is said elsewhere.",
					9: "g acts once, on the whole sum.",
				},
				Reasons: []task.Option{
					{Letter: "a", Text: "the bias unit must not be part of the sum"},
					{Letter: "b", Text: "z has to be set back after the loop"},
					{Letter: "c", Text: "the sum leaves out units of the layer below"},
				},
				Reason: "c",
				Wrong: []task.Mistake{
					{Name: "the bias unit", Says: "It is part of the sum: its weight is the bias, in column 0.", Answer: "a"},
					{Name: "z set back", Says: "z := 0.0 stands inside the loop over the neurons, and so begins anew for each.", Answer: "b"},
				},
				Random: func(rng *rand.Rand) []any {
					out := 1 + rng.IntN(3)
					in := out + 1 + rng.IntN(3) // more units than neurons: no panic
					a := task.Normals(rng, in)
					a[0] = 1
					return []any{task.Design(rng, out, in-1), a}
				},
			},
		},
		{
			ID: "6.10", Title: "Break it: two that look the same",
			Hints: [3]string{
				"ReLU gives 0 for every z ≤ 0. Where are both sums negative?",
				"Both sums are ≤ 0 where x1 + x2 ≤ 1 and x1 ≤ x2.",
				"Take two points to the left of x1 = x2 and below x1 + x2 = 1, such as (−1, 0) and another one there.",
			},
			Why: "Where z is negative, ReLU forgets by how much. " +
				"All inputs of the corner in which both neurons are off get the same activations, and no later layer can tell them apart.",
			Because: "What a layer has thrown away is lost for all layers after it: that is also what a dead ReLU does.",
			Kind: task.Break{
				Ask:    "A hidden layer has two neurons with ReLU: $z_1 = x_1 + x_2 - 1$ and $z_2 = x_1 - x_2$. A colleague says that different inputs always have different activations, as with tanh. Give two inputs, at least ½ apart, that this layer cannot tell apart.",
				Params: "[]float64{x1, x2}, []float64{x1, x2}",
				Refuse: func(args []any) string {
					a, b := args[0].([]float64), args[1].([]float64)
					switch {
					case len(a) != 2 || len(b) != 2:
						return "an input has two numbers, x1 and x2."
					case math.Hypot(a[0]-b[0], a[1]-b[1]) < 0.5:
						return "the two lie closer together than ½."
					}
					return ""
				},
				Try:      breakReLU,
				Solution: []string{"[]float64{-1, 0}", "[]float64{-2, 1}"},
				Input:    []any{[]float64{-1, 0}, []float64{-2, 1}},
				Wrong: []task.Mistake{
					{Name: "both neurons are on", Says: "Where both sums are positive nothing is lost.", Answer: task.Input{[]float64{2, 0}, []float64{3, 0}}},
					{Name: "one neuron is on", Says: "The neuron that is on tells them apart, unless they lie on one of its lines.", Answer: task.Input{[]float64{0, 2}, []float64{0, 3}}},
					{Name: "mirrored", Says: "Exchanging x1 and x2 keeps z1 and turns the sign of z2, which is on for one of the two.", Answer: task.Input{[]float64{2, 0}, []float64{0, 2}}},
				},
			},
		},
	}
}

// breakReLU compares the activations of two inputs.
func breakReLU(args []any) (isBroken bool, shows string) {
	layer := func(x []float64) [2]float64 {
		return [2]float64{math.Max(0, x[0]+x[1]-1), math.Max(0, x[0]-x[1])}
	}
	a, b := layer(args[0].([]float64)), layer(args[1].([]float64))
	return a == b, fmt.Sprintf("  the first has a = (%.4g, %.4g), the second a = (%.4g, %.4g)", a[0], a[1], b[0], b[1])
}
