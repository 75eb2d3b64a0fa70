// Package ch05 holds the exercises of chapter 05.
package ch05

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 05.
func Chapter() task.Chapter {
	return task.NewChapter("05", "Perceptron", sources,
		rule(), twoBirds(), xorByHand(), margins(), silent(), fifty())
}

// and returns the four corners with their ones, and AND's labels.
func and() (X *mat.Dense, y []float64) {
	return mat.NewDense(4, 3, []float64{1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1}), []float64{-1, -1, -1, 1}
}

// rule asks for a pass of Rosenblatt's rule.
func rule() task.Exercise {
	X, y := and()
	return task.Exercise{
		ID: "5.1", Title: "Rosenblatt's rule",
		Hints: [3]string{
			"Three things for each row: the sum z of the present θ, the question whether y·z is 0 or less, and, only then, a change of all weights.",
			"theta = append([]float64{}, start...) is a copy. z := 0.0 stands inside the loop over the rows, and a loop over k adds theta[k] * X.At(i, k).",
			"if y[i]*z <= 0 { for k := range theta { theta[k] += y[i] * X.At(i, k) }; mistakes++ }.",
		},
		Why: "The rule looks at one row at a time and moves only when that row is on the wrong side or on the boundary. " +
			"The next row meets the θ that this one has left.",
		Because: "A mistake adds y·x to θ, which makes y·z of that row larger by |x|²; a right answer changes nothing.",
		Kind: task.Function{
			Name: "onePass", Stub: stub{}.onePass, Solution: solution{}.onePass,
			Wrong: []task.Mistake{
				{Name: "updating when right", Says: "θ changes in every row. It should change only where y·z is 0 or less.", Answer: wrong{}.passAlways},
				{Name: "bias not updated", Says: "θ_0 belongs to the ones column and learns like the others: let k run from 0 in the update.", Answer: wrong{}.passNoBias},
				{Name: "labels 0/1", Says: "Your ŷ is 0 or 1, but the labels are −1 and +1. Ask whether y·z is 0 or less.", Answer: wrong{}.passZeroOne},
				{Name: "< for ≤", Says: "A row on the boundary, z = 0, counts as a mistake. From θ = 0 every row lies there, and nothing would ever begin.", Answer: wrong{}.passStrict},
				{Name: "minus for plus", Says: "θ moves towards y·x, so that y·z of this row grows. Add.", Answer: wrong{}.passMinus},
				{Name: "y forgotten in the update", Says: "A row of class −1 must be subtracted: add y·x, not x.", Answer: wrong{}.passNoLabel},
				{Name: "y forgotten in the question", Says: "z ≤ 0 is a mistake only for the label +1. Ask y·z ≤ 0.", Answer: wrong{}.passNoLabelAsked},
				{Name: "y forgotten in both", Says: "The label decides which side is wrong, and which way θ moves: y·z ≤ 0, and θ + y·x.", Answer: wrong{}.passNoLabelAtAll},
				{Name: "z of the start in all rows", Says: "θ changes within the pass. Compute z in the loop, with the θ of that moment.", Answer: wrong{}.passOldTheta},
				{Name: "z is not set back to 0", Says: "The sums of all rows so far are in z. Let z := 0.0 stand inside the loop over the rows.", Answer: wrong{}.passSumKept},
				{Name: "return inside the loop", Says: "Only the first row was looked at. The return belongs behind the loop.", Answer: wrong{}.passFirstRow},
				{Name: "it stops at the first mistake", Says: "A pass goes on to the last row, with the new θ. Is there a return or a break after the update?", Answer: wrong{}.passFirstMistake},
				{Name: "the mistakes are not counted", Says: "θ is right. mistakes++ is missing, or counts in a variable of its own (:= makes a new one).", Answer: wrong{}.passNotCounted},
				{Name: "all rows are counted", Says: "θ is right. mistakes++ belongs into the if, beside the update.", Answer: wrong{}.passRowsCounted},
				{Name: "the right answers are counted", Says: "θ is right, but the number is n minus that of the mistakes.", Answer: wrong{}.passRightCounted},
				{Name: "the weights are counted", Says: "θ is right. mistakes++ stands in the loop over k: put it behind that loop.", Answer: wrong{}.passWeightsCounted},
				{Name: "twice the step", Says: "y − ŷ is ±2 when both are ±1. Rosenblatt's step is y·x, once.", Answer: wrong{}.passTwice},
				{Name: "the start is forgotten", Says: "Begin at a copy of start, not at θ = 0.", Answer: wrong{}.passZeroStart},
				{Name: "= for +=", Says: "The new θ_k is the old one plus y·x_k. Yours forgets the old one.", Answer: wrong{}.passAssign},
				{Name: "the bias is missing in z", Says: "z is the sum over all columns, the ones column too: let k run from 0.", Answer: wrong{}.passNoBiasInZ},
				{Name: "more than one pass", Says: "Go through the rows once. Passing again until all is right is the caller's work.", Answer: wrong{}.passUntilRight},
				{Name: "the last row is left out", Says: "for i := range y runs through all rows.", Answer: wrong{}.passShort},
				{Name: "the first row is left out", Says: "Rows are counted from 0.", Answer: wrong{}.passFromOne},
				{Name: "> for ≤", Says: "y·z > 0 is a right answer. Update where it is 0 or less.", Answer: wrong{}.passRightOnly},
				{Name: "z in place of y", Says: "The step is y·x: the label times the row, not the sum times the row.", Answer: wrong{}.passTimesZ},
				{Name: "the bias takes y twice", Says: "The ones column is in X already, so the loop over k has updated θ_0. Leave the extra line out.", Answer: wrong{}.passBiasTwice},
				{Name: "θ does not move", Says: "What comes back is the start. Is there a := inside the loop, or a return of start?", Answer: wrong{}.passStays},
				{Name: "only the change is returned", Says: "Add it to the start: the sum of all y·x of the mistakes is how far θ has moved.", Answer: wrong{}.passChange},
				{Name: "the update comes before the sum is complete", Says: "Both stand in one loop over k. First the whole sum, then the question, then a second loop over k for the update.", Answer: wrong{}.passInSum},
				{Name: "the step is divided by n", Says: "There is no mean here: each mistake moves θ by y·x itself.", Answer: wrong{}.passMean},
			},
			Cases: [][]any{
				{X, y, []float64{0, 0, 0}},
				{X, y, []float64{-0.25, 0.5, 2}},                                      // row 0 is right
				{mat.NewDense(1, 2, []float64{1, 3}), []float64{1}, []float64{-1, 1}}, // right already
				{task.Design(task.Rand(50), 6, 2), []float64{1, -1, 1, -1, -1, 1}, []float64{0, 0, 0}},
				{task.Design(task.Rand(51), 9, 3), []float64{-1, 1, 1, -1, 1, -1, 1, 1, -1}, task.Normals(task.Rand(52), 4)},
			},
			Random: random{}.onePass,
			Edges: task.Edges{
				"one row": task.Len(0, 1),
				"from 0": func(args []any) bool {
					for _, t := range args[2].([]float64) {
						if t != 0 {
							return false
						}
					}
					return true
				},
			},
		},
	}
}

// margins asks for R and γ.
func margins() task.Exercise {
	X, y := and()
	return task.Exercise{
		ID: "5.4", Title: "R and γ",
		Hints: [3]string{
			"R is a largest of n lengths, γ a smallest of n distances. What must a largest and a smallest begin with?",
			"The length of row i is the root of the sum of X.At(i, k)². Its distance is y[i]*z over |θ|, and |θ| has θ_0 in it.",
			"gamma = math.Inf(1) before the loop; in it R = max(R, math.Sqrt(square)) and gamma = min(gamma, y[i]*z/math.Sqrt(size)).",
		},
		Why: "A distance from a boundary is z divided by the length of θ, and the label makes it positive on the right side. " +
			"γ below 0 says that at least one row is on the wrong side.",
		Because: "The row nearest to the boundary sets γ and the longest sets R, and the two alone limit the number of mistakes.",
		Kind: task.Function{
			Name: "margin", Stub: stub{}.margin, Solution: solution{}.margin,
			Wrong: []task.Mistake{
				{Name: "γ is not divided by |θ|", Says: "Twice θ is the same boundary, so its distances must be the same: divide z by the length of θ.", Answer: wrong{}.marginNotDivided},
				{Name: "the bias is missing in |θ|", Says: "Here the ones column is a coordinate like the others, so θ_0 belongs into |θ|.", Answer: wrong{}.marginNoBias},
				{Name: "the ones column is missing in R", Says: "x_0 = 1 counts in the length of a row: let k run from 0.", Answer: wrong{}.marginNoOnes},
				{Name: "y forgotten", Says: "A row of class −1 should have z below 0. Multiply by its label.", Answer: wrong{}.marginNoLabel},
				{Name: "|z| for y·z", Says: "A row on the wrong side has a negative distance, and γ must show it: y·z, not |z|.", Answer: wrong{}.marginSize},
				{Name: "the largest distance for the smallest", Says: "γ is that of the row nearest to the boundary: take the smallest.", Answer: wrong{}.marginLargest},
				{Name: "the mean of the distances", Says: "γ is the smallest of the distances, not their mean.", Answer: wrong{}.marginMean},
				{Name: "γ begins with 0", Says: "A smallest that begins with 0 never grows above it. Begin with math.Inf(1), or with the first row.", Answer: wrong{}.marginFromZero},
				{Name: "R is squared", Says: "This is R². Take the root of the sum of squares.", Answer: wrong{}.marginSquared},
				{Name: "|θ| is squared", Says: "The length of θ is the root of the sum of squares.", Answer: wrong{}.marginSquaredTheta},
				{Name: "the length of all rows together", Says: "The sum of squares runs on from row to row. Set it back to 0 for each row.", Answer: wrong{}.marginAllRows},
				{Name: "R is the shortest row", Says: "R is the largest of the lengths.", Answer: wrong{}.marginShortest},
				{Name: "R is the last row", Says: "R is the largest of all the lengths, not the one that was computed last.", Answer: wrong{}.marginLastRow},
				{Name: "γ is the last row's", Says: "γ is the smallest of all the distances, not the one that was computed last.", Answer: wrong{}.marginLastDistance},
				{Name: "R is the largest number", Says: "The length of a row is the root of the sum of its squares, not its largest entry.", Answer: wrong{}.marginEntry},
				{Name: "divided by |x| and not by |θ|", Says: "The distance from the boundary is z over the length of θ, which is the normal of the boundary.", Answer: wrong{}.marginByRow},
				{Name: "the two are swapped", Says: "R is the first result and γ the second.", Answer: wrong{}.marginSwapped},
				{Name: "only the first row", Says: "The other rows count too: is a return inside the loop?", Answer: wrong{}.marginFirstRow},
			},
			Cases: [][]any{
				{[]float64{-3, 2, 2}, X, y},
				{[]float64{0, 3, 4}, mat.NewDense(2, 3, []float64{1, 0, -4, 1, 3, 0}), []float64{-1, 1}},
				{[]float64{1, 1, 0}, X, y}, // γ below 0
				{task.Normals(task.Rand(53), 3), task.Design(task.Rand(54), 6, 2), []float64{1, -1, 1, -1, -1, 1}},
				{[]float64{2, 1}, mat.NewDense(1, 2, []float64{1, 3}), []float64{1}},
			},
			Random: random{}.margin,
			Edges:  task.Edges{"one row": task.Len(1, 1)},
		},
	}
}
