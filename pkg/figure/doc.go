// Package figure draws every figure of the course in one house style: data go
// in, a picture of print quality comes out.
//
// A [Figure] holds curves, points, bands, contours, histograms, bars, decision regions over two
// axes; a [SurfacePlot] is a surface in space; a [Network] is a diagram of units and weights;
// [Panels] is a grid of them. All are a [Drawing], and [PNG] turns a Drawing into the
// bytes of a picture.
//
// # Style
//
// The paper is a warm grey that serves bright and dark pages. Letters are DejaVu Sans,
// which has the signs of the course. Text is 9 to 11.5 points on a picture 14 cm wide with
// 192 dots per inch. It is broken into lines where it meets the end of the room that is free
// for it, also the names in the legend and the texts of Note. Colours are told apart by readers with deuteranopia or
// protanopia, and never carry a meaning alone: markers and dashes change with
// them, in the order of the calls. The legend stands in rows between title and
// plot, where it can cover no data.
//
// # Notation
//
// Texts are written with the signs of Unicode and set as on the slides: in θ⁽⁰⁾₁₀ the subscript stands
// below the superscript, 10⁻³ and λₘₐₓ have scripts of readable size, and a combining bar or hat stands
// on the middle of its letter, as in θ̄ and x̂. Unicode lacks most letters as subscripts, as in h_θ(x)
// and x_i0: an underscore after a single letter lowers all letters and digits that follow. An underscore in a
// name, as in weight_lb, stays.
//
// # Names
//
// Every drawing method begins with a name, which becomes the entry in the legend.
// A name that is given again makes no second entry: the new thing of the same kind has
// the colour, marker and dash of the one before. A family of curves is one plain call in
// a loop:
//
//	for _, net := range networks {
//		f.Function("one random network", net, -4, 4)
//	}
//
// An empty name makes no entry, and the new thing looks like the last one of its kind. The
// kinds are lines (Line, Curve, Function, NormalCurve, Path, Boundary), points (Scatter,
// QQ), marks (Mark) and lines through the whole plot (HLine, VLine): a Scatter and a Line
// of one name are two entries. Areas and bars make an entry with every name.
//
// # Errors
//
// As in package bufio, the first bad value (NaN, ±Inf, no points, a value ≤ 0 on
// a logarithmic axis, a character the font lacks) is remembered and returned by
// Draw and PNG:
//
//	figure: Line "fit": y[3] is NaN
//
// Slices of different lengths are the programmer's fault and panic.
//
// # Files
//
// Files are named by the picture that they draw; what stands after the _ is a part of it.
//
//	picture                                  file
//	points, lines, curves, functions         series.go
//	bands, residual bars                     band.go
//	marks, notes, lines through the plot     annotate.go
//	histograms, normal curves                histogram.go
//	bars                                     bars.go
//	Q–Q plots                                qq.go
//	the path of a lasso                      lasso.go, endlabels.go
//	level lines and steps, the colour bar    contours*.go, colorbar.go
//	ways of optimizers                       path.go, surface_path.go
//	points and regions of classes            classes.go, regions.go, boundary.go
//	squared paper that is moved              sheet.go
//	surfaces                                 surface*.go
//	networks                                 network*.go
//	grids of drawings                        panels.go
//
// Under all of them lie the axes (figure.go, layout.go, draw.go, scale.go, ticks.go, logticks.go), heights on a
// grid (heights.go, grid.go, box.go), texts (text*.go) and the legend (legend.go), looks and names (style.go, names.go,
// marker.go, dashes.go, colormap.go), errors (check.go, drawn.go), and the picture itself: canvas*.go draws
// dots, quantise.go chooses a palette, png.go packs it.
//
// The sheet testdata/gallery.png shows a drawing for every method, with the calls that make it.
package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Drawing is anything [PNG] can turn into a picture: a [Figure], a [SurfacePlot],
// a [Network] or [Panels].
type Drawing interface {
	// Size is the size on paper; vg.Length counts points (1/72 inch).
	Size() (w, h vg.Length)
	// Draw fills the canvas; it returns the first error met while the drawing
	// was built or drawn. It may be called more than once.
	Draw(c draw.Canvas) error
	// Titles is what stands above it and above its parts, from left to right and from
	// top to bottom, without those that are empty.
	Titles() []string
}
