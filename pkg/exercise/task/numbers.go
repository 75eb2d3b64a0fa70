package task

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// pair is what was wanted of a case beside what the learner's function gave.
type pair struct {
	args      []any
	want, got value
}

// clues say what the numbers have in common over all cases. The first one that
// has something to say is said.
var clues = []func(names names, pairs []pair) string{
	everyNumber,
	mirrored,
	oneTooMany,
	someResults,
	somePlaces,
}

// names are the words of an exercise's signature.
type names struct{ arguments, results []string }

// numbers says in a sentence what the numbers alone show, or nothing.
func (f Function) numbers(e Exercise, c comparison) string {
	m := e.method("solution.go", f.Name)
	names := names{results: m.results()}
	for i := range f.Cases[0] {
		names.arguments = append(names.arguments, m.parameter(i))
	}
	var pairs []pair
	for i, got := range c.got {
		if !got.fine() {
			return f.sometimes(c)
		}
		pairs = append(pairs, pair{f.Cases[i], c.want[i].got, got.got})
	}
	for _, clue := range clues {
		if s := clue(names, pairs); s != "" {
			return s
		}
	}
	return f.sometimes(c)
}

// everyNumber looks for one operation that makes every wanted number what the
// function gave: a factor, an offset, a square, a root.
func everyNumber(names names, pairs []pair) string {
	var want, got []float64
	for _, p := range pairs {
		if !sameShape(p.want, p.got) || len(p.want.parts) > 0 && p.want.nums == nil && len(flat(p.want)) != len(flat(p.got)) {
			return ""
		}
		want, got = append(want, flat(p.want)...), append(got, flat(p.got)...)
	}
	if len(want) < 2 || len(want) != len(got) {
		return ""
	}
	if c, ok := common(want, got, func(w, g float64) float64 { return g / w }, true); ok {
		switch {
		case c == 0 || math.Abs(c-1) < 1e-3:
			return ""
		case math.Abs(c+1) < 1e-9:
			return "Every number has the wrong sign."
		}
		return fmt.Sprintf("Every number is %s times the expected one: look for a factor.", digit(c, 4))
	}
	if s := sizes(names, pairs); s != "" {
		return s
	}
	if c, ok := common(want, got, func(w, g float64) float64 { return g - w }, false); ok && c != 0 {
		return fmt.Sprintf("Every number is too %s by %s.", map[bool]string{true: "large", false: "small"}[c > 0], digit(math.Abs(c), 4))
	}
	for _, o := range []struct {
		says string
		of   func(w float64) float64
	}{
		{"Every number is the square of the expected one.", func(w float64) float64 { return w * w }},
		{"Every number is the root of the expected one.", math.Sqrt},
		{"Every number is right but for the sign.", func(w float64) float64 { return math.NaN() }},
	} {
		holds := true
		for i, w := range want {
			x := o.of(w)
			if math.IsNaN(x) {
				x = math.Copysign(w, got[i])
			}
			holds = holds && math.Abs(got[i]-x) <= 1e-9*math.Abs(x)
		}
		if holds {
			return o.says
		}
	}
	return ""
}

// flat are all numbers of a value, in order.
func flat(v value) []float64 {
	all := slices.Clone(v.nums)
	for _, p := range v.parts {
		all = append(all, flat(p)...)
	}
	return all
}

// common is the value that f has for all numbers; pairs of zeros say nothing
// about a ratio.
func common(want, got []float64, f func(w, g float64) float64, ratio bool) (c float64, ok bool) {
	seen := 0
	for i, w := range want {
		if ratio && w == 0 && got[i] == 0 {
			continue
		}
		x := f(w, got[i])
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return 0, false
		}
		if seen++; seen == 1 {
			c = x
		}
		scale := math.Abs(c)
		if !ratio {
			scale = math.Max(math.Abs(w), math.Abs(got[i]))
		}
		if math.Abs(x-c) > 1e-9*scale {
			return 0, false
		}
	}
	return c, seen >= 2
}

// quantity is a number that a case has beside its values: an argument, a length.
type quantity struct {
	name string
	of   func(args []any) float64
}

func quantities(names names, args []any) (all []quantity) {
	for i, a := range args {
		name := names.arguments[i]
		switch x := a.(type) {
		case float64:
			all = append(all, quantity{name, func(args []any) float64 { return args[i].(float64) }})
		case int:
			all = append(all,
				quantity{name, func(args []any) float64 { return float64(args[i].(int)) }},
				quantity{"(" + name + "+1)", func(args []any) float64 { return float64(args[i].(int) + 1) }})
		case *mat.Dense:
			all = append(all,
				quantity{"the number of rows of " + name, func(args []any) float64 { r, _ := args[i].(*mat.Dense).Dims(); return float64(r) }},
				quantity{"the number of columns of " + name, func(args []any) float64 { _, c := args[i].(*mat.Dense).Dims(); return float64(c) }})
		default:
			if reflect.ValueOf(x).Kind() == reflect.Slice {
				all = append(all, quantity{"len(" + name + ")", func(args []any) float64 { return float64(reflect.ValueOf(args[i]).Len()) }})
			}
		}
	}
	return all
}

// sizes looks for a factor or an offset that is a quantity of each case.
func sizes(names names, pairs []pair) string {
	for _, q := range quantities(names, pairs[0].args) {
		for _, k := range []struct {
			factor float64
			says   string
		}{{1, ""}, {2, "2·"}, {0.5, "½·"}, {-1, "−"}} {
			times, over, more, less := 0, 0, 0, 0
			differ := false
			for _, p := range pairs {
				x := k.factor * q.of(p.args)
				differ = differ || x != k.factor*q.of(pairs[0].args)
				w, g := flat(p.want), flat(p.got)
				if every(w, g, func(w float64) float64 { return w * x }) {
					times++
				}
				if every(w, g, func(w float64) float64 { return w / x }) {
					over++
				}
				if every(w, g, func(w float64) float64 { return w + x }) {
					more++
				}
				if every(w, g, func(w float64) float64 { return w - x }) {
					less++
				}
			}
			switch n := len(pairs); {
			case !differ:
			case times == n:
				return fmt.Sprintf("Every number is %s%s times the expected one.", k.says, q.name)
			case over == n:
				return fmt.Sprintf("Every number is the expected one divided by %s%s.", k.says, q.name)
			case more == n:
				return fmt.Sprintf("Every number is the expected one plus %s%s.", k.says, q.name)
			case less == n:
				return fmt.Sprintf("Every number is the expected one minus %s%s.", k.says, q.name)
			}
		}
	}
	return ""
}

func every(want, got []float64, f func(w float64) float64) bool {
	for i, w := range want {
		if x := f(w); !(math.Abs(got[i]-x) <= 1e-9*math.Max(math.Abs(x), math.Abs(w))) {
			return false
		}
	}
	return true
}

// sometimes says what the cases have in common in which the function is right,
// or wrong, in the words of the exercise's edges.
func (f Function) sometimes(c comparison) string {
	if c.right == 0 || len(c.got) != len(f.Cases) {
		return ""
	}
	for _, name := range slices.Sorted(maps.Keys(f.Edges)) {
		onlyIn, onlyOut, inside := true, true, 0
		for i, args := range f.Cases {
			right := c.got[i].fine() && c.got[i].changed < 0 && difference(c.want[i].got, c.got[i].got, tolerance) == ""
			isEdge := f.Edges[name](args)
			if isEdge {
				inside++
			}
			onlyIn = onlyIn && right == isEdge
			onlyOut = onlyOut && right != isEdge
		}
		switch {
		case inside == 0:
		case onlyIn:
			return fmt.Sprintf("It is right in these cases only: %s.", name)
		case onlyOut:
			return fmt.Sprintf("It is wrong in these cases only: %s.", name)
		}
	}
	return ""
}

// result is the name of a result, or its place.
func (n names) result(k int) string {
	if k < len(n.results) {
		return n.results[k]
	}
	return fmt.Sprintf("result %d", k+1)
}
