//go:build !(goexperiment.simd && amd64 && !go1.27)

package product

// Without GOEXPERIMENT=simd there are no vectors, see vectors.go.

const hasVectors = false

type panels struct{}

func (p *Product) forwardPanels()  { panic("product: no vectors in this build") }
func (p *Product) backwardPanels() { p.forwardPanels() }
func (p *Product) gradientPanels() { p.forwardPanels() }

func adamVectors(_, _, _, _ []float64, _ AdamStep) int { panic("product: no vectors in this build") }
