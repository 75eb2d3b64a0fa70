package dataset

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// looked is the number of lines that are looked at to tell how a file is written.
const looked = 20

// otherSeparator reports that the cells of a file are separated by something else than the
// Config says: something that cuts all lines looked at into equally many cells, more than one.
func otherSeparator(rows [][]string, data []byte, config Config) *ReadError {
	var lines []string
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines = append(lines, string(line))
		}
		if len(lines) == looked {
			break
		}
	}
	isOneCell := true // isOneCell says whether the separator of the Config is in no row
	for _, row := range rows[:min(len(rows), looked)] {
		isOneCell = isOneCell && len(row) == 1
	}
	for _, s := range []struct {
		separator rune
		name      string
	}{{';', "semicolons"}, {'\t', "tabs"}, {'|', "bars"}, {',', "commas"}, {' ', "blanks"}} {
		if s.separator == config.separator() || len(lines) < 2 && !isOneCell {
			continue
		}
		cells := cutAll(lines, s.separator)
		// Blanks and commas stand in many texts: they count where nothing else separates.
		if cells == nil || (s.separator == ' ' || s.separator == ',') && !(isOneCell && hasNumbers(cells[len(cells)-1], config)) {
			continue
		}
		e := &ReadError{What: "the cells are separated by " + s.name, Try: fmt.Sprintf("read it with dataset.Config{Separator: %q", s.separator)}
		if s.separator == ',' {
			e.Try = "read it with dataset.Config{Separator: ','"
		}
		if s.separator != ',' && hasDecimalCommas(cells) && !config.HasDecimalComma {
			e.What += ", and numbers have decimal commas"
			e.Try += ", HasDecimalComma: true"
		}
		e.Try += "}"
		return e
	}
	return nil
}

// cutAll cuts lines at a separator. It returns nil unless all have the same number of cells,
// two or more.
func cutAll(lines []string, separator rune) [][]string {
	rows, _, err := split([]byte(strings.Join(lines, "\n")), Config{Separator: separator})
	if err != nil {
		return nil
	}
	for _, row := range rows {
		if len(row) < 2 || len(row) != len(rows[0]) {
			return nil
		}
	}
	return rows
}

// hasNumbers reports whether two cells of a row or more are numbers, written in any way.
func hasNumbers(row []string, config Config) bool {
	n := 0
	for _, cell := range row {
		if cell = strings.Trim(cell, `" `); decimalComma.MatchString(cell) || isNumber(cell) {
			n++
		}
	}
	return n >= 2
}

// isNumber reports whether a cell is a decimal number.
func isNumber(cell string) bool {
	v, ok := parse(cell)
	return ok && Finite(v)
}

var (
	decimalComma = regexp.MustCompile(`^[-+]?\d*,\d+([eE][-+]?\d+)?$`)
	thousands    = regexp.MustCompile(`^[-+]?\d{1,3}([.,' ]\d{3})+([.,]\d+)?$`)
)

func hasDecimalCommas(rows [][]string) bool {
	for _, row := range rows {
		for _, cell := range row {
			if decimalComma.MatchString(strings.Trim(cell, `" `)) {
				return true
			}
		}
	}
	return false
}

// header takes the names of the columns from the Config or from the first row, and returns the
// rows that are left.
func header(rows [][]string, lines []int, config Config) (names []string, data [][]string, at []int, err error) {
	if config.Names == nil {
		names, data, at = rows[0], rows[1:], lines[1:]
	} else {
		names, data, at = slices.Clone(config.Names), rows, lines
		if len(names) != len(rows[0]) {
			return nil, nil, nil, &ReadError{Line: lines[0],
				What: fmt.Sprintf("the row has %s, Config.Names has %d", count(len(rows[0]), "cell"), len(names)), Try: "give one name for each column"}
		}
	}
	line := lines[0]
	if config.Names == nil && looksLikeData(names, data, config) {
		return nil, nil, nil, &ReadError{Line: line, What: fmt.Sprintf("the line looks like data (%s), not like names", inShort(names)),
			Try: "name the columns of a file without a header line: dataset.Config{Names: " + namesFor(len(names)) + "}"}
	}
	seen := map[string]int{}
	for k, name := range names {
		name = strings.TrimSpace(name)
		names[k] = name
		switch {
		case !utf8.ValidString(name):
			return nil, nil, nil, &ReadError{Line: line, What: fmt.Sprintf("the name of column %d is not UTF-8", k+1), Try: "save the file as UTF-8"}
		case name == "" && k > 0 && k == len(names)-1 && isEmptyColumn(data, k):
			return nil, nil, nil, &ReadError{Line: line, What: "the lines end with a separator, so there is one column too many", Try: "take the separators at the ends away"}
		case name == "":
			return nil, nil, nil, &ReadError{Line: line, What: fmt.Sprintf("column %d has no name", k+1), Try: "name every column in the header line"}
		case seen[name] > 0:
			return nil, nil, nil, &ReadError{Line: line, What: fmt.Sprintf("columns %d and %d are both named %q", seen[name], k+1, name), Try: "give each column its own name"}
		}
		seen[name] = k + 1
	}
	return names, data, at, nil
}

// looksLikeData reports whether the names are what stands in a row: a number above each column
// of numbers, and not numbers that count up, as years do.
func looksLikeData(names []string, rows [][]string, config Config) bool {
	columns, isCounting, last := 0, true, -1.0
	for k, name := range names {
		for i, row := range rows[:min(len(rows), looked)] {
			if k >= len(row) || !isNumber(config.point(row[k])) {
				break
			}
			if i < min(len(rows), looked)-1 {
				continue
			}
			if !isNumber(config.point(name)) {
				return false
			}
			columns++
			v, _ := parse(config.point(name))
			isCounting = isCounting && v > last && v == float64(int(v)) && !strings.ContainsAny(name, ".,eE+-")
			last = v
		}
	}
	return columns > 0 && !isCounting
}

func isEmptyColumn(rows [][]string, k int) bool {
	for _, row := range rows {
		if k < len(row) && row[k] != "" {
			return false
		}
	}
	return true
}

// inShort is the first cells of a row.
func inShort(row []string) string {
	if len(row) > 4 {
		return strings.Join(row[:4], ", ") + ", …"
	}
	return strings.Join(row, ", ")
}

// namesFor is the Go text of n names, the first of them if there are many.
func namesFor(n int) string {
	var words []string
	for k := range min(n, 6) {
		words = append(words, fmt.Sprintf("%q", fmt.Sprintf("x%d", k+1)))
	}
	if n > 6 {
		words = append(words, "…")
	}
	return "[]string{" + strings.Join(words, ", ") + "}"
}
