package dataset_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ann/pkg/dataset"
)

// BenchmarkRead reads 100,000 rows of five numbers and a text: plain, with all
// cells in quotes, and with the line ends of Windows.
func BenchmarkRead(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	var plain strings.Builder
	plain.WriteString("a,b,c,d,e,name\n")
	for range 100_000 {
		for range 5 {
			fmt.Fprintf(&plain, "%.4f,", 100*rng.NormFloat64())
		}
		plain.WriteString("some words\n")
	}
	quoted := `"` + strings.NewReplacer(",", `","`, "\n", "\"\n\"").Replace(strings.TrimSpace(plain.String())) + `"`
	for name, text := range map[string]string{
		"plain": plain.String(), "quoted": quoted, "windows": strings.ReplaceAll(plain.String(), "\n", "\r\n"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := dataset.Read(strings.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
