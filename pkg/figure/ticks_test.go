package figure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinearTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		count  int
		want   string
		note   string
	}{
		{0, 10, 5, "0 2 4 6 8 10", ""},
		{-1, 1, 4, "−1.0 −0.5 0.0 0.5 1.0", ""},
		{1613, 5140, 4, "2000 3000 4000 5000", ""},
		{0, 1e-6, 4, "0.0 0.2 0.4 0.6 0.8 1.0", "×10⁻⁶"},
		{-2e-6, 4e-6, 3, "−2 0 2 4", "×10⁻⁶"},
		{0, 3e7, 3, "0 1 2 3", "×10⁷"},
		{1e9, 1e9 + 4, 4, "0 1 2 3 4", "+ 10⁹"},
		{-1e300, 1e300, 4, "−1.0 −0.5 0.0 0.5 1.0", "×10³⁰⁰"},
		{0.1, 0.3, 4, "0.10 0.15 0.20 0.25 0.30", ""},
	} {
		got := linearTicks(c.lo, c.hi, c.count, false)
		if s := strings.Join(got.label, " "); s != c.want || got.note != c.note {
			t.Errorf("%g … %g: %q %q, want %q %q", c.lo, c.hi, s, got.note, c.want, c.note)
		}
	}
}

// Degrees, epochs and counts have no fractions.
func TestWholeTicks(t *testing.T) {
	for lo := 0.0; lo < 3; lo++ {
		for hi := lo + 1; hi < 300; hi++ {
			for _, v := range linearTicks(lo-0.04, hi+0.04, 6, true).at {
				if v != math.Trunc(v) {
					t.Fatalf("%g … %g: a mark at %g", lo, hi, v)
				}
			}
		}
	}
	f := New("", "degree", "error")
	f.Line("", []float64{1, 2, 13}, []float64{0.1, 0.2, 0.7})
	if !f.whole(false) || f.whole(true) {
		t.Errorf("whole: x %v, y %v", f.whole(false), f.whole(true))
	}
	f.Scatter("", []float64{1.5}, []float64{1})
	if f.whole(false) {
		t.Error("1.5 is whole")
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		want   string
	}{
		{1e-3, 10, "10⁻³ 10⁻² 10⁻¹ 10⁰ 10¹"},
		{2e-5, 3e-2, "10⁻⁴ 10⁻³ 10⁻²"},
		{1e-16, 1e-1, "10⁻¹⁶ 10⁻¹² 10⁻⁸ 10⁻⁴"},
		{1, 10, "1 2 5 10"},
		{2e-5, 9e-5, "2·10⁻⁵ 3·10⁻⁵ 4·10⁻⁵ 5·10⁻⁵ 6·10⁻⁵ 8·10⁻⁵"},
	} {
		if s := strings.Join(logTicks(c.lo, c.hi, 5).label, " "); s != c.want {
			t.Errorf("%g … %g: %q, want %q", c.lo, c.hi, s, c.want)
		}
	}
}

// An axis of many decades has few lines, and those in even steps.
func TestManyDecades(t *testing.T) {
	for decades := 2.0; decades < 600; decades += 1.5 {
		for _, count := range []int{3, 8, 12} {
			k := logTicks(math.Pow(10, -decades/2), math.Pow(10, decades/2), count)
			if n := len(k.at) + len(k.minor); n > 10*count+10 || len(k.at) < 2 {
				t.Errorf("%g decades, about %d labels: %d lines, labels %q", decades, count, n, k.label)
			}
		}
	}
}

// On any axis there are some labels, they are short, different, made of signs the font
// has, without hyphens, and their marks lie on the axis.
func TestTicksOfAnyRange(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		size := math.Pow(10, 600*rng.Float64()-300)
		lo := size * (2*rng.Float64() - 1)
		lo, hi := widen(lo, lo+size*math.Pow(10, -12*rng.Float64()), false, false, false)
		log := rng.IntN(2) == 0 && lo > 0
		count := 2 + rng.IntN(10)
		var k ticks
		if log {
			k = logTicks(lo, hi, count)
		} else {
			k = linearTicks(lo, hi, count, false)
		}
		if len(k.at) < 1 || len(k.at) > 3*count+8 || len(k.label) != len(k.at) {
			t.Fatalf("%g … %g, about %d: %d marks, %d labels %q", lo, hi, count, len(k.at), len(k.label), k.label)
		}
		seen := map[string]bool{}
		for i, s := range k.label {
			if utf8.RuneCountInString(s) > 11 || strings.Contains(s, "-") || s == "" || seen[s] || strings.HasPrefix(s, "−0.0") && strings.Trim(s, "−0.") == "" {
				t.Fatalf("%g … %g: labels %q note %q", lo, hi, k.label, k.note)
			}
			seen[s] = true
			if err := checkText("label", s); err != nil {
				t.Fatal(err)
			}
			if eps := 1e-5 * (hi - lo); k.at[i] < lo-eps || k.at[i] > hi+eps {
				t.Fatalf("%g … %g: mark at %g", lo, hi, k.at[i])
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -2.5: "−2.5", 1e9: "10⁹", 1.5e-7: "1.5·10⁻⁷", 0.1 + 0.2: "0.3", 123456: "123456", -1e-9: "−1·10⁻⁹", 0.001: "0.001",
	} {
		if got := number(v, 10); got != want {
			t.Errorf("%g: %q, want %q", v, got, want)
		}
	}
}

func TestScaleInverse(t *testing.T) {
	for _, s := range []scale{{}, {log: true}, {isInverted: true}, {log: true, isInverted: true}} {
		for _, v := range []float64{2, 3, 50, 100} {
			if got := s.value(2, 100, s.Normalize(2, 100, v)); math.Abs(got-v) > 1e-12*v {
				t.Errorf("%+v: %g comes back as %g", s, v, got)
			}
		}
	}
}
