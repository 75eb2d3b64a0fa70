package task

import (
	"math"
	"strconv"
	"strings"
)

// The longest list, and the most rows, that are printed whole.
const (
	longList = 8
	manyRows = 6
)

// show prints the value in one line, numbers with so many significant digits.
func (v value) show(digits int) string {
	if len(v.parts) > 0 {
		var parts []string
		for _, p := range v.parts {
			parts = append(parts, p.show(digits))
		}
		return "(" + strings.Join(cut(parts, longList), ", ") + ")"
	}
	switch {
	case v.cols > 0:
		var rows []string
		for i := 0; i < len(v.nums); i += v.cols {
			rows = append(rows, list(v.nums[i:i+v.cols], digits))
		}
		return v.shape + " [" + strings.Join(cut(rows, manyRows), "; ") + "]"
	case v.shape == "a number":
		return digit(v.nums[0], digits)
	case v.shape == "a text":
		return strconv.Quote(Short(v.text, 60))
	case len(v.nums) > longList:
		return "[" + list(v.nums, digits) + "] (" + v.shape + ")"
	case len(v.nums) > 0:
		return "[" + list(v.nums, digits) + "]"
	case v.shape == "0 values":
		return "[]"
	}
	return v.shape
}

func list(x []float64, digits int) string {
	words := make([]string, len(x))
	for i := range x {
		words[i] = digit(x[i], digits)
	}
	return strings.Join(cut(words, longList), " ")
}

// cut replaces the middle of a long list by an ellipsis.
func cut(words []string, n int) []string {
	if len(words) <= n {
		return words
	}
	return append(append(words[:n-2:n-2], "…"), words[len(words)-1])
}

// digit prints x with so many significant digits, in the form the learner would
// write: no exponent between 0.0001 and 10 million.
func digit(x float64, digits int) string {
	if a := math.Abs(x); a >= 1e5 && a < 1e7 {
		decimals := max(0, digits-1-int(math.Floor(math.Log10(a))))
		return trim(strconv.FormatFloat(x, 'f', decimals, 64))
	}
	return strconv.FormatFloat(x, 'g', digits, 64)
}

func trim(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// showPair prints two different values with the fewest digits that show them different.
func showPair(want, got value) (string, string) {
	for _, digits := range []int{5, 9, 13} {
		w, g := want.show(digits), got.show(digits)
		if w != g {
			return w, g
		}
	}
	return want.show(17), got.show(17)
}

// wide is the longest line that is printed, in characters.
const wide = 88

// Wrap prints a text in lines of at most 88 characters, the first after one
// prefix, the others after another.
func Wrap(first, rest, text string) string {
	var b strings.Builder
	line := first
	for _, word := range strings.Fields(text) {
		if line != first && line != rest {
			if len([]rune(line))+1+len([]rune(word)) > wide {
				b.WriteString(line + "\n")
				line = rest
			} else {
				line += " "
			}
		}
		line += word
	}
	return b.String() + line
}

// row is a labelled line of a verdict.
func row(label, text string) string {
	return Wrap("  "+label+strings.Repeat(" ", 10-len(label)), strings.Repeat(" ", 12), text)
}

// sentence is an indented line of a verdict.
func sentence(text string) string { return Wrap("  ", "  ", text) }

// Short is s in one line of at most n characters.
func Short(s string, n int) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ")
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

func capital(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}
