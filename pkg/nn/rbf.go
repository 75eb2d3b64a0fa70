package nn

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"ann/pkg/activation"
)

// RBF is a layer of Out radial basis functions, each with a centre c_j in the
// space of a^(l):
//
//	z_j^(l+1) = |a^(l) − c_j|²,  a_j^(l+1) = φ(z_j^(l+1)),
//
// where φ is the Kernel, a function of the squared distance. θ^(l) holds the
// centres, Out×in, row j is c_j: there is no bias, column 0 is the first
// coordinate. The bias unit of a^(l) is not used.
//
// The centres are learned with all other weights; the width is not. They
// start at random, standard normal, as suits standardised features. Centres at
// data points are better: copy rows into Theta(l). To hold them fixed, set
// Gradient(l) to zeros before each step.
type RBF struct {
	Out    int
	Kernel activation.Radial
}

// String returns, for example, "RBF 10 Gaussian(width = 1)".
func (r RBF) String() string { return fmt.Sprintf("RBF %d %v", r.Out, r.Kernel) }

func (r RBF) build(net *Network) error {
	if r.Kernel == nil {
		return errors.New("RBF: no Kernel, want for example activation.Gaussian{Width: 1}")
	}
	if w, ok := width(r.Kernel); ok && !(w > 0 && w <= math.MaxFloat64) {
		return fmt.Errorf("%v: want a width above 0", r)
	}
	in := net.unitsOf(net.L())
	return net.add(r, shape{out: r.Out, rows: r.Out, cols: in, bounds: boundsOf(r.Kernel), hasG: true, operations: r.Out * in})
}

// width returns the width of one of the course's kernels.
func width(kernel activation.Radial) (w float64, ok bool) {
	switch k := kernel.(type) {
	case activation.Gaussian:
		return k.Width, true
	case activation.Multiquadric:
		return k.Width, true
	}
	return 0, false
}

func (r RBF) start(l *layer, rng *rand.Rand) {
	centres := l.theta.RawMatrix().Data
	for i := range centres {
		centres[i] = rng.NormFloat64()
	}
}

func (r RBF) forward(p *pass) {
	n, _ := p.z.Dims()
	for i := range n {
		a, z, out := p.inputs.RawRowView(i), p.z.RawRowView(i), p.a.RawRowView(i)
		for j := range z {
			z[j] = 0
			for k, c := range p.theta.RawRowView(j) {
				d := a[k] - c
				z[j] += d * d
			}
			out[j] = r.Kernel.Value(z[j])
		}
	}
}

func (r RBF) backward(p *pass) {
	p.gradient.Zero()
	n, _ := p.delta.Dims()
	for i := range n {
		a, z, delta, gradA := p.inputs.RawRowView(i), p.z.RawRowView(i), p.delta.RawRowView(i), p.gradA.RawRowView(i)
		if p.isGradAUsed {
			clear(gradA)
		}
		for j := range delta {
			delta[j] *= r.Kernel.Slope(z[j]) // δ = ∂J/∂a ⊙ φ′(z)
			g := p.gradient.RawRowView(j)
			for k, c := range p.theta.RawRowView(j) {
				d := 2 * (a[k] - c) * delta[j] // ∂z/∂a = 2(a − c) = −∂z/∂c
				g[k] -= d
				if p.isGradAUsed {
					gradA[k] += d
				}
			}
		}
	}
}

func (RBF) kind() string { return "rbf" }

func (r RBF) save(f *layerFile) error {
	w, ok := width(r.Kernel)
	if !ok {
		return &CannotSave{fmt.Sprintf("%v is not a kernel of this course", r.Kernel), "save Params yourself"}
	}
	f.Out, f.Kernel, f.Width = &r.Out, "Gaussian", &w
	if _, ok := r.Kernel.(activation.Multiquadric); ok {
		f.Kernel = "Multiquadric"
	}
	return nil
}

func (RBF) load(f *layerFile) (Layer, error) {
	if f.Out == nil || f.Width == nil {
		return nil, errors.New("out or width is missing")
	}
	switch f.Kernel {
	case "Gaussian":
		return RBF{Out: *f.Out, Kernel: activation.Gaussian{Width: *f.Width}}, nil
	case "Multiquadric":
		return RBF{Out: *f.Out, Kernel: activation.Multiquadric{Width: *f.Width}}, nil
	}
	return nil, fmt.Errorf("kernel is %q", f.Kernel)
}
