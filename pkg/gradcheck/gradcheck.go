// Package gradcheck checks whether a gradient is right: it changes one parameter
// after the other a little, and compares with how J changes:
//
//	∂J/∂θ_j ≈ (J(θ + h e_j) − J(θ − h e_j)) / (2h).
//
// This central difference needs nothing but J. It costs two evaluations of J a
// parameter, where back propagation computes all derivatives in the time of
// about two: it checks back propagation, and cannot replace it.
//
// h = ∛ε·max(1, |θ_j|) = 6.06e-6·max(1, |θ_j|), with ε = 2^−52. With a larger h
// the curvature of J matters more (an error that grows as h²), with a smaller
// one the rounding of J (as ε|J|/h); in between, about ten digits of ∂J/∂θ_j are
// right.
//
// A right gradient has relative errors of 1e-7 and less, most mistakes have 1e-2
// or more. Two things look like mistakes and are not: a kink within h of θ_j, as
// ReLU and L1 have at 0, and random numbers in J (dropout, a new batch each
// time), which must be the same in every call.
//
// Slide: "Backpropagation" in "Introduction to Artificial Neural Networks",
// Andrea Santamaría García, KIT-LAS, 2022.
package gradcheck

import (
	"fmt"
	"math"
)

// Report is the outcome of Check, one value a parameter in each slice.
type Report struct {
	Theta    []float64 // Theta holds the θ_j
	Analytic []float64 // Analytic is the gradient that was to be checked
	Numeric  []float64 // Numeric holds the central differences
	Errors   []float64 // Errors holds the relative errors of Analytic, see Check
	Worst    float64   // Worst is the largest error, NaN if one is NaN; 0 without parameters
	Index    int       // Index is the j of the parameter with the largest error; −1 without parameters
}

// Check compares grad, which claims to be ∂J/∂θ at theta, with central
// differences. The relative error of parameter j is
//
//	|analytic − numeric| / max(|analytic|, |numeric|, r),  r = 10⁶ · ε|J|/h,
//
// where ε|J|/h is the error that the rounding of J makes in a difference. A
// derivative below r is so small that fewer than six digits of the difference
// are right, so its error is divided by r instead. A derivative that is NaN or
// infinite has the error NaN. So 1e-6 is a limit for every parameter:
//
//	if r := gradcheck.Check(J, theta, grad); !(r.Worst < 1e-6) {
//		fmt.Println(r)
//	}
//
// written so that NaN fails too. J gets a copy of theta that is changed from
// call to call; it must not change or keep it. The last call is J(θ) at theta
// itself, so that a J that writes θ into a network leaves the network as it
// was. Check panics when J is nil or grad and theta differ in length.
func Check(J func(theta []float64) float64, theta, grad []float64) Report {
	if J == nil {
		panic("gradcheck: Check: J is nil")
	}
	if len(grad) != len(theta) {
		panic(fmt.Sprintf("gradcheck: Check: grad has %d values, want %d as θ", len(grad), len(theta)))
	}
	r := Report{
		Theta:    append([]float64(nil), theta...),
		Analytic: append([]float64(nil), grad...),
		Numeric:  make([]float64, len(theta)),
		Errors:   make([]float64, len(theta)),
		Index:    -1,
	}
	x := append([]float64(nil), theta...)
	for j, v := range r.Theta {
		h := rootOfEpsilon * max(1, math.Abs(v))
		x[j] = v + h
		right, up := x[j], J(x)
		x[j] = v - h
		left, down := x[j], J(x)
		x[j] = v
		h = (right - left) / 2 // v ± h have been rounded, and this is the h between them
		r.Numeric[j] = (up - down) / (2 * h)
		r.Errors[j] = relative(r.Analytic[j], r.Numeric[j], 1e6*epsilon*max(math.Abs(up), math.Abs(down))/h)
		if r.Index < 0 || r.Errors[j] > r.Worst || math.IsNaN(r.Errors[j]) && !math.IsNaN(r.Worst) {
			r.Worst, r.Index = r.Errors[j], j
		}
	}
	J(x)
	return r
}

const (
	epsilon       = 0x1p-52
	rootOfEpsilon = 6.055454452393343e-06 // ∛ε
)

// relative returns the relative error; a size below least counts as least.
func relative(analytic, numeric, least float64) float64 {
	if analytic == numeric && !math.IsInf(analytic, 0) {
		return 0 // otherwise 0/0 when both and J are 0, because then least is 0
	}
	return math.Abs(analytic-numeric) / max(math.Abs(analytic), math.Abs(numeric), least)
}
