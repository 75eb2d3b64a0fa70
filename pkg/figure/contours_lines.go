package figure

// spot is a place on a grid, in steps.
type spot [2]float64

// levelLine returns the pieces of the line at a level through an n × n grid. It cuts each
// cell into two triangles, in which a level line is straight. Both triangles at a side go
// along it in the same direction, so that the ends of their pieces are equal to the last
// bit, and join finds them.
func levelLine(z []float64, n int, level float64) [][2]spot {
	var out [][2]spot
	var hit [2]spot
	for j := range n - 1 {
		for i := range n - 1 {
			a := j*n + i
			for _, t := range [2][4]int{{a, a + 1, a + n + 1, a}, {a, a + n, a + n + 1, a}} {
				found := 0
				for k := range 3 {
					p, q := t[k], t[k+1]
					if (z[p] < level) == (z[q] < level) {
						continue
					}
					u := (level - z[p]) / (z[q] - z[p])
					hit[found] = spot{
						float64(p%n) + u*float64(q%n-p%n),
						float64(p/n) + u*float64(q/n-p/n),
					}
					found++
				}
				if found == 2 && hit[0] != hit[1] {
					out = append(out, hit)
				}
			}
		}
	}
	return out
}

// join makes curves of pieces that have an end in common.
func join(pieces [][2]spot) [][]spot {
	at := make(map[spot][]int, len(pieces)) // at[s] are the pieces that end at s
	for k, p := range pieces {
		at[p[0]], at[p[1]] = append(at[p[0]], k), append(at[p[1]], k)
	}
	used := make([]bool, len(pieces))
	// extend follows unused pieces from the last spot of a curve.
	extend := func(curve []spot) []spot {
		for {
			end, next := curve[len(curve)-1], -1
			for _, k := range at[end] {
				if !used[k] {
					next = k
					break
				}
			}
			if next < 0 {
				return curve
			}
			used[next] = true
			p := pieces[next]
			if p[0] == end {
				curve = append(curve, p[1])
			} else {
				curve = append(curve, p[0])
			}
		}
	}
	var out [][]spot
	for k, p := range pieces {
		if used[k] {
			continue
		}
		used[k] = true
		back := extend([]spot{p[1], p[0]})
		curve := make([]spot, 0, len(back))
		for i := len(back) - 1; i >= 0; i-- {
			curve = append(curve, back[i])
		}
		out = append(out, extend(curve))
	}
	return out
}
