package task

import (
	"fmt"
	"slices"
	"strings"
)

// mirrored finds the right numbers in another order.
func mirrored(names names, pairs []pair) string {
	holds := func(turn func(want value) value) bool {
		told := false
		for _, p := range pairs {
			t := turn(p.want)
			if difference(t, p.got, tolerance) != "" {
				return false
			}
			told = told || difference(t, p.want, tolerance) != ""
		}
		return told
	}
	switch {
	case holds(func(v value) value {
		if len(v.parts) == 2 {
			v.parts = []value{v.parts[1], v.parts[0]}
		}
		return v
	}):
		return fmt.Sprintf("The two results are right but swapped: %s comes first.", names.result(0))
	case holds(transpose):
		return "The numbers are right, but rows and columns are swapped."
	case holds(func(v value) value {
		if v.cols == 0 {
			v.nums = slices.Clone(v.nums)
			slices.Reverse(v.nums)
		}
		return v
	}):
		return "The numbers are right, but run from last to first."
	}
	return ""
}

func transpose(v value) value {
	if v.cols == 0 {
		return v
	}
	rows := len(v.nums) / v.cols
	t := value{shape: fmt.Sprintf("%d×%d", v.cols, rows), cols: rows}
	for k := range v.cols {
		for i := range rows {
			t.nums = append(t.nums, v.nums[i*v.cols+k])
		}
	}
	return t
}

// oneTooMany finds lists that are right but for a value at one end.
func oneTooMany(_ names, pairs []pair) string {
	holds := func(cut func(long []float64) []float64, more bool) bool {
		for _, p := range pairs {
			if p.want.cols > 0 || p.got.cols > 0 || len(p.want.parts)+len(p.got.parts) > 0 {
				return false
			}
			long, short := p.want.nums, p.got.nums
			if more {
				long, short = short, long
			}
			if len(long) != len(short)+1 || !every(short, cut(long), func(w float64) float64 { return w }) {
				return false
			}
		}
		return true
	}
	head := func(x []float64) []float64 { return x[:len(x)-1] }
	tail := func(x []float64) []float64 { return x[1:] }
	switch {
	case holds(tail, false):
		return "The list is right but for its first value, which is missing."
	case holds(head, false):
		return "The list is right but for its last value, which is missing."
	case holds(tail, true):
		return "The list is right but for one value too many at its front."
	case holds(head, true):
		return "The list is right but for one value too many at its end."
	}
	return ""
}

// someResults finds functions of several results of which some are right in
// every case.
func someResults(names names, pairs []pair) string {
	var right, wrong []string
	for k := range pairs[0].want.parts {
		holds := true
		for _, p := range pairs {
			holds = holds && len(p.got.parts) == len(p.want.parts) && difference(p.want.parts[k], p.got.parts[k], tolerance) == ""
		}
		if holds {
			right = append(right, names.result(k))
		} else {
			wrong = append(wrong, names.result(k))
		}
	}
	if len(right) == 0 || len(wrong) == 0 || !strings.HasPrefix(pairs[0].want.shape, fmt.Sprint(len(pairs[0].want.parts), " result")) {
		return ""
	}
	s := fmt.Sprintf("%s is right, %s is not.", strings.Join(right, ", "), strings.Join(wrong, ", "))
	if len(wrong) > 1 {
		return s
	}
	var alone []pair
	for _, p := range pairs {
		for k := range p.want.parts {
			if names.result(k) == wrong[0] {
				alone = append(alone, pair{p.args, p.want.parts[k], p.got.parts[k]})
			}
		}
	}
	if more := everyNumber(names, alone); more != "" {
		s += " " + strings.NewReplacer("Every number", "It", "the expected one", "what it should be").Replace(more)
	}
	return s
}

// somePlaces finds lists and matrices of which the same places are right in
// every case.
func somePlaces(_ names, pairs []pair) string {
	rule := func(isIn func(i, cols int) bool) (in, out bool) {
		in, out = true, true
		for _, p := range pairs {
			for i, w := range p.want.nums {
				holds := every([]float64{w}, p.got.nums[i:i+1], func(w float64) float64 { return w })
				if isIn(i, p.want.cols) {
					in = in && holds
				} else {
					out = out && holds
				}
			}
		}
		return in, out
	}
	for _, p := range pairs {
		if !sameShape(p.want, p.got) || p.want.shape == "a number" || len(p.want.nums) == 0 {
			return ""
		}
	}
	matrix := pairs[0].want.cols > 0
	for _, r := range []struct {
		matrix bool
		name   string
		isIn   func(i, cols int) bool
	}{
		{false, "The first value", func(i, _ int) bool { return i == 0 }},
		{true, "Column 0", func(i, cols int) bool { return i%cols == 0 }},
		{true, "Row 0", func(i, cols int) bool { return i < cols }},
	} {
		if r.matrix != matrix {
			continue
		}
		switch in, out := rule(r.isIn); {
		case in && !out:
			return r.name + " is right in every case; what is wrong stands elsewhere."
		case out && !in:
			return r.name + " is wrong; all else is right in every case."
		}
	}
	return ""
}
