package ch03

import "ann/pkg/exercise/task"

// cures asks what to do for each trouble with the scales of features.
func cures() task.Pick {
	const nothing, repair, before, columns, training, apart = "a", "b", "c", "d", "e", "f"
	return task.Pick{
		Options: []task.Option{
			{Letter: nothing, Name: "nothing", Text: `scaling changes no prediction here`},
			{Letter: repair, Name: "repair", Text: `look at the value and correct it, then scale`},
			{Letter: before, Name: "centre first", Text: `standardise before the powers are taken, and the powers again`},
			{Letter: columns, Name: "standardise", Text: `bring each column to mean 0 and variance 1`},
			{Letter: training, Name: "keep μ and σ", Text: `use those of the training rows`},
			{Letter: apart, Name: "leave one out", Text: `or take ridge (chapter 1)`},
		},
		Rows: []task.Row{
			{
				Text:  `Gradient descent on mass in pounds, power in hp and year; the three are nearly independent. It crawls.`,
				Right: columns, Because: "Different units make the bowl long, and standardising removes units.",
				Ask: "what makes the bowl long, units or a shared content?",
				Wrong: []task.Mistake{
					{Name: "the columns blamed for what the units do", Says: "Nearly independent columns have nothing to share. Give them one scale first.", Answer: apart},
					{Name: "no cure for the crawl", Says: "The predictions of the minimum would be the same, but gradient descent does not get there.", Answer: nothing},
				},
			},
			{
				Text:  `Two standardised features, mass in pounds and mass in kilograms from another scale: $\kappa = 10^6$.`,
				Right: apart, Because: "Both say the same; no zero and no unit can change that.",
				Ask: "do the two features differ in anything but their unit?",
				Wrong: []task.Mistake{
					{Name: "scaling against collinearity", Says: "They are standardised already. What is left of κ is their correlation, and that has no unit.", Answer: columns},
					{Name: "a repair for correct values", Says: "No value is wrong here. Both columns are right, and they say the same.", Answer: repair},
				},
			},
			{
				Text:  `Features $t, t^2, t^3$ with $t$ = 1970 … 1982, each standardised: $\kappa$ is still huge.`,
				Right: before, Because: "Far from 0 the powers of t are nearly straight lines: one column.",
				Ask: "how do t, t² and t³ look between 1970 and 1982?",
				Wrong: []task.Mistake{
					{Name: "standardised once more after the powers", Says: "That was done. The three columns are nearly the same curve, and stay so.", Answer: columns},
					{Name: "a power left out", Says: "That would help κ and cost you the cubic. With t centred before the powers all three can stay.", Answer: apart},
				},
			},
			{
				Text:  `In one of 392 rows, the mass is 1,000 times too large.`,
				Right: repair, Because: "One wild value sets range and σ, and squeezes all other rows together.",
				Ask: "whose σ would it be?",
				Wrong: []task.Mistake{
					{Name: "a wild value standardised along", Says: "Its own size goes into σ, and the 391 other cars become almost one number.", Answer: columns},
					{Name: "the wild value left in", Says: "It would pull the line as in chapter 1 (leverage), whatever the units.", Answer: nothing},
				},
			},
			{
				Text:  `Six features in their own units, least squares by QR, $n$ large: you hope for better predictions.`,
				Right: nothing, Because: "Scaled columns span the same predictions, and QR finds the minimum at once.",
				Ask: "what does QR minimise, and can θ make up for a unit?",
				Wrong: []task.Mistake{
					{Name: "better predictions from other units", Says: "θ takes up the unit: half the unit, half the weight, the same ŷ. Gradient descent needs scaling, the minimum does not.", Answer: columns},
					{Name: "other columns for better predictions", Says: "Leaving a column out can only raise J on these rows. The question was what scaling does here.", Answer: apart},
				},
			},
			{
				Text:  `A trained model that takes standardised features shall predict one new car.`,
				Right: training, Because: "θ was found for that zero and that unit, and one car has no σ.",
				Ask: "to which μ and σ does θ belong?",
				Wrong: []task.Mistake{
					{Name: "the new rows standardised on their own", Says: "One car minus its own mean is 0, and 0/0 is NaN. Even many new cars would all become average.", Answer: columns},
					{Name: "raw numbers for a model of scaled ones", Says: "3,500 pounds would be 3,500 standard deviations to this model.", Answer: nothing},
				},
			},
		},
	}
}
