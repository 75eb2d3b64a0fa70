package exercise

import (
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
)

// Claim asserts a number that the text says, so that the text cannot go stale.
// It prints one line,
//
//	✓ slope in mpg per tonne: -16.86 (the text says -16.9)
//
// and panics, so that the cell fails, when |got − said| > tol, or when one of
// the three is NaN or tol is negative. Rounding in the last digits of said
// (1e-12 of it) is allowed for. got is printed about as finely as tol asks.
func Claim(what string, got, said, tol float64) { claim(os.Stdout, what, got, said, tol) }

func claim(out io.Writer, what string, got, said, tol float64) {
	if !(tol >= 0) {
		panic(fmt.Sprintf("exercise: Claim: %s: the tolerance is %v, want 0 or more", what, tol))
	}
	text, cell := exact(said), asFineAs(got, said, tol)
	if off := math.Abs(got - said); !(off <= tol+1e-12*math.Abs(said)) {
		if cell == text {
			cell = exact(got)
		}
		panic(fmt.Sprintf("exercise: Claim: %s: the text says %s, give or take %s, but the cell finds %s", what, text, exact(tol), cell))
	}
	fmt.Fprintf(out, "✓ %s: %s (the text says %s)\n", what, cell, text)
}

// exact is the shortest form that reads back as x, without an exponent where
// that is easy to read.
func exact(x float64) string {
	if a := math.Abs(x); a >= 1e-4 && a < 1e7 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// asFineAs prints x to the decimal place where tol begins or where said ends,
// whichever is finer.
func asFineAs(x, said, tol float64) string {
	if tol == 0 || math.IsInf(tol, 0) || math.IsNaN(x) || math.IsInf(x, 0) {
		return exact(x)
	}
	place := int(math.Floor(math.Log10(tol))) // the power of ten of the last digit
	if mantissa, exponent, ok := strings.Cut(strconv.FormatFloat(said, 'e', -1, 64), "e"); ok && said != 0 {
		power, _ := strconv.Atoi(exponent)
		_, decimals, _ := strings.Cut(mantissa, ".")
		place = min(place, power-len(decimals))
	}
	if math.Abs(x) < 0.5*math.Pow10(place) {
		return "0"
	}
	if a := math.Abs(x); a >= 1e-4 && a < 1e7 {
		return strconv.FormatFloat(x, 'f', max(0, -place), 64)
	}
	first := int(math.Floor(math.Log10(math.Abs(x))))
	return strconv.FormatFloat(x, 'e', min(max(first-place, 0), 16), 64)
}
