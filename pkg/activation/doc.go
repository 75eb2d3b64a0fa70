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
// with a = g(z) and with φ, Φ the density and distribution of the standard
// normal. At a kink any value between the two slopes is a choice; the one
// here is the slope on the left, which is also PyTorch's. The deck has the one
// on the right, λ, for SELU.
//
// Every g is right to within 6e-16 of itself (GELU far to the left: 3e-13) for
// z from −1e308 to 1e308 and has its limit at ±Inf; NaN gives NaN. A g′ that is
// taken from a is as exact as 1 is: to 1e-16, so that far out, where e^−|z|
// drops below that, it is exactly 0. That is no loss in training, where a
// step of that size would change nothing.
//
// The functions work on slices because a layer's z are many: one call for all,
// and loops without branches that depend on the sign of z, which is as good as
// random and would be guessed wrongly half of the time.
//
// Gaussian and Multiquadric are kernels of a distance, for networks of radial
// basis functions.
//
// Slide: "Activation functions" in "Introduction to Artificial Neural
// Networks", Andrea Santamaría García, KIT-LAS, 2022.
package activation
