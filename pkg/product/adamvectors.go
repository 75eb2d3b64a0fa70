//go:build goexperiment.simd && amd64 && !go1.27

package product

import "simd/archsimd"

// adamVectors is AdamVectors for a processor with vectors.
func adamVectors(theta, g, m, v []float64, s AdamStep) (done int) {
	fourOf := archsimd.BroadcastFloat64x4
	alpha, epsilon, zero := fourOf(s.Alpha), fourOf(s.Epsilon), fourOf(0)
	beta1, beta2, rest1, rest2 := fourOf(s.Beta1), fourOf(s.Beta2), fourOf(1-s.Beta1), fourOf(1-s.Beta2)
	correct1, correct2 := fourOf(s.Correct1), fourOf(s.Correct2)
	n := len(g) &^ 3
	theta, m, v = theta[:len(g)], m[:len(g)], v[:len(g)]
	for j := 0; j < n; j += 4 {
		gj, mj, vj := (*[4]float64)(g[j:]), (*[4]float64)(m[j:]), (*[4]float64)(v[j:])
		tj := (*[4]float64)(theta[j:])
		gs := archsimd.LoadFloat64x4(gj)
		ms := beta1.Mul(archsimd.LoadFloat64x4(mj)).Add(rest1.Mul(gs))
		vs := beta2.Mul(archsimd.LoadFloat64x4(vj)).Add(rest2.Mul(gs).Mul(gs))
		ms.Store(mj)
		vs.Store(vj)
		root := vs.Div(correct2).Sqrt().Add(epsilon)
		step := alpha.Mul(ms.Div(correct1)).Div(root)
		step = step.Masked(root.NotEqual(zero)) // No step where the root is 0, which is possible for ε = 0.
		archsimd.LoadFloat64x4(tj).Sub(step).Store(tj)
	}
	archsimd.ClearAVXUpperBits()
	return n
}
