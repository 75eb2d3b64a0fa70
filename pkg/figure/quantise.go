package figure

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"slices"
)

// shade is a colour of a picture and how many dots have it.
type shade struct {
	rgb   [3]uint8
	count int
	house bool // is it a colour of the house?
}

// house are the colours of texts, axes, grid and series.
var house = append([]color.NRGBA{paper, ink, inkSoft, axisInk, gridInk, markGold}, palette...)

// newShade is a shade that no dot has yet.
func newShade(c color.NRGBA) shade {
	return shade{rgb: [3]uint8{c.R, c.G, c.B}, house: slices.Contains(house, c)}
}

// order puts the colours of the house first.
func order(s shade) int {
	if s.house {
		return 0
	}
	return 1
}

// inked is an opaque picture: its shades, and row by row the number of the shade of each dot.
type inked struct {
	w, h   int
	shades []shade
	at     []int32
}

// countShades takes an opaque picture apart. A map is asked only where a dot differs from its neighbours
// to the left and above: most dots have the colour of one of them, and the map is ten times as slow.
func countShades(img *image.RGBA) *inked {
	p := &inked{w: img.Rect.Dx(), h: img.Rect.Dy()}
	p.at = make([]int32, p.w*p.h)
	number := make(map[uint32]int32)
	rgba := binary.LittleEndian.Uint32
	var above []uint8
	for y := range p.h {
		row, at := img.Pix[y*img.Stride:][:4*p.w], p.at[y*p.w:][:p.w]
		for x := range at {
			dot := rgba(row[4*x:])
			switch {
			case x > 0 && dot == rgba(row[4*x-4:]):
				at[x] = at[x-1]
			case y > 0 && dot == rgba(above[4*x:]):
				at[x] = p.at[(y-1)*p.w+x]
			default:
				k, known := number[dot]
				if !known {
					k = int32(len(p.shades))
					number[dot] = k
					p.shades = append(p.shades, newShade(color.NRGBA{row[4*x], row[4*x+1], row[4*x+2], 0xff}))
				}
				at[x] = k
			}
			p.shades[at[x]].count++
		}
		above = row
	}
	return p
}

// quantise reduces the picture to n colours: exactly if it has no more; otherwise the colours of the
// house and the most frequent ones, together a quarter, stay exact, and the others are represented
// by the means of boxes in the colour cube that are cut at their medians (Heckbert, 1982).
func (p *inked) quantise(n int) *image.Paletted {
	keep := slices.Clone(p.shades)
	if len(keep) > n {
		slices.SortFunc(keep, func(a, b shade) int {
			return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(b.count, a.count), slices.Compare(a.rgb[:], b.rgb[:]))
		})
		keep = append(slices.Clone(keep[:n/4]), medianCut(keep[n/4:], n-n/4)...)
	}
	pal := make(color.Palette, len(keep))
	for i, s := range keep {
		pal[i] = color.NRGBA{s.rgb[0], s.rgb[1], s.rgb[2], 0xff}
	}
	index := make([]uint8, len(p.shades))
	for k, s := range p.shades {
		index[k] = nearest(keep, s.rgb)
	}
	out := image.NewPaletted(image.Rect(0, 0, p.w, p.h), pal)
	for i, k := range p.at {
		out.Pix[i] = index[k]
	}
	return out
}

// distance of two colours; the eye is most sensitive to green.
func distance(a, b [3]uint8) int {
	red, green, blue := int(a[0])-int(b[0]), int(a[1])-int(b[1]), int(a[2])-int(b[2])
	return 3*red*red + 6*green*green + 2*blue*blue
}

func nearest(pal []shade, rgb [3]uint8) uint8 {
	best, least := 0, math.MaxInt
	for i := range pal {
		if d := distance(pal[i].rgb, rgb); d < least {
			best, least = i, d
		}
	}
	return uint8(best)
}

// colorBox is a set of shades. Where it is cut next is worked out once, when it is made.
type colorBox struct {
	shades []shade
	side   int // the channel in which it is widest, to the eye
	wide   int // how wide; 0 for a single colour
}

func newColorBox(shades []shade) colorBox {
	b := colorBox{shades: shades}
	for k, weight := range [3]int{3, 6, 2} {
		lo, hi := 255, 0
		for i := range shades {
			v := int(shades[i].rgb[k])
			lo, hi = min(lo, v), max(hi, v)
		}
		if w := weight * (hi - lo) * (hi - lo); hi > lo && w > b.wide {
			b.side, b.wide = k, w
		}
	}
	return b
}

// medianCut represents shades by n colours. It cuts the widest box, again and again.
func medianCut(shades []shade, n int) []shade {
	boxes := []colorBox{newColorBox(slices.Clone(shades))}
	for len(boxes) < n {
		widest := 0
		for i, b := range boxes {
			if b.wide > boxes[widest].wide {
				widest = i
			}
		}
		if boxes[widest].wide == 0 {
			break
		}
		low, high := cut(boxes[widest].shades, boxes[widest].side)
		boxes[widest] = newColorBox(low)
		boxes = append(boxes, newColorBox(high))
	}
	out := make([]shade, len(boxes))
	for i, b := range boxes {
		out[i] = mean(b.shades)
	}
	return out
}

// cut parts a box in two of about as many dots, at a value of channel k. It must have two values there.
func cut(shades []shade, k int) (low, high []shade) {
	var count [256]int // of the dots with each value
	total, largest := 0, 0
	for i := range shades {
		v := int(shades[i].rgb[k])
		count[v] += shades[i].count
		total += shades[i].count
		largest = max(largest, v)
	}
	at, seen := 0, 0 // the first value of the upper half, and the dots below it
	for at < largest && (seen == 0 || 2*seen < total) {
		seen += count[at]
		at++
	}
	for _, s := range shades {
		if int(s.rgb[k]) < at {
			low = append(low, s)
		} else {
			high = append(high, s)
		}
	}
	return low, high
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
