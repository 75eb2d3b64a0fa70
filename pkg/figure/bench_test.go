package figure

import (
	"testing"

	"ann/pkg/optimizer"
)

// BenchmarkPNG measures whole pictures of the usual sizes.
func BenchmarkPNG(b *testing.B) {
	all := samples()
	valley := optimizer.Rosenbrock()
	contours := New("The valley", "θ₀", "θ₁")
	contours.Contours("J(θ)", valley.At, valley.Box)
	for _, c := range []struct {
		name string
		d    Drawing
	}{
		{"curve", all["scatter"]},
		{"contours", contours},
		{"surface", all["surface"]},
		{"network", all["network"]},
		{"panels", Grid("Two panels", 2, all["scatter"], all["contours"])},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := PNG(c.d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
