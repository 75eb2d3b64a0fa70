// Package optimizer moves the weights θ downhill on a loss J(θ).
//
// All rules see θ and the gradient g = ∇J(θ) as flat slices, one entry per
// weight, and change θ in place. The deck's gradient descent is
//
//	θ := θ − α g.
//
// The others change what is subtracted, in one of two ways or both. They
// average the gradient over the steps, so that what alternates cancels and
// what persists adds up: Momentum, Nesterov. Or they give each weight a step
// of its own, α divided by the size of that weight's gradients so far: AdaGrad
// (all of them summed), RMSProp (the recent ones averaged). Adam does both, and
// AdamW also shrinks the weights a little in each step. Rates shows the second
// kind of adjustment weight by weight.
//
// Step is all that a training loop needs. Minimize runs a rule on any J with
// the convergence tests, records the path, and says why it stopped. A Schedule
// changes α from step to step. The Surface values are functions of two
// weights, with their minima and saddle points, to watch the rules on.
//
// # Conventions
//
// The definitions, and the defaults that the New functions fill in, are those
// of PyTorch's torch.optim; NewGD has none to fill in. A Schedule is set in the
// field of that name. A field that is left out of a literal is 0, and that means
// 0, not the default: &Momentum{Alpha: 0.1} has β = 0 and is gradient descent.
// ε stands outside the root. Steps are counted from 1 where the formula needs
// the count (Adam's bias correction) and from 0 in a Schedule.
//
// An optimizer has a state that belongs to the θ it moves (velocity, averages,
// step count): use one for each θ, or call Reset in between. The first step
// allocates the state; no later step allocates.
//
// A wrong length is a mistake in the program and panics. An α that makes no sense
// and a J that blows up are typed errors, to be told apart with errors.As.
//
// Slides: "Optimizers", "Learning rate" and "Note on optimizers in NNs" in
// "Introduction to Artificial Neural Networks", Andrea Santamaría García,
// KIT-LAS, 2022.
package optimizer
