package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"
)

// mostLabels is the number of curves that LassoPath names.
const mostLabels = 30

// LassoPath draws the weights θₖ of a lasso against its penalty λ, on a logarithmic
// axis that falls from left to right, so that one sees the features come in one after the other
// as the penalty is loosened. Each curve is named at its right end; the figure grows
// higher when the names need it. Of more than 30 curves the 30 that end farthest
// from zero are named.
//
// theta[i] belongs to lambda[i] and has one number for each name, or one more: then
// theta[i][0] is the bias and is left out. Other lengths panic; λ ≤ 0 is an error.
func LassoPath(title string, lambda []float64, theta [][]float64, names []string) *Figure {
	if len(lambda) != len(theta) {
		panic(fmt.Sprintf("figure: LassoPath: lambda has %d values, theta has %d rows", len(lambda), len(theta)))
	}
	bias := 0 // the number of biases in a row, 0 or 1
	for i, row := range theta {
		if i == 0 && len(row) == len(names)+1 {
			bias = 1
		}
		if len(row) != len(names)+bias {
			panic(fmt.Sprintf("figure: LassoPath: theta[%d] has %d values for %d names", i, len(row), len(names)))
		}
	}
	f := New(title, "penalty λ (falls to the right)", "θₖ")
	f.LogX()
	f.isInverted, f.isTightX = true, true
	if !f.ready("LassoPath", "", series{"lambda", lambda}) {
		return f
	}
	f.logCheck("LassoPath", "", false, "lambda", lambda...)
	last := 0 // the index of the smallest λ, which is drawn at the right
	for i := range lambda {
		if lambda[i] < lambda[last] {
			last = i
		}
	}
	f.add(rule{0, true, draw.LineStyle{Color: axisInk, Width: 0.8}})
	for k, name := range names {
		y := make([]float64, len(theta))
		for i := range theta {
			y[i] = theta[i][bias+k]
		}
		if !f.ready("LassoPath", name, series{"θ", y}) {
			return f
		}
		l := f.looks.nextLine(fmt.Sprint("curve ", k))
		f.add(&line{x: slices.Clone(lambda), y: y, look: l, f: f})
		f.endLabels = append(f.endLabels, endLabel{name, y[last], l.line})
	}
	if len(f.endLabels) > mostLabels {
		slices.SortStableFunc(f.endLabels, func(a, b endLabel) int { return cmp.Compare(math.Abs(b.y), math.Abs(a.y)) })
		f.endLabels = f.endLabels[:mostLabels]
	}
	f.Height = max(f.Height, 90+f.endHeight(f.Width))
	return f
}
