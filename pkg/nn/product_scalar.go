//go:build !(goexperiment.simd && amd64 && !go1.27)

package nn

// Without GOEXPERIMENT=simd there are no vectors, see product_simd.go.

const vector = false

type vectors struct{}

func (p *product) forwardVector()  { panic("nn: no vectors in this build") }
func (p *product) backwardVector() { p.forwardVector() }
func (p *product) gradientVector() { p.forwardVector() }
