package loss_test

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// Time per value of ŷ for a batch of 32 rows and 10 outputs, with the gradient.
func BenchmarkValue(b *testing.B) {
	for _, l := range all {
		b.Run(l.String(), func(b *testing.B) {
			yhat, y := sample(rand.New(rand.NewPCG(13, 6)), l, 32, 10)
			grad := mat.NewDense(32, 10, nil)
			for b.Loop() {
				l.Value(grad, yhat, y)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/320, "ns/value")
		})
	}
}
