package dataset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// names returns the names of the columns of a file with this first row.
func (c *Config) names(first []string) []string {
	if c.Names != nil {
		return slices.Clone(c.Names)
	}
	names := make([]string, len(first))
	for k, cell := range first {
		names[k] = strings.TrimSpace(strings.Trim(cell, byteOrderMark))
		if c.HasNoHeader {
			names[k] = fmt.Sprintf("x%d", k+1)
		}
	}
	return names
}

// checkNames returns an error for a name that is empty or there twice. The header
// ends on line end; Config.Names stands on none.
func (c *Config) checkNames(names []string, line, end int) error {
	seen := map[string]int{}
	for k, name := range names {
		what := ""
		switch {
		case name == "" && k > 0 && k == len(names)-1:
			what = fmt.Sprintf("column %d has no name, for the line ends in a separator", k+1)
		case name == "":
			what = fmt.Sprintf("column %d has no name", k+1)
		case seen[name] > 0:
			what = fmt.Sprintf("columns %d and %d are both named %q", seen[name], k+1, name)
		}
		if what != "" && c.Names != nil {
			return &ReadError{What: "in Config.Names " + what, Try: "give each column a name of its own"}
		}
		if what != "" {
			return &ReadError{Line: line, What: what, Try: "give each column a name of its own, in the file or with " +
				c.renaming(names, end) + "; if the line holds data, read the file with " + c.headerless()}
		}
		seen[name] = k + 1
	}
	return nil
}

// headerless returns the Config that takes the header for data, as text.
func (c Config) headerless() string {
	c.HasNoHeader = true
	return c.literal()
}

// renaming returns, as text, the Config that leaves out the lines up to the end of
// the header and gives the names anew: those that are empty or there twice become
// x1, x2 and so on.
func (c Config) renaming(names []string, end int) string {
	c.SkipLines, c.Names = end, nil
	if len(names) > mostNames {
		c.Names = names // which literal does not write
		return c.literal()
	}
	for k, name := range names {
		for i := k + 1; name == "" || slices.Contains(c.Names, name); i++ {
			name = fmt.Sprintf("x%d", i)
		}
		c.Names = append(c.Names, name)
	}
	return c.literal()
}

// checkHeader returns an error if the header looks like a row of data: a number
// stands over a column of numbers and no word does, or every cell stands again
// in its column. Years beside a word, such as country,1990,2000, are names.
func (c *Config) checkHeader(names []string, columns []column, line, end int) error {
	numbers, years, again, before := 0, 0, 0, 0.0
	example := ""
	for k, name := range names {
		v, _ := c.number(name)
		switch isNumber := c.isNumberCell(name); {
		case isNumber && !columns[k].isText():
			numbers++
			if v == math.Trunc(v) && 1000 <= v && v < 3000 && before < v {
				years++
			}
			if before = v; example == "" {
				example = name
			}
		case !isNumber && !columns[k].isText() && !c.isMissing(name) && hasLetter(name):
			return nil
		case slices.Contains(columns[k].text, name):
			again++
		}
	}
	what := ""
	switch areYears := years == numbers && years > 1 && numbers < len(names); {
	case numbers > 0 && !areYears:
		what = fmt.Sprintf("the header looks like data: %q stands over numbers", example)
	case again > 1 && again == len(names):
		what = "the header looks like data: each of its cells stands again in its column"
	default:
		return nil
	}
	return &ReadError{Line: line, What: what, Try: "if it is data, read the file with " + c.headerless() +
		"; if it holds names, with " + c.renaming(names, end)}
}

// hasLetter reports whether a cell is a word; ? and -- are none.
func hasLetter(cell string) bool { return strings.ContainsFunc(cell, unicode.IsLetter) }
