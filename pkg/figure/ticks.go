package figure

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// ticks are the ticks of an axis.
type ticks struct {
	at    []float64 // at holds the values of the ticks with labels
	label []string  // label[i] is the label of at[i]
	minor []float64 // minor holds the values of the short ticks without labels
	note  string    // note says what the labels are multiplied by or added to: "×10⁻⁶"
}

// ticksOf chooses the ticks of an axis with room for about count labels. If the data are
// whole numbers, so are the ticks.
func ticksOf(a *plot.Axis, isLog, isWhole bool, count int) ticks {
	if a.Tick.Marker != nil {
		var t ticks
		for _, m := range a.Tick.Marker.Ticks(a.Min, a.Max) {
			switch {
			case m.Value < a.Min || m.Value > a.Max:
			case m.IsMinor():
				t.minor = append(t.minor, m.Value)
			default:
				t.at, t.label = append(t.at, m.Value), append(t.label, strings.ReplaceAll(m.Label, "-", "−"))
			}
		}
		return t
	}
	if isLog {
		return logTicks(a.Min, a.Max, count)
	}
	return linearTicks(a.Min, a.Max, count, isWhole)
}

// niceStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is
// not much below s.
func niceStep(s float64) float64 {
	e := math.Floor(math.Log10(s))
	p := math.Pow10(int(e))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*p >= s*0.8 {
			return m * p
		}
	}
	return 10 * p
}

// linearTicks are the multiples of a niceStep between lo and hi.
func linearTicks(lo, hi float64, count int, isWhole bool) ticks {
	step := niceStep((hi/2 - lo/2) / float64(max(count, 1)) * 2)
	if isWhole && hi-lo >= 1 && step != math.Trunc(step) {
		step = math.Max(1, niceStep(1.3*step)) // 2.5 becomes 5
	}
	first, last := math.Ceil(lo/step-1e-6), math.Floor(hi/step+1e-6)
	var t ticks
	for k := first; k <= last && len(t.at) < 50; k++ {
		t.at = append(t.at, k*step)
	}
	t.label, t.note = plainLabels(t.at, step)
	return t
}

// plainLabels writes multiples of step with as few digits as they need. Very
// large or small numbers have a factor in common, numbers that differ only after many
// digits a summand; the note names both.
func plainLabels(at []float64, step float64) (labels []string, note string) {
	size := 0.0
	for _, v := range at {
		size = math.Max(size, math.Abs(v))
	}
	if size == 0 {
		size = step
	}
	base := 0.0
	if step < size*2e-5 { // labels without a summand would have more than five digits
		e := math.Ceil(math.Log10(step)) + 1
		base = math.Floor(at[0]/math.Pow10(int(e))) * math.Pow10(int(e))
		size = 0
		for _, v := range at {
			size = math.Max(size, math.Abs(v-base))
		}
	}
	exp := 0
	if size >= 0.9999e5 || size < 0.9999e-2 {
		exp = int(math.Floor(math.Log10(size) + 1e-9))
		note = "×10" + superscript(exp)
	}
	decimals := 0
	for ; decimals < 8; decimals++ {
		q := step / math.Pow10(exp) * math.Pow10(decimals)
		if math.Abs(q-math.Round(q)) < 1e-6*q {
			break
		}
	}
	for _, v := range at {
		labels = append(labels, trueMinus(strconv.FormatFloat((v-base)/math.Pow10(exp)+0, 'f', decimals, 64)))
	}
	return labels, strings.TrimSpace(note + summand(base))
}

// summand returns what the note says about a base that is added to the labels.
func summand(base float64) string {
	switch {
	case base > 0:
		return " + " + number(base, 10)
	case base < 0:
		return " − " + number(-base, 10)
	}
	return ""
}

// trueMinus replaces the hyphen by the minus sign and takes it away from zero.
func trueMinus(s string) string {
	if strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") == "" {
		s = s[1:]
	}
	return strings.ReplaceAll(s, "-", "−")
}

// superscript writes an exponent: ⁻¹², ⁰, ³.
func superscript(e int) string {
	return strings.Map(func(r rune) rune {
		if r == '-' {
			return '⁻'
		}
		return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
	}, strconv.Itoa(e))
}

// number writes v with at most digits significant digits, as 1.5·10⁻⁷ when it is
// very large or small.
func number(v float64, digits int) string {
	if v == 0 {
		return "0"
	}
	if a := math.Abs(v); a >= 1e-3 && a < 1e6 {
		s := strconv.FormatFloat(v, 'g', digits, 64)
		if r, err := strconv.ParseFloat(s, 64); err == nil {
			s = strconv.FormatFloat(r, 'f', -1, 64)
		}
		return trueMinus(s)
	}
	mantissa, exp, _ := strings.Cut(strconv.FormatFloat(v, 'e', digits-1, 64), "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	e, _ := strconv.Atoi(exp)
	if mantissa == "1" {
		return "10" + superscript(e)
	}
	return trueMinus(mantissa) + "·10" + superscript(e)
}

// trimZeros takes zeros from the end of a decimal fraction.
func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}
