package ch06

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// wrong holds the usual wrong answers of chapter 06.
type wrong struct{}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func same(z float64) float64 { return z }

// weighted is g(b + Σ θ_{k+shift} x_k).
func weighted(b float64, theta, x []float64, shift int, g func(float64) float64) float64 {
	z := b
	for k := range x {
		z += theta[k+shift] * x[k]
	}
	return g(z)
}

func (wrong) neuronNoBias(theta, x []float64) float64 {
	return weighted(0, theta, x, 1, math.Tanh)
}

func (wrong) neuronNoG(theta, x []float64) float64 { return weighted(theta[0], theta, x, 1, same) }

func (wrong) neuronSigmoid(theta, x []float64) float64 {
	return weighted(theta[0], theta, x, 1, sigmoid)
}

func (wrong) neuronShifted(theta, x []float64) float64 {
	return weighted(0, theta, x, 0, math.Tanh)
}

func (wrong) neuronBiasLast(theta, x []float64) float64 {
	return weighted(theta[len(x)], theta, x, 0, math.Tanh)
}

func (wrong) neuronBiasOutside(theta, x []float64) float64 {
	return theta[0] + weighted(0, theta, x, 1, math.Tanh)
}

func (wrong) neuronEach(theta, x []float64) float64 {
	a := math.Tanh(theta[0])
	for k := range x {
		a += math.Tanh(theta[k+1] * x[k])
	}
	return a
}

// sums returns g(θ a), g of each number.
func sums(theta mat.Matrix, a []float64, g func(float64) float64) []float64 {
	var z mat.VecDense
	z.MulVec(theta, mat.NewVecDense(len(a), a))
	for j := range z.Len() {
		z.SetVec(j, g(z.AtVec(j)))
	}
	return z.RawVector().Data
}

// behind puts b before v.
func behind(b float64, v []float64) []float64 { return append([]float64{b}, v...) }

func (wrong) hiddenNoUnit(theta *mat.Dense, a []float64) []float64 {
	return sums(theta, a, math.Tanh)
}

func (wrong) hiddenUnitThroughG(theta *mat.Dense, a []float64) []float64 {
	return behind(math.Tanh(1), sums(theta, a, math.Tanh))
}

func (wrong) hiddenUnitZero(theta *mat.Dense, a []float64) []float64 {
	return behind(0, sums(theta, a, math.Tanh))
}

func (wrong) hiddenUnitLast(theta *mat.Dense, a []float64) []float64 {
	return append(sums(theta, a, math.Tanh), 1)
}

func (wrong) hiddenNoG(theta *mat.Dense, a []float64) []float64 {
	return behind(1, sums(theta, a, same))
}

func (wrong) hiddenSigmoid(theta *mat.Dense, a []float64) []float64 {
	return behind(1, sums(theta, a, sigmoid))
}

func (wrong) hiddenTransposed(theta *mat.Dense, a []float64) []float64 {
	return behind(1, sums(theta.T(), a, math.Tanh))
}

func (wrong) hiddenNoBias(theta *mat.Dense, a []float64) []float64 {
	return behind(1, sums(theta, behind(0, a[1:]), math.Tanh))
}

// pass is a forward pass with bias units b0 and b1.
func pass(theta0, theta1 *mat.Dense, x []float64, b0, b1 float64, g0, g1 func(float64) float64) []float64 {
	return sums(theta1, behind(b1, sums(theta0, behind(b0, x), g0)), g1)
}

func (wrong) passNoHiddenBias(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 0, math.Tanh, sigmoid)
}

func (wrong) passNoInputBias(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 0, 1, math.Tanh, sigmoid)
}

func (wrong) passNoBias(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 0, 0, math.Tanh, sigmoid)
}

func (wrong) passOutputBias(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return behind(1, pass(theta0, theta1, x, 1, 1, math.Tanh, sigmoid))
}

func (wrong) passNoLastG(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 1, math.Tanh, same)
}

func (wrong) passNoFirstG(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 1, same, sigmoid)
}

func (wrong) passSwapped(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 1, sigmoid, math.Tanh)
}

func (wrong) passTanhTwice(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 1, math.Tanh, math.Tanh)
}

func (wrong) passSigmoidTwice(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, 1, sigmoid, sigmoid)
}

func (wrong) passUnitThroughG(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return pass(theta0, theta1, x, 1, math.Tanh(1), math.Tanh, sigmoid)
}

func (wrong) passHiddenTwice(theta0, theta1 *mat.Dense, x []float64) []float64 {
	return append([]float64{1}, pass(theta0, theta1, x, 1, 1, math.Tanh, math.Tanh)...)
}

// ones returns X with a column of ones at column at.
func ones(X *mat.Dense, at int) *mat.Dense {
	n, p := X.Dims()
	with := mat.NewDense(n, p+1, nil)
	for i := range n {
		row := X.RawRowView(i)
		with.SetRow(i, append(append(append([]float64(nil), row[:at]...), 1), row[at:]...))
	}
	return with
}

// product returns g(A B), g of each number.
func product(A, B mat.Matrix, g func(float64) float64) *mat.Dense {
	var C mat.Dense
	C.Mul(A, B)
	C.Apply(func(_, _ int, z float64) float64 { return g(z) }, &C)
	return &C
}

// bar returns θ without its column 0.
func bar(theta *mat.Dense) mat.Matrix {
	rows, columns := theta.Dims()
	return theta.Slice(0, rows, 1, columns)
}

func (wrong) batchNotTransposed(X, theta *mat.Dense) *mat.Dense {
	return product(ones(X, 0), theta, math.Tanh)
}

func (wrong) batchColumns(X, theta *mat.Dense) *mat.Dense {
	return product(theta, ones(X, 0).T(), math.Tanh)
}

func (wrong) batchNoOnes(X, theta *mat.Dense) *mat.Dense {
	return product(X, bar(theta).T(), math.Tanh)
}

func (wrong) batchOnesLast(X, theta *mat.Dense) *mat.Dense {
	_, p := X.Dims()
	return product(ones(X, p), theta.T(), math.Tanh)
}

func (wrong) batchNoG(X, theta *mat.Dense) *mat.Dense {
	return product(ones(X, 0), theta.T(), same)
}

func (wrong) batchSigmoid(X, theta *mat.Dense) *mat.Dense {
	return product(ones(X, 0), theta.T(), sigmoid)
}

func (wrong) batchWithUnits(X, theta *mat.Dense) *mat.Dense {
	return ones(solution{}.batchLayer(X, theta), 0)
}

// over adds f(in, out) over the layers.
func over(units []int, f func(in, out int) int) int {
	sum := 0
	for l := 1; l < len(units); l++ {
		sum += f(units[l-1], units[l])
	}
	return sum
}

func (wrong) countNoBias(units []int) int {
	return over(units, func(in, out int) int { return in * out })
}

func (wrong) countOutputBias(units []int) int {
	return over(units, func(in, out int) int { return (in + 1) * (out + 1) })
}

func (wrong) countBiasOfInputs(units []int) int {
	return over(units, func(in, out int) int { return in * (out + 1) })
}

func (wrong) countOneBias(units []int) int {
	return over(units, func(in, out int) int { return in*out + 1 })
}

func (wrong) countUnits(units []int) int {
	sum := 0
	for _, n := range units {
		sum += n
	}
	return sum
}

func (wrong) countFirst(units []int) int { return solution{}.countParameters(units[:2]) }

func (wrong) collapseNoBias1(theta0, theta1 *mat.Dense) *mat.Dense {
	return product(bar(theta1), theta0, same)
}

func (wrong) collapseNoBias0(theta0, theta1 *mat.Dense) *mat.Dense {
	theta := solution{}.collapse(theta0, theta1)
	theta.SetCol(0, mat.Col(nil, 0, theta1))
	return theta
}

func (wrong) collapseNoBiases(theta0, theta1 *mat.Dense) *mat.Dense {
	return product(bar(theta1), bar(theta0), same)
}

func (wrong) collapseLastDropped(theta0, theta1 *mat.Dense) *mat.Dense {
	rows, columns := theta1.Dims()
	return product(theta1.Slice(0, rows, 0, columns-1), theta0, same)
}

func (wrong) collapseOrder(theta0, theta1 *mat.Dense) *mat.Dense {
	theta := product(theta0, bar(theta1), same)
	for j := range theta1.RawMatrix().Rows {
		theta.Set(j, 0, theta.At(j, 0)+theta1.At(j, 0))
	}
	return theta
}

func (wrong) collapseTransposed(theta0, theta1 *mat.Dense) *mat.Dense {
	return mat.DenseCopyOf(solution{}.collapse(theta0, theta1).T())
}

func (wrong) hiddenEach(theta *mat.Dense, a []float64) []float64 {
	rows, columns := theta.Dims()
	next := []float64{1}
	for j := range rows {
		z := 0.0
		for k := range columns {
			z = math.Tanh(z + theta.At(j, k)*a[k])
		}
		next = append(next, z)
	}
	return next
}

func (wrong) batchBent(X, theta *mat.Dense) *mat.Dense {
	n, p := X.Dims()
	withOnes := mat.NewDense(n, p+1, nil)
	for i := range n {
		withOnes.Set(i, 0, 1)
		for k := range p {
			withOnes.Set(i, k+1, math.Tanh(X.At(i, k)))
		}
	}
	var A mat.Dense
	A.Mul(withOnes, theta.T())
	return &A
}

func (wrong) countUnitsBias(units []int) int {
	sum := 0
	for _, u := range units {
		sum += u + 1
	}
	return sum
}
