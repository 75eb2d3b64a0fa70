package dataset

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// findSeparator returns the text of the table, and the line of the file on which
// it begins. It sets c.Separator to what the file declares if it is not given.
func (c *Config) findSeparator(text string) (table string, line int, err error) {
	for range min(c.SkipLines, len(text)) {
		_, text, _ = strings.Cut(text, "\n")
	}
	line = 1 + c.SkipLines
	separator, table := declared(text)
	if separator != 0 {
		line++
	}
	switch {
	case c.Separator != 0:
	case separator != 0:
		c.Separator = separator
		err = c.check()
	default:
		err = c.checkComma(table, line)
	}
	return table, line, err
}

// declared returns the separator that a first line such as sep=; names, which
// spreadsheets write, and the text after this line; or 0 and the whole text.
func declared(text string) (separator rune, rest string) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.Trim(line, `"`)
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") || utf8.RuneCountInString(line[4:]) != 1 {
		return 0, text
	}
	separator, _ = utf8.DecodeRuneInString(line[4:])
	return separator, rest
}

// separatorName returns how a separator is called.
func separatorName(separator rune) string {
	switch separator {
	case ',':
		return "comma"
	case ';':
		return "semicolon"
	case '\t':
		return "tab"
	case '|':
		return "vertical bar"
	case ' ':
		return "space"
	}
	return fmt.Sprintf("%q", separator)
}

// checkComma returns an error if the cells of a text, which begins on this line of
// the file, seem to be separated by another sign than the comma.
func (c Config) checkComma(text string, line int) error {
	commas := takeSample(text, line, ',')
	for _, separator := range []rune{';', '\t', '|', ' '} {
		s := takeSample(text, line, separator)
		if !s.isLikelier(commas) {
			continue
		}
		how, withCommas := s.config(c), c
		withCommas.Separator = ','
		what := fmt.Sprintf("the cells seem to be separated by %ss", separatorName(separator))
		if how.HasDecimalComma {
			what += ", and the numbers to have decimal commas"
		}
		return &ReadError{Line: s.line, What: what, Try: "read the file with " + how.literal() +
			"; if commas separate the cells, with " + withCommas.literal()}
	}
	return nil
}

// sample holds the first rows of a text, cut at a separator.
type sample struct {
	separator rune
	rows      [][]string
	line      int  // of the first row
	width     int  // the number of cells if all rows have as many, otherwise 0
	isRemark  bool // the first row began with a # apart, which is taken off
}

func takeSample(text string, line int, separator rune) *sample {
	s := &sample{separator: separator}
	r := newRows(text, line, separator)
	for len(s.rows) < 100 {
		cells, start, err := r.next()
		if err != nil {
			s.width = 0
			break
		}
		if len(cells) == 0 {
			break
		}
		if len(s.rows) == 0 {
			if s.isRemark = separator == ' ' && cells[0] == "#"; s.isRemark {
				cells = cells[1:]
			}
			s.line, s.width = start, len(cells)
		}
		for separator == '\t' && len(cells) > 1 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1] // spaces at the end of a line are no cells
		}
		if len(cells) != s.width {
			s.width = 0
		}
		s.rows = append(s.rows, slices.Clone(cells))
	}
	return s
}

// isLikelier reports whether the cells are rather separated so than by commas.
func (s *sample) isLikelier(commas *sample) bool {
	if s.separator == '\t' && s.hasLists() {
		return false // spaces separate too, as in the original of Auto MPG
	}
	hasOneName := len(commas.rows) == 0 || len(commas.rows[0]) == 1
	isMark := s.separator == ';' || s.separator == '\t'
	if isMark && hasOneName && len(s.rows) > 0 && len(s.rows[0]) > 1 {
		return true
	}
	if s.width < 2 {
		return false
	}
	hasDecimals, hasOthers := hasCommas(s.rows[1:])
	if s.separator == ' ' { // which also stands between words
		_, hasOthersAbove := hasCommas(s.rows[:1])
		if hasOthers || hasOthersAbove || !s.hasNumbers() {
			return false
		}
	}
	return commas.width < 2 || hasDecimals && !hasOthers
}

// hasLists reports whether a cell is three or more numbers with spaces between,
// other than 1 234 567.
func (s *sample) hasLists() bool {
	how := Config{Thousands: ' '}
	for _, row := range s.rows {
		for _, cell := range row {
			words := strings.Fields(cell)
			isWord := func(w string) bool { return !how.isNumberCell(w) }
			if len(words) > 2 && !slices.ContainsFunc(words, isWord) && !how.isNumberCell(cell) {
				return true
			}
		}
	}
	return false
}

// hasCommas reports whether cells are numbers with decimal commas, and whether
// other cells hold a comma.
func hasCommas(rows [][]string) (hasDecimals, hasOthers bool) {
	for _, row := range rows {
		for _, cell := range row {
			switch {
			case isDecimalComma(cell):
				hasDecimals = true
			case strings.Contains(cell, ","):
				hasOthers = true
			}
		}
	}
	return hasDecimals, hasOthers
}

// hasNumbers reports whether some column below the first row holds numbers.
func (s *sample) hasNumbers() bool {
	if len(s.rows) < 2 {
		return false
	}
	how := s.config(Config{})
	return slices.ContainsFunc(s.columns(&how), func(c column) bool { return !c.isText() })
}

// columns returns the columns below the first row. All rows must be as long.
func (s *sample) columns(how *Config) []column {
	var columns []column
	for k := range s.width {
		var cells []string
		for _, row := range s.rows[1:] {
			cells = append(cells, row[k])
		}
		c, _ := newColumn("", cells, make([]int, len(cells)), how)
		columns = append(columns, c)
	}
	return columns
}

// config returns c, changed so that it reads the file.
func (s *sample) config(c Config) Config {
	c.Separator = s.separator
	if hasDecimals, _ := hasCommas(s.rows); hasDecimals {
		c.HasDecimalComma = true
	}
	switch {
	case c.isHeaderless():
	case s.isRemark:
		c.SkipLines, c.Names = s.line, s.rows[0]
	case s.width > 0 && c.checkHeader(s.rows[0], s.columns(&c), 0, 0) != nil:
		c.HasNoHeader = true
	}
	return c
}
