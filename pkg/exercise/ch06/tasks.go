// Package ch06 holds the exercises of chapter 06.
package ch06

import (
	"embed"
	"slices"

	"ann/pkg/exercise/task"

	"gonum.org/v1/gonum/mat"
)

//go:embed stub.go solution.go bugs.go
var sources embed.FS

// Chapter returns the exercises of chapter 06.
func Chapter() task.Chapter {
	return task.NewChapter("06", "Forward propagation", sources, append(written(), more()...)...)
}

// written are the exercises that ask for a function or for letters.
func written() []task.Exercise {
	return []task.Exercise{
		task.Exercise{
			ID: "6.1", Title: "One neuron",
			Hints: [3]string{
				"Two steps: a weighted sum z, then one call of math.Tanh.",
				"theta has one number more than x: theta[0] is the bias, and theta[k+1] belongs to x[k].",
				"z := theta[0], then z += theta[k+1]*x[k] over all k, then return math.Tanh(z).",
			},
			Why: "The bias θ_0 multiplies the bias unit x_0 = 1, so it is simply added. " +
				"The sum is linear in x, and only g makes the neuron more than the linear regression of chapter 1.",
			Because: "Sum first, then bend: g acts once, on the whole weighted sum.",
			Kind: task.Function{
				Name: "neuron", Stub: stub{}.neuron, Solution: solution{}.neuron,
				Wrong: []task.Mistake{
					{Name: "the bias is left out", Says: "z begins with θ_0, which multiplies x_0 = 1: start from theta[0], not from 0.", Answer: wrong{}.neuronNoBias},
					{Name: "g is forgotten", Says: "This is z. The neuron gives g(z): return math.Tanh(z).", Answer: wrong{}.neuronNoG},
					{Name: "σ in place of tanh", Says: "The task asks for tanh, whose values lie between −1 and 1: math.Tanh(z).", Answer: wrong{}.neuronSigmoid},
					{Name: "the weights are shifted by one", Says: "theta[0] is the bias, so x[0] belongs to theta[1]: write theta[k+1]*x[k].", Answer: wrong{}.neuronShifted},
					{Name: "the bias is taken from the end", Says: "The bias is the first weight, theta[0], not the last.", Answer: wrong{}.neuronBiasLast},
					{Name: "the bias is added after g", Says: "θ_0 belongs into the sum z; g comes last, over all of it.", Answer: wrong{}.neuronBiasOutside},
					{Name: "g is applied to each term", Says: "First add all terms, then call g once.", Answer: wrong{}.neuronEach},
				},
				Cases: [][]any{
					{[]float64{0.5, -1, 2}, []float64{1, 0.75}}, // z = 1
					{[]float64{0.1, 0.4, -0.2, 0.6}, []float64{2, -1, 0.5}},
					{[]float64{-0.7, 0.3}, []float64{2}},
					{task.Normals(task.Rand(61), 6), task.Normals(task.Rand(62), 5)},
				},
				Random: random{}.neuron,
				Edges: task.Edges{
					"one input": task.Len(1, 1),
					"zero bias": task.ZeroBias(0),
				},
			},
		},
		task.Exercise{
			ID: "6.2", Title: "A hidden layer",
			Hints: [3]string{
				"Row j of θ makes neuron j: multiply it with a, number by number, and add. How long is the result, with the bias unit?",
				"Start with next := []float64{1}. For each row j add theta.At(j, k)*a[k] over all k, and append math.Tanh of the sum.",
				"The outer loop is `for j := range rows`, the inner `for k := range columns` with z += theta.At(j, k) * a[k]; after it next = append(next, math.Tanh(z)).",
			},
			Why: "z = θ a has one number for each row of θ, that is for each neuron. " +
				"The bias unit is put in front after g, because it is no neuron: it computes nothing and is always 1.",
			Because: "One row of θ is one neuron, and the bias unit is put in front after g has acted.",
			Kind: task.Function{
				Name: "hiddenLayer", Stub: stub{}.hiddenLayer, Solution: solution{}.hiddenLayer,
				Wrong: []task.Mistake{
					{Name: "no bias unit", Says: "The next layer needs a_0 = 1 in front, else its column of biases finds no partner. Start with []float64{1}.", Answer: wrong{}.hiddenNoUnit},
					{Name: "g is applied to the bias unit", Says: "a_0 is 1, not tanh(1): g acts on the neurons only, then the 1 is put in front.", Answer: wrong{}.hiddenUnitThroughG},
					{Name: "the bias unit is 0", Says: "a_0 = 1. With 0 the biases of the next layer would have no effect.", Answer: wrong{}.hiddenUnitZero},
					{Name: "the bias unit is at the end", Says: "Column 0 of the next θ holds the biases, so the 1 comes first.", Answer: wrong{}.hiddenUnitLast},
					{Name: "g is forgotten", Says: "These are z_j behind the 1. Append math.Tanh(z).", Answer: wrong{}.hiddenNoG},
					{Name: "σ in place of tanh", Says: "The task asks for tanh: math.Tanh(z).", Answer: wrong{}.hiddenSigmoid},
					{Name: "θᵀ in place of θ", Says: "Neuron j has row j of θ, so the sum runs along a row: theta.At(j, k)*a[k], with j for the neuron.", Answer: wrong{}.hiddenTransposed},
					{Name: "the biases are skipped", Says: "a begins with a_0 = 1, which meets the bias in column 0: let k run from 0.", Answer: wrong{}.hiddenNoBias},
					{Name: "g is applied in every round of the sum", Says: "First add all products of a neuron, then call math.Tanh once.", Answer: wrong{}.hiddenEach},
				},
				Cases: [][]any{
					{mat.NewDense(2, 3, []float64{0.5, -1, 2, 0.1, 0.3, -0.4}), []float64{1, 1, 0.75}}, // z = (1, 0.1)
					{deckTheta0(), []float64{1, 2, -1, 0.5}},
					{task.Matrix(task.Rand(63), 3, 3), []float64{1, -0.4, 0.8}}, // square: θᵀ a exists
					{task.Matrix(task.Rand(64), 4, 2), []float64{1, 0.6}},
				},
				Random: random{}.hiddenLayer,
				Edges: task.Edges{
					"one neuron":    task.Len(0, 1),
					"zero biases":   task.ZeroBias(0),
					"square matrix": task.Square(0),
				},
			},
		},
		task.Exercise{
			ID: "6.3", Title: "The whole forward pass",
			Hints: [3]string{
				"Do twice what you did in 6.2. Where does a bias unit go in front, and where not?",
				"[1, x] → θ0 → tanh → [1, a] → θ1 → σ. Two bias units, two matrices, two different g.",
				"z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...))); a := []float64{1} and math.Tanh of each z1; the same with theta1; return 1/(1+math.Exp(-z)) of each z2, with nothing in front.",
			},
			Why: "A network is a composition of functions: each layer needs only the activations of the layer before. " +
				"The output layer has no bias unit, because no weights come after it.",
			Because: "Each layer takes the activations of the one below with a 1 in front; nothing comes after the output, so it gets none.",
			Kind: task.Function{
				Name: "forwardPass", Stub: stub{}.forwardPass, Solution: solution{}.forwardPass,
				Wrong: []task.Mistake{
					{Name: "no bias unit in the hidden layer", Says: "Put a 1 in front of a before it meets theta1, else the second layer has no bias.", Answer: wrong{}.passNoHiddenBias},
					{Name: "no bias unit at the inputs", Says: "x comes without x_0. Put a 1 in front before it meets theta0.", Answer: wrong{}.passNoInputBias},
					{Name: "no bias units at all", Says: "Column 0 of both matrices holds biases; each needs a 1 to multiply: in front of x and in front of a.", Answer: wrong{}.passNoBias},
					{Name: "bias unit on the output layer", Says: "ŷ has one number for each row of theta1 and no 1 in front: no layer follows that could use it.", Answer: wrong{}.passOutputBias},
					{Name: "last g forgotten", Says: "This is z⁽²⁾. The output is g⁽¹⁾(z⁽²⁾), here 1/(1+math.Exp(-z)).", Answer: wrong{}.passNoLastG},
					{Name: "first g forgotten", Says: "Between the two matrices stands tanh. Without it the two layers are one.", Answer: wrong{}.passNoFirstG},
					{Name: "the two g are swapped", Says: "tanh acts in the hidden layer, σ at the output.", Answer: wrong{}.passSwapped},
					{Name: "tanh at the output too", Says: "The output uses σ, whose values lie between 0 and 1.", Answer: wrong{}.passTanhTwice},
					{Name: "σ in the hidden layer too", Says: "The hidden layer uses math.Tanh.", Answer: wrong{}.passSigmoidTwice},
					{Name: "g is applied to the bias unit", Says: "The hidden a_0 is 1, not tanh(1): put it in front after g.", Answer: wrong{}.passUnitThroughG},
					{Name: "the output is made as a hidden layer", Says: "hiddenLayer serves for the first step only. The output has σ in place of tanh and no bias unit in front.", Answer: wrong{}.passHiddenTwice},
				},
				Cases: [][]any{
					{mat.NewDense(1, 2, []float64{0.5, -1}), mat.NewDense(1, 2, []float64{0.3, 2}), []float64{0.75}},
					{deckTheta0(), deckTheta1(), []float64{2, -1, 0.5}},
					{task.Matrix(task.Rand(65), 4, 3), task.Matrix(task.Rand(66), 3, 5), task.Normals(task.Rand(67), 2)},
					{task.Matrix(task.Rand(68), 2, 6), task.Matrix(task.Rand(69), 1, 3), task.Normals(task.Rand(70), 5)},
				},
				Random: random{}.forwardPass,
				Edges: task.Edges{
					"one input":     task.Len(2, 1),
					"one output":    task.Len(1, 1),
					"zero biases":   task.ZeroBias(0),
					"square matrix": task.Square(0),
				},
			},
		},
		task.Exercise{
			ID: "6.4", Title: "A batch through a layer",
			Hints: [3]string{
				"Write the shapes first: [1 X] is n×(p+1), θ is out×(p+1), and the result is n×out. Which of the two must be turned?",
				"Make an n×(p+1) matrix whose rows are 1 and then the row of X: SetRow(i, append([]float64{1}, X.RawRowView(i)...)).",
				"A.Mul(withOnes, theta.T()), then A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A); return &A.",
			},
			Why: "With one example a row, the sum of neuron j runs along row i of [1 X] and along row j of θ, and that is the product with θᵀ. " +
				"Row i of the result is what one example alone would give.",
			Because: "Row i times row j is neuron j of example i, and all of them together are [1 X] θᵀ.",
			Kind: task.Function{
				Name: "batchLayer", Stub: stub{}.batchLayer, Solution: solution{}.batchLayer,
				Wrong: []task.Mistake{
					{Name: "θ is not transposed", Says: "Row i of [1 X] must meet row j of θ, so multiply by theta.T(). It only fitted because θ is square here.", Answer: wrong{}.batchNotTransposed},
					{Name: "examples are columns", Says: "This is θ [1 X]ᵀ, out×n. Examples stay rows: [1 X] θᵀ.", Answer: wrong{}.batchColumns},
					{Name: "no bias unit", Says: "Without a column of ones the biases in column 0 of θ are lost.", Answer: wrong{}.batchNoOnes},
					{Name: "the ones stand in the last column", Says: "The biases are column 0 of θ, so the ones are column 0 of [1 X].", Answer: wrong{}.batchOnesLast},
					{Name: "g is forgotten", Says: "This is Z. A = tanh(Z), number by number.", Answer: wrong{}.batchNoG},
					{Name: "g bends the inputs", Says: "g acts on Z, after the product: A = tanh([1 X] θᵀ).", Answer: wrong{}.batchBent},
					{Name: "σ in place of tanh", Says: "The task asks for tanh: math.Tanh(z).", Answer: wrong{}.batchSigmoid},
					{Name: "bias units in the result", Says: "The result is n×out. The next layer puts its own ones in front.", Answer: wrong{}.batchWithUnits},
				},
				Cases: [][]any{
					{mat.NewDense(2, 1, []float64{0.5, -1}), mat.NewDense(2, 2, []float64{0.1, 0.4, -0.2, 0.6})}, // square: A θ exists
					{mat.NewDense(1, 3, []float64{2, -1, 0.5}), deckTheta0()},
					{task.Matrix(task.Rand(71), 5, 2), task.Matrix(task.Rand(72), 4, 3)},
					{task.Matrix(task.Rand(73), 3, 4), task.Matrix(task.Rand(74), 1, 5)},
				},
				Random: random{}.batchLayer,
				Edges: task.Edges{
					"one example":   task.Len(0, 1),
					"one neuron":    task.Len(1, 1),
					"zero biases":   task.ZeroBias(1),
					"square matrix": task.Square(1),
				},
			},
		},
		task.Exercise{
			ID: "6.5", Title: "Counting the weights",
			Hints: [3]string{
				"Each θ is a matrix. How many rows and columns has the one between two layers?",
				"Between a layer of in units and one of out units, θ is out×(in+1). Add the products over all neighbours.",
				"Loop l from 1 and add (units[l-1] + 1) * units[l].",
			},
			Why: "Every neuron has one weight for each unit below it and one for the bias unit. " +
				"The output layer adds no bias unit, so nothing is added for it.",
			Because: "Every neuron has a weight for each unit below it and one for the bias unit.",
			Kind: task.Function{
				Name: "countParameters", Stub: stub{}.countParameters, Solution: solution{}.countParameters,
				Wrong: []task.Mistake{
					{Name: "no bias unit", Says: "Each neuron has a bias as well: θ has in+1 columns, not in.", Answer: wrong{}.countNoBias},
					{Name: "bias unit on the output side", Says: "(in+1)·(out+1) gives the bias unit of the next layer weights too, but nothing flows into a bias unit.", Answer: wrong{}.countOutputBias},
					{Name: "a bias for each input", Says: "Every neuron of the layer above has one bias: (in+1)·out, not in·(out+1).", Answer: wrong{}.countBiasOfInputs},
					{Name: "one bias for a whole layer", Says: "Every neuron has its own bias: out of them in a layer, not one.", Answer: wrong{}.countOneBias},
					{Name: "all units and bias units are added up", Says: "This counts units. Weights sit on the edges: multiply the sizes of two neighbouring layers.", Answer: wrong{}.countUnitsBias},
					{Name: "units are counted", Says: "Weights sit on the edges: multiply the sizes of two neighbouring layers, do not add them.", Answer: wrong{}.countUnits},
					{Name: "only the first matrix is counted", Says: "There is a θ between every two neighbouring layers: let l run to the end.", Answer: wrong{}.countFirst},
				},
				Cases: [][]any{
					{[]int{3, 3, 2}},
					{[]int{2, 4, 1}},
					{[]int{64, 32, 10}},
					{[]int{5, 7, 11, 3, 2}},
					{[]int{1, 1}},
				},
				Random: random{}.countParameters,
				Edges: task.Edges{
					"two layers":          task.Len(0, 2),
					"a layer of one unit": func(a []any) bool { return slices.Contains(a[0].([]int), 1) },
				},
			},
		},
		task.Exercise{
			ID: "6.6", Title: "Two layers in one",
			Hints: [3]string{
				"Write z⁽²⁾ = b + θ̄1 (θ0 [1, x]), where b is column 0 of theta1 and θ̄1 the rest. Multiply out: what stands before [1, x]?",
				"It is θ̄1 θ0, and b, which is multiplied by 1 and so belongs to column 0.",
				"theta.Mul(theta1.Slice(0, m, 1, columns), theta0), then add theta1.At(j, 0) to theta.At(j, 0) for each row j.",
			},
			Why: "A product of matrices is a matrix, so a stack of linear layers can do no more than one of them. " +
				"This is the reason why g must be there, and why it must not be linear.",
			Because: "A matrix of a matrix is a matrix: the bias goes through the second layer, and the second bias is added.",
			Kind: task.Function{
				Name: "collapse", Stub: stub{}.collapse, Solution: solution{}.collapse,
				Wrong: []task.Mistake{
					{Name: "the biases of theta1 are lost", Says: "Column 0 of theta1 adds to column 0 of the product.", Answer: wrong{}.collapseNoBias1},
					{Name: "the biases of theta0 are lost", Says: "They pass through θ̄1 as everything else does: column 0 is θ̄1 b0 + b1, a sum of two parts.", Answer: wrong{}.collapseNoBias0},
					{Name: "no bias column at all", Says: "Only the column 0 of theta1 is taken off before the product; theta0 goes in as a whole.", Answer: wrong{}.collapseNoBiases},
					{Name: "the last column is dropped in place of column 0", Says: "The biases are column 0: take theta1.Slice(0, m, 1, columns).", Answer: wrong{}.collapseLastDropped},
					{Name: "the matrices are in the other order", Says: "theta0 acts first, so it stands on the right, next to x: θ̄1 θ0.", Answer: wrong{}.collapseOrder},
					{Name: "transposed", Says: "Neurons are rows: the result is m×(p+1).", Answer: wrong{}.collapseTransposed},
				},
				Cases: [][]any{
					{mat.NewDense(2, 2, []float64{1, 2, 3, 4}), mat.NewDense(2, 3, []float64{5, 1, -1, 6, 0, 2})}, // both orders exist
					{deckTheta0(), deckTheta1()},
					{task.Matrix(task.Rand(75), 4, 3), task.Matrix(task.Rand(76), 1, 5)},
					{task.Matrix(task.Rand(77), 2, 5), task.Matrix(task.Rand(78), 3, 3)},
				},
				Random: random{}.collapse,
				Edges: task.Edges{
					"one output":    task.Len(1, 1),
					"zero biases":   task.ZeroBias(1),
					"square matrix": task.Square(0),
				},
			},
		},
	}
}

// deckTheta0 and deckTheta1 are the weights that chapter 06 gives to the network of the slides.
func deckTheta0() *mat.Dense {
	return mat.NewDense(3, 4, []float64{0.1, 0.4, -0.2, 0.6, -0.3, 0.2, 0.5, -0.4, 0.2, -0.1, 0.3, 0.8})
}

func deckTheta1() *mat.Dense {
	return mat.NewDense(2, 4, []float64{0.5, 0.7, -0.6, 0.2, -0.4, 0.3, 0.9, -0.5})
}
