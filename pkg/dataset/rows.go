package dataset

import (
	"fmt"
	"strings"
	"unicode"
)

// rows cuts a text whose lines end in \n into rows of cells. A row is a line,
// but a cell in double quotes may hold separators, line ends and, doubled,
// quotes. The spaces around a cell are no part of it.
type rows struct {
	rest      string // what is not cut yet, from the start of a line
	line      int    // the number of that line in the file
	separator string // " " is any number of spaces and tabs
	isColumn  bool   // a row has one cell; a line of spaces is then a row
	cells     []string
}

func newRows(text string, line int, separator rune) *rows {
	return &rows{rest: text, line: line, separator: string(separator)}
}

// next returns the cells of the next row, which hold until next is called again,
// and the line on which it starts. It skips empty lines, and those of spaces
// unless a row has one cell; at the end of the text it returns no cells.
func (r *rows) next() (cells []string, line int, err error) {
	r.cells = r.cells[:0]
	for r.rest != "" && len(r.cells) == 0 && err == nil {
		line = r.line
		text := r.takeLine()
		switch {
		case text == "":
		case strings.IndexByte(text, '"') >= 0:
			err = r.cutQuoted(text)
		case r.separator == " ":
			r.cells = append(r.cells, strings.Fields(text)...)
		default:
			r.cut(text)
		}
		if len(r.cells) == 1 && r.cells[0] == "" && !r.isColumn {
			r.cells = r.cells[:0]
		}
	}
	return r.cells, line, err
}

// takeLine takes the first line from the rest.
func (r *rows) takeLine() string {
	text, rest, _ := strings.Cut(r.rest, "\n")
	r.rest = rest
	r.line++
	return text
}

// cut cuts a line without quotes.
func (r *rows) cut(text string) {
	for isMore := true; isMore; {
		var cell string
		cell, text, isMore = strings.Cut(text, r.separator)
		r.cells = append(r.cells, strings.TrimSpace(cell))
	}
}

// cutQuoted cuts a line with quotes, and the lines after it on which a cell of it
// goes on.
func (r *rows) cutQuoted(text string) (err error) {
	for isMore := true; isMore; {
		var cell string
		text = r.trimLeft(text)
		if strings.HasPrefix(text, `"`) {
			if cell, text, err = r.quoted(text[1:]); err != nil {
				return err
			}
			_, text, isMore = r.cutCell(text)
		} else {
			cell, text, isMore = r.cutCell(text)
			if strings.Contains(cell, `"`) {
				return &ReadError{Line: r.line - 1, What: "a quote stands inside the cell " + short(cell),
					Try: `put a cell that holds a quote into quotes and double the quote inside: "6"" nail"`}
			}
		}
		r.cells = append(r.cells, strings.TrimSpace(cell))
	}
	return nil
}

// quoted takes a quoted cell, of which text is what follows the first quote. The
// rest is what follows the last one; nothing or a separator comes first in it.
func (r *rows) quoted(text string) (cell, rest string, err error) {
	start := r.line - 1
	var lines strings.Builder // what is taken of the cell; most cells are done in one step
	for {
		part, after, isClosed := strings.Cut(text, `"`)
		switch {
		case isClosed && strings.HasPrefix(after, `"`):
			lines.WriteString(part + `"`)
			text = after[1:]
		case isClosed:
			if lines.Len() > 0 {
				lines.WriteString(part)
				part = lines.String()
			}
			if rest, ok := r.startsWithSeparator(after); ok {
				return part, rest, nil
			}
			return "", "", &ReadError{Line: start,
				What: fmt.Sprintf("after the quoted cell %s stands %s", short(part), short(after)),
				Try:  `look for a missing separator, and double a quote inside a cell: "6"" nail"`}
		case r.rest == "":
			lines.WriteString(part)
			return "", "", &ReadError{Line: start,
				What: "the quote before " + short(lines.String()) + " is never closed",
				Try:  "put a quote at the end of the cell, or take this one out"}
		default:
			lines.WriteString(part + "\n")
			text = r.takeLine()
		}
	}
}

// startsWithSeparator reports whether nothing but spaces stands in text before a
// separator or its end. The rest is text without these spaces.
func (r *rows) startsWithSeparator(text string) (rest string, ok bool) {
	rest = r.trimLeft(text)
	if r.separator == " " {
		return text, rest == "" || len(rest) < len(text)
	}
	return rest, rest == "" || strings.HasPrefix(rest, r.separator)
}

// trimLeft returns text without the spaces that it begins with. A tab that
// separates cells is none of them.
func (r *rows) trimLeft(text string) string {
	return strings.TrimLeftFunc(text, func(c rune) bool {
		return unicode.IsSpace(c) && (r.separator == " " || string(c) != r.separator)
	})
}

// cutCell cuts text before and after its first separator.
func (r *rows) cutCell(text string) (cell, rest string, isMore bool) {
	if r.separator != " " {
		return strings.Cut(text, r.separator)
	}
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return text, "", false
	}
	rest = strings.TrimSpace(text[i:]) // what ends a line separates nothing
	return text[:i], rest, rest != ""
}

// short returns the beginning of a text in quotes, for an error of one line.
func short(text string) string {
	line, _, isLonger := strings.Cut(text, "\n")
	if runes := []rune(line[:min(len(line), 100)]); len(runes) > 20 {
		line, isLonger = string(runes[:20]), true
	}
	if isLonger {
		return fmt.Sprintf("%#q…", line)
	}
	return fmt.Sprintf("%#q", line)
}
