package landscape

import (
	"fmt"
	"math"

	"ann/pkg/dataset"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Path is a path of θ, projected on the plane that holds most of it.
type Path struct {
	// D1 and D2 are the directions of the plane, of length 1 and perpendicular
	// to each other, as long as θ.
	D1, D2 []float64
	// Points are the coordinates (s, t) of the points of the path, which
	// figure's Path draws: θ_t is near θ_T + s·D1 + t·D2. The last is (0, 0).
	Points [][]float64
	// Explained is the fraction of Σ_t |θ_t − θ_T|², the variation about the last
	// point, that lies along D1, and the one along D2. What is left of 1 is not in
	// the plane.
	Explained [2]float64
}

// PCA returns the plane through the last point θ_T of a path that holds most
// of it: its directions are the first two right singular vectors of the matrix
// with the rows θ_t − θ_T. Each points to the side where the path begins.
//
// The mean of the rows is not subtracted, though principal component analysis
// usually does it: the plane goes through θ_T, not through the mean of the path.
//
// Errors: *ShortPath for fewer than three points, or points on a straight line;
// *dataset.NotFinite, whose row is the point and whose column the index in θ, for
// NaN, Inf or beyond ±1e150; *NotConverged. It panics when the points are of
// different length.
//
// Source: arXiv 1712.09913, section 7.
func PCA(path [][]float64) (*Path, error) {
	T := len(path) - 1
	if T < 2 {
		return nil, fail("PCA", &ShortPath{Points: len(path), Rank: -1})
	}
	last := path[T]
	if len(last) < 2 {
		panic(fmt.Sprintf("landscape: PCA: θ has %d value, want 2 or more", len(last)))
	}
	points := mat.NewDense(T+1, len(last), nil)
	for t, theta := range path {
		checkLength("PCA", fmt.Sprintf("point %d", t), theta, len(last))
		points.SetRow(t, theta)
	}
	if err := dataset.CheckFinite("the path", points); err != nil {
		return nil, fail("PCA", fmt.Errorf("the training diverged, end the path before or lower the learning rate: %w", err))
	}
	rows := points.Slice(0, T, 0, len(last)).(*mat.Dense) // θ_t − θ_T
	for t := range T {
		floats.Sub(rows.RawRowView(t), last)
	}
	var svd mat.SVD
	if !svd.Factorize(rows, mat.SVDThin) {
		return nil, fail("PCA", &NotConverged{})
	}
	values := svd.Values(nil)
	if len(values) < 2 || !(values[1] > 1e-14*values[0]) {
		rank := 1
		if values[0] == 0 {
			rank = 0
		}
		return nil, fail("PCA", &ShortPath{Points: len(path), Rank: rank})
	}
	var v mat.Dense
	svd.VTo(&v)
	p := &Path{D1: mat.Col(nil, 0, &v), D2: mat.Col(nil, 1, &v)}
	total := floats.Dot(values, values)
	for k, d := range [][]float64{p.D1, p.D2} {
		if firstCoordinate(rows, d) < 0 {
			floats.Scale(-1, d)
		}
		p.Explained[k] = values[k] * values[k] / total
	}
	p.Points = Project(path, last, p.D1, p.D2)
	return p, nil
}

// firstCoordinate returns the coordinate along d of the first row for which it
// is not 0 to rounding.
func firstCoordinate(rows *mat.Dense, d []float64) float64 {
	T, _ := rows.Dims()
	largest := 0.0
	for t := range T {
		largest = max(largest, math.Abs(floats.Dot(rows.RawRowView(t), d)))
	}
	for t := range T {
		if v := floats.Dot(rows.RawRowView(t), d); math.Abs(v) > 1e-6*largest {
			return v
		}
	}
	return 0
}

// Project returns, for every θ of a path, the coordinates (s, t) of the point
// θ_0 + s·d1 + t·d2 of a plane that is nearest to it. The directions need not
// be perpendicular. It panics when lengths differ, and when d1 and d2 are
// parallel.
func Project(path [][]float64, origin, d1, d2 []float64) [][]float64 {
	checkLength("Project", "d1", d1, len(origin))
	checkLength("Project", "d2", d2, len(origin))
	a, b, c := floats.Dot(d1, d1), floats.Dot(d1, d2), floats.Dot(d2, d2)
	det := a*c - b*b
	if !(det > 1e-12*a*c) {
		panic("landscape: Project: d1 and d2 are parallel, or one is 0")
	}
	points := make([][]float64, len(path))
	difference := make([]float64, len(origin))
	for t, theta := range path {
		checkLength("Project", fmt.Sprintf("point %d", t), theta, len(origin))
		floats.SubTo(difference, theta, origin)
		u, v := floats.Dot(difference, d1), floats.Dot(difference, d2)
		points[t] = []float64{(c*u - b*v) / det, (a*v - b*u) / det}
	}
	return points
}

// ShortPath says that a path does not span a plane: it has too few points, or
// they all lie on a straight line (Rank 1) or are the same (Rank 0).
type ShortPath struct {
	Points, Rank int
}

// Error says what to try: more points.
func (e *ShortPath) Error() string {
	switch e.Rank {
	case 0:
		return fmt.Sprintf("the %d points of the path are all the same; copy θ in every epoch (slices.Clone), since net.Params() is not a copy", e.Points)
	case 1:
		return fmt.Sprintf("the %d points of the path lie on a line, which is not a plane; record more of the training", e.Points)
	}
	return fmt.Sprintf("the path has %d points, want 3 or more; record θ in every epoch", e.Points)
}

// NotConverged says that the singular values of a path cannot be found.
type NotConverged struct{}

// Error says what to try: other points.
func (*NotConverged) Error() string {
	return "the singular values of the path do not converge; leave out points with extreme values"
}

// fail puts the name of the function before an error, keeping its type.
func fail(caller string, err error) error {
	return fmt.Errorf("landscape: %s: %w", caller, err)
}
