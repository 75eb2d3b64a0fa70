package ch07

import (
	"fmt"
	"math"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// hiddenWeight asks for one ∂J/∂θ before it is computed.
func hiddenWeight() task.Exercise {
	return task.Exercise{
		ID: "7.1", Title: "A weight of the first layer",
		Hints: [3]string{
			"Two paths lead from the top hidden neuron to J. What does each bring, and with which sign?",
			"A path brings the δ of its output times the weight on the way. Add the two; then comes the slope of tanh, and then the input.",
			"(0.124 · 0.7 − 0.148 · 0.3) · (1 − 0.885²) · 2",
		},
		Why: "The two paths pull in opposite directions, 0.087 and −0.044, and leave 0.042. " +
			"tanh is nearly flat at z = 1.4, its slope is 0.216; and the input is 2.",
		Because: "It is small and positive: the first path wins, the two nearly cancel, and tanh lets only a fifth of the rest through. Most people who miss are several times too large.",
		Kind: task.Prediction{
			Ask: "Now a weight of the first layer: $\\theta^{(0)}_{11}$, the line from $x_1 = 2$ to the top hidden neuron. " +
				"What you know of the way: the sum there is $z^{(1)}_1 = 1.4$, and tanh makes 0.885 of it; from there a weight of 0.7 leads to output 1, " +
				"where $\\delta^{(2)}_1 = 0.124$, and a weight of 0.3 to output 2, where $\\delta^{(2)}_2 = -0.148$. " +
				"**Which sign has $\\partial J/\\partial \\theta^{(0)}_{11}$, and about what size?**",
			Outcome: 0.01832, Tolerance: 0.00001, Near: 0.006, Guess: 0.1,
			Misses: []task.Mistake{
				{Name: "g′ of the hidden neuron forgotten", Says: "Between the weight and the two paths lies tanh, and at z = 1.4 its slope is 1 − 0.885² = 0.216.", Answer: 0.0847},
				{Name: "only the first output", Says: "The second output hangs on this neuron too. Its path brings −0.044.", Answer: 0.0375},
				{Name: "the paths without their signs", Says: "δ of the second output is negative: its path takes away what the first one brings.", Answer: 0.0567},
				{Name: "the second output alone", Says: "The first output hangs on this neuron too, and its weight is larger: 0.7.", Answer: -0.0192},
				{Name: "the input forgotten", Says: "The line begins at x₁ = 2: a nudge of the weight moves the sum by twice as much.", Answer: 0.00916},
				{Name: "tanh for its slope", Says: "The nudge is not multiplied by tanh z, but by how steep tanh is there: 1 − 0.885².", Answer: 0.075},
				{Name: "the wrong sign", Says: "The first path brings more than the second takes away: 0.124 · 0.7 against 0.148 · 0.3.", Answer: -0.0183},
				{Name: "neither slope nor input", Says: "0.042 is what the two paths leave. Then come the slope of tanh, 0.216, and the input, 2.", Answer: 0.0424},
				{Name: "nothing", Says: "Nearly: the two paths do not quite cancel.", Answer: 0.},
			},
			Forms: []string{"0.018", "0.0183", "0.01832"},
		},
	}
}

// lineUp asks which suspect makes which error.
func lineUp() task.Exercise {
	return task.Exercise{
		ID: "7.6", Title: "Six suspects",
		Hints: [3]string{
			"Take those first that leave entries right. Which error touches only the column of biases? Which only θ⁽¹⁾, and which only θ⁽⁰⁾?",
			"Two suspects spoil all 20 entries: look at the ratios, and at what is left with one example. Two spoil all 12 of θ⁽⁰⁾: with one example, look at the ratio of a neuron whose z is near 0.",
			"One of two letters is right in each row: 1 a or b, 2 e or f, 3 c or d, 4 e or f, 5 a or b, 6 c or d.",
		},
		Why: "An error leaves its trace from the place where it happens backwards: what lies behind it is spoiled, what lies before it stays right. " +
			"So the pattern of right and wrong entries says where, and the ratios say what.",
		Because: "gradcheck needs no knowledge of the code: the place of the wrong entries says where the error is, and their ratios say what it is.",
		Kind: task.Pick{
			Rows: []task.Row{
				{Text: "suspect A", Right: "b", Because: "All ratios are n, and with one example nothing is wrong.", Ask: "All 20 entries are wrong, all by the same ratio. Compare the two batches: what is that ratio?",
					Wrong: []task.Mistake{{Name: "a slope", Says: "A slope of the output is another number for each example and output. The ratios here are all the same.", Answer: "a"}}},
				{Text: "suspect B", Right: "e", Because: "Only θ⁽⁰⁾; ratios near 1 where z is near 0.", Ask: "θ⁽¹⁾ is right, so δ⁽²⁾ is. What happens between δ⁽²⁾ and δ⁽¹⁾? Look at the ratios with one example: how near to 1 are they, and for which neuron?",
					Wrong: []task.Mistake{{Name: "an output lost", Says: "A lost output can turn a sign or make a ratio small. The section on two paths shows what a lost output does: 0.0375 in place of 0.0183, a ratio of 2. Here, with one example, all ratios are 1 or more, and that of the third neuron, with z = 0.1, is nearly 1.", Answer: "f"}}},
				{Text: "suspect C", Right: "c", Because: "The 3 + 2 entries of column 0 are 0.", Ask: "Which entries are wrong: which column of both matrices?",
					Wrong: []task.Mistake{{Name: "z for a", Says: "z for a leaves the biases right, because the bias unit is 1 in both. Here the biases alone are wrong.", Answer: "d"}}},
				{Text: "suspect D", Right: "f", Because: "Only θ⁽⁰⁾; ratios far from 1.", Ask: "θ⁽¹⁾ is right, so δ⁽²⁾ is. With one example, compare the ratio of the third neuron, where z = 0.1, with 1.",
					Wrong: []task.Mistake{{Name: "the slope of tanh", Says: "At z = 0.1 the slope of tanh is the same at z and at a, to four digits: that neuron would be nearly right.", Answer: "e"}}},
				{Text: "suspect E", Right: "a", Because: "All 20 are wrong, by ratios that vary, and with one example too.", Ask: "All 20 entries are wrong, with one example as well, and the ratios differ. What is at the very beginning of the way back?",
					Wrong: []task.Mistake{{Name: "the mean", Says: "A missing 1/n gives one ratio for all, and is invisible with one example.", Answer: "b"}}},
				{Text: "suspect F", Right: "d", Because: "Only the 6 entries of θ⁽¹⁾ that are no biases.", Ask: "θ⁽⁰⁾ and the biases are right, so all δ are. What else goes into ∂J/∂θ⁽¹⁾?",
					Wrong: []task.Mistake{{Name: "the biases", Says: "The biases, column 0, are what is right here.", Answer: "c"}}},
			},
			Options: []task.Option{
				{Letter: "a", Name: "g′ of the output forgotten", Text: "$\\delta^{(2)} = \\hat y - y$"},
				{Letter: "b", Name: "1/n forgotten", Text: "the sum over the examples in place of the mean"},
				{Letter: "c", Name: "bias gradient missing", Text: "column 0 of both gradients stays 0"},
				{Letter: "d", Name: "z for a", Text: "$\\delta^{(2)} z^{(1)\\mathsf T}$ in the outer product"},
				{Letter: "e", Name: "g′(a) for g′(z)", Text: "the slope of tanh at $a^{(1)}$"},
				{Letter: "f", Name: "only the first output propagated", Text: "no sum over the outputs"},
			},
		},
	}
}

// tooEarly is the bug in a step that uses the new θ⁽¹⁾.
func tooEarly() task.Exercise {
	return task.Exercise{
		ID: "7.7", Title: "Find the bug: a step",
		Hints: [3]string{
			"Is the new θ⁽¹⁾ right after one step? And the new θ⁽⁰⁾?",
			"The careless test uses an input of zeros. What are the hidden activations then, and which weights of θ⁽¹⁾ can move?",
			"Which θ⁽¹⁾ belongs into δ⁽¹⁾: the one of the forward pass, or the one that has moved already?",
		},
		Why: "δ⁽¹⁾ is a derivative at the θ of the forward pass, so it needs the old θ⁽¹⁾. " +
			"With an input of zeros and no biases the hidden activations are 0, θ̄⁽¹⁾ does not move, and nobody sees the difference.",
		Because: "First all δ, then all θ: a gradient is taken at one place, not half here and half there.",
		Kind: task.Bug{
			Name: "step", Function: bug{}.step, Right: stepped,
			Ask: "A colleague's gradient step for one example, tanh and sigmoid; `forward` returns both activations with their bias units, and $\\hat y$. " +
				"On an input of zeros, with biases 0, it agrees with the engine to the last digit. On other inputs the new $\\theta^{(0)}$ is a little off. **Which line, and why?**",
			Careless: [][]any{
				{mat.NewDense(2, 3, []float64{0, 1, -1, 0, 0.5, 2}), mat.NewDense(2, 3, []float64{0, 0.7, -0.6, 0, 0.3, 0.9}), []float64{0, 0}, []float64{0, 1}, 1.},
				{mat.NewDense(1, 2, []float64{0, 2}), mat.NewDense(1, 2, []float64{0.5, -1}), []float64{0}, []float64{1}, 0.5},
			},
			Line: 14, Fixed: "sum += theta1.At(j, k) * delta2[j].",
			Fine: map[int]string{
				2:  "The weights that come in belong to the caller: copies are right.",
				6:  "(ŷ − y)·σ′ is δ of an output.",
				8:  "θ − α δ a is the step of a weight of the last layer, and k begins at 0: the bias moves too.",
				11: "k begins at 1: the bias unit has no δ, because nothing leads back from it.",
				13: "Both outputs hang on hidden neuron k, so the sum over j is right.",
				16: "1 − a² is the slope of tanh.",
				18: "θ − α δ x is the step of a weight of the first layer.",
			},
			Reasons: []task.Option{
				{Letter: "a", Text: "the sum has to run over the hidden neurons"},
				{Letter: "b", Text: "the weights have moved before δ is computed from them"},
				{Letter: "c", Text: "the slope g′ belongs in this sum"},
			},
			Reason: "b",
			Wrong: []task.Mistake{
				{Name: "the wrong sum", Says: "What comes back to hidden neuron k is a sum over the outputs: j is right.", Answer: "a"},
				{Name: "the slope in the sum", Says: "g′ of the outputs is in delta2 already, and that of the hidden neuron follows two lines below.", Answer: "c"},
			},
			Random: random{}.step,
		},
	}
}

// silence asks for a target that leaves the top hidden neuron without a gradient.
func silence() task.Exercise {
	return task.Exercise{
		ID: "7.8", Title: "Design an experiment: silence",
		Hints: [3]string{
			"What comes back to the top neuron is a sum of two paths. What must the two be to each other?",
			"0.7·δ₁ + 0.3·δ₂ = 0, and δ is the miss times the slope, which is 0.153 at output 1 and 0.224 at output 2.",
			"0.107·(0.812 − y₁) + 0.0672·(0.339 − y₂) = 0. Choose y₁ = 0.312, so that the first miss is 0.5, and solve for y₂.",
		},
		Why: "The two outputs ask for opposite changes of the same neuron, and with these targets the two wishes are equally strong. " +
			"The neuron gets δ = 0, though both outputs are wrong: its four weights stay where they are.",
		Because: "A weight without a gradient may mean that all is well, or that two misses cancel: δ knows only their sum.",
		Kind: task.Break{
			Ask: "\"As long as both outputs are wrong,\" a colleague says, \"every weight gets a gradient and learns.\" Design the experiment that proves the contrary. " +
				"Take the network and the example of this chapter; its outputs are 0.812 and 0.339, and the top hidden neuron leads to them with the weights 0.7 and 0.3. " +
				"**Choose two targets $y_1, y_2$, both at least 0.2 away from the outputs and between −3 and 3, such that the top hidden neuron gets no gradient:** $|\\delta^{(1)}_1| < 0.0005$. " +
				"(In this chapter's example it was 0.009.) An answer looks like `exercise.Input(0, 1)`. Try as often as you like.",
			Params: "y1, y2",
			Refuse: func(args []any) string {
				y := []float64{args[0].(float64), args[1].(float64)}
				_, _, yhat := forward(deckTheta0(), deckTheta1(), deckX())
				for j := range y {
					if math.Abs(y[j]) > 3 {
						return "a target lies between −3 and 3."
					}
					if math.Abs(yhat[j]-y[j]) < 0.2 {
						return fmt.Sprintf("output %d, %.3f, is nearly right: its target must be 0.2 away.", j+1, yhat[j])
					}
				}
				return ""
			},
			Try:      trySilence,
			Solution: []string{"0.312", "1.134"}, Input: []any{0.312, 1.134},
			Wrong: []task.Mistake{
				{Name: "the chapter's own targets", Says: "The two paths have opposite signs already. The first one is twice as strong: move a target.", Answer: task.Input{0., 1.}},
				{Name: "both outputs too high", Says: "Then both paths have the same sign, and nothing can cancel. One output must be too high, the other too low.", Answer: task.Input{0., 0.}},
				{Name: "both outputs too low", Says: "Both paths are negative now, and nothing can cancel. One output must be too high, the other too low.", Answer: task.Input{2., 2.}},
				{Name: "misses of equal size", Says: "The misses cancel, but the paths do not: each miss is multiplied by its slope and by its weight.", Answer: task.Input{0.312, 0.839}},
				{Name: "the slopes forgotten", Says: "0.7 times the first miss and 0.3 times the second cancel. But δ holds the slopes as well, 0.153 and 0.224.", Answer: task.Input{0.512, 1.039}},
			},
		},
	}
}

// trySilence computes δ of the top hidden neuron for two targets.
func trySilence(args []any) (isBroken bool, shows string) {
	theta1 := deckTheta1()
	_, a1, yhat := forward(deckTheta0(), theta1, deckX())
	path := [2]float64{}
	for j := range path {
		path[j] = (yhat[j] - args[j].(float64)) * slope(yhat[j]) * theta1.At(j, 1)
	}
	delta := (path[0] + path[1]) * bend(a1[1])
	return math.Abs(delta) < 0.0005, fmt.Sprintf("  the paths bring %.4f and %.4f, together %.4f\n  times the slope of tanh: δ = %.5f",
		path[0], path[1], path[0]+path[1], delta)
}

// deckX, deckTheta0 and deckTheta1 are the example and the weights of chapter 06.
func deckX() []float64 { return []float64{2, -1, 0.5} }

func deckTheta0() *mat.Dense {
	return mat.NewDense(3, 4, []float64{0.1, 0.4, -0.2, 0.6, -0.3, 0.2, 0.5, -0.4, 0.2, -0.1, 0.3, 0.8})
}

func deckTheta1() *mat.Dense {
	return mat.NewDense(2, 4, []float64{0.5, 0.7, -0.6, 0.2, -0.4, 0.3, 0.9, -0.5})
}
