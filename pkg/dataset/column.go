package dataset

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// newColumn decides whether cells, which stand in these lines of the file, are
// numbers or text. It decides when all cells are seen, because "inf" is a word
// in a column of names and a mistake in a column of numbers.
func newColumn(name string, cells []string, lines []int) (column, error) {
	c := column{name: name, numbers: make([]float64, len(cells))}
	bad := -1 // the first cell that is a number but not a finite one
	for i, cell := range cells {
		v, ok := parse(cell)
		switch {
		case !ok:
			return textColumn(name, cells, lines[i], cell), nil
		case !isMissingCell(cell) && !Finite(v) && bad < 0:
			bad = i
		}
		c.numbers[i] = v
	}
	if bad >= 0 {
		e := &ReadError{Line: lines[bad], Column: name, What: fmt.Sprintf("%q is not a finite number", cells[bad]), Try: "leave the cell empty if the value is missing"}
		if strings.ContainsAny(cells[bad], "0123456789") {
			e.What = fmt.Sprintf("%q is too large, numbers end at 1.8e308", cells[bad])
			e.Try = "choose a larger unit"
		}
		return column{}, e
	}
	return c, nil
}

// textColumn returns a column of text; line and cell say why it is not numbers.
func textColumn(name string, cells []string, line int, cell string) column {
	c := column{name: name, text: make([]string, len(cells)), oddLine: line, oddCell: cell}
	for i, cell := range cells {
		if !isMissingCell(cell) {
			c.text[i] = cell
		}
	}
	return c
}

func isMissingCell(cell string) bool { return cell == "" || cell == "NA" }

// parse returns the number in a cell, NaN for a missing one, ±Inf for one that
// float64 cannot hold. Hexadecimal and underscores, which Go would take, are
// no numbers in a CSV file.
func parse(cell string) (v float64, ok bool) {
	if isMissingCell(cell) {
		return math.NaN(), true
	}
	if strings.ContainsAny(cell, "xX_") {
		return 0, false
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}
