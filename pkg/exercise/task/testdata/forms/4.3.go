package forms

func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	part := float64(t-warm) / float64(total-warm)
	return alpha * (1 + math.Cos(math.Pi*part)) / 2
}

func rate(alpha float64, t, warm, total int) float64 {
	s := 0.0
	if t < warm {
		s = float64(t+1) / float64(warm)
	} else {
		s = 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
	}
	return alpha * s
}

func rate(alpha float64, t, warm, total int) float64 {
	if t >= warm {
		steps := float64(total - warm)
		angle := math.Pi * float64(t-warm) / steps
		return 0.5*alpha + 0.5*alpha*math.Cos(angle)
	}
	return float64(t+1) * alpha / float64(warm)
}
