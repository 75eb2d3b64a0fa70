package optimizer

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// all returns every rule with settings that are not the defaults.
func all() []Optimizer {
	s := WarmUp(3, Cosine(50))
	return []Optimizer{
		NewGD(0.1),
		&GD{Alpha: 0.1, Schedule: s},
		&Momentum{Alpha: 0.1, Beta: 0.8, Schedule: s},
		&Nesterov{Alpha: 0.1, Beta: 0.8, Schedule: s},
		&AdaGrad{Alpha: 0.1, Epsilon: 1e-3, Schedule: s},
		&RMSProp{Alpha: 0.1, Beta: 0.75, Epsilon: 1e-3, Schedule: s},
		&Adam{Alpha: 0.1, Beta1: 0.7, Beta2: 0.9, Epsilon: 1e-3, Schedule: s},
		&AdamW{Alpha: 0.1, Beta1: 0.7, Beta2: 0.9, Epsilon: 1e-3, Decay: 0.3, Schedule: s},
	}
}

// TestRates checks θ_j := θ_j − r_j d_j with the direction d from all gradients
// so far, in closed form.
func TestRates(t *testing.T) {
	grads := readReference(t).Grads
	// sum is Σ_k β^k g_(t−k).
	sum := func(beta float64, j, t int) (d float64) {
		for k := range t + 1 {
			d += math.Pow(beta, float64(k)) * grads[t-k][j]
		}
		return d
	}
	for _, o := range all() {
		theta := []float64{1, -1, 2, -2, 0.5, -0.5, 0.25, 3, -3}
		rates := make([]float64, len(theta))
		o.Rates(rates)
		for t0, g := range grads {
			before := slices.Clone(theta)
			o.Step(theta, g)
			o.Rates(rates)
			for j := range theta {
				d := g[j]
				switch o := o.(type) {
				case *Momentum:
					d = sum(o.Beta, j, t0)
				case *Nesterov:
					d += o.Beta * sum(o.Beta, j, t0)
				case *Adam:
					d = (1 - o.Beta1) * sum(o.Beta1, j, t0) / (1 - math.Pow(o.Beta1, float64(t0+1)))
				case *AdamW:
					d = (1 - o.Beta1) * sum(o.Beta1, j, t0) / (1 - math.Pow(o.Beta1, float64(t0+1)))
					before[j] -= o.Alpha * o.Schedule(t0) * o.Decay * before[j]
				}
				if got := before[j] - theta[j]; !(math.Abs(got-rates[j]*d) <= 1e-14) {
					t.Errorf("%s: step %d moves θ_%d by %.15g, rate·direction = %.15g", o, t0+1, j, got, rates[j]*d)
				}
			}
		}
	}
}

func TestRatesBeforeTheFirstStep(t *testing.T) {
	for _, o := range all()[1:] {
		rates := []float64{7, 7}
		o.Rates(rates)
		if want := 0.1 / 3; rates[0] != want || rates[1] != want { // the first step of the warm-up
			t.Errorf("%s: rates %v before the first step, want %v", o, rates, want)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	const n = 1000
	theta, grad := make([]float64, n), make([]float64, n)
	for j := range grad {
		grad[j] = float64(j%7) - 3
	}
	for _, o := range all() {
		o.Step(theta, grad)
		if a := testing.AllocsPerRun(20, func() { o.Step(theta, grad); o.Rates(theta) }); a != 0 {
			t.Errorf("%s: %v allocations a step", o, a)
		}
	}
}

func TestResetAndSameBits(t *testing.T) {
	grads := readReference(t).Grads
	walk := func(o Optimizer) []float64 {
		theta := []float64{1, -1, 2, -2, 0.5, -0.5, 0.25, 3, -3}
		for _, g := range grads {
			was := slices.Clone(g)
			o.Step(theta, g)
			if !slices.Equal(g, was) {
				t.Fatalf("%s: Step changed the gradient", o)
			}
		}
		return theta
	}
	for i, o := range all() {
		first := walk(o)
		if again := walk(o); i > 0 && slices.Equal(first, again) {
			t.Errorf("%s: 20 more steps went the same way: the schedule does not go on", o)
		}
		o.Reset()
		if again := walk(o); !slices.Equal(first, again) {
			t.Errorf("%s: %v, after Reset %v", o, first, again)
		}
		if fresh := walk(all()[i]); !slices.Equal(first, fresh) {
			t.Errorf("%s: %v, a fresh one %v", o, first, fresh)
		}
		o.Reset()
		o.Step([]float64{1}, []float64{1}) // another length is right after Reset
	}
}

// A zero gradient divides nothing by nothing.
func TestZeroGradient(t *testing.T) {
	for _, o := range []Optimizer{&AdaGrad{Alpha: 1}, &RMSProp{Alpha: 1}, &Adam{Alpha: 1}, &AdamW{Alpha: 1}, NewGD(1), &Momentum{Alpha: 1}, &Nesterov{Alpha: 1}} {
		theta := []float64{2, 2}
		o.Step(theta, []float64{0, 1})
		if !slices.Equal(theta, []float64{2, 1}) {
			t.Errorf("%s: θ = %v, want [2 1]", o, theta)
		}
	}
}

func TestStepPanics(t *testing.T) {
	for _, o := range all() {
		rule, _, _ := strings.Cut(o.String(), "(")
		panics(t, "optimizer: "+rule+".Step: θ is empty", func() { o.Step(nil, nil) })
		panics(t, "optimizer: "+rule+".Step: the gradient has 1 values, θ has 2", func() { o.Step(make([]float64, 2), make([]float64, 1)) })
		o.Step(make([]float64, 2), make([]float64, 2))
		panics(t, "optimizer: "+rule+".Step: θ has 3 values, in the steps before it had 2", func() { o.Step(make([]float64, 3), make([]float64, 3)) })
		panics(t, "optimizer: "+rule+".Rates: dst has 3 values, θ has 2", func() { o.Rates(make([]float64, 3)) })
	}
	panics(t, "optimizer: Check: the optimizer is nil", func() { Check(nil) })
}

func panics(t *testing.T, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := recover(); got == nil || !strings.HasPrefix(got.(string), want) {
			t.Errorf("panic %v, want %q", got, want)
		}
	}()
	f()
}

type foreign struct{ GD }

func (*foreign) Check() {} // not that Check

func TestCheck(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		o    Optimizer
		name string // of the bad parameter, "" if there is none
	}{
		{NewGD(0.1), ""},
		{NewGD(0), "α"},
		{NewGD(-0.1), "α"},
		{NewGD(nan), "α"},
		{NewGD(inf), "α"},
		{&Momentum{Alpha: 1}, ""},
		{&Momentum{Beta: 0.9}, "α"},
		{&Momentum{Alpha: 1, Beta: 1}, "β"},
		{&Momentum{Alpha: 1, Beta: -0.1}, "β"},
		{&Nesterov{Alpha: 1, Beta: 1}, "β"},
		{&Nesterov{Alpha: 1, Beta: nan}, "β"},
		{&AdaGrad{Alpha: 1}, ""},
		{&AdaGrad{Alpha: 1, Epsilon: -1e-8}, "ε"},
		{&AdaGrad{Alpha: 1, Epsilon: inf}, "ε"},
		{&RMSProp{Alpha: 1}, ""},
		{&RMSProp{Alpha: 1, Beta: 1}, "β"},
		{&RMSProp{Alpha: 1, Epsilon: nan}, "ε"},
		{&Adam{Alpha: 1}, ""},
		{&Adam{Alpha: 1, Beta1: 1}, "β1"},
		{&Adam{Alpha: 1, Beta2: 1}, "β2"},
		{&Adam{Alpha: 1, Epsilon: -1}, "ε"},
		{NewAdamW(1), ""},
		{&AdamW{Alpha: 1, Beta2: 2}, "β2"},
		{&AdamW{Alpha: 1, Decay: -1}, "decay"},
		{&foreign{}, ""},
	} {
		err := Check(c.o)
		var bad *BadParameter
		switch {
		case c.name == "" && err != nil:
			t.Errorf("%s: %v", c.o, err)
		case c.name != "" && (!errors.As(err, &bad) || bad.Name != c.name):
			t.Errorf("%s: %v, want a complaint about %s", c.o, err, c.name)
		}
	}
}

func TestString(t *testing.T) {
	for _, c := range []struct {
		o    Optimizer
		want string
	}{
		{NewGD(0.1), "GD(α = 0.1)"},
		{&GD{Alpha: 0.1, Schedule: Cosine(10)}, "GD(α = 0.1, scheduled)"},
		{NewMomentum(0.1), "Momentum(α = 0.1)"},
		{&Nesterov{Alpha: 0.1, Beta: 0.5}, "Nesterov(α = 0.1, β = 0.5)"},
		{NewAdaGrad(0.1), "AdaGrad(α = 0.1)"},
		{&RMSProp{Alpha: 0.1, Beta: 0.9, Epsilon: 1e-8}, "RMSProp(α = 0.1, β = 0.9)"},
		{NewAdam(0.001), "Adam(α = 0.001)"},
		{&Adam{Alpha: 0.001, Beta2: 0.999, Epsilon: 1e-8}, "Adam(α = 0.001, β1 = 0)"},
		{&AdamW{Alpha: 0.1, Beta1: 0.9, Beta2: 0.999}, "AdamW(α = 0.1, ε = 0, decay = 0)"},
	} {
		if got := c.o.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestSchedules(t *testing.T) {
	for _, c := range []struct {
		name string
		s    Schedule
		at   int
		want float64
	}{
		{"nil", nil, 5, 1},
		{"StepDecay", StepDecay(10, 0.1), 9, 1},
		{"StepDecay", StepDecay(10, 0.5), 10, 0.5},
		{"StepDecay", StepDecay(10, 0.5), 29, 0.25},
		{"StepDecay", StepDecay(1, 0), 1, 0},
		{"Exponential", Exponential(0.5), 0, 1},
		{"Exponential", Exponential(0.5), 3, 0.125},
		{"Cosine", Cosine(8), 0, 1},
		{"Cosine", Cosine(8), 4, 0.5},
		{"Cosine", Cosine(8), 8, 0},
		{"Cosine", Cosine(8), 16, 0}, // does not rise again
		{"WarmUp", WarmUp(4, nil), 0, 0.25},
		{"WarmUp", WarmUp(4, nil), 3, 1},
		{"WarmUp", WarmUp(4, nil), 4, 1},
		{"WarmUp", WarmUp(0, nil), 0, 1},
		{"WarmUp", WarmUp(4, Exponential(0.5)), 4, 1},
		{"WarmUp", WarmUp(4, Exponential(0.5)), 6, 0.25},
		{"WarmUp", WarmUp(2, WarmUp(2, nil)), 2, 0.5},
	} {
		if got := c.s.at(c.at); !(math.Abs(got-c.want) <= 1e-15) {
			t.Errorf("%s at %d is %v, want %v", c.name, c.at, got, c.want)
		}
	}
	panics(t, "optimizer: StepDecay: every is 0, want 1 or more", func() { StepDecay(0, 0.5) })
	panics(t, "optimizer: StepDecay: factor is -1, want", func() { StepDecay(1, -1) })
	panics(t, "optimizer: Exponential: factor is NaN, want", func() { Exponential(math.NaN()) })
	panics(t, "optimizer: Exponential: factor is +Inf, want", func() { Exponential(math.Inf(1)) })
	panics(t, "optimizer: Cosine: total is 0, want 1 or more", func() { Cosine(0) })
	panics(t, "optimizer: WarmUp: steps is -1, want 0 or more", func() { WarmUp(-1, nil) })
}

// Many weights at once may go through vectors, a single one never does: both
// give the same bits, also where a gradient is 0, tiny, huge or NaN.
func TestAdamAllAtOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	for _, epsilon := range []float64{1e-8, 0} {
		const n = 103
		theta, grad := make([]float64, n), make([]float64, n)
		for j := range theta {
			theta[j] = rng.NormFloat64()
		}
		rule := func() *Adam {
			o := NewAdam(0.01)
			o.Epsilon = epsilon
			return o
		}
		all, alone := rule(), make([]*Adam, n)
		want := slices.Clone(theta)
		for j := range alone {
			alone[j] = rule()
		}
		for range 20 {
			for j := range grad {
				grad[j] = []float64{rng.NormFloat64(), 0, 1e-300, 1e200, rng.NormFloat64() * 1e-9}[rng.IntN(5)]
			}
			grad[7], grad[8] = 0, 0
			if rng.IntN(10) == 0 {
				grad[9] = math.NaN()
			}
			all.Step(theta, grad)
			for j, o := range alone {
				o.Step(want[j:j+1], grad[j:j+1])
				if math.Float64bits(theta[j]) != math.Float64bits(want[j]) && (theta[j] == theta[j] || want[j] == want[j]) {
					t.Fatalf("ε = %g: θ_%d is %x with all others, %x alone", epsilon, j, theta[j], want[j])
				}
			}
		}
	}
}

// TestLearningRate: every rule tells the α of its last step.
func TestLearningRate(t *testing.T) {
	for _, o := range all() {
		rule := o.(interface{ LearningRate() float64 })
		schedule := WarmUp(3, Cosine(50))
		if o.String() == NewGD(0.1).String() {
			schedule = nil
		}
		theta := []float64{1, 2}
		for step := range 6 {
			if want := 0.1 * schedule.at(max(step-1, 0)); rule.LearningRate() != want {
				t.Errorf("%v after %d steps: α = %g, want %g", o, step, rule.LearningRate(), want)
			}
			o.Step(theta, []float64{0.5, -0.5})
		}
	}
}
