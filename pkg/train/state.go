package train

import "ann/pkg/nn"

// state is what training changes in a network: θ, and the running statistics
// of batch normalisation.
type state struct {
	theta   []float64
	running []float64 // means and variances, layer by layer
}

func (s *state) save(net *nn.Network) {
	s.theta = append(s.theta[:0], net.Params()...)
	s.running = s.running[:0]
	for _, v := range running(net) {
		s.running = append(s.running, v...)
	}
}

func (s *state) restore(net *nn.Network) {
	copy(net.Params(), s.theta)
	rest := s.running
	for _, v := range running(net) {
		rest = rest[copy(v, rest):]
	}
}

// running returns the running statistics of every batch normalisation of the
// network: not copies.
func running(net *nn.Network) (all [][]float64) {
	for l := range net.L() {
		if _, ok := net.Layer(l).(nn.BatchNorm); ok {
			mean, variance := net.Running(l)
			all = append(all, mean, variance)
		}
	}
	return all
}
