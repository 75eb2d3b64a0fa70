package nn

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// inseparable is the part of R below which a margin counts as 0: rounding leaves about
// 1e-13 where no boundary exists.
const inseparable = 1e-10

// WidestMargin returns the boundary with the largest γ of all, |θ| = 1, and that γ:
//
//	γ = max_{|θ|=1} min_i y_i θᵀx_i,  x_0 = 1.
//
// It makes the bound of MistakeBound as low as it can be. γ = 0 and θ = 0 say that no
// boundary separates the classes; that is a proof, to rounding (γ below 1e-10 of R counts
// as 0). X and y are those of Perceptron.Fit, with its errors and panics.
//
// γ is the distance of the origin from the convex hull of the points y_i x_i, and θ points
// to the nearest place of that hull, which the method of Wolfe (Mathematical Programming
// 11, 128, 1976) finds exactly, for up to some thousand rows.
func WidestMargin(X *mat.Dense, y []float64) (theta []float64, gamma float64, err error) {
	if err := checkLabelled("WidestMargin", X, y); err != nil {
		return nil, 0, err
	}
	_, features := X.Dims()
	points := make([][]float64, len(y)) // y_i x_i
	R := 0.0
	for i, label := range y {
		points[i] = append([]float64{1}, X.RawRowView(i)...)
		floats.Scale(label, points[i])
		R = max(R, floats.Norm(points[i], 2))
	}
	for _, p := range points {
		floats.Scale(1/R, p) // so that the tolerances hold for every unit
	}
	theta = nearest(points)
	size := floats.Norm(theta, 2)
	if size < inseparable {
		return make([]float64, features+1), 0, nil
	}
	floats.Scale(1/size, theta)
	_, gamma, err = MistakeBound(theta, X, y)
	return theta, gamma, err
}

// nearest returns the place nearest to the origin in the convex hull of points of length
// at most 1. The corral holds points of which that place is a mean, with weights above 0.
func nearest(points [][]float64) []float64 {
	corral, weight := []int{0}, []float64{1}
	x := slices.Clone(points[0])
	for {
		best := 0
		for i := range points {
			if floats.Dot(x, points[i]) < floats.Dot(x, points[best]) {
				best = i
			}
		}
		size := floats.Norm(x, 2)
		if size < inseparable || size-floats.Dot(x, points[best])/size <= 1e-13 {
			return x // at the origin, or no point lies on the near side of the plane through x
		}
		corral, weight = append(corral, best), append(weight, 0)
		for {
			v, ok := flat(points, corral)
			if !ok {
				return x
			}
			if floats.Min(v) > 0 {
				weight = v
				break
			}
			// Go towards v until the first weight is 0, and drop that point.
			step, out := 1.0, len(v)-1
			for k := range v {
				if s := weight[k] / (weight[k] - v[k]); v[k] <= 0 && s < step {
					step, out = s, k
				}
			}
			floats.Scale(1-step, weight)
			floats.AddScaled(weight, step, v)
			corral, weight = slices.Delete(corral, out, out+1), slices.Delete(weight, out, out+1)
		}
		next := make([]float64, len(x))
		for k, i := range corral {
			floats.AddScaled(next, weight[k], points[i])
		}
		if floats.Norm(next, 2) >= size {
			return x // only rounding is left
		}
		x = next
	}
}

// flat returns the weights v, of sum 1, of the place nearest to the origin on the line or
// plane through the points of the corral: v_0 is 1 less the others, which are least squares
// in the differences from point 0. It is not ok when the points depend on each other.
func flat(points [][]float64, corral []int) (v []float64, ok bool) {
	dim, m := len(points[0]), len(corral)
	if m == 1 {
		return []float64{1}, true
	}
	if m-1 > dim {
		return nil, false
	}
	A, b := mat.NewDense(dim, m-1, nil), mat.NewVecDense(dim, nil)
	for r := range dim {
		first := points[corral[0]][r]
		b.SetVec(r, -first)
		for k := 1; k < m; k++ {
			A.Set(r, k-1, points[corral[k]][r]-first)
		}
	}
	var qr mat.QR
	qr.Factorize(A)
	if math.IsInf(qr.Cond(), 1) {
		return nil, false
	}
	var rest mat.VecDense
	if err := qr.SolveVecTo(&rest, false, b); err != nil && rest.IsEmpty() {
		return nil, false
	}
	v = append([]float64{1 - mat.Sum(&rest)}, rest.RawVector().Data...)
	return v, true
}
