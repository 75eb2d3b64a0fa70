package forms

func sigma2(r []float64, p int) float64 {
	return floats.Dot(r, r) / float64(len(r)-p-1)
}

func sigma2(r []float64, p int) float64 {
	sum := 0.0
	for _, ri := range r {
		sum += ri * ri
	}
	return sum / float64(len(r)-p-1)
}

func sigma2(r []float64, p int) float64 {
	n := len(r)
	s := 0.0
	for i := 0; i < n; i++ {
		s = s + r[i]*r[i]
	}
	free := n - (p + 1)
	s = s / float64(free)
	return s
}
