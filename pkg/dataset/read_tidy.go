package dataset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// tidy makes line ends \n and takes the blanks away that stand between a closing quote and the
// separator or the end of the line: package csv would refuse them. It takes a first line such as
// sep=; away and puts it into config, unless config has a separator. firstLine is the number of
// the first line that is left.
func tidy(data []byte, config *Config) (text []byte, firstLine int) {
	firstLine = 1
	text = tidyLines(data, config.separator())
	first, rest, hasMore := bytes.Cut(text, []byte("\n"))
	sep, isSepLine := strings.CutPrefix(strings.Trim(string(first), `" `), "sep=")
	if separator, n := utf8.DecodeRuneInString(sep); isSepLine && hasMore && n > 0 && n == len(sep) && separator != '"' {
		if config.Separator == 0 {
			config.Separator = separator
		}
		return tidyLines(rest, config.separator()), 2
	}
	return text, firstLine
}

// tidyLines returns data itself when there is nothing to tidy.
func tidyLines(data []byte, separator rune) []byte {
	if bytes.IndexByte(data, '\r') < 0 && !bytes.Contains(data, []byte(`" `)) && !bytes.Contains(data, []byte("\"\t")) {
		return data
	}
	sep := []byte(string(separator))
	out := make([]byte, 0, len(data))
	isStart := true            // isStart says whether only blanks stand between here and the start of the cell
	isQuoted := false          // isQuoted says whether this is inside a quoted cell
	closed := -1               // closed is where in out the blanks after a closing quote begin, or -1
	isWide := separator != ' ' // cells that are separated by blanks have no quotes
	for i := 0; i < len(data); i++ {
		c := data[i]
		if isQuoted {
			if c != '"' {
				out = append(out, c)
				continue
			}
			if i+1 < len(data) && data[i+1] == '"' {
				out = append(out, c, c)
				i++
				continue
			}
			out = append(out, c)
			isQuoted, closed = false, len(out)
			continue
		}
		isEnd := c == '\r' || c == '\n'
		isSeparator := bytes.HasPrefix(data[i:], sep)
		if (isEnd || isSeparator) && closed >= 0 {
			out = out[:closed]
		}
		switch {
		case c == '\r':
			out = append(out, '\n')
			if i+1 < len(data) && data[i+1] == '\n' {
				i++
			}
			isStart, closed = true, -1
		case isEnd:
			out = append(out, c)
			isStart, closed = true, -1
		case isSeparator:
			out = append(out, sep...)
			i += len(sep) - 1
			isStart, closed = true, -1
		case c == '"' && isStart && isWide:
			out = append(out, c)
			isQuoted, isStart = true, false
		default:
			isBlank := c == ' ' || c == '\t'
			if !isBlank {
				isStart, closed = false, -1
			}
			out = append(out, c)
		}
	}
	if closed >= 0 {
		out = out[:closed]
	}
	return out
}
