// Package ch02 holds the exercises of chapter 02.
package ch02

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 02.
func Chapter() task.Chapter {
	return task.NewChapter("02", "Gradient descent", sources, append(written(), more()...)...)
}

// written are the exercises that ask for a function or for letters.
func written() []task.Exercise {
	return []task.Exercise{
		task.Exercise{
			ID: "2.1", Title: "Both partial derivatives",
			Hints: [3]string{
				"Both are means over the points. What do you average for θ0, and what else stands in the average for θ1?",
				"The residual of point i is r := theta0 + theta1*x[i] - y[i]. Average r for ∂J/∂θ0 and x[i]*r for ∂J/∂θ1.",
				"In the loop: d0 += r and d1 += x[i] * r. After it: return d0 / float64(len(x)), d1 / float64(len(x)).",
			},
			Why: "The derivative of r²/2 is r times the derivative of r, which is 1 for θ0 and x_i for θ1. " +
				"The ½ of J cancels the 2 of the square, and the 1/n stays.",
			Because: "The residual says how far off, the factor x_i says how much θ1 can do about it at this point.",
			Kind: task.Function{
				Name: "partials", Stub: stub{}.partials, Solution: solution{}.partials,
				Wrong: []task.Mistake{
					{Name: "the 1/n is missing", Says: "These are sums. J is a mean, so its derivatives are means: divide both by n.", Answer: wrong{}.partialsSum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J = 1/(2n) Σ r².", Answer: wrong{}.partialsTwice},
					{Name: "a factor ½ too much", Says: "The ½ of J is used up: it cancels the 2 that the derivative of r² brings.", Answer: wrong{}.partialsHalf},
					{Name: "the residual has the wrong sign", Says: "r is prediction minus measurement, h − y. With y − h both derivatives point downhill.", Answer: wrong{}.partialsSign},
					{Name: "x_i is missing in ∂J/∂θ1", Says: "θ1 moves the prediction of point i by x_i per unit, so its residual counts x_i times: average x[i]*r.", Answer: wrong{}.partialsNoX},
					{Name: "x_i in both", Says: "θ0 moves every prediction by the same amount, so ∂J/∂θ0 is the plain mean of r.", Answer: wrong{}.partialsXBoth},
					{Name: "the two are swapped", Says: "∂J/∂θ0 comes first. It is the one without x_i.", Answer: wrong{}.partialsSwapped},
					{Name: "r is still squared", Says: "The square goes when you take the derivative: r², differentiated, is 2r.", Answer: wrong{}.partialsSquares},
					{Name: "r times θ", Says: "The inner derivative of r = θ0 + θ1 x_i − y_i by θ1 is x_i, by θ0 it is 1; θ itself does not stay.", Answer: wrong{}.partialsTheta},
					{Name: "finite differences with a step of 0.01", Says: "A difference on one side is off by half the step times the curvature. Derive J by hand: the residual, and x_i times the residual.", Answer: wrong{}.partialsCoarse},
				},
				Cases: [][]any{
					{1., 2., []float64{0, 1, 2, 4}, []float64{0, 5, 2, 5}},
					{-3., 0.5, []float64{4}, []float64{1}},
					{2., -1., []float64{1, 2, 4}, []float64{1, 0, -2}}, // no residual: both are 0
					{0.3, -0.7, task.Normals(task.Rand(2), 15), task.Normals(task.Rand(3), 15)},
				},
				Random: random{}.partials,
				Edges: task.Edges{
					"one point": task.Len(2, 1),
					"zero bias": task.Is(0, 0.),
				},
			},
		},
		task.Exercise{
			ID: "2.2", Title: "One simultaneous step",
			Hints: [3]string{
				"Which θ belongs into the two derivatives: the old one or the new one?",
				"Compute d0 and d1 first, both at the old (theta0, theta1). Only then subtract α times each.",
				"After the loop: return theta0 - alpha*d0, theta1 - alpha*d1, where d0 is the mean of r and d1 the mean of x[i]*r.",
			},
			Why: "The gradient is one arrow at one place, so both of its components are taken at the old θ before anything moves. " +
				"Whoever puts the new θ0 into the second derivative takes one component here and the other somewhere else.",
			Because: "Both derivatives were taken at the same place, so the step is one arrow, −α∇J.",
			Kind: task.Function{
				Name: "step", Stub: stub{}.step, Solution: solution{}.step,
				Wrong: []task.Mistake{
					{Name: "θ0 is updated first", Says: "Your ∂J/∂θ1 is taken at the new θ0. Compute both derivatives, then change both weights. (Yours is a step of Gauss and Seidel.)", Answer: wrong{}.stepTheta0First},
					{Name: "θ1 is updated first", Says: "Your ∂J/∂θ0 is taken at the new θ1. Compute both derivatives, then change both weights.", Answer: wrong{}.stepTheta1First},
					{Name: "+α∇J, uphill", Says: "The gradient points to where J grows. Subtract α times it.", Answer: wrong{}.stepUphill},
					{Name: "α is missing", Says: "The step is α times the gradient: here α is taken as 1.", Answer: wrong{}.stepNoAlpha},
					{Name: "the 1/n is missing", Says: "J is a mean, so the gradient is a mean over the points: divide by n.", Answer: wrong{}.stepSum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J.", Answer: wrong{}.stepTwice},
					{Name: "the old θ is missing", Says: "This is the change, −α∇J. The new θ is the old one plus the change.", Answer: wrong{}.stepOnlyChange},
					{Name: "it is the gradient itself", Says: "The new θ is θ − α∇J.", Answer: wrong{}.stepGradient},
					{Name: "x_i is missing in ∂J/∂θ1", Says: "∂J/∂θ1 is the mean of x_i·r_i.", Answer: wrong{}.stepNoX},
					{Name: "θ does not move", Says: "The derivatives come out as 0. If they come from partials: is exercise 2.1 solved, and has its cell been run?", Answer: wrong{}.stepStays},
					{Name: "θ moves after each point", Says: "That is stochastic gradient descent, chapter 8. First add up both sums over all points at the old θ, then move once.", Answer: wrong{}.stepEach},
				},
				Cases: [][]any{
					{1., 2., 0.1, []float64{0, 1, 2, 4}, []float64{0, 5, 2, 5}},
					{-3., 0.5, 0.02, []float64{4}, []float64{1}},
					{0., 0., 0.5, []float64{1, 2, 3}, []float64{2, 4, 7}},
					{0.3, -0.7, 0.3, task.Normals(task.Rand(2), 15), task.Normals(task.Rand(3), 15)},
				},
				Random: random{}.step,
				Edges: task.Edges{
					"one point": task.Len(3, 1),
					"zero bias": task.Is(0, 0.),
				},
			},
		},
		task.Exercise{
			ID: "2.3", Title: "The gradient in any number of dimensions",
			Hints: [3]string{
				"First the n residuals, then p+1 means. Component k of the gradient is the mean of x_ik·r_i; column 0 of X holds the ones, so the bias needs no case of its own.",
				"Two loops in a loop: for point i, r is −y[i] plus the sum of theta[k]*X.At(i, k); then grad[k] += X.At(i, k) * r / float64(n) for every k.",
				"With gonum, n and columns from X.Dims() and var r, grad mat.VecDense: r.MulVec(X, mat.NewVecDense(columns, theta)), r.SubVec(&r, mat.NewVecDense(n, y)), grad.MulVec(X.T(), &r), grad.ScaleVec(1/float64(n), &grad); return grad.RawVector().Data.",
			},
			Why: "Row k of Xᵀ is column k of X, so Xᵀr is the sum of x_ik·r_i for every k at once. " +
				"It is zero exactly where the normal equation holds: there the residual is at right angles to every column.",
			Because: "Every θ_k gets the mean of its own column times the residual; the bias has the column of ones and needs no rule of its own.",
			Kind: task.Function{
				Name: "gradient", Stub: stub{}.gradient, Solution: solution{}.gradient,
				Wrong: []task.Mistake{
					{Name: "the 1/n is missing", Says: "This is Xᵀ(Xθ − y). J is a mean: divide by n.", Answer: wrong{}.gradientSum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J.", Answer: wrong{}.gradientTwice},
					{Name: "it is the gradient of the bare sum of squares", Says: "2Xᵀ(Xθ − y) belongs to |y − Xθ|². J is 1/(2n) of that, and so is its gradient.", Answer: wrong{}.gradientSumTwice},
					{Name: "the residual has the wrong sign", Says: "It is Xθ − y, not y − Xθ: this arrow points downhill.", Answer: wrong{}.gradientSign},
					{Name: "divided by the number of columns", Says: "The mean runs over the n points (rows).", Answer: wrong{}.gradientOverP},
					{Name: "y is missing", Says: "This is 1/n XᵀXθ. Subtract y from Xθ first.", Answer: wrong{}.gradientNoY},
					{Name: "x_ik is missing", Says: "Every component is the mean residual. Component k is the mean of x_ik·r_i.", Answer: wrong{}.gradientNoX},
					{Name: "the bias is left out", Says: "The gradient has p+1 components, and the first belongs to θ0: let k run from 0.", Answer: wrong{}.gradientNoBias},
					{Name: "it is the residual", Says: "These are the n values of Xθ − y. Multiply by Xᵀ and divide by n.", Answer: wrong{}.gradientResiduals},
					{Name: "r is used before it is complete", Says: "Each term of the sum over k is used at once. First finish r of the point in one loop, then add to the gradient in a second one.", Answer: wrong{}.gradientEarly},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, []float64{1, 2}},
					{task.Design(task.Rand(20), 5, 2), task.Normals(task.Rand(21), 5), []float64{0.5, -1, 2}},
					{task.Design(task.Rand(22), 1, 3), []float64{2}, []float64{1, 1, 0, -1}},
					{task.Design(task.Rand(24), 12, 4), task.Normals(task.Rand(25), 12), task.Normals(task.Rand(26), 5)},
				},
				Random: random{}.gradient,
				Edges: task.Edges{
					"one point":     task.Len(0, 1),
					"zero bias":     task.ZeroBias(2),
					"bias alone":    task.Len(2, 1),
					"square matrix": task.Square(0),
				},
			},
		},
		task.Exercise{
			ID: "2.4", Title: "Gradient descent",
			Hints: [3]string{
				"A loop around exercises 2.2 and 2.3. What has to be computed anew at every step?",
				"theta := make([]float64, columns) is θ = 0. In each step take the gradient at the present theta, then theta[k] -= alpha * grad[k] for every k.",
				"for range steps { grad := gradient(X, y, theta); for k := range theta { theta[k] -= alpha * grad[k] } }; return theta. Here gradient is your function of exercise 2.3.",
			},
			Why: "Each step needs the slope of the place where it begins, so the gradient stands inside the loop and is complete before any θ_k moves. " +
				"With 0 steps the answer is the start, and with many small ones it comes as near to the normal equation's θ as you like.",
			Because: "After each step the slope is another, so it was measured again.",
			Kind: task.Function{
				Name: "descend", Stub: stub{}.descend, Solution: solution{}.descend,
				Wrong: []task.Mistake{
					{Name: "the gradient is computed only once", Says: "It changes as soon as θ moves: compute it anew inside the loop.", Answer: wrong{}.descendFrozen},
					{Name: "only one step", Says: "There are more steps to take: is the return inside the loop?", Answer: wrong{}.descendOnce},
					{Name: "one step short", Says: "Count again: for range steps runs exactly so often.", Answer: wrong{}.descendShort},
					{Name: "one step too many", Says: "Count again: for range steps runs exactly so often, and 0 steps give θ = 0.", Answer: wrong{}.descendLong},
					{Name: "+α∇J, uphill", Says: "Subtract α times the gradient; uphill, θ grows without end.", Answer: wrong{}.descendUphill},
					{Name: "the 1/n is missing", Says: "The gradient is a mean over the points: divide by n. Without it, steps are n times too long.", Answer: wrong{}.descendSum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J.", Answer: wrong{}.descendTwice},
					{Name: "θ0 is updated first", Says: "The gradient is computed again after each θ_k. Compute all components, then change all weights.", Answer: wrong{}.descendSequential},
					{Name: "the start is 1 in place of 0", Says: "Begin with θ_k = 0 for every k.", Answer: wrong{}.descendOnes},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, 0.1, 3},
					{task.Design(task.Rand(30), 5, 2), task.Normals(task.Rand(31), 5), 0.2, 10},
					{task.Design(task.Rand(32), 6, 1), task.Normals(task.Rand(33), 6), 0.5, 0}, // no step: the start
					{task.Design(task.Rand(34), 12, 3), task.Normals(task.Rand(35), 12), 0.05, 40},
				},
				Random: random{}.descend,
				Edges: task.Edges{
					"one point":     task.Len(0, 1),
					"square matrix": task.Square(0),
					"no step":       task.Is(3, 0),
					"one step":      task.Is(3, 1),
				},
			},
		},
		task.Exercise{
			ID: "2.5", Title: "Where does it end?",
			Hints: [3]string{
				"Draw each J, if only in your head. Look for three things: how many lowest points there are, whether they are equally low, and whether the start lies on level ground.",
				"Convex: every minimum is a global one. Strictly convex: there is only one. One car alone gives a trough. The wave has many valleys.",
				"One of two letters is right in each row: 1 c or d, 2 a or d, 3 b or c, 4 a or d, 5 b or c.",
			},
			Why: "Gradient descent knows the slope under its feet and nothing else, so it ends where that is zero. " +
				"What this place is worth depends on the shape of J: strictly convex, convex, or neither.",
			Because: "Gradient descent stops where the slope is zero, whatever that place is worth.",
			Kind:    endings(),
		},
	}
}
