package figure

import (
	"ann/pkg/landscape"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// SurfacePlot is the surface z = J(a, b) in space, with its level lines on the floor
// below it. Make one with [NewSurface] or [NewSurfaceOf].
type SurfacePlot struct {
	// Title and axis labels may be changed until the plot is drawn.
	Title, XLabel, YLabel, ZLabel string

	// Width and Height are the size on paper; NewSurface sets 14 cm by 11 cm.
	Width, Height vg.Length

	// Azimuth and Elevation say from where one looks, in degrees: the angle from the a
	// axis towards the b axis (default −58), and the height above the floor (default 27,
	// at least 5, at most 85).
	Azimuth, Elevation float64

	drawn
	h      *heights
	levels levels
	marks  []mark
	trails []*trail
}

// surfaceSamples is the number of grid points along each axis: 38 patches.
const surfaceSamples = 39

// NewSurface makes a plot of J(a, b) over the box, a along xlabel and b along ylabel.
// J is evaluated at once at 39 × 39 points. A value that is not finite is an error
// (*BadHeight).
func NewSurface(title, xlabel, ylabel, zlabel string, J func(a, b float64) float64, box Box) *SurfacePlot {
	what := called("NewSurface", title)
	h, err := sample(what, J, box, surfaceSamples)
	return newSurface(what, title, xlabel, ylabel, zlabel, h, err)
}

// NewSurfaceOf is NewSurface for heights that are known on a grid, s along xlabel and t along
// ylabel, such as those of a landscape.Plane. The grid is copied; unless it has 39 × 39 points,
// so many are interpolated.
//
// Errors and panics are those of [Figure.ContoursOf].
func NewSurfaceOf(title, xlabel, ylabel, zlabel string, g *landscape.Grid) *SurfacePlot {
	what := called("NewSurfaceOf", title)
	h, err := newHeights(what, g)
	return newSurface(what, title, xlabel, ylabel, zlabel, h, err)
}

// newSurface makes a plot of heights, or one that keeps the error.
func newSurface(what, title, xlabel, ylabel, zlabel string, h *heights, err error) *SurfacePlot {
	if err == nil && (h.na != surfaceSamples || h.nb != surfaceSamples) {
		h, err = sample(what, h.at, h.box, surfaceSamples)
	}
	s := &SurfacePlot{
		Title: title, XLabel: xlabel, YLabel: ylabel, ZLabel: zlabel,
		Width: 14 * vg.Centimeter, Height: 11 * vg.Centimeter,
		Azimuth: -58, Elevation: 27,
	}
	s.looks.colors = 1 // paths are vermilion first: blue is too near the surface's own colours
	if s.h, s.err = h, err; err == nil {
		s.levels = newLevels(h.z)
	}
	return s
}

// Size is Width and Height.
func (s *SurfacePlot) Size() (w, h vg.Length) { return s.Width, s.Height }

// Mark highlights the point of the surface over (a, b), which must lie within the
// plot, and its shadow on the floor.
func (s *SurfacePlot) Mark(name string, a, b float64) {
	if !s.readyOne("Mark", name, []string{"a", "b"}, a, b) || s.err != nil {
		return
	}
	if !s.covers(a, b) {
		s.fail("%s: (%g, %g) lies outside the surface", called("Mark", name), a, b)
		return
	}
	l := s.looks.nextMark(name)
	s.marks = append(s.marks, mark{a, b, l.marker, l.color})
	s.legendKey(l.entry, pointWidth+3, func(c draw.Canvas, r vg.Rectangle) { paintMark(c, l.marker, l.color, middle(r), 5) })
}

// Path draws the way of an optimizer on the surface, and its shadow on the floor: path[t]
// is (θ₀, θ₁) after t steps, and steps, start and end have the signs of [Figure.Path]. Parts
// outside the plot are cut off.
//
// It panics if a path[t] has not two values.
func (s *SurfacePlot) Path(name string, path [][]float64) {
	x, y := coordinates(name, path)
	if s.ready("Path", name, series{"x", x}, series{"y", y}) {
		s.trails = append(s.trails, s.newTrail(name, x, y))
	}
}

// covers reports whether (a, b) lies within the plot.
func (s *SurfacePlot) covers(a, b float64) bool {
	xmin, xmax, ymin, ymax := s.h.box.extent()
	return a >= xmin && a <= xmax && b >= ymin && b <= ymax
}

// Draw draws the plot on c. It returns the first error met while the plot was
// built: see the package comment.
func (s *SurfacePlot) Draw(c draw.Canvas) error { return s.draw(c, s.Title) }

// Titles is Title.
func (s *SurfacePlot) Titles() []string { return oneTitle(s.Title) }

func (s *SurfacePlot) draw(c draw.Canvas, title string) error {
	if s.err != nil {
		return s.err
	}
	for _, t := range []struct{ where, text string }{
		{"title", title}, {"x label", s.XLabel}, {"y label", s.YLabel}, {"z label", s.ZLabel},
	} {
		if err := checkText(t.where, t.text); err != nil {
			return err
		}
	}
	c.SetColor(paper)
	c.Fill(c.Rectangle.Path())
	room := s.drawHead(c, title)
	cage, err := s.newCage(room)
	if err != nil {
		return err
	}
	cage.drawWalls(c)
	s.drawFloor(c, cage)
	s.drawShadows(c, cage)
	s.drawPatches(c, cage)
	cage.drawAxes(c)
	s.drawPaths(c, cage)
	return nil
}

// drawHead writes title and legend and returns the room below them.
func (s *SurfacePlot) drawHead(c draw.Canvas, title string) vg.Rectangle {
	left, top := c.Min.X+edge, c.Max.Y-edge
	wide := c.Size().X - 2*edge
	if title != "" {
		text := titleText.wrap(title, wide)
		top -= text.over()
		text.draw(c, vg.Point{X: left, Y: top}, 0, 1, 0)
		top -= text.height() + titleGap
	}
	if len(s.keys) > 0 {
		placed, around := placeKeys(s.keys, vg.Point{X: left, Y: top}, wide)
		for _, k := range placed {
			k.draw(c)
		}
		top = around.Min.Y - 2
	}
	r := c.Rectangle
	r.Max.Y = top
	return r
}
