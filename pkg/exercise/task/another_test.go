package task_test

import (
	"testing"

	"ann/pkg/exercise/task"
)

// A right answer that goes another way in kind is told so: of loops, products and inverses only.
func TestAnother(t *testing.T) {
	const inverse = `func normalEquation(X *mat.Dense, y []float64) []float64 {
	_, m := X.Dims()
	var A, inverse mat.Dense
	A.Mul(X.T(), X)
	inverse.Inverse(&A)
	var b mat.VecDense
	b.MulVec(X.T(), mat.NewVecDense(len(y), y))
	theta := mat.NewVecDense(m, nil)
	theta.MulVec(&inverse, &b)
	return theta.RawVector().Data
}`
	for _, test := range []struct {
		id, source, want string
	}{
		{"2.3", forms(t, "testdata/forms/2.3.go")[0], "with loops over the numbers"},
		{"2.3", forms(t, "testdata/forms/2.3.go")[1], ""},
		{"1.3", forms(t, "testdata/forms/1.3.go")[1], "without a loop, by products of matrices"},
		{"1.3", inverse, "without an inverse"},
		{"0.1", forms(t, "testdata/forms/0.1.go")[1], ""},
		{"0.1", "func mean(x []float64) float64 { return sum(x) / float64(len(x)) }\n\nfunc sum(x []float64) (s float64) {\n\tfor i := range x {\n\t\tfor k := range 1 {\n\t\t\ts += x[i+k]\n\t\t}\n\t}\n\treturn s\n}", ""}, // its own function is not looked into
		{"0.1", "func mean(x []float64) (s float64) {\n\tfor i := range x {\n\t\tfor k := range 1 {\n\t\t\ts += x[i+k]\n\t\t}\n\t}\n\treturn s / float64(len(x))\n}", "with one loop less inside the other"},
		{"0.1", "func mean(x []float64) float64 {\n\tgo func() {}()\n\treturn 0\n}", ""},
	} {
		got, err := task.Another(find(t, test.id), file(test.source))
		if err != nil {
			t.Fatal(err)
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q of\n%s", test.id, got, test.want, test.source)
		}
	}
}
