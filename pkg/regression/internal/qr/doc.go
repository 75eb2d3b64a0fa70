// Package qr replaces the n rows [X y] of a least-squares problem by at most q+1
// rows that give the same θ, q = p+1 being the columns of X.
//
// Why: a squared loss depends on lengths and angles only, and an orthogonal Qᵀ,
// made of Householder reflections, changes neither. So
//
//	          ⎡ R  c ⎤
//	Qᵀ[X y] = ⎢ 0  ρ ⎥ ,   |y − Xθ|² = |c − Rθ|² + ρ²,
//	          ⎣ 0  0 ⎦
//
// with R upper triangular, q×q: θ solves Rθ = c from the last row up, and nothing
// is squared on the way, so that θ keeps its digits. With n ≤ q only n rows are
// left, and R is a trapezoid.
//
// Rotate makes this Triangle. Since RᵀR = XᵀX, R is also the Cholesky factor of
// XᵀX; Square makes R so when X has many more rows than columns, where it is
// several times as fast, and returns nil where it would cost digits. Normal
// returns XᵀX itself. Refine gives θ the digits back that large residuals cost,
// and Misfit has the residuals with all their digits.
//
// Source: Golub, Van Loan, Matrix Computations, chapter 5.
package qr
