package repair

// parted returns a single edit that makes a part of the results right in every
// trial, which was not, and spoils none: the function has more than one mistake,
// and this is one.
func (s *search) parted() *Change {
	parts := len(s.base[0])
	for _, score := range s.base {
		if len(score) != parts || parts < 2 {
			return nil
		}
	}
	whole := func(scores [][]bool, part int) bool {
		for _, score := range scores {
			if len(score) != parts || !score[part] {
				return false
			}
		}
		return true
	}
	best := -1
	for i, c := range s.tried {
		gained := false
		for part := range parts {
			before, after := whole(s.base, part), whole(c.scores, part)
			if before && !after {
				gained = false
				break
			}
			gained = gained || after && !before
		}
		if !gained || best >= 0 && s.tried[best].rank <= c.rank {
			continue
		}
		program, err := s.Function.compile(c.text)
		if err != nil {
			continue
		}
		var drawn [][]bool
		for _, t := range s.Draws {
			drawn = append(drawn, t.parts(program, s.Function.Name))
		}
		for part := range parts {
			if whole(c.scores, part) && !whole(s.base, part) && whole(drawn, part) {
				best = i
			}
		}
	}
	if best < 0 {
		return nil
	}
	c := s.Function.change(s.tried[best].edits, s.tried[best].text)
	c.Partly = true
	return c
}
