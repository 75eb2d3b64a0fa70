package dataset

import (
	"fmt"
	"strings"
)

// ragged returns the error for a row on this line that has not one cell for each
// of the names. The header ends on line end; isFirst says whether no other row
// came before.
func (c *Config) ragged(row, names []string, line, end int, isFirst bool) error {
	against := fmt.Sprintf("the header has %d", len(names))
	switch {
	case c.Names != nil:
		against = "Config.Names has " + count(len(names), "name")
	case c.HasNoHeader:
		against = fmt.Sprintf("the first row has %d", len(names))
	}
	return &ReadError{Line: line, What: fmt.Sprintf("the row has %s, %s", count(len(row), "cell"), against),
		Try: c.straighten(row, names, line, end, isFirst)}
}

// straighten returns what to try with such a row.
func (c *Config) straighten(row, names []string, line, end int, isFirst bool) string {
	mark, extra := separatorName(c.separator()), len(row)-len(names)
	quote := fmt.Sprintf("put a cell that holds a %s into double quotes", mark)
	areDecimals := c.separator() == ',' && len(row) == 2*len(names) && areWholeNumbers(row)
	switch {
	case c.Names != nil && isFirst:
		return "give one name for each cell"
	case extra > 0 && strings.Join(row[len(names):], "") == "":
		return fmt.Sprintf("the line ends in a %s too many, take it out", mark)
	case extra == -1 && names[len(names)-1] == "":
		return fmt.Sprintf("the header ends in a %s too many, take it out", mark)
	case len(names) == 1 && !c.isHeaderless():
		titled := *c
		titled.SkipLines = line - 1
		if areDecimals {
			decimal := *c
			decimal.Separator, decimal.HasDecimalComma = ';', true
			quote = "if this is a decimal comma, read the file with " + decimal.literal()
		}
		return quote + "; if titles or remarks stand above this line, read the file with " + titled.literal()
	case areDecimals:
		return "if these are decimal commas, put each number into double quotes, " +
			"or a semicolon between the cells"
	case extra == 1 && isFirst && !c.isHeaderless():
		return quote + "; if the header has no name for the first cell, read the file with " +
			c.renaming(append([]string{""}, names...), end)
	case extra > 0:
		return fmt.Sprintf("look for a %s too many, and %s", mark, quote)
	case c.separator() == ' ':
		return "write NA where a value is missing, for two spaces separate as one"
	case len(row) == 1:
		return fmt.Sprintf("look for a missing %s, or take the line out if it is a remark or a sum", mark)
	}
	return fmt.Sprintf("look for a missing %s, or for a line that is broken in two", mark)
}

func areWholeNumbers(row []string) bool {
	for _, cell := range row {
		if strings.Trim(cell, "+-0123456789") != "" {
			return false
		}
	}
	return true
}
