package optimizer

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"
)

// reference is testdata/reference.json, which testdata/reference.py made with
// PyTorch.
type reference struct {
	H         [][]float64
	B         []float64
	Starts    map[string][]float64
	Grads     [][]float64
	Schedules []struct {
		Name    string
		Factors []float64
	}
	Paths []struct {
		Rule, Problem, Schedule string
		Settings                map[string]float64
		Path                    [][]float64
	}
}

func readReference(t *testing.T) reference {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var r reference
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Paths) != 44 || len(r.Schedules) != 5 || len(r.Grads) != 20 {
		t.Fatalf("%d paths, %d schedules, %d gradients, want 44, 5 and 20", len(r.Paths), len(r.Schedules), len(r.Grads))
	}
	return r
}

// schedules are those of reference.py.
var schedules = map[string]Schedule{
	"":                nil,
	"step":            StepDecay(3, 0.5),
	"exponential":     Exponential(0.9),
	"cosine":          Cosine(20),
	"warm-up":         WarmUp(5, nil),
	"warm-up, cosine": WarmUp(5, Cosine(16)),
}

// build makes an optimizer by its New function and then sets what the
// reference sets, so that the defaults are tested too.
func build(t *testing.T, rule string, settings map[string]float64, s Schedule) Optimizer {
	t.Helper()
	alpha := settings["alpha"]
	fields := map[string]*float64{}
	var o Optimizer
	switch rule {
	case "GD":
		o = &GD{Alpha: alpha, Schedule: s}
	case "Momentum":
		m := NewMomentum(alpha)
		m.Schedule = s
		fields["beta"] = &m.Beta
		o = m
	case "Nesterov":
		m := NewNesterov(alpha)
		m.Schedule = s
		fields["beta"] = &m.Beta
		o = m
	case "AdaGrad":
		a := NewAdaGrad(alpha)
		a.Schedule = s
		fields["epsilon"] = &a.Epsilon
		o = a
	case "RMSProp":
		r := NewRMSProp(alpha)
		r.Schedule = s
		fields["beta"], fields["epsilon"] = &r.Beta, &r.Epsilon
		o = r
	case "Adam":
		a := NewAdam(alpha)
		a.Schedule = s
		fields["beta1"], fields["beta2"], fields["epsilon"] = &a.Beta1, &a.Beta2, &a.Epsilon
		o = a
	case "AdamW":
		a := NewAdamW(alpha)
		a.Schedule = s
		fields["beta1"], fields["beta2"], fields["epsilon"], fields["decay"] = &a.Beta1, &a.Beta2, &a.Epsilon, &a.Decay
		o = a
	default:
		t.Fatalf("no rule %q", rule)
	}
	for name, v := range settings {
		if name == "alpha" {
			continue
		}
		if fields[name] == nil {
			t.Fatalf("%s has no %s", rule, name)
		}
		*fields[name] = v
	}
	return o
}

func TestStepsEqualPyTorch(t *testing.T) {
	ref := readReference(t)
	worst := 0.0
	for _, c := range ref.Paths {
		s, ok := schedules[c.Schedule]
		if !ok {
			t.Fatalf("no schedule %q", c.Schedule)
		}
		name := fmt.Sprintf("%s %v on %s %s", c.Rule, c.Settings, c.Problem, c.Schedule)
		o := build(t, c.Rule, c.Settings, s)
		theta := append([]float64(nil), ref.Starts[c.Problem]...)
		grad := make([]float64, len(theta))
		for step, want := range c.Path {
			if c.Problem == "network" {
				copy(grad, ref.Grads[step])
			} else {
				ref.gradient(grad, theta)
			}
			o.Step(theta, grad)
			for j := range want {
				off := math.Abs(theta[j]-want[j]) / max(math.Abs(want[j]), 0.1)
				worst = max(worst, off)
				if !(off <= 1e-12) {
					t.Fatalf("%s: θ_%d = %.17g after step %d, PyTorch has %.17g (difference %.1e)", name, j, theta[j], step+1, want[j], off)
				}
			}
		}
	}
	t.Logf("largest difference, relative to max(|θ_j|, 0.1): %.1e", worst)
}

// gradient is that of J = ½ θᵀHθ − bᵀθ.
func (r reference) gradient(grad, theta []float64) {
	for j, row := range r.H {
		grad[j] = -r.B[j]
		for k, h := range row {
			grad[j] += h * theta[k]
		}
	}
}

func TestSchedulesEqualPyTorch(t *testing.T) {
	for _, c := range readReference(t).Schedules {
		s := schedules[c.Name]
		for step, want := range c.Factors {
			if got := s.at(step); !(math.Abs(got-want) <= 1e-14) {
				t.Errorf("%s at %d is %.17g, PyTorch has %.17g", c.Name, step, got, want)
			}
		}
	}
}
