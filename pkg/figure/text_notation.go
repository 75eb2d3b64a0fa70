package figure

import "unicode"

// cluster is a letter with all that belongs to it, which no line break parts: θ⁽⁰⁾₁₀ is one.
type cluster struct {
	base     rune      // 0 where scripts stand on nothing
	marks    []rune    // bars and hats on the letter
	sup, sub []cluster // superscript and subscript, one above the other
}

// The signs of Unicode for superscripts and subscripts, each before the sign that it stands for.
// The pictures that the font has for them are tiny and stand one after the other, so that θ⁽⁰⁾₁₀ falls
// into three parts; therefore they are set from the normal signs.
const (
	raised = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁼=⁽(⁾)" +
		"ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz" +
		"ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUⱽVᵂWᵝβᵞγᵟδᶿθᵠφᵡχ"
	lowered = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₌=₍(₎)" +
		"ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩφᵪχ"
)

var (
	plainOfRaised  = pairs(raised)
	plainOfLowered = pairs(lowered)
	// A combining mark is drawn with the sign that stands alone: that one has the height that the font
	// gives to the mark of ŷ.
	loneMark = pairs("\u0302ˆ\u0303˜\u0304¯\u0305¯\u0307˙")
)

// pairs maps the first of each two runes to the second.
func pairs(s string) map[rune]rune {
	m := map[rune]rune{}
	r := []rune(s)
	for i := 0; i < len(r); i += 2 {
		m[r[i]] = r[i+1]
	}
	return m
}

// clusters reads a text. Superscripts and subscripts are written with their signs in Unicode; where
// there is none, as in h_θ and x_i0, an underscore after a single letter lowers the letters and digits
// that follow. In weight_lb, a name of several letters, an underscore is an underscore.
func clusters(s string) []cluster {
	var out []cluster
	for text := []rune(s); len(text) > 0; {
		read := 1
		n := len(out)
		bears := n > 0 && out[n-1].base != ' '
		switch r := text[0]; {
		case plainOfRaised[r] != 0:
			if !bears || out[n-1].sup != nil {
				out = append(out, cluster{})
			}
			out[len(out)-1].sup, read = script(text, plainOfRaised)
		case plainOfLowered[r] != 0:
			if !bears || out[n-1].sub != nil {
				out = append(out, cluster{})
			}
			out[len(out)-1].sub, read = script(text, plainOfLowered)
		case r == '_' && lowers(out) && index(text) > 1:
			read = index(text)
			out[n-1].sub = clusters(string(text[1:read]))
		case unicode.Is(unicode.Mn, r) && bears && out[n-1].base != 0:
			out[n-1].marks = append(out[n-1].marks, r)
		default:
			out = append(out, cluster{base: r})
		}
		text = text[read:]
	}
	return out
}

// script translates the raised or lowered signs at the beginning of text, and counts them.
func script(text []rune, plain map[rune]rune) (signs []cluster, read int) {
	for read < len(text) && plain[text[read]] != 0 {
		signs = append(signs, cluster{base: plain[text[read]]})
		read++
	}
	return signs, read
}

// lowers reports whether an underscore after these clusters begins a subscript: after a single letter
// without one.
func lowers(cs []cluster) bool {
	n := len(cs)
	if n == 0 || !unicode.IsLetter(cs[n-1].base) || cs[n-1].sub != nil {
		return false
	}
	return n == 1 || !inName(cs[n-1]) || !inName(cs[n-2])
}

// inName reports whether a cluster can be a part of a name like weight_lb.
func inName(c cluster) bool {
	return c.sup == nil && c.sub == nil && (c.base == '_' || c.base < unicode.MaxASCII && unicode.IsLetter(c.base))
}

// index counts the signs of a subscript that begins with an underscore. One that ends with another
// underscore is none, but a part of a name.
func index(text []rune) int {
	for i, r := range text[1:] {
		switch {
		case r == '_':
			return 0
		case !unicode.In(r, unicode.L, unicode.Nd, unicode.Mn) || plainOfRaised[r] != 0 || plainOfLowered[r] != 0:
			return 1 + i
		}
	}
	return len(text)
}

// plain reports whether c is a single sign.
func (c cluster) plain() bool { return c.base != 0 && len(c.marks)+len(c.sup)+len(c.sub) == 0 }
