package optimizer

import (
	"fmt"
	"math"
	"strings"
)

// Optimizer is a rule that moves θ against the gradient. GD, Momentum,
// Nesterov, AdaGrad, RMSProp, Adam and AdamW are the ones of this package.
type Optimizer interface {
	// Step changes θ in place, given grad = ∇J(θ) of the same length, which it
	// leaves alone. It panics when the lengths differ, θ is empty, or its
	// length is not that of the step before. The first step allocates the
	// state, later ones nothing.
	Step(theta, grad []float64)

	// Rates sets dst_j to the step size of weight j in the last step: the
	// factor r_j in θ_j := θ_j − r_j d_j, where the direction d_j is the
	// gradient, averaged as the rule has it; 0 for a weight that the rule leaves
	// where it is. Before the first step nothing is adjusted yet, and all are α. It
	// panics when dst has another length than θ.
	Rates(dst []float64)

	// Reset forgets all steps, so that the next one is a first step.
	Reset()

	// String names the rule with α and those other settings that are not the
	// default: "Adam(α = 0.01)".
	String() string
}

// Check returns a *BadParameter if a field of o makes no sense: α ≤ 0, a β
// outside [0, 1), a negative ε or decay, NaN or Inf. It accepts an Optimizer
// from elsewhere that has no Check method, and panics when o is nil. Minimize
// calls it.
func Check(o Optimizer) error {
	if o == nil {
		panic("optimizer: Check: the optimizer is nil")
	}
	if c, ok := o.(interface{ Check() error }); ok {
		return c.Check()
	}
	return nil
}

// clock counts the steps of one θ.
type clock struct {
	t int // t is how many steps have been made
	n int // n is the length of θ, once t > 0
}

// tick begins a step: it checks the slices and returns t from 1.
func (c *clock) tick(rule string, theta, grad []float64) int {
	switch {
	case len(theta) == 0:
		panic("optimizer: " + rule + ".Step: θ is empty")
	case len(grad) != len(theta):
		panic(fmt.Sprintf("optimizer: %s.Step: the gradient has %d values, θ has %d", rule, len(grad), len(theta)))
	case c.t > 0 && len(theta) != c.n:
		panic(fmt.Sprintf("optimizer: %s.Step: θ has %d values, in the steps before it had %d; call Reset for another θ", rule, len(theta), c.n))
	}
	c.n = len(theta)
	c.t++
	return c.t
}

// rates begins Rates: it checks dst and fills it with α of the last step.
func (c *clock) rates(rule string, dst []float64, alpha float64, s Schedule) {
	if c.t > 0 && len(dst) != c.n {
		panic(fmt.Sprintf("optimizer: %s.Rates: dst has %d values, θ has %d", rule, len(dst), c.n))
	}
	a := c.rate(alpha, s)
	for j := range dst {
		dst[j] = a
	}
}

// rate returns α in the last step, or in the first if none has been made.
func (c *clock) rate(alpha float64, s Schedule) float64 { return alpha * s.at(max(c.t-1, 0)) }

// setting is a number other than α that steers a rule: its symbol, its value,
// its default, and the end of the range [0, below) that it may have.
type setting struct {
	name            string
	value, standard float64
	below           float64
}

// checkSettings returns a *BadParameter for the first that makes no sense.
func checkSettings(alpha float64, rest ...setting) error {
	if !(alpha > 0) || math.IsInf(alpha, 1) {
		return &BadParameter{Name: "α", Value: alpha, Want: "a finite number above 0"}
	}
	for _, s := range rest {
		if s.value >= 0 && s.value < s.below {
			continue
		}
		want := "a finite number, 0 or more"
		if s.below == 1 {
			want = "a number in [0, 1)"
		}
		return &BadParameter{Name: s.name, Value: s.value, Want: want}
	}
	return nil
}

// describe returns the String of a rule.
func describe(rule string, alpha float64, sched Schedule, rest ...setting) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s(α = %g", rule, alpha)
	for _, s := range rest {
		if s.value != s.standard {
			fmt.Fprintf(&b, ", %s = %g", s.name, s.value)
		}
	}
	if sched != nil {
		b.WriteString(", scheduled")
	}
	return b.String() + ")"
}
