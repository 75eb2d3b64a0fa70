package dataset

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Config says how the file of a table is written. The zero value is CSV as RFC
// 4180 has it: commas between the cells, decimal points, names in the first
// line; NA is a missing value.
type Config struct {
	// Separator stands between the cells, such as ';', '\t' or '|'; ' ' is any number
	// of spaces and tabs. 0 is the comma, or what a first line sep=; names, and a file
	// that seems to have another separator is then an error. A Separator that is
	// given is never doubted.
	Separator rune
	// HasDecimalComma says whether 1,5 is one and a half. 1.5 is then no number.
	HasDecimalComma bool
	// Thousands stands between groups of three digits, as ',' in 1,234,567. ' ' is
	// also a no-break or a thin space. 0 takes no groups.
	Thousands rune
	// Missing lists the words that mark a missing value; an empty cell always does.
	// nil is NA alone; []string{} is no word, and NA is then a word like others.
	Missing []string
	// SkipLines is the number of lines at the top that are no part of the table,
	// such as titles.
	SkipLines int
	// HasNoHeader says whether the first row holds data. The columns are then named
	// x1, x2 and so on, or as Names says.
	HasNoHeader bool
	// Names are the names of the columns of a file without a header, which
	// HasNoHeader need then not say.
	Names []string
}

// onlyConfig returns the Config that Load and Read may be given as last argument.
func onlyConfig(caller string, config []Config) Config {
	switch len(config) {
	case 0:
		return Config{}
	case 1:
		return config[0]
	}
	panic(fmt.Sprintf("dataset: %s: %d Configs, want one; put all fields into it", caller, len(config)))
}

// check returns an error for a sign that cannot have the meaning it is given.
func (c *Config) check() error {
	decimal := '.'
	if c.HasDecimalComma {
		decimal = ','
	}
	switch {
	case c.Separator != 0 && (strings.ContainsRune("\"\r\n\ufeff", c.Separator) || !isSign(c.Separator)):
		return &ReadError{What: fmt.Sprintf("Config.Separator is %q", c.Separator),
			Try: `choose the sign between the cells, such as ';' or '\t'`}
	case strings.ContainsRune("0123456789+-\"\r\n", c.Thousands), c.Thousands != 0 && !isSign(c.Thousands):
		return &ReadError{What: fmt.Sprintf("Config.Thousands is %q", c.Thousands),
			Try: `choose the sign between groups of three digits, such as ' ' or '\''`}
	case c.Thousands == decimal:
		return &ReadError{What: fmt.Sprintf("Config.Thousands is %q, which is the decimal mark", decimal),
			Try: "choose another sign, or set HasDecimalComma if the comma is the decimal mark"}
	case c.SkipLines < 0:
		return &ReadError{What: fmt.Sprintf("Config.SkipLines is %d", c.SkipLines),
			Try: "0 skips no line"}
	}
	return nil
}

// isHeaderless reports whether the first row holds data.
func (c *Config) isHeaderless() bool { return c.HasNoHeader || c.Names != nil }

func isSign(r rune) bool { return utf8.ValidRune(r) && r != utf8.RuneError }

// separator returns the sign between cells.
func (c *Config) separator() rune {
	if c.Separator == 0 {
		return ','
	}
	return c.Separator
}

// isMissing reports whether a cell marks a missing value.
func (c *Config) isMissing(cell string) bool {
	if c.Missing == nil {
		return cell == "" || cell == "NA"
	}
	return cell == "" || slices.Contains(c.Missing, cell)
}

// withMissing returns c with one more word for a missing value.
func (c Config) withMissing(word string) Config {
	if c.Missing == nil {
		c.Missing = []string{"NA"}
	}
	c.Missing = append(slices.Clone(c.Missing), word)
	return c
}

// mostNames is how many names an error writes out.
const mostNames = 8

// literal returns c as it is written in a notebook, such as
// dataset.Config{Separator: ';', HasDecimalComma: true}. A long list of names
// is a variable there.
func (c Config) literal() string {
	var fields []string
	add := func(isGiven bool, field string, value any) {
		if isGiven {
			fields = append(fields, fmt.Sprintf(field, value))
		}
	}
	add(c.Separator != 0, "Separator: %q", c.Separator)
	add(c.HasDecimalComma, "HasDecimalComma: %v", true)
	add(c.Thousands != 0, "Thousands: %q", c.Thousands)
	add(c.Missing != nil, "Missing: %#v", c.Missing)
	add(c.SkipLines != 0, "SkipLines: %d", c.SkipLines)
	add(c.HasNoHeader && c.Names == nil, "HasNoHeader: %v", true)
	if len(c.Names) > mostNames {
		add(true, "Names: %s", "names")
	} else {
		add(c.Names != nil, "Names: %#v", c.Names)
	}
	return "dataset.Config{" + strings.Join(fields, ", ") + "}"
}
