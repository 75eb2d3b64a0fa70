package dataset

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Load reads the file of a table at path; see Read. Every error is a *ReadError
// that holds the path.
func Load(path string, config ...Config) (*Table, error) {
	c := onlyConfig("Load", config)
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &ReadError{Path: path, What: "this is a folder", Try: "give the path of a file in it"}
	}
	t, err := Read(f, c)
	var e *ReadError
	if errors.As(err, &e) {
		e.Path = path
	}
	return t, err
}

// openError says why the file at path cannot be opened.
func openError(path string, err error) error {
	e := &ReadError{Path: path, What: err.Error(), Err: err,
		Try: "check the path, which counts from the notebook's folder, and that you may read the file"}
	var p *fs.PathError
	if errors.As(err, &p) {
		e.What = p.Err.Error()
	}
	return e
}

// Read reads a table from a text file: CSV (RFC 4180, UTF-8, commas, one header
// line), or what the Config says, of which there may be one. It takes a byte
// order mark, every kind of line end, quoted cells with separators or line breaks
// inside, and spaces around a cell; it skips empty lines.
//
// A cell that is empty or NA is missing. A column is numbers when every cell
// that is not missing is a decimal number (1, -2.5, 3e8); otherwise it is
// text.
//
// Every error is a *ReadError: a file that is no text, no rows, a row of the
// wrong length, a header name that is missing or there twice, a stray quote, and,
// in a column of numbers, NaN, Inf or a number beyond ±1.8e308. Nothing is
// guessed: a file that seems to have another separator, or no header, is an
// error that names the Config which reads it. Read panics when r is nil.
func Read(r io.Reader, config ...Config) (*Table, error) {
	c := onlyConfig("Read", config)
	if r == nil {
		panic("dataset: Read: reader is nil")
	}
	if err := c.check(); err != nil {
		return nil, err
	}
	text, err := readText(r)
	if err != nil {
		return nil, err
	}
	return c.parse(text)
}

// parse reads the table from the text of a file.
func (c Config) parse(text string) (*Table, error) {
	text, top, err := c.findSeparator(text)
	if err != nil {
		return nil, err
	}
	r := newRows(text, top, c.separator())
	first, line, err := r.next()
	if err != nil {
		return nil, err
	}
	if len(first) == 0 {
		return nil, c.emptyFile()
	}
	names, end := c.names(first), r.line-1
	if c.isHeaderless() {
		r = newRows(text, top, c.separator())
	}
	cells, lines, err := c.cells(r, names, end)
	if err != nil {
		return nil, err
	}
	t := &Table{rows: len(lines)}
	for k, name := range names {
		values, err := newColumn(name, cells[k], lines, &c)
		if err != nil {
			return nil, err
		}
		t.columns = append(t.columns, values)
	}
	if !c.isHeaderless() {
		if err := c.checkHeader(names, t.columns, line, end); err != nil {
			return nil, err
		}
	}
	if err := c.checkNames(names, line, end); err != nil {
		return nil, err
	}
	return t, nil
}

// cells returns the cells of each column, and the lines on which the rows start.
func (c *Config) cells(r *rows, names []string, end int) (cells [][]string, lines []int, err error) {
	cells = make([][]string, len(names))
	r.isColumn = len(names) == 1
	for {
		row, line, err := r.next()
		switch {
		case err != nil:
			return nil, nil, err
		case len(row) == 0 && len(lines) == 0:
			return nil, nil, &ReadError{What: "there is a header but no row", Try: "check that the data follow the header line"}
		case len(row) == 0:
			return cells, lines, nil
		case len(row) != len(names):
			return nil, nil, c.ragged(row, names, line, end, len(lines) == 0)
		}
		for k, cell := range row {
			cells[k] = append(cells[k], cell)
		}
		lines = append(lines, line)
	}
}

// emptyFile is the error for a file without any cell.
func (c *Config) emptyFile() error {
	if c.SkipLines > 0 {
		return &ReadError{What: fmt.Sprintf("nothing stands below the first %s", count(c.SkipLines, "line")),
			Try: "skip fewer lines (Config.SkipLines)"}
	}
	return &ReadError{What: "the file is empty", Try: "a table needs a header line and at least one row"}
}
