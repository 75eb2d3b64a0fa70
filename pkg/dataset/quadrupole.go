package dataset

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// QuadrupoleScan is an emittance measurement in an accelerator. A quadrupole
// magnet of strength q = 1/f = k₁ℓ (q > 0 focuses) is followed by a drift of
// length L and a screen; the beam size σ on the screen is read for several q.
// The lens is thin (ℓ ≪ f, L); dispersion, coupling and space charge are left
// out. The square of the beam size is a polynomial of degree 2 in q,
//
//	σ²(q) = (1 − Lq)² σ₁₁ + 2L(1 − Lq) σ₁₂ + L² σ₂₂ = A q² + B q + C,
//
// nonlinear in q and linear in (C, B, A): a case for least squares.
//
// The fields describe the beam at the quadrupole.
type QuadrupoleScan struct {
	Emittance float64 // Emittance is ε in m·rad, > 0
	Beta      float64 // Beta is the Twiss β in m, > 0
	Alpha     float64 // Alpha is the Twiss α, no unit; negative where the beam widens
	Drift     float64 // Drift is L from quadrupole to screen in m, > 0
}

// Sigma11 returns σ₁₁ = εβ, the square of the beam size at the quadrupole, m².
func (s QuadrupoleScan) Sigma11() float64 { return s.Emittance * s.Beta }

// Sigma12 returns σ₁₂ = −εα, m·rad.
func (s QuadrupoleScan) Sigma12() float64 { return -s.Emittance * s.Alpha }

// Sigma22 returns σ₂₂ = ε(1 + α²)/β, the square of the divergence, rad².
func (s QuadrupoleScan) Sigma22() float64 { return s.Emittance * (1 + s.Alpha*s.Alpha) / s.Beta }

// Coefficients returns A, B and C of σ²(q) = A q² + B q + C:
//
//	A = L² σ₁₁ (m⁴),  B = −2L (σ₁₁ + L σ₁₂) (m³),  C = σ₁₁ + 2L σ₁₂ + L² σ₂₂ (m²).
func (s QuadrupoleScan) Coefficients() (A, B, C float64) {
	L := s.Drift
	A = L * L * s.Sigma11()
	B = -2 * L * (s.Sigma11() + L*s.Sigma12())
	C = s.Sigma11() + 2*L*s.Sigma12() + L*L*s.Sigma22()
	return A, B, C
}

// Size returns the beam size σ on the screen in m for the strength q in 1/m.
// It panics unless ε, β and L are positive.
func (s QuadrupoleScan) Size(q float64) float64 {
	if !(s.Emittance > 0 && s.Beta > 0 && s.Drift > 0) {
		panic(fmt.Sprintf("dataset: QuadrupoleScan: ε = %g, β = %g, L = %g, want all positive", s.Emittance, s.Beta, s.Drift))
	}
	// The form Σ₁₁(screen) = σ₁₁ (u + w)² + ε² L²/σ₁₁ with w = L σ₁₂/σ₁₁ is a
	// sum of squares: no cancellation near the waist.
	u := 1 - s.Drift*q
	w := s.Drift * s.Sigma12() / s.Sigma11()
	return math.Hypot(math.Sqrt(s.Sigma11())*(u+w), s.Emittance*s.Drift/math.Sqrt(s.Sigma11()))
}

// Waist returns the strength q₀ = −B/(2A) in 1/m that makes the beam on the
// screen smallest, and its size there, εL/√σ₁₁, in m.
func (s QuadrupoleScan) Waist() (q, size float64) {
	A, B, _ := s.Coefficients()
	q = -B / (2 * A)
	return q, s.Size(q)
}

// Measure returns readings of the beam size in m for the strengths q in 1/m,
// σ_i = Size(q_i)·(1 + noise·ε_i) with ε_i normal (mean 0, variance 1): the
// error is proportional to the size. It panics when noise < 0 or rng is nil.
//
// The parabola is fitted to σ², where the error is 2σ·δσ = 2 noise σ²: so a
// row deserves the weight 1/(2σ·δσ), which is 1/(2 noise σ²).
func (s QuadrupoleScan) Measure(q []float64, noise float64, rng *rand.Rand) (sigma []float64) {
	needRand("QuadrupoleScan.Measure", rng)
	if !(noise >= 0) {
		panic(fmt.Sprintf("dataset: QuadrupoleScan.Measure: noise is %g, want 0 or more", noise))
	}
	sigma = make([]float64, len(q))
	for i := range q {
		sigma[i] = s.Size(q[i]) * (1 + noise*rng.NormFloat64())
	}
	return sigma
}

// Emittance returns ε = √(AC − B²/4)/L² in m·rad from the coefficients of a
// fitted parabola σ² = A q² + B q + C and the drift L in m. When AC − B²/4 is
// not positive the parabola reaches below zero, no beam has such a size, and
// the error is an *ImaginaryEmittance. It panics when drift is not positive.
func Emittance(A, B, C, drift float64) (float64, error) {
	if !(drift > 0) {
		panic(fmt.Sprintf("dataset: Emittance: drift is %g m, want more than 0", drift))
	}
	d := A*C - B*B/4
	if !(d > 0) || !(A > 0) || math.IsInf(d, 1) {
		return 0, &ImaginaryEmittance{A: A, B: B, C: C, Radicand: d}
	}
	return math.Sqrt(d) / (drift * drift), nil
}

// ImaginaryEmittance says that a fitted parabola A q² + B q + C is no squared
// beam size: A is not positive or it reaches below zero, Radicand = AC − B²/4
// not being positive.
type ImaginaryEmittance struct {
	A, B, C, Radicand float64
}

// Error says what to try: more strengths about the waist, weights, less noise.
func (e *ImaginaryEmittance) Error() string {
	return fmt.Sprintf("dataset: Emittance: AC − B²/4 is %.3g with A = %.3g: the fitted σ² = A q² + B q + C is not positive everywhere, ε would be imaginary; scan both sides of the waist, weight the rows by 1/(2σ·δσ), or measure with less noise", e.Radicand, e.A)
}
