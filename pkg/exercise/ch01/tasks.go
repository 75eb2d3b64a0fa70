// Package ch01 holds the exercises of chapter 01.
package ch01

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 01.
func Chapter() task.Chapter {
	return task.NewChapter("01", "Linear regression and least squares", sources, append(written(), more()...)...)
}

// written are the exercises that ask for a function or for letters.
func written() []task.Exercise {
	twins := mat.NewDense(5, 3, []float64{1, 0, 0, 1, 1, 1, 1, 2, 2, 1, 3, 3, 1, 5, 5})
	return []task.Exercise{
		task.Exercise{
			ID: "1.1", Title: "The loss",
			Hints: [3]string{
				"Each point adds one number: the square of how far the line is from it.",
				"The residual of point i is r := theta0 + theta1*x[i] - y[i]. Add r*r over all i; what stands before the Σ comes after the loop.",
				"Return sum / (2 * float64(len(x))). Do not write 1/2 * sum: in Go 1/2 is 0.",
			},
			Why: "The square makes every deviation count as positive and a twice larger one four times. " +
				"1/n makes J independent of how many points there are, and the ½ cancels the 2 that the derivative brings.",
			Because: "Each residual is squared by itself, so misses of both signs add up; the 2n makes the sum a mean and prepares the derivative.",
			Kind: task.Function{
				Name: "cost", Stub: stub{}.cost, Solution: solution{}.cost,
				Wrong: []task.Mistake{
					{Name: "the ½ is missing", Says: "This is the mean squared error, 1/n Σ r². J is half of it: divide by 2n.", Answer: wrong{}.costMSE},
					{Name: "the 1/n is missing", Says: "J is a mean: without 1/n it grows with the number of points. Divide by 2n, not by 2.", Answer: wrong{}.costHalfSum},
					{Name: "nothing is divided", Says: "This is Σ r² = |y − Xθ|². J is 1/(2n) of it.", Answer: wrong{}.costSum},
					{Name: "it is the root mean squared error", Says: "√(1/n Σ r²) has the unit of y. J takes no root and has a ½.", Answer: wrong{}.costRMSE},
					{Name: "a root is taken", Says: "This is √J. Return what stands below the root.", Answer: wrong{}.costRoot},
					{Name: "|r| in place of r²", Says: "Least squares adds squares: r*r, not math.Abs(r). (Σ|r| is least absolute deviation.)", Answer: wrong{}.costAbs},
					{Name: "squared after summing", Says: "Positive and negative residuals cancel before the square. Square each one, then add.", Answer: wrong{}.costSquareLast},
					{Name: "h and y are squared apart", Says: "h² − y² is not (h − y)². Subtract first, then square.", Answer: wrong{}.costSquaresApart},
					{Name: "θ0 is left out", Says: "The hypothesis is h = θ0 + θ1·x; this line goes through the origin.", Answer: wrong{}.costNoBias},
					{Name: "θ0 and θ1 are swapped", Says: "θ1 multiplies x, θ0 stands alone.", Answer: wrong{}.costSwapped},
				},
				Cases: [][]any{
					{1., 2., []float64{0, 1, 2, 3}, []float64{0, 5, 2, 5}},
					{-3., 0.5, []float64{4}, []float64{1}},
					{2., -1., []float64{1, 2, 4}, []float64{1, 0, -2}}, // no residual: J = 0
					{0.3, -0.7, task.Normals(task.Rand(2), 15), task.Normals(task.Rand(3), 15)},
				},
				Random: random{}.cost,
				Edges: task.Edges{
					"one point": task.Len(2, 1),
					"zero bias": task.Is(0, 0.),
				},
			},
		},
		task.Exercise{
			ID: "1.2", Title: "The design matrix",
			Hints: [3]string{
				"One row a point, one column a power. How many powers are there from 0 to p?",
				"X := mat.NewDense(len(x), p+1, nil), then two loops: i over the points, k from 0 to p, both ends included.",
				"Write X.Set(i, k, math.Pow(x[i], float64(k))); math.Pow(0, 0) is 1, as it must be for the ones column. Return X.",
			},
			Why: "Column k is the basis function φ_k(x) = x^k at every point, so Xθ is the polynomial at every point. " +
				"Column 0 is x^0 = 1, the pseudo-variable that θ0 multiplies, which makes p+1 columns.",
			Because: "Each row holds all powers of one point, so that one product Xθ is the polynomial at every point.",
			Kind: task.Function{
				Name: "design", Stub: stub{}.design, Solution: solution{}.design,
				Wrong: []task.Mistake{
					{Name: "no ones column", Says: "The powers begin at x^0 = 1, else the polynomial has no θ0. Let k run from 0.", Answer: wrong{}.designNoOnes},
					{Name: "degree p with p columns", Says: "From x^0 to x^p there are p+1 powers: p+1 columns, and the loop runs to k <= p.", Answer: wrong{}.designShort},
					{Name: "the powers begin at 1 and end at p+1", Says: "Column k holds x^k, so column 0 holds x^0 = 1.", Answer: wrong{}.designShifted},
					{Name: "transposed", Says: "Points are rows and powers are columns: mat.NewDense(len(x), p+1, nil) and X.Set(i, k, …).", Answer: wrong{}.designTransposed},
					{Name: "k·x in place of x^k", Says: "All columns but the first would be multiples of one another. Multiply x with itself: math.Pow(x[i], float64(k)).", Answer: wrong{}.designTimes},
					{Name: "k^x in place of x^k", Says: "math.Pow(a, b) is a^b: the base x[i] comes first.", Answer: wrong{}.designBaseSwapped},
					{Name: "the powers run from high to low", Says: "Column 0 is x^0 and belongs to θ0; put x^k in column k.", Answer: wrong{}.designReversed},
				},
				Cases: [][]any{
					{[]float64{0, 1, 2, 3}, 2},
					{[]float64{-2, 0.5}, 3},
					{[]float64{5, 6, 7}, 1},
					{[]float64{4, -1}, 0},
					{task.Normals(task.Rand(4), 9), 5},
				},
				Random: random{}.design,
				Edges: task.Edges{
					"one point":     task.Len(0, 1),
					"degree 0":      task.Is(1, 0),
					"square matrix": func(a []any) bool { return len(a[0].([]float64)) == a[1].(int)+1 },
				},
			},
		},
		task.Exercise{
			ID: "1.3", Title: "The normal equation",
			Hints: [3]string{
				"Two products come first: a small square matrix XᵀX and a vector Xᵀy. Which shapes have they?",
				"var A mat.Dense; A.Mul(X.T(), X) and var b mat.VecDense; b.MulVec(X.T(), mat.NewVecDense(len(y), y)).",
				"var theta mat.VecDense; if err := theta.SolveVec(&A, &b); err != nil { panic(err) }; return theta.RawVector().Data.",
			},
			Why: "At the minimum the residual y − Xθ is at right angles to every column of X, and Xᵀ(y − Xθ) = 0 is the normal equation. " +
				"Solving it is cheaper and more exact than making the inverse of XᵀX and multiplying.",
			Because: "XᵀX θ = Xᵀy says that the residual is at right angles to every column, and that is the foot of the valley.",
			Kind: task.Function{
				Name: "normalEquation", Stub: stub{}.normalEquation, Solution: solution{}.normalEquation,
				Wrong: []task.Mistake{
					{Name: "XXᵀ in place of XᵀX", Says: "XXᵀ is n×n, but there are p+1 unknowns. The matrix is A.Mul(X.T(), X), with the transposed on the left.", Answer: wrong{}.normalOuter},
					{Name: "not solved", Says: "This is Xᵀy, the right side. θ solves XᵀX θ = Xᵀy: use SolveVec.", Answer: wrong{}.normalUnsolved},
					{Name: "Xᵀ is missing on the right side", Says: "Both sides are multiplied by Xᵀ: XᵀX θ = Xᵀy, not = y.", Answer: wrong{}.normalPlainY},
					{Name: "multiplied where it must be solved", Says: "This is XᵀX·Xᵀy. θ is (XᵀX)⁻¹Xᵀy, so solve, do not multiply.", Answer: wrong{}.normalNoInverse},
					{Name: "a ones column was added once more", Says: "There is one θ too many. X has its ones column already; a second one makes XᵀX singular.", Answer: wrong{}.normalOnesTwice, ByShape: true},
					{Name: "the ones column was dropped", Says: "There is one θ too few, and this hyperplane goes through the origin. Column 0 belongs to θ0: keep it.", Answer: wrong{}.normalNoOnes},
					{Name: "only one side is divided by n", Says: "A 1/n would have to stand on both sides of XᵀX θ = Xᵀy, and there it cancels: leave it out.", Answer: wrong{}.normalOverN},
					{Name: "θ in the wrong order", Says: "The numbers are right but run from last to first. θ[k] belongs to column k.", Answer: wrong{}.normalReversed},
				},
				Cases: [][]any{
					{mat.NewDense(2, 2, []float64{1, 2, 1, 4}), []float64{3, 7}}, // square: here XXᵀ has the right shape too
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 3}), []float64{1, 2, 2, 5}},
					{task.Design(task.Rand(5), 6, 2), task.Normals(task.Rand(6), 6)},
					{task.Design(task.Rand(7), 15, 4), task.Normals(task.Rand(8), 15)},
				},
				Random: random{}.normalEquation,
				Edges: task.Edges{
					"one point":     task.Len(0, 1),
					"square matrix": task.Square(0),
				},
			},
		},
		task.Exercise{
			ID: "1.4", Title: "The variance of the noise",
			Hints: [3]string{
				"A mean of r² comes out too small, because θ was chosen to make r small. By how much must the divisor shrink?",
				"Every θ_k that was fitted uses up one point. How many θ are there with p features and a bias?",
				"Add r*r over all residuals and divide by float64(len(r) - p - 1).",
			},
			Why: "A fit with p features and a bias makes p+1 combinations of the residuals 0, so only n−p−1 of them are free. " +
				"With n−p−1 the estimate hits σ² on average; with n it is too small by the factor (n−p−1)/n.",
			Because: "The fit has used up p+1 of the n residuals' freedoms, so the sum of squares belongs to the n−p−1 that are left.",
			Kind: task.Function{
				Name: "sigma2", Stub: stub{}.sigma2, Solution: solution{}.sigma2,
				Wrong: []task.Mistake{
					{Name: "divided by n", Says: "That would be right for the true θ. The fitted θ lies closer to the points: divide by n−p−1.", Answer: wrong{}.sigma2N},
					{Name: "divided by n−1", Says: "n−1 belongs to a fitted mean alone. Here p features were fitted too: n−p−1.", Answer: wrong{}.sigma2N1},
					{Name: "divided by n−p", Says: "The bias θ0 is fitted too and uses up one more point: n−p−1.", Answer: wrong{}.sigma2NP},
					{Name: "a root is taken", Says: "This is σ. The variance σ² has no root.", Answer: wrong{}.sigma2Root},
					{Name: "a ½ too much", Says: "The 2 of J = 1/(2n) Σ r² does not belong here.", Answer: wrong{}.sigma2Twice},
					{Name: "r is not squared", Says: "Positive and negative residuals cancel. Add r*r.", Answer: wrong{}.sigma2Plain},
					{Name: "it is the variance of a sample", Says: "The mean of the residuals is not subtracted, and p+1 weights were fitted, not one mean: Σr²/(n−p−1).", Answer: wrong{}.sigma2Sample},
					{Name: "neighbours are multiplied", Says: "This adds r_i·r_{i−1}. Square each residual by itself: r[i]*r[i].", Answer: wrong{}.sigma2Neighbours},
				},
				Cases: [][]any{
					{[]float64{1, -2, 3, 0, -1, 2}, 2},
					{[]float64{0.5, -0.25, 1}, 1},
					{[]float64{2, 0, 4}, 0},
					{task.Normals(task.Rand(9), 20), 5},
				},
				Random: random{}.sigma2,
				Edges: task.Edges{
					"no features":        task.Is(1, 0),
					"one point to spare": func(a []any) bool { return len(a[0].([]float64)) == a[1].(int)+2 },
				},
			},
		},
		task.Exercise{
			ID: "1.5", Title: "Ridge",
			Hints: [3]string{
				"Set the derivative to 0, as for the normal equation. The penalty adds one term, and not for θ0.",
				"Multiply by n: Xᵀ(Xθ − y) + nλθ̄ = 0. So XᵀX gets something added on its diagonal.",
				"For k = 1 … p (not 0): A.Set(k, k, A.At(k, k)+float64(n)*lambda). Then solve Aθ = Xᵀy as in 1.3.",
			},
			Why: "The derivative of 1/(2n)|y − Xθ|² is Xᵀ(Xθ − y)/n and that of λ/2|θ̄|² is λθ̄, hence nλ after multiplying by n. " +
				"The bias is left out, because adding 100 to every y should move θ0 by 100 and nothing else.",
			Because: "nλ on the diagonal is what the penalty adds to the slope of J, and row 0 stays free because θ0 costs nothing.",
			Kind: task.Function{
				Name: "ridge", Stub: stub{}.ridge, Solution: solution{}.ridge,
				Wrong: []task.Mistake{
					{Name: "the bias is penalised too", Says: "θ̄ is θ without θ0: leave element (0, 0) of XᵀX as it is.", Answer: wrong{}.ridgeBias},
					{Name: "only the bias is penalised", Says: "It is the other way round: elements (1, 1) … (p, p) get nλ, element (0, 0) does not.", Answer: wrong{}.ridgeBiasOnly},
					{Name: "the penalty is on all elements", Says: "nλ is added on the diagonal only, from k = 1.", Answer: wrong{}.ridgeEverywhere},
					{Name: "λ without n", Says: "J carries 1/n. When you multiply by n to get XᵀX, λ becomes nλ.", Answer: wrong{}.ridgeNoN},
					{Name: "λ without n, and the bias is penalised", Says: "Two things: J carries 1/n, so it is nλ; and element (0, 0) stays as it is.", Answer: wrong{}.ridgeNoNBias},
					{Name: "the sign of the penalty", Says: "It is subtracted. A penalty is added to J, so nλ is added to the diagonal.", Answer: wrong{}.ridgeMinus},
					{Name: "nλ is added to the right side", Says: "The penalty adds nλθ_k, which stands on the side of θ: add nλ to the diagonal of XᵀX, not to Xᵀy.", Answer: wrong{}.ridgeRight},
					{Name: "solved first, then made smaller", Says: "The weights share what the features have in common, so they do not all shrink alike: put nλ on the diagonal before solving.", Answer: wrong{}.ridgeShrunk},
					{Name: "2λ for λ", Says: "The penalty is λ/2 |θ̄|²; the ½ cancels the 2 of the derivative.", Answer: wrong{}.ridgeTwice},
					{Name: "λ/2 for λ", Says: "The ½ of λ/2 |θ̄|² is gone after the derivative: d/dθ ½θ² = θ.", Answer: wrong{}.ridgeHalf},
					{Name: "λ is not used", Says: "This is plain least squares.", Answer: wrong{}.ridgeNone},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 3}), []float64{1, 3, 5, 9}, 0.5},
					{task.Design(task.Rand(10), 10, 3), task.Normals(task.Rand(11), 10), 0.3},
					{task.Design(task.Rand(12), 3, 4), task.Normals(task.Rand(13), 3), 0.1}, // fewer points than columns
					{twins, []float64{1, 2, 4, 3, 6}, 1.5},                                  // two equal features
					{task.Design(task.Rand(14), 8, 2), task.Normals(task.Rand(15), 8), 0.},
				},
				Random: random{}.ridge,
				Edges: task.Edges{
					"one point":                 task.Len(0, 1),
					"no penalty":                task.Is(2, 0.),
					"square matrix":             task.Square(0),
					"fewer points than columns": isWide,
				},
			},
		},
		task.Exercise{
			ID: "1.6", Title: "Which cure for which ill?",
			Hints: [3]string{
				"Ask of each ill: is it y, is it x, are there too few points for the features, or is it the question that is different?",
				"A penalty on θ helps where the data leave θ open; it does nothing against a wrong value. Another loss helps against a wrong y, not against a wrong x.",
				"One of two letters is right in each row: 1 b or e, 2 b or c, 3 c or f, 4 b or d, 5 d or e, 6 a or b.",
			},
			Why: "Outliers in y, a far x, features that say the same, too few points and the wish for a band are different ills, and each method changes only one thing: the loss, the penalty, or what is asked for. " +
				"A point that is wrong in x needs your eyes, because the fit bends to it and its residual looks harmless.",
			Because: "Each method changes one thing, the loss, the penalty or the question, and so cures one ill.",
			Kind:    cures(),
		},
		task.Exercise{
			ID: "1.7", Title: "★ The emittance",
			Hints: [3]string{
				"A, B and C hold three unknowns: σ11, σ12 and σ22. Solve for them, A first.",
				"σ11 = A/L², σ12 = −B/(2L²) − A/L³, σ22 = C/L² + B/L³ + A/L⁴. Put them into ε² = σ11·σ22 − σ12² and see what cancels.",
				"Only (AC − B²/4)/L⁴ is left, and the root of L⁴ is L².",
			},
			Why: "ε² is the determinant of the beam matrix at the quadrupole, and all terms with A²/L⁶ and AB/L⁵ cancel in it. " +
				"AC − B²/4 is A times the smallest σ² of the parabola, so a noisy parabola that dips below 0 gives an imaginary ε.",
			Because: "AC − B²/4 is what does not change when the beam drifts, which is why it gives the emittance.",
			Kind: task.Function{
				Name: "emittance", Stub: stub{}.emittance, Solution: solution{}.emittance,
				Wrong: []task.Mistake{
					{Name: "1/L² is missing", Says: "The root alone is m³·rad; the drift L brings it back to m·rad.", Answer: wrong{}.emittanceNoDrift},
					{Name: "L in place of L²", Says: "ε² has L⁴ below it, so ε has L².", Answer: wrong{}.emittanceDriftOnce},
					{Name: "multiplied by L²", Says: "A = L²σ11, so L divides on the way back.", Answer: wrong{}.emittanceTimes},
					{Name: "B² is not quartered", Says: "B = −2L(…), so B² carries a 4: take AC − B²/4. Here AC − B² can turn negative.", Answer: wrong{}.emittanceNoQuarter},
					{Name: "B is not squared", Says: "It is B²/4, with B*B.", Answer: wrong{}.emittanceNoSquare},
					{Name: "no root is taken", Says: "This is ε². Take the root.", Answer: wrong{}.emittanceNoRoot},
					{Name: "the root is forgotten and L² is not squared with it", Says: "Take the root of AC − B²/4, then divide by L².", Answer: wrong{}.emittanceRootOnly},
				},
				Cases: [][]any{
					{4e-6, -4.8e-6, 1.48e-6, 2.},
					{5e-6, -1e-6, 2e-6, 1.5},
					{3., 2., 1., 0.5},
					{2., -1., 4., 3.},
				},
				Random: random{}.emittance,
				Edges: task.Edges{
					"B is 0": task.Is(1, 0.),
				},
			},
		},
	}
}
