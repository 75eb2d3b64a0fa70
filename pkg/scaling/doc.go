// Package scaling brings features to a common scale: fit on the training
// rows, transform any rows, and go back.
//
// Standard makes every column have mean 0 and variance 1, x → (x − μ)/σ, with
// the variance that divides by n; MinMax brings its values into an interval,
// [0, 1] or [−1, 1] say. μ and σ, minimum and maximum, come from the rows that
// were fitted and are then used for all others, so that test rows stay unseen
// (a MinMax may bring them outside the interval). Scaling helps against
// different units, but not against columns that carry the same information. The
// ones column x_i0 = 1 is not a feature: scale first, then add it.
//
// The θ of a linear model belongs to the features it saw. Unscale reads it in
// physical units again, the bias included.
//
// Slide: "Feature scaling" in "Introduction to Artificial Neural Networks",
// Andrea Santamaría García, KIT-LAS, 2022.
package scaling
