package loss_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"ann/pkg/loss"

	"gonum.org/v1/gonum/mat"
)

var (
	logit       = loss.BinaryCrossEntropy{}
	margin      = loss.Hinge{}
	probability = loss.BernoulliNLL{}
	response    = loss.SquaredError{}
)

func row(v ...float64) *mat.Dense { return mat.NewDense(1, len(v), v) }

func column(v ...float64) *mat.Dense { return mat.NewDense(len(v), 1, v) }

// mustPanic wants a panic with a text in its message.
func mustPanic(t *testing.T, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
			t.Errorf("panic %q, want one with %q", got, want)
		}
	}()
	f()
}

// The class of a row of ŷ is that of the largest column, or on which side of the
// threshold of the loss it lies.
func TestClasses(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		J    loss.Func
		row  []float64
		want int
	}{
		{loss.CrossEntropy{}, []float64{-3, 2, 1}, 1}, {response, []float64{2, 2, 1}, 0}, {margin, []float64{-3, -2}, 1},
		{loss.CategoricalNLL{}, []float64{0.2, 0.5, 0.3}, 1}, {loss.CrossEntropy{}, []float64{-inf, -inf}, 0}, {logit, []float64{0, inf}, 1},
		{logit, []float64{0.1}, 1}, {logit, []float64{0}, 0}, {logit, []float64{-inf}, 0},
		{margin, []float64{0.1}, 1}, {margin, []float64{-0.1}, 0},
		{probability, []float64{0.51}, 1}, {probability, []float64{0.5}, 0}, {probability, []float64{0.1}, 0}, {probability, []float64{1}, 1}, {probability, []float64{0}, 0},
	} {
		if got := loss.Classes(c.J, row(c.row...)); got[0] != c.want {
			t.Errorf("%v: class of %g is %d, want %d", c.J, c.row, got[0], c.want)
		}
	}
	if got := loss.Classes(margin, &mat.Dense{}); len(got) != 0 {
		t.Errorf("no rows have the classes %d", got)
	}
}

// Accuracy and Confusion of logits and of their probabilities are the same, each with
// its own loss, and labels may be 0 and 1, soft ones between, or −1 and 1.
func TestAccuracyKnowsTheLoss(t *testing.T) {
	z, p := column(2, -1, 0.5, -3), column(0.88, 0.27, 0.62, 0.05)
	for _, c := range []struct {
		J       loss.Func
		yhat, y *mat.Dense
	}{
		{logit, z, column(1, 1, 0, 0)}, {logit, z, column(0.9, 0.6, 0.3, 0.1)}, {margin, z, column(1, 1, -1, -1)},
		{probability, p, column(1, 1, 0, 0)}, {probability, p, column(0.9, 0.6, 0.3, 0.1)},
	} {
		if a := loss.Accuracy(c.J, c.yhat, c.y); a != 0.5 {
			t.Errorf("%v: accuracy %g, want 0.5", c.J, a)
		}
		if m := loss.Confusion(c.J, c.yhat, c.y); !mat.Equal(m, mat.NewDense(2, 2, []float64{1, 1, 1, 1})) {
			t.Errorf("%v: confusion matrix %v", c.J, mat.Formatted(m))
		}
	}
	// Three classes: rows are of y, columns of ŷ.
	yhat := mat.NewDense(3, 3, []float64{1, 0, 0, 5, 1, 2, 0, 0, 4})
	y := mat.NewDense(3, 3, []float64{1, 0, 0, 0, 1, 0, 0, 0, 1})
	m := loss.Confusion(loss.CrossEntropy{}, yhat, y)
	if a := loss.Accuracy(loss.CrossEntropy{}, yhat, y); math.Abs(a-2./3) > 1e-15 || m.At(1, 0) != 1 || m.At(0, 1) != 0 || mat.Trace(m) != 2 {
		t.Errorf("accuracy %g, confusion matrix %v", a, mat.Formatted(m))
	}
}

// A row that is no class makes the accuracy NaN, and Classes and Confusion panic.
func TestNoClass(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		J          loss.Func
		yhat, y    []float64
		isLabelBad bool
		says       string
	}{
		{logit, []float64{nan}, []float64{0}, false, "ŷ is NaN in row 1, column 0"},
		{loss.CrossEntropy{}, []float64{2, nan}, []float64{1, 0}, false, "ŷ is NaN in row 1, column 1"},
		{loss.CrossEntropy{}, []float64{nan, nan}, []float64{1, 0}, false, "ŷ is NaN in row 1, column 0"},
		{response, []float64{nan, 7}, []float64{1, 0}, false, "ŷ is NaN in row 1, column 0"},
		{probability, []float64{3.2}, []float64{1}, false, "ŷ is 3.2 in row 1, column 0; Bernoulli wants 0 to 1"},
		{probability, []float64{-0.1}, []float64{0}, false, "ŷ is -0.1 in row 1"},
		{loss.CategoricalNLL{}, []float64{0.5, 2}, []float64{1, 0}, false, "ŷ is 2 in row 1, column 1; categorical wants"},
		{logit, []float64{1}, []float64{2}, true, "y is [2] in row 1, which is no class for binary cross-entropy"},
		{logit, []float64{1}, []float64{0.5}, true, "y is [0.5] in row 1"},
		{margin, []float64{1}, []float64{0}, true, "y is [0] in row 1"},
		{loss.CrossEntropy{}, []float64{1, 2}, []float64{0, 0}, true, "y is [0 0] in row 1"},
		{loss.CrossEntropy{}, []float64{1, 2}, []float64{0.5, 0.5}, true, "y is [0.5 0.5] in row 1"},
		{logit, []float64{1, 2, 3}, []float64{1, 1, 0}, true, "y is [1 1 0] in row 1"},
		{response, []float64{1, 2}, []float64{1, nan}, true, "y is [1 NaN] in row 1"},
	} {
		K := len(c.y)
		good, label := make([]float64, K), make([]float64, K)
		label[0] = 1
		yhat, y := mat.NewDense(2, K, append(good, c.yhat...)), mat.NewDense(2, K, append(label, c.y...))
		if a := loss.Accuracy(c.J, yhat, y); !math.IsNaN(a) {
			t.Errorf("%s: accuracy %g", c.says, a)
		}
		mustPanic(t, "loss: Confusion: "+c.says, func() { loss.Confusion(c.J, yhat, y) })
		if !c.isLabelBad {
			mustPanic(t, "loss: Classes: "+c.says, func() { loss.Classes(c.J, yhat) })
		}
	}
}

// One column is no class for a loss that takes a response, and none for a softmax.
func TestUndecided(t *testing.T) {
	for _, J := range []loss.Func{response, loss.Huber{Delta: 1}, loss.CrossEntropy{}, loss.CategoricalNLL{}} {
		want := J.String() + " does not part one column into two classes; where ŷ is a probability take loss.BernoulliNLL{}"
		mustPanic(t, "loss: Accuracy: "+want, func() { loss.Accuracy(J, column(1), column(1)) })
		mustPanic(t, "loss: Confusion: "+want, func() { loss.Confusion(J, column(1), column(1)) })
		mustPanic(t, "loss: Classes: "+want, func() { loss.Classes(J, column(1)) })
		_, err := loss.DecisionOf(J, 1)
		if e := new(loss.Undecided); !errors.As(err, &e) {
			t.Errorf("%v: error %v", J, err)
		}
		if d, err := loss.DecisionOf(J, 2); err != nil || d.Class([]float64{0.1, 0.9}) != 1 {
			t.Errorf("%v: two columns are not read", J)
		}
	}
	mustPanic(t, "loss: Accuracy: J is nil", func() { loss.Accuracy(nil, column(1), column(1)) })
	mustPanic(t, "loss: Confusion: J is nil", func() { loss.Confusion(nil, column(1), column(1)) })
	mustPanic(t, "loss: Classes: J is nil", func() { loss.Classes(nil, column(1)) })
	mustPanic(t, "loss: DecisionOf: J is nil", func() { _, _ = loss.DecisionOf(nil, 1) })
}

// Every loss against every last layer, by the bounds of its ŷ.
func TestCheckRange(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	ranges := []struct {
		name      string
		low, high float64
		gives     string
		fits      string // which of B(inary cross-entropy), C(ross-entropy), H(inge), P(robability: Bernoulli)
	}{
		{"identity", -inf, inf, "gives any ŷ", "BCH"},
		{"sigmoid", 0, 1, "gives ŷ from 0 to 1", "P"},
		{"tanh", -1, 1, "gives ŷ from -1 to 1", "H"},
		{"ReLU", 0, inf, "gives ŷ ≥ 0", "C"},
		{"ELU(α = 1)", -1, inf, "gives ŷ ≥ -1", "CH"},
		{"GELU", -0.17, inf, "gives ŷ ≥ -0.17", "C"},
		{"−ReLU", -inf, 0, "gives ŷ ≤ 0", "C"},
		{"a part of the sigmoid", 0.25, 0.75, "gives ŷ from 0.25 to 0.75", "P"},
		{"sigmoid behind a Dropout", 0, 2, "gives ŷ from 0 to 2", ""},
		{"unknown", nan, nan, "gives ŷ; ", "BCHP"},
	}
	checkers := map[string]interface {
		loss.Func
		CheckRange(low, high float64) *loss.BadRange
	}{"B": logit, "C": loss.CrossEntropy{}, "H": margin, "P": probability, "categorical": loss.CategoricalNLL{}}
	for letter, J := range checkers {
		for _, r := range ranges {
			e := J.CheckRange(r.low, r.high)
			if (e == nil) != strings.Contains(r.fits, letter) {
				t.Errorf("%s under %v: %v", r.name, J, e)
			}
			if e == nil {
				continue
			}
			e.Layer = "Dense 1 " + r.name
			for _, part := range []string{"Dense 1 " + r.name + " " + r.gives, J.String() + " wants ", "a last layer with"} {
				if !strings.Contains(e.Error(), part) {
					t.Errorf("%q, want %q in it", e, part)
				}
			}
		}
	}
}
