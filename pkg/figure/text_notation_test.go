package figure

import (
	"strings"
	"testing"
)

// spell writes clusters with ^{} and _{} for what stands higher and lower, and | between them.
func spell(cs []cluster) string {
	var parts []string
	for _, c := range cs {
		s := ""
		if c.base != 0 {
			s = string(c.base)
		}
		s += string(c.marks)
		if c.sup != nil {
			s += "^{" + spell(c.sup) + "}"
		}
		if c.sub != nil {
			s += "_{" + spell(c.sub) + "}"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "|")
}

func TestClusters(t *testing.T) {
	for text, want := range map[string]string{
		"":          "",
		"θ⁽⁰⁾₁₀":    "θ^{(|0|)}_{1|0}",
		"x₁²":       "x^{2}_{1}",
		"θ₁x":       "θ_{1}|x",
		"10⁻³":      "1|0^{−|3}",
		"λₘₐₓ":      "λ_{m|a|x}",
		"XᵀX":       "X^{T}|X",
		"h_θ(x)":    "h_{θ}|(|x|)",
		"x_i0":      "x_{i|0}",
		"θ⁽⁰⁾_jk,":  "θ^{(|0|)}_{j|k}|,",
		"Δx_i":      "Δ|x_{i}",
		"2x_1":      "2|x_{1}",
		"x̄_i0":     "x\u0304_{i|0}",
		"h_θ̄(x)":   "h_{θ\u0304}|(|x|)",
		"∂J/∂θ̄⁽⁰⁾": "∂|J|/|∂|θ\u0304^{(|0|)}",
		"ŷ":         "ŷ",
		// Names of data keep their underscores.
		"weight_lb": "w|e|i|g|h|t|_|l|b",
		"a_b_c":     "a|_|b|_|c",
		"r2_score":  "r|2|_|s|c|o|r|e",
		"x_":        "x|_",
		"x_ 1":      "x|_| |1",
		"_x":        "_|x",
		// Scripts and marks with nothing to stand on.
		"²a":      "^{2}|a",
		"a ²":     "a| |^{2}",
		"a⁽¹⁾₂⁰":  "a^{(|1|)}_{2}|^{0}",
		"\u0304a": "\u0304|a",
		"₁\u0302": "_{1}|\u0302",
	} {
		if got := spell(clusters(text)); got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}

// The font has the sign that each raised or lowered sign, and each mark, is drawn with.
func TestPlainSigns(t *testing.T) {
	for _, signs := range []map[rune]rune{plainOfRaised, plainOfLowered, loneMark} {
		for from, to := range signs {
			if err := checkText("sign", string(to)+string(from)); err != nil {
				t.Error(err)
			}
		}
	}
}
