package nn

import (
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/activation"

	"gonum.org/v1/gonum/mat"
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
// at first 0 and 1. They take the place of μ and σ² in evaluation mode. A batch
// of one row has no variance: there x̂ = 0, and σ̄² stays as it is.
//
// Ioffe and Szegedy, arXiv 1502.03167; ε, the factors 0.9 and 0.1 and the
// n/(n−1) are PyTorch's.
type BatchNorm struct {
	G activation.Func // G is g; nil is the identity
}

const (
	epsilon  = 1e-5
	momentum = 0.1
)

// The indices of layer.kept for a BatchNorm.
const (
	runningMean = iota
	runningVariance
	batchMean
	batchVariance
	scale // 1/√(σ² + ε), with the variance that the last forward pass used
	keptSlices
)

// String returns, for example, "BatchNorm ReLU".
func (b BatchNorm) String() string { return fmt.Sprintf("BatchNorm %v", orIdentity(b.G)) }

func (b BatchNorm) build(net *Network) error {
	b.G = orIdentity(b.G)
	units := net.unitsOf(net.L())
	return net.add(b, shape{out: units, rows: units, cols: 2, biases: 2, bounds: boundsOf(b.G), hasG: true, g: b.G, usesWork: true, keeps: keptSlices, usesBatch: true, operations: 2 * units})
}

func (b BatchNorm) start(l *layer, _ *rand.Rand) {
	for k := range l.out {
		l.theta.Set(k, 1, 1)
		l.kept[runningVariance][k] = 1
	}
}

func (b BatchNorm) forward(p *pass) {
	mean, variance, scale := p.kept[runningMean], p.kept[runningVariance], p.kept[scale]
	if p.net.isTraining {
		mean, variance = p.kept[batchMean], p.kept[batchVariance]
		measure(p.inputs, mean, variance)
		p.moveRunning()
	}
	for k, v := range variance {
		scale[k] = 1 / math.Sqrt(v+epsilon)
	}
	n, _ := p.z.Dims()
	for i := range n {
		a, xhat, z := p.inputs.RawRowView(i), p.work.RawRowView(i), p.z.RawRowView(i)
		for k := range z {
			theta := p.theta.RawRowView(k) // [β γ]
			xhat[k] = (a[k] - mean[k]) * scale[k]
			z[k] = theta[0] + theta[1]*xhat[k]
		}
	}
	p.product.Apply(p.g, p.a, p.z)
}

// measure sets the mean and the variance of the columns of a. The mean is taken of what
// the first row does not have: beside a large mean the rounding of a plain sum would
// look like a spread.
func measure(a *mat.Dense, mean, variance []float64) {
	rows, _ := a.Dims()
	n := float64(rows)
	clear(mean)
	clear(variance)
	first := a.RawRowView(0)
	for i := range rows {
		for k, v := range a.RawRowView(i) {
			mean[k] += (v - first[k]) / n
		}
	}
	for k, v := range first {
		mean[k] += v
	}
	for i := range rows {
		for k, v := range a.RawRowView(i) {
			d := v - mean[k]
			variance[k] += d * d / n
		}
	}
}

// moveRunning moves the running statistics towards those of the batch.
func (p *pass) moveRunning() {
	rows, _ := p.inputs.Dims()
	n := float64(rows)
	mean, variance := p.kept[runningMean], p.kept[runningVariance]
	for k := range mean {
		mean[k] += momentum * (p.kept[batchMean][k] - mean[k])
		if n > 1 {
			variance[k] += momentum * (p.kept[batchVariance][k]*n/(n-1) - variance[k])
		}
	}
}

func (b BatchNorm) backward(p *pass) {
	p.product.TimesSlope(p.g, p.delta, p.z, p.a)
	// ∂J/∂β_k = Σ_i δ_ik,  ∂J/∂γ_k = Σ_i δ_ik x̂_ik
	p.gradient.Zero()
	rows, _ := p.delta.Dims()
	for i := range rows {
		xhat := p.work.RawRowView(i)
		for k, d := range p.delta.RawRowView(i) {
			g := p.gradient.RawRowView(k)
			g[0] += d
			g[1] += d * xhat[k]
		}
	}
	if !p.isGradAUsed {
		return
	}
	// ∂J/∂a_ik = γ_k/√(σ_k²+ε) (δ_ik − (∂J/∂β_k + x̂_ik ∂J/∂γ_k)/n). The term with
	// 1/n is there because μ and σ² depend on a_ik, which they do not in evaluation mode.
	n, scale := float64(rows), p.kept[scale]
	for i := range rows {
		xhat, delta, gradA := p.work.RawRowView(i), p.delta.RawRowView(i), p.gradA.RawRowView(i)
		for k, d := range delta {
			if p.net.isTraining {
				g := p.gradient.RawRowView(k)
				d -= (g[0] + xhat[k]*g[1]) / n
			}
			gradA[k] = p.theta.At(k, 1) * scale[k] * d
		}
	}
}

// Running returns the running mean μ̄ and variance σ̄² of layer l, one value a
// unit: not copies. It panics unless layer l is a BatchNorm.
func (net *Network) Running(l int) (mean, variance []float64) {
	layer := net.layer("Running", l)
	if layer.keeps == 0 {
		panic(fmt.Sprintf("nn: Running: layer %d is %v, want a BatchNorm", l, layer.Layer))
	}
	return layer.kept[runningMean], layer.kept[runningVariance]
}

func (BatchNorm) kind() string { return "batchnorm" }

func (b BatchNorm) save(f *layerFile) error { return f.setG(b.G) }

func (BatchNorm) load(f *layerFile) (Layer, error) {
	g, err := f.activation()
	return BatchNorm{G: g}, err
}
