package regression

import "math"

// accelerated is Nesterov's method for a J whose second derivatives are at most
// 1, so that it converges with α = 1. β needs no choice: it grows towards 1, and
// starts again from 0 when a step goes uphill.
//
// Sources: Nesterov, Soviet Math. Dokl. 27 (1983) 372; O'Donoghue, Candès,
// Found. Comput. Math. 15 (2015) 715.
type accelerated struct {
	// x is θ after the last step, without its momentum.
	x []float64
	// t is the sequence t := (1 + √(1 + 4t²))/2, from 1, that gives β.
	t float64
}

func (o *accelerated) Step(theta, grad []float64) {
	if o.x == nil {
		o.x = append(o.x, theta...)
		o.t = 1
	}
	uphill := 0.0
	for j, g := range grad {
		uphill += g * (theta[j] - g - o.x[j])
	}
	if uphill > 0 {
		o.t = 1
	}
	next := (1 + math.Sqrt(1+4*o.t*o.t)) / 2
	beta := (o.t - 1) / next
	o.t = next
	for j, g := range grad {
		x := theta[j] - g
		theta[j] = x + beta*(x-o.x[j])
		o.x[j] = x
	}
}

func (o *accelerated) Rates(dst []float64) {
	for j := range dst {
		dst[j] = 1
	}
}

func (o *accelerated) Reset() { o.x = nil }

func (o *accelerated) String() string { return "Nesterov(α = 1/L, restarted)" }
