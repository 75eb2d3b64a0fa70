package exercise

func chapter00() chapter {
	return chapter{"00", "Start here", []exercise{{
		id: "0.1", name: "mean", title: "Mean (trial)",
		hints: [3]string{
			"Add up all values first, then look at what x̄ = 1/n Σ x_i still asks for.",
			"A loop over all values is `for _, xi := range x { … }`; len(x) is n, a whole number.",
			"Divide the sum by float64(len(x)) and return it.",
		},
		why: "The loop adds every x_i once, and the division by n comes last. " +
			"float64(len(x)) is needed because Go does not mix whole and real numbers by itself.",
		stub: stub00{}.mean, solution: solution00{}.mean,
		mistakes: []mistake{
			{name: "the sum is not divided", says: "This is Σ x_i. Divide it by float64(len(x)).", answer: wrong00{}.meanSum},
			{name: "divided by n−1", says: "n−1 belongs to the variance of a sample; the mean divides by n.", answer: wrong00{}.meanLess},
			{name: "the decimals are cut off", says: "Dividing whole numbers, or int(…), drops them. Keep the sum a float64 and divide by float64(len(x)).", answer: wrong00{}.meanInt},
			{name: "the first value is skipped", says: "Indices begin at 0, so the loop must too.", answer: wrong00{}.meanFirst},
			{name: "the last value is skipped", says: "`i < len(x)` reaches the last index, `i < len(x)-1` does not.", answer: wrong00{}.meanLast},
			{name: "it is the median", says: "The value in the middle is another kind of centre. The mean is 1/n Σ x_i.", answer: wrong00{}.meanMedian},
		},
		cases: func() [][]any {
			return [][]any{
				{[]float64{1, 2, 3, 5}},
				{[]float64{7.5}},
				{[]float64{-4, 4, 0.5}},
				{normals(12, 1)},
			}
		},
	}}}
}
