package dataset

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// Config says how a file of a table is written. The zero Config is a file of commas with
// decimal points and a header line.
type Config struct {
	// Separator stands between two cells, 0 for a comma. A blank, ' ', stands for any number
	// of blanks and tabs; such a file has no quoted cells.
	Separator rune

	// HasDecimalComma says that numbers are written 3,14.
	HasDecimalComma bool

	// Names are the names of the columns of a file whose first line is data already. Nil for
	// a file with a header line.
	Names []string

	// Missing are the cells that mean a missing value, beside the empty cell. Nil for NA; an
	// empty slice for none, so that NA is a word such as the code of Namibia.
	Missing []string
}

// ReadError says what is wrong with a CSV file, where, and what to try. Line
// counts from 1, the header being line 1; Path, Line and Column are empty or 0
// where they are not known. Err is the error that caused it, or nil.
type ReadError struct {
	Path   string
	Line   int
	Column string
	What   string
	Try    string
	Err    error
}

// Error returns one line, such as
//
//	dataset: cars.csv: line 3, column "mpg": "inf" is not a finite number; leave the cell empty if the value is missing
func (e *ReadError) Error() string {
	var b strings.Builder
	b.WriteString("dataset: ")
	if e.Path != "" {
		b.WriteString(e.Path + ": ")
	}
	switch {
	case e.Line > 0 && e.Column != "":
		fmt.Fprintf(&b, "line %d, column %q: ", e.Line, e.Column)
	case e.Line > 0:
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	b.WriteString(e.What)
	if e.Try != "" {
		b.WriteString("; " + e.Try)
	}
	return b.String()
}

// Unwrap returns the cause, for errors.Is and errors.As.
func (e *ReadError) Unwrap() error { return e.Err }

// Load reads the CSV file at path; see Read. Every error is a *ReadError that
// holds the path.
func Load(path string, config Config) (*Table, error) {
	f, err := os.Open(path)
	if err != nil {
		var p *os.PathError
		what := err.Error()
		if errors.As(err, &p) {
			what = p.Err.Error()
		}
		return nil, &ReadError{Path: path, What: what, Try: "check the path; it counts from the notebook's folder", Err: err}
	}
	defer f.Close()
	t, err := Read(f, config)
	var e *ReadError
	if errors.As(err, &e) {
		e.Path = path
	}
	return t, err
}

// Read reads a table from CSV (RFC 4180, UTF-8). It takes a byte order mark, any line ends,
// quoted cells with separators or line breaks inside, spaces around a cell and a first line
// sep=; as spreadsheets write it; it skips blank lines.
//
// A column is numbers when every cell that is not missing is a decimal number (1, -2.5, 3e8);
// otherwise it is text.
//
// Read guesses nothing: where a file looks as if it were written in another way than the
// Config says, the error names the field of Config that reads it. Every error is a *ReadError:
// what is no text table (a web page, a workbook), another separator, decimal commas, separators
// of thousands, a first line that looks like data, no rows, a row of the wrong length, a header
// name that is missing or there twice, a stray quote, text that is not UTF-8, and, in a column
// of numbers, NaN, Inf or a number beyond ±1.8e308.
//
// Whole numbers that grow from cell to cell, such as years, are taken for names.
func Read(r io.Reader, config Config) (*Table, error) {
	if r == nil {
		panic("dataset: Read: reader is nil")
	}
	config.check()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, &ReadError{What: "reading stopped: " + err.Error(), Try: "check the file or the connection", Err: err}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if e := noTable(data); e != nil {
		return nil, e
	}
	data, firstLine := tidy(data, &config)
	records, lines, err := split(data, config)
	if err != nil {
		return nil, err
	}
	for i := range lines {
		lines[i] += firstLine - 1
	}
	if e := otherSeparator(records, data, config); e != nil {
		e.Line = firstLine
		return nil, e
	}
	names, records, lines, err := header(records, lines, config)
	if err != nil {
		return nil, err
	}
	cells := make([][]string, len(names)) // cells[k] is column k
	for k := range cells {
		cells[k] = make([]string, len(records))
	}
	for i, row := range records {
		if len(row) != len(names) {
			return nil, &ReadError{Line: lines[i],
				What: fmt.Sprintf("the row has %s, the header has %d", count(len(row), "cell"), len(names)),
				Try:  "look for a missing or extra separator, and put a cell that holds one into double quotes"}
		}
		for k, cell := range row {
			if !utf8.ValidString(cell) {
				return nil, &ReadError{Line: lines[i], Column: names[k], What: "the text is not UTF-8", Try: "save the file as UTF-8"}
			}
			cells[k][i] = cell
		}
	}
	if len(records) == 0 {
		return nil, &ReadError{What: "there is a header but no row", Try: "check that the data follow the header line"}
	}
	t := &Table{rows: len(lines)}
	for k, name := range names {
		c, err := newColumn(name, cells[k], lines, config)
		if err != nil {
			return nil, err
		}
		t.columns = append(t.columns, c)
	}
	return t, nil
}

// check panics when a Config cannot be meant.
func (c Config) check() {
	switch s := c.Separator; {
	case s == '"' || s == '\r' || s == '\n' || s == '\ufeff' || s == utf8.RuneError || s < 0 || s > utf8.MaxRune:
		panic(fmt.Sprintf("dataset: Read: Separator is %q, which separates no cells", s))
	case c.Names != nil && len(c.Names) == 0:
		panic("dataset: Read: Names is empty; name every column, or leave it nil for a file with a header line")
	}
}

// separator is Separator, or a comma.
func (c Config) separator() rune {
	if c.Separator == 0 {
		return ','
	}
	return c.Separator
}

// split cuts the text into rows of cells without spaces around them. lines[i] is the line on
// which row i begins.
func split(data []byte, config Config) (rows [][]string, lines []int, err error) {
	if config.separator() == ' ' {
		n := 0
		for text := range strings.Lines(string(data)) {
			n++
			if row := strings.Fields(text); len(row) > 0 {
				rows, lines = append(rows, row), append(lines, n)
			}
		}
		return rows, lines, nil
	}
	cr := csv.NewReader(bytes.NewReader(data))
	cr.Comma = config.separator()
	cr.FieldsPerRecord = -1 // lengths are checked later, with an error that says what to try
	cr.TrimLeadingSpace = cr.Comma != '\t'
	for {
		row, err := cr.Read()
		if err == io.EOF {
			return rows, lines, nil
		}
		if err != nil {
			return nil, nil, syntaxError(err)
		}
		for k := range row {
			row[k] = strings.TrimSpace(row[k])
		}
		line, _ := cr.FieldPos(0)
		rows, lines = append(rows, row), append(lines, line)
	}
}

// syntaxError returns what the CSV reader has reported.
func syntaxError(err error) *ReadError {
	e := &ReadError{What: err.Error(), Try: "put the cell into double quotes", Err: err}
	var p *csv.ParseError
	if errors.As(err, &p) {
		e.Line, e.What = p.StartLine, p.Err.Error()
	}
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		e.What = "a quote stands in the middle of a cell"
		e.Try = `put the whole cell into quotes and double the quote inside: "6"" nail"`
	case errors.Is(err, csv.ErrQuote):
		e.What = "a quoted cell has no end, or something follows its end"
		e.Try = `close each quote before the separator, and double a quote that belongs to the text: "6"" nail"`
	}
	return e
}

// count returns "1 row", "2 rows", for what = "row".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
