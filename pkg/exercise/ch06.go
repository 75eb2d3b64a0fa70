package exercise

import "gonum.org/v1/gonum/mat"

func chapter06() chapter {
	return chapter{"06", "Forward propagation", []exercise{
		neuronExercise(), hiddenLayerExercise(), forwardPassExercise(), batchLayerExercise(),
		countParametersExercise(), collapseExercise(),
	}}
}

// deckTheta0 and deckTheta1 are the weights that chapter 06 gives to the network of the slides.
func deckTheta0() *mat.Dense {
	return mat.NewDense(3, 4, []float64{0.1, 0.4, -0.2, 0.6, -0.3, 0.2, 0.5, -0.4, 0.2, -0.1, 0.3, 0.8})
}

func deckTheta1() *mat.Dense {
	return mat.NewDense(2, 4, []float64{0.5, 0.7, -0.6, 0.2, -0.4, 0.3, 0.9, -0.5})
}

// matrix returns an r×c matrix of normal numbers.
func matrix(r, c int, seed uint64) *mat.Dense { return mat.NewDense(r, c, normals(r*c, seed)) }

func neuronExercise() exercise {
	return exercise{
		id: "6.1", name: "neuron", title: "One neuron",
		hints: [3]string{
			"Two steps: a weighted sum z, then one call of math.Tanh.",
			"theta has one number more than x: theta[0] is the bias, and theta[k+1] belongs to x[k].",
			"z := theta[0], then z += theta[k+1]*x[k] over all k, then return math.Tanh(z).",
		},
		why: "The bias θ_0 multiplies the bias unit x_0 = 1, so it is simply added. " +
			"The sum is linear in x, and only g makes the neuron more than the linear regression of chapter 1.",
		stub: stub06{}.neuron, solution: solution06{}.neuron,
		mistakes: []mistake{
			{name: "the bias is left out", says: "z begins with θ_0, which multiplies x_0 = 1: start from theta[0], not from 0.", answer: wrong06{}.neuronNoBias},
			{name: "g is forgotten", says: "This is z. The neuron gives g(z): return math.Tanh(z).", answer: wrong06{}.neuronNoG},
			{name: "σ in place of tanh", says: "The task asks for tanh, whose values lie between −1 and 1: math.Tanh(z).", answer: wrong06{}.neuronSigmoid},
			{name: "the weights are shifted by one", says: "theta[0] is the bias, so x[0] belongs to theta[1]: write theta[k+1]*x[k].", answer: wrong06{}.neuronShifted},
			{name: "the bias is taken from the end", says: "The bias is the first weight, theta[0], not the last.", answer: wrong06{}.neuronBiasLast},
			{name: "the bias is added after g", says: "θ_0 belongs into the sum z; g comes last, over all of it.", answer: wrong06{}.neuronBiasOutside},
			{name: "g is applied to each term", says: "First add all terms, then call g once.", answer: wrong06{}.neuronEach},
		},
		cases: func() [][]any {
			return [][]any{
				{[]float64{0.5, -1, 2}, []float64{1, 0.75}}, // z = 1
				{[]float64{0.1, 0.4, -0.2, 0.6}, []float64{2, -1, 0.5}},
				{[]float64{-0.7, 0.3}, []float64{2}},
				{normals(6, 61), normals(5, 62)},
			}
		},
	}
}

func hiddenLayerExercise() exercise {
	return exercise{
		id: "6.2", name: "hiddenLayer", title: "A hidden layer",
		hints: [3]string{
			"Row j of θ makes neuron j: multiply it with a, number by number, and add. How long is the result, with the bias unit?",
			"Start with next := []float64{1}. For each row j add theta.At(j, k)*a[k] over all k, and append math.Tanh of the sum.",
			"The outer loop is `for j := range rows`, the inner `for k := range columns` with z += theta.At(j, k) * a[k]; after it next = append(next, math.Tanh(z)).",
		},
		why: "z = θ a has one number for each row of θ, that is for each neuron. " +
			"The bias unit is put in front after g, because it is no neuron: it computes nothing and is always 1.",
		stub: stub06{}.hiddenLayer, solution: solution06{}.hiddenLayer,
		mistakes: []mistake{
			{name: "no bias unit", says: "The next layer needs a_0 = 1 in front, else its column of biases finds no partner. Start with []float64{1}.", answer: wrong06{}.hiddenNoUnit},
			{name: "g is applied to the bias unit", says: "a_0 is 1, not tanh(1): g acts on the neurons only, then the 1 is put in front.", answer: wrong06{}.hiddenUnitThroughG},
			{name: "the bias unit is 0", says: "a_0 = 1. With 0 the biases of the next layer would have no effect.", answer: wrong06{}.hiddenUnitZero},
			{name: "the bias unit is at the end", says: "Column 0 of the next θ holds the biases, so the 1 comes first.", answer: wrong06{}.hiddenUnitLast},
			{name: "g is forgotten", says: "These are z_j behind the 1. Append math.Tanh(z).", answer: wrong06{}.hiddenNoG},
			{name: "σ in place of tanh", says: "The task asks for tanh: math.Tanh(z).", answer: wrong06{}.hiddenSigmoid},
			{name: "θᵀ in place of θ", says: "Neuron j has row j of θ, so the sum runs along a row: theta.At(j, k)*a[k], with j for the neuron.", answer: wrong06{}.hiddenTransposed},
			{name: "the biases are skipped", says: "a begins with a_0 = 1, which meets the bias in column 0: let k run from 0.", answer: wrong06{}.hiddenNoBias},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(2, 3, []float64{0.5, -1, 2, 0.1, 0.3, -0.4}), []float64{1, 1, 0.75}}, // z = (1, 0.1)
				{deckTheta0(), []float64{1, 2, -1, 0.5}},
				{matrix(3, 3, 63), []float64{1, -0.4, 0.8}}, // square: θᵀ a exists
				{matrix(4, 2, 64), []float64{1, 0.6}},
			}
		},
	}
}

func forwardPassExercise() exercise {
	return exercise{
		id: "6.3", name: "forwardPass", title: "The whole forward pass",
		hints: [3]string{
			"Do twice what you did in 6.2. Where does a bias unit go in front, and where not?",
			"[1, x] → θ0 → tanh → [1, a] → θ1 → σ. Two bias units, two matrices, two different g.",
			"z1.MulVec(theta0, mat.NewVecDense(len(x)+1, append([]float64{1}, x...))); a := []float64{1} and math.Tanh of each z1; the same with theta1; return 1/(1+math.Exp(-z)) of each z2, with nothing in front.",
		},
		why: "A network is a composition of functions: each layer needs only the activations of the layer before. " +
			"The output layer has no bias unit, because no weights come after it.",
		stub: stub06{}.forwardPass, solution: solution06{}.forwardPass,
		mistakes: []mistake{
			{name: "no bias unit in the hidden layer", says: "Put a 1 in front of a before it meets theta1, else the second layer has no bias.", answer: wrong06{}.passNoHiddenBias},
			{name: "no bias unit at the inputs", says: "x comes without x_0. Put a 1 in front before it meets theta0.", answer: wrong06{}.passNoInputBias},
			{name: "no bias units at all", says: "Column 0 of both matrices holds biases; each needs a 1 to multiply: in front of x and in front of a.", answer: wrong06{}.passNoBias},
			{name: "bias unit on the output layer", says: "ŷ has one number for each row of theta1 and no 1 in front: no layer follows that could use it.", answer: wrong06{}.passOutputBias},
			{name: "last g forgotten", says: "This is z⁽²⁾. The output is g⁽¹⁾(z⁽²⁾), here 1/(1+math.Exp(-z)).", answer: wrong06{}.passNoLastG},
			{name: "first g forgotten", says: "Between the two matrices stands tanh. Without it the two layers are one.", answer: wrong06{}.passNoFirstG},
			{name: "the two g are swapped", says: "tanh acts in the hidden layer, σ at the output.", answer: wrong06{}.passSwapped},
			{name: "tanh at the output too", says: "The output uses σ, whose values lie between 0 and 1.", answer: wrong06{}.passTanhTwice},
			{name: "σ in the hidden layer too", says: "The hidden layer uses math.Tanh.", answer: wrong06{}.passSigmoidTwice},
			{name: "g is applied to the bias unit", says: "The hidden a_0 is 1, not tanh(1): put it in front after g.", answer: wrong06{}.passUnitThroughG},
			{name: "the output is made as a hidden layer", says: "hiddenLayer serves for the first step only. The output has σ in place of tanh and no bias unit in front.", answer: wrong06{}.passHiddenTwice},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(1, 2, []float64{0.5, -1}), mat.NewDense(1, 2, []float64{0.3, 2}), []float64{0.75}},
				{deckTheta0(), deckTheta1(), []float64{2, -1, 0.5}},
				{matrix(4, 3, 65), matrix(3, 5, 66), normals(2, 67)},
				{matrix(2, 6, 68), matrix(1, 3, 69), normals(5, 70)},
			}
		},
	}
}

func batchLayerExercise() exercise {
	return exercise{
		id: "6.4", name: "batchLayer", title: "A batch through a layer",
		hints: [3]string{
			"Write the shapes first: [1 X] is n×(p+1), θ is out×(p+1), and the result is n×out. Which of the two must be turned?",
			"Make an n×(p+1) matrix whose rows are 1 and then the row of X: SetRow(i, append([]float64{1}, X.RawRowView(i)...)).",
			"A.Mul(withOnes, theta.T()), then A.Apply(func(_, _ int, z float64) float64 { return math.Tanh(z) }, &A); return &A.",
		},
		why: "With one example a row, the sum of neuron j runs along row i of [1 X] and along row j of θ, and that is the product with θᵀ. " +
			"Row i of the result is what one example alone would give.",
		stub: stub06{}.batchLayer, solution: solution06{}.batchLayer,
		mistakes: []mistake{
			{name: "θ is not transposed", says: "Row i of [1 X] must meet row j of θ, so multiply by theta.T(). It only fitted because θ is square here.", answer: wrong06{}.batchNotTransposed},
			{name: "examples are columns", says: "This is θ [1 X]ᵀ, out×n. Examples stay rows: [1 X] θᵀ.", answer: wrong06{}.batchColumns},
			{name: "no bias unit", says: "Without a column of ones the biases in column 0 of θ are lost.", answer: wrong06{}.batchNoOnes},
			{name: "the ones stand in the last column", says: "The biases are column 0 of θ, so the ones are column 0 of [1 X].", answer: wrong06{}.batchOnesLast},
			{name: "g is forgotten", says: "This is Z. A = tanh(Z), number by number.", answer: wrong06{}.batchNoG},
			{name: "σ in place of tanh", says: "The task asks for tanh: math.Tanh(z).", answer: wrong06{}.batchSigmoid},
			{name: "bias units in the result", says: "The result is n×out. The next layer puts its own ones in front.", answer: wrong06{}.batchWithUnits},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(2, 1, []float64{0.5, -1}), mat.NewDense(2, 2, []float64{0.1, 0.4, -0.2, 0.6})}, // square: A θ exists
				{mat.NewDense(1, 3, []float64{2, -1, 0.5}), deckTheta0()},
				{matrix(5, 2, 71), matrix(4, 3, 72)},
				{matrix(3, 4, 73), matrix(1, 5, 74)},
			}
		},
	}
}

func countParametersExercise() exercise {
	return exercise{
		id: "6.5", name: "countParameters", title: "Counting the weights",
		hints: [3]string{
			"Each θ is a matrix. How many rows and columns has the one between two layers?",
			"Between a layer of in units and one of out units, θ is out×(in+1). Add the products over all neighbours.",
			"Loop l from 1 and add (units[l-1] + 1) * units[l].",
		},
		why: "Every neuron has one weight for each unit below it and one for the bias unit. " +
			"The output layer adds no bias unit, so nothing is added for it.",
		stub: stub06{}.countParameters, solution: solution06{}.countParameters,
		mistakes: []mistake{
			{name: "no bias unit", says: "Each neuron has a bias as well: θ has in+1 columns, not in.", answer: wrong06{}.countNoBias},
			{name: "bias unit on the output side", says: "(in+1)·(out+1) gives the bias unit of the next layer weights too, but nothing flows into a bias unit.", answer: wrong06{}.countOutputBias},
			{name: "a bias for each input", says: "Every neuron of the layer above has one bias: (in+1)·out, not in·(out+1).", answer: wrong06{}.countBiasOfInputs},
			{name: "one bias for a whole layer", says: "Every neuron has its own bias: out of them in a layer, not one.", answer: wrong06{}.countOneBias},
			{name: "units are counted", says: "Weights sit on the edges: multiply the sizes of two neighbouring layers, do not add them.", answer: wrong06{}.countUnits},
			{name: "only the first matrix is counted", says: "There is a θ between every two neighbouring layers: let l run to the end.", answer: wrong06{}.countFirst},
		},
		cases: func() [][]any {
			return [][]any{
				{[]int{3, 3, 2}},
				{[]int{2, 4, 1}},
				{[]int{64, 32, 10}},
				{[]int{5, 7, 11, 3, 2}},
				{[]int{1, 1}},
			}
		},
	}
}

func collapseExercise() exercise {
	return exercise{
		id: "6.6", name: "collapse", title: "Two layers in one",
		hints: [3]string{
			"Write z⁽²⁾ = b + θ̄1 (θ0 [1, x]), where b is column 0 of theta1 and θ̄1 the rest. Multiply out: what stands before [1, x]?",
			"It is θ̄1 θ0, and b, which is multiplied by 1 and so belongs to column 0.",
			"theta.Mul(theta1.Slice(0, m, 1, columns), theta0), then add theta1.At(j, 0) to theta.At(j, 0) for each row j.",
		},
		why: "A product of matrices is a matrix, so a stack of linear layers can do no more than one of them. " +
			"This is the reason why g must be there, and why it must not be linear.",
		stub: stub06{}.collapse, solution: solution06{}.collapse,
		mistakes: []mistake{
			{name: "the biases of theta1 are lost", says: "Column 0 of theta1 adds to column 0 of the product.", answer: wrong06{}.collapseNoBias1},
			{name: "the biases of theta0 are lost", says: "They pass through θ̄1 as everything else does: column 0 is θ̄1 b0 + b1, a sum of two parts.", answer: wrong06{}.collapseNoBias0},
			{name: "no bias column at all", says: "Only the column 0 of theta1 is taken off before the product; theta0 goes in as a whole.", answer: wrong06{}.collapseNoBiases},
			{name: "the last column is dropped in place of column 0", says: "The biases are column 0: take theta1.Slice(0, m, 1, columns).", answer: wrong06{}.collapseLastDropped},
			{name: "the matrices are in the other order", says: "theta0 acts first, so it stands on the right, next to x: θ̄1 θ0.", answer: wrong06{}.collapseOrder},
			{name: "transposed", says: "Neurons are rows: the result is m×(p+1).", answer: wrong06{}.collapseTransposed},
		},
		cases: func() [][]any {
			return [][]any{
				{mat.NewDense(2, 2, []float64{1, 2, 3, 4}), mat.NewDense(2, 3, []float64{5, 1, -1, 6, 0, 2})}, // both orders exist
				{deckTheta0(), deckTheta1()},
				{matrix(4, 3, 75), matrix(1, 5, 76)},
				{matrix(2, 5, 77), matrix(3, 3, 78)},
			}
		},
	}
}
