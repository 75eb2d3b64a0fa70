package figure

import (
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// inkOf is the box around the ink of a piece.
func inkOf(p piece) (box vg.Rectangle) {
	face := p.face()
	for i, sign := range p.signs {
		b := p.inkBox(sign)
		b = b.Add(p.at.Add(vg.Point{X: face.Width(p.signs[:i])}))
		if i == 0 {
			box = b
		}
		box.Min = vg.Point{X: min(box.Min.X, b.Min.X), Y: min(box.Min.Y, b.Min.Y)}
		box.Max = vg.Point{X: max(box.Max.X, b.Max.X), Y: max(box.Max.Y, b.Max.Y)}
	}
	return box
}

// The subscript stands below the superscript in one column, behind the letter, and both are smaller.
func TestScriptsShareAColumn(t *testing.T) {
	for _, l := range []lettering{titleText, labelText, weightText} {
		r := l.set("θ⁽⁰⁾₁₀x").rows[0]
		if len(r.pieces) != 4 || r.pieces[1].signs != "(0)" || r.pieces[2].signs != "10" {
			t.Fatalf("pieces %+v", r.pieces)
		}
		letter, sup, sub, next := r.pieces[0], r.pieces[1], r.pieces[2], r.pieces[3]
		if sup.at.X != sub.at.X {
			t.Errorf("the superscript begins at %v, the subscript at %v", sup.at.X, sub.at.X)
		}
		if gap := inkOf(sup).Min.Y - inkOf(sub).Max.Y; gap < 0.03*l.size || gap > 0.15*l.size {
			t.Errorf("%v between the scripts at size %v", gap, l.size)
		}
		if s := inkOf(sup); s.Min.X < inkOf(letter).Max.X || s.Max.Y < inkOf(letter).Max.Y || s.Max.X > inkOf(next).Min.X {
			t.Errorf("superscript %v of the letter %v before %v", s, inkOf(letter), inkOf(next))
		}
		if s := inkOf(sub); s.Min.X < inkOf(letter).Max.X || s.Min.Y >= inkOf(letter).Min.Y || s.Max.X > inkOf(next).Min.X {
			t.Errorf("subscript %v of the letter %v before %v", s, inkOf(letter), inkOf(next))
		}
		if small := sup.size / l.size; small != sub.size/l.size || small < 0.65 || small > 0.75 {
			t.Errorf("scripts of the size %v", small)
		}
		if r.rise < inkOf(sup).Max.Y || r.drop < -inkOf(sub).Min.Y {
			t.Errorf("room for %v above and %v below the baseline", r.rise, r.drop)
		}
	}
	alone, below := labelText.set("x₁").rows[0].pieces[1], labelText.set("x²₁").rows[0].pieces[2]
	if alone.at.Y <= below.at.Y || alone.at.Y >= 0 {
		t.Errorf("a subscript alone at %v, below a superscript at %v", alone.at.Y, below.at.Y)
	}
	column, both := labelText.width("θ⁽⁰⁾₁₀"), labelText.width("θ⁽⁰⁾")
	if column != both || labelText.width("θ₁₀") >= both {
		t.Errorf("θ with both scripts is %v wide, with the wider one %v", column, both)
	}
}

// A bar or hat stands on the middle of its letter and touches neither it nor what stands beside it.
func TestMarks(t *testing.T) {
	for _, text := range []string{"θ̄", "x̂", "x̄", "J̄", "δ̂", "y\u030c", "v\u0307", "θ̄̂"} {
		cs := clusters(text)
		r := labelText.row(cs)
		last := inkOf(r.pieces[0])
		for _, p := range r.pieces[1:] {
			mark := inkOf(p)
			if d := middle(mark).X - middle(inkOf(r.pieces[0])).X; max(d, -d) > 1e-9 {
				t.Errorf("%s: the mark stands %v beside the letter", text, d)
			}
			if gap := mark.Min.Y - last.Max.Y; gap < 0.05*labelText.size || gap > 0.15*labelText.size {
				t.Errorf("%s: %v from the letter to the mark", text, gap)
			}
			last = mark
		}
		if len(r.pieces) != 1+len(cs[0].marks) || r.rise < last.Max.Y || r.width != labelText.width(string(cs[0].base)) {
			t.Errorf("%s: %d pieces, %v wide, room for %v above", text, len(r.pieces), r.width, r.rise)
		}
	}
	// A mark of our own has the height of that of a letter with a mark in the font.
	own, font := labelText.row(clusters("y\u0302")), labelText.inkBox('ŷ')
	if d := inkOf(own.pieces[1]).Max.Y - font.Max.Y; max(d, -d) > 0.03*labelText.size {
		t.Errorf("the hat on y ends %v above that of ŷ", d)
	}
}

// words are the texts of the lines of a block.
func words(b block) (lines []string) {
	for _, r := range b.rows {
		s := ""
		for _, p := range r.pieces {
			s += p.signs
		}
		lines = append(lines, s)
	}
	return lines
}

func TestWrap(t *testing.T) {
	long := "The weights θ⁽⁰⁾₁₀ and θ⁽⁰⁾₁₁ of mean ∂J/∂θ̄ for displacement_cu_in, with some words"
	whole := strings.Join(words(labelText.set(long)), "")
	for w := vg.Length(20); w < 500; w += 3.7 {
		b := labelText.wrap(long, w)
		for i, r := range b.rows {
			if r.width > w+0.01 {
				t.Errorf("%v wide: line %q has %v", w, words(b)[i], r.width)
			}
			if i > 0 && r.down-b.rows[i-1].down < b.rows[i-1].drop+r.rise {
				t.Errorf("%v wide: line %d touches the one above", w, i)
			}
		}
		spaceless := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := strings.Join(words(b), ""); spaceless(got) != spaceless(whole) {
			t.Errorf("%v wide: %q", w, got)
		}
	}
	for _, c := range []struct {
		text string
		w    vg.Length
		want []string
	}{
		{"one two three", labelText.width("one two") + 1, []string{"one two", "three"}},
		{"aa bb cc", labelText.width("aa b"), []string{"aa", "bb", "cc"}},
		{"one\ntwo three", labelText.width("three") + 1, []string{"one", "two", "three"}},
		{"miles_per_gallon", labelText.width("miles_per_ga"), []string{"miles_per_", "gallon"}},
		{"aaaaaaaa", labelText.width("aaa") + 1, []string{"aaa", "aaa", "aa"}},
		{"θ⁽⁰⁾₁₀θ⁽⁰⁾₁₀", labelText.width("θ⁽⁰⁾₁₀") + 1, []string{"θ(0)10", "θ(0)10"}},
		{"ab", -5, []string{"a", "b"}},
		{"a  b", 1000, []string{"a  b"}},
		{"", 10, nil},
	} {
		if got := words(labelText.wrap(c.text, c.w)); !slices.Equal(got, c.want) {
			t.Errorf("%q in lines %v wide: %q, want %q", c.text, c.w, got, c.want)
		}
	}
}
