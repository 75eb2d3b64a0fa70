// Package ch03 holds the exercises of chapter 03.
package ch03

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 03.
func Chapter() task.Chapter {
	exercises := []task.Exercise{scaler("3.1"), interval("3.2"), back("3.3"), {
		ID: "3.4", Title: "Which cure for which trouble?",
		Hints: [3]string{
			"Ask first what is wrong: a unit, a value, or a column that says the same as another. A zero and a unit are all that scaling can change.",
			"Far from 0 the powers of t look alike. A wild value sets σ. And the minimum of J predicts the same in every unit.",
			"One of two letters is right in each row: 1 d or f, 2 d or f, 3 c or d, 4 b or d, 5 a or d, 6 d or e.",
		},
		Why: "Scaling gives every column a zero and a unit, and whatever comes from a zero or a unit is cured by it. " +
			"Shared content and wrong values are of another kind, and the minimum itself never needed it.",
		Because: "A zero and a unit is all that scaling changes; ask of each trouble whether it is one of the two.",
		Kind:    cures(),
	}}
	return task.NewChapter("03", "Feature scaling", sources, append(exercises, more()...)...)
}

// small and other are four training rows and three other rows of two features.
func small() *mat.Dense { return mat.NewDense(4, 2, []float64{1, 200, 2, 100, 3, 400, 6, 500}) }
func other() *mat.Dense { return mat.NewDense(3, 2, []float64{3, 300, 7, 0, 0, 250}) }

// scaler is the exercise that builds a scaler.
func scaler(id string) task.Exercise {
	train, X := rows(task.Rand(31))
	return task.Exercise{
		ID: id, Title: "A scaler of your own",
		Hints: [3]string{
			"Two matrices come in. From which of them do you compute μ and σ, and which of them do you transform?",
			"For each column k: mean is the sum of train.At(i, k) over its n rows, divided by n. Then σ² is the mean of the squared differences from it, once more over the rows of train.",
			"Inside the loop over k, after both sums: for i := range m { Z.Set(i, k, (X.At(i, k)-mean)/math.Sqrt(variance)) }, where m, _ := X.Dims(). Declare mean and variance inside the loop over k, so that they begin at 0 for every column.",
		},
		Why: "The model will meet rows that nobody has seen, so the zero and the unit must be fixed before, by the training rows alone. " +
			"A row that is far outside then comes out far outside, and that is what one wants to know about it.",
		Because: "μ and σ belong to the model like θ: fitted once, on the training rows, and used on every row that comes.",
		Kind: task.Function{
			Name: "standardise", Stub: stub{}.standardise, Solution: solution{}.standardise,
			Wrong: []task.Mistake{
				{Name: "fitted on the wrong rows", Says: "μ and σ come from X here. They belong to train; X is only transformed. (Rows that are scaled by their own μ all look average.)", Answer: wrong{}.standardiseOnX},
				{Name: "fitted on all rows", Says: "μ and σ come from train and X together, so the training has seen the test rows. Take them from train alone.", Answer: wrong{}.standardiseOnBoth},
				{Name: "the training rows are returned", Says: "μ and σ are right, but the rows to be transformed are those of X.", Answer: wrong{}.standardiseTrain},
				{Name: "n−1 in place of n", Says: "The slide's σ² = 1 needs the mean of the squares, divided by n. n−1 estimates the variance of a population; here nothing is estimated.", Answer: wrong{}.standardiseN1},
				{Name: "divided by the variance", Says: "σ² has the unit of x squared. Take the root: divide by σ.", Answer: wrong{}.standardiseVariance},
				{Name: "the 1/n is missing in σ²", Says: "This is the root of the sum. σ² is the mean of the squared differences.", Answer: wrong{}.standardiseSum},
				{Name: "μ is not subtracted", Says: "This is x/σ: the unit is right, the zero is not. Subtract μ first.", Answer: wrong{}.standardiseNoMean},
				{Name: "not divided by σ", Says: "This is x − μ: the zero is right, the unit is not.", Answer: wrong{}.standardiseNoSigma},
				{Name: "brackets are missing", Says: "x − μ/σ divides μ alone. Write (x − μ)/σ.", Answer: wrong{}.standardiseBrackets},
				{Name: "multiplied by σ", Says: "That is the way back without its μ. Divide by σ.", Answer: wrong{}.standardiseTimes},
				{Name: "μ − x in place of x − μ", Says: "A row above the mean becomes positive: x − μ.", Answer: wrong{}.standardiseSign},
				{Name: "μ is missing inside σ", Says: "This σ is the root of the mean of x². It must be that of (x − μ)².", Answer: wrong{}.standardiseSquares},
				{Name: "|x − μ| in place of (x − μ)²", Says: "This is the mean absolute deviation. σ is the root of the mean square.", Answer: wrong{}.standardiseAbs},
				{Name: "divided by max − min", Says: "Divide by the standard deviation. (The range is for the next exercise.)", Answer: wrong{}.standardiseRange},
				{Name: "it is the normalisation to [0, 1]", Says: "Standardising takes mean and standard deviation, not minimum and maximum.", Answer: wrong{}.standardiseMinMax},
				{Name: "one μ and σ for all columns", Says: "Pounds and years went into one mean. Every column has its own μ_k and σ_k.", Answer: wrong{}.standardiseWhole},
				{Name: "rows in place of columns", Says: "Each row was scaled by its own mean. A feature is a column: the loop over k is outside, the one over the rows inside.", Answer: wrong{}.standardiseRows},
				{Name: "the sums are not set back to 0", Says: "Column 0 is right, the next ones add to its sums. Declare mean and variance inside the loop over k.", Answer: wrong{}.standardiseCarried},
				{Name: "= in place of +=", Says: "Only the last row is left in the sums. Add with +=.", Answer: wrong{}.standardiseLast},
				{Name: "column 0 is left as it was", Says: "There is no ones column here; it is added after scaling. Column 0 is a feature like the others.", Answer: wrong{}.standardiseKeepsFirst},
				{Name: "column 0 is all zeros", Says: "The loop over the columns begins at 1. Here is no ones column to be skipped: let k run from 0.", Answer: wrong{}.standardiseSkipsFirst},
				{Name: "only column 0 is done", Says: "The others are zeros: is the return inside the loop over the columns?", Answer: wrong{}.standardiseFirstColumn},
				{Name: "as many rows as train has", Says: "The result has the rows of X: m, _ := X.Dims(), and the last loop runs over m.", Answer: wrong{}.standardiseTrainRows},
				{Name: "transposed", Says: "Rows stay rows: mat.NewDense(m, p, nil) and Z.Set(i, k, …), the row first.", Answer: wrong{}.standardiseTurned},
				{Name: "μ comes out as 0", Says: "σ is taken about 0 too. In Go 1/n of whole numbers is 0; write 1/float64(n), or divide the number itself.", Answer: wrong{}.standardiseWholeNumbers},
				{Name: "the sum in place of μ", Says: "The mean is the sum divided by n, for σ as well.", Answer: wrong{}.standardiseMeanSum},
				{Name: "σ is begun before μ is complete", Says: "The differences are taken from a mean that still grows. First one loop for μ, then another for σ².", Answer: wrong{}.standardiseTooEarly},
				{Name: "the last training row is left out", Says: "With n rows the loop runs to i < n, and for i := range n does so.", Answer: wrong{}.standardiseShort},
				{Name: "σ of X beside μ of train", Says: "Both belong to the training rows.", Answer: wrong{}.standardiseSigmaOfX},
				{Name: "μ of X beside σ of train", Says: "Both are numbers of the training rows; X brings neither.", Answer: wrong{}.standardiseMeanOfX},
				{Name: "a ones column was added", Says: "That comes later, in regression.WithOnes. The result has the shape of X.", Answer: wrong{}.standardiseOnes},
			},
			Cases: [][]any{
				{small(), other()},
				{mat.NewDense(3, 1, []float64{1, 2, 6}), mat.NewDense(2, 1, []float64{3, -1})},
				{train, X},
				{features(task.Rand(32), 15, 3), features(task.Rand(33), 4, 3)},
				{features(task.Rand(39), 3, 2), features(task.Rand(40), 5, 2)},
			},
			Random: random{}.standardise,
			Edges: task.Edges{
				"one row":           task.Len(1, 1),
				"two training rows": task.Len(0, 2),
				"square matrix":     task.Square(0),
			},
		},
	}
}

// interval is the exercise of normalisation.
func interval(id string) task.Exercise {
	train, X := rows(task.Rand(34))
	return task.Exercise{
		ID: id, Title: "Into an interval",
		Hints: [3]string{
			"First to [0, 1]: what must be subtracted so that the smallest value becomes 0, and by what must be divided so that the largest becomes 1? Then stretch and shift.",
			"With least and most of the column in train, u = (x − least)/(most − least) is 0 at the smallest and 1 at the largest. Then lo + (hi − lo)·u is lo at the one and hi at the other.",
			"For each column begin with least, most := train.At(0, k), train.At(0, k), and in a loop over the rows of train least, most = min(least, train.At(i, k)), max(most, train.At(i, k)). Then for every row i of X: Z.Set(i, k, lo+(hi-lo)*(X.At(i, k)-least)/(most-least)).",
		},
		Why: "Two points fix a straight line, and here they are (min, lo) and (max, hi) of the training rows. " +
			"Rows beyond them lie on the same line and so beyond the interval: the slide's −1 ≤ x ≤ 1 is a promise about the rows that were fitted.",
		Because: "The two fitted points (min, lo) and (max, hi) fix the line; rows beyond them come out beyond, and that is information.",
		Kind: task.Function{
			Name: "normalise", Stub: stub{}.normalise, Solution: solution{}.normalise,
			Wrong: []task.Mistake{
				{Name: "fitted on the wrong rows", Says: "Minimum and maximum come from X here. They belong to train; X is only transformed.", Answer: wrong{}.normaliseOnX},
				{Name: "fitted on all rows", Says: "Minimum and maximum come from train and X together. Take them from train alone, and let X come out where it may.", Answer: wrong{}.normaliseOnBoth},
				{Name: "the training rows are returned", Says: "The rows to be transformed are those of X.", Answer: wrong{}.normaliseTrain},
				{Name: "cut off at lo and hi", Says: "Rows beyond the training rows may come out beyond the interval. Cutting them off hides how far outside they are.", Answer: wrong{}.normaliseClipped},
				{Name: "the search for the minimum begins at 0", Says: "A column that is positive everywhere has no minimum 0. Begin with the first row: least := train.At(0, k).", Answer: wrong{}.normaliseMinFromZero},
				{Name: "the search for the maximum begins at 0", Says: "A column that is negative everywhere has no maximum 0. Begin with the first row: most := train.At(0, k).", Answer: wrong{}.normaliseMaxFromZero},
				{Name: "both searches begin at 0", Says: "0 need not be in the column at all. Begin with the first row: least, most := train.At(0, k), train.At(0, k).", Answer: wrong{}.normaliseBothFromZero},
				{Name: "μ in place of the minimum", Says: "Then the mean becomes lo. It is the smallest value that must.", Answer: wrong{}.normaliseCentred},
				{Name: "hi·u alone", Says: "At u = 0 this gives 0, not lo. Add lo, and stretch by hi − lo.", Answer: wrong{}.normaliseTimesHi},
				{Name: "always [−1, 1]", Says: "2u − 1 is for one interval only. For any, it is lo + (hi − lo)·u.", Answer: wrong{}.normalisePlusMinus},
				{Name: "only column 0 is done", Says: "The others are zeros: is the return inside the loop over the columns?", Answer: wrong{}.normaliseFirstColumn},
				{Name: "transposed", Says: "Rows stay rows: mat.NewDense(m, p, nil) and Z.Set(i, k, …), the row first.", Answer: wrong{}.normaliseTurned},
				{Name: "always [0, 1]", Says: "That is u. It still has to become lo + (hi − lo)·u.", Answer: wrong{}.normaliseUnit},
				{Name: "lo is not added", Says: "The width is right, but the interval begins at 0.", Answer: wrong{}.normaliseNoLo},
				{Name: "hi in place of hi − lo", Says: "At u = 1 this gives lo + hi. The width of the interval is hi − lo.", Answer: wrong{}.normaliseHi},
				{Name: "the wrong way round", Says: "The smallest value becomes hi: either lo and hi are swapped, or minimum and maximum.", Answer: wrong{}.normaliseSwapped},
				{Name: "divided by the maximum", Says: "The largest value must become 1 before it is stretched: divide by max − min.", Answer: wrong{}.normaliseByMax},
				{Name: "the minimum is not subtracted", Says: "x/(max − min) has the right unit and the wrong zero.", Answer: wrong{}.normaliseNoMin},
				{Name: "brackets are missing", Says: "x − min/(max − min) divides the minimum alone. Write (x − min)/(max − min).", Answer: wrong{}.normaliseBrackets},
				{Name: "one minimum and maximum for all columns", Says: "Pounds and years went into one range. Every column has its own.", Answer: wrong{}.normaliseWhole},
				{Name: "brackets are missing round hi − lo", Says: "lo + hi − lo·u multiplies lo alone. Write lo + (hi − lo)·u.", Answer: wrong{}.normaliseWidth},
				{Name: "brackets are missing round max − min", Says: "(x − min)/max − min divides by the maximum and then subtracts. Write (x − min)/(max − min).", Answer: wrong{}.normaliseRange},
				{Name: "the first row in place of the minimum", Says: "The first row is where the search begins. It has to go on: least = min(least, train.At(i, k)).", Answer: wrong{}.normaliseFirstRow},
				{Name: "the last training row is left out", Says: "With n rows the loop runs to i < n, and for i := range n does so.", Answer: wrong{}.normaliseShort},
				{Name: "column 0 is all zeros", Says: "The loop over the columns begins at 1. Here is no ones column to be skipped: let k run from 0.", Answer: wrong{}.normaliseSkipsFirst},
				{Name: "every search begins in column 0", Says: "Column 0 is right. The search in column k begins at train.At(0, k): train.At(0, 0) need not lie between the values of another column.", Answer: wrong{}.normaliseFromFirst},
				{Name: "minimum and maximum are not set back", Says: "Column 0 is right, the next ones still hold its minimum and maximum. Declare least and most inside the loop over k, so that they begin anew.", Answer: wrong{}.normaliseCarried},
				{Name: "hi + lo in place of hi − lo", Says: "At u = 1 this gives 2·lo + hi. The width of the interval is hi − lo.", Answer: wrong{}.normaliseSum},
				{Name: "it is the standardisation", Says: "Here smallest and largest value count, not mean and standard deviation.", Answer: wrong{}.normaliseStandard},
			},
			Cases: [][]any{
				{small(), other(), 0., 1.},
				{small(), other(), -1., 1.},
				{train, X, 2., 5.},
				{features(task.Rand(35), 15, 3), features(task.Rand(36), 4, 3), -1., 2.},
			},
			Random: random{}.normalise,
			Edges: task.Edges{
				"one row":           task.Len(1, 1),
				"two training rows": task.Len(0, 2),
				"lo is 0":           task.Is(2, 0.),
				"square matrix":     task.Square(0),
			},
		},
	}
}

// back is the exercise of θ in physical units.
func back(id string) task.Exercise {
	return task.Exercise{
		ID: id, Title: "Back to pounds",
		Hints: [3]string{
			"Write h with the scaled features, put (x_k − μ_k)/σ_k in their places, and sort: what multiplies x_k, and what stands alone?",
			"The weight of x_k is θ_k/σ_k. What stands alone is θ_0 and, from every feature, −θ_k μ_k/σ_k.",
			"physical := make([]float64, len(theta)); physical[0] = theta[0]; for k := range mean { physical[k+1] = theta[k+1] / sigma[k]; physical[0] -= theta[k+1] * mean[k] / sigma[k] }; return physical.",
		},
		Why: "Scaled or not, it is the same plane, so h must be the same number for every car. " +
			"The bias belongs to the car with all features 0: in scaled features that is the average car, in physical ones a car of no mass built in the year 1900.",
		Because: "It is one plane in two sets of coordinates, so every prediction must come out the same; that is also the quickest test.",
		Kind: task.Function{
			Name: "unscale", Stub: stub{}.unscale, Solution: solution{}.unscale,
			Wrong: []task.Mistake{
				{Name: "the bias is not unscaled", Says: "θ_0 is the prediction for the average car. At x = 0 it is θ_0 − Σ θ_k μ_k/σ_k.", Answer: wrong{}.unscaleKeepsBias},
				{Name: "the bias goes the wrong way", Says: "From (x − μ)/σ comes a minus: subtract θ_k μ_k/σ_k.", Answer: wrong{}.unscalePlus},
				{Name: "σ is missing in the bias", Says: "θ_k μ_k has the unit of x in it. Divide by σ_k there too.", Answer: wrong{}.unscaleNoSigma},
				{Name: "θ is missing in the bias", Says: "μ_k/σ_k is multiplied by θ_k before it is subtracted.", Answer: wrong{}.unscaleNoTheta},
				{Name: "divided by σ twice", Says: "The bias takes θ_k of the scaled line. If you use the new weight, it has its 1/σ_k already.", Answer: wrong{}.unscaleTwice},
				{Name: "= in place of -=", Says: "Only the last feature is left in the bias. Subtract all of them.", Answer: wrong{}.unscaleLast},
				{Name: "θ0 itself is lost", Says: "The new bias begins at theta[0], and then the features are subtracted.", Answer: wrong{}.unscaleLostBias},
				{Name: "the bias is left out", Says: "p+1 values come in and p+1 go out, the bias first.", Answer: wrong{}.unscaleNoBias},
				{Name: "multiplied by σ", Says: "A larger unit of x makes a smaller weight per unit: θ_k/σ_k. (x itself goes back with a product, θ does not.)", Answer: wrong{}.unscaleTimes},
				{Name: "the weights are not unscaled", Says: "The bias is right. Each weight still has to be divided by its σ_k.", Answer: wrong{}.unscaleKeepsWeights},
				{Name: "θ treated like a feature", Says: "μ + σz is the way back for x. A weight is no car: put z = (x − μ)/σ into h and sort.", Answer: wrong{}.unscaleLinear},
				{Name: "the last feature is left out", Says: "There are len(mean) features: for k := range mean.", Answer: wrong{}.unscaleShort},
				{Name: "only the first feature is done", Says: "Is the return inside the loop?", Answer: wrong{}.unscaleFirst},
				{Name: "the bias comes last", Says: "The order is that of theta: θ_0 first.", Answer: wrong{}.unscaleBiasLast},
				{Name: "appended to a slice that has its length", Says: "make([]float64, len(theta)) has its values already, all 0. Set them by index, or begin with make([]float64, 0, len(theta)).", Answer: wrong{}.unscaleAppended},
				{Name: "θ standardised", Says: "(θ − μ)/σ is the formula for x. Put it into h in the place of x_k and sort.", Answer: wrong{}.unscaleStandardised},
				{Name: "an index is off by one", Says: "mean[k] and sigma[k] belong to theta[k+1], because theta has the bias in front.", Answer: wrong{}.unscaleShifted},
			},
			Cases: [][]any{
				{[]float64{23, -6}, []float64{3000}, []float64{800}},
				{[]float64{1, 2, -3}, []float64{10, 20}, []float64{2, 5}},
				{[]float64{0, 1, 0.5, -2}, []float64{-1, 4, 0}, []float64{0.1, 3, 1}},
				{task.Normals(task.Rand(37), 6), task.Normals(task.Rand(38), 5), []float64{0.5, 2, 7, 0.1, 3}},
			},
			Random: random{}.unscale,
			Edges: task.Edges{
				"one feature": task.Len(1, 1),
				"zero bias":   task.ZeroBias(0),
			},
		},
	}
}
