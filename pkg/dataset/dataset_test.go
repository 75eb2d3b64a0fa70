package dataset_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ann/pkg/dataset"
)

func TestEmbedded(t *testing.T) {
	train, test := dataset.Digits()
	for name, c := range map[string]struct {
		table         *dataset.Table
		rows, columns int
	}{
		"Auto MPG": {dataset.AutoMPG(), 398, 9}, "penguins": {dataset.Penguins(), 344, 8}, "iris": {dataset.Iris(), 150, 5},
		"digits to train on": {train, 3823, 65}, "digits to test with": {test, 1797, 65},
	} {
		if c.table.Rows() != c.rows || len(c.table.Names()) != c.columns {
			t.Errorf("%s: %d×%d, want %d×%d", name, c.table.Rows(), len(c.table.Names()), c.rows, c.columns)
		}
	}
	if n := dataset.AutoMPG().Complete("horsepower").Rows(); n != 392 {
		t.Errorf("%d cars with a horsepower, want 392", n)
	}
	first := dataset.AutoMPG().Select([]int{0})
	if first.Column("mpg")[0] != 18 || first.Text("car_name")[0] != "chevrolet chevelle malibu" {
		t.Errorf("the first car is %v %v", first.Column("mpg"), first.Text("car_name"))
	}
}

func TestReadTakes(t *testing.T) {
	table, err := dataset.Read(strings.NewReader("\ufeffa,b,name\r\n1, 2.5,\"x, y\"\r\n\r\nNA,-3e8,z\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, b := table.Column("a"), table.Column("b")
	if a[0] != 1 || !math.IsNaN(a[1]) || b[0] != 2.5 || b[1] != -3e8 || !slices.Equal(table.Text("name"), []string{"x, y", "z"}) {
		t.Errorf("got %v %v %v", a, b, table.Text("name"))
	}
	if n := table.Complete().Rows(); n != 1 {
		t.Errorf("%d complete rows, want 1", n)
	}
	a[0] = 99
	if table.Column("a")[0] != 1 {
		t.Error("Column hands out the table's own numbers")
	}
}

func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text, says string
		line       int
	}{
		"empty":           {"", "", 0},
		"ragged":          {"a,b\n1,2\n3\n", "", 3},
		"too long":        {"a,b\n1,2\n3,4,5\n", "", 3},
		"header twice":    {"a,a\n1,2\n", "both named", 1},
		"no name":         {"a,\n1,2\n", "", 1},
		"infinite":        {"a,b\n1,2\n1,inf\n", "not a finite", 3},
		"NaN":             {"a\n1\nNaN\n", "not a finite", 3},
		"beyond float64":  {"a\n1e999\n", "too large", 2},
		"semicolons":      {"a;b\n1;2\n", "commas", 1},
		"header only":     {"a,b\n", "", 0},
		"stray quote":     {"a\nx\"y\n", "quote", 2},
		"UTF-16":          {"\xff\xfea\x00", "UTF-16", 1},
		"not UTF-8 names": {"a\xff\n1\n", "UTF-8", 0},
	} {
		_, err := dataset.Read(strings.NewReader(c.text))
		var e *dataset.ReadError
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want a *ReadError", name, err)
			continue
		}
		if c.line != 0 && e.Line != c.line || !strings.Contains(e.Error(), c.says) {
			t.Errorf("%s: %q (line %d), want line %d and %q", name, e, e.Line, c.line, c.says)
		}
	}
}

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "own.csv")
	var e *dataset.ReadError
	if _, err := dataset.Load(path); !errors.As(err, &e) || e.Path != path || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
	if err := os.WriteFile(path, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if table, err := dataset.Load(path); err != nil || table.Rows() != 1 {
		t.Errorf("got %v, %v", table, err)
	}
}

func TestPanicsName(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for says, f := range map[string]func(){
		`no column "mpgs"`:  func() { dataset.AutoMPG().Column("mpgs") },
		"is text":           func() { dataset.AutoMPG().Column("car_name") },
		"column of numbers": func() { dataset.AutoMPG().Text("mpg") },
		"row 398":           func() { dataset.AutoMPG().Select([]int{398}) },
		"rng is nil":        func() { dataset.Line(3, 1, 2, 0, nil) },
		"n is 0":            func() { dataset.Line(0, 1, 2, 0, rng) },
		"count is 4":        func() { dataset.Spoil(make([]float64, 3), 4, 1, rng) },
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, says) {
					t.Errorf("panic %q, want %q in it", got, says)
				}
			}()
			f()
		}()
	}
}

func TestGenerators(t *testing.T) {
	x, y := dataset.Line(11, 1, 2, 0, rand.New(rand.NewPCG(1, 1)))
	for i := range x {
		if x[i] != float64(i) || y[i] != 1+2*x[i] {
			t.Errorf("point %d is (%g, %g), want (%d, %d)", i, x[i], y[i], i, 1+2*i)
		}
	}
	which := dataset.Spoil(y, 2, -5, rand.New(rand.NewPCG(1, 1)))
	for i := range y {
		want := 1 + 2*x[i]
		if slices.Contains(which, i) {
			want -= 5
		}
		if y[i] != want {
			t.Errorf("after Spoil(%v) y[%d] is %g, want %g", which, i, y[i], want)
		}
	}
	_, a := dataset.Line(5, 0, 0, 1, rand.New(rand.NewPCG(7, 7)))
	_, b := dataset.Line(5, 0, 0, 1, rand.New(rand.NewPCG(7, 7)))
	_, c := dataset.Line(5, 0, 0, 1, rand.New(rand.NewPCG(8, 7)))
	if !slices.Equal(a, b) || slices.Equal(a, c) {
		t.Error("the same seed gives other points, or another seed the same")
	}
}

// The beam of the chapter: ε = 10⁻⁷ m·rad, β = 10 m, α = −1, L = 2 m.
func TestQuadrupoleScan(t *testing.T) {
	s := dataset.QuadrupoleScan{Emittance: 1e-7, Beta: 10, Alpha: -1, Drift: 2}
	A, B, C := s.Coefficients()
	q, size := s.Waist()
	e, err := dataset.Emittance(A, B, C, 2)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want float64 }{
		"A": {A, 4e-6}, "B": {B, -4.8e-6}, "C": {C, 1.48e-6}, "q₀": {q, 0.6}, "waist": {size, 200e-6}, "ε": {e, 1e-7},
		"σ² at q = 0.3": {s.Size(0.3) * s.Size(0.3), A*0.09 + B*0.3 + C},
	} {
		if !(math.Abs(c.got-c.want) <= 1e-12*math.Abs(c.want)) {
			t.Errorf("%s is %g, want %g", name, c.got, c.want)
		}
	}
	var imaginary *dataset.ImaginaryEmittance
	if _, err := dataset.Emittance(1, 4, 1, 2); !errors.As(err, &imaginary) {
		t.Errorf("AC < B²/4 gives %v", err)
	}
}

func ExampleAutoMPG() {
	cars := dataset.AutoMPG().Complete("horsepower")
	fmt.Println(cars.Rows(), "cars; the first does", cars.Column("mpg")[0], "miles per gallon")
	// Output: 392 cars; the first does 18 miles per gallon
}
