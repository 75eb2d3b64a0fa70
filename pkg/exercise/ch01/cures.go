package ch01

import "ann/pkg/exercise/task"

// cures asks for each ill the one method to reach for. Student-t noise belongs
// to the same family as least absolute deviation, so only one of the two is on
// offer.
func cures() task.Pick {
	const bayes, ridge, leastAbsolute, lasso, leastSquares, repair = "a", "b", "c", "d", "e", "f"
	return task.Pick{
		Options: []task.Option{
			{Letter: bayes, Name: "Bayes", Text: `a Gaussian prior on $\bar\theta$; gives a distribution of $\theta$`},
			{Letter: ridge, Name: "ridge", Text: `minimise $J + \frac{\lambda}{2}\,\lvert\bar\theta\rvert^2$`},
			{Letter: leastAbsolute, Name: "least absolute deviation", Text: `minimise $\sum_i \lvert r_i\rvert$`},
			{Letter: lasso, Name: "lasso", Text: `minimise $J + \lambda\,\lvert\bar\theta\rvert_1$`},
			{Letter: leastSquares, Name: "least squares", Text: `minimise $\sum_i r_i^2$`},
			{Letter: repair, Name: "repair", Text: `look at the point; correct it, or leave it out and say so`},
		},
		Rows: []task.Row{
			{
				Text:  `392 clean points, 3 independent features, normal noise: you want $\theta$.`,
				Right: leastSquares, Because: "Nothing is ill: it is the best there is.",
				Ask: "nothing is ill here, so what does the plain method lack?",
				Wrong: []task.Mistake{
					{Name: "ridge where nothing is ill", Says: "With many clean points and independent features a penalty only pulls θ away from the truth.", Answer: ridge},
					{Name: "least absolute deviation where noise is normal", Says: "It works, but its θ scatters about 1.25 times as much as that of least squares.", Answer: leastAbsolute},
				},
			},
			{
				Text:  `4 of 40 values of $y$ are wildly off, nobody can say which: you want the line of the other 36.`,
				Right: leastAbsolute, Because: "|r| instead of r² bounds the pull of each point.",
				Ask: "the pull of a huge residual must be bounded.",
				Wrong: []task.Mistake{
					{Name: "least squares against outliers", Says: "A residual ten times larger pulls a hundred times as much on J: the four bad points decide the line.", Answer: leastSquares},
					{Name: "ridge against outliers", Says: "It still adds r², so the outliers pull as before; it only makes θ̄ smaller. That is another ill's cure.", Answer: ridge},
					{Name: "lasso against outliers", Says: "It still adds r², so the outliers pull as before; it only sets some θ_k to 0.", Answer: lasso},
					{Name: "Bayes with normal noise against outliers", Says: "Normal noise means r² again. The prior is on θ, the ill is in y.", Answer: bayes},
					{Name: "repairing points that nobody can name", Says: "To throw out whatever does not fit is to choose the result. Take a loss that can live with them.", Answer: repair},
				},
			},
			{
				Text:  `The mass of one car was typed a factor 1000 too large: you want the line of the others.`,
				Right: repair, Because: "The fit bends to a far x, whose residual looks harmless.",
				Ask: "a huge x pulls whatever is done to its residual.",
				Wrong: []task.Mistake{
					{Name: "least squares with a far x", Says: "It goes (almost) through the wrong point and gives the other cars up.", Answer: leastSquares},
					{Name: "least absolute deviation against a far x", Says: "|r| bounds the pull of a wrong y. A far x is a lever: turning the line away from it makes this one |r| larger than all others together.", Answer: leastAbsolute},
					{Name: "ridge against a far x", Says: "The slope that follows the far point is nearly 0, so the penalty even likes it.", Answer: ridge},
				},
			},
			{
				Text:  `Two features carry the same information, both shall stay: you want one steady $\theta$, no band.`,
				Right: ridge, Because: "The penalty shares the weight among the two.",
				Ask: "XᵀX is (nearly) singular; something must decide how the two share the weight.",
				Wrong: []task.Mistake{
					{Name: "least squares with twin features", Says: "XᵀX is (nearly) singular: θ_1 + θ_2 is known, how they share it is noise.", Answer: leastSquares},
					{Name: "lasso with twin features", Says: "It keeps one of them, whichever happens to fit a little better, and sets the other to 0. Both shall stay.", Answer: lasso},
					{Name: "Bayes where one θ is asked for", Says: "It works, and its mean is the θ of ridge. But no band was asked for: ridge is that θ without the rest.", Answer: bayes},
				},
			},
			{
				Text:  `More features than points: most $\theta_k$ shall be exactly 0.`,
				Right: lasso, Because: "|θ|₁ has corners, so θ_k end exactly at 0.",
				Ask: "the penalty must have a corner where θ_k = 0.",
				Wrong: []task.Mistake{
					{Name: "least squares with more features than points", Says: "There are infinitely many θ with J = 0, and nothing chooses among them.", Answer: leastSquares},
					{Name: "ridge for exact zeros", Says: "It makes all θ_k smaller and none exactly 0: the slope of θ² at 0 is 0.", Answer: ridge},
					{Name: "a Gaussian prior for exact zeros", Says: "Its mean is the θ of ridge: small, but not 0.", Answer: bayes},
				},
			},
			{
				Text:  `You know beforehand how large $\bar\theta$ may be: you want an error band for a new car that uses this knowledge.`,
				Right: bayes, Because: "Prior and data give a whole distribution of θ.",
				Ask: "the answer is a distribution, and the knowledge beforehand must enter it.",
				Wrong: []task.Mistake{
					{Name: "least squares for a band with a prior", Says: "It gives a band too, but from these data alone; what you know beforehand has no place in it.", Answer: leastSquares},
					{Name: "ridge for a band", Says: "Ridge gives one θ. The band is in the distribution of which this θ is the mean.", Answer: ridge},
				},
			},
		},
	}
}
