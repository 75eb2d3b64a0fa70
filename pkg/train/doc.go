// Package train trains a network, records how it goes, and says why it fails.
//
// # The loop
//
// Fit uses the n rows of Data epoch after epoch. Every epoch divides them, in a
// new random order, into mini-batches of B rows, and every batch makes one step:
// forward, loss, backward, and
//
//	θ := θ − α · 1/B Σ_i ∂J_i/∂θ   (or what the optimizer makes of it),
//
// the sum over the rows of the batch. B = 1 is stochastic gradient descent, B =
// n the full batch. The mean over few rows is a noisy gradient, which costs B/n
// of the full one. When B does not divide n the last batch is smaller: its
// gradient is the mean over its own rows, and in the mean loss of the epoch every
// row counts the same. No row is dropped.
//
// # Watching
//
// History holds, epoch by epoch, the data loss and the penalty apart, the loss
// and a metric of rows held out, and the size of the gradient in every layer.
// Training loss falling while validation loss rises is overfitting: Patience
// stops there, and gives the network its best θ back, not the last. Three sets
// of rows are needed: those that train, those that stop and choose, and a test
// that is opened once, with Evaluate.
//
// Dropout and batch normalisation behave otherwise in training. Fit switches
// them: validation, metric and OnEpoch see the network in evaluation mode, and
// Fit leaves it in that mode.
//
// # When it fails
//
// What is wrong with the data or the configuration is an error before the first
// step; so is a last layer that does not give what the loss takes, such as a
// sigmoid under loss.BinaryCrossEntropy, which has one inside (*loss.BadRange).
//
//	train: Fit: Dense 1 sigmoid gives ŷ from 0 to 1; binary cross-entropy wants
//	logits, any number, because it has the sigmoid inside: a last layer without G;
//	behind a sigmoid take loss.BernoulliNLL
//
// A loss that becomes NaN, infinite or 1e10 times as large as at the start
// ends training in that step. *Diverged says where, since when, in which layer
// first, and what the likely reason is: first of all whether θ was finite before
// the step, then whether ŷ is what the loss takes. When the learning rate may be too large,
// Fit measures how large it may be: on a quadratic J steps grow when α > 2/λ_max,
// where λ_max is the largest curvature of J, the largest eigenvalue of its
// Hessian.
//
//	train: loss is NaN at epoch 3, step 41 (layer 2 first), above where it began
//	since epoch 3, step 38; learning rate 5 is above the stable 0.31: try 0.2
//
// A training that has changed nothing, or nothing that matters, is an error as well,
// after the last epoch and with the whole history: a *Standstill, with the reason.
// The learning rate may be 0 because a schedule is spent; or no gradient comes to
// the first layers and ŷ is the same for every row, because all ReLUs of a layer are
// dead or θ began at 0. A training that has converged is no standstill.
//
//	train: ŷ is the same for every row, and no gradient has passed through layer 1
//	in any of the 50 epochs: in layer 1 (Dense 8 ReLU) the slope g′(z) is 0 for every
//	unit and row, with z from -104 to -96.9; take another g, such as LeakyReLU, or
//	draw θ anew, scale x and make smaller steps
//
// This package shows nothing: OnEpoch is called after every epoch and may draw,
// record θ, or end the training. To go on later call Fit again with the same
// optimizer.
//
// Slides: "Stochastic gradient descent", "Note on overfitting" and "So what's
// the recipe?" in "Introduction to Artificial Neural Networks", Andrea
// Santamaría García, KIT-LAS, 2022.
package train
