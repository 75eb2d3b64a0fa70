// Package activation holds the functions g that make a neuron more than a
// weighted sum, a = g(z), and their derivatives g′, by which back propagation
// multiplies: δ^(l) = (θ̄^(l)ᵀ δ^(l+1)) ⊙ g′(z^(l)).
//
//	            g(z)                         g′(z)               at 0
//	Identity    z                            1
//	BinaryStep  0 for z < 0, 1 for z ≥ 0     0                   undefined: 0 here
//	Sigmoid     1/(1 + e^−z)                 a(1 − a)
//	Tanh        (e^z − e^−z)/(e^z + e^−z)    1 − a²
//	ReLU        max(0, z)                    0, 1                undefined: 0 here
//	LeakyReLU   sz for z ≤ 0, z for z > 0    s, 1                undefined: s here
//	GELU        zΦ(z)                        Φ(z) + zφ(z)
//	Softplus    ln(1 + e^z)                  1/(1 + e^−z) = 1 − e^−a
//	ELU         α(e^z − 1) for z ≤ 0, or z   αe^z = a + α, 1     undefined unless α = 1: α here
//	SELU        λ times ELU(z)               λαe^z = a + λα, λ   undefined: λα here
//
// with a = g(z) and with φ, Φ the density and distribution function of the
// standard normal distribution. At a kink any value between the slopes on its
// two sides may be taken; here it is the slope on the left, as in PyTorch. The
// deck has the one on the right, λ, for SELU.
//
// The relative error of every g is below 6e-16 (GELU far to the left: 3e-13)
// for z from −1e308 to 1e308. At ±Inf g has its limit; NaN gives NaN. A g′ that
// is computed from a has an absolute error of up to 1e-16: far out, where e^−|z|
// is smaller than that, it is exactly 0. Training loses nothing by it, because a
// step of that size would not change θ.
//
// The functions work on slices because a layer has many z. One call does all of
// them, in loops without branches that depend on the sign of z: it is as good as
// random, so the processor would predict half of them wrongly.
//
// Gaussian and Multiquadric are kernels of a distance, for networks of radial
// basis functions.
//
// Each has a method Range, the bounds of g: no value lies beyond them, and they
// are the closest there are. A loss asks for those of the last layer: tanh, for
// instance, makes no probabilities. A g of your own may do without.
//
// Slide: "Activation functions" in "Introduction to Artificial Neural
// Networks", Andrea Santamaría García, KIT-LAS, 2022.
package activation
