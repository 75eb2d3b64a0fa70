// Package ch00 holds the exercises of chapter 00.
package ch00

import (
	"embed"

	"ann/pkg/exercise/task"
)

//go:embed stub.go solution.go
var sources embed.FS

// Chapter returns the exercises of chapter 00.
func Chapter() task.Chapter {
	return task.NewChapter("00", "Start here", sources,
		task.Exercise{
			ID: "0.1", Title: "A trial run",
			Hints: [3]string{
				"Add up all values first, then look at what x̄ = 1/n Σ x_i still asks for.",
				"A loop over all values is `for _, xi := range x { … }`; len(x) is n, a whole number.",
				"Divide the sum by float64(len(x)) and return it.",
			},
			Why: "The loop adds every x_i once, and the division by n comes last. " +
				"float64(len(x)) is needed because Go does not mix whole and real numbers by itself.",
			Because: "Adding first and dividing once at the end is the formula x̄ = 1/n Σ x_i, read from the inside to the outside.",
			Kind: task.Function{
				Name: "mean", Stub: stub{}.mean, Solution: solution{}.mean,
				Wrong: []task.Mistake{
					{Name: "the sum is not divided", Says: "This is Σ x_i. Divide it by float64(len(x)).", Answer: wrong{}.meanSum},
					{Name: "divided by n−1", Says: "n−1 belongs to the variance of a sample; the mean divides by n.", Answer: wrong{}.meanLess},
					{Name: "the decimals are cut off", Says: "Dividing whole numbers, or int(…), drops them. Keep the sum a float64 and divide by float64(len(x)).", Answer: wrong{}.meanInt},
					{Name: "the first value is skipped", Says: "Indices begin at 0, so the loop must too.", Answer: wrong{}.meanFirst},
					{Name: "the last value is skipped", Says: "`i < len(x)` reaches the last index, `i < len(x)-1` does not.", Answer: wrong{}.meanLast},
					{Name: "it is the median", Says: "The value in the middle is another kind of centre. The mean is 1/n Σ x_i.", Answer: wrong{}.meanMedian},
					{Name: "each value is cut to a whole number", Says: "int(…) drops the decimals of every x_i. Add the values as they are, float64 all the way.", Answer: wrong{}.meanCut},
					{Name: "only the first and the last value count", Says: "The middle between two values is their mean alone; add all of them.", Answer: wrong{}.meanEnds},
				},
				Cases: [][]any{
					{[]float64{1, 2, 3, 5}},
					{[]float64{7.5}},
					{[]float64{-4, 4, 0.5}},
					{task.Normals(task.Rand(1), 12)},
				},
				Random: random{}.mean,
				Edges: task.Edges{
					"one value": task.Len(0, 1),
				},
			},
		},
	)
}
