package figure

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// shade is a colour of a picture and how many pixels have it.
type shade struct {
	rgb   [3]uint8
	count int
}

// quantise reduces an opaque picture with the given shades to n colours: exactly if it has no more;
// otherwise the colours of the house and the most frequent ones, together a quarter, stay
// exact, and the others are represented by the means of boxes in the colour cube that are
// cut at their medians (Heckbert, 1982).
func quantise(img *image.RGBA, shades []shade, n int) *image.Paletted {
	var keep []shade
	if len(shades) <= n {
		keep = shades
	} else {
		slices.SortStableFunc(shades, func(a, b shade) int {
			return cmp.Compare(order(a.rgb), order(b.rgb))
		})
		keep = append(slices.Clone(shades[:n/4]), medianCut(shades[n/4:], n-n/4)...)
	}
	pal := make(color.Palette, len(keep))
	for i, s := range keep {
		pal[i] = color.NRGBA{s.rgb[0], s.rgb[1], s.rgb[2], 0xff}
	}
	index := make(map[[3]uint8]uint8, len(shades))
	for _, s := range shades {
		index[s.rgb] = nearest(keep, s.rgb)
	}
	out := image.NewPaletted(img.Rect, pal)
	for y := range img.Rect.Dy() {
		row := img.Pix[y*img.Stride:]
		for x := range img.Rect.Dx() {
			out.Pix[y*out.Stride+x] = index[[3]uint8(row[4*x:4*x+3])]
		}
	}
	return out
}

// house are the colours of texts, axes, grid and series.
var house = append([]color.NRGBA{paper, ink, inkSoft, axisInk, gridInk, markGold}, palette...)

// order puts the colours of the house first.
func order(rgb [3]uint8) int {
	for _, c := range house {
		if rgb == [3]uint8{c.R, c.G, c.B} {
			return 0
		}
	}
	return 1
}

// countShades lists the colours of img, the most frequent first.
func countShades(img *image.RGBA) []shade {
	counts := make(map[[3]uint8]int)
	for y := range img.Rect.Dy() {
		row := img.Pix[y*img.Stride:]
		for x := range img.Rect.Dx() {
			counts[[3]uint8(row[4*x:4*x+3])]++
		}
	}
	shades := make([]shade, 0, len(counts))
	for rgb, n := range counts {
		shades = append(shades, shade{rgb, n})
	}
	slices.SortFunc(shades, func(a, b shade) int {
		return cmp.Or(cmp.Compare(b.count, a.count), slices.Compare(a.rgb[:], b.rgb[:]))
	})
	return shades
}

// distance of two colours; the eye is most sensitive to green.
func distance(a, b [3]uint8) int {
	d := func(k int) int { return int(a[k]) - int(b[k]) }
	return 3*d(0)*d(0) + 6*d(1)*d(1) + 2*d(2)*d(2)
}

func nearest(pal []shade, rgb [3]uint8) uint8 {
	best := 0
	for i := range pal {
		if distance(pal[i].rgb, rgb) < distance(pal[best].rgb, rgb) {
			best = i
		}
	}
	return uint8(best)
}

// medianCut represents shades by n colours.
func medianCut(shades []shade, n int) []shade {
	boxes := [][]shade{slices.Clone(shades)}
	for len(boxes) < n {
		// Cut the box whose widest side, weighed with its pixels, is the largest.
		pick, side, worst := -1, 0, 0
		for i, b := range boxes {
			for k, weight := range [3]int{3, 6, 2} {
				lo, hi := 255, 0
				for _, s := range b {
					lo, hi = min(lo, int(s.rgb[k])), max(hi, int(s.rgb[k]))
				}
				if w := weight * (hi - lo) * (hi - lo); hi > lo && w > worst {
					pick, side, worst = i, k, w
				}
			}
		}
		if pick < 0 {
			break
		}
		a, b := cut(boxes[pick], side)
		boxes[pick] = a
		boxes = append(boxes, b)
	}
	out := make([]shade, len(boxes))
	for i, b := range boxes {
		out[i] = mean(b)
	}
	return out
}

// cut parts a box at the median of channel k.
func cut(b []shade, k int) (low, high []shade) {
	slices.SortFunc(b, func(a, b shade) int {
		return cmp.Or(cmp.Compare(a.rgb[k], b.rgb[k]), slices.Compare(a.rgb[:], b.rgb[:]))
	})
	total := 0
	for _, s := range b {
		total += s.count
	}
	at, seen := 0, 0
	for at < len(b)-1 && seen*2 < total {
		seen += b[at].count
		at++
	}
	return b[:at], b[at:]
}

// mean colour of a box.
func mean(b []shade) shade {
	var sum [3]int
	total := 0
	for _, s := range b {
		for k := range sum {
			sum[k] += int(s.rgb[k]) * s.count
		}
		total += s.count
	}
	out := shade{count: total}
	for k := range sum {
		out.rgb[k] = uint8((sum[k] + total/2) / total)
	}
	return out
}
