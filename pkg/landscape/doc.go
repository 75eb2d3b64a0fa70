// Package landscape computes J(θ) of a trained network along lines and planes
// through its θ, which has thousands of dimensions.
//
// # Directions
//
// Line and Plane evaluate
//
//	J(θ + s·d)  and  J(θ + s·d1 + t·d2)
//
// for many s and t, for directions d that are as long as θ. Plane returns a Grid
// of heights, which figure.ContoursOf and figure.NewSurfaceOf draw.
//
// A direction drawn at random says little by itself: a network of ReLUs computes
// the same when one layer is multiplied by 10 and the next divided by 10, but a
// step of length 1 is then small for the one and large for the other. Direction
// therefore normalises by filter. Every row of θ^(l), the weights of one neuron,
// gets a random direction of the same length as the row itself,
//
//	d_j = ξ_j |θ̄_j| / |ξ_j|,  ξ normal,
//
// so that s = 1 changes every neuron by 100 %, in every network. Biases and
// the β and γ of batch normalisation stay where they are: their d is 0.
//
// A slice is not the landscape. A plane through a point in a thousand
// dimensions misses nearly everything; a minimum of the slice need not be a
// minimum of J, and a convex slice does not make J convex. (A minimum of J is
// a minimum of each of its slices.) Grid.Minima finds the minima of a slice.
//
// # Paths
//
// A path of training θ_0, θ_1, …, θ_T, drawn in two random directions, hardly
// moves: in a thousand dimensions two random directions are nearly perpendicular
// to it. PCA finds the plane through θ_T that holds most of it, and says how much
// that is; Plane then computes J in those directions, and Project returns the
// coordinates of any other θ in them.
//
// Everything is evaluated on clones, in evaluation mode (batch normalisation
// with its running statistics, no dropout): the network, its θ and its mode
// stay as they are. Points are computed in parallel, each on one processor, so
// the result does not depend on the number of processors.
//
// Slide: the picture of "Thank you for your attention!" in "Introduction to
// Artificial Neural Networks", Andrea Santamaría García, KIT-LAS, 2022. It is
// from Li, Xu, Taylor, Studer, Goldstein, "Visualizing the Loss Landscape of
// Neural Nets", arXiv 1712.09913, as are the methods.
package landscape
