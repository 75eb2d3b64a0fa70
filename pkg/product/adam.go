package product

// AdamStep holds the numbers that a step of Adam has in common for all
// weights; see package optimizer for the rule.
type AdamStep struct {
	Alpha, Beta1, Beta2, Epsilon float64
	Correct1, Correct2           float64 // 1 − β1^t and 1 − β2^t
}

// AdamVectors does Adam's step for the first weights, four at a time, because
// a division or a root takes the processor as long as ten other operations, but
// hardly longer for four numbers than for one. It returns how many weights it
// has done, and leaves the others to the caller: all of them without vectors,
// otherwise three at most.
//
// θ, g, m and v have the same length. The bits are those of the formula.
func AdamVectors(theta, g, m, v []float64, s AdamStep) (done int) {
	if !hasVectors {
		return 0
	}
	return adamVectors(theta, g, m, v, s)
}
