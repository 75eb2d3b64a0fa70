package figure

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// marker draws a shape of about the area of a circle of radius r around pt.
type marker func(pt vg.Point, r vg.Length) vg.Path

// markers of the points in the order of their use; see dashes for their number.
var markers = []marker{disc, polygon(3, 90, 1.45), polygon(4, 45, 1.25), polygon(4, 0, 1.35), polygon(3, -90, 1.45), saltire}

// marks are the shapes of Mark in the order of their use.
var marks = []marker{star, polygon(4, 0, 1.05), saltire, polygon(3, 90, 1.05), polygon(4, 45, 0.95)}

func disc(pt vg.Point, r vg.Length) vg.Path {
	var p vg.Path
	p.Move(vg.Point{X: pt.X + r, Y: pt.Y})
	p.Arc(pt, r, 0, 2*math.Pi)
	p.Close()
	return p
}

// corners is the closed path through points given by radius and angle.
func corners(pt vg.Point, n int, radius func(k int) vg.Length, angle func(k int) float64) vg.Path {
	var p vg.Path
	for k := range n {
		sin, cos := math.Sincos(angle(k) * math.Pi / 180)
		q := vg.Point{X: pt.X + radius(k)*vg.Length(cos), Y: pt.Y + radius(k)*vg.Length(sin)}
		if k == 0 {
			p.Move(q)
		} else {
			p.Line(q)
		}
	}
	p.Close()
	return p
}

// polygon is a regular polygon whose first corner lies at the angle first, in degrees,
// on a circle of size times the radius.
func polygon(n int, first, size float64) marker {
	return func(pt vg.Point, r vg.Length) vg.Path {
		return corners(pt, n,
			func(int) vg.Length { return r * vg.Length(size) },
			func(k int) float64 { return first + float64(k)*360/float64(n) })
	}
}

// star has five points.
func star(pt vg.Point, r vg.Length) vg.Path {
	return corners(pt, 10,
		func(k int) vg.Length { return r * vg.Length(1.15-0.63*float64(k%2)) },
		func(k int) float64 { return 90 + float64(k)*36 })
}

// saltire is a fat ×.
func saltire(pt vg.Point, r vg.Length) vg.Path {
	const thin = 15 // half the angle of an arm, in degrees
	inner := r * vg.Length(1.4*math.Sin(thin*math.Pi/180)/math.Sin(math.Pi/4))
	return corners(pt, 12,
		func(k int) vg.Length {
			if k%3 == 2 {
				return inner
			}
			return r * 1.4
		},
		func(k int) float64 {
			arm := 45 + float64(k/3)*90
			return arm + []float64{-thin, thin, 45}[k%3]
		})
}

// snap moves a marker to the middle of a dot: invisible to the eye, but equal markers
// then have equal dots, which a PNG stores once.
func snap(pt vg.Point) vg.Point {
	const dot = vg.Inch / dotsPerInch
	whole := func(v vg.Length) vg.Length { return vg.Length(math.Round(float64(v/dot))) * dot }
	return vg.Point{X: whole(pt.X), Y: whole(pt.Y)}
}

// paintMarker draws a point with a thin white edge, so that points that overlap
// stay apart; small points, of which there are many, have a thinner one.
func paintMarker(c draw.Canvas, l look, pt vg.Point, r vg.Length) {
	pt = snap(pt)
	c.SetColor(paper)
	c.Fill(l.marker(pt, r+max(0.2, 0.5*(r-1.6))))
	c.SetColor(l.color)
	c.Fill(l.marker(pt, r))
}

// paintMark draws a highlighted point: filled shape, dark edge, white halo, which
// is seen on any ground.
func paintMark(c draw.Canvas, shape marker, fill color.Color, pt vg.Point, r vg.Length) {
	p := shape(pt, r)
	for _, s := range []draw.LineStyle{{Color: paper, Width: 4.4}, {Color: ink, Width: 1.8}} {
		c.SetLineStyle(s)
		c.Stroke(p)
	}
	c.SetColor(fill)
	c.Fill(p)
}
