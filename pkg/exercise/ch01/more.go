package ch01

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

// more are the predictions, the bug and what is to be broken.
func more() []task.Exercise {
	return []task.Exercise{
		{
			ID: "1.8", Title: "The slope, by eye",
			Hints: [3]string{
				"Look at the two ends of the cloud: what does a car of 2000 lb do, and what one of 4500 lb?",
				"Divide the difference in mpg by the difference in mass, counted in 1000 lb. It is negative.",
				"From about 31 mpg at 2000 lb to about 12 at 4500 lb: that is 19 mpg over 2.5 times 1000 lb.",
			},
			Why: "The line of least squares is the one whose squared bars are smallest. " +
				"It goes through the average car, and its slope is the covariance of mass and fuel economy over the variance of the mass.",
			Because: "Most people guess too steep: the eye follows the long axis of the cloud, and least squares counts vertical misses only.",
			Kind: task.Prediction{
				Ask:     "Commit yourself before anything is computed: by how many mpg does the line of least squares change for each 1000 lb? Mind the sign.",
				Unit:    "mpg per 1000 lb",
				Outcome: -7.68, Tolerance: 0.01, Near: 1, Guess: -9.,
				Misses: []task.Mistake{
					{Name: "the long axis of the cloud", Says: "That is the line nearest to the points at right angles. Least squares takes vertical distances, which gives a flatter line.", Answer: -10.},
					{Name: "the sign is lost", Says: "Heavy cars go less far with a gallon: the slope is negative.", Answer: 7.7},
					{Name: "per pound, not per 1000 lb", Says: "The axis counts in 1000 lb.", Answer: -0.0077},
				},
				Forms: []string{"−7.68", "-7.68", "7.68", "−7.7", "-7.7"},
			},
		},
		{
			ID: "1.9", Title: "Four of forty points",
			Hints: [3]string{
				"The four points lie 40 below the line, and the others pull with residuals of about half a unit.",
				"A squared residual of 40 weighs as much as thousands of residuals of ½.",
				"The spoiled points lie at large x. To come near to them the line must give up nearly all of its slope.",
			},
			Why: "Least squares weighs a point by its squared distance, so four points far away outweigh thirty-six near ones. " +
				"Least absolute deviation pulls with the same force at any distance, and stays.",
			Because: "Most people say too much, because thirty-six of forty sounds like a safe majority; the square lets a few far points decide.",
			Kind: task.Prediction{
				Ask:     "The points lie on a line of slope 2, with a spread of ½. Four of the forty, at the right end, are moved down by 40. Which slope has the line of least squares then?",
				Outcome: 0.2332, Tolerance: 0.001, Near: 0.3, Guess: 1.5,
				Misses: []task.Mistake{
					{Name: "a tenth of the points, a tenth of the slope", Says: "The square makes the far points count far more than a tenth.", Answer: 1.8},
					{Name: "it stays", Says: "That is what least absolute deviation does.", Answer: 2.},
					{Name: "it turns over", Says: "Nearly: at a shift of 50 the slope is negative.", Answer: -2.},
				},
				Forms: []string{"0.23", "0.233"},
			},
		},
		{
			ID: "1.10", Title: "Find the bug: the normal equation",
			Hints: [3]string{
				"The careless test has as many points as weights. What is special about such an X?",
				"Follow the index i: which values does it take when X has 100 rows and 2 columns?",
				"XᵀX and Xᵀy are sums over the points. Find the loop over the points.",
			},
			Why: "XᵀX and Xᵀy are sums over all n points; here only the first p+1 points are added. " +
				"On a square X that is all of them, and the fit goes through them exactly, which is why a test with two points is careless.",
			Because: "A test with a square X cannot tell rows from columns: always test with shapes that differ.",
			Kind: task.Bug{
				Name: "normalEquation", Function: bug{}.normalEquation, Right: solution{}.normalEquation,
				Ask:      "A colleague solves the normal equation with loops alone. The line through (1, 3) and (2, 5) comes out right, $\\theta = (1, 2)$, and so does the parabola through three points. With 398 cars it is wrong. **Which line, and why?**",
				Careless: [][]any{{mat.NewDense(2, 2, []float64{1, 1, 1, 2}), []float64{3, 5}}, {mat.NewDense(3, 3, []float64{1, 0, 0, 1, 1, 1, 1, 2, 4}), []float64{1, 2, 5}}},
				Line:     5, Fixed: "for i := range n {, with n, columns := X.Dims(): the sums run over the points.",
				Fine: map[int]string{
					2: "Dims gives rows and columns, and the columns are what XᵀX needs. The number of rows is not asked for, which is a trace.",
					3: "XᵀX has as many rows and columns as X has columns.",
					4: "Xᵀy has one number for each column of X.",
					7: "Xᵀy in column j is the sum of x_ij·y_i. The sum is right; over which i it runs is said elsewhere.",
					9: "XᵀX at (j, k) is the sum of x_ij·x_ik. The sum is right; over which i it runs is said elsewhere.",
				},
				Reasons: []task.Option{
					{Letter: "a", Text: "the sum leaves out all points but the first ones"},
					{Letter: "b", Text: "the matrix is filled transposed"},
					{Letter: "c", Text: "the sums are not divided by n"},
				},
				Reason: "a",
				Wrong: []task.Mistake{
					{Name: "transposed", Says: "XᵀX is symmetric: transposed it is the same.", Answer: "b"},
					{Name: "1/n", Says: "It would stand on both sides of the equation and cancel.", Answer: "c"},
				},
				Random: func(rng *rand.Rand) []any {
					n, p := 3+rng.IntN(6), 1+rng.IntN(2)
					return []any{task.Design(rng, n+p, p), task.Normals(rng, n+p)}
				},
			},
		},
		{
			ID: "1.11", Title: "Break it: no single answer",
			Hints: [3]string{
				"When do two columns of X, or a column and the ones, say the same?",
				"A feature that is a multiple of the other, or a sum of it and a constant, brings nothing new.",
				"Take any x1 and make x2 from it: twice each value, say. The same length in feet and in metres is such a pair.",
			},
			Why: "If one column is a sum of multiples of the others, weights can be shifted from one to the other without any change of ŷ. " +
				"XᵀX has then no inverse, and every θ along a line has the same J.",
			Because: "Along the direction that turns the columns into 0, J does not change: the valley has become a trough without a lowest point.",
			Kind: task.Break{
				Ask:    "A model has two features and a bias, $h = \\theta_0 + \\theta_1 x_1 + \\theta_2 x_2$. Give two features of five points or more, each of them not the same for all points, for which least squares has no single answer, whatever $y$.",
				Params: "[]float64{…}, []float64{…}",
				Refuse: refuseFeatures, Try: breakLeastSquares,
				Solution: []string{"[]float64{1, 2, 3, 4, 5}", "[]float64{2, 4, 6, 8, 10}"},
				Input:    []any{[]float64{1, 2, 3, 4, 5}, []float64{2, 4, 6, 8, 10}},
				Wrong: []task.Mistake{
					{Name: "nearly the same", Says: "Nearly collinear columns have one answer still, if a shaky one. Make x2 from x1 exactly.", Answer: task.Input{[]float64{1, 2, 3, 4, 5}, []float64{1, 2, 3, 4, 5.01}}},
					{Name: "a power", Says: "x² is no multiple of x and 1: that is a parabola, which five points determine.", Answer: task.Input{[]float64{1, 2, 3, 4, 5}, []float64{1, 4, 9, 16, 25}}},
					{Name: "independent", Says: "These two features say different things.", Answer: task.Input{[]float64{1, 2, 3, 4, 5}, []float64{5, 1, 4, 2, 3}}},
				},
			},
		},
	}
}

func refuseFeatures(args []any) string {
	x1, x2 := args[0].([]float64), args[1].([]float64)
	isConstant := func(x []float64) bool {
		for _, v := range x {
			if v != x[0] {
				return false
			}
		}
		return true
	}
	switch {
	case len(x1) != len(x2):
		return fmt.Sprintf("x1 has %d values and x2 has %d.", len(x1), len(x2))
	case len(x1) < 5:
		return "it has fewer than five points, and with two of them a plane is never determined."
	case isConstant(x1) || isConstant(x2):
		return "a feature is the same for all points: then it is a second ones column, which is too easy."
	}
	return ""
}

// breakLeastSquares says whether [1 x1 x2] has fewer than three independent columns, and
// shows a direction of θ in which nothing changes.
func breakLeastSquares(args []any) (isBroken bool, shows string) {
	x1, x2 := args[0].([]float64), args[1].([]float64)
	X := mat.NewDense(len(x1), 3, nil)
	for i := range x1 {
		X.SetRow(i, []float64{1, x1[i], x2[i]})
	}
	var svd mat.SVD
	if !svd.Factorize(X, mat.SVDThin) {
		return false, "  the singular values of X could not be found"
	}
	s := svd.Values(nil)
	if s[2] > 1e-12*s[0] {
		return false, fmt.Sprintf("  κ(X) = %.3g: the columns 1, x1, x2 are independent", s[0]/s[2])
	}
	var v mat.Dense
	svd.VTo(&v)
	d := mat.Col(nil, 2, &v)
	largest := math.Max(math.Abs(d[1]), math.Abs(d[2]))
	for k := range d {
		d[k] = math.Round(d[k]/largest*1e6) / 1e6
	}
	return true, fmt.Sprintf("  θ and θ + c·(%.4g, %.4g, %.4g) have the same h, whatever c is", d[0], d[1], d[2])
}
