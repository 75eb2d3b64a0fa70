package exercise

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// FuzzCheck hands in weird answers: Check must print something and not panic.
func FuzzCheck(f *testing.F) {
	fresh(f)
	for kind := range byte(20) {
		f.Add("1.1", kind, 1.0)
		f.Add("1.2", kind, math.NaN())
		f.Add("1.3", kind, 1e308)
		f.Add("1.6", kind, -2.0)
		f.Add("\xff1.5", kind, 0.0)
	}
	f.Fuzz(func(t *testing.T, id string, kind byte, x float64) {
		n := int(math.Abs(math.Mod(x, 5))) // NaN gives some int too
		n = max(0, min(n, 5))
		for _, id := range []string{id, "0.1", "1.1", "1.2", "1.3", "1.5", "1.6"} {
			if got := checked(id, weird(kind, x, n)); !strings.HasPrefix(got, "✗ ") && !strings.HasPrefix(got, "○ ") && !strings.HasPrefix(got, "✓ ") {
				t.Errorf("%q, kind %d, %v: %q", id, kind, x, got)
			}
		}
	})
}

func weird(kind byte, x float64, n int) any {
	switch kind % 20 {
	case 0:
		return nil
	case 1:
		return x
	case 2:
		return n
	case 3:
		return []float64{x}
	case 4:
		return map[string]any{"a": x}
	case 5:
		return make(chan struct{})
	case 6:
		return complex(x, x)
	case 7:
		return struct{ A, b any }{x, n}
	case 8:
		return (*mat.Dense)(nil)
	case 9:
		return func([]float64) float64 { return x }
	case 10:
		return func([]float64) float64 { panic(x) }
	case 11:
		return func(...float64) {}
	case 12:
		return func(a, b float64, u, v []float64) float64 { return u[n] / v[0] * x }
	case 13:
		return func(u []float64, p int) *mat.Dense { return mat.NewDense(n, p, nil) }
	case 14:
		return func(u []float64, p int) *mat.Dense { return mat.NewDense(n+1, 1, nil) }
	case 15:
		return func(X *mat.Dense, y []float64) []float64 { X.Reset(); return y[:n] }
	case 16:
		return func(X *mat.Dense, y []float64) []float64 { y[0] = x; return append(y, x) }
	case 17:
		return func(X *mat.Dense, y []float64, l float64) []float64 {
			var broken mat.Dense
			raw := X.RawMatrix()
			raw.Rows += n
			broken.SetRawMatrix(raw)
			return []float64{broken.At(raw.Rows-1, 0)}
		}
	case 18:
		return Choice(strings.Repeat("?", n) + string(rune(int(math.Mod(x, 300)))) + "ecfbda"[n:])
	}
	return &x
}
