package train

import (
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestSplit: every row is in one of the sets, with its own y.
func TestSplit(t *testing.T) {
	const n = 20
	d := Data{mat.NewDense(n, 2, nil), mat.NewDense(n, 1, nil)}
	for i := range n {
		d.X.SetRow(i, []float64{float64(i), -float64(i)})
		d.Y.Set(i, 0, 10*float64(i))
	}
	first, second := d.Split(0.25, rng(1))
	seen := map[float64]bool{}
	for k, s := range []Data{first, second} {
		rows, _ := s.X.Dims()
		if want := []int{15, 5}[k]; rows != want {
			t.Errorf("set %d has %d rows, want %d", k, rows, want)
		}
		for i := range rows {
			x := s.X.At(i, 0)
			if seen[x] || s.X.At(i, 1) != -x || s.Y.At(i, 0) != 10*x {
				t.Errorf("row %v with y %g, seen before: %v", s.X.RawRowView(i), s.Y.At(i, 0), seen[x])
			}
			seen[x] = true
		}
	}
	first.X.Set(0, 0, 99)
	if mat.Max(d.X) == 99 {
		t.Error("a set is a view of the rows, not a copy")
	}
	if again, _ := d.Split(0.25, rng(1)); again.X.At(1, 0) != first.X.At(1, 0) {
		t.Error("the same seed deals the rows out differently")
	}
	panics(t, "nil", "train: Data.Split: X or Y is nil", func() { Data{X: d.X}.Split(0.5, rng(1)) })
	panics(t, "ragged", "train: Data.Rows: X has 20 rows, Y 15", func() { Data{d.X, first.Y}.Rows([]int{0}) })
	panics(t, "missing", "dataset: Rows: row 20", func() { d.Rows([]int{20}) })
}
