package figure

import (
	"bytes"
	"slices"
	"testing"
)

// An unnamed series continues the one before it of its kind.
func TestUnnamedContinues(t *testing.T) {
	var s cycle
	a, p, b, q := s.nextLine("a"), s.nextPoint("p"), s.nextLine(""), s.nextPoint("")
	if a.color != b.color || p.color != q.color || a.color == p.color {
		t.Errorf("colours %v %v %v %v", a.color, p.color, b.color, q.color)
	}
	if c := s.nextLine("c"); c.color == a.color {
		t.Errorf("a named line after an unnamed one has its colour %v", c.color)
	}
}

// Forty calls with one name are one named and thirty-nine unnamed calls, to the last dot.
func TestFamily(t *testing.T) {
	draw := func(name func(k int) string) []byte {
		f := New("", "x", "y")
		for k := range 40 {
			f.Line(name(k), []float64{0, 1}, []float64{0, float64(k)})
			f.Mark(name(k), 1, float64(k))
			f.HLine(name(k), float64(k))
		}
		f.Curve("the next", []float64{40, 0})
		png, err := PNG(f)
		if err != nil {
			t.Fatal(err)
		}
		return png
	}
	plain := draw(func(int) string { return "one of forty" })
	first := draw(func(k int) string {
		if k == 0 {
			return "one of forty"
		}
		return ""
	})
	if !bytes.Equal(plain, first) {
		t.Error("a name given again and no name draw two pictures")
	}
}

// What has a name keeps its look and its one entry, whatever is drawn in between.
func TestNamesKeepTheirLook(t *testing.T) {
	f := New("", "x", "y")
	x := []float64{1, 2}
	for range 2 {
		f.Line("training", x, x)
		f.Path("validation", [][]float64{{1, 2}, {2, 1}})
		f.Scatter("training", x, x)
		f.Scatter("other points", x, x)
		f.Mark("minimum", 1, 1)
		f.Mark("saddle", 2, 1)
		f.HLine("zero", 1)
		f.VLine("end", 2)
		f.QQ("errors", x)
	}
	f.Line("", x, x) // continues the path
	var lines, shapes []look
	var rules []rule
	for _, l := range f.layers {
		switch l := l.(type) {
		case *line:
			lines = append(lines, l.look)
		case trailLine:
			lines = append(lines, l.look)
		case points:
			shapes = append(shapes, l.look)
		case mark:
			shapes = append(shapes, look{color: l.fill})
		case rule:
			rules = append(rules, l)
		}
	}
	same := func(a, b look) bool { return a.color == b.color && slices.Equal(a.dash, b.dash) }
	if !same(lines[0], lines[2]) || !same(lines[1], lines[3]) || !same(lines[1], lines[4]) || same(lines[0], lines[1]) {
		t.Errorf("the lines have the looks %v", lines)
	}
	for k := range 5 {
		if !same(shapes[k], shapes[k+5]) {
			t.Errorf("points or marks %d have the looks %v and %v", k, shapes[k], shapes[k+5])
		}
	}
	if !slices.Equal(rules[0].style.Dashes, rules[2].style.Dashes) || slices.Equal(rules[0].style.Dashes, rules[1].style.Dashes) {
		t.Errorf("the rules have the dashes %v", rules)
	}
	var entries []string
	for _, k := range f.keys {
		entries = append(entries, k.name)
	}
	want := []string{"training", "validation", "training", "other points", "minimum", "saddle", "zero", "end", "errors", "normal (line through the quartiles)"}
	if !slices.Equal(entries, want) {
		t.Errorf("the entries are %q, want %q", entries, want)
	}

	s := NewSurface("", "a", "b", "J", bowl, Box{{-1, 1}, {-1, 1}})
	for _, start := range []float64{-0.5, 0.5} {
		s.Path("a start", [][]float64{{start, 0.5}, {0, 0}})
		s.Mark("end", start, 0)
	}
	if len(s.keys) != 2 || !same(s.trails[0].look, s.trails[1].look) || s.marks[0].fill != s.marks[1].fill {
		t.Errorf("on a surface: %d entries, paths %v, marks %v", len(s.keys), s.trails, s.marks)
	}
}
