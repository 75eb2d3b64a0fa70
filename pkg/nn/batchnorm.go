package nn

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/blas/blas64"
)

// BatchNorm normalises each unit with the mean μ_k and the variance σ_k² (the
// 1/n kind) that it has over the batch, and lets the network learn a new mean
// β_k and a new standard deviation γ_k:
//
//	x̂_k = (a_k^(l) − μ_k)/√(σ_k² + ε),  z_k^(l+1) = β_k + γ_k x̂_k,  a^(l+1) = g(z^(l+1)),
//
// with ε = 10⁻⁵. θ^(l) is out×2, a row for each unit: [β_k γ_k], at first
// [0 1]. It commonly stands behind a Dense without G and takes its g.
//
// A training pass also moves the running statistics,
//
//	μ̄ := 0.9 μ̄ + 0.1 μ,  σ̄² := 0.9 σ̄² + 0.1 σ² n/(n−1),
//
// at first 0 and 1, which take the place of μ and σ² in evaluation mode. A
// batch of one row has no variance: there x̂ = 0, and σ̄² stays.
//
// Ioffe and Szegedy, arXiv 1502.03167; ε, the factors 0.9 and 0.1 and the
// n/(n−1) are PyTorch's.
type BatchNorm struct {
	G activation.Func // nil is the identity
}

const (
	epsilon  = 1e-5
	momentum = 0.1
)

// moments are the means and variances of a BatchNorm, one of each a unit.
type moments struct {
	mean, variance               []float64 // of the batch
	runningMean, runningVariance []float64
	scale                        []float64 // 1/√(σ² + ε) as last used
}

func newMoments(units int) *moments {
	m := &moments{
		mean: make([]float64, units), variance: make([]float64, units),
		runningMean: make([]float64, units), runningVariance: make([]float64, units),
		scale: make([]float64, units),
	}
	for k := range m.runningVariance {
		m.runningVariance[k] = 1
	}
	return m
}

// String returns, for example, "BatchNorm ReLU".
func (b BatchNorm) String() string { return fmt.Sprintf("BatchNorm %v", orIdentity(b.G)) }

func (b BatchNorm) build(net *Network) error {
	b.G = orIdentity(b.G)
	units := net.units(net.L())
	return net.add(b, shape{out: units, rows: units, cols: 2, work: true})
}

func (b BatchNorm) start(theta blas64.General, _ *rand.Rand) {
	for k := range theta.Rows {
		row(theta, k)[1] = 1
	}
}

func (b BatchNorm) forward(s *stage) {
	m := s.norm
	mean, variance := m.runningMean, m.runningVariance
	if s.training {
		mean, variance = m.mean, m.variance
		m.measure(s.units)
	}
	for k := range m.scale {
		m.scale[k] = 1 / math.Sqrt(variance[k]+epsilon)
	}
	for i := range s.units.Rows {
		a, xhat, z := row(s.units, i), row(s.work, i), row(s.z, i)
		for k := range z {
			theta := row(s.theta, k) // [β γ]
			xhat[k] = (a[k] - mean[k]) * m.scale[k]
			z[k] = theta[0] + theta[1]*xhat[k]
		}
	}
	s.product.apply(b.G, &s.a, &s.z)
}

// measure sets the mean and the variance of the columns of a and moves the
// running ones.
func (m *moments) measure(a blas64.General) {
	n := float64(a.Rows)
	clear(m.mean)
	clear(m.variance)
	for i := range a.Rows {
		for k, v := range row(a, i) {
			m.mean[k] += v / n
		}
	}
	for i := range a.Rows {
		for k, v := range row(a, i) {
			d := v - m.mean[k]
			m.variance[k] += d * d / n
		}
	}
	for k := range m.mean {
		m.runningMean[k] += momentum * (m.mean[k] - m.runningMean[k])
		if n > 1 {
			m.runningVariance[k] += momentum * (m.variance[k]*n/(n-1) - m.runningVariance[k])
		}
	}
}

func (b BatchNorm) backward(s *stage) {
	s.product.timesSlope(b.G, &s.delta, &s.z, &s.a)
	// ∂J/∂β_k = Σ_i δ_ik,  ∂J/∂γ_k = Σ_i δ_ik x̂_ik
	for k := range s.gradient.Rows {
		clear(row(s.gradient, k))
	}
	for i := range s.delta.Rows {
		xhat := row(s.work, i)
		for k, d := range row(s.delta, i) {
			g := row(s.gradient, k)
			g[0] += d
			g[1] += d * xhat[k]
		}
	}
	if !s.wantBelow {
		return
	}
	// ∂J/∂a_ik = γ_k/√(σ_k²+ε) (δ_ik − (∂J/∂β_k + x̂_ik ∂J/∂γ_k)/n); the part
	// in /n is the way through μ and σ², which evaluation mode has not.
	n := float64(s.delta.Rows)
	for i := range s.delta.Rows {
		xhat, delta, below := row(s.work, i), row(s.delta, i), row(s.below, i)
		for k, d := range delta {
			if s.training {
				g := row(s.gradient, k)
				d -= (g[0] + xhat[k]*g[1]) / n
			}
			below[k] = row(s.theta, k)[1] * s.norm.scale[k] * d
		}
	}
}

// Running returns the running mean μ̄ and variance σ̄² of layer l, one value a
// unit: not copies. It panics unless layer l is a BatchNorm.
func (net *Network) Running(l int) (mean, variance []float64) {
	net.checkLayer("Running", l, 0, net.L()-1)
	m := net.parameters[l].norm
	if m == nil {
		panic(fmt.Sprintf("nn: Running: layer %d is %v, want a BatchNorm", l, net.layers[l]))
	}
	return m.runningMean, m.runningVariance
}
