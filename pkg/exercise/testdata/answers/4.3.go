// Wrong answers to exercise 4.3. How such a file is written is said in answers_test.go.
package answers

// line 3: t for t+1, so that step 0 has α = 0
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t) / float64(warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 5: the cosine counts from step 0
// said: Count its steps from there
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t)/float64(total)))
}

// line 3: whole numbers are divided
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64((t+1)/warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 5: 1/2 as whole numbers is 0
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * (1 / 2) * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 5: the half is forgotten
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 2: ≤ for <
func rate(alpha float64, t, warm, total int) float64 {
	if t <= warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 5: divided by total, not by total − warm
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total)))
}

// line 3: alpha is forgotten in the warm-up
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return float64(t+1) / float64(warm)
	}
	return alpha * 0.5 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm)))
}

// line 5: π is forgotten
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha / 2 * (1 + math.Cos(float64(t-warm)/float64(total-warm)))
}

// line 5: a quarter of the cosine, without 1 +
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha * math.Cos(math.Pi/2*float64(t-warm)/float64(total-warm))
}

// line 3, 4, 7: no warm-up is left, the cosine overwrites it
func rate(alpha float64, t, warm, total int) float64 {
	var r float64
	if t < warm {
		r = alpha * float64(t+1) / float64(warm)
	}
	u := float64(t-warm) / float64(total-warm)
	r = alpha * 0.5 * (1 + math.Cos(math.Pi*u))
	return r
}

// line 5: the cosine arrives at 0 in the last step, not in step total
func rate(alpha float64, t, warm, total int) float64 {
	if t < warm {
		return alpha * float64(t+1) / float64(warm)
	}
	return alpha / 2 * (1 + math.Cos(math.Pi*float64(t-warm)/float64(total-warm-1)))
}
