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
// It prints one line, in one of three forms,
//
//	✓ cars: 398, as the text says
//	✓ slope in mpg per tonne: -16.86, as the text says: -16.9
//	✓ steps until the limit: 5159, within 200 of what the text says: 5000
//
// and panics, so that the cell fails, when |got − said| > tol, or when one of
// the three is NaN or tol is negative. Rounding in the last digits of said
// (1e-12 of it) is allowed for. got is printed about as finely as tol asks. The
// tolerance is shown when got, rounded to the last digit of said, is not said.
func Claim(what string, got, said, tol float64) { claim(os.Stdout, what, got, said, tol) }

func claim(out io.Writer, what string, got, said, tol float64) {
	if !(tol >= 0) {
		panic(fmt.Sprintf("exercise: Claim: %s: the tolerance is %v, want 0 or more", what, tol))
	}
	text, cell := exact(said), asFineAs(got, said, tol)
	off, rounding := math.Abs(got-said), 1e-12*math.Abs(said)
	if !(off <= tol+rounding) {
		if cell == text {
			cell = exact(got)
		}
		panic(fmt.Sprintf("exercise: Claim: %s: the text says %s, give or take %s, but the cell finds %s", what, text, exact(tol), cell))
	}
	switch {
	case cell == text:
		fmt.Fprintf(out, "✓ %s: %s, as the text says\n", what, cell)
	case off <= math.Pow10(lastPlace(said))/2+rounding:
		fmt.Fprintf(out, "✓ %s: %s, as the text says: %s\n", what, cell, text)
	default:
		fmt.Fprintf(out, "✓ %s: %s, within %s of what the text says: %s\n", what, cell, exact(tol), text)
	}
}

// exact is the shortest form that reads back as x, without an exponent where
// that is easy to read.
func exact(x float64) string {
	if a := math.Abs(x); a >= 1e-4 && a < 1e7 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// lastPlace is the power of ten of the last digit of exact(x). In a whole number
// that is written out all digits count: in 400 it is that of the last 0.
func lastPlace(x float64) int {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	power, _ := strconv.Atoi(exponent)
	_, decimals, _ := strings.Cut(mantissa, ".")
	if place := power - len(decimals); place < 0 || math.Abs(x) >= 1e7 {
		return place
	}
	return 0
}

// asFineAs prints x to the decimal place where tol begins or where said ends,
// whichever is finer.
func asFineAs(x, said, tol float64) string {
	if tol == 0 || math.IsInf(tol, 0) || math.IsNaN(x) || math.IsInf(x, 0) {
		return exact(x)
	}
	place := int(math.Floor(math.Log10(tol))) // the power of ten of the last digit
	if said != 0 {
		place = min(place, lastPlace(said))
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
