package train

import (
	"fmt"
	"math/rand/v2"

	"ann/pkg/dataset"
	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// Data is n rows to train on or to measure with: X, n×p features, and Y, n×m
// responses (one column per class for loss.CrossEntropy, see dataset.OneHot).
type Data struct {
	X, Y *mat.Dense
}

// check panics on a nil and on widths that do not fit net, and returns what is
// wrong with the data, *RowsDiffer, *dataset.NotFinite, *dataset.BadLabel, or with the
// loss behind the last layer, *loss.BadRange.
func (d Data) check(caller, name string, net *nn.Network, J loss.Func) error {
	prefix := "train: " + caller + ": " + name
	switch {
	case net == nil:
		panic("train: " + caller + ": net is nil")
	case J == nil:
		panic("train: " + caller + ": the loss is nil; loss.SquaredError{} is one")
	case d.X == nil || d.Y == nil:
		panic(prefix + "X or Y is nil")
	}
	n, p := d.X.Dims()
	rows, m := d.Y.Dims()
	switch {
	case n == 0 || rows == 0:
		return &RowsDiffer{Where: name, X: n, Y: rows}
	case p != net.Inputs():
		panic(fmt.Sprintf("%sX is %d×%d, want %d columns, the inputs of the network", prefix, n, p, net.Inputs()))
	case m != net.Outputs():
		panic(fmt.Sprintf("%sY is %d×%d, want %d columns, the outputs of the network", prefix, rows, m, net.Outputs()))
	case n != rows:
		return &RowsDiffer{Where: name, X: n, Y: rows}
	}
	if err := dataset.CheckFinite(name+"X", d.X); err != nil {
		return err
	}
	if err := dataset.CheckFinite(name+"Y", d.Y); err != nil {
		return err
	}
	checker, ok := J.(interface {
		CheckLabels(y []float64) *dataset.BadLabel
	})
	for i := 0; ok && i < n; i++ {
		if e := checker.CheckLabels(d.Y.RawRowView(i)); e != nil {
			e.Where, e.Row = e.Where+name+"Y", i
			return e
		}
	}
	return checkPair(net, J)
}

// Split divides the rows into two sets at random: the fraction part of them,
// between 0 and 1, goes to the second. For three sets split the first once more.
// See dataset.Split, and dataset.StratifiedSplit with Rows for classes of very
// different size. It panics when X or Y is nil or they have not the same number
// of rows, with fewer than two rows, when part is not between 0 and 1, and when
// rng is nil.
func (d Data) Split(part float64, rng *rand.Rand) (first, second Data) {
	n := d.mustRows("Split")
	one, other := dataset.Split(n, part, rng)
	return d.Rows(one), d.Rows(other)
}

// Rows returns the given rows of X and Y, in the given order, as a copy. It
// panics on a row that does not exist, and as Split does.
func (d Data) Rows(rows []int) Data {
	d.mustRows("Rows")
	return Data{X: dataset.Rows(d.X, rows), Y: dataset.Rows(d.Y, rows)}
}

// mustRows returns the number of rows, or panics in the name of the caller.
func (d Data) mustRows(caller string) int {
	if d.X == nil || d.Y == nil {
		panic("train: Data." + caller + ": X or Y is nil")
	}
	n, _ := d.X.Dims()
	if rows, _ := d.Y.Dims(); rows != n {
		panic(fmt.Sprintf("train: Data.%s: X has %d rows, Y %d", caller, n, rows))
	}
	return n
}
