package product

import "gonum.org/v1/gonum/mat"

// forwardReference sets Z = A θᵀ: z_ij = Σ_c a_ic θ_jc.
func forwardReference(z, a, theta *mat.Dense) {
	n, k := a.Dims()
	o, _ := theta.Dims()
	for i := range n {
		for j := range o {
			sum := 0.0
			for c := range k {
				sum += a.At(i, c) * theta.At(j, c)
			}
			z.Set(i, j, sum)
		}
	}
}

// gradientReference sets G = Δᵀ A: g_jc = Σ_i δ_ij a_ic.
func gradientReference(g, delta, a *mat.Dense) {
	n, k := a.Dims()
	o, _ := g.Dims()
	for j := range o {
		for c := range k {
			sum := 0.0
			for i := range n {
				sum += delta.At(i, j) * a.At(i, c)
			}
			g.Set(j, c, sum)
		}
	}
}

// backwardReference sets D = Δ θ̄: d_ic = Σ_j δ_ij θ̄_jc.
func backwardReference(d, delta, thetaBar *mat.Dense) {
	n, o := delta.Dims()
	_, k := thetaBar.Dims()
	for i := range n {
		for c := range k {
			sum := 0.0
			for j := range o {
				sum += delta.At(i, j) * thetaBar.At(j, c)
			}
			d.Set(i, c, sum)
		}
	}
}
