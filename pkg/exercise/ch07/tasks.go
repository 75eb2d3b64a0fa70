// Package ch07 holds the exercises of chapter 07, and the six suspects of its line-up.
package ch07

import (
	"embed"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 07.
func Chapter() task.Chapter {
	return task.NewChapter("07", "Backpropagation", sources,
		hiddenWeight(), lastDelta(), outer(), deltaBelow(), backward(), lineUp(), tooEarly(), silence())
}

func lastDelta() task.Exercise {
	return task.Exercise{
		ID: "7.2", Title: "δ of the last layer",
		Hints: [3]string{
			"Three steps for each output: ŷ from z, the slope of the sigmoid there, and their product with the miss.",
			"The slope of the sigmoid can be had from its value: σ′(z) = σ(z)(1 − σ(z)).",
			"yhat := 1 / (1 + math.Exp(-z[j])), then (yhat - y[j]) * yhat * (1 - yhat).",
		},
		Why: "∂J/∂ŷ_j = ŷ_j − y_j, because the 2 of the square and the ½ cancel, and ∂ŷ_j/∂z_j = g′(z_j). " +
			"The chain rule multiplies the two, number by number: that is what ⊙ means.",
		Because: "The miss says how far the output is off, the slope says how well the sum can move it, and δ is their product.",
		Kind: task.Function{
			Name: "lastDelta", Stub: stub{}.lastDelta, Solution: solution{}.lastDelta,
			Wrong: []task.Mistake{
				{Name: "g′ is forgotten", Says: "This is ∂J/∂ŷ. One factor is missing on the way from ŷ to z: times ŷ(1 − ŷ).", Answer: wrong{}.lastNoSlope},
				{Name: "σ for σ′", Says: "The miss is multiplied by the slope of the sigmoid, ŷ(1 − ŷ), not by its value ŷ.", Answer: wrong{}.lastSigmoid},
				{Name: "g′(a) for g′(z)", Says: "The sigmoid was applied twice. Its slope at z is ŷ(1 − ŷ), with ŷ = σ(z) taken once.", Answer: wrong{}.lastSlopeOfA},
				{Name: "z(1 − z) for ŷ(1 − ŷ)", Says: "The slope of the sigmoid is its value times 1 minus its value, so ŷ stands there, not z.", Answer: wrong{}.lastSlopeByZ},
				{Name: "y − ŷ for ŷ − y", Says: "The derivative of ½(ŷ − y)² with respect to ŷ is ŷ − y. With the other sign, gradient descent would climb.", Answer: wrong{}.lastSign},
				{Name: "z for ŷ in the miss", Says: "J compares y with the output ŷ = σ(z), not with the sum z.", Answer: wrong{}.lastSum},
				{Name: "the miss is squared", Says: "J has the square; its derivative has the miss itself, ŷ − y.", Answer: wrong{}.lastSquare},
				{Name: "a ½ too much", Says: "The ½ of J and the 2 of the square cancel: no factor is left.", Answer: wrong{}.lastHalf},
				{Name: "the slope of tanh", Says: "1 − ŷ² is the slope of tanh. The output has a sigmoid, with ŷ(1 − ŷ).", Answer: wrong{}.lastTanh},
				{Name: "y is forgotten", Says: "The miss is ŷ − y.", Answer: wrong{}.lastNoTarget},
				{Name: "y(1 − y) for ŷ(1 − ŷ)", Says: "The slope is that of the sigmoid at z, so ŷ stands in it. With targets of 0 and 1, y(1 − y) is always 0.", Answer: wrong{}.lastSlopeByY},
				{Name: "brackets are missing", Says: "ŷ − y·ŷ(1 − ŷ) multiplies y alone. Write (ŷ − y)·ŷ·(1 − ŷ).", Answer: wrong{}.lastBrackets},
				{Name: "brackets are missing round 1 − ŷ", Says: "(ŷ − y)·ŷ·1 − ŷ subtracts at the end. Write (ŷ − y)·ŷ·(1 − ŷ).", Answer: wrong{}.lastBracketsSlope},
				{Name: "1 + ŷ for 1 − ŷ", Says: "The slope of the sigmoid is ŷ(1 − ŷ), with a minus: it falls to 0 where ŷ comes near 1.", Answer: wrong{}.lastPlus},
				{Name: "exp(z) for exp(−z)", Says: "σ(z) = 1/(1 + e^−z): write math.Exp(-z[j]).", Answer: wrong{}.lastExp},
			},
			Cases: [][]any{
				{[]float64{0}, []float64{1}}, // −½ · ¼
				{[]float64{1.462, -0.668}, []float64{0, 1}},
				{[]float64{2, -2, 0.5}, []float64{1, 0, 0}},
				{task.Normals(task.Rand(71), 4), []float64{0, 1, 1, 0}},
			},
			Random: random{}.lastDelta,
			Edges: task.Edges{
				"one output": task.Len(0, 1),
				"a sum of 0": func(a []any) bool { return a[0].([]float64)[0] == 0 },
			},
		},
	}
}

func outer() task.Exercise {
	return task.Exercise{
		ID: "7.3", Title: "The outer product",
		Hints: [3]string{
			"Each entry is one product. Which δ and which a belong to row j, column k?",
			"Make a matrix with mat.NewDense(len(delta), len(a), nil) and fill it in two loops.",
			"grad.Set(j, k, delta[j]*a[k]) for every j and k.",
		},
		Why: "The line of θ_jk begins at a_k and ends at δ_j, and its derivative is the product of the two numbers at its ends. " +
			"All of them together are δ aᵀ, in the shape of θ, with δ itself in column 0, because a_0 = 1.",
		Because: "What came forward along a line, times what came back: in the shape of θ, bias column and all.",
		Kind: task.Function{
			Name: "outer", Stub: stub{}.outer, Solution: solution{}.outer,
			Wrong: []task.Mistake{
				{Name: "transposed", Says: "A row is a neuron above, as in θ: row j holds δ_j times all of a.", Answer: wrong{}.outerTransposed},
				{Name: "the bias column is dropped", Says: "a begins with the bias unit, and its column holds the derivatives of the biases: keep it.", Answer: wrong{}.outerNoBias},
				{Name: "the bias column is 0", Says: "a_0 = 1, so column 0 is δ itself. With 0 the biases would never learn.", Answer: wrong{}.outerZeroBias},
				{Name: "a second bias unit", Says: "a begins with its bias unit already: put no other 1 in front.", Answer: wrong{}.outerOnes},
				{Name: "a minus too much", Says: "This is the direction of a step. The gradient has no minus; the update brings it.", Answer: wrong{}.outerMinus},
				{Name: "+ for ·", Says: "Multiply the two numbers at the ends of the line.", Answer: wrong{}.outerSum},
				{Name: "only the diagonal", Says: "Every neuron is connected to every unit: each j meets each k, so you need two loops.", Answer: wrong{}.outerDiagonal},
			},
			Cases: [][]any{
				{[]float64{2}, []float64{1, -0.5}},
				{[]float64{0.124, -0.148}, []float64{1, 0.885, -0.537, 0.1}},
				{[]float64{0.5, -1}, []float64{1, 0.3}}, // square
				{task.Normals(task.Rand(72), 4), []float64{1, 0.2, -0.9}},
			},
			Random: random{}.outer,
			Edges: task.Edges{
				"one neuron": task.Len(0, 1),
				"one unit":   task.Len(1, 2),
			},
		},
	}
}

func deltaBelow() task.Exercise {
	return task.Exercise{
		ID: "7.4", Title: "δ one layer back",
		Hints: [3]string{
			"Look at a hidden neuron: from which outputs does something come back to it, and times which weights?",
			"For neuron k, counted from 0, add theta.At(j, k+1)*delta[j] over all j. Column 0 holds the biases, and no neuron lies at its other end.",
			"After the sum: times 1 - a[k+1]*a[k+1], which is the slope of tanh by its value. The result has len(a)-1 numbers.",
		},
		Why: "J depends on a hidden neuron through every neuron of the next layer, and the chain rule adds one path for each: a column of θ, so θ̄ᵀδ. " +
			"Then the slope of the neuron's own tanh is multiplied in.",
		Because: "Every path back brings δ times its weight, the paths add up, and the neuron's own slope lets a part of it through.",
		Kind: task.Function{
			Name: "deltaBelow", Stub: stub{}.deltaBelow, Solution: solution{}.deltaBelow,
			Wrong: []task.Mistake{
				{Name: "the bias column is kept", Says: "The result has one number too many. Column 0 leads to the bias unit, which has no sum z and so no δ.", Answer: wrong{}.belowBiasKept},
				{Name: "column 0 is used in place of column 1", Says: "Column 0 of θ holds the biases: hidden neuron k, counted from 0, has column k+1.", Answer: wrong{}.belowShifted},
				{Name: "g′ is forgotten", Says: "This is ∂J/∂a. From a to z it takes one more factor, the slope of tanh: 1 − a².", Answer: wrong{}.belowNoSlope},
				{Name: "only the first output", Says: "All neurons of the layer above hang on this one: add over every j.", Answer: wrong{}.belowFirst},
				{Name: "only the last output", Says: "The sum over j is overwritten: write += and not =.", Answer: wrong{}.belowSet},
				{Name: "1 − a for 1 − a²", Says: "The slope of tanh is 1 − a², with the square.", Answer: wrong{}.belowNoSquare},
				{Name: "g′(a) for g′(z)", Says: "a is tanh(z) already, so the slope is 1 − a². tanh must not be applied a second time.", Answer: wrong{}.belowSlopeOfA},
				{Name: "g for g′", Says: "The slope belongs there, 1 − a², not the activation a itself.", Answer: wrong{}.belowG},
				{Name: "the slope of the sigmoid", Says: "a(1 − a) is the slope of the sigmoid. This layer has tanh, with 1 − a².", Answer: wrong{}.belowSigmoid},
				{Name: "the slopes are shifted by one", Says: "a begins with the bias unit: neuron k, counted from 0, has a[k+1]. With a[0] = 1 the first slope is 0.", Answer: wrong{}.belowSlopeShifted},
				{Name: "δ is forgotten", Says: "This is the sum of the weights alone. Each one brings back δ of the neuron at its end: add theta.At(j, k+1)*delta[j].", Answer: wrong{}.belowNoDelta},
				{Name: "θ is forgotten", Says: "This is the sum of the δ alone. On its way back along a line, δ is multiplied by the weight of the line.", Answer: wrong{}.belowNoTheta},
				{Name: "1 + a² for 1 − a²", Says: "The slope of tanh is 1 − a², with a minus: it falls to 0 where a comes near ±1.", Answer: wrong{}.belowPlus},
				{Name: "brackets are missing", Says: "sum·1 − a² subtracts a² at the end. Write sum·(1 − a²).", Answer: wrong{}.belowBrackets},
				{Name: "θ in place of θᵀ", Says: "Going back, the sum runs down a column: theta.At(j, k+1) with the sum over j.", Answer: wrong{}.belowNotTransposed},
			},
			Cases: [][]any{
				{mat.NewDense(1, 2, []float64{3, 2}), []float64{0.5}, []float64{1, 0.5}}, // 2 · 0.5 · 0.75
				{deckTheta1(), []float64{0.124, -0.148}, []float64{1, 0.885, -0.537, 0.1}},
				{mat.NewDense(2, 3, []float64{0.1, 1, 2, 0.2, 3, 4}), []float64{1, -0.5}, []float64{1, 0.6, -0.2}}, // θ̄ is square
				{task.Matrix(task.Rand(73), 3, 5), task.Normals(task.Rand(74), 3), []float64{1, 0.9, -0.1, 0.4, -0.7}},
			},
			Random: random{}.deltaBelow,
			Edges: task.Edges{
				"one output":  task.Len(1, 1),
				"one neuron":  task.Len(2, 2),
				"zero biases": task.ZeroBias(0),
			},
		},
	}
}

func backward() task.Exercise {
	return task.Exercise{
		ID: "7.5", Title: "Write this yourself: backpropagation",
		Hints: [3]string{
			"First a forward pass that keeps both a, each with its bias unit. Then δ at the output, δ one layer back, and an outer product for each θ.",
			"You have written all parts: 6.2 and 6.3 for the way forward, 7.2, 7.4 and 7.3 for the way back. Functions that you have run in a cell can be called in this one.",
			"delta2 := lastDelta(z2, y); delta1 := deltaBelow(theta1, delta2, a1); return outer(delta1, a0), outer(delta2, a1), where a0 is 1 and x, a1 is 1 and tanh of θ⁽⁰⁾a0, and z2 is θ⁽¹⁾a1.",
		},
		Why: "The way forward leaves an a at the beginning of every line, the way back a δ at its end, and the derivative is their product. " +
			"Nothing is computed twice, so all derivatives together cost little more than a second forward pass or two.",
		Because: "Forward to get a, back to get δ, and every derivative is a product of the two: that is the whole of backpropagation.",
		Kind: task.Function{
			Name: "backward", Stub: stub{}.backward, Solution: solution{}.backward,
			Wrong: []task.Mistake{
				{Name: "g′ of the output is forgotten", Says: "δ⁽²⁾ is (ŷ − y) times ŷ(1 − ŷ). Without the slope all 20 derivatives are off.", Answer: wrong{}.backNoOutputSlope},
				{Name: "σ for σ′", Says: "At the output the slope ŷ(1 − ŷ) belongs, not the value ŷ.", Answer: wrong{}.backSigmoid},
				{Name: "y − ŷ for ŷ − y", Says: "All signs are turned: ∂J/∂ŷ is ŷ − y.", Answer: wrong{}.backSign},
				{Name: "a ½ too much", Says: "The ½ of J and the 2 of the square cancel.", Answer: wrong{}.backHalf},
				{Name: "the slope of tanh at the output", Says: "The output has a sigmoid: ŷ(1 − ŷ), not 1 − ŷ².", Answer: wrong{}.backTanhOutput},
				{Name: "g′ of the hidden layer is forgotten", Says: "The gradient of θ⁽¹⁾ is right. For θ⁽⁰⁾ the slope of tanh is missing: δ⁽¹⁾ is (θ̄ᵀδ) times 1 − a².", Answer: wrong{}.backNoHiddenSlope},
				{Name: "g′(a) for g′(z)", Says: "The slope of tanh at z is 1 − a². tanh must not be applied to a again.", Answer: wrong{}.backSlopeOfA},
				{Name: "1 − z² for 1 − a²", Says: "The slope of tanh is 1 − tanh(z)², so a stands there, not z.", Answer: wrong{}.backSlopeByZ},
				{Name: "the slope of the sigmoid in the hidden layer", Says: "The hidden layer has tanh: 1 − a², not a(1 − a).", Answer: wrong{}.backSigmoidHidden},
				{Name: "column 0 of θ⁽¹⁾ leads back", Says: "Column 0 of θ⁽¹⁾ holds the biases: hidden neuron k, counted from 0, has column k+1.", Answer: wrong{}.backShifted},
				{Name: "only the first output is propagated", Says: "The gradient of θ⁽¹⁾ is right. Both outputs hang on every hidden neuron: δ⁽¹⁾ is a sum over all of them.", Answer: wrong{}.backFirst},
				{Name: "θ⁽¹⁾ has moved before δ⁽¹⁾", Says: "The gradient of θ⁽¹⁾ is right. δ⁽¹⁾ is computed from a θ⁽¹⁾ that has made a step already: first all δ, then all θ. And nothing shall move here at all.", Answer: wrong{}.backMoved},
				{Name: "the sigmoid in the hidden layer, forward", Says: "Both gradients are off, because the hidden layer has tanh: a⁽¹⁾ is math.Tanh of θ⁽⁰⁾a⁽⁰⁾.", Answer: wrong{}.backForwardSigmoid},
				{Name: "the sigmoid in the hidden layer, forward and back", Says: "Right for a network with the sigmoid in both layers. This one has tanh in the hidden layer, forward and in its slope 1 − a².", Answer: wrong{}.backAllSigmoid},
				{Name: "tanh at the output, forward", Says: "The output has the sigmoid: ŷ is 1/(1 + e^−z), and the miss and the slope are computed from it.", Answer: wrong{}.backForwardTanh},
				{Name: "tanh at the output, forward and back", Says: "Right for a network with tanh in both layers. This one has the sigmoid at the output, forward and in its slope ŷ(1 − ŷ).", Answer: wrong{}.backAllTanh},
				{Name: "no g in the hidden layer, forward", Says: "The hidden layer passes on its sums z. They have to go through tanh before they go on.", Answer: wrong{}.backForwardLine},
				{Name: "1 + a² for 1 − a²", Says: "The gradient of θ⁽¹⁾ is right. The slope of tanh is 1 − a², with a minus.", Answer: wrong{}.backPlus},
				{Name: "only the last output is propagated", Says: "The gradient of θ⁽¹⁾ is right. In δ⁽¹⁾ the sum over the outputs is overwritten: write += and not =.", Answer: wrong{}.backLast},
				{Name: "z for a in the outer product", Says: "A weight multiplies a, so its derivative is δ times a, not times z.", Answer: wrong{}.backSums},
				{Name: "the bias gradient is missing", Says: "Column 0 of both is δ itself, because the bias unit is 1.", Answer: wrong{}.backNoBias},
				{Name: "the biases of θ⁽⁰⁾ have no gradient", Says: "Column 0 of the first gradient is δ⁽¹⁾ itself, because x_0 = 1.", Answer: wrong{}.backNoBias0},
				{Name: "the biases of θ⁽¹⁾ have no gradient", Says: "Column 0 of the second gradient is δ⁽²⁾ itself, because the hidden layer has a bias unit too.", Answer: wrong{}.backNoBias1},
				{Name: "the bias columns are dropped", Says: "A gradient has the shape of its θ, with the column of the biases in front.", Answer: wrong{}.backBiasDropped},
				{Name: "the two gradients are swapped", Says: "The gradient of theta0 comes first.", Answer: wrong{}.backSwapped},
				{Name: "transposed", Says: "Rows are neurons, as in θ: entry j, k is δ_j a_k.", Answer: wrong{}.backTransposed},
				{Name: "a step is made already", Says: "These are weights after a step with α = 1. Return the gradients.", Answer: wrong{}.backStepped},
			},
			Cases: [][]any{
				{mat.NewDense(1, 2, []float64{0.5, -1}), mat.NewDense(1, 2, []float64{0.3, 2}), []float64{0.75}, []float64{1}},
				{deckTheta0(), deckTheta1(), deckX(), []float64{0, 1}},
				{task.Matrix(task.Rand(75), 4, 3), task.Matrix(task.Rand(76), 3, 5), task.Normals(task.Rand(77), 2), []float64{1, 0, 1}},
				{task.Matrix(task.Rand(78), 2, 6), task.Matrix(task.Rand(79), 1, 3), task.Normals(task.Rand(80), 5), []float64{0}},
			},
			Random: random{}.backward,
			Edges: task.Edges{
				"one input":   task.Len(2, 1),
				"one output":  task.Len(1, 1),
				"zero biases": task.ZeroBias(0),
			},
		},
	}
}
