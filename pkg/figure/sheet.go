package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	// sheetSquares is the number of squares along each side of a Sheet.
	sheetSquares = 16
	// sheetPieces is the number of straight pieces that a line of a Sheet is drawn with.
	sheetPieces = 96
)

// Sheet draws the box as a sheet of squared paper with every point (x1, x2) at move(x1, x2). It
// shows what a layer with two neurons does to the plane of two inputs.
//
// move is evaluated at once. It is an error if a value is not finite or a range of the box does
// not grow.
func (f *Figure) Sheet(name string, move func(x1, x2 float64) (a1, a2 float64), box Box) {
	f.checkName(name)
	if why := box.fault(); why != "" {
		f.fail("%s: %s", called("Sheet", name), why)
		return
	}
	s := &sheet{}
	for k := range sheetSquares + 1 {
		for _, isUpright := range []bool{false, true} {
			var x, y []float64
			for i := range sheetPieces + 1 {
				x1, x2 := between(box[0], i, sheetPieces+1), between(box[1], k, sheetSquares+1)
				if isUpright {
					x1, x2 = between(box[0], k, sheetSquares+1), between(box[1], i, sheetPieces+1)
				}
				a1, a2 := move(x1, x2)
				for _, v := range []float64{a1, a2} {
					if why := undrawable(v); why != "" {
						f.fail("%s: where (%g, %g) goes is %s", called("Sheet", name), x1, x2, why)
						return
					}
				}
				x, y = append(x, a1), append(y, a2)
			}
			s.x, s.y = append(s.x, x), append(s.y, y)
		}
	}
	f.add(s)
	f.legendKey(name, thumbWidth, lineThumb(func() draw.LineStyle { return s.style(2) }))
}

// sheet is the layer of a Sheet. Its lines come in pairs, one lying and one upright; the first
// and the last pair are its edge.
type sheet struct{ x, y [][]float64 }

func (*sheet) rank() int { return rankArea }

func (s *sheet) extent() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = nowhere()
	for k := range s.x {
		x0, x1, y0, y1 := spanXY(s.x[k], s.y[k])
		xmin, xmax, ymin, ymax = min(xmin, x0), max(xmax, x1), min(ymin, y0), max(ymax, y1)
	}
	return
}

func (s *sheet) style(k int) draw.LineStyle {
	if k < 2 || k >= len(s.x)-2 {
		return draw.LineStyle{Color: inkSoft, Width: 1.3}
	}
	return draw.LineStyle{Color: greyInk, Width: vg.Length(0.6)}
}

func (s *sheet) paint(c draw.Canvas, t transform) {
	for k := range s.x {
		c.StrokeLines(s.style(k), c.ClipLinesXY(thin(t.points(s.x[k], s.y[k])))...)
	}
}
