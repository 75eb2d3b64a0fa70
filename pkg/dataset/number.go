package dataset

import (
	"math"
	"strconv"
	"strings"
)

// number returns the number in a cell, NaN for a missing one, ±Inf for one that
// float64 cannot hold. Hexadecimal and underscores, which Go would take, are
// no numbers in a table.
func (c *Config) number(cell string) (v float64, isNumber bool) {
	if c.isMissing(cell) {
		return math.NaN(), true
	}
	if strings.ContainsAny(cell, "xX_") {
		return 0, false
	}
	if c.HasDecimalComma || c.Thousands != 0 {
		if cell, isNumber = c.asGo(cell); !isNumber {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, false
	}
	return v, true
}

// isNumberCell reports whether a cell holds a number, and not a missing one.
func (c *Config) isNumberCell(cell string) bool {
	_, isNumber := c.number(cell)
	return isNumber && !c.isMissing(cell)
}

// asGo returns a number as Go writes it: with a decimal point, without signs of
// thousands. It returns false where these signs stand in the wrong place.
func (c *Config) asGo(cell string) (number string, ok bool) {
	mark := "."
	if c.HasDecimalComma {
		mark = ","
	}
	whole, fraction, hasMark := strings.Cut(cell, mark)
	if c.Thousands != 0 {
		if whole, ok = c.withoutThousands(whole); !ok {
			return "", false
		}
	}
	if c.HasDecimalComma && strings.ContainsAny(whole+fraction, ".,") {
		return "", false
	}
	if hasMark {
		whole += "."
	}
	return whole + fraction, true
}

// withoutThousands takes the signs of thousands out of 1,234,567. It returns
// false when a group has not three digits, or begins with a useless 0.
func (c *Config) withoutThousands(whole string) (string, bool) {
	if c.Thousands == ' ' {
		whole = narrowSpaces.Replace(whole)
	}
	groups := strings.Split(whole, string(c.Thousands))
	if len(groups) == 1 {
		return whole, true
	}
	first := strings.TrimLeft(groups[0], "+-")
	if len(first) == 0 || len(first) > 3 || first[0] == '0' {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 || strings.Trim(g, "0123456789") != "" {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// narrowSpaces turns the spaces that stand between thousands into plain ones:
// no-break, narrow no-break and thin.
var narrowSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")

// isDecimalComma reports whether a cell is a number with a decimal comma between
// digits, such as 1,5.
func isDecimalComma(cell string) bool {
	i := strings.IndexByte(cell, ',')
	if i < 1 || i == len(cell)-1 || !isDigit(cell[i-1]) || !isDigit(cell[i+1]) {
		return false
	}
	return (&Config{HasDecimalComma: true}).isNumberCell(cell)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
