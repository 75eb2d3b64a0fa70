package ch01

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 01.
type wrong struct{}

// summed adds f(r_i) over the residuals r_i = θ0 + θ1 x_i − y_i.
func summed(theta0, theta1 float64, x, y []float64, f func(r float64) float64) float64 {
	sum := 0.0
	for i := range x {
		sum += f(theta0 + theta1*x[i] - y[i])
	}
	return sum
}

func square(r float64) float64 { return r * r }

func same(r float64) float64 { return r }

func (wrong) costMSE(theta0, theta1 float64, x, y []float64) float64 {
	return summed(theta0, theta1, x, y, square) / float64(len(x))
}

func (wrong) costHalfSum(theta0, theta1 float64, x, y []float64) float64 {
	return summed(theta0, theta1, x, y, square) / 2
}

func (wrong) costSum(theta0, theta1 float64, x, y []float64) float64 {
	return summed(theta0, theta1, x, y, square)
}

func (wrong) costRMSE(theta0, theta1 float64, x, y []float64) float64 {
	return math.Sqrt(wrong{}.costMSE(theta0, theta1, x, y))
}

func (wrong) costRoot(theta0, theta1 float64, x, y []float64) float64 {
	return math.Sqrt(solution{}.cost(theta0, theta1, x, y))
}

func (wrong) costAbs(theta0, theta1 float64, x, y []float64) float64 {
	return summed(theta0, theta1, x, y, math.Abs) / (2 * float64(len(x)))
}

func (wrong) costSquareLast(theta0, theta1 float64, x, y []float64) float64 {
	return square(summed(theta0, theta1, x, y, same)) / (2 * float64(len(x)))
}

func (wrong) costNoBias(_, theta1 float64, x, y []float64) float64 {
	return solution{}.cost(0, theta1, x, y)
}

func (wrong) costSwapped(theta0, theta1 float64, x, y []float64) float64 {
	return solution{}.cost(theta1, theta0, x, y)
}

// columns makes a matrix with entry(x_i, k) for k = from … to.
func columns(x []float64, from, to int, entry func(x, k float64) float64) *mat.Dense {
	X := mat.NewDense(len(x), to-from+1, nil)
	for i := range x {
		for k := from; k <= to; k++ {
			X.Set(i, k-from, entry(x[i], float64(k)))
		}
	}
	return X
}

func (wrong) designNoOnes(x []float64, p int) *mat.Dense { return columns(x, 1, p, math.Pow) }

func (wrong) designShort(x []float64, p int) *mat.Dense { return columns(x, 0, p-1, math.Pow) }

func (wrong) designShifted(x []float64, p int) *mat.Dense { return columns(x, 1, p+1, math.Pow) }

func (wrong) designTransposed(x []float64, p int) *mat.Dense {
	return mat.DenseCopyOf(columns(x, 0, p, math.Pow).T())
}

func (wrong) designTimes(x []float64, p int) *mat.Dense {
	return columns(x, 0, p, func(x, k float64) float64 { return k * x })
}

func (wrong) designBaseSwapped(x []float64, p int) *mat.Dense {
	return columns(x, 0, p, func(x, k float64) float64 { return math.Pow(k, x) })
}

func (wrong) designReversed(x []float64, p int) *mat.Dense {
	return columns(x, 0, p, func(x, k float64) float64 { return math.Pow(x, float64(p)-k) })
}

// solve returns the θ with Aθ = b and panics where there is none: such a case
// then says nothing about the mistake.
func solve(A mat.Matrix, b mat.Vector) []float64 {
	var theta mat.VecDense
	if err := theta.SolveVec(A, b); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}

// normal returns XᵀX and Xᵀy.
func normal(X *mat.Dense, y []float64) (*mat.Dense, *mat.VecDense) {
	var A mat.Dense
	var b mat.VecDense
	A.Mul(X.T(), X)
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	return &A, &b
}

func (wrong) normalOuter(X *mat.Dense, y []float64) []float64 {
	var A mat.Dense
	A.Mul(X, X.T())
	_, b := normal(X, y)
	return solve(&A, b)
}

func (wrong) normalUnsolved(X *mat.Dense, y []float64) []float64 {
	_, b := normal(X, y)
	return b.RawVector().Data
}

func (wrong) normalPlainY(X *mat.Dense, y []float64) []float64 {
	A, _ := normal(X, y)
	return solve(A, mat.NewVecDense(len(y), y))
}

func (wrong) normalNoInverse(X *mat.Dense, y []float64) []float64 {
	A, b := normal(X, y)
	var theta mat.VecDense
	theta.MulVec(A, b)
	return theta.RawVector().Data
}

func (wrong) normalOnesTwice(X *mat.Dense, _ []float64) []float64 {
	_, columns := X.Dims()
	return make([]float64, columns+1) // XᵀX is singular, the numbers are noise
}

func (wrong) normalNoOnes(X *mat.Dense, y []float64) []float64 {
	n, columns := X.Dims()
	A, b := normal(mat.DenseCopyOf(X.Slice(0, n, 1, columns)), y)
	return solve(A, b)
}

func (wrong) normalReversed(X *mat.Dense, y []float64) []float64 {
	theta := solution{}.normalEquation(X, y)
	slices.Reverse(theta)
	return theta
}

func (wrong) sigma2N(r []float64, _ int) float64 { return floats.Dot(r, r) / float64(len(r)) }

func (wrong) sigma2N1(r []float64, _ int) float64 { return floats.Dot(r, r) / float64(len(r)-1) }

func (wrong) sigma2NP(r []float64, p int) float64 { return floats.Dot(r, r) / float64(len(r)-p) }

func (wrong) sigma2Root(r []float64, p int) float64 { return math.Sqrt(solution{}.sigma2(r, p)) }

func (wrong) sigma2Twice(r []float64, p int) float64 { return solution{}.sigma2(r, p) / 2 }

func (wrong) sigma2Plain(r []float64, p int) float64 {
	return floats.Sum(r) / float64(len(r)-p-1)
}

// penalised solves (XᵀX + P) θ = Xᵀy, where P_jk is given.
func penalised(X *mat.Dense, y []float64, penalty func(j, k int) float64) []float64 {
	A, b := normal(X, y)
	A.Apply(func(j, k int, a float64) float64 { return a + penalty(j, k) }, A)
	return solve(A, b)
}

// onFeatures is the penalty c on the diagonal, the bias left out.
func onFeatures(c float64) func(j, k int) float64 {
	return func(j, k int) float64 {
		if j == k && k > 0 {
			return c
		}
		return 0
	}
}

// nLambda is n·λ.
func nLambda(X *mat.Dense, lambda float64) float64 {
	n, _ := X.Dims()
	return float64(n) * lambda
}

func (wrong) ridgeBias(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, func(j, k int) float64 {
		if j == k {
			return nLambda(X, lambda)
		}
		return 0
	})
}

func (wrong) ridgeBiasOnly(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, func(j, k int) float64 {
		if j == 0 && k == 0 {
			return nLambda(X, lambda)
		}
		return 0
	})
}

func (wrong) ridgeEverywhere(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, func(int, int) float64 { return nLambda(X, lambda) })
}

func (wrong) ridgeNoN(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, onFeatures(lambda))
}

func (wrong) ridgeNoNBias(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, func(j, k int) float64 {
		if j == k {
			return lambda
		}
		return 0
	})
}

func (wrong) ridgeMinus(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, onFeatures(-nLambda(X, lambda)))
}

func (wrong) ridgeTwice(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, onFeatures(2*nLambda(X, lambda)))
}

func (wrong) ridgeHalf(X *mat.Dense, y []float64, lambda float64) []float64 {
	return penalised(X, y, onFeatures(nLambda(X, lambda)/2))
}

func (wrong) ridgeNone(X *mat.Dense, y []float64, _ float64) []float64 {
	return penalised(X, y, onFeatures(0))
}

func (wrong) emittanceNoDrift(A, B, C, _ float64) float64 { return math.Sqrt(A*C - B*B/4) }

func (wrong) emittanceDriftOnce(A, B, C, L float64) float64 { return math.Sqrt(A*C-B*B/4) / L }

func (wrong) emittanceTimes(A, B, C, L float64) float64 { return math.Sqrt(A*C-B*B/4) * L * L }

func (wrong) emittanceNoQuarter(A, B, C, L float64) float64 { return math.Sqrt(A*C-B*B) / (L * L) }

func (wrong) emittanceNoSquare(A, B, C, L float64) float64 { return math.Sqrt(A*C-B/4) / (L * L) }

func (wrong) emittanceNoRoot(A, B, C, L float64) float64 {
	return (A*C - B*B/4) / (L * L * L * L)
}

func (wrong) emittanceRootOnly(A, B, C, L float64) float64 { return (A*C - B*B/4) / (L * L) }

func (wrong) costSquaresApart(theta0, theta1 float64, x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += square(theta0+theta1*x[i]) - square(y[i])
	}
	return sum / (2 * float64(len(x)))
}

func (wrong) normalOverN(X *mat.Dense, y []float64) []float64 {
	theta := solution{}.normalEquation(X, y)
	floats.Scale(1/float64(len(y)), theta)
	return theta
}

func (wrong) sigma2Sample(r []float64, _ int) float64 {
	mean := floats.Sum(r) / float64(len(r))
	sum := 0.0
	for _, ri := range r {
		sum += square(ri - mean)
	}
	return sum / float64(len(r)-1)
}

func (wrong) sigma2Neighbours(r []float64, p int) float64 {
	sum := 0.0
	for i := 1; i < len(r); i++ {
		sum += r[i] * r[i-1]
	}
	return sum / float64(len(r)-p-1)
}

func (wrong) ridgeRight(X *mat.Dense, y []float64, lambda float64) []float64 {
	n, columns := X.Dims()
	var A mat.Dense
	A.Mul(X.T(), X)
	var b, theta mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(n, y))
	for k := 1; k < columns; k++ {
		b.SetVec(k, b.AtVec(k)+float64(n)*lambda)
	}
	if err := theta.SolveVec(&A, &b); err != nil {
		panic(err)
	}
	return theta.RawVector().Data
}

func (wrong) ridgeShrunk(X *mat.Dense, y []float64, lambda float64) []float64 {
	theta := solution{}.normalEquation(X, y)
	floats.Scale(1/(1+lambda), theta[1:])
	return theta
}
