// Package regression fits hypotheses that are linear in their weights,
//
//	h_θ(x_i) = θ_0 + Σ_k θ_k φ_k(x_i) = (Xθ)_i,
//
// to n points (x_i, y_i). Everything starts from the design matrix X, n×(p+1):
// row i is point i, column k is the basis function φ_k at the points, and
// column 0 is the pseudo-variable x_i0 = 1, whose weight θ_0 is the bias.
// Design builds X from one feature and basis functions (Polynomial,
// GaussianRBF, or any func), WithOnes from a matrix of features. The fit may be
// as nonlinear in x as φ_k is; in θ it is linear, and that is what counts.
//
// # Which fit for which data
//
// LeastSquares minimises J(θ) = 1/(2n) |y − Xθ|² by Householder rotations (QR).
// NormalEquation solves XᵀXθ = Xᵀy, which is the same θ on paper and squares
// the condition number on a computer. Weighted is for points of unequal, known
// precision. All three want n > p+1: with n = p+1 there is one exact fit and
// nothing left to estimate the noise from, with fewer points there are
// infinitely many.
//
// Ridge, Lasso and Bayes are for columns that hold nearly the same information
// (collinear) and for n < p+1: a penalty or a prior on θ̄ = (θ_1 … θ_p) chooses
// among the many θ that fit. They do nothing against outliers.
//
// LeastAbsolute and StudentT are for outliers in y. They do nothing for
// collinear columns, and LeastAbsolute itself follows a point whose x lies far
// away.
//
// Logistic and Softmax are for a y that is a class: Xθ is the logit of a
// probability, and θ the maximum of the likelihood. No formula gives it; it is
// found in steps. To make the steps yourself, give Problem, LogisticProblem or
// SoftmaxProblem to optimizer.Minimize; Eigenvalues and LearningRates say for
// which α it converges.
//
// # Conventions
//
// The bias θ_0 is never penalised. λ is always per point, as J is: Ridge
// minimises J + λ/2 |θ̄|² (scikit-learn's Ridge has alpha = nλ), Lasso minimises
// J + λ Σ|θ_k| (scikit-learn's Lasso has alpha = λ), and the mean of Bayes is
// the θ of Ridge. Logistic and Softmax have the penalty of Ridge
// (scikit-learn's LogisticRegression has C = 1/(nλ)).
//
// A wrong shape or a nil is a mistake in the program and panics. Data that
// cannot be fitted are typed errors, to be told apart with errors.As, and say
// what to try; a result is never NaN without an error, except Sigma2 where the
// documentation of Result says so.
//
// Slides: "Univariate linear regression" and "Loss functions - least squares"
// in "Introduction to Artificial Neural Networks", Andrea Santamaría García,
// KIT-LAS, 2022.
package regression
