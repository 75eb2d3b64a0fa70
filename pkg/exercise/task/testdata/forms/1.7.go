package forms

func emittance(A, B, C, L float64) float64 {
	return math.Sqrt(A*C-B*B/4) / (L * L)
}

func emittance(A, B, C, L float64) float64 {
	s11 := A / (L * L)
	s12 := -B/(2*L*L) - A/(L*L*L)
	s22 := C/(L*L) + B/(L*L*L) + A/(L*L*L*L)
	return math.Sqrt(s11*s22 - s12*s12)
}

func emittance(A, B, C, L float64) float64 {
	det := A*C - math.Pow(B, 2)/4
	root := math.Sqrt(det)
	return root / math.Pow(L, 2)
}
