package regression

import "fmt"

// TooFewPoints says that N points do not fix the weights of a design matrix
// with Columns columns (p+1, the ones column included); Need is how many
// points the method takes at least.
type TooFewPoints struct {
	N, Columns, Need int
	Instead          string // what to use instead; "" for the penalised fits
}

// Error says what to try: more points, fewer columns, or a penalty.
func (e *TooFewPoints) Error() string {
	switch {
	case e.N == 0:
		return "there are no points; check that the rows were not all dropped"
	case e.N < e.Columns:
		return fmt.Sprintf("%d points for %d columns: infinitely many θ fit exactly; take at least %d points, drop columns, or use %s", e.N, e.Columns, e.Need, instead(e.Instead, "Ridge, Lasso or Bayes (λ > 0)"))
	}
	return fmt.Sprintf("%d points for %d columns: the fit is exact and leaves nothing to estimate the noise from; take at least %d points, drop columns, or raise λ", e.N, e.Columns, e.Need)
}

// RankDeficient says that the columns of X are, to rounding, linearly
// dependent: only Rank of the Columns are independent. Column, counted from 0
// (the ones column), is the first that the columns before it already contain.
type RankDeficient struct {
	Rank, Columns, Column int
	Cause                 string // how: "is all zeros", "is constant …", …
	Instead               string // what to use instead; "" for the penalised fits
}

// Error names the column and says what to try: drop it, or a penalty.
func (e *RankDeficient) Error() string {
	return fmt.Sprintf("X has rank %d of %d: column %d %s; drop column %d, or use %s", e.Rank, e.Columns, e.Column, e.Cause, e.Column, instead(e.Instead, "Ridge, Lasso or Bayes (with a larger λ)"))
}

func instead(what, standard string) string {
	if what == "" {
		return standard
	}
	return what
}

// NotPositiveDefinite says that the Cholesky factorisation of XᵀX met a pivot
// that is not positive: rounding has eaten the smallest eigenvalue. Cond is
// the condition number of X; that of XᵀX is its square.
type NotPositiveDefinite struct {
	Cond float64
}

// Error says what to try: QR, or better columns.
func (e *NotPositiveDefinite) Error() string {
	return fmt.Sprintf("XᵀX is not positive definite to rounding: the condition number of X is %.2g and that of XᵀX its square, beyond the 1e16 of float64; use LeastSquares (QR works on X itself), scale the features, or drop columns", e.Cond)
}

// Overflow says that the numbers are finite but What, computed from them, is
// beyond float64's 1.8e308.
type Overflow struct {
	What string
}

// Error says what to try: another unit.
func (e *Overflow) Error() string {
	return e.What + " is beyond float64's range; choose other units for X and y, or scale them"
}

// PerfectFit says that the likelihood of StudentT has no maximum: so many of
// the N points can lie exactly on one fit (Exact of them) that the scale
// shrinks to zero and the likelihood grows without end.
type PerfectFit struct {
	Exact, N int
	Nu       float64
}

// Error says what to try: a method that takes an exact fit.
func (e *PerfectFit) Error() string {
	return fmt.Sprintf("%d of %d points lie exactly on one fit, which with ν = %g lets the scale go to 0 and the likelihood to infinity; use LeastAbsolute or LeastSquares, take more points, or a larger ν", e.Exact, e.N, e.Nu)
}

// NotConverged says that an iteration ended before its result was certain;
// Left is what was left of What, in the terms of the method.
type NotConverged struct {
	Iterations int
	What       string
	Left       float64
	Try        string // "" for scaled features
}

// Error says what to try: scaled features, or Try.
func (e *NotConverged) Error() string {
	try := "scale the features, or drop columns that nearly repeat others"
	if e.Try != "" {
		try = e.Try
	}
	return fmt.Sprintf("no certain result after %d iterations (%s is still %.2g); %s", e.Iterations, e.What, e.Left, try)
}

// Separable says that a plane parts classes without a mistake, so that the
// likelihood grows without end as θ is multiplied by larger and larger
// numbers: class Class from all others, or, if Class is −1, every class from
// every other. Theta shows it for the N points (for Softmax the rows of Θ one
// after the other); it was found in step Steps.
type Separable struct {
	N, Class, Steps int
	Theta           []float64
}

// Error says what to try: a penalty.
func (e *Separable) Error() string {
	what := fmt.Sprintf("all %d points are on the right side", e.N)
	if e.Class >= 0 {
		what = fmt.Sprintf("class %d is parted from all others, %d points without a mistake", e.Class, e.N)
	}
	return fmt.Sprintf("after %d steps %s: the classes are separable, J keeps falling as |θ| grows for ever, and no θ is the minimum; use a penalty (λ > 0), or watch it grow with Minimize", e.Steps, what)
}

// MissingClass says that no label is Class, one of 0 … Classes−1: its bias
// would fall to −∞.
type MissingClass struct {
	Class, Classes int
}

// Error says what to try: examples of the class.
func (e *MissingClass) Error() string {
	return fmt.Sprintf("no point has label %d of the classes 0 to %d, so its probability would go to 0 and its bias to −∞; take points of every class, or number only those that occur", e.Class, e.Classes-1)
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("regression: %s: %w", caller, err)
}
