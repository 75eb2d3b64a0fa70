// Package ch04 holds the exercises of chapter 04.
package ch04

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 04.
func Chapter() task.Chapter {
	return task.NewChapter("04", "Learning rate", sources,
		pounds(),
		task.Exercise{
			ID: "4.2", Title: "The limit",
			Hints: [3]string{
				"Which matrix has the curvatures of J as its eigenvalues? Mind the 1/n. Which of them decides?",
				"var H mat.SymDense and H.SymOuterK(1/float64(n), X.T()) make XᵀX/n. Then var eigen mat.EigenSym, eigen.Factorize(&H, false), and eigen.Values(nil) is the list, rising.",
				"values := eigen.Values(nil); return 2 / values[len(values)-1].",
			},
			Why: "Direction k is multiplied by 1 − αλ_k in a step, and that is below −1 as soon as α is above 2/λ_k. " +
				"The largest curvature is the first to get there, whatever the others do.",
			Because: "The steepest direction is the first whose factor 1 − αλ reaches −1, at α = 2/λ_max.",
			Kind: task.Function{
				Name: "alphaLimit", Stub: stub{}.alphaLimit, Solution: solution{}.alphaLimit,
				Wrong: []task.Mistake{
					{Name: "1/λ_max", Says: "There the steepest direction arrives in one step. It rings up to 2/λ_max, and breaks above.", Answer: wrong{}.limitOne},
					{Name: "λ_min", Says: "The flattest direction is the last to break. The steepest one sets the limit: take the largest eigenvalue.", Answer: wrong{}.limitSmallest},
					{Name: "XᵀX without 1/n", Says: "J is a mean over the n points, so its curvatures are those of XᵀX/n.", Answer: wrong{}.limitSum},
					{Name: "1/λ_max, and XᵀX without 1/n", Says: "Two things: the limit is 2 over the largest curvature, and the curvatures are those of XᵀX/n.", Answer: wrong{}.limitOneSum},
					{Name: "the best α in place of the limit", Says: "2/(λ_min + λ_max) is where flattest and steepest shrink alike. The walk converges for larger α too, up to 2/λ_max.", Answer: wrong{}.limitBest},
					{Name: "it is λ_max itself", Says: "This is the curvature. The limit of α is 2 over it.", Answer: wrong{}.limitIsLambda},
					{Name: "the singular value of X", Says: "The curvatures are the squares of X's singular values, over n: here the square is missing.", Answer: wrong{}.limitSingular},
					{Name: "the sum of the eigenvalues", Says: "Each direction walks for itself, so only the largest λ counts, not the sum (the trace).", Answer: wrong{}.limitTrace},
					{Name: "the ones column is left out", Says: "The bias is a direction like the others: use all of X.", Answer: wrong{}.limitNoOnes},
					{Name: "divided by the number of columns", Says: "The mean runs over the n points (rows): X.Dims() gives rows first.", Answer: wrong{}.limitColumns},
					{Name: "the largest diagonal entry", Says: "The steepest direction is seldom along an axis. The diagonal of XᵀX/n has the curvatures along the axes; the eigenvalues reach beyond.", Answer: wrong{}.limitDiagonal},
					{Name: "eigenvalue number 1", Says: "With p+1 columns the largest is the last of p+1: values[len(values)-1].", Answer: wrong{}.limitSecond},
					{Name: "the ½ of J is kept", Says: "J has 1/(2n), but the second derivative of r²/2 has no ½ any more: the curvatures are those of XᵀX/n.", Answer: wrong{}.limitHalf},
					{Name: "upside down", Says: "A steep direction allows a small α only: 2 over λ_max, not λ_max over 2.", Answer: wrong{}.limitUpsideDown},
					{Name: "2 times λ_max", Says: "It is 2 divided by λ_max: the steeper, the smaller α must be.", Answer: wrong{}.limitTimes},
					{Name: "1/n of whole numbers", Says: "1/n is 0 in Go if n is a whole number, and all curvatures with it. Write 1/float64(n).", Answer: wrong{}.limitWhole},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4})},
					{mat.NewDense(4, 2, []float64{1, -1, 1, 1, 1, -1, 1, 1})}, // standardised: 2
					{task.Design(task.Rand(40), 6, 3)},
					{mat.NewDense(3, 1, []float64{1, 1, 1})},
				},
				Random: random{}.alphaLimit,
				Edges: task.Edges{
					"one point":     task.Len(0, 1),
					"square matrix": task.Square(0),
				},
			},
		},
		task.Exercise{
			ID: "4.3", Title: "A warm-up and a cosine",
			Hints: [3]string{
				"Two cases: t < warm and the rest. In the second the cosine begins anew: how many of its steps are over at step t, and how many has it in all?",
				"Warm-up: alpha * float64(t+1) / float64(warm). Cosine: part := float64(t-warm) / float64(total-warm) runs from 0 to 1, and half a cosine needs the angle math.Pi*part.",
				"if t < warm { return alpha * float64(t+1) / float64(warm) }; then return alpha * (1 + math.Cos(math.Pi*part)) / 2 with part from hint 2.",
			},
			Why: "Two schedules, one after the other, each counting its own steps: that is all there is to it. " +
				"The t + 1 saves the first step, which would have the rate 0 and do nothing.",
			Because: "Each of the two schedules counts its own steps, from 0.",
			Kind: task.Function{
				Name: "rate", Stub: stub{}.rate, Solution: solution{}.rate,
				Wrong: []task.Mistake{
					{Name: "the warm-up begins with 0", Says: "With t/warm the first step has α = 0 and does nothing, and step warm − 1 is not yet at alpha: take (t+1)/warm.", Answer: wrong{}.rateFromZero},
					{Name: "whole numbers in the warm-up", Says: "(t+1)/warm of whole numbers is 0 or 1 in Go. Turn both into float64 before you divide.", Answer: wrong{}.rateWholeWarm},
					{Name: "α stays after the warm-up", Says: "It should fall along half a cosine. If you have written one: (t-warm)/(total-warm) of whole numbers is 0 in Go, so turn both into float64 before you divide.", Answer: wrong{}.rateWholeCosine},
					{Name: "the cosine does not begin after the warm-up", Says: "At t = warm it should be at its top. Count its steps from there: t − warm of total − warm.", Answer: wrong{}.rateNotRestarted},
					{Name: "the cosine is too long", Says: "It has total − warm steps, not total: so it does not come down to 0.", Answer: wrong{}.rateOverTotal},
					{Name: "no warm-up", Says: "The first warm steps are not a cosine: there α grows in equal parts.", Answer: wrong{}.rateNoWarm},
					{Name: "the ½ of the cosine is missing", Says: "1 + cos runs from 2 to 0. Half of it runs from 1 to 0.", Answer: wrong{}.rateNoHalf},
					{Name: "the bare cosine", Says: "cos runs from 1 to −1, and a negative α walks uphill. Take ½(1 + cos).", Answer: wrong{}.rateNoOne},
					{Name: "a quarter of a wave", Says: "cos from 0 to π/2 falls to 0 as well, but with a slope at its end. Half a cosine is ½(1 + cos(π·part)).", Answer: wrong{}.rateQuarter},
					{Name: "degrees in the cosine", Says: "math.Cos takes radians: half a turn is math.Pi, not 180.", Answer: wrong{}.rateDegrees},
					{Name: "α is missing", Says: "This is the schedule s(t). The rate is alpha times it.", Answer: wrong{}.rateNoAlpha},
					{Name: "α is constant", Says: "It should depend on t: first a warm-up, then half a cosine.", Answer: wrong{}.rateConstant},
					{Name: "every step of the warm-up has alpha/warm", Says: "It grows with t: (t+1)/warm of alpha.", Answer: wrong{}.rateFlatWarm},
					{Name: "the warm-up is one step too long", Says: "Step warm belongs to the cosine already: t < warm, not <=.", Answer: wrong{}.rateLongWarm},
					{Name: "the cosine rises", Says: "½(1 − cos) goes from 0 to 1. The one that falls is ½(1 + cos).", Answer: wrong{}.rateRising},
					{Name: "brackets are missing", Says: "alpha * 1 + cos / 2 is read as (alpha * 1) + (cos / 2). Put 1 + cos into brackets.", Answer: wrong{}.rateBrackets},
					{Name: "the cosine is one step too short", Says: "It would be 0 in step total − 1. The last step still moves: divide by total − warm.", Answer: wrong{}.rateShort},
					{Name: "a straight line down", Says: "It is to fall along half a cosine, slowly at both ends, not straight.", Answer: wrong{}.rateLinear},
					{Name: "1/2 of whole numbers", Says: "1/2 is 0 in Go, because whole numbers divide to whole numbers. Write 0.5.", Answer: wrong{}.rateZeroHalf},
					{Name: "the warm-up is divided by total", Says: "It has warm steps, so it grows by alpha/warm in each.", Answer: wrong{}.rateWarmOverTotal},
					{Name: "α is missing in the warm-up", Says: "(t+1)/warm is the part of alpha that it has reached: multiply.", Answer: wrong{}.rateWarmNoAlpha},
					{Name: "α is missing in the cosine", Says: "½(1 + cos) is the part of alpha that is left: multiply.", Answer: wrong{}.rateCosNoAlpha},
					{Name: "a whole wave", Says: "2π brings the cosine back to its top. Half a wave is math.Pi times the part.", Answer: wrong{}.rateWholeWave},
				},
				Cases: [][]any{
					{0.5, 0, 4, 12},
					{0.5, 2, 4, 12},
					{0.5, 3, 4, 12},
					{0.5, 4, 4, 12},
					{0.5, 7, 4, 12},
					{0.3, 11, 4, 12},
					{2., 3, 0, 9}, // no warm-up
				},
				Random: random{}.rate,
				Edges: task.Edges{
					"first step": task.Is(1, 0),
					"no warm-up": task.Is(2, 0),
				},
			},
		},
		task.Exercise{
			ID: "4.4", Title: "The update with a schedule",
			Hints: [3]string{
				"It is gradient descent of chapter 2 with one line changed: which α belongs to step t?",
				"theta := slices.Clone(start), because start belongs to the caller. Then a loop over rates; in each round the gradient at the present theta, regression.Gradient(X, y, theta), and then the update.",
				"for _, alpha := range rates { grad := regression.Gradient(X, y, theta); for k := range theta { theta[k] -= alpha * grad[k] } }; return theta.",
			},
			Why: "A schedule changes nothing in the rule, only the number in it: step t is made with α_t. " +
				"That is why the same few lines serve for every schedule, and also for a list of rates that you make up.",
			Because: "The rule is that of chapter 2; only α has a number for each step now.",
			Kind: task.Function{
				Name: "descendBy", Stub: stub{}.descendBy, Solution: solution{}.descendBy,
				Wrong: []task.Mistake{
					{Name: "the first rate in every step", Says: "Step t is made with rates[t], not with rates[0].", Answer: wrong{}.byFirst},
					{Name: "the rates are multiplied", Says: "α of step t is rates[t] itself. Yours is the product of all rates so far: is there a *= ?", Answer: wrong{}.byProduct},
					{Name: "one long step", Says: "Your gradient is that of the start, in all steps. After each step the slope is another one: compute it in the loop.", Answer: wrong{}.byOneLong},
					{Name: "only one step", Says: "There are more rates to use: is the return inside the loop?", Answer: wrong{}.byReturnInside},
					{Name: "the last rate is left out", Says: "There is a step for each rate: for t := range rates runs through all of them.", Answer: wrong{}.byShort},
					{Name: "the first rate is left out", Says: "Steps are counted from 0: the first is made with rates[0].", Answer: wrong{}.byFromOne},
					{Name: "+α∇J, uphill", Says: "The gradient points to where J grows. Subtract.", Answer: wrong{}.byUphill},
					{Name: "the 1/n is missing", Says: "J is a mean, so the gradient is a mean over the points: divide by n.", Answer: wrong{}.bySum},
					{Name: "a factor 2 too much", Says: "The 2 from the square is cancelled by the ½ in J.", Answer: wrong{}.byTwice},
					{Name: "the start is forgotten", Says: "Begin at a copy of start, not at θ = 0.", Answer: wrong{}.byZeroStart},
					{Name: "the index for the rate", Says: "range gives the index first. The rate is the second: for _, alpha := range rates.", Answer: wrong{}.byIndex},
					{Name: "the weights are updated in turn", Says: "The gradient is computed again after each θ_k. Compute all components, then change all weights.", Answer: wrong{}.byTurns},
					{Name: "θ does not move", Says: "What comes back is the start. Is there a := in the loop, which makes a new theta that ends with the round? And is it theta that is returned?", Answer: wrong{}.byStays},
					{Name: "the last rate in every step", Says: "Step t is made with rates[t], not with the last of them.", Answer: wrong{}.byLast},
					{Name: "= for -=", Says: "The new θ_k is the old one minus α times the gradient. Yours forgets the old one.", Answer: wrong{}.byAssign},
					{Name: "= for -=, without the minus", Says: "The new θ_k is the old one minus α times the gradient. Yours is the product alone.", Answer: wrong{}.byProductAlone},
					{Name: "only the change is returned", Says: "Add it to the start: new θ = start − sum of the steps.", Answer: wrong{}.byChange},
					{Name: "θ in place of the gradient", Says: "α is multiplied by the gradient at θ, not by θ.", Answer: wrong{}.byTheta},
					{Name: "the bias stays", Says: "All p+1 weights move, θ_0 too: let k run from 0.", Answer: wrong{}.byNoBias},
					{Name: "all rates in every step", Says: "A loop in the loop: one step for each rate is enough.", Answer: wrong{}.byNested},
				},
				Cases: [][]any{
					{mat.NewDense(4, 2, []float64{1, 0, 1, 1, 1, 2, 1, 4}), []float64{0, 5, 2, 5}, []float64{1, 2}, []float64{0.1, 0.05, 0.2}},
					{task.Design(task.Rand(41), 5, 2), task.Normals(task.Rand(42), 5), []float64{0.5, -1, 2}, []float64{0.3, 0.2, 0.1, 0.05}},
					{task.Design(task.Rand(43), 6, 1), task.Normals(task.Rand(44), 6), []float64{1, -1}, []float64{}}, // no step: the start
					{task.Design(task.Rand(45), 12, 3), task.Normals(task.Rand(46), 12), task.Normals(task.Rand(47), 4), []float64{0.05, 0.1, 0.15, 0.2, 0.1, 0.02}},
				},
				Random: random{}.descendBy,
				Edges: task.Edges{
					"one point": task.Len(0, 1),
					"no step":   task.Len(3, 0),
					"one step":  task.Len(3, 1),
				},
			},
		},
		task.Exercise{
			ID: "4.5", Title: "A convergence test that is not fooled by a rise",
			Hints: [3]string{
				"What is J[t-1] - J[t] when J rises? Is that number less than tol?",
				"for t := 1; t < len(J); t++, with decrease := J[t-1] - J[t]. Two conditions must hold for it.",
				"if decrease >= 0 && decrease < tol { return t } in the loop, and return -1 after it.",
			},
			Why: "\"Less than tol\" alone is also true of every negative number, so a diverging walk would count as converged after its first step. " +
				"No change at all is a decrease of 0 and passes, as it does at the minimum.",
			Because: "A rise is a decrease below 0, and so below every tolerance: the sign had to be asked for.",
			Kind: task.Function{
				Name: "convergedAt", Stub: stub{}.convergedAt, Solution: solution{}.convergedAt,
				Wrong: []task.Mistake{
					{Name: "rising J called converged", Says: "Where J rises, J[t-1] − J[t] is negative, and that is less than tol. Ask for decrease >= 0 as well.", Answer: wrong{}.atRise},
					{Name: "a small rise called converged", Says: "|ΔJ| is small for a small rise too. Here a rise is none, however small: ask for the sign.", Answer: wrong{}.atSize},
					{Name: "no change is left out", Says: "A step that does not change J is the clearest case of all: >= 0, not > 0.", Answer: wrong{}.atStrict},
					{Name: "the difference is the wrong way round", Says: "A decrease is J before minus J after: J[t-1] - J[t]. Yours finds small rises.", Answer: wrong{}.atSwapped},
					{Name: "> for <", Says: "Converged means that little happens: less than tol.", Answer: wrong{}.atLarge},
					{Name: "J itself is compared with tol", Says: "J need not go to 0 at its minimum. What becomes small is its change.", Answer: wrong{}.atValue},
					{Name: "a part of J is compared", Says: "That is the better test in practice. Here it is the slide's: the decrease itself, against tol.", Answer: wrong{}.atRelative},
					{Name: "the change since the start", Says: "It is the change in one iteration: J[t-1] − J[t], not J[0] − J[t].", Answer: wrong{}.atFromStart},
					{Name: "one step too early", Says: "The step from J[t-1] to J[t] is step t: return t, not t − 1.", Answer: wrong{}.atBefore},
					{Name: "the last such step", Says: "The walk ends at the first: return it at once.", Answer: wrong{}.atLast},
					{Name: "the end where there is no such step", Says: "If the test never passes, the walk has not converged: return −1.", Answer: wrong{}.atEnd},
					{Name: "the return −1 stands inside the loop", Says: "Only the first step is looked at. Return −1 after the loop, when no step has passed.", Answer: wrong{}.atFirstOnly},
					{Name: "≤ for <", Says: "A decrease of exactly tol is not less than tol.", Answer: wrong{}.atEqual},
					{Name: "or for and", Says: "Both must hold: no rise, and less than tol. Write &&, not ||.", Answer: wrong{}.atOr},
					{Name: "the loss for the step", Says: "Return the index t, not J[t].", Answer: wrong{}.atLoss},
					{Name: "the last step is not looked at", Says: "t runs up to len(J) − 1, with t < len(J).", Answer: wrong{}.atShort},
					{Name: "the first step is not looked at", Says: "The first decrease is J[0] − J[1], at t = 1.", Answer: wrong{}.atFromTwo},
					{Name: "0 for −1", Says: "0 would be the start. If the test never passes, return −1.", Answer: wrong{}.atZero},
					{Name: "the number of such steps", Says: "It is the first of them that is wanted: return it at once.", Answer: wrong{}.atCount},
					{Name: "a rise ends the search", Says: "A rise is no convergence, but the walk goes on: look at the next step.", Answer: wrong{}.atGivesUp},
				},
				Cases: [][]any{
					{[]float64{8, 4, 2, 1.5, 1.25, 1.2}, 0.3},
					{[]float64{3, 5, 9, 17}, 0.5},                    // it diverges: −1
					{[]float64{4, 2, 2.1, 1.9, 1.5, 1.4, 1.3}, 0.15}, // a small rise on the way
					{[]float64{5, 3, 3, 2.9}, 0.01},                  // no change
					{[]float64{4, 2, 1}, 0.1},                        // not yet: −1
					{[]float64{7}, 1.},                               // no step: −1
					{[]float64{0.5, 0.15, 0.05, 0.04}, 0.06},         // J itself is below tol before
					{[]float64{4, 4.5, 3.9, 3.8}, 0.2},               // back where it began, by way of a rise
					{[]float64{2, 1.95, 1}, 0.1},
					{[]float64{3, 2, 1.5, 1.25}, 0.5}, // a decrease of exactly tol
				},
				Random: random{}.convergedAt,
				Edges: task.Edges{
					"no step":  task.Len(0, 1),
					"one step": task.Len(0, 2),
				},
			},
		},
		wrongSchedule(),
		task.Exercise{
			ID: "4.7", Title: "Two steps to the minimum",
			Hints: [3]string{
				"A step multiplies c₁ by 1 − αλ₁ and c₂ by 1 − αλ₂. After two steps both must be 0. Must one step do both?",
				"A product is 0 as soon as one of its factors is. Which α makes 1 − αλ₂ = 0, and what does it matter then what the other step does to c₂?",
				"The first step uses 1/lambda2 and ends direction 2. The second uses 1/lambda1 and ends direction 1; it multiplies c₂ by a large number, but c₂ is 0.",
			},
			Why: "The limit 2/λ_max belongs to an α that is used again and again, because a factor below −1 needs many steps to do harm. " +
				"A single step far above it is allowed, if another step takes the steep direction away, and J may rise in between.",
			Because: "Each step makes the factor of one direction 0, and what is 0 stays 0, whatever α comes later.",
			Kind: task.Function{
				Name: "twoSteps", Stub: stub{}.twoSteps, Solution: solution{}.twoSteps,
				Wrong: []task.Mistake{
					{Name: "the larger one first", Says: "Both are right, and the order does not matter on paper. Here the smaller is wanted first; then J does not rise, and rounding is not blown up.", Answer: wrong{}.twoLargerFirst},
					{Name: "2/λ for 1/λ", Says: "With 2/λ the factor is −1: the distance only changes its sign. It is 0 with 1/λ.", Answer: wrong{}.twoLimits},
					{Name: "the same safe α twice", Says: "1/λ₂ twice ends direction 2 at once, and direction 1 is still on its way. Is the second step allowed to be above the limit?", Answer: wrong{}.twoSafe},
					{Name: "the flat direction's α twice", Says: "1/λ₁ ends direction 1, but direction 2 is multiplied by 1 − λ₂/λ₁ twice, which is large. Some step must end it.", Answer: wrong{}.twoFlat},
					{Name: "the best α twice", Says: "It is the best if you must use one α for ever. With two different ones you can do much better: make a factor 0 in each step.", Answer: wrong{}.twoBest},
					{Name: "these are the curvatures", Says: "The factor is 1 − αλ. It is 0 for α = 1/λ, not for α = λ.", Answer: wrong{}.twoLambdas},
					{Name: "the second one stays below the limit", Says: "Direction 1 is not over: 1 − αλ₁ = 0 needs α = 1/λ₁, even if that is above 2/λ₂. Direction 2 is 0 already and cannot break out.", Answer: wrong{}.twoBelowLimit},
					{Name: "the numbers of the cars", Says: "These are right for the cars alone. Write the formula for any two curvatures.", Answer: wrong{}.twoNumbers},
					{Name: "2/λ₁ for the second", Says: "The second is 1/λ₁, not 2/λ₁: a factor of −1 ends nothing.", Answer: wrong{}.twoSecondTwice},
					{Name: "the limit first", Says: "2/λ₂ only changes the sign of c₂. 1/λ₂ makes it 0.", Answer: wrong{}.twoFirstTwice},
					{Name: "1/(λ₁ + λ₂) twice", Says: "No factor is 0 with it. Take 1/λ of one direction, then of the other.", Answer: wrong{}.twoSum},
				},
				Cases: [][]any{
					{0.5, 2.},
					{0.304, 2.353},
					{1., 10.},
				},
				Random: random{}.twoSteps,
				Edges:  task.Edges{"curvatures of which one is below 1": func(args []any) bool { return args[0].(float64) < 1 }},
			},
		},
		standardised(),
		fooled(),
	)
}
