package dataset

import (
	"fmt"
	"slices"
	"strings"
)

// whyText says which cell makes a column of t text, and what to do.
func (t *Table) whyText(c *column) string {
	try := "use Text, or mend the file"
	if found := t.remedies(c); len(found) > 0 {
		try = "if these are numbers, read the file with " + strings.Join(found, " or ")
	}
	return fmt.Sprintf("is text (line %d holds %q); %s", c.oddLine, c.oddCell, try)
}

// remedies returns the Configs, as text, under which a column of text is numbers.
// They are two where 1,234 may hold a decimal comma or a sign of thousands.
func (t *Table) remedies(c *column) (found []string) {
	points, asPoints := c.withMark(false)
	commas, asCommas := c.withMark(true)
	if points != "" {
		found = append(found, points)
	}
	if commas != "" && !slices.Equal(asPoints, asCommas) {
		found = append(found, commas)
	}
	if found != nil {
		return found
	}
	if how := *c.how; t.startsWithWords(c) {
		if how.HasNoHeader && how.Names == nil {
			how.HasNoHeader = false
		} else {
			how.SkipLines, how.Names = c.oddLine, t.Names()
		}
		return []string{how.literal()}
	}
	how := c.how.withMissing(c.oddCell)
	if numbers := c.numbersWith(how); 2*len(numbers) > len(c.text) {
		return []string{how.literal()}
	}
	return nil
}

// startsWithWords reports whether the first row is words in all columns, such as
// units or a header, and numbers follow in c.
func (t *Table) startsWithWords(c *column) bool {
	for _, other := range t.columns {
		if other.oddLine != c.oddLine {
			return false
		}
	}
	if t.rows == 0 || c.text[0] != c.oddCell {
		return false
	}
	below := column{text: c.text[1:]}
	return below.numbersWith(*c.how) != nil
}

// withMark returns the Config, as text, with decimal points or commas, and the
// numbers that the column then holds; or "" and nil if it stays text.
func (c *column) withMark(hasDecimalComma bool) (literal string, numbers []float64) {
	for _, thousands := range []rune{0, ',', '.', ' ', '\''} {
		how := *c.how
		how.HasDecimalComma, how.Thousands = hasDecimalComma, thousands
		if how.check() != nil { // the sign of thousands would be the decimal mark
			continue
		}
		if numbers := c.numbersWith(how); numbers != nil {
			return how.literal(), numbers
		}
	}
	return "", nil
}

// numbersWith returns the numbers in the column if it is read with how, without
// those that are missing; nil if there are none, or a cell is no number.
func (c *column) numbersWith(how Config) []float64 {
	if _, isNumber := how.number(c.oddCell); !isNumber {
		return nil // it may be in no row that was kept
	}
	var numbers []float64
	for _, cell := range c.text {
		v, isNumber := how.number(cell)
		if !isNumber {
			return nil
		}
		if !how.isMissing(cell) {
			numbers = append(numbers, v)
		}
	}
	return numbers
}
