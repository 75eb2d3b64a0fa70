package dataset

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

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
func Load(path string) (*Table, error) {
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
	t, err := Read(f)
	var e *ReadError
	if errors.As(err, &e) {
		e.Path = path
	}
	return t, err
}

// Read reads a table from CSV (RFC 4180, UTF-8, commas, one header line). It
// takes a byte order mark, CRLF line ends, quoted cells with commas or line
// breaks inside, and spaces around a cell; it skips blank lines.
//
// A cell that is empty or NA is missing. A column is numbers when every cell
// that is not missing is a decimal number (1, -2.5, 3e8); otherwise it is
// text.
//
// Every error is a *ReadError: no rows, a row of the wrong length, a header
// name that is missing or there twice, a stray quote, text that is not UTF-8,
// and, in a column of numbers, NaN, Inf or a number beyond ±1.8e308.
func Read(r io.Reader) (*Table, error) {
	if r == nil {
		panic("dataset: Read: reader is nil")
	}
	br := bufio.NewReader(r)
	start, _ := br.Peek(3)
	if bytes.HasPrefix(start, []byte{0xFF, 0xFE}) || bytes.HasPrefix(start, []byte{0xFE, 0xFF}) {
		return nil, &ReadError{Line: 1, What: "the text is UTF-16", Try: "save the file as UTF-8"}
	}
	if bytes.Equal(start, []byte("\ufeff")) {
		_, _ = br.Discard(3) // the three bytes were just seen
	}
	cr := csv.NewReader(br)
	cr.FieldsPerRecord = -1 // lengths are checked below, with an error that says what to try
	cr.TrimLeadingSpace = true

	names, err := readHeader(cr)
	if err != nil {
		return nil, err
	}
	cells := make([][]string, len(names)) // cells[k] is column k
	var lines []int                       // lines[i] is the line of the file on which row i starts
	for {
		row, err := cr.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, syntaxError(err)
		}
		line, _ := cr.FieldPos(0)
		if len(row) != len(names) {
			return nil, &ReadError{Line: line,
				What: fmt.Sprintf("the row has %s, the header has %d", count(len(row), "cell"), len(names)),
				Try:  "look for a missing or extra comma, and put a cell that holds a comma into double quotes"}
		}
		for k, cell := range row {
			if !utf8.ValidString(cell) {
				return nil, &ReadError{Line: line, Column: names[k], What: "the text is not UTF-8", Try: "save the file as UTF-8"}
			}
			cells[k] = append(cells[k], strings.TrimSpace(cell))
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return nil, &ReadError{What: "there is a header but no row", Try: "check that the data follow the header line"}
	}
	t := &Table{rows: len(lines)}
	for k, name := range names {
		c, err := newColumn(name, cells[k], lines)
		if err != nil {
			return nil, err
		}
		t.columns = append(t.columns, c)
	}
	return t, nil
}

// readHeader returns the names of the columns, without spaces around them.
func readHeader(cr *csv.Reader) ([]string, error) {
	names, err := cr.Read()
	if err == io.EOF {
		return nil, &ReadError{What: "the file is empty", Try: "a table needs a header line and at least one row"}
	}
	if err != nil {
		return nil, syntaxError(err)
	}
	line, _ := cr.FieldPos(0)
	seen := map[string]int{}
	for k, name := range names {
		name = strings.TrimSpace(strings.Trim(name, "\ufeff"))
		names[k] = name
		switch {
		case !utf8.ValidString(name):
			return nil, &ReadError{Line: line, What: fmt.Sprintf("the name of column %d is not UTF-8", k+1), Try: "save the file as UTF-8"}
		case name == "":
			return nil, &ReadError{Line: line, What: fmt.Sprintf("column %d has no name", k+1), Try: "name every column in the header line"}
		case strings.Contains(name, "\r"):
			return nil, &ReadError{Line: line, What: "the lines end in a lone carriage return", Try: "save the file with line ends LF or CRLF"}
		case seen[name] > 0:
			return nil, &ReadError{Line: line, What: fmt.Sprintf("columns %d and %d are both named %q", seen[name], k+1, name), Try: "give each column its own name"}
		}
		seen[name] = k + 1
	}
	if len(names) == 1 {
		for _, sep := range []string{";", "\t"} {
			if strings.Contains(names[0], sep) {
				return nil, &ReadError{Line: line, What: fmt.Sprintf("the header is one cell with %q inside", sep), Try: "save the file with commas between the cells (and points in numbers)"}
			}
		}
	}
	return names, nil
}

// syntaxError returns what the CSV reader or the reader below it has reported.
func syntaxError(err error) *ReadError {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &ReadError{Line: p.StartLine, What: p.Err.Error(), Try: `put a cell that holds a quote into quotes and double the quote inside: "6"" nail"`, Err: err}
	}
	return &ReadError{What: "reading stopped: " + err.Error(), Try: "check the file or the connection", Err: err}
}

// count returns "1 row", "2 rows", for what = "row".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
