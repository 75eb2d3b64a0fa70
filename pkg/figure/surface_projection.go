package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// vec is a point or direction in space: the cage of a surface plot reaches from −1
// to 1 in the first two coordinates and from 0 to cageHeight in the third.
type vec [3]float64

func (a vec) dot(b vec) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }
func (a vec) sub(b vec) vec     { return vec{a[0] - b[0], a[1] - b[1], a[2] - b[2]} }

func (a vec) cross(b vec) vec {
	return vec{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

func (a vec) unit() vec {
	n := math.Sqrt(a.dot(a))
	if n == 0 {
		return a
	}
	return vec{a[0] / n, a[1] / n, a[2] / n}
}

// view is a parallel projection of space onto the canvas.
type view struct {
	right, up, eye vec       // right, up and eye are unit vectors; eye points to the reader
	scale          vg.Length // scale is the length of a unit vector on the canvas
	origin         vg.Point  // origin is where the point (0, 0, 0) is drawn
}

// newView returns the view from a direction: azimuth is in degrees from the first axis
// towards the second, elevation in degrees above the floor.
func newView(azimuth, elevation float64) view {
	sa, ca := math.Sincos(azimuth * math.Pi / 180)
	se, ce := math.Sincos(elevation * math.Pi / 180)
	return view{
		right: vec{-sa, ca, 0},
		up:    vec{-ca * se, -sa * se, ce},
		eye:   vec{ca * ce, sa * ce, se},
		scale: 1,
	}
}

// point returns where a point in space is drawn.
func (v view) point(p vec) vg.Point {
	return vg.Point{
		X: v.origin.X + v.scale*vg.Length(p.dot(v.right)),
		Y: v.origin.Y + v.scale*vg.Length(p.dot(v.up)),
	}
}

// direction returns the direction of a vector on the canvas, of length 1.
func (v view) direction(p vec) vg.Point {
	x, y := p.dot(v.right), p.dot(v.up)
	n := math.Hypot(x, y)
	if n == 0 {
		return vg.Point{Y: 1}
	}
	return vg.Point{X: vg.Length(x / n), Y: vg.Length(y / n)}
}

// fit sets scale and origin so that the cage fills r.
func (v *view) fit(r vg.Rectangle) {
	lo, hi := vg.Point{X: vg.Length(math.Inf(1)), Y: vg.Length(math.Inf(1))}, vg.Point{X: vg.Length(math.Inf(-1)), Y: vg.Length(math.Inf(-1))}
	for k := range 8 {
		p := v.point(vec{float64(k&1)*2 - 1, float64(k>>1&1)*2 - 1, float64(k>>2) * cageHeight})
		lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
		hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
	}
	s := min(r.Size().X/(hi.X-lo.X), r.Size().Y/(hi.Y-lo.Y))
	m := middle(r)
	v.scale = s
	v.origin = vg.Point{X: m.X - s*(lo.X+hi.X)/2, Y: m.Y - s*(lo.Y+hi.Y)/2}
}
