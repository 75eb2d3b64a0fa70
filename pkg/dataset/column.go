package dataset

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// newColumn decides whether cells, which stand in these lines of the file, are
// numbers or text. It decides when all cells are seen, because "inf" is a word
// in a column of names and a mistake in a column of numbers.
func newColumn(name string, cells []string, lines []int, config Config) (column, error) {
	c := column{name: name, numbers: make([]float64, len(cells))}
	bad := -1 // the first cell that is a number but not a finite one
	for i, cell := range cells {
		if config.isMissing(cell) {
			c.numbers[i] = math.NaN()
			continue
		}
		v, ok := parse(config.point(cell))
		switch {
		case !ok:
			if e := otherNumbers(cells, config); e != nil {
				e.Line, e.Column = lines[i], name
				return column{}, e
			}
			return textColumn(name, cells, lines[i], cell, config), nil
		case !Finite(v) && bad < 0:
			bad = i
		}
		c.numbers[i] = v
	}
	if bad >= 0 {
		e := &ReadError{Line: lines[bad], Column: name, What: fmt.Sprintf("%q is not a finite number", cells[bad]),
			Try: fmt.Sprintf("leave the cell empty if the value is missing, or read it with dataset.Config{Missing: []string{%q}}", cells[bad])}
		if strings.ContainsAny(cells[bad], "0123456789") {
			e.What = fmt.Sprintf("%q is too large, numbers end at 1.8e308", cells[bad])
			e.Try = "choose a larger unit"
		}
		return column{}, e
	}
	return c, nil
}

// textColumn returns a column of text; line and cell say why it is not numbers.
func textColumn(name string, cells []string, line int, cell string, config Config) column {
	c := column{name: name, text: make([]string, len(cells)), oddLine: line, oddCell: cell}
	for i, cell := range cells {
		if !config.isMissing(cell) {
			c.text[i] = cell
		}
	}
	return c
}

// isMissing reports whether a cell means a missing value.
func (c Config) isMissing(cell string) bool {
	if c.Missing == nil {
		return cell == "" || cell == "NA"
	}
	return cell == "" || slices.Contains(c.Missing, cell)
}

// point is a cell with its decimal comma, if numbers have one, turned into a point.
func (c Config) point(cell string) string {
	if !c.HasDecimalComma {
		return cell
	}
	if strings.Contains(cell, ".") {
		return cell + "?" // no number: in such a file a point separates thousands
	}
	return strings.Replace(cell, ",", ".", 1)
}

// otherNumbers reports that the cells of a column are numbers, all of them, but written in
// another way than the Config says.
func otherNumbers(cells []string, config Config) *ReadError {
	areCommas, areThousands, odd := true, true, ""
	for _, cell := range cells {
		if config.isMissing(cell) || isNumber(config.point(cell)) {
			continue
		}
		areCommas = areCommas && decimalComma.MatchString(cell)
		areThousands = areThousands && thousands.MatchString(cell)
		if odd == "" {
			odd = cell
		}
	}
	switch {
	case areCommas && areThousands && !config.HasDecimalComma:
		return &ReadError{What: fmt.Sprintf("%q may be %s or %s", odd, strings.Replace(odd, ",", ".", 1), strings.ReplaceAll(odd, ",", "")),
			Try: "read decimal commas with dataset.Config{HasDecimalComma: true}, or take separators of thousands away"}
	case areThousands:
		return &ReadError{What: fmt.Sprintf("%q has a separator of thousands", odd), Try: "write the numbers without it"}
	case areCommas && !config.HasDecimalComma:
		return &ReadError{What: fmt.Sprintf("%q has a decimal comma", odd), Try: "read it with dataset.Config{HasDecimalComma: true}, beside the Separator if it is not a comma"}
	}
	return nil
}

// parse returns the number in a cell, ±Inf for one that float64 cannot hold. Hexadecimal and
// underscores, which Go would take, are no numbers in a CSV file.
func parse(cell string) (v float64, ok bool) {
	if strings.ContainsAny(cell, "xX_") {
		return 0, false
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}
