package figure

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

// Colour vision deficiencies as matrices on linear RGB: G. Machado, M. Oliveira and
// L. Fernandes, "A physiologically-based model for simulation of color vision
// deficiency", 2009, severity 1.
var visions = map[string][3][3]float64{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
}

// lab converts a colour, as seen, to CIELAB (D65).
func lab(c color.NRGBA, vision [3][3]float64) [3]float64 {
	rgb := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var seen [3]float64
	for i, row := range vision {
		seen[i] = math.Max(0, math.Min(1, row[0]*rgb[0]+row[1]*rgb[1]+row[2]*rgb[2]))
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*seen[0] + 0.3576*seen[1] + 0.1805*seen[2]) / 0.95047)
	y := f(0.2126*seen[0] + 0.7152*seen[1] + 0.0722*seen[2])
	z := f((0.0193*seen[0] + 0.1192*seen[1] + 0.9505*seen[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func deltaE(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// Any two colours of the palette differ clearly for every vision, and each from paper.
func TestPaletteIsToldApart(t *testing.T) {
	const least = 20 // ΔE of CIE 1976; about 2.3 is just noticeable
	for name, v := range visions {
		worst, pair := math.Inf(1), ""
		all := append([]color.NRGBA{paper}, palette...)
		for i := range all {
			for j := range i {
				if d := deltaE(lab(all[i], v), lab(all[j], v)); d < worst {
					worst, pair = d, fmt.Sprint(all[i], all[j])
				}
			}
		}
		t.Logf("%s: nearest ΔE %.1f, %s", name, worst, pair)
		if worst < least {
			t.Errorf("%s: %s differ by ΔE %.1f, want %d", name, pair, worst, least)
		}
	}
}

// contrast of two colours, 1 … 21 (Web Content Accessibility Guidelines 2.2).
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// The paper is soft on a dark page, and all texts can be read on what they stand on: the guidelines
// want a contrast of 4.5. Curves and points, which are larger, stand out from the paper.
func TestContrast(t *testing.T) {
	if l := luminance(paper); l < 0.68 || l > 0.78 {
		t.Errorf("the paper has the luminance %.2f", l)
	}
	for name, l := range map[string]lettering{
		"title": titleText, "label": labelText, "legend": legendText, "tick": tickText, "note": noteText, "panels": panelsText,
		"unit": unitText, "unit name": unitName, "weight": weightText, "hint": hintText, "column": columnText, "δ": deltaText,
	} {
		for _, ground := range []color.NRGBA{paper, neuronFill, biasFill} {
			if c := contrast(l.color.(color.NRGBA), ground); c < 4.5 {
				t.Errorf("%s: contrast %.2f on %v", name, c, ground)
			}
		}
	}
	for _, c := range palette {
		if got := contrast(c, paper); got < 2.2 {
			t.Errorf("%v: contrast %.2f on the paper", c, got)
		}
	}
}

// Dash and colour, marker and colour: no pair comes twice before all are used up.
func TestLooksDiffer(t *testing.T) {
	var s cycle
	seen := map[string]bool{}
	for k := range 42 {
		l := s.nextLine(fmt.Sprint("line ", k))
		id := fmt.Sprint(l.color, l.dash)
		if seen[id] {
			t.Fatalf("line %d looks like one before", k)
		}
		seen[id] = true
	}
	if len(palette)%len(markers) == 0 || len(markers)%len(palette) == 0 {
		t.Errorf("%d colours, %d markers", len(palette), len(markers))
	}
}

// The map of heights grows evenly lighter for every vision, and its steps can be told apart.
func TestHeightMapIsOrdered(t *testing.T) {
	for name, v := range visions {
		last := lab(heightColor(0), v)
		if last[0] > 32 {
			t.Errorf("%s: begins at lightness %.0f", name, last[0])
		}
		for k := 1; k <= stepCount; k++ {
			l := lab(heightColor(float64(k)/stepCount), v)
			if d := l[0] - last[0]; d < 2 || d > 8 {
				t.Errorf("%s: step %d changes the lightness by %.1f", name, k, d)
			}
			if d := deltaE(l, last); d < 4 {
				t.Errorf("%s: step %d has ΔE %.1f", name, k, d)
			}
			last = l
		}
		if last[0] < 88 {
			t.Errorf("%s: ends at lightness %.0f", name, last[0])
		}
	}
}

// Every sign of the course's notation is in both faces.
func TestNotationIsInTheFont(t *testing.T) {
	const signs = "θ₀ θ⁽⁰⁾₁₀ h_θ(x) ∂J/∂θ₁ σ′ ŷ λₘₐₓ 10⁻³ θ̄ x̄ αβγδεηκλμνρτφω Σ Δ ∇ ∞ ± × · ≤ ≥ ≈ ≠ √ ² ³ ⁴ ¹ ⁿ ᵀ ᵢ ⱼ ₖ ₙ ½ ⅓ ° µ ‖ ∑ ∫ → ← ⊙ ℓ ∈ ″ ⁺ ⁻ ₊ ₋ – — ’ “ ” … é ü"
	if err := checkText("notation", signs); err != nil {
		t.Error(err)
	}
	if checkText("", "漢") == nil {
		t.Error("a sign the font lacks was accepted")
	}
}
