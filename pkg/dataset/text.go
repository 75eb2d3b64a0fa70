package dataset

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// readText returns the text of a file, in UTF-8, with \n at the end of its lines
// and without a byte order mark. A file that is no such text is an error that
// says what it is.
func readText(r io.Reader) (string, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	start, _ := b.Peek(1024) // what ends it early is seen below
	if err := refuse(string(start)); err != nil {
		return "", err
	}
	var all strings.Builder
	if _, err := io.Copy(&all, b); err != nil {
		return "", &ReadError{What: "reading stopped: " + err.Error(),
			Try: "check the file or the connection", Err: err}
	}
	text := strings.TrimLeft(all.String(), byteOrderMark)
	text = strings.ReplaceAll(text, "\r\n", "\n") // Windows
	text = strings.ReplaceAll(text, "\r", "\n")   // an old Mac
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", &ReadError{Line: lineOf(text, i), What: "a zero byte stands there, as in no text",
			Try: convert}
	}
	if i := firstBroken(text); i >= 0 {
		before := text[strings.LastIndex(text[:i], "\n")+1 : i]
		return "", &ReadError{Line: lineOf(text, i),
			What: fmt.Sprintf("the text is not UTF-8: byte 0x%X follows %s", text[i], short(before)),
			Try:  asUTF8}
	}
	return text, nil
}

// firstBroken returns where the first byte stands that is not UTF-8, or −1.
func firstBroken(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
			return i
		}
	}
	return -1
}

// lineOf returns the line, from 1, on which byte i of text stands.
func lineOf(text string, i int) int { return 1 + strings.Count(text[:i], "\n") }
