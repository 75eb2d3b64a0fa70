package dataset

import (
	"fmt"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// Table is a table with named columns, each of numbers or of text. A missing
// value is NaN among numbers and "" among text. A Table never changes: Select
// and Complete return new ones, Column and Text return copies.
type Table struct {
	columns []column
	rows    int
}

// Rows returns the number of rows n.
func (t *Table) Rows() int { return t.rows }

// Names returns the column names in the order of the file.
func (t *Table) Names() []string {
	names := make([]string, len(t.columns))
	for k := range t.columns {
		names[k] = t.columns[k].name
	}
	return names
}

// Column returns a copy of a column of numbers, NaN where a value is missing.
// It panics when there is no such column, naming those there are, and when the
// column is text, naming the cell that is no number.
func (t *Table) Column(name string) []float64 {
	c := t.find("Column", name)
	if c.isText() {
		panic(fmt.Sprintf("dataset: Column: %q %s", name, t.whyText(c)))
	}
	return append([]float64(nil), c.numbers...)
}

// Text returns a copy of a column of text, "" where a value is missing. It
// panics when there is no such column and when the column is numbers.
func (t *Table) Text(name string) []string {
	c := t.find("Text", name)
	if !c.isText() {
		panic(fmt.Sprintf("dataset: Text: %q is a column of numbers; use Column", name))
	}
	return append([]string(nil), c.text...)
}

// Matrix returns the named columns of numbers side by side: n×p for n rows and
// p names, missing values as NaN (see Complete). A table without rows gives
// the empty matrix. It panics without names, on an unknown name and on text.
func (t *Table) Matrix(names ...string) *mat.Dense {
	if len(names) == 0 {
		panic("dataset: Matrix: no column named; the table has " + t.namesInShort())
	}
	for _, name := range names {
		if c := t.find("Matrix", name); c.isText() {
			panic(fmt.Sprintf("dataset: Matrix: %q %s", name, t.whyText(c)))
		}
	}
	if t.rows == 0 {
		return &mat.Dense{}
	}
	X := mat.NewDense(t.rows, len(names), nil)
	for k, name := range names {
		X.SetCol(k, t.find("Matrix", name).numbers)
	}
	return X
}

// Complete returns the rows that miss no value in the named columns, or in any
// column when none is named. The table it returns keeps all columns.
func (t *Table) Complete(names ...string) *Table {
	if len(names) == 0 {
		names = t.Names()
	}
	var need []*column
	for _, name := range names {
		need = append(need, t.find("Complete", name))
	}
	var keep []int
rows:
	for i := range t.rows {
		for _, c := range need {
			if c.isMissing(i) {
				continue rows
			}
		}
		keep = append(keep, i)
	}
	return t.Select(keep)
}

// Select returns the given rows in the given order, counted from 0; a row may
// be taken more than once. It panics on a row that does not exist.
func (t *Table) Select(rows []int) *Table {
	for _, i := range rows {
		if i < 0 || i >= t.rows {
			panic(fmt.Sprintf("dataset: Select: row %d, the table has rows 0 to %d", i, t.rows-1))
		}
	}
	s := &Table{columns: make([]column, len(t.columns)), rows: len(rows)}
	for k, c := range t.columns {
		d := c
		if c.isText() {
			d.text = make([]string, len(rows))
		} else {
			d.numbers = make([]float64, len(rows))
		}
		for j, i := range rows {
			if c.isText() {
				d.text[j] = c.text[i]
			} else {
				d.numbers[j] = c.numbers[i]
			}
		}
		s.columns[k] = d
	}
	return s
}

// find returns the column of that name, or panics in the name of the caller.
func (t *Table) find(caller, name string) *column {
	for k := range t.columns {
		if t.columns[k].name == name {
			return &t.columns[k]
		}
	}
	panic(fmt.Sprintf("dataset: %s: no column %q; the table has %s", caller, name, t.namesInShort()))
}

// namesInShort names the columns, the first twelve of them if there are many.
func (t *Table) namesInShort() string {
	names := t.Names()
	if len(names) > 12 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:12], ", "), len(names)-12)
	}
	return strings.Join(names, ", ")
}
