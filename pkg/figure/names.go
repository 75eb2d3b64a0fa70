package figure

import "image/color"

// cycle chooses looks in the order of the calls. Lines and points have one series of
// colours in common; lines and rules have each their dashes, points and marks each their
// shapes.
type cycle struct {
	colors                      int // colors is how many colours have been used
	lines, points, marks, rules kind
	isAfterLine                 bool // isAfterLine says whether the last colour went to a line
}

// kind is one kind of thing with names: each name has one look.
type kind struct {
	looks map[string]look // looks[name] is the look of a name, looks[""] the last one used
	count int             // count is the number of different looks
}

// look returns the look of a name, which fresh makes for a new name. Without a name it is
// the last one used.
func (k *kind) look(name string, fresh func(count int) look) look {
	l, known := k.looks[name]
	if !known {
		l = fresh(k.count)
		k.count++
	}
	if k.looks == nil {
		k.looks = map[string]look{}
	}
	k.looks[name], k.looks[""] = l, l
	if !known {
		l.entry = name
	}
	return l
}

// last returns the last look used.
func (k *kind) last() look { return k.looks[""] }

// nextLine is the look of a line.
func (s *cycle) nextLine(name string) look {
	l := s.lines.look(name, func(count int) look {
		return look{color: s.nextColor(), dash: dashes[count%len(dashes)], marker: markers[count%len(markers)], run: new(int)}
	})
	*l.run++
	s.isAfterLine = true
	return l
}

// nextPoint is the look of points.
func (s *cycle) nextPoint(name string) look {
	return s.points.look(name, func(count int) look {
		return look{marker: markers[count%len(markers)], color: s.nextColor()}
	})
}

// nextMark is the look of a mark.
func (s *cycle) nextMark(name string) look {
	return s.marks.look(name, func(count int) look {
		return look{marker: marks[count%len(marks)], color: markFills[count%len(markFills)]}
	})
}

// nextRule is the look of a straight line through the plot.
func (s *cycle) nextRule(name string) look {
	return s.rules.look(name, func(count int) look {
		return look{color: ink, dash: ruleDashes[count%len(ruleDashes)]}
	})
}

// nextColor is the colour of a new line, new points or an area.
func (s *cycle) nextColor() color.NRGBA {
	c := palette[s.colors%len(palette)]
	s.colors++
	s.isAfterLine = false
	return c
}
