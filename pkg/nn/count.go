package nn

// Count returns the number of parameters, all θ together.
func (net *Network) Count() int { return net.count }

// Operations returns the number of multiply-adds of a forward pass of one
// example: out·(in+1) for a Dense, one for each of its weights, the bias unit's
// product included; out·in for an RBF (a difference squared and added); 2 a
// unit for a BatchNorm in evaluation mode (x̂, then β + γ x̂); 1 a unit for
// Dropout's factor and for the sum of a Skip. The values of g are not in it.
// A backward pass costs about twice as much.
func (net *Network) Operations() int {
	total := 0
	for l, s := range net.shapes {
		switch net.layers[l].(type) {
		case Dropout, skip:
			total += s.out
		default:
			total += s.rows * s.cols
		}
	}
	return total
}
