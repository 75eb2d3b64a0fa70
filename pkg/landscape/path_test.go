package landscape

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
)

// TestPCA: a spiral in a known plane through θ_T, with a little that leaves it.
func TestPCA(t *testing.T) {
	const n, T = 50, 80
	u, v, w := basis(n)
	last := some(1, n, 3).RawRowView(0)
	path := make([][]float64, T+1)
	var alongU, alongV, alongW float64
	for i := range path {
		r := 3 * (1 - float64(i)/T)
		a, b, c := 2*r*math.Cos(r), r*math.Sin(r), 0.02*r*math.Sin(5*r)
		theta := append([]float64(nil), last...)
		floats.AddScaled(theta, a, u)
		floats.AddScaled(theta, b, v)
		floats.AddScaled(theta, c, w)
		path[i] = theta
		alongU, alongV, alongW = alongU+a*a, alongV+b*b, alongW+c*c
	}
	p, err := PCA(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want float64 }{
		"|D1|": {floats.Norm(p.D1, 2), 1}, "|D2|": {floats.Norm(p.D2, 2), 1}, "D1·D2": {floats.Dot(p.D1, p.D2), 0},
		"explained":       {p.Explained[0] + p.Explained[1], 1 - alongW/(alongU+alongV+alongW)},
		"D1 in the plane": {math.Hypot(floats.Dot(p.D1, u), floats.Dot(p.D1, v)), 1},
		"D2 in the plane": {math.Hypot(floats.Dot(p.D2, u), floats.Dot(p.D2, v)), 1},
	} {
		if !(math.Abs(c.got-c.want) <= 1e-4) {
			t.Errorf("%s is %.6f, want %.6f", name, c.got, c.want)
		}
	}
	if !(p.Explained[0] >= p.Explained[1] && p.Explained[1] > 0.05) || !slices.Equal(p.Points[T], []float64{0, 0}) || p.Points[0][0] <= 0 {
		t.Errorf("explained %v, the end is %v, the start %v", p.Explained, p.Points[T], p.Points[0])
	}
	for i, q := range p.Points { // distances within the plane stay
		a, b := 0.0, 0.0
		for j := range last {
			a += (path[i][j] - last[j]) * p.D1[j]
			b += (path[i][j] - last[j]) * p.D2[j]
		}
		if !(math.Abs(a-q[0])+math.Abs(b-q[1]) <= 1e-12) {
			t.Errorf("point %d is at %v, want (%g, %g)", i, q, a, b)
		}
	}
}

// basis returns three perpendicular directions of length 1.
func basis(n int) (u, v, w []float64) {
	m := some(3, n, 9)
	u, v, w = m.RawRowView(0), m.RawRowView(1), m.RawRowView(2)
	floats.Scale(1/floats.Norm(u, 2), u)
	floats.AddScaled(v, -floats.Dot(u, v), u)
	floats.Scale(1/floats.Norm(v, 2), v)
	floats.AddScaled(w, -floats.Dot(u, w), u)
	floats.AddScaled(w, -floats.Dot(v, w), v)
	floats.Scale(1/floats.Norm(w, 2), w)
	return u, v, w
}

// TestProject: coordinates come back, also from directions that are not
// perpendicular, and what leaves the plane does not matter.
func TestProject(t *testing.T) {
	u, v, w := basis(20)
	origin := some(1, 20, 4).RawRowView(0)
	d1, d2 := make([]float64, 20), make([]float64, 20)
	floats.AddScaled(d1, 3, u)
	floats.AddScaled(d2, 1, u)
	floats.AddScaled(d2, 0.5, v)
	theta := append([]float64(nil), origin...)
	floats.AddScaled(theta, 0.7, d1)
	floats.AddScaled(theta, -1.5, d2)
	floats.AddScaled(theta, 10, w)
	p := Project([][]float64{theta, origin}, origin, d1, d2)
	if !(math.Abs(p[0][0]-0.7)+math.Abs(p[0][1]+1.5) <= 1e-12) || !slices.Equal(p[1], []float64{0, 0}) {
		t.Errorf("coordinates %v, want [0.7 −1.5] [0 0]", p)
	}
}

func TestBadPaths(t *testing.T) {
	var short *ShortPath
	for _, c := range []struct {
		path [][]float64
		rank int
	}{
		{nil, -1},
		{[][]float64{{1, 2}, {3, 4}}, -1},
		{[][]float64{{1, 2}, {1, 2}, {1, 2}}, 0},
		{[][]float64{{1, 2, 3}, {2, 4, 6}, {3, 6, 9}}, 1},
	} {
		if _, err := PCA(c.path); !errors.As(err, &short) || short.Rank != c.rank || err.Error() == "" {
			t.Errorf("%v: %v, want rank %d", c.path, err, c.rank)
		}
	}
	var bad *dataset.NotFinite
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e308} {
		if _, err := PCA([][]float64{{1, 2}, {3, v}, {5, 7}}); !errors.As(err, &bad) || bad.Row != 1 || bad.Column != 1 || !strings.Contains(err.Error(), "the training diverged") {
			t.Errorf("%g: %v", v, err)
		}
		if _, err := PCA([][]float64{{1, 2}, {3, 4}, {5, v}}); !errors.As(err, &bad) || bad.Row != 2 {
			t.Errorf("%g at the end: %v", v, err)
		}
	}
}
