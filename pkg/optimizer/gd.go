package optimizer

import (
	"runtime"

	"gonum.org/v1/gonum/floats"
)

// GD is gradient descent, the deck's rule:
//
//	θ := θ − α g,  g = ∇J(θ).
//
// On a quadratic J whose second derivatives have the eigenvalues λ_k, a step
// multiplies the distance from the minimum along eigenvector k by 1 − αλ_k: it
// converges exactly for α < 2/λ_max, and fastest for α = 2/(λ_min + λ_max).
//
// Source: slide "Optimizers, Example: gradient descent". PyTorch: SGD.
type GD struct {
	Alpha    float64  // α, the learning rate
	Schedule Schedule // factor on α; nil is constant
	clock    clock
}

// Step implements Optimizer.
func (o *GD) Step(theta, grad []float64) {
	t := o.clock.tick("GD", theta, grad)
	addScaled(theta, -o.Alpha*o.Schedule.at(t-1), grad)
}

// addScaled sets θ := θ + c g. In WebAssembly, where gonum has no assembly, most
// of the time would go into counting, and so sixteen are done in one turn.
func addScaled(theta []float64, c float64, grad []float64) {
	if runtime.GOARCH != "wasm" {
		floats.AddScaled(theta, c, grad)
		return
	}
	j := 0
	for ; j+16 <= len(grad); j += 16 {
		t, g := (*[16]float64)(theta[j:]), (*[16]float64)(grad[j:])
		t[0], t[1], t[2], t[3] = t[0]+c*g[0], t[1]+c*g[1], t[2]+c*g[2], t[3]+c*g[3]
		t[4], t[5], t[6], t[7] = t[4]+c*g[4], t[5]+c*g[5], t[6]+c*g[6], t[7]+c*g[7]
		t[8], t[9], t[10], t[11] = t[8]+c*g[8], t[9]+c*g[9], t[10]+c*g[10], t[11]+c*g[11]
		t[12], t[13], t[14], t[15] = t[12]+c*g[12], t[13]+c*g[13], t[14]+c*g[14], t[15]+c*g[15]
	}
	for ; j < len(grad); j++ {
		theta[j] += c * grad[j]
	}
}

// Rates implements Optimizer: r_j = α_t, the factor of g_j.
func (o *GD) Rates(dst []float64) { o.clock.rates("GD", dst, o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *GD) Reset() { o.clock = clock{} }

// Check returns a *BadParameter unless 0 < α < ∞.
func (o *GD) Check() error { return checkSettings(o.Alpha) }

// String implements Optimizer.
func (o *GD) String() string { return describe("GD", o.Alpha, o.Schedule) }

// Momentum is gradient descent with a velocity v, which starts at 0:
//
//	v := β v + g,  θ := θ − α v.
//
// v is the sum of the past gradients, each step's worth β less than the
// next's. A gradient that stays the same is multiplied by 1/(1−β) in the end,
// 10 for β = 0.9; one that alternates nearly cancels.
//
// Source: Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1. PyTorch: SGD with
// momentum (and no dampening).
type Momentum struct {
	Alpha    float64  // α, the learning rate
	Beta     float64  // β, how much of v is kept, in [0, 1)
	Schedule Schedule // factor on α; nil is constant
	clock    clock
	v        []float64
}

// NewMomentum returns a Momentum with β = 0.9. (PyTorch's default is 0, which
// is GD; 0.9 is what its documentation uses.)
func NewMomentum(alpha float64) *Momentum { return &Momentum{Alpha: alpha, Beta: 0.9} }

// Step implements Optimizer.
func (o *Momentum) Step(theta, grad []float64) {
	t := o.clock.tick("Momentum", theta, grad)
	if t == 1 {
		o.v = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.v[j] = o.Beta*o.v[j] + g
		theta[j] -= alpha * o.v[j]
	}
}

// Rates implements Optimizer: r_j = α_t, the factor of v_j. It is the same for
// all weights; momentum adjusts the direction.
func (o *Momentum) Rates(dst []float64) { o.clock.rates("Momentum", dst, o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *Momentum) Reset() { o.clock, o.v = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞ and 0 ≤ β < 1.
func (o *Momentum) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *Momentum) String() string { return describe("Momentum", o.Alpha, o.Schedule, o.settings()...) }

func (o *Momentum) settings() []setting {
	return []setting{{name: "β", value: o.Beta, standard: 0.9, below: 1}}
}

// Nesterov is momentum that looks ahead:
//
//	v := β v + g,  θ := θ − α (g + β v).
//
// The velocity is the one of Momentum. The step goes along what the velocity
// would be if the gradient stayed the same once more, which brakes earlier
// where the slope turns.
//
// Source: Nesterov, Soviet Math. Dokl. 27 (1983) 372; in this form Sutskever et
// al., ICML 2013. PyTorch: SGD with momentum and nesterov.
type Nesterov struct {
	Alpha    float64  // α, the learning rate
	Beta     float64  // β, how much of v is kept, in [0, 1)
	Schedule Schedule // factor on α; nil is constant
	clock    clock
	v        []float64
}

// NewNesterov returns a Nesterov with β = 0.9. (PyTorch has no default: it
// refuses nesterov without a momentum.)
func NewNesterov(alpha float64) *Nesterov { return &Nesterov{Alpha: alpha, Beta: 0.9} }

// Step implements Optimizer.
func (o *Nesterov) Step(theta, grad []float64) {
	t := o.clock.tick("Nesterov", theta, grad)
	if t == 1 {
		o.v = make([]float64, len(theta))
	}
	alpha := o.Alpha * o.Schedule.at(t-1)
	for j, g := range grad {
		o.v[j] = o.Beta*o.v[j] + g
		theta[j] -= alpha * (g + o.Beta*o.v[j])
	}
}

// Rates implements Optimizer: r_j = α_t, the factor of g_j + β v_j.
func (o *Nesterov) Rates(dst []float64) { o.clock.rates("Nesterov", dst, o.Alpha, o.Schedule) }

// Reset implements Optimizer.
func (o *Nesterov) Reset() { o.clock, o.v = clock{}, nil }

// Check returns a *BadParameter unless 0 < α < ∞ and 0 ≤ β < 1.
func (o *Nesterov) Check() error { return checkSettings(o.Alpha, o.settings()...) }

// String implements Optimizer.
func (o *Nesterov) String() string { return describe("Nesterov", o.Alpha, o.Schedule, o.settings()...) }

func (o *Nesterov) settings() []setting {
	return []setting{{name: "β", value: o.Beta, standard: 0.9, below: 1}}
}
