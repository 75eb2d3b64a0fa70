package dataset

import (
	"fmt"
	"math"
	"strings"
)

// column holds numbers or, if it is text, strings; the other slice is nil.
type column struct {
	name    string
	numbers []float64
	text    []string
	// oddCell is the first cell that is no number, and oddLine its line in the
	// file: they say why a column is text. how is what the file was read with.
	oddLine int
	oddCell string
	how     *Config
}

func (c *column) isText() bool { return c.text != nil }

// isMissing reports whether the value in a row is missing.
func (c *column) isMissing(row int) bool {
	if c.isText() {
		return c.text[row] == ""
	}
	return math.IsNaN(c.numbers[row])
}

// newColumn decides whether cells, which stand in these lines of the file, are
// numbers or text. It decides when all cells are seen, because "inf" is a word
// in a column of names and a mistake in a column of numbers.
func newColumn(name string, cells []string, lines []int, how *Config) (column, error) {
	c := column{name: name, numbers: make([]float64, len(cells)), how: how}
	bad := -1 // the first cell that is a number but not a finite one
	for i, cell := range cells {
		v, isNumber := how.number(cell)
		switch {
		case !isNumber:
			return textColumn(name, cells, lines[i], cell, how), nil
		case bad < 0 && !Finite(v) && !how.isMissing(cell):
			bad = i
		}
		c.numbers[i] = v
	}
	if bad >= 0 {
		return column{}, notFiniteCell(name, cells[bad], lines[bad], how)
	}
	return c, nil
}

// notFiniteCell is the error for NaN, Inf or a number beyond ±1.8e308 in a column
// of numbers.
func notFiniteCell(name, cell string, line int, how *Config) error {
	if strings.ContainsAny(cell, "0123456789") {
		return &ReadError{Line: line, Column: name,
			What: fmt.Sprintf("%q is too large, numbers end at 1.8e308", cell), Try: "choose a larger unit"}
	}
	return &ReadError{Line: line, Column: name, What: fmt.Sprintf("%q is not a finite number", cell),
		Try: "if the value is missing, leave the cell empty or read the file with " + how.withMissing(cell).literal()}
}

// textColumn returns a column of text; line and cell say why it is not numbers.
func textColumn(name string, cells []string, line int, cell string, how *Config) column {
	c := column{name: name, text: make([]string, len(cells)), oddLine: line, oddCell: cell, how: how}
	for i, cell := range cells {
		if !how.isMissing(cell) {
			c.text[i] = cell
		}
	}
	return c
}
