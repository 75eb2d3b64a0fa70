package ch02

import "ann/pkg/exercise/task"

// endings asks of each loss and start where gradient descent with a small α ends.
func endings() task.Pick {
	const perhapsNotBest, stays, only, oneOfMany = "a", "b", "c", "d"
	return task.Pick{
		Options: []task.Option{
			{Letter: perhapsNotBest, Name: "one minimum of several", Text: `which one, and its $J$, depend on the start`},
			{Letter: stays, Name: "where it began", Text: `the gradient is 0 there, though it is no minimum`},
			{Letter: only, Name: "the only minimum", Text: `it comes there from every start`},
			{Letter: oneOfMany, Name: "one of many equal minima", Text: `which one depends on the start, but $J$ is the same at all of them`},
		},
		Rows: []task.Row{
			{
				Text:  `A line through 398 cars, $J = \frac{1}{2n}\sum_i r_i^2$; the start is drawn by chance.`,
				Right: only, Because: "Two independent columns: strictly convex.",
				Ask: "is the bowl strictly convex?",
				Wrong: []task.Mistake{
					{Name: "many minima for many cars", Says: "Cars of different weights fix both intercept and slope: a bowl with one lowest point.", Answer: oneOfMany},
					{Name: "a lower minimum for the straight line", Says: "J is a sum of squares of something linear in θ, hence convex: no minimum is lower than another.", Answer: perhapsNotBest},
					{Name: "no move at all for many cars", Says: "The gradient is zero at the minimum only, and a start drawn by chance is not there.", Answer: stays},
				},
			},
			{
				Text:  `A line through a single car, $J = \frac12 r^2$; the start is drawn by chance.`,
				Right: oneOfMany, Because: "A trough: convex, and J = 0 on a whole line.",
				Ask: "how many lines go through one point, and what is J for each?",
				Wrong: []task.Mistake{
					{Name: "one single minimum for one car", Says: "Infinitely many lines go through one point. J is zero for all of them: a trough, convex but not strictly.", Answer: only},
					{Name: "minima of different depth for one car", Says: "Every line through the point has J = 0, and it cannot be lower.", Answer: perhapsNotBest},
					{Name: "no move at all for one car", Says: "Unless the first line happens to hit the car, the residual is not 0 and pulls.", Answer: stays},
				},
			},
			{
				Text:  `$J(\theta) = \theta^4$, whose second derivative is 0 at $\theta = 0$; start at $\theta = 1$.`,
				Right: only, Because: "Strictly convex, though J″(0) = 0.",
				Ask: "draw θ⁴. How many lowest points are there?",
				Wrong: []task.Mistake{
					{Name: "θ⁴ flat in more than one point", Says: "It is very flat around 0, and still larger than 0 everywhere else.", Answer: oneOfMany},
					{Name: "another minimum of θ⁴", Says: "There is no other place with slope 4θ³ = 0.", Answer: perhapsNotBest},
					{Name: "stuck on θ⁴", Says: "At θ = 1 the slope is 4. The steps become short near 0, but they never stop before it.", Answer: stays},
				},
			},
			{
				Text:  `$y = \theta_0 \sin(\theta_1 x)$ fitted to a wave, $J = \frac{1}{2n}\sum_i r_i^2$; the start is drawn by chance.`,
				Right: perhapsNotBest, Because: "Valleys of different depth.",
				Ask: "how many valleys are there, and are they equally deep?",
				Wrong: []task.Mistake{
					{Name: "one single minimum for the wave", Says: "θ1 stands inside the sine, so J is not convex: it has a valley for the right frequency and others beside it.", Answer: only},
					{Name: "equally deep valleys for the wave", Says: "Changing the sign of both θ gives the same curve, so there are two best valleys. But there are others between and beside them, and those are less deep.", Answer: oneOfMany},
					{Name: "no move at all for the wave", Says: "Only special starts lie on a saddle. One drawn by chance does not.", Answer: stays},
				},
			},
			{
				Text:  `The same wave; start at $\theta_0 = \theta_1 = 0$.`,
				Right: stays, Because: "A saddle: the gradient there is exactly 0.",
				Ask: "what are both partial derivatives at θ0 = θ1 = 0?",
				Wrong: []task.Mistake{
					{Name: "the best minimum from the saddle", Says: "At θ0 = θ1 = 0 both sin(θ1·x) and θ0 are 0, so both partial derivatives are 0: nothing moves.", Answer: only},
					{Name: "equal minima from the saddle", Says: "They are there, but no step is ever taken: both partial derivatives are 0 at θ0 = θ1 = 0.", Answer: oneOfMany},
					{Name: "a minimum from the saddle", Says: "From a start beside 0, yes. At 0 itself both partial derivatives are 0.", Answer: perhapsNotBest},
				},
			},
		},
	}
}
