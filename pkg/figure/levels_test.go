package figure

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestLevels(t *testing.T) {
	for name, J := range map[string]func(a, b float64) float64{
		"bowl":    bowl,
		"shifted": func(a, b float64) float64 { return 1e6 + a*a + b*b },
		"valley":  func(a, b float64) float64 { return (1-a)*(1-a) + 100*(b-a*a)*(b-a*a) },
		"saddle":  func(a, b float64) float64 { return a*a - b*b },
		"slope":   func(a, b float64) float64 { return a },
		"tiny":    func(a, b float64) float64 { return 1e-12 * (a*a + b*b) },
		"steps":   func(a, b float64) float64 { return math.Floor(a) },
	} {
		h, err := sample(name, J, Box{{-2, 2}, {-2, 2}}, 51)
		if err != nil {
			t.Fatal(err)
		}
		l := newLevels(h.z)
		if len(l) < 8 || len(l) > stepCount+1 || l[0] > h.lo || l[len(l)-1] < h.hi || !slices.IsSorted(l) {
			t.Errorf("%s: levels %g for %g … %g", name, l, h.lo, h.hi)
		}
		labels, _ := l.labels()
		seen := map[string]bool{}
		for k := 1; k < len(l)-1; k++ {
			if l[k] == l[k-1] || seen[labels[k]] || len([]rune(labels[k])) > 8 {
				t.Errorf("%s: level %g after %g, labels %q", name, l[k], l[k-1], labels)
			}
			seen[labels[k]] = true
		}
	}
}

// The ellipses of a bowl grow evenly: the radius √(level − minimum) goes up in about equal
// steps, so that the minimum is ringed closely.
func TestLevelsOfABowl(t *testing.T) {
	h, _ := sample("", func(a, b float64) float64 { return a*a + b*b }, Box{{-1, 1}, {-1, 1}}, 101)
	l := newLevels(h.z)
	first := math.Sqrt(l[1] - h.lo)
	if first > 0.25 {
		t.Errorf("first ring has radius %.2f of 1", first)
	}
	for k := 2; k < len(l)-1; k++ {
		if step := math.Sqrt(l[k]-h.lo) - math.Sqrt(l[k-1]-h.lo); step < 0.04 || step > 0.2 {
			t.Errorf("ring %d is %.2f wider than the one before (levels %g)", k, step, l)
		}
	}
}

func TestStepAndPosition(t *testing.T) {
	l := levels{0, 1, 4, 9}
	for _, c := range []struct {
		v        float64
		step     int
		position float64
	}{{-1, 0, 0}, {0, 0, 0}, {0.5, 0, 1. / 6}, {2.5, 1, 0.5}, {9, 2, 1}, {99, 2, 1}} {
		if b, p := l.step(c.v), l.position(c.v); b != c.step || math.Abs(p-c.position) > 1e-15 {
			t.Errorf("%g lies in step %d at %g, want %d at %g", c.v, b, p, c.step, c.position)
		}
	}
}

// Between the grid points a parabola is exact, also at the edge, and a step does not
// overshoot away from the edge.
func TestHeightsBetweenGridPoints(t *testing.T) {
	J := func(a, b float64) float64 { return 2 + 3*a - b + 40*(a-0.7*b)*(a-0.7*b) }
	h, err := sample("", J, Box{{-1, 2}, {-3, 1}}, 21)
	if err != nil {
		t.Fatal(err)
	}
	step, _ := sample("", func(a, b float64) float64 { return math.Floor(a + b) }, Box{{-1, 2}, {-3, 1}}, 21)
	for i := range 101 {
		for j := range 101 {
			a, b := between(h.box[0], i, 101), between(h.box[1], j, 101)
			if got := h.at(a, b); math.Abs(got-J(a, b)) > 1e-9 {
				t.Fatalf("at (%g, %g): %g, want %g", a, b, got, J(a, b))
			}
			if got := step.at(a, b); i > 5 && i < 95 && j > 5 && j < 95 && (got < -4-1e-9 || got > 3+1e-9) {
				t.Fatalf("the step reaches %g at (%g, %g)", got, a, b)
			}
		}
	}
}

// Heights over many places are those of each place, to the last bit.
func TestHeightsOver(t *testing.T) {
	h, err := newHeights("", gridOf(func(a, b float64) float64 { return math.Sin(3*a) * b * b }, Box{{-1, 2}, {-3, 1}}, 9, 6))
	if err != nil {
		t.Fatal(err)
	}
	a, b := []float64{-1, -0.99, 0.3, 1.99, 2}, []float64{1, 0.4, -2.9, -3}
	for i, z := range h.over(a, b) {
		if want := h.at(a[i%5], b[i/5]); z != want {
			t.Errorf("the height at (%g, %g) is %g, want %g", a[i%5], b[i/5], z, want)
		}
	}
}

// The level line of a cone is one closed curve, a circle.
func TestLevelLine(t *testing.T) {
	const n, r = 41, 13.3
	z := make([]float64, n*n)
	for k := range z {
		z[k] = math.Hypot(float64(k%n)-19.63, float64(k/n)-20.21)
	}
	curves := join(levelLine(z, n, r))
	if len(curves) != 1 {
		t.Fatalf("%d curves", len(curves))
	}
	c := curves[0]
	if c[0] != c[len(c)-1] || len(c) < 50 {
		t.Errorf("%d points from %v to %v", len(c), c[0], c[len(c)-1])
	}
	for _, p := range c {
		if d := math.Hypot(p[0]-19.63, p[1]-20.21); math.Abs(d-r) > 0.05 {
			t.Errorf("%v lies at %g from the middle", p, d)
		}
	}
}

// tens are the heights of n things, 10 each.
func tens(n int) []vg.Length { return slices.Repeat([]vg.Length{10}, n) }

func TestSpread(t *testing.T) {
	for _, want := range [][]vg.Length{{}, {5}, {0, 50, 99}, {40, 41, 42, 90}, {0, 0, 0, 0}, {100, 100, 100}, {49, 50, 50, 51, 52, 53, 99}} {
		got := spread(want, tens(len(want)), -5, 105)
		if len(got) != len(want) {
			t.Fatalf("%v became %v", want, got)
		}
		for i, y := range got {
			if y < 0 || y > 100 || i > 0 && y-got[i-1] < 10-1e-9 {
				t.Errorf("%v became %v", want, got)
			}
		}
	}
	if got := spread([]vg.Length{10, 30, 70}, tens(3), 0, 100); got[0] != 10 || got[1] != 30 || got[2] != 70 {
		t.Errorf("places far apart became %v", got)
	}
	if got := spread([]vg.Length{50, 50}, tens(2), 0, 100); got[0] != 45 || got[1] != 55 {
		t.Errorf("two at 50 became %v", got)
	}
	// The one of two lines needs more room on both sides.
	if got := spread([]vg.Length{50, 50, 50}, []vg.Length{10, 20, 10}, 0, 100); got[0] != 35 || got[1] != 50 || got[2] != 65 {
		t.Errorf("three at 50 became %v", got)
	}
}
