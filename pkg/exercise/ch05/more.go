package ch05

import (
	"fmt"
	"math"
	"strings"

	"ann/pkg/exercise/task"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// twoBirds is the prediction of the mistakes in raw millimetres.
func twoBirds() task.Exercise {
	return task.Exercise{
		ID: "5.2", Title: "How many mistakes?",
		Hints: [3]string{
			"Most birds are far from the other species. Which ones can be on the wrong side at all, once the line has begun to turn?",
			"In the file all Adelie stand before all Gentoo. After the first Gentoo was a mistake, what do the other Gentoo say?",
			"A pass makes about two mistakes, one for each species, and it takes about a dozen passes.",
		},
		Why: "The file is sorted, so a pass meets one species and then the other, and one bird of each is enough to turn the line across. " +
			"Bird 0 and bird 151, the first Adelie and the first Gentoo, make 21 of the 23 mistakes.",
		Because: "Most people are far too high: they count birds, but the first bird of a species turns the line for all the others.",
		Kind: task.Prediction{
			Ask: "Now the same birds as they stand in the file: bill length and depth in raw millimetres, first the 151 Adelie, then the 123 Gentoo, θ from 0, " +
				"pass after pass until a pass makes no mistake. **How many mistakes does the perceptron make in all?** " +
				"Write your guess in place of `nil` and run the cell. There is no wrong guess, and the first one is kept.",
			Unit: "mistakes", Outcome: 23., Tolerance: 0, Near: 1.3, ByFactor: true, Guess: 100.,
			Misses: []task.Mistake{
				{Name: "a mistake for each bird", Says: "Only the birds that are on the wrong side at their turn make one, and most never are.", Answer: 274.},
				{Name: "a mistake for every second bird", Says: "At θ = 0 only one bird is looked at; from then on there is a line.", Answer: 137.},
				{Name: "as many as before", Says: "With 8 mistakes the line stood in standardised, shuffled features. Seen from 0, raw millimetres all lie in nearly one direction, and the line must be turned into a narrow gap.", Answer: 8.},
				{Name: "a pass, a mistake for each species", Says: "That would be the first pass. It needs about a dozen.", Answer: 2.},
			},
			Forms: []string{"23"},
		},
	}
}

// xorByHand asks for the θ of a hidden layer.
func xorByHand() task.Exercise {
	return task.Exercise{
		ID: "5.3", Title: "XOR by hand",
		Hints: [3]string{
			"Draw the four corners. The two that should give 1 lie in a strip between two parallel lines. Each hidden neuron can be one of those lines.",
			"Let hidden neuron 1 fire when at least one input is 1, and hidden neuron 2 when both are. Then XOR is: the first, and not the second.",
			"At least one: z = −0.5 + x₁ + x₂. Both: z = −1.5 + x₁ + x₂. The output: z = −0.5 + a₁ − a₂.",
		},
		Why: "One line cannot part the corners, but two lines cut out a strip, and the output neuron says \"in the strip\". " +
			"In the plane of (a₁, a₂) the four corners have become three points, which one line parts.",
		Because: "The hidden layer moves the corners until one line is enough, and there are many ways to do that.",
		Kind: task.Break{
			Ask: "\"Whatever you do with such neurons, XOR stays out of reach.\" Prove the opposite. You have two hidden neurons and one output neuron, each with a bias and two weights; " +
				"a neuron gives 1 where $z \\ge 0$ and 0 elsewhere. **Choose the nine numbers so that the network gives 0, 1, 1, 0 at the corners 00, 01, 10, 11.** " +
				"Pencil and squared paper help; there is more than one answer, and every right one counts. " +
				"An answer looks like `exercise.Input([][]float64{{0, 1, 0}, {0, 0, 1}, {0, 1, 1}})`: hidden neuron 1, hidden neuron 2, output, each with its bias first.",
			Params: "[][]float64: hidden 1, hidden 2, output",
			Refuse: func(args []any) string {
				theta := args[0].([][]float64)
				if len(theta) != 3 {
					return fmt.Sprintf("there are %d lists, want 3: hidden neuron 1, hidden neuron 2, output.", len(theta))
				}
				for j, name := range []string{"hidden neuron 1", "hidden neuron 2", "the output neuron"} {
					if n := len(theta[j]); n != 3 {
						return fmt.Sprintf("%s has %d numbers, want 3: bias, weight 1, weight 2.", name, n)
					}
				}
				return ""
			},
			Try:      tryXOR,
			Solution: []string{"[][]float64{{-0.5, 1, 1}, {-1.5, 1, 1}, {-0.5, 1, -1}}"},
			Input:    []any{[][]float64{{-0.5, 1, 1}, {-1.5, 1, 1}, {-0.5, 1, -1}}},
			Wrong: []task.Mistake{
				{Name: "the example itself", Says: "With bias 0 and weights that are not negative, every z is 0 or more, and every neuron says 1. Begin with the biases.", Answer: task.Input{[][]float64{{0, 1, 0}, {0, 0, 1}, {0, 1, 1}}}},
				{Name: "OR of OR and AND", Says: "The hidden layer is good. The output must say no where both hidden neurons say yes: which sign has its weight 2?", Answer: task.Input{[][]float64{{-0.5, 1, 1}, {-1.5, 1, 1}, {-0.5, 1, 1}}}},
				{Name: "hidden neurons that copy the inputs", Says: "Then a₁ = x₁ and a₂ = x₂, and the output stands before the same wall as you.", Answer: task.Input{[][]float64{{-0.5, 1, 0}, {-0.5, 0, 1}, {-0.5, 1, 1}}}},
				{Name: "AND of the two", Says: "The hidden layer is good. The output is to fire where the first says yes and the second no.", Answer: task.Input{[][]float64{{-0.5, 1, 1}, {-1.5, 1, 1}, {-1.5, 1, 1}}}},
				{Name: "all zero", Says: "z = 0 counts as yes, so every neuron says 1 everywhere.", Answer: task.Input{[][]float64{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}}},
				{Name: "the output's bias is 0", Says: "At corner 00 both hidden neurons say 0, and z of the output is its bias: 0 counts as yes.", Answer: task.Input{[][]float64{{-0.5, 1, 1}, {-1.5, 1, 1}, {0, 1, -1}}}},
			},
		},
	}
}

// tryXOR runs the network at the four corners. Of a wrong one it says which layer to look at.
func tryXOR(args []any) (isBroken bool, shows string) {
	fires := func(j int, x1, x2 float64) float64 {
		theta := args[0].([][]float64)[j]
		if theta[0]+theta[1]*x1+theta[2]*x2 >= 0 {
			return 1
		}
		return 0
	}
	want := []float64{0, 1, 1, 0}
	A, right := mat.NewDense(4, 2, nil), 0
	lines := []string{"  x₁ x₂   a₁ a₂    ŷ  wanted"}
	for i := range want {
		x1, x2 := float64(i/2), float64(i%2)
		a1, a2 := fires(0, x1, x2), fires(1, x1, x2)
		A.SetRow(i, []float64{a1, a2})
		yhat := fires(2, a1, a2)
		if yhat == want[i] {
			right++
		}
		lines = append(lines, fmt.Sprintf("  %g  %g    %g  %g     %g    %g", x1, x2, a1, a2, yhat, want[i]))
	}
	if right < 4 {
		lines = append(lines, task.Wrap("  ", "  ", layerToChange(A, want)))
	}
	return right == 4, strings.Join(lines, "\n")
}

// layerToChange says whether the answers A of the hidden layer at the corners can be parted.
func layerToChange(A *mat.Dense, want []float64) string {
	names := []string{"00", "01", "10", "11"}
	for i := range want {
		for k := range i {
			if want[i] != want[k] && mat.Equal(A.RowView(i), A.RowView(k)) {
				return "At " + names[k] + " and " + names[i] + " the hidden layer says the same, but the answers are to differ: change a hidden neuron."
			}
		}
	}
	y := make([]float64, len(want))
	for i := range y {
		y[i] = 2*want[i] - 1
	}
	if _, gamma, err := nn.WidestMargin(A, y); err != nil || gamma == 0 {
		return "In the plane of a₁ and a₂ the corners are XOR again, which no output neuron parts: change a hidden neuron."
	}
	return "The hidden layer is good, a line parts the corners in the plane of a₁ and a₂: change the output neuron."
}

// silent is the bug of a perceptron that never begins.
func silent() task.Exercise {
	X, y := and()
	return task.Exercise{
		ID: "5.5", Title: "Find the bug: no mistake at all",
		Hints: [3]string{
			"Walk through it by hand with θ = 0 and one row. What is z, and what does the if say?",
			"With random weights no row lies exactly on the boundary. From θ = 0, how many do?",
			"Line 6 asks y·z < 0. At z = 0 the perceptron has decided nothing, and that must count as a mistake.",
		},
		Why: "At θ = 0 there is no boundary: z is 0 for every row, and 0 < 0 is false, so nothing ever begins. " +
			"From random weights z is never exactly 0, and < and ≤ do the same.",
		Because: "A row with z = 0 is not on the right side, and from θ = 0 all rows are such: ≤ is what makes the first step.",
		Kind: task.Bug{
			Name: "rosenblatt", Function: bug{}.rosenblatt, Right: solution{}.onePass,
			Ask: "A colleague's pass of Rosenblatt's rule. She starts from random weights, and it agrees with the engine to the last digit. " +
				"You start it from θ = 0, and it reports on every data set, XOR among them: 0 mistakes. **Which line, and why?** Line 1 is `func`.",
			Careless: [][]any{
				{X, y, []float64{0.25, -0.5, 2}},
				{X, y, []float64{-0.3, 0.7, -0.1}},
			},
			Line: 6, Fixed: "if y[i]*z <= 0, because z = 0 is a mistake too.",
			Fine: map[int]string{
				2: "The start belongs to the caller; a copy is right.",
				3: "Every row once, in order.",
				4: "Row i, with its 1 in front.",
				5: "The sum with the θ of this moment: right.",
				7: "θ + y·x is the rule.",
				8: "One mistake more, in the same block as the step.",
			},
			Reasons: []task.Option{
				{Letter: "a", Text: "a row on the boundary, z = 0, is no mistake here, and from θ = 0 all rows are there"},
				{Letter: "b", Text: "θ changes within the pass; it must stay until the pass is over"},
				{Letter: "c", Text: "the labels must be 0 and 1, so that a right row gives 0"},
			},
			Reason: "a",
			Wrong: []task.Mistake{
				{Name: "θ kept for a pass", Says: "Rosenblatt's rule moves at once; each row meets the θ that the last one left.", Answer: "b"},
				{Name: "labels 0 and 1", Says: "With −1 and +1 the sign of y·z says right or wrong. With 0 it would say nothing.", Answer: "c"},
			},
			Random: random{}.onePass,
		},
	}
}

// mostMistakes is where the count of exercise 5.6 gives up.
const mostMistakes = 100_000

// fifty asks for points that are hard to part.
func fifty() task.Exercise {
	return task.Exercise{
		ID: "5.6", Title: "Break it: fifty mistakes",
		Hints: [3]string{
			"(R/γ)² limits the count. In this square R cannot grow, so what must become small?",
			"Two points are enough. Place them close to each other, one of each class, and away from the middle.",
			"(0.5, 0.5) against (0.5, 0.4) makes 59 mistakes.",
		},
		Why: "The nearer the two classes come, the smaller γ is and the more small turns the line needs, with steps as long as the points themselves. " +
			"The bound (R/γ)² grows with it, though the count stays well below.",
		Because: "Halve the gap, and γ is half and (R/γ)² four times as large: the narrow gap costs, not the number of points.",
		Kind: task.Break{
			Ask: "A colleague says: \"A handful of points in the square from −1 to 1, and a line between the classes: then a dozen mistakes are enough.\" " +
				"**Place points that force at least 50 mistakes**, from θ = 0, first the plus points in your order and then the minus points, pass after pass. " +
				"At most ten of each class, all in the square, and some line must part them. " +
				"An answer looks like `exercise.Input([][]float64{{0.5, 0.5}, {0.2, 0.9}}, [][]float64{{-0.5, 0}})`: plus points, then minus points. Try as often as you like.",
			Params:   "plus points [][]float64, minus points",
			Refuse:   refusePoints,
			Try:      tryPoints,
			Solution: []string{"[][]float64{{0.5, 0.5}}", "[][]float64{{0.5, 0.4}}"},
			Input:    []any{[][]float64{{0.5, 0.5}}, [][]float64{{0.5, 0.4}}},
			Wrong: []task.Mistake{
				{Name: "the example itself", Says: "The classes are far apart, so almost any line will do. Bring them together.", Answer: task.Input{[][]float64{{0.5, 0.5}, {0.2, 0.9}}, [][]float64{{-0.5, 0}}}},
				{Name: "opposite corners", Says: "R is as large as it can be here, but so is γ. Make the gap narrow.", Answer: task.Input{[][]float64{{1, 1}}, [][]float64{{-1, -1}}}},
				{Name: "the right idea, not yet narrow enough", Says: "Halve the gap once more.", Answer: task.Input{[][]float64{{0.5, 0.5}}, [][]float64{{0.5, 0.25}}}},
				{Name: "one mistake short", Says: "49. A gap a little narrower will do.", Answer: task.Input{[][]float64{{0.5, 0.5}}, [][]float64{{0.5, 0.375}}}},
				{Name: "XOR", Says: "It makes mistakes for ever, but no line parts it.", Answer: task.Input{[][]float64{{-1, 1}, {1, -1}}, [][]float64{{-1, -1}, {1, 1}}}},
			},
		},
	}
}

// rowsOf puts plus and minus points below each other.
func rowsOf(args []any) (X *mat.Dense, y []float64) {
	var values []float64
	for k, label := range []float64{1, -1} {
		for _, point := range args[k].([][]float64) {
			values, y = append(values, point...), append(y, label)
		}
	}
	return mat.NewDense(len(y), 2, values), y
}

func refusePoints(args []any) string {
	for k, name := range []string{"plus", "minus"} {
		points := args[k].([][]float64)
		if n := len(points); n == 0 || n > 10 {
			return fmt.Sprintf("there are %d %s points, want 1 to 10.", n, name)
		}
		for i, p := range points {
			if len(p) != 2 {
				return fmt.Sprintf("%s point %d has %d coordinates, want 2.", name, i+1, len(p))
			}
			if math.Abs(p[0]) > 1 || math.Abs(p[1]) > 1 {
				return fmt.Sprintf("%s point %d, (%.4g, %.4g), lies outside the square.", name, i+1, p[0], p[1])
			}
		}
	}
	X, y := rowsOf(args)
	if _, gamma, err := nn.WidestMargin(X, y); err != nil || gamma == 0 {
		return "no line parts the two classes, so there is no γ above 0, and the perceptron would go on for ever."
	}
	return ""
}

// tryPoints counts the mistakes beside their bound.
func tryPoints(args []any) (isBroken bool, shows string) {
	X, y := rowsOf(args)
	theta, _, err := nn.WidestMargin(X, y)
	if err != nil {
		return false, err.Error()
	}
	R, gamma, err := nn.MistakeBound(theta, X, y)
	if err != nil {
		return false, err.Error()
	}
	var p nn.Perceptron
	mistakes, count := 0, ""
	for {
		h, err := p.Fit(X, y, 1)
		if err != nil {
			return false, err.Error()
		}
		mistakes += len(h.Row)
		count = fmt.Sprint(mistakes)
		if h.Separated {
			break
		}
		if mistakes > mostMistakes {
			count = fmt.Sprintf("more than %d", mostMistakes)
			break
		}
	}
	bound := math.Pow(R/gamma, 2)
	shows = fmt.Sprintf("  R = %.3f, γ = %.3g, (R/γ)² = %.4g\n  mistakes: %s", R, gamma, bound, count)
	switch {
	case mistakes >= 50:
		return true, shows
	case bound < 50:
		return false, shows + "\n  The bound is below 50, so no order of these points can do it. Make γ smaller."
	}
	return false, shows + "\n  The bound would allow it. Make γ smaller still."
}
