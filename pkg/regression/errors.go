package regression

import "fmt"

// TooFewPoints says that there are too few points to determine θ.
type TooFewPoints struct {
	// N is the number of points.
	N int
	// Columns is p+1, the ones column included.
	Columns int
	// Need is the least number of points that the method takes.
	Need int
	// Instead is the method to use instead, "" for one with a penalty.
	Instead string
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
// dependent.
type RankDeficient struct {
	// Rank is the number of columns that are independent.
	Rank int
	// Columns is p+1, the ones column included.
	Columns int
	// Column, from 0 for the ones column, is the first that the columns before it
	// already contain.
	Column int
	// Cause says how they contain it: "is all zeros", "is constant, …".
	Cause string
	// Instead is the method to use instead, "" for one with a penalty.
	Instead string
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
// that is not positive: rounding hides the smallest eigenvalue.
type NotPositiveDefinite struct {
	// Cond is the condition number of X; that of XᵀX is its square.
	Cond float64
}

// Error says what to try: QR, or better columns.
func (e *NotPositiveDefinite) Error() string {
	return fmt.Sprintf("XᵀX is not positive definite to rounding: the condition number of X is %.2g and that of XᵀX its square, beyond the 1e16 of float64; use LeastSquares (QR works on X itself), scale the features, or drop columns", e.Cond)
}

// Overflow says that a result, computed from numbers that are finite, is beyond
// float64's 1.8e308.
type Overflow struct {
	// What is the result: "θ".
	What string
}

// Error says what to try: another unit.
func (e *Overflow) Error() string {
	return e.What + " is beyond float64's range; choose other units for X and y, or scale them"
}

// PerfectFit says that the likelihood of StudentT has no maximum: so many points
// can lie exactly on one fit that it is best to let the scale shrink to zero.
type PerfectFit struct {
	// Exact is the number of points on that fit.
	Exact int
	// N is the number of all points.
	N int
	// Nu is ν, the degrees of freedom.
	Nu float64
}

// Error says what to try: a method that takes an exact fit.
func (e *PerfectFit) Error() string {
	return fmt.Sprintf("%d of %d points lie exactly on one fit, and with ν = %g no scale above 0 is then the most likely; use LeastAbsolute or LeastSquares, take more points, or a larger ν", e.Exact, e.N, e.Nu)
}

// NotConverged says that an iteration ended before its result was certain.
type NotConverged struct {
	// Iterations is the number of iterations made, as the method counts them.
	Iterations int
	// What names the measure that should have become small: "|∇J|".
	What string
	// Left is the value of that measure at the end.
	Left float64
	// Try is what to try, "" for scaled features.
	Try string
}

// Error says what to try: scaled features, or Try.
func (e *NotConverged) Error() string {
	try := "scale the features, or drop columns that nearly repeat others"
	if e.Try != "" {
		try = e.Try
	}
	return fmt.Sprintf("no certain result after %d iterations (%s is still %.2g); %s", e.Iterations, e.What, e.Left, try)
}

// Separable says that a plane separates classes without a mistake, so that the
// likelihood grows without end as |θ| grows.
type Separable struct {
	// N is the number of points.
	N int
	// Class is the class that is separated from all others, or −1 when every class
	// is separated from every other.
	Class int
	// Steps is the number of steps after which θ separated them.
	Steps int
	// Theta is a θ that separates them; for Softmax the rows of Θ one after the
	// other.
	Theta []float64
}

// Error says what to try: a penalty.
func (e *Separable) Error() string {
	what := fmt.Sprintf("all %d points are on the right side", e.N)
	if e.Class >= 0 {
		what = fmt.Sprintf("class %d is parted from all others, %d points without a mistake", e.Class, e.N)
	}
	return fmt.Sprintf("after %d steps %s: the classes are separable, J keeps falling as |θ| grows for ever, and no θ is the minimum; use a penalty (λ > 0), or watch it grow with Minimize", e.Steps, what)
}

// MissingClass says that a class has no point, and that its bias would fall to −∞.
type MissingClass struct {
	// Class is the label that does not occur.
	Class int
	// Classes is the number K of classes, with labels 0 … K−1.
	Classes int
}

// Error says what to try: examples of the class.
func (e *MissingClass) Error() string {
	return fmt.Sprintf("no point has label %d of the classes 0 to %d, so its probability would go to 0 and its bias to −∞; take points of every class, or number only those that occur", e.Class, e.Classes-1)
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("regression: %s: %w", caller, err)
}
