package regression

import (
	"math"
	"slices"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/optimizer"
	"ann/pkg/regression/internal/qr"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Config says how Logistic and Softmax find the minimum. The zero value has no
// penalty, and a method that needs no choice of α.
type Config struct {
	// Lambda is the λ of the penalty λ/2 |θ̄|², per point and without the bias,
	// as in Ridge.
	Lambda float64
	// Optimizer moves θ, from 0. If nil it is Nesterov's method on whitened
	// features, for which α = 1/L is known: L is the largest curvature J can have.
	Optimizer optimizer.Optimizer
	// Minimize says when optimizer.Minimize stops; to be stopped early is no
	// error. When all its tests are off the descent goes on until |∇J| < 1e-13
	// (of the whitened features, if Optimizer is nil), or gives *NotConverged
	// after 20,000 steps. If Optimizer is nil too, and Θ has at most 2000 values,
	// Newton's method takes over after 500 steps.
	Minimize optimizer.Config
}

// isEndless reports whether all tests that end a descent are off.
func isEndless(c optimizer.Config) bool {
	return c.MaxSteps == 0 && c.MinDecrease == 0 && c.MinGradient == 0
}

// classify minimises J for classes; curvature is the largest second derivative
// of the loss of a row by a logit.
func classify(caller string, X, Y *mat.Dense, labels []int, J loss.Func, curvature float64, c Config) (*optimizer.Result, error) {
	if err := checkPenalised(caller, X, nil, c.Lambda); err != nil {
		return nil, err
	}
	if e := missingClass(labels, max(Y.RawMatrix().Cols, 2)); e != nil {
		return nil, e
	}
	l := newLinear(X, Y, J, c.Lambda)
	w := l
	if c.Optimizer == nil {
		var err error
		if w, err = whiten(l, curvature); err != nil {
			return nil, err
		}
		c.Optimizer = &accelerated{}
	}
	w.seeksSeparation = c.Lambda == 0
	stop := c.Minimize
	unknowns := len(l.theta.RawMatrix().Data)
	mayUseNewton := w != l && isEndless(c.Minimize) && unknowns <= mostUnknowns
	if isEndless(c.Minimize) {
		stop.MaxSteps, stop.MinGradient = 20_000, 1e-13
	}
	if mayUseNewton {
		stop.MaxSteps = 500
	}
	if stop.MinGradient == 0 { // The gradient becomes 0 when w.isSeparated, which must end the descent.
		stop.MinGradient = math.SmallestNonzeroFloat64
	}
	r, err := optimizer.Minimize(w.problem(), make([]float64, unknowns), c.Optimizer, stop)
	if mayUseNewton && err == nil && r.Stopped == optimizer.StepsUsed {
		err = w.newton(r, stop.Record)
	}
	switch {
	case r != nil && w.isSeparated:
		return nil, &Separable{N: len(labels), Class: w.separated, Steps: r.Steps, Theta: w.unwhitened(r.Theta).RawMatrix().Data}
	case err != nil:
		return nil, err
	case isEndless(c.Minimize) && r.Stopped == optimizer.StepsUsed:
		return nil, w.notConverged(r.Steps, "|∇J|", floats.Norm(r.Gradient, 2))
	}
	if w != l { // θ, its path and ∇J belong to the whitened features so far.
		for _, theta := range append(r.Path, r.Theta) {
			copy(theta, w.unwhitened(theta).RawMatrix().Data)
			unsignZeros(theta)
		}
		r.J = l.J(r.Theta)
		l.Gradient(r.Gradient, r.Theta)
	}
	for _, v := range r.Theta {
		if !dataset.Finite(v) {
			return nil, &Overflow{What: "θ"}
		}
	}
	return r, nil
}

// whiten returns the same loss for the features XC⁻¹ and the weights ΘCᵀ, so
// that the second derivatives are at most 1 whatever the units of X, and α = 1
// is safe. CᵀC = curvature·XᵀX/n + λD, D being the unit matrix without its first
// 1, is an upper bound of the second derivatives in Θ, and becomes the unit
// matrix. C comes from the triangle of X, so no condition number is squared.
//
// Source: Böhning, Lindsay, Ann. Inst. Statist. Math. 40 (1988) 641.
func whiten(l *linear, curvature float64) (*linear, error) {
	n, q := l.X.Dims()
	const penalty = "a penalty (a larger λ)"
	if n < q && l.penalty.Lambda == 0 {
		return nil, &TooFewPoints{N: n, Columns: q, Need: q, Instead: penalty}
	}
	t := qr.Rotate(l.X, make([]float64, n), nil).WithPenalty(penaltyRoot(n, l.penalty.Lambda/curvature))
	if e := deficient(t, l.X); e != nil {
		e.Instead = penalty
		return nil, e
	}
	C := blas64.Triangular{N: q, Stride: q, Data: make([]float64, q*q), Uplo: blas.Upper, Diag: blas.NonUnit}
	for k := range q {
		for j := range k + 1 {
			C.Data[j*q+k] = math.Sqrt(curvature/float64(n)) * math.Ldexp(t.T.At(j, k), t.Exp[k])
		}
	}
	Q := mat.DenseCopyOf(l.X)
	blas64.Trsm(blas.Right, blas.NoTrans, 1, C, Q.RawMatrix())
	w := newLinear(Q, l.Y, l.loss, l.penalty.Lambda)
	w.whitening = &C
	return w, nil
}

// missingClass returns an error if a class has no example.
func missingClass(labels []int, k int) error {
	count := make([]int, k)
	for _, c := range labels {
		count[c]++
	}
	for c, n := range count {
		if n == 0 {
			return &MissingClass{Class: c, Classes: k}
		}
	}
	return nil
}

// separates looks for a plane between classes, by more than the grain of each row, in
// the logits: it returns −1 when every row has its largest logit where its label is,
// class c when z_c less the mean of the row is positive for all rows of class c and
// negative for all others. ok is false when there is none.
func separates(yhat, Y *mat.Dense, grain func(i int) float64) (class int, ok bool) {
	n, m := yhat.Dims()
	if m == 1 {
		for i, z := range yhat.RawMatrix().Data {
			if right := (2*Y.At(i, 0) - 1) * z; right <= 0 || right <= grain(i) {
				return 0, false
			}
		}
		return -1, true
	}
	areAllSeparated, isSeparated := true, make([]bool, m) // isSeparated[k] is for class k alone; both are what the rows so far say
	for k := range isSeparated {
		isSeparated[k] = true
	}
	for i := range n {
		z, y, least := yhat.RawRowView(i), Y.RawRowView(i), grain(i)
		mean, right := floats.Sum(z)/float64(m), floats.Dot(z, y)
		for k, v := range z {
			areAllSeparated = areAllSeparated && (y[k] == 1 || right-v > least)
			isSeparated[k] = isSeparated[k] && (2*y[k]-1)*(v-mean) > least
		}
		if !areAllSeparated && !slices.Contains(isSeparated, true) {
			return 0, false
		}
	}
	if areAllSeparated {
		return -1, true
	}
	return slices.Index(isSeparated, true), true
}
