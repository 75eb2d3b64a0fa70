package ch04

import "ann/pkg/exercise/task"

// bug asks for the wrong line of a colleague's walk with a schedule, for the reason and for what one sees.
func bug() task.Pick {
	const product, line3, freezes, stale, line4, diverges, line7 = "a", "b", "c", "d", "e", "f", "g"
	return task.Pick{
		Options: []task.Option{
			{Letter: product, Name: "a product", Text: `the factors of all the steps so far are multiplied`},
			{Letter: line3, Name: "line 3", Text: "`for t := range steps`"},
			{Letter: freezes, Name: "it freezes", Text: `θ stops moving long before the last step`},
			{Letter: stale, Name: "an old gradient", Text: `the gradient is taken at an old θ`},
			{Letter: line4, Name: "line 4", Text: "`alpha *= s(t)`"},
			{Letter: diverges, Name: "it diverges", Text: `J rises at every step`},
			{Letter: line7, Name: "line 7", Text: "`theta[k] -= alpha * grad[k]`"},
		},
		Rows: []task.Row{
			{
				Text:  `Which line is wrong?`,
				Right: line4, Because: "alpha *= s(t) overwrites alpha, and the next step starts from there.",
				Ask: "take s(t) = ½ in every step and write α down for t = 0, 1, 2.",
				Wrong: []task.Mistake{
					{Name: "the loop is blamed", Says: "range steps counts 0 … steps − 1, which is what a schedule wants.", Answer: line3},
					{Name: "the update is blamed", Says: "θ_k − α·∂J/∂θ_k is the rule. Its α is wrong already when it comes here.", Answer: line7},
				},
			},
			{
				Text:  `What does it do wrong?`,
				Right: product, Because: "In step t the rate is α·s(0)·s(1)⋯s(t) and not α·s(t).",
				Ask: "why does the test with a constant schedule pass?",
				Wrong: []task.Mistake{
					{Name: "the gradient is called old", Says: "It is computed anew in every round of the loop, at the present θ.", Answer: stale},
				},
			},
			{
				Text:  `What does one see with a cosine over 100 steps?`,
				Right: freezes, Because: "The product of the factors is almost 0 long before the cosine is.",
				Ask: "is a product of numbers below 1 larger or smaller than each of them?",
				Wrong: []task.Mistake{
					{Name: "too small is taken for too large", Says: "The rate is smaller than it should be, never larger, and a small rate does not diverge.", Answer: diverges},
				},
			},
		},
	}
}
