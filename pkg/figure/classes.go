package figure

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Classes draws the points (x[i], y[i]), each with the marker and the colour of its class:
// class k is the k-th of the names. The same class has the same colour in Regions.
//
// It panics if x, y and class differ in length, and if a class is below 0 or has no name.
func (f *Figure) Classes(names []string, x, y []float64, class []int) {
	number := make([]float64, len(class))
	for i, k := range class {
		if k < 0 || k >= len(names) {
			panic(fmt.Sprintf("figure: Classes: class[%d] is %d, want 0 … %d, a class for each name", i, k, len(names)-1))
		}
		number[i] = float64(k)
	}
	if !f.ready("Classes", "", series{"x", x}, series{"y", y}, series{"class", number}) {
		return
	}
	f.logCheck("Classes", "", false, "x", x...)
	f.logCheck("Classes", "", true, "y", y...)
	r := vg.Length(2.7)
	if len(x) > 100 {
		r = 2.2
	}
	for k, name := range names {
		p := points{look: look{marker: markers[k%len(markers)], color: palette[k%len(palette)]}, radius: r}
		for i := range x {
			if class[i] == k {
				p.x, p.y = append(p.x, x[i]), append(p.y, y[i])
			}
		}
		if len(p.x) > 0 {
			f.add(p)
		}
		f.checkName(name)
		f.legendKey(name, pointWidth, func(c draw.Canvas, box vg.Rectangle) { paintMarker(c, p.look, middle(box), 2.9) })
	}
	f.looks.colors = max(f.looks.colors, len(names)) // lines have other colours
	f.looks.points.count = max(f.looks.points.count, len(names))
}
