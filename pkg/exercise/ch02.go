package exercise

import "gonum.org/v1/gonum/mat"

func chapter02() chapter {
	return chapter{"02", "Gradient descent", []exercise{
		partialsExercise(), stepExercise(), gradientExercise(), descendExercise(), endingsExercise(),
	}}
}

func partialsExercise() exercise {
	return exercise{
		id: "2.1", name: "partials", title: "Both partial derivatives",
		hints: [3]string{
			"Both are means over the points. What do you average for θ0, and what else stands in the average for θ1?",
			"The residual of point i is r := theta0 + theta1*x[i] - y[i]. Average r for ∂J/∂θ0 and x[i]*r for ∂J/∂θ1.",
			"In the loop: d0 += r and d1 += x[i] * r. After it: return d0 / float64(len(x)), d1 / float64(len(x)).",
		},
		why: "The derivative of r²/2 is r times the derivative of r, which is 1 for θ0 and x_i for θ1. " +
			"The ½ of J cancels the 2 of the square, and the 1/n stays.",
		stub: stub02{}.partials, solution: solution02{}.partials,
		mistakes: []mistake{
			{name: "the 1/n is missing", says: "These are sums. J is a mean, so its derivatives are means: divide both by n.", answer: wrong02{}.partialsSum},
			{name: "a factor 2 too much", says: "The 2 from the square is cancelled by the ½ in J = 1/(2n) Σ r².", answer: wrong02{}.partialsTwice},
			{name: "a factor ½ too much", says: "The ½ of J is used up: it cancels the 2 that the derivative of r² brings.", answer: wrong02{}.partialsHalf},
			{name: "the residual has the wrong sign", says: "r is prediction minus measurement, h − y. With y − h both derivatives point downhill.", answer: wrong02{}.partialsSign},
			{name: "x_i is missing in ∂J/∂θ1", says: "θ1 moves the prediction of point i by x_i per unit, so its residual counts x_i times: average x[i]*r.", answer: wrong02{}.partialsNoX},
			{name: "x_i in both", says: "θ0 moves every prediction by the same amount, so ∂J/∂θ0 is the plain mean of r.", answer: wrong02{}.partialsXBoth},
			{name: "the two are swapped", says: "∂J/∂θ0 comes first. It is the one without x_i.", answer: wrong02{}.partialsSwapped},
			{name: "r is still squared", says: "The square goes when you take the derivative: r², differentiated, is 2r.", answer: wrong02{}.partialsSquares},
			{name: "r times θ", says: "The inner derivative of r = θ0 + θ1 x_i − y_i by θ1 is x_i, by θ0 it is 1; θ itself does not stay.", answer: wrong02{}.partialsTheta},
		},
		cases: func() [][]any {
			return [][]any{
				{1., 2., []float64{0, 1, 2, 4}, []float64{0, 5, 2, 5}},
				{-3., 0.5, []float64{4}, []float64{1}},
				{2., -1., []float64{1, 2, 4}, []float64{1, 0, -2}}, // no residual: both are 0
				{0.3, -0.7, normals(15, 2), normals(15, 3)},
			}
		},
	}
}

func stepExercise() exercise {
	return exercise{
		id: "2.2", name: "step", title: "One simultaneous step",
		hints: [3]string{
			"Which θ belongs into the two derivatives: the old one or the new one?",
			"Compute d0 and d1 first, both at the old (theta0, theta1). Only then subtract α times each.",
			"After the loop: return theta0 - alpha*d0, theta1 - alpha*d1, where d0 is the mean of r and d1 the mean of x[i]*r.",
		},
		why: "The gradient is one arrow at one place, so both of its components are taken at the old θ before anything moves. " +
			"Whoever puts the new θ0 into the second derivative takes one component here and the other somewhere else.",
		stub: stub02{}.step, solution: solution02{}.step,
		mistakes: []mistake{
			{name: "θ0 is updated first", says: "Your ∂J/∂θ1 is taken at the new θ0. Compute both derivatives, then change both weights. (Yours is a step of Gauss and Seidel.)", answer: wrong02{}.stepTheta0First},
			{name: "θ1 is updated first", says: "Your ∂J/∂θ0 is taken at the new θ1. Compute both derivatives, then change both weights.", answer: wrong02{}.stepTheta1First},
			{name: "+α∇J, uphill", says: "The gradient points to where J grows. Subtract α times it.", answer: wrong02{}.stepUphill},
			{name: "α is missing", says: "The step is α times the gradient: here α is taken as 1.", answer: wrong02{}.stepNoAlpha},
			{name: "the 1/n is missing", says: "J is a mean, so the gradient is a mean over the points: divide by n.", answer: wrong02{}.stepSum},
			{name: "a factor 2 too much", says: "The 2 from the square is cancelled by the ½ in J.", answer: wrong02{}.stepTwice},
			{name: "the old θ is missing", says: "This is the change, −α∇J. The new θ is the old one plus the change.", answer: wrong02{}.stepOnlyChange},
			{name: "it is the gradient itself", says: "The new θ is θ − α∇J.", answer: wrong02{}.stepGradient},
			{name: "x_i is missing in ∂J/∂θ1", says: "∂J/∂θ1 is the mean of x_i·r_i.", answer: wrong02{}.stepNoX},
			{name: "θ does not move", says: "The derivatives come out as 0. If they come from partials: is exercise 2.1 solved, and has its cell been run?", answer: wrong02{}.stepStays},
		},
		cases: func() [][]any {
			return [][]any{
				{1., 2., 0.1, []float64{0, 1, 2, 4}, []float64{0, 5, 2, 5}},
				{-3., 0.5, 0.02, []float64{4}, []float64{1}},
				{0., 0., 0.5, []float64{1, 2, 3}, []float64{2, 4, 7}},
				{0.3, -0.7, 0.3, normals(15, 2), normals(15, 3)},
			}
		},
	}
}

func gradientExercise() exercise {
	return exercise{
		id: "2.3", name: "gradient", title: "The gradient in any number of dimensions",
		hints: [3]string{
			"First the n residuals, then p+1 means. Component k of the gradient is the mean of x_ik·r_i; column 0 of X holds the ones, so the bias needs no case of its own.",
			"Two loops in a loop: for point i, r is −y[i] plus the sum of theta[k]*X.At(i, k); then grad[k] += X.At(i, k) * r / float64(n) for every k.",
			"With gonum, n and columns from X.Dims() and var r, grad mat.VecDense: r.MulVec(X, mat.NewVecDense(columns, theta)), r.SubVec(&r, mat.NewVecDense(n, y)), grad.MulVec(X.T(), &r), grad.ScaleVec(1/float64(n), &grad); return grad.RawVector().Data.",
		},
		why: "Row k of Xᵀ is column k of X, so Xᵀr is the sum of x_ik·r_i for every k at once. " +
			"It is zero exactly where the normal equation holds: there the residual is at right angles to every column.",
		stub: stub02{}.gradient, solution: solution02{}.gradient,
		mistakes: []mistake{
			{name: "the 1/n is missing", says: "This is Xᵀ(Xθ − y). J is a mean: divide by n.", answer: wrong02{}.gradientSum},
			{name: "a factor 2 too much", says: "The 2 from the square is cancelled by the ½ in J.", answer: wrong02{}.gradientTwice},
			{name: "it is the gradient of the bare sum of squares", says: "2Xᵀ(Xθ − y) belongs to |y − Xθ|². J is 1/(2n) of that, and so is its gradient.", answer: wrong02{}.gradientSumTwice},
			{name: "the residual has the wrong sign", says: "It is Xθ − y, not y − Xθ: this arrow points downhill.", answer: wrong02{}.gradientSign},
			{name: "divided by the number of columns", says: "The mean runs over the n points (rows).", answer: wrong02{}.gradientOverP},
			{name: "y is missing", says: "This is 1/n XᵀXθ. Subtract y from Xθ first.", answer: wrong02{}.gradientNoY},
			{name: "x_ik is missing", says: "Every component is the mean residual. Component k is the mean of x_ik·r_i.", answer: wrong02{}.gradientNoX},
			{name: "the bias is left out", says: "The gradient has p+1 components, and the first belongs to θ0: let k run from 0.", answer: wrong02{}.gradientNoBias},
			{name: "it is the residual", says: "These are the n values of Xθ − y. Multiply by Xᵀ and divide by n.", answer: wrong02{}.gradientResiduals},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, []float64{1, 2}},
				{features(5, 2, 20), normals(5, 21), []float64{0.5, -1, 2}},
				{features(1, 3, 22), []float64{2}, []float64{1, 1, 0, -1}},
				{features(12, 4, 24), normals(12, 25), normals(5, 26)},
			}
		},
	}
}

func descendExercise() exercise {
	return exercise{
		id: "2.4", name: "descend", title: "Gradient descent",
		hints: [3]string{
			"A loop around exercises 2.2 and 2.3. What has to be computed anew at every step?",
			"theta := make([]float64, columns) is θ = 0. In each step take the gradient at the present theta, then theta[k] -= alpha * grad[k] for every k.",
			"for range steps { grad := gradient(X, y, theta); for k := range theta { theta[k] -= alpha * grad[k] } }; return theta. Here gradient is your function of exercise 2.3.",
		},
		why: "Each step needs the slope of the place where it begins, so the gradient stands inside the loop and is complete before any θ_k moves. " +
			"With 0 steps the answer is the start, and with many small ones it comes as near to the normal equation's θ as you like.",
		stub: stub02{}.descend, solution: solution02{}.descend,
		mistakes: []mistake{
			{name: "the gradient is computed only once", says: "It changes as soon as θ moves: compute it anew inside the loop.", answer: wrong02{}.descendFrozen},
			{name: "only one step", says: "There are more steps to take: is the return inside the loop?", answer: wrong02{}.descendOnce},
			{name: "one step short", says: "Count again: for range steps runs exactly so often.", answer: wrong02{}.descendShort},
			{name: "one step too many", says: "Count again: for range steps runs exactly so often, and 0 steps give θ = 0.", answer: wrong02{}.descendLong},
			{name: "+α∇J, uphill", says: "Subtract α times the gradient; uphill, θ grows without end.", answer: wrong02{}.descendUphill},
			{name: "the 1/n is missing", says: "The gradient is a mean over the points: divide by n. Without it, steps are n times too long.", answer: wrong02{}.descendSum},
			{name: "a factor 2 too much", says: "The 2 from the square is cancelled by the ½ in J.", answer: wrong02{}.descendTwice},
			{name: "θ0 is updated first", says: "The gradient is computed again after each θ_k. Compute all components, then change all weights.", answer: wrong02{}.descendSequential},
			{name: "the start is 1 in place of 0", says: "Begin with θ_k = 0 for every k.", answer: wrong02{}.descendOnes},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, 0.1, 3},
				{features(5, 2, 30), normals(5, 31), 0.2, 10},
				{features(6, 1, 32), normals(6, 33), 0.5, 0}, // no step: the start
				{features(12, 3, 34), normals(12, 35), 0.05, 40},
			}
		},
	}
}

func endingsExercise() exercise {
	const many, one, fourth, wave, zero = 0, 1, 2, 3, 4
	return exercise{
		id: "2.5", name: "endings", title: "Where does it end",
		hints: [3]string{
			"Draw each J, if only in your head. Look for three things: how many lowest points there are, whether they are equally low, and whether the start lies on level ground.",
			"Convex: every minimum is a global one. Strictly convex: there is only one. One car alone gives a trough. The wave has many valleys.",
			"TheMinimum for ManyCars and Fourth, OneOfManyEqual for OneCar, PerhapsNotBest for Wave, StaysAtStart for WaveAtZero.",
		},
		why: "Gradient descent knows the slope under its feet and nothing else, so it ends where that is zero. " +
			"What this place is worth depends on the shape of J: strictly convex, convex, or neither.",
		stub: stub02{}.endings(), solution: solution02{}.endings(),
		judge: judgeEndings,
		mistakes: []mistake{
			endingMistake(many, OneOfManyEqual, "many minima for many cars", "Cars of different weights fix both intercept and slope: a bowl with one lowest point."),
			endingMistake(many, PerhapsNotBest, "a lower minimum for the straight line", "J is a sum of squares of something linear in θ, hence convex: no minimum is lower than another."),
			endingMistake(many, StaysAtStart, "no move at all for many cars", "The gradient is zero at the minimum only, and a start drawn by chance is not there."),
			endingMistake(one, TheMinimum, "one single minimum for one car", "Infinitely many lines go through one point. J is zero for all of them: a trough, convex but not strictly."),
			endingMistake(one, PerhapsNotBest, "minima of different depth for one car", "Every line through the point has J = 0, and it cannot be lower."),
			endingMistake(one, StaysAtStart, "no move at all for one car", "Unless the first line happens to hit the car, the residual is not 0 and pulls."),
			endingMistake(fourth, OneOfManyEqual, "θ⁴ flat in more than one point", "It is very flat around 0, and still larger than 0 everywhere else."),
			endingMistake(fourth, PerhapsNotBest, "another minimum of θ⁴", "There is no other place with slope 4θ³ = 0."),
			endingMistake(fourth, StaysAtStart, "stuck on θ⁴", "At θ = 1 the slope is 4. The steps become short near 0, but they never stop before it."),
			endingMistake(wave, TheMinimum, "one single minimum for the wave", "θ1 stands inside the sine, so J is not convex: it has a valley for the right frequency and others beside it."),
			endingMistake(wave, OneOfManyEqual, "equally deep valleys for the wave", "Changing the sign of both θ gives the same curve, so there are two best valleys. But there are others between and beside them, and those are less deep."),
			endingMistake(wave, StaysAtStart, "no move at all for the wave", "Only special starts lie on a saddle. One drawn by chance does not."),
			endingMistake(zero, TheMinimum, "the best minimum from the saddle", "At θ0 = θ1 = 0 both sin(θ1·x) and θ0 are 0, so both partial derivatives are 0: nothing moves."),
			endingMistake(zero, OneOfManyEqual, "equal minima from the saddle", "They are there, but no step is ever taken: both partial derivatives are 0 at θ0 = θ1 = 0."),
			endingMistake(zero, PerhapsNotBest, "a minimum from the saddle", "From a start beside 0, yes. At 0 itself both partial derivatives are 0."),
		},
	}
}
