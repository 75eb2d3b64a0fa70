package dataset

import (
	"fmt"
	"strings"
)

// ReadError says what is wrong with the file of a table, or with the Config it
// was to be read with, where, and what to try. Line counts from 1; Path, Line and
// Column are empty or 0 where they are not known. Err is the error that caused
// it, or nil.
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

// count returns "1 row", "2 rows", for what = "row".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
