package exercise

import "gonum.org/v1/gonum/mat"

func chapter01() chapter {
	return chapter{"01", "Linear regression and least squares", []exercise{
		costExercise(), designExercise(), normalEquationExercise(), sigma2Exercise(),
		ridgeExercise(), curesExercise(), emittanceExercise(),
	}}
}

func costExercise() exercise {
	return exercise{
		id: "1.1", name: "cost", title: "Loss J(θ0, θ1)",
		hints: [3]string{
			"Each point adds one number: the square of how far the line is from it.",
			"The residual of point i is r := theta0 + theta1*x[i] - y[i]. Add r*r over all i; what stands before the Σ comes after the loop.",
			"Return sum / (2 * float64(len(x))). Do not write 1/2 * sum: in Go 1/2 is 0.",
		},
		why: "The square makes every deviation count as positive and a twice larger one four times. " +
			"1/n makes J independent of how many points there are, and the ½ cancels the 2 that the derivative brings.",
		stub: stub01{}.cost, solution: solution01{}.cost,
		mistakes: []mistake{
			{name: "the ½ is missing", says: "This is the mean squared error, 1/n Σ r². J is half of it: divide by 2n.", answer: wrong01{}.costMSE},
			{name: "the 1/n is missing", says: "J is a mean: without 1/n it grows with the number of points. Divide by 2n, not by 2.", answer: wrong01{}.costHalfSum},
			{name: "nothing is divided", says: "This is Σ r² = |y − Xθ|². J is 1/(2n) of it.", answer: wrong01{}.costSum},
			{name: "it is the root mean squared error", says: "√(1/n Σ r²) has the unit of y. J takes no root and has a ½.", answer: wrong01{}.costRMSE},
			{name: "a root is taken", says: "This is √J. Return what stands below the root.", answer: wrong01{}.costRoot},
			{name: "|r| in place of r²", says: "Least squares adds squares: r*r, not math.Abs(r). (Σ|r| is least absolute deviation.)", answer: wrong01{}.costAbs},
			{name: "squared after summing", says: "Positive and negative residuals cancel before the square. Square each one, then add.", answer: wrong01{}.costSquareLast},
			{name: "θ0 is left out", says: "The hypothesis is h = θ0 + θ1·x; this line goes through the origin.", answer: wrong01{}.costNoBias},
			{name: "θ0 and θ1 are swapped", says: "θ1 multiplies x, θ0 stands alone.", answer: wrong01{}.costSwapped},
		},
		cases: func() [][]any {
			return [][]any{
				{1., 2., []float64{0, 1, 2, 3}, []float64{0, 5, 2, 5}},
				{-3., 0.5, []float64{4}, []float64{1}},
				{2., -1., []float64{1, 2, 4}, []float64{1, 0, -2}}, // no residual: J = 0
				{0.3, -0.7, normals(15, 2), normals(15, 3)},
			}
		},
	}
}

func designExercise() exercise {
	return exercise{
		id: "1.2", name: "design", title: "Design matrix",
		hints: [3]string{
			"One row a point, one column a power. How many powers are there from 0 to p?",
			"X := mat.NewDense(len(x), p+1, nil), then two loops: i over the points, k from 0 to p, both ends included.",
			"Write X.Set(i, k, math.Pow(x[i], float64(k))); math.Pow(0, 0) is 1, as it must be for the ones column. Return X.",
		},
		why: "Column k is the basis function φ_k(x) = x^k at every point, so Xθ is the polynomial at every point. " +
			"Column 0 is x^0 = 1, the pseudo-variable that θ0 multiplies, which makes p+1 columns.",
		stub: stub01{}.design, solution: solution01{}.design,
		mistakes: []mistake{
			{name: "no ones column", says: "The powers begin at x^0 = 1, else the polynomial has no θ0. Let k run from 0.", answer: wrong01{}.designNoOnes},
			{name: "degree p with p columns", says: "From x^0 to x^p there are p+1 powers: p+1 columns, and the loop runs to k <= p.", answer: wrong01{}.designShort},
			{name: "the powers begin at 1 and end at p+1", says: "Column k holds x^k, so column 0 holds x^0 = 1.", answer: wrong01{}.designShifted},
			{name: "transposed", says: "Points are rows and powers are columns: mat.NewDense(len(x), p+1, nil) and X.Set(i, k, …).", answer: wrong01{}.designTransposed},
			{name: "k·x in place of x^k", says: "All columns but the first would be multiples of one another. Multiply x with itself: math.Pow(x[i], float64(k)).", answer: wrong01{}.designTimes},
			{name: "k^x in place of x^k", says: "math.Pow(a, b) is a^b: the base x[i] comes first.", answer: wrong01{}.designBaseSwapped},
			{name: "the powers run from high to low", says: "Column 0 is x^0 and belongs to θ0; put x^k in column k.", answer: wrong01{}.designReversed},
		},
		cases: func() [][]any {
			return [][]any{
				{[]float64{0, 1, 2, 3}, 2},
				{[]float64{-2, 0.5}, 3},
				{[]float64{5, 6, 7}, 1},
				{[]float64{4, -1}, 0},
				{normals(9, 4), 5},
			}
		},
	}
}

func normalEquationExercise() exercise {
	return exercise{
		id: "1.3", name: "normalEquation", title: "Normal equation",
		hints: [3]string{
			"Two products come first: a small square matrix XᵀX and a vector Xᵀy. Which shapes have they?",
			"var A mat.Dense; A.Mul(X.T(), X) and var b mat.VecDense; b.MulVec(X.T(), mat.NewVecDense(len(y), y)).",
			"var theta mat.VecDense; if err := theta.SolveVec(&A, &b); err != nil { panic(err) }; return theta.RawVector().Data.",
		},
		why: "At the minimum the residual y − Xθ is at right angles to every column of X, and Xᵀ(y − Xθ) = 0 is the normal equation. " +
			"Solving it is cheaper and more exact than making the inverse of XᵀX and multiplying.",
		stub: stub01{}.normalEquation, solution: solution01{}.normalEquation,
		mistakes: []mistake{
			{name: "XXᵀ in place of XᵀX", says: "XXᵀ is n×n, but there are p+1 unknowns. The matrix is A.Mul(X.T(), X), with the transposed on the left.", answer: wrong01{}.normalOuter},
			{name: "not solved", says: "This is Xᵀy, the right side. θ solves XᵀX θ = Xᵀy: use SolveVec.", answer: wrong01{}.normalUnsolved},
			{name: "Xᵀ is missing on the right side", says: "Both sides are multiplied by Xᵀ: XᵀX θ = Xᵀy, not = y.", answer: wrong01{}.normalPlainY},
			{name: "multiplied where it must be solved", says: "This is XᵀX·Xᵀy. θ is (XᵀX)⁻¹Xᵀy, so solve, do not multiply.", answer: wrong01{}.normalNoInverse},
			{name: "a ones column was added once more", says: "There is one θ too many. X has its ones column already; a second one makes XᵀX singular.", answer: wrong01{}.normalOnesTwice, byShape: true},
			{name: "the ones column was dropped", says: "There is one θ too few, and this hyperplane goes through the origin. Column 0 belongs to θ0: keep it.", answer: wrong01{}.normalNoOnes},
			{name: "θ in the wrong order", says: "The numbers are right but run from last to first. θ[k] belongs to column k.", answer: wrong01{}.normalReversed},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(2, 2, []float64{1, 2, 1, 4}), []float64{3, 7}}, // square: here XXᵀ has the right shape too
				{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 3}), []float64{1, 2, 2, 5}},
				{features(6, 2, 5), normals(6, 6)},
				{features(15, 4, 7), normals(15, 8)},
			}
		},
	}
}

func sigma2Exercise() exercise {
	return exercise{
		id: "1.4", name: "sigma2", title: "Variance of the noise",
		hints: [3]string{
			"A mean of r² comes out too small, because θ was chosen to make r small. By how much must the divisor shrink?",
			"Every θ_k that was fitted uses up one point. How many θ are there with p features and a bias?",
			"Add r*r over all residuals and divide by float64(len(r) - p - 1).",
		},
		why: "A fit with p features and a bias makes p+1 combinations of the residuals 0, so only n−p−1 of them are free. " +
			"With n−p−1 the estimate hits σ² on average; with n it is too small by the factor (n−p−1)/n.",
		stub: stub01{}.sigma2, solution: solution01{}.sigma2,
		mistakes: []mistake{
			{name: "divided by n", says: "That would be right for the true θ. The fitted θ lies closer to the points: divide by n−p−1.", answer: wrong01{}.sigma2N},
			{name: "divided by n−1", says: "n−1 belongs to a fitted mean alone. Here p features were fitted too: n−p−1.", answer: wrong01{}.sigma2N1},
			{name: "divided by n−p", says: "The bias θ0 is fitted too and uses up one more point: n−p−1.", answer: wrong01{}.sigma2NP},
			{name: "a root is taken", says: "This is σ. The variance σ² has no root.", answer: wrong01{}.sigma2Root},
			{name: "a ½ too much", says: "The 2 of J = 1/(2n) Σ r² does not belong here.", answer: wrong01{}.sigma2Twice},
			{name: "r is not squared", says: "Positive and negative residuals cancel. Add r*r.", answer: wrong01{}.sigma2Plain},
		},
		cases: func() [][]any {
			return [][]any{
				{[]float64{1, -2, 3, 0, -1, 2}, 2},
				{[]float64{0.5, -0.25, 1}, 1},
				{[]float64{2, 0, 4}, 0},
				{normals(20, 9), 5},
			}
		},
	}
}

func ridgeExercise() exercise {
	twins := mat.NewDense(5, 3, []float64{1, 0, 0, 1, 1, 1, 1, 2, 2, 1, 3, 3, 1, 5, 5})
	return exercise{
		id: "1.5", name: "ridge", title: "Ridge",
		hints: [3]string{
			"Set the derivative to 0, as for the normal equation. The penalty adds one term, and not for θ0.",
			"Multiply by n: Xᵀ(Xθ − y) + nλθ̄ = 0. So XᵀX gets something added on its diagonal.",
			"For k = 1 … p (not 0): A.Set(k, k, A.At(k, k)+float64(n)*lambda). Then solve Aθ = Xᵀy as in 1.3.",
		},
		why: "The derivative of 1/(2n)|y − Xθ|² is Xᵀ(Xθ − y)/n and that of λ/2|θ̄|² is λθ̄, hence nλ after multiplying by n. " +
			"The bias is left out, because adding 100 to every y should move θ0 by 100 and nothing else.",
		stub: stub01{}.ridge, solution: solution01{}.ridge,
		mistakes: []mistake{
			{name: "the bias is penalised too", says: "θ̄ is θ without θ0: leave element (0, 0) of XᵀX as it is.", answer: wrong01{}.ridgeBias},
			{name: "only the bias is penalised", says: "It is the other way round: elements (1, 1) … (p, p) get nλ, element (0, 0) does not.", answer: wrong01{}.ridgeBiasOnly},
			{name: "the penalty is on all elements", says: "nλ is added on the diagonal only, from k = 1.", answer: wrong01{}.ridgeEverywhere},
			{name: "λ without n", says: "J carries 1/n. When you multiply by n to get XᵀX, λ becomes nλ.", answer: wrong01{}.ridgeNoN},
			{name: "λ without n, and the bias is penalised", says: "Two things: J carries 1/n, so it is nλ; and element (0, 0) stays as it is.", answer: wrong01{}.ridgeNoNBias},
			{name: "the sign of the penalty", says: "It is subtracted. A penalty is added to J, so nλ is added to the diagonal.", answer: wrong01{}.ridgeMinus},
			{name: "2λ for λ", says: "The penalty is λ/2 |θ̄|²; the ½ cancels the 2 of the derivative.", answer: wrong01{}.ridgeTwice},
			{name: "λ/2 for λ", says: "The ½ of λ/2 |θ̄|² is gone after the derivative: d/dθ ½θ² = θ.", answer: wrong01{}.ridgeHalf},
			{name: "λ is not used", says: "This is plain least squares.", answer: wrong01{}.ridgeNone},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 3}), []float64{1, 3, 5, 9}, 0.5},
				{features(10, 3, 10), normals(10, 11), 0.3},
				{features(3, 4, 12), normals(3, 13), 0.1}, // fewer points than columns
				{twins, []float64{1, 2, 4, 3, 6}, 1.5},    // two equal features
				{features(8, 2, 14), normals(8, 15), 0.},
			}
		},
	}
}

func emittanceExercise() exercise {
	return exercise{
		id: "1.7", name: "emittance", title: "★ Emittance",
		hints: [3]string{
			"A, B and C hold three unknowns: σ11, σ12 and σ22. Solve for them, A first.",
			"σ11 = A/L², σ12 = −B/(2L²) − A/L³, σ22 = C/L² + B/L³ + A/L⁴. Put them into ε² = σ11·σ22 − σ12² and see what cancels.",
			"Only (AC − B²/4)/L⁴ is left, and the root of L⁴ is L².",
		},
		why: "ε² is the determinant of the beam matrix at the quadrupole, and all terms with A²/L⁶ and AB/L⁵ cancel in it. " +
			"AC − B²/4 is A times the smallest σ² of the parabola, so a noisy parabola that dips below 0 gives an imaginary ε.",
		stub: stub01{}.emittance, solution: solution01{}.emittance,
		mistakes: []mistake{
			{name: "1/L² is missing", says: "The root alone is m³·rad; the drift L brings it back to m·rad.", answer: wrong01{}.emittanceNoDrift},
			{name: "L in place of L²", says: "ε² has L⁴ below it, so ε has L².", answer: wrong01{}.emittanceDriftOnce},
			{name: "multiplied by L²", says: "A = L²σ11, so L divides on the way back.", answer: wrong01{}.emittanceTimes},
			{name: "B² is not quartered", says: "B = −2L(…), so B² carries a 4: take AC − B²/4. Here AC − B² can turn negative.", answer: wrong01{}.emittanceNoQuarter},
			{name: "B is not squared", says: "It is B²/4, with B*B.", answer: wrong01{}.emittanceNoSquare},
			{name: "no root is taken", says: "This is ε². Take the root.", answer: wrong01{}.emittanceNoRoot},
			{name: "the root is forgotten and L² is not squared with it", says: "Take the root of AC − B²/4, then divide by L².", answer: wrong01{}.emittanceRootOnly},
		},
		cases: func() [][]any {
			return [][]any{
				{4e-6, -4.8e-6, 1.48e-6, 2.},
				{5e-6, -1e-6, 2e-6, 1.5},
				{3., 2., 1., 0.5},
				{2., -1., 4., 3.},
			}
		},
	}
}
