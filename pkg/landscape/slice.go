package landscape

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"ann/pkg/loss"
	"ann/pkg/nn"

	"gonum.org/v1/gonum/mat"
)

// Line returns J(θ + s·d) on X (n×p) and Y (n×m) for every s, θ being that of
// the network. It panics on what is nil, when d is not as long as θ, and when
// X and Y do not fit the network.
func Line(net *nn.Network, J loss.Func, X, Y *mat.Dense, d, s []float64) []float64 {
	check("Line", net, J, X, Y, d)
	values := make([]float64, len(s))
	each(net, len(s), func(c *nn.Network, i int) {
		move(c, net, s[i], d, 0, d)
		values[i] = c.Loss(J, X, Y)
	})
	return values
}

// Plane returns J(θ + s·d1 + t·d2) on X (n×p) and Y (n×m) for every s and every
// t; dataset.Linspace makes evenly spaced ones. Where J is beyond float64 it is
// +Inf or NaN. It panics on what is nil, when s or t is empty or does not
// ascend, d1 or d2 is not as long as θ, and when X and Y do not fit the
// network.
func Plane(net *nn.Network, J loss.Func, X, Y *mat.Dense, d1, d2, s, t []float64) *Grid {
	check("Plane", net, J, X, Y, d1, d2)
	checkAscent("s", s)
	checkAscent("t", t)
	g := &Grid{S: slices.Clone(s), T: slices.Clone(t), J: mat.NewDense(len(t), len(s), nil)}
	each(net, len(s)*len(t), func(c *nn.Network, i int) {
		row, column := i/len(s), i%len(s)
		move(c, net, s[column], d1, t[row], d2)
		g.J.Set(row, column, c.Loss(J, X, Y))
	})
	return g
}

// move sets the θ of c to that of net plus s·d1 + t·d2.
func move(c, net *nn.Network, s float64, d1 []float64, t float64, d2 []float64) {
	theta := c.Params()
	for j, v := range net.Params() {
		theta[j] = v + s*d1[j] + t*d2[j]
	}
}

// each calls do for i = 0 … n−1, on every processor with its own clone of net,
// because a Network is for one goroutine.
func each(net *nn.Network, n int, do func(clone *nn.Network, i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wait.Go(func() {
			clone := net.Clone()
			clone.SetTraining(false)
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(clone, i)
			}
		})
	}
	wait.Wait()
}

func check(caller string, net *nn.Network, J loss.Func, X, Y *mat.Dense, directions ...[]float64) {
	prefix := "landscape: " + caller + ": "
	if net == nil || J == nil || X == nil || Y == nil {
		panic(prefix + "the network, the loss, X or Y is nil")
	}
	n, p := X.Dims()
	rows, m := Y.Dims()
	if n == 0 || p != net.Inputs() {
		panic(fmt.Sprintf("%sX is %d×%d, want at least a row and %d columns", prefix, n, p, net.Inputs()))
	}
	if rows != n || m != net.Outputs() {
		panic(fmt.Sprintf("%sY is %d×%d, want %d×%d", prefix, rows, m, n, net.Outputs()))
	}
	for _, d := range directions {
		checkLength(caller, "a direction", d, len(net.Params()))
	}
}

func checkAscent(name string, v []float64) {
	if len(v) == 0 {
		panic("landscape: Plane: " + name + " is empty")
	}
	for i := range v[1:] {
		if !(v[i] < v[i+1]) {
			panic(fmt.Sprintf("landscape: Plane: %s must ascend, %s[%d] is %g and %s[%d] is %g", name, name, i, v[i], name, i+1, v[i+1]))
		}
	}
}

func checkLength(caller, what string, d []float64, want int) {
	if len(d) != want {
		panic(fmt.Sprintf("landscape: %s: %s has %d values, θ has %d", caller, what, len(d), want))
	}
}
