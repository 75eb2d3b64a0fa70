package figure

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Panels is a grid of drawings with a shared title and letters (a), (b), … Make one
// with [Grid].
type Panels struct {
	// Title stands above all panels; empty leaves no room for it.
	Title string

	// Width and Height are the size on paper. Grid sets the width to 14 cm for one column,
	// 18 for two and 22 for more. A height of 0 becomes what the panels need.
	Width, Height vg.Length

	// Unlettered says whether the panels have no letters, because their titles are names.
	Unlettered bool

	columns int
	cells   []Drawing
}

// Grid arranges figures in rows of so many columns, from left to right and from top to
// bottom. The frames of the figures in a column and in a row are aligned. The figures' own
// sizes are not used.
//
// It panics if columns < 1, without figures, and when a figure is nil.
func Grid(title string, columns int, figs ...Drawing) *Panels {
	if columns < 1 || len(figs) == 0 {
		panic(fmt.Sprintf("figure: Grid: %d columns, %d figures: both must be at least 1", columns, len(figs)))
	}
	columns = min(columns, len(figs))
	g := &Panels{Title: title, columns: columns, cells: figs}
	g.Width = [...]vg.Length{14, 18, 22}[min(columns, 3)-1] * vg.Centimeter
	for k, d := range figs {
		if d == nil {
			panic(fmt.Sprintf("figure: Grid: figure %d is nil", k))
		}
	}
	return g
}

// Size is Width and Height, or the height the panels need if Height is 0: their frames
// are then 0.62 times as high as wide.
func (g *Panels) Size() (w, h vg.Length) {
	if g.Height != 0 {
		return g.Width, g.Height
	}
	h = vg.Length(g.rows()-1) * panelGap
	_, head := g.head(g.Width)
	h += head
	cell := (g.Width - vg.Length(g.columns-1)*panelGap) / vg.Length(g.columns)
	across, down := make([]margins, g.columns), make([]margins, g.rows())
	probe := vg.Rectangle{Max: vg.Point{X: cell, Y: cell}}
	for k, d := range g.cells {
		if f, ok := d.(*Figure); ok {
			// An error shows when the panels are drawn.
			_, m, _ := f.plan(probe, g.titleOf(k), margins{})
			across[k%g.columns] = across[k%g.columns].max(m)
			down[k/g.columns] = down[k/g.columns].max(m)
		}
	}
	var frame vg.Length
	for _, a := range across {
		frame = max(frame, 0.62*(cell-a.left-a.right))
	}
	for r, d := range down {
		high := frame + d.top + d.bottom
		for k := r * g.columns; k < min((r+1)*g.columns, len(g.cells)); k++ {
			if _, ok := g.cells[k].(*Figure); !ok {
				high = max(high, 0.85*cell)
			}
		}
		h += high
	}
	return g.Width, h
}

// Titles is the shared title and those of the figures.
func (g *Panels) Titles() []string {
	titles := oneTitle(g.Title)
	for _, d := range g.cells {
		titles = append(titles, d.Titles()...)
	}
	return titles
}

// oneTitle is the Titles of a drawing with one title.
func oneTitle(title string) []string {
	if title == "" {
		return nil
	}
	return []string{title}
}

func (g *Panels) rows() int { return (len(g.cells) + g.columns - 1) / g.columns }

// head is the title in lines and the room it takes.
func (g *Panels) head(wide vg.Length) (title block, high vg.Length) {
	if g.Title == "" {
		return block{}, 0
	}
	title = panelsText.wrap(g.Title, wide-2*edge)
	return title, edge + title.over() + title.height() + 8
}

var panelsText = lettering{bold, 13, ink}

// panelGap is the room between panels.
const panelGap = 10

// Draw draws the panels on c. It returns the first error of a panel, with its letter.
func (g *Panels) Draw(c draw.Canvas) error {
	if err := checkText("title", g.Title); err != nil {
		return err
	}
	c.SetColor(paper)
	c.Fill(c.Rectangle.Path())
	title, high := g.head(c.Size().X)
	title.draw(c, vg.Point{X: c.Min.X + edge, Y: c.Max.Y - edge - title.over()}, 0, 1, 0)
	cells := g.tiles(draw.Crop(c, 0, 0, 0, -high))
	least, err := g.align(cells)
	if err != nil {
		return err
	}
	for k := range g.cells {
		if err := g.drawCell(cells[k], k, least[k]); err != nil {
			return g.blame(k, err)
		}
	}
	return nil
}

// tiles are the canvases of the panels.
func (g *Panels) tiles(c draw.Canvas) []draw.Canvas {
	t := draw.Tiles{Cols: g.columns, Rows: g.rows(), PadX: panelGap, PadY: panelGap}
	out := make([]draw.Canvas, len(g.cells))
	for k := range out {
		out[k] = t.At(c, k%g.columns, k/g.columns)
	}
	return out
}

// align finds the margins of each panel: the largest in its column and in its row.
func (g *Panels) align(cells []draw.Canvas) ([]margins, error) {
	across, down := make([]margins, g.columns), make([]margins, g.rows())
	least := make([]margins, len(g.cells))
	for range 2 { // narrower frames may have other ticks and so other margins
		for k, d := range g.cells {
			f, ok := d.(*Figure)
			if !ok {
				continue
			}
			_, m, err := f.plan(cells[k].Rectangle, g.titleOf(k), least[k])
			if err != nil {
				return nil, g.blame(k, err)
			}
			across[k%g.columns] = across[k%g.columns].max(m)
			down[k/g.columns] = down[k/g.columns].max(m)
		}
		for k := range least {
			a, d := across[k%g.columns], down[k/g.columns]
			least[k] = margins{left: a.left, right: a.right, bottom: d.bottom, top: d.top}
		}
	}
	return least, nil
}

func (g *Panels) drawCell(c draw.Canvas, k int, m margins) error {
	switch d := g.cells[k].(type) {
	case *Figure:
		l, _, err := d.plan(c.Rectangle, g.titleOf(k), m)
		if err != nil {
			return err
		}
		return d.render(c, l)
	case *SurfacePlot:
		return d.draw(c, g.titleOf(k))
	case *Network:
		return d.draw(c, g.titleOf(k))
	default:
		return d.Draw(c)
	}
}

// titleOf is the title of panel k with its letter.
func (g *Panels) titleOf(k int) string {
	title := strings.Join(g.cells[k].Titles(), " ")
	if len(g.cells) == 1 || g.Unlettered {
		return title
	}
	if title == "" {
		return g.letter(k)
	}
	return g.letter(k) + " " + title
}

// letter of panel k: (a) … (z), then (27) …
func (g *Panels) letter(k int) string {
	if k < 26 {
		return fmt.Sprintf("(%c)", 'a'+k)
	}
	return fmt.Sprintf("(%d)", k+1)
}

func (g *Panels) blame(k int, err error) error {
	return fmt.Errorf("panel %s: %w", g.letter(k), err)
}
