package optimizer

import (
	"fmt"
	"math"
)

// Surface is a loss of two weights with what is known about it, to watch
// optimizers on.
type Surface struct {
	Name    string
	Problem             // Problem is J with ∇J
	Minima  [][]float64 // Minima are all local minima; J is Lowest in each
	Saddles [][]float64 // Saddles are all saddle points, nil if there are none
	Lowest  float64     // Lowest is J in the minima
	Start   []float64   // Start is a θ to compare optimizers from
	// Box is the part of the plane to plot, the range of θ_0 and then that of
	// θ_1. It needs no conversion where a figure.Box is wanted.
	Box [2][2]float64
}

// surface returns a Surface of J and its gradient, which panics unless θ has two
// values.
func surface(name string, J func(x, y float64) float64, gradient func(x, y float64) (dx, dy float64)) Surface {
	check := func(what string, v []float64) {
		if len(v) != 2 {
			panic(fmt.Sprintf("optimizer: %s: %s has %d values, want 2", name, what, len(v)))
		}
	}
	return Surface{Name: name, Problem: Problem{
		J: func(theta []float64) float64 {
			check("θ", theta)
			return J(theta[0], theta[1])
		},
		Gradient: func(grad, theta []float64) {
			check("θ", theta)
			check("the gradient", grad)
			grad[0], grad[1] = gradient(theta[0], theta[1])
		},
	}}
}

// Ravine is a quadratic valley along θ_0 with walls κ times as steep,
//
//	J = ½ (θ_0² + κ θ_1²):
//
// λ_min = 1, λ_max = κ, so that κ ≥ 1 is the condition number. Gradient descent
// converges for α < 2/κ. The valley runs along an axis, which is all that a
// rule with a step size for each weight can wish for; see DiagonalRavine. It
// panics unless 1 ≤ κ < ∞.
func Ravine(kappa float64) Surface {
	checkKappa("Ravine", kappa)
	s := surface("Ravine",
		func(x, y float64) float64 { return (x*x + kappa*y*y) / 2 },
		func(x, y float64) (float64, float64) { return x, kappa * y })
	s.Minima = [][]float64{{0, 0}}
	s.Start, s.Box = []float64{-4, 1}, [2][2]float64{{-5, 5}, {-2, 2}}
	return s
}

// DiagonalRavine is Ravine turned by 45°,
//
//	J = ½ (u² + κ v²),  u = (θ_0 + θ_1)/√2,  v = (θ_1 − θ_0)/√2.
//
// To GD, Momentum and Nesterov it is the same ravine. A step size for each
// weight no longer fits, since both weights see the same slopes. It panics
// unless 1 ≤ κ < ∞.
func DiagonalRavine(kappa float64) Surface {
	checkKappa("DiagonalRavine", kappa)
	s := surface("DiagonalRavine",
		func(x, y float64) float64 {
			u, v := (x+y)/math.Sqrt2, (y-x)/math.Sqrt2
			return (u*u + kappa*v*v) / 2
		},
		func(x, y float64) (float64, float64) {
			u, v := (x+y)/2, kappa*(y-x)/2 // ∂J/∂u and ∂J/∂v over √2
			return u - v, u + v
		})
	s.Minima = [][]float64{{0, 0}}
	s.Start, s.Box = []float64{-5 / math.Sqrt2, -3 / math.Sqrt2}, [2][2]float64{{-4, 4}, {-4, 4}}
	return s
}

func checkKappa(caller string, kappa float64) {
	if !(kappa >= 1) || math.IsInf(kappa, 1) {
		panic(fmt.Sprintf("optimizer: %s: κ is %g, want a finite number, 1 or more", caller, kappa))
	}
}

// Saddle has a saddle point between two minima,
//
//	J = ½ θ_0² − ½ θ_1² + ¼ θ_1⁴,
//
// the saddle at (0, 0) with J = 0, the minima at (0, ±1) with J = −¼. Which
// minimum gradient descent finds is the sign of θ_1 at the start; from θ_1 = 0
// it goes to the saddle and stays, and from near 0 it lingers there.
func Saddle() Surface {
	s := surface("Saddle",
		func(x, y float64) float64 { return x*x/2 - y*y/2 + y*y*y*y/4 },
		func(x, y float64) (float64, float64) { return x, y*y*y - y })
	s.Minima, s.Lowest = [][]float64{{0, 1}, {0, -1}}, -0.25
	s.Saddles = [][]float64{{0, 0}}
	s.Start, s.Box = []float64{1.2, 0.01}, [2][2]float64{{-1.5, 1.5}, {-1.6, 1.6}}
	return s
}

// Beale is flat in the middle of steep walls,
//
//	J = (1.5 − θ_0 + θ_0θ_1)² + (2.25 − θ_0 + θ_0θ_1²)² + (2.625 − θ_0 + θ_0θ_1³)²,
//
// with the minimum (3, 0.5), J = 0, and saddles at (0, 1) and (0.101, −2.645).
// For θ_0 → −∞ and θ_1 just above 1 it falls for ever, towards 0.452: a path
// that gets there finds no minimum.
//
// Source: Moré, Garbow, Hillstrom, ACM Trans. Math. Softw. 7 (1981) 17, no. 5.
func Beale() Surface {
	c := [3]float64{1.5, 2.25, 2.625}
	s := surface("Beale",
		func(x, y float64) float64 {
			J, power := 0.0, y
			for _, c := range c {
				f := c - x + x*power
				J += f * f
				power *= y
			}
			return J
		},
		func(x, y float64) (dx, dy float64) {
			power := 1.0 // y^k
			for k, c := range c {
				f := c - x + x*power*y
				dx += 2 * f * (power*y - 1)
				dy += 2 * f * x * float64(k+1) * power
				power *= y
			}
			return dx, dy
		})
	s.Minima, s.Saddles = [][]float64{{3, 0.5}}, [][]float64{{0, 1}, {0.10053793732415835927, -2.6445135850231249689}}
	s.Start, s.Box = []float64{1, 1.5}, [2][2]float64{{-4.5, 4.5}, {-4.5, 4.5}}
	return s
}

// Himmelblau has four equal minima,
//
//	J = (θ_0² + θ_1 − 11)² + (θ_0 + θ_1² − 7)²,
//
// (3, 2) and three more with J = 0, four saddles between them, and a maximum,
// J = 181.6, at (−0.271, −0.923). Where a path ends depends on where it starts.
//
// Source: Himmelblau, "Applied Nonlinear Programming", McGraw-Hill, 1972.
func Himmelblau() Surface {
	s := surface("Himmelblau",
		func(x, y float64) float64 {
			f, g := x*x+y-11, x+y*y-7
			return f*f + g*g
		},
		func(x, y float64) (float64, float64) {
			f, g := x*x+y-11, x+y*y-7
			return 4*x*f + 2*g, 2*f + 4*y*g
		})
	s.Minima = [][]float64{
		{3, 2},
		{-2.8051180869527448531, 3.1313125182505729658},
		{-3.7793102533777468919, -3.2831859912861694123},
		{3.5844283403304917449, -1.8481265269644035535},
	}
	s.Saddles = [][]float64{
		{3.385154183607020938, 0.073851879837749287719},
		{0.086677504555396351823, 2.8842547011747761131},
		{-3.0730257507643896105, -0.081353044287967511553},
		{-0.12796134673068006631, -1.9537149802445764261},
	}
	s.Start, s.Box = []float64{0, 0}, [2][2]float64{{-5, 5}, {-5, 5}}
	return s
}

// Rosenbrock is a bent valley with an almost flat floor,
//
//	J = (1 − θ_0)² + 100 (θ_1 − θ_0²)²,
//
// with the minimum (1, 1), J = 0, and no other point of zero gradient.
//
// Source: Rosenbrock, Comput. J. 3 (1960) 175.
func Rosenbrock() Surface {
	s := surface("Rosenbrock",
		func(x, y float64) float64 {
			f, g := 1-x, y-x*x
			return f*f + 100*g*g
		},
		func(x, y float64) (float64, float64) {
			f, g := 1-x, y-x*x
			return -2*f - 400*x*g, 200 * g
		})
	s.Minima = [][]float64{{1, 1}}
	s.Start, s.Box = []float64{-1.2, 1}, [2][2]float64{{-2, 2}, {-1, 3}}
	return s
}
