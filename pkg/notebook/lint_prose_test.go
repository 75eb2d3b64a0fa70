package notebook_test

import (
	"go/ast"
	"go/token"
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Numbers in prose: a decimal number or a percentage in a Markdown cell must be
// one that a cell prints, or that exercise.Claim asserts. Code spans, formulas,
// headings, links and lines marked <!-- no-check --> are let off.
var (
	noCheck    = "<!-- no-check -->"
	inlineMath = regexp.MustCompile(`\$\$.*?\$\$|\$[^$\n]+\$|\\\(.*?\\\)|\\\[.*?\\\]`)
	version    = regexp.MustCompile(`\d+(?:\.\d+){2,}`)
	exerciseID = regexp.MustCompile(`(?i)\bexercises?\s+\**\d+\.\d+(?:(?:\s*(?:,|–|-|and|to|or)\s*)+\d+\.\d+)*|^\W*\*\*\d+\.\d+`)
	// 1 a plain number, maybe with a sign of thousands, 2 a power of ten after it, 3 a per cent sign.
	proseNumber = regexp.MustCompile(`((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s*[·×]\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?([\s\x{a0}\x{202f}]?%)?`)
	// 1 a number, 2 its exponent, 3 a per cent sign.
	printedNumber = regexp.MustCompile(`((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE]([-+]?\d+))?([\s\x{a0}\x{202f}]?%)?`)
)

var superscript = strings.NewReplacer("⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// number is one that was written, with its digits as they stand.
type number struct {
	digits   string // "18.70", no sign, no sign of thousands
	exponent int
	percent  bool
	as       string // all of it, as the reader sees it
}

func (n number) value() float64 {
	v, _ := strconv.ParseFloat(n.digits, 64)
	return v * math.Pow10(n.exponent)
}

func (n number) decimal() bool { return strings.Contains(n.digits, ".") }

// prose is what a Markdown text says outside code, formulas, headings and links.
func prose(source string) (lines []string) {
	formula := false
	for _, line := range outsideFences(source) {
		skip := strings.Contains(line, noCheck) || headingLine.MatchString(line)
		line = inlineMath.ReplaceAllString(codeSpan.ReplaceAllString(line, " "), " ")
		if before, after, ok := strings.Cut(line, "$$"); ok { // begins or ends a formula of several lines
			line = before
			if formula {
				line = after
			}
			formula = !formula
		} else if formula {
			continue
		}
		if skip {
			continue
		}
		line = autoLink.ReplaceAllString(anyLink.ReplaceAllString(htmlComment.ReplaceAllString(line, " "), " "), " ")
		line = html.UnescapeString(markupTag.ReplaceAllString(line, " "))
		line = version.ReplaceAllString(exerciseID.ReplaceAllString(line, " "), " ")
		lines = append(lines, line)
	}
	return lines
}

var markupTag = regexp.MustCompile(`</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>`)

func proseNumbers(source string) (all []number) {
	for _, line := range prose(source) {
		for _, m := range proseNumber.FindAllStringSubmatch(line, -1) {
			exponent, _ := strconv.Atoi(superscript.Replace(m[2]))
			n := number{strings.ReplaceAll(m[1], ",", ""), exponent, m[3] != "", strings.TrimSpace(m[0])}
			if n.decimal() || n.percent {
				all = append(all, n)
			}
		}
	}
	return all
}

// printed are the numbers in what the cells wrote. A figure's words are not
// among them: nobody computes them.
func (b *book) printed() (all []number) {
	b.eachOutput(func(_ int, o output) {
		if _, figure := o.Data["text/html"]; figure {
			return
		}
		o.texts(func(kind, content string) {
			if kind == "text/plain" || kind == "text/markdown" {
				all = append(all, numbersIn(content)...)
			}
		})
	})
	return all
}

func numbersIn(s string) (all []number) {
	for _, m := range printedNumber.FindAllStringSubmatch(s, -1) {
		exponent, _ := strconv.Atoi(m[2])
		all = append(all, number{strings.ReplaceAll(m[1], ",", ""), exponent, m[3] != "", m[0]})
	}
	return all
}

// claimed are the numbers that the text says, by exercise.Claim(what, got, said, tol).
func (b *book) claimed() (all []number) {
	b.each("code", func(_ int, c *cell) {
		b.calls(c, "ann/pkg/exercise", func(name string, call *ast.CallExpr) {
			if name != "Claim" || len(call.Args) != 4 {
				return
			}
			ast.Inspect(call.Args[2], func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && (l.Kind == token.FLOAT || l.Kind == token.INT) {
					all = append(all, numbersIn(strings.ReplaceAll(l.Value, "_", ""))...)
				}
				return true
			})
		})
	})
	return all
}

// backs says whether a printed number is the one in the prose.
func (n number) backs(said number) bool {
	switch {
	case said.exponent != 0:
		return math.Abs(n.value()-said.value()) <= 1e-9*math.Abs(said.value())
	case said.percent:
		return n.percent && n.exponent == 0 && n.digits == said.digits
	}
	return n.exponent == 0 && n.digits == said.digits
}

// asserts says whether a claimed number is the one in the prose; per cent may be
// claimed as a fraction.
func (n number) asserts(said number) bool {
	if !said.percent {
		return n.backs(said) || n.exponent != 0 && n.value() == said.value()
	}
	v := said.value()
	return math.Abs(n.value()-v) <= 1e-9*v || math.Abs(n.value()-v/100) <= 1e-9*v
}

// exerciseHeading begins the text of an exercise.
var exerciseHeading = regexp.MustCompile(`^##+ Exercise \d`)

func ruleProse(b *book) (found complaints) {
	printed, claimed := b.printed(), b.claimed()
	b.each("markdown", func(i int, c *cell) {
		if exerciseHeading.MatchString(string(c.Source)) {
			return // numbers that an exercise gives are not found, and pkg/exercise proves the rest
		}
	next:
		for _, said := range proseNumbers(string(c.Source)) {
			for _, n := range printed {
				if n.backs(said) {
					continue next
				}
			}
			for _, n := range claimed {
				if n.asserts(said) {
					continue next
				}
			}
			found.add(i, "the text says %s, but no cell prints it and no exercise.Claim asserts it", said.as)
		}
	})
	return found
}
