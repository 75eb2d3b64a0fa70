package figure

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// barRoom is the room the colour bar needs right of the frame. Its name needs none: a long one reaches
// over the frame.
func (f *Figure) barRoom() vg.Length {
	if f.field == nil {
		return 0
	}
	labels, _ := f.field.levels.labels()
	w := vg.Length(0)
	for _, s := range labels {
		w = max(w, tickGap+tickText.width(s))
	}
	return barGap + barWidth + w + edge
}

// barTitle says what the colours mean, and the common factor of the numbers, in lines no wider than w.
func (f *Figure) barTitle(w vg.Length) block {
	if f.field == nil {
		return block{}
	}
	_, note := f.field.levels.labels()
	return tickText.wrap(strings.Trim(f.field.name+"  "+note, " "), w)
}

// drawBar draws the steps with their levels; labels that would touch are left out.
func (m *heightMap) drawBar(c draw.Canvas, r vg.Rectangle) {
	n := len(m.levels) - 1
	y := func(k int) vg.Length { return r.Min.Y + r.Size().Y*vg.Length(k)/vg.Length(n) }
	for k := range n {
		rgb := m.levels.color(k)
		c.SetColor(color.NRGBA{rgb[0], rgb[1], rgb[2], 0xff})
		step := vg.Rectangle{Min: vg.Point{X: r.Min.X, Y: y(k)}, Max: vg.Point{X: r.Max.X, Y: y(k + 1)}}
		c.Fill(step.Path())
	}
	labels, _ := m.levels.labels()
	stride := max(1, int(math.Ceil(float64(tickText.size*1.25/(r.Size().Y/vg.Length(n))))))
	for k := 1; k < n; k += stride {
		c.StrokeLine2(draw.LineStyle{Color: paper, Width: 0.6}, r.Min.X, y(k), r.Max.X, y(k))
		tickText.write(c, vg.Point{X: r.Max.X + tickGap, Y: y(k)}, 0, 0.5, 0, labels[k])
	}
	if n == 1 { // a constant
		tickText.write(c, vg.Point{X: r.Max.X + tickGap, Y: middle(r).Y}, 0, 0.5, 0, labels[0])
	}
}

// labels writes the levels, with a common factor or summand in the note where the axes
// would have one. The ends, which are not level lines, have no label.
func (l levels) labels() (labels []string, note string) {
	labels = make([]string, len(l))
	if len(l) == 2 {
		labels[0] = number(l[0]/2+l[1]/2, 4)
		return labels, ""
	}
	base, size := 0.0, 0.0
	for _, v := range l[1 : len(l)-1] {
		size = math.Max(size, math.Abs(v))
	}
	if wide := l[len(l)-1] - l[0]; wide < size*1e-4 { // the levels differ late
		unit := math.Pow10(int(math.Ceil(math.Log10(wide))))
		base = math.Floor(l[0]/unit) * unit
		size = l[len(l)-1] - base
	}
	exp := 0
	if size > 0 && (size >= 0.9999e5 || size < 0.9999e-2) {
		exp = int(math.Floor(math.Log10(size) + 1e-9))
		note = "×10" + superscript(exp)
	}
	for k := 1; k < len(l)-1; k++ {
		gap := math.Min(l[k]-l[k-1], l[k+1]-l[k])
		decimals := max(0, min(8, exp-int(math.Floor(math.Log10(gap)))))
		s := strconv.FormatFloat((l[k]-base)/math.Pow10(exp), 'f', decimals+1, 64)
		labels[k] = trueMinus(trimZeros(s))
	}
	return labels, strings.TrimSpace(note + summand(base))
}
