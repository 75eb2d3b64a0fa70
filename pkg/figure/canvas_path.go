package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// outline is a path as lines from dot to dot.
func (c *canvas) outline(p vg.Path) (lines [][]dot) {
	var line []dot
	var start, now vg.Point // where the line began, and where it has come to
	to := func(q vg.Point) {
		if len(line) == 0 {
			start = q
		}
		line = append(line, c.at(q))
		now = q
	}
	for _, part := range p {
		switch part.Type {
		case vg.MoveComp:
			if len(line) > 0 {
				lines = append(lines, line)
			}
			line = nil
			to(part.Pos)
		case vg.LineComp:
			to(part.Pos)
		case vg.ArcComp:
			// Each piece of an arc may leave it by 0.02 dots: 1 − cos(turn/2) = 0.02/radius.
			radius := float64(part.Radius) * perPoint
			pieces := max(1, math.Ceil(math.Abs(part.Angle)/(2*math.Acos(1-math.Min(0.5, 0.02/radius)))))
			for k := 0.0; k <= pieces; k++ {
				sin, cos := math.Sincos(part.Start + part.Angle*k/pieces)
				to(vg.Point{X: part.Pos.X + part.Radius*vg.Length(cos), Y: part.Pos.Y + part.Radius*vg.Length(sin)})
			}
		case vg.CurveComp:
			ends := append(append([]vg.Point{now}, part.Control...), part.Pos)
			pieces := bezierPieces(ends)
			for k := 1.0; k <= pieces; k++ {
				to(bezier(ends, vg.Length(k/pieces)))
			}
		case vg.CloseComp:
			if len(line) > 0 {
				to(start)
			}
		}
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// bezierPieces is the number of straight pieces that stand for a Bézier curve.
func bezierPieces(p []vg.Point) float64 {
	var long float64 // of the way from control point to control point, in dots
	for i := 1; i < len(p); i++ {
		long += math.Hypot(float64(p[i].X-p[i-1].X), float64(p[i].Y-p[i-1].Y)) * perPoint
	}
	return 2 + math.Ceil(math.Sqrt(2*long))
}

// bezier is the point at t, 0 … 1, of the Bézier curve with these control points: weighted means, again
// and again, until one is left (de Casteljau).
func bezier(p []vg.Point, t vg.Length) vg.Point {
	p = append([]vg.Point(nil), p...)
	for n := len(p) - 1; n > 0; n-- {
		for i := range n {
			p[i] = p[i].Scale(1 - t).Add(p[i+1].Scale(t))
		}
	}
	return p[0]
}

// dashed cuts lines into dashes of the given lengths, with gaps in turn, beginning at an offset into the pattern.
func dashed(lines [][]dot, lengths []vg.Length, offset vg.Length) (pieces [][]dot) {
	var total float64
	for _, l := range lengths {
		total += float64(l)
	}
	if len(lengths)%2 == 1 {
		lengths = append(append([]vg.Length(nil), lengths...), lengths...)
		total *= 2
	}
	if !(total > 0) {
		return lines
	}
	for _, line := range lines {
		// left is what is left of element k of the pattern.
		k, left := 0, math.Mod(float64(offset), total)
		if left < 0 {
			left += total
		}
		for left >= float64(lengths[k]) {
			left -= float64(lengths[k])
			k = (k + 1) % len(lengths)
		}
		left = (float64(lengths[k]) - left) * perPoint
		piece := []dot{line[0]}
		flush := func() {
			if k%2 == 0 && len(piece) > 1 {
				pieces = append(pieces, piece)
			}
		}
		for i := 1; i < len(line); i++ {
			from, to := line[i-1], line[i]
			long := math.Hypot(to.x-from.x, to.y-from.y)
			at := 0.0
			for long-at > left {
				at += left
				cut := dot{from.x + (to.x-from.x)*at/long, from.y + (to.y-from.y)*at/long}
				piece = append(piece, cut)
				flush()
				piece = []dot{cut}
				k = (k + 1) % len(lengths)
				left = float64(lengths[k]) * perPoint
			}
			left -= long - at
			piece = append(piece, to)
		}
		flush()
	}
	return pieces
}
