package ch03

import (
	"fmt"
	"math"

	"ann/pkg/dataset"
	"ann/pkg/exercise/task"
	"ann/pkg/regression"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// more are the prediction, the bug, what is to be broken, and an experiment.
func more() []task.Exercise {
	return []task.Exercise{pounds("3.5"), bugInBias("3.6"), squeeze("3.7"), ruler("3.8")}
}

// pounds asks for the steps that gradient descent takes on the mass in pounds.
func pounds(id string) task.Exercise {
	return task.Exercise{
		ID: id, Title: "How many steps in pounds?",
		Hints: [3]string{
			"With a smaller unit every x is a larger number. What does that do to the bend of J in the direction of θ1?",
			"The bend is the mean of x². With x 2,205 times larger, how many times larger is its mean square?",
			"κ grows nearly as the square of 2,205, and the steps grow as κ does. In tonnes κ is 57.6, which is not quite in that regime yet.",
		},
		Why: "The bend of J along θ1 is the mean of x², so a unit that makes x 2,205 times larger makes the bowl millions of times steeper there and no steeper along θ0. " +
			"The steps follow κ, the ratio of the two.",
		Because: "Most people are a thousand times too low: they count the unit once, but the bend of J holds x², so it counts twice.",
		Kind: task.Prediction{
			Ask: "The file of the cars has the mass in pounds; a tonne is 2,205 of them. In tonnes it took 199 steps. **How many does it take in pounds**, " +
				"from $\\theta = 0$, at the best α for pounds, until $J$ has covered all but a millionth of its way? " +
				"Write your guess in place of `nil` and run the cell. There is no wrong guess, and the first one is kept.",
			Unit: "steps", Outcome: 4.393e8, Tolerance: 0.005e8, Near: 3, ByFactor: true, Guess: 438795.,
			Misses: []task.Mistake{
				{Name: "the unit counted once", Says: "This is 199 times 2,205. The bend of J holds x², so the factor comes in once more.", Answer: 438795.},
				{Name: "as many as in tonnes", Says: "A smaller α does not make up for it: it fits the steep direction, and then the flat one crawls.", Answer: 199.},
				{Name: "the factor alone", Says: "That is how many pounds a tonne has. The steps in tonnes are to be multiplied, and by more.", Answer: 2205.},
			},
			Forms: []string{"4.4·10⁸", "4.39·10⁸", "4.4e8", "4.39e+08", "four hundred million", "hundreds of millions"},
		},
	}
}

// bugInBias is a way back whose bias is divided by σ twice.
func bugInBias(id string) task.Exercise {
	return task.Exercise{
		ID: id, Title: "Find the bug: the bias",
		Hints: [3]string{
			"The careless test has σ = 1 in every column. Which slips does that hide?",
			"Write θ_0′ on paper, with every division. How often does σ_k stand in it?",
			"physical[k+1] is θ_k/σ_k already. Look for the line that uses it as if it were θ_k.",
		},
		Why: "The new weight has its 1/σ_k already, and the line divides by σ_k once more. " +
			"With σ = 1 nobody sees it, and with pounds the bias hardly moves from the mean of y.",
		Because: "A test with σ = 1 cannot see a factor σ; test with numbers that are all different.",
		Kind: task.Bug{
			Name: "unscale", Function: bug{}.unscale, Right: solution{}.unscale,
			Ask: "A colleague's way back to physical units passes her test: features that have σ = 1, with any μ and any θ. " +
				"With the cars, her bias is 23.5 mpg in place of 46.3. **Which line is wrong, and why?** Line 1 is `func`.",
			Careless: [][]any{{[]float64{1, 2, -3}, []float64{10, 20}, []float64{1, 1}}, {[]float64{0, 5}, []float64{-4}, []float64{1}}},
			Line:     6, Fixed: "physical[0] -= theta[k+1] * mean[k] / sigma[k].",
			Fine: map[int]string{
				2: "p+1 values go out, as many as come in.",
				3: "The new bias begins at θ_0; what the features take away comes later.",
				4: "There is a μ for every feature and none for the bias: k counts the features from 0.",
				5: "θ_k/σ_k is the weight per unit of x_k, and theta[k+1] belongs to mean[k] and sigma[k].",
			},
			Reasons: []task.Option{
				{Letter: "a", Text: "the sign is wrong: from (x − μ)/σ comes a plus"},
				{Letter: "b", Text: "the index is wrong: mean[k] belongs to theta[k]"},
				{Letter: "c", Text: "σ divides twice"},
			},
			Reason: "c",
			Wrong: []task.Mistake{
				{Name: "a plus for the bias", Says: "θ(x − μ)/σ is θx/σ − θμ/σ: the minus is right.", Answer: "a"},
				{Name: "an index off by one", Says: "theta has the bias in front, mean has not: theta[k+1] and mean[k] belong together.", Answer: "b"},
			},
			Random: random{}.unscale,
		},
	}
}

// nine are the training rows of a careless test.
func nine() []float64 { return []float64{1, 2, 3, 4, 5, 6, 7, 8, 9} }

// squeeze asks for a test row that ruins the training rows.
func squeeze(id string) task.Exercise {
	return task.Exercise{
		ID: id, Title: "Break it: one row is enough",
		Hints: [3]string{
			"The σ of all ten rows must be ten times that of the nine. Which of the ten rows is free to be anything?",
			"If the test row lies at a distance D from the others, the σ of all ten is about 0.3·D.",
			"With the rows 1 … 9, whose σ is 2.58, D has to be above 86. Take 1000.",
		},
		Why: "μ and σ are means over all ten rows, and a single far row can make a mean as large as it likes. " +
			"The nine training rows then differ by next to nothing, and gradient descent has a long valley to walk.",
		Because: "A scaler that has seen the test row hands its fault on to the training rows; one that was fitted on the training rows cannot.",
		Kind: task.Break{
			Ask: "A colleague has nine training rows of one feature and one test row. He fits the scaler on all ten and says: \"One row among ten does no harm; " +
				"my training rows still have a σ near 1.\" **Give nine rows and a test row for which their standard deviation comes out below 0.1.** " +
				"The nine must not be all the same. An answer looks like `exercise.Input([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9}, 10.0)`.",
			Params: "nine rows []float64, the test row",
			Refuse: func(args []any) string {
				rows := args[0].([]float64)
				if len(rows) != 9 {
					return fmt.Sprintf("there are %d training rows, not nine.", len(rows))
				}
				if dataset.Constant(rows) {
					return "nine equal rows have no spread on any ruler."
				}
				if all := append([]float64{args[1].(float64)}, rows...); floats.Norm(all, math.Inf(1)) > dataset.Largest {
					return "a number is beyond 1e150."
				}
				return ""
			},
			Try: trySqueeze,
			Like: func(args []any) string {
				nine := args[0].([]float64)
				switch far := math.Abs(args[1].(float64)-stat.Mean(nine, nil)) / stat.PopStdDev(nine, nil); {
				case far < 0.5:
					return "a row in the middle"
				case far < 3:
					return "a row like the others"
				}
				return "far, but not far enough"
			},
			Solution: []string{"[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9}", "1000.0"}, Input: []any{nine(), 1000.},
			Wrong: []task.Mistake{
				{Name: "a row like the others", Says: "It belongs to the cloud, so σ hardly notices it. What if it does not?", Answer: task.Input{nine(), 10.}},
				{Name: "a row in the middle", Says: "At the mean it makes σ a little smaller, and the nine a little wider than 1.", Answer: task.Input{nine(), 5.}},
				{Name: "far, but not far enough", Says: "The right idea. Go on.", Answer: task.Input{nine(), 50.}},
			},
		},
	}
}

// trySqueeze scales nine rows with μ and σ of ten.
func trySqueeze(args []any) (isBroken bool, shows string) {
	rows := args[0].([]float64)
	all := append([]float64{args[1].(float64)}, rows...)
	mean, spread := stat.Mean(rows, nil), stat.PopStdDev(rows, nil)
	sigma := spread / stat.PopStdDev(all, nil)
	return sigma < 0.1, fmt.Sprintf("  The test row lies %.3g of the nine rows' own σ from their mean.\n"+
		"  Scaled by μ and σ of all ten, the nine have σ = %.3g.", math.Abs(all[0]-mean)/spread, sigma)
}

// ruler asks for a zero and a unit with which gradient descent arrives soon.
func ruler(id string) task.Exercise {
	return task.Exercise{
		ID: id, Title: "A ruler of your own",
		Hints: [3]string{
			"Try zero = 0 and unit = 1000, then move one of the two and watch κ. Which of them changes more?",
			"On the map of all rulers you want to come near μ = 0 and σ = 1. Where is the middle of the cloud of cars, and how wide is it?",
			"A zero near 3000 and a unit near 900 will do.",
		},
		Why: "A zero near the mean takes the tilt away and a unit near the spread the stretch, so κ is near 1. " +
			"It need not be exact: round numbers are good enough, and easier to explain in a report.",
		Because: "Near the lowest point of the map κ is flat, so a guess of zero and unit by eye does nearly what μ and σ do.",
		Kind: task.Break{
			Ask: "\"Without computing μ and σ,\" a colleague says, \"nobody arrives in five steps.\" Prove the opposite with **two numbers read off the plot of the cars**: " +
				"a zero and a unit in pounds, for $x$ = (mass − zero)/unit. The check walks from $\\theta = 0$ at the best α and counts until all but a millionth of the way is covered. " +
				"Try as often as you like: `exercise.Input(0, 1000)` is the ruler of chapter 1, and `exercise.Input(2000, 1000)` that of chapter 2.",
			Params: "zero, unit",
			Refuse: func(args []any) string {
				if zero, unit := args[0].(float64), args[1].(float64); unit < 1 || unit > 1e5 || math.Abs(zero) > 1e5 {
					return "a unit must lie between 1 and 100,000 pounds, a zero within ±100,000."
				}
				return ""
			},
			Try:      tryRuler,
			Like:     likeRuler,
			Solution: []string{"3000", "900"}, Input: []any{3000., 900.},
			Wrong: []task.Mistake{
				{Name: "the zero far from the cars", Says: "Far from the cloud, whatever the unit: the bowl is tilted. Move the zero first.", Answer: task.Input{0., 1000.}},
				{Name: "the zero beside the middle", Says: "It lies among the cars, and still beside the middle of the cloud. Move the zero on.", Answer: task.Input{2000., 1000.}},
				{Name: "the zero at the edge of the cloud", Says: "At the edge of the cloud turning the line still lifts nearly all cars. Go to the middle.", Answer: task.Input{1613., 1000.}},
				{Name: "a unit too long", Says: "The zero is good. Now the cloud is too narrow, as in [0, 1]: take a shorter unit.", Answer: task.Input{3000., 3527.}},
				{Name: "a unit too short", Says: "The zero is good. The cloud is many units wide, and the bowl much steeper along θ1: take a longer unit.", Answer: task.Input{3000., 1.}},
			},
		},
	}
}

// tryRuler counts the steps with the mass read from a zero in units of so many pounds. What
// is left of J along an eigenvector is multiplied by (1 − αλ)² in a step.
func tryRuler(args []any) (isBroken bool, shows string) {
	zero, unit := args[0].(float64), args[1].(float64)
	cars := dataset.AutoMPG()
	x, y := cars.Column("weight_lb"), cars.Column("mpg")
	floats.AddConst(-zero, x)
	floats.Scale(1/unit, x)
	X := regression.Design(x, regression.Polynomial(1))
	lambda := regression.Eigenvalues(X)
	best, _ := regression.LearningRates(X)
	theta, lowest := []float64{0, 0}, leastJ(X, y)
	start := regression.J(X, y, theta) - lowest
	steps := 0
	for ; steps < 1000 && regression.J(X, y, theta)-lowest > 1e-6*start; steps++ {
		floats.AddScaled(theta, -best, regression.Gradient(X, y, theta))
	}
	count := fmt.Sprint(steps)
	if steps == 1000 {
		count = "more than 999"
	}
	return steps <= 5, fmt.Sprintf("  κ = %.3g, steps: %s", lambda[1]/lambda[0], count)
}

// likeRuler says whether the zero or the unit is to be moved: the zero first.
func likeRuler(args []any) string {
	mass := dataset.AutoMPG().Column("weight_lb")
	sigma := stat.PopStdDev(mass, nil)
	off, unit := math.Abs(stat.Mean(mass, nil)-args[0].(float64))/sigma, args[1].(float64)/sigma
	switch {
	case off > 2:
		return "the zero far from the cars"
	case off > 1.3:
		return "the zero at the edge of the cloud"
	case off > 0.3:
		return "the zero beside the middle"
	case unit > 1:
		return "a unit too long"
	}
	return "a unit too short"
}

// leastJ is the lowest J of the line.
func leastJ(X *mat.Dense, y []float64) float64 {
	fit, err := regression.LeastSquares(X, y)
	if err != nil {
		return math.NaN() // not with the rulers that count
	}
	return regression.J(X, y, fit.Theta)
}
