package ch08

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/dataset"
	"ann/pkg/exercise/task"
	"ann/pkg/regression"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// oneRow asks for points on which steps with one row break out, though the full batch is safe.
func oneRow() task.Exercise {
	return task.Exercise{
		ID: "8.6", Title: "Break it: a safe α",
		Hints: [3]string{
			"A single row has a bowl of its own. How steep is it, for a row with a large x?",
			"The curvature of row i is 1 + x². λ_max of all rows is about a mean of these. When is one of them far above the mean?",
			"Nine points at 0 and one at 10: the mean of x² is 10, the row at 10 has 101.",
		},
		Why: "α was chosen for the mean of all rows, and a step with one row meets the curvature 1 + x² of that row alone. " +
			"With one far point among many, that is many times the mean, and θ is thrown out each time the point comes up.",
		Because: "A step with one row needs an α below 2 over the curvature of that row, 1 + x², not of the mean.",
		Kind: task.Break{
			Ask: "A colleague is careful. He takes $\\alpha = 1/\\lambda_{\\max}$, *half* the limit of chapter 4, and says: \"With this α nothing can break out, with any batch size.\" " +
				"Prove the contrary with **up to 20 values of x**, each between −1000 and 1000. The check fits $h = \\theta_0 + \\theta_1 x$ to them, with $y = 1$ for every point, so that a perfect line exists. " +
				"It starts at $\\theta = 0$ and makes 100 epochs with one row a step. You have broken it if $J$ ends a million times above its start. " +
				"An answer looks like `exercise.Input([]float64{1, 2, 3})`.",
			Params: "x []float64",
			Refuse: func(args []any) string {
				x := args[0].([]float64)
				if len(x) < 2 || len(x) > 20 {
					return fmt.Sprintf("there are %d points; 2 to 20 are asked for.", len(x))
				}
				for _, v := range x {
					if !(math.Abs(v) <= 1000) {
						return "an x is beyond ±1000."
					}
				}
				return ""
			},
			Try:      tryOneRow,
			Like:     likeRows,
			Solution: []string{"[]float64{0, 0, 0, 0, 0, 0, 0, 0, 0, 10}"},
			Input:    []any{[]float64{0, 0, 0, 0, 0, 0, 0, 0, 0, 10}},
			Wrong: []task.Mistake{
				{Name: "all points alike", Says: "Each row is as steep as the mean of all. Let one of them stand out.", Answer: task.Input{[]float64{1, 1, 1, 1}}},
				{Name: "evenly spread points", Says: "The steepest row is only about twice as steep as all of them. Make the others flatter.", Answer: task.Input{[]float64{1, 2, 3}}},
				{Name: "only two points", Says: "One of two is half of the mean already. The more flat rows there are, the lower is the mean.", Answer: task.Input{[]float64{0, 10}}},
				{Name: "all points far away", Says: "Then λ_max is as large as the steepest row, and α as small. It is the contrast that counts.", Answer: task.Input{[]float64{1000, 1000, 1000}}},
			},
		},
	}
}

// tryOneRow makes 100 epochs with one row a step at half the limit of the full batch.
func tryOneRow(args []any) (isBroken bool, shows string) {
	x := args[0].([]float64)
	X, y := regression.Design(x, regression.Polynomial(1)), make([]float64, len(x))
	floats.AddConst(1, y)
	_, limit := regression.LearningRates(X)
	theta, rng := []float64{0, 0}, rand.New(rand.NewPCG(8, 6))
	for range 100 {
		for _, i := range rng.Perm(len(x)) {
			row := X.RawRowView(i)
			floats.AddScaled(theta, -limit/2*(floats.Dot(row, theta)-y[i]), row)
		}
		if floats.Norm(theta, 2) > 1e100 {
			break
		}
	}
	far := max(floats.Max(x), -floats.Min(x))
	ratio := regression.J(X, y, theta) / regression.J(X, y, []float64{0, 0})
	return ratio > 1e6, fmt.Sprintf("  λ_max of all rows is %.3g, so α = %.3g.\n  The steepest row has the curvature 1 + x² = %.3g.\n"+
		"  J at the end is %.3g times J at the start.", 2/limit, limit/2, 1+far*far, ratio)
}

// likeRows says why the steepest row is no match for the mean of all.
func likeRows(args []any) string {
	x := args[0].([]float64)
	least, most := math.Inf(1), 0.0
	for _, v := range x {
		least, most = min(least, 1+v*v), max(most, 1+v*v)
	}
	switch {
	case most < 1.5*least && most > 1e4:
		return "all points far away"
	case most < 1.5*least:
		return "all points alike"
	case len(x) == 2:
		return "only two points"
	}
	return "evenly spread points"
}

// oneLook asks for a batch size and learning rates with which one epoch is enough.
func oneLook() task.Exercise {
	return task.Exercise{
		ID: "8.7", Title: "One look at each car",
		Hints: [3]string{
			"Begin with a constant α: try exercise.Input(1, 0.03, 0.03), then a larger and a smaller one. Both miss, each for its own reason. Which?",
			"You want far strides first and a small ball at the end. Which of the three numbers may be 0?",
			"exercise.Input(1, 0.1, 0.0) falls to nothing at the end. With other B, look at α/B.",
		},
		Why: "A constant α must be small to end in a small ball and large to get there, and in one epoch there is no α that is both. " +
			"An α that falls takes the one first and the other at the end, and α/B decides, so many pairs do equally well.",
		Because: "Far strides while all cars agree, small ones when they do not: α has to fall on the way, and only α/B counts.",
		Kind: task.Break{
			Ask: "\"One look at each car is not enough to fit a line,\" a colleague says. \"The full batch has made a single step by then.\" **Design the epoch that proves the contrary**: " +
				"choose the batch size B, the learning rate of the first step and that of the last; in between α falls (or rises) in a straight line. " +
				"The check makes one shuffled epoch from $\\theta = 0$, 20 times with other shuffles. You have done it if the mean of $J$ at the end is less than 1 % above the lowest $J$. " +
				"An answer looks like `exercise.Input(16, 0.3, 0.3)`. Try as often as you like: this is an experiment.",
			Params: "B, first α, last α",
			Refuse: func(args []any) string {
				size, first, last := args[0].(int), args[1].(float64), args[2].(float64)
				switch {
				case size < 1 || size > 398:
					return "B must lie between 1 and 398."
				case first < 0 || last < 0 || first > 10 || last > 10:
					return "α must lie between 0 and 10."
				}
				return ""
			},
			Try:      tryOneLook,
			Like:     likeEpoch,
			Solution: []string{"1", "0.1", "0.0"}, Input: []any{1, 0.1, 0.},
			Wrong: []task.Mistake{
				{Name: "the full batch", Says: "One epoch is one step then. Smaller batches make more steps of the same 398 looks.", Answer: task.Input{398, 0.5, 0.5}},
				{Name: "a constant α, rather large", Says: "It arrives and then jumps about in its ball. What could α do at the end?", Answer: task.Input{1, 0.1, 0.1}},
				{Name: "a constant α, rather small", Says: "Its ball is small, but it has not arrived when the epoch ends. What could α do at the beginning?", Answer: task.Input{1, 0.01, 0.01}},
				{Name: "the best constant α", Says: "No constant does better than about 3 %. Let α fall.", Answer: task.Input{1, 0.03, 0.03}},
				{Name: "α that rises", Says: "The other way round: large strides while you are far away.", Answer: task.Input{1, 0., 0.1}},
				{Name: "too few steps", Says: "The idea is right, but with a large B there are too few steps to arrive.", Answer: task.Input{64, 0.8, 0.}},
			},
		},
	}
}

// tryOneLook makes one epoch, with 20 shuffles. What J has too much is that of the mean θ, which may not have
// arrived, and the rest, which is the scatter about it.
func tryOneLook(args []any) (isBroken bool, shows string) {
	size, first, last := args[0].(int), args[1].(float64), args[2].(float64)
	cars := dataset.AutoMPG()
	x, y := cars.Column("weight_lb"), cars.Column("mpg")
	floats.AddConst(-2000, x)
	floats.Scale(1e-3, x)
	X := regression.Design(x, regression.Polynomial(1))
	fit, err := regression.LeastSquares(X, y)
	if err != nil {
		return false, err.Error()
	}
	steps, mean, middle := 0, 0.0, []float64{0, 0}
	for seed := range uint64(20) {
		b := dataset.NewBatches(X, mat.NewDense(len(y), 1, y), size, rand.New(rand.NewPCG(8, seed)))
		theta := []float64{0, 0}
		steps = b.Len()
		for t := 0; b.Next(); t++ {
			alpha := first
			if steps > 1 {
				alpha += (last - first) * float64(t) / float64(steps-1)
			}
			floats.AddScaled(theta, -alpha, regression.Gradient(b.X, mat.Col(nil, 0, b.Y), theta))
		}
		mean += regression.J(X, y, theta) / 20
		floats.AddScaled(middle, 1./20, theta)
	}
	lowest := regression.J(X, y, fit.Theta)
	above, short := 100*(mean/lowest-1), 100*(regression.J(X, y, middle)/lowest-1)
	return above < 1, fmt.Sprintf("  Steps in the epoch: %d. On the average J ends %.3g %% above the lowest J:\n"+
		"  %.3g %% because the walks have not arrived, %.3g %% because they jump about.", steps, above, short, above-short)
}

// likeEpoch says what kind of epoch it is: α over all its steps tells whether a constant α arrives.
func likeEpoch(args []any) string {
	size, first, last := args[0].(int), args[1].(float64), args[2].(float64)
	far := first * math.Ceil(398/float64(size))
	switch {
	case size == 398:
		return "the full batch"
	case last > first:
		return "α that rises"
	case last < first && size > 16:
		return "too few steps"
	case last < first:
		return ""
	case far > 25:
		return "a constant α, rather large"
	case far > 8:
		return "the best constant α"
	}
	return "a constant α, rather small"
}
