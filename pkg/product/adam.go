package product

// AdamStep are the numbers of one step of Adam, which are the same for all
// weights; see package optimizer for the rule.
type AdamStep struct {
	Alpha, Beta1, Beta2, Epsilon float64
	Correct1, Correct2           float64 // 1 − β1^t and 1 − β2^t
}

// AdamVectors does Adam's step for the first weights, four at a time, and
// returns how many it has done: 0 without vectors, or all but one to three. The
// others are for the caller. A division takes the processor as long as ten
// other operations, and a root, too, but they take hardly longer for four
// numbers than for one.
//
// θ, g, m and v have the same length. The bits are those of the formula.
func AdamVectors(theta, g, m, v []float64, s AdamStep) (done int) {
	if !hasVectors {
		return 0
	}
	return adamVectors(theta, g, m, v, s)
}
