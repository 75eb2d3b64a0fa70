package task_test
import ("testing";"ann/pkg/exercise/task")
func TestTry(t *testing.T) {
 for _, x := range []struct{id, s string}{
 {"0.1", "func mean(x []float64) float64 {\n\tsum := 0.0\n\tfor _, xi := range x {\n\t\tsum = xi\n\t}\n\treturn sum / float64(len(x))\n}"},
 {"0.1", "func mean(x []float64) float64 {\n\tsum := 0.0\n\tfor _, xi := range x {\n\t\tsum += xi\n\t\treturn sum / float64(len(x))\n\t}\n\treturn 0\n}"},
 {"1.1", "func cost(theta0, theta1 float64, x, y []float64) float64 {\n\tsum := 0.0\n\tfor i := range x {\n\t\tr := theta0 + theta1*x[i] - y[i]\n\t\tsum += r * r\n\t}\n\treturn 1 / 2 * sum / float64(len(x))\n}"},
 {"1.1", "func cost(theta0, theta1 float64, x, y []float64) float64 {\n\tsum := 0.0\n\tfor i := 1; i < len(x); i++ {\n\t\tr := theta0 + theta1*x[i]\n\t\tsum += r * r\n\t}\n\treturn sum / (2 * float64(len(x)))\n}"},
 {"2.1", "func partials(theta0, theta1 float64, x, y []float64) (d0, d1 float64) {\n\tn := float64(len(x))\n\tfor i := range x {\n\t\tr := theta0 + theta1*x[i] - y[i]\n\t\td0 = r / n\n\t\td1 += r / n\n\t}\n\treturn d0, d1\n}"},
 {"2.4", "func descend(X *mat.Dense, y []float64, alpha float64, steps int) []float64 {\n\tn, columns := X.Dims()\n\ttheta := make([]float64, columns)\n\tr := make([]float64, n)\n\tfor range steps {\n\t\tfor i := range n {\n\t\t\tfor k := range columns {\n\t\t\t\tr[i] += theta[k] * X.At(i, k)\n\t\t\t}\n\t\t\tr[i] -= y[i]\n\t\t}\n\t\tfor k := range columns {\n\t\t\tg := 0.0\n\t\t\tfor i := range n {\n\t\t\t\tg += X.At(i, k) * r[i]\n\t\t\t}\n\t\t\ttheta[k] -= alpha * g / float64(n)\n\t\t}\n\t}\n\treturn theta\n}"},
 {"6.2", "func hiddenLayer(theta *mat.Dense, a []float64) []float64 {\n\trows, columns := theta.Dims()\n\tvar next []float64\n\tz := 0.0\n\tfor j := 0; j < rows; j++ {\n\t\tfor k := 0; k < columns; k++ {\n\t\t\tz += theta.At(j, k) * a[k]\n\t\t}\n\t\tnext = append(next, math.Tanh(z))\n\t}\n\treturn next\n}"},
 } { task.TryOne(t, find(t, x.id), x.s) }
}
