// Wrong answers to exercise 1.7. How such a file is written is said in answers_test.go.
package answers

// line 2: B*B without the quarter
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-B*B) / (L * L)
}

// line 2: divided by L, not L²
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-B*B/4) / L
}

// line 2: /L*L multiplies again
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-B*B/4) / L * L
}

// line 2: plus for minus
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C+B*B/4) / (L * L)
}

// line 2: 1/4 as whole numbers is 0
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-1/4*B*B) / (L * L)
}

// line 2: L² below the root
func emittance(A, B, C, L float64) float64 {
	return math.Sqrt((A*C - B*B/4) / (L * L))
}

// line 2: through the σs, with σ11 = A/L
func emittance(A, B, C, L float64) float64 {
	s11 := A / L
	s12 := -B/(2*L*L) - A/(L*L*L)
	s22 := C/(L*L) + B/(L*L*L) + A/(L*L*L*L)
	return math.Sqrt(s11*s22 - s12*s12)
}

// line 3, 4: through the σs, the sign of the B term of σ22
func emittance(A, B, C, L float64) float64 {
	s11 := A / (L * L)
	s12 := -B/(2*L*L) - A/(L*L*L)
	s22 := C/(L*L) - B/(L*L*L) + A/(L*L*L*L)
	return math.Sqrt(s11*s22 - s12*s12)
}

// line 5: through the σs, root forgotten
func emittance(A, B, C, L float64) float64 {
	s11 := A / (L * L)
	s12 := -B/(2*L*L) - A/(L*L*L)
	s22 := C/(L*L) + B/(L*L*L) + A/(L*L*L*L)
	return s11*s22 - s12*s12
}
