package ch04

import "ann/pkg/exercise/task"

// edge asks of each data set above which α gradient descent breaks, before it is measured.
func edge() task.Pick {
	const forgotN, half, noSpread, two, one, linear, unitOfY = "a", "b", "c", "d", "e", "f", "g"
	return task.Pick{
		Options: []task.Option{
			{Letter: forgotN, Name: "half a billionth", Text: `$5 \cdot 10^{-10}$`},
			{Letter: half, Name: "a tenth of a millionth", Text: `$1.05 \cdot 10^{-7}$`},
			{Letter: noSpread, Name: "almost a quarter of a millionth", Text: `$2.27 \cdot 10^{-7}$`},
			{Letter: two, Name: "two", Text: `$2$`},
			{Letter: one, Name: "one", Text: `$1$`},
			{Letter: linear, Name: "a fifth of a millionth", Text: `$2.10 \cdot 10^{-7}$`},
			{Letter: unitOfY, Name: "eleven", Text: `$11$`},
		},
		Rows: []task.Row{
			{
				Text:  `The weight of the 398 cars, standardised: mean 0, standard deviation 1.`,
				Right: two, Because: "XᵀX/n is the unit matrix: both curvatures are 1.",
				Ask: "what is the mean of x², and what is XᵀX/n?",
				Wrong: []task.Mistake{
					{Name: "1/λ_max for the standardised weight", Says: "At α = 1 one step arrives. Between 1 and 2 every direction rings and converges.", Answer: one},
					{Name: "a limit for pounds where there are none", Says: "The unit of x is gone: now the mean of x² is 1.", Answer: linear},
				},
			},
			{
				Text:  `The weight in pounds, counted from zero. The mean is 2970 lb, the standard deviation 846 lb.`,
				Right: linear, Because: "λ_max is the mean of x², 2970² + 846², and the limit is 2 over it.",
				Ask: "λ_max is about the mean of x². How does it follow from mean and standard deviation?",
				Wrong: []task.Mistake{
					{Name: "1/λ_max for raw pounds", Says: "1/λ_max is where the steep direction arrives in one step. From there to 2/λ_max it rings, and still converges.", Answer: half},
					{Name: "XᵀX without 1/n", Says: "J is a mean, so the curvatures are those of XᵀX/n: the mean of x², not its sum over 398 cars.", Answer: forgotN},
					{Name: "the square of the mean for the mean of the squares", Says: "2/2970² leaves the spread out. The mean of x² is the square of the mean plus the variance.", Answer: noSpread},
					{Name: "the limit of a scaled feature for raw pounds", Says: "It is near 1 only if the mean of x² is. Here it has seven digits.", Answer: two},
				},
			},
			{
				Text:  `Standardised, and the fuel economy in kilometres per litre: all $y$ are multiplied by $0.425$.`,
				Right: two, Because: "There is no y in XᵀX/n.",
				Ask: "where does y stand in XᵀX/n?",
				Wrong: []task.Mistake{
					{Name: "a limit in the unit of y", Says: "J does change, by 0.425². But so do all distances from the minimum, and the factors 1 − αλ stay.", Answer: unitOfY},
					{Name: "1/λ_max with another unit of y", Says: "y changes nothing here, and between 1 and 2 the walk still rings and converges.", Answer: one},
				},
			},
			{
				Text:  `The standardised weight, and every car stands in the list twice.`,
				Right: two, Because: "Twice as many terms, divided by twice as many.",
				Ask: "J is a mean. What does a second copy of every term do to a mean?",
				Wrong: []task.Mistake{
					{Name: "half the limit for twice the cars", Says: "Without the 1/n it would be so. With it, copies change nothing.", Answer: one},
					{Name: "a limit for sums", Says: "J is a mean over the cars, so their number cancels.", Answer: forgotN},
				},
			},
		},
	}
}
